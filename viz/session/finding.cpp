#include "viz/session/finding.hpp"

#include <algorithm>

#include "viz/session/result_card.hpp"
#include "viz/session/result_table.hpp"

namespace trust::viz {
namespace {

using Days = std::vector<std::vector<double>>;  // [day][replicate]

void add_arm(const Days& days, std::vector<float>& middle, std::vector<float>& low, std::vector<float>& high) {
  for (const std::vector<double>& day : days) {
    const trust::Range range = middle_90(day);
    middle.push_back(static_cast<float>(mean(day)));
    low.push_back(static_cast<float>(range.low));
    high.push_back(static_cast<float>(range.high));
  }
}

}  // namespace

Finding::Finding(RefineJob job, int wanted, CompareResult result, const GrowingComparison& comparison)
    : job_(std::move(job)),
      wanted_(wanted),
      result_(std::move(result)),
      as_written_(comparison.runs(false)),
      drawn_(comparison.runs(true)) {
  if (!edited()) return;
  rows_ = result_rows(result_);
  card_ = result_card(result_, job_.baseline->days);
}

Days Finding::days_of(const GrowingComparison::ArmRuns& runs, Measure measure) const {
  const std::size_t replicates = result_.replicates.count;
  Days days(runs.front()->days.size());
  for (std::size_t day = 0; day < days.size(); ++day) {
    for (std::size_t r = 0; r < replicates; ++r)
      days[day].push_back(runs[r]->days[day][static_cast<std::size_t>(measure)]);
  }
  return days;
}

EffectCurve Finding::curve(Measure measure) const {
  EffectCurve curve;
  add_arm(days_of(as_written_.front(), measure), curve.baseline, curve.baseline_low, curve.baseline_high);
  if (!edited()) return curve;
  add_arm(days_of(as_written_.back(), measure), curve.what_if, curve.what_if_low, curve.what_if_high);
  add_difference(curve, measure);
  if (result_.draws) add_parameters(curve, measure);
  return curve;
}

void Finding::add_difference(EffectCurve& curve, Measure measure) const {
  const Outcome& outcome = result_.outcomes.front();
  const DailyBand band = (outcome.by_luck() ? *outcome.by_luck() : outcome.runs()).daily(measure);
  curve.difference.assign(band.difference.begin(), band.difference.end());
  for (const trust::Range& day : band.band) {
    curve.luck_low.push_back(static_cast<float>(day.low));
    curve.luck_high.push_back(static_cast<float>(day.high));
  }
  curve.first_day = band.first_day;
}

// The last day's is the range that `trustsim compare --uncertain` prints.
void Finding::add_parameters(EffectCurve& curve, Measure measure) const {
  const Days baseline = days_of(drawn_.front(), measure);
  Days what_if = days_of(drawn_.back(), measure);
  for (std::size_t day = 0; day < what_if.size(); ++day) {
    std::vector<double>& differences = what_if[day];
    for (std::size_t r = 0; r < differences.size(); ++r) differences[r] -= baseline[day][r];
    const trust::Range range = plausible_range(std::move(differences));
    curve.parameters_low.push_back(static_cast<float>(range.low));
    curve.parameters_high.push_back(static_cast<float>(range.high));
  }
}

Refinement Finding::refinement(const std::vector<Measure>& watched, const Refinement* known) const {
  Refinement refinement;
  refinement.edition = job_.edition;
  refinement.replicates = static_cast<int>(result_.replicates.count);
  refinement.wanted = wanted_;
  refinement.uncertain = result_.draws != nullptr;
  refinement.card = card_;
  refinement.rows = rows_;
  for (const Measure measure : watched) {
    auto& place = refinement.curves[static_cast<std::size_t>(measure)];
    if (known != nullptr) place = known->curves[static_cast<std::size_t>(measure)];
    if (!place) place = std::make_shared<const EffectCurve>(curve(measure));
  }
  return refinement;
}

}  // namespace trust::viz
