#include "viz/panels/plot_content.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

std::string of_replicates(int count) { return std::to_string(count) + (count == 1 ? " replicate" : " replicates"); }

// Collects what is drawn; with a hidden future nothing after the day that is looked at.
class Collector {
 public:
  Collector(const Snapshot& snapshot, const ViewState& view, Measure measure)
      : snapshot_(snapshot), view_(view), measure_(measure) {
    if (!view.hide_future && snapshot.refinement) means_ = snapshot.refinement->of(measure);
    content_.measure = measure;
    content_.stale = means_ && snapshot.refinement->edition != snapshot.edition;
  }

  PlotContent measure() && {
    const bool both = view_.arm == ShownArm::compare && snapshot_.sitting.edited;
    const bool baseline = both || view_.arm != ShownArm::what_if;
    const bool what_if = both || view_.arm == ShownArm::what_if;
    for (const GhostCurve& ghost : view_.ghosts) add_ghost(ghost);
    if (means_ && baseline) add_mean(Arm::baseline);
    if (means_ && what_if) add_mean(Arm::what_if);
    if (baseline) add_own(Arm::baseline, both);
    if (what_if) add_own(Arm::what_if, both);
    return std::move(content_);
  }

  PlotContent difference() && {
    content_.difference = true;
    if (means_ && !means_->difference.empty()) add_mean_difference();
    add_own_difference();
    return std::move(content_);
  }

 private:
  std::vector<float> known(const std::vector<float>& values) const {
    std::size_t count = values.size();
    if (view_.hide_future) count = std::min(count, static_cast<std::size_t>(std::max(0, snapshot_.day)) + 1);
    return {values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count)};
  }

  // An earlier try of the tour.
  void add_ghost(const GhostCurve& ghost) {
    if (ghost.measure != measure_) return;
    content_.lines.push_back({ghost.label, ghost.label, ghost.label, "earlier", Ink::ghost, true, ghost.values, {}});
  }

  void add_mean(Arm arm) {
    const bool base = arm == Arm::baseline;
    const std::string count = of_replicates(snapshot_.refinement->replicates);
    const std::string name = base ? "baseline" : "what-if";
    PlotLine line{base ? "baseline" : "what-if",
                  name + ", mean of " + count,
                  name,
                  name,
                  base ? Ink::baseline : Ink::what_if,
                  false,
                  base ? means_->baseline : means_->what_if,
                  {}};
    line.bands.push_back({"spread", "middle 90 % of " + count, base ? means_->baseline_low : means_->what_if_low,
                          base ? means_->baseline_high : means_->what_if_high, false});
    if (!line.values.empty()) content_.lines.push_back(std::move(line));
  }

  // The run that is looked at. Beside means it is a thin line.
  void add_own(Arm arm, bool both) {
    const bool base = arm == Arm::baseline;
    const Series& series = snapshot_.of(measure_, arm);
    if (series.value.empty()) return;
    const std::string name = base ? "baseline" : "what-if";
    const Ink ink = base ? Ink::baseline : Ink::what_if;
    PlotLine line{"run", name + ", this run", "this run", name, ink, means_ != nullptr, known(series.value), {}};
    if (!means_) {
      line.key = name;
      if (both || base) line.label = line.name;
      if (snapshot_.replicates > 1 && !series.low.empty() && !series.high.empty()) {
        line.bands.push_back({"spread", "lowest to highest of " + of_replicates(snapshot_.replicates),
                              known(series.low), known(series.high), false});
      }
    }
    content_.lines.push_back(std::move(line));
  }

  void add_mean_difference() {
    const std::string count = of_replicates(snapshot_.refinement->replicates);
    PlotLine line{"difference", "mean of " + count, "mean", "difference", Ink::change, false, means_->difference, {}};
    if (!means_->parameters_low.empty()) {
      line.bands.push_back(
          {"parameters", "luck and parameters", means_->parameters_low, means_->parameters_high, true});
    }
    if (!means_->luck_low.empty()) {
      line.bands.push_back({"luck", "luck, " + count, means_->luck_low, means_->luck_high, false});
    }
    content_.lines.push_back(std::move(line));
  }

  void add_own_difference() {
    const std::vector<float> with = known(snapshot_.of(measure_, Arm::what_if).value);
    const std::vector<float> without = known(snapshot_.of(measure_, Arm::baseline).value);
    PlotLine line{"run", "this run", "this run", "difference", Ink::change, !content_.lines.empty(), {}, {}};
    for (std::size_t i = 0; i < std::min(with.size(), without.size()); ++i) {
      line.values.push_back(with[i] - without[i]);
    }
    if (!line.values.empty()) content_.lines.push_back(std::move(line));
  }

  const Snapshot& snapshot_;
  const ViewState& view_;
  Measure measure_;
  const EffectCurve* means_ = nullptr;
  PlotContent content_;
};

void add_entry(std::vector<LegendEntry>& entries, LegendEntry entry) {
  const bool known =
      std::any_of(entries.begin(), entries.end(), [&](const LegendEntry& one) { return one.key == entry.key; });
  if (!known) entries.push_back(std::move(entry));
}

}  // namespace

PlotContent measure_content(const Snapshot& snapshot, const ViewState& view, Measure measure) {
  return Collector(snapshot, view, measure).measure();
}

PlotContent difference_content(const Snapshot& snapshot, const ViewState& view, Measure measure) {
  return Collector(snapshot, view, measure).difference();
}

bool shows_differences(const Snapshot& snapshot, const ViewState& view) {
  return snapshot.sitting.edited && view.show_differences && view.arm == ShownArm::compare;
}

std::vector<LegendEntry> legend_of(const PlotContent& content) {
  std::vector<LegendEntry> entries;
  for (const PlotLine& line : content.lines) {
    add_entry(entries, {line.key, line.label, line.ink, false, false, line.thin});
  }
  for (const PlotLine& line : content.lines) {
    for (const PlotBand& band : line.bands) {
      add_entry(entries, {band.key, band.name, line.ink, true, band.wide, false});
    }
  }
  return entries;
}

Range value_axis(const PlotContent& content, Range days, const std::set<std::string>& hidden) {
  ValueRange range;
  for (const PlotLine& line : content.lines) {
    if (!hidden.contains(line.key)) range.include(line.values, visible_indexes(line.values.size(), days));
    for (const PlotBand& band : line.bands) {
      if (hidden.contains(band.key) || hidden.contains(line.key)) continue;
      range.include(band.low, visible_indexes(band.low.size(), days));
      range.include(band.high, visible_indexes(band.high.size(), days));
    }
  }
  if (content.difference) range.include(0);
  return range.axis();
}

}  // namespace trust::viz
