#include "viz/panels/network_contents.hpp"

#include <algorithm>
#include <cmath>

#include "viz/scene/detail.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t most_bundles = 2500;
constexpr std::size_t fewest_people_a_tie = 2;  // at first about so many people a tie that is drawn ...
constexpr float threshold_step = 0.05F;

bool same(const TieFilter& a, const TieFilter& b) { return a.from == b.from && a.to == b.to && a.by_team == b.by_team; }

Bundles choose(const TiePairs& pairs, std::span<const PairSum> sums, bool weakest, float threshold) {
  Bundles result;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const GroupPair pair = pairs.pairs()[i];
    if (sums[i].count == 0 || pair.from == pair.to) continue;
    ++result.total;
    const float mean = sums[i].mean();
    if (weakest ? mean <= threshold : mean >= threshold) {
      result.drawn.push_back({pair.from, pair.to, mean, sums[i].count});
    }
  }
  result.above = result.drawn.size();
  std::stable_sort(result.drawn.begin(), result.drawn.end(),
                   [](const Bundle& a, const Bundle& b) { return a.count > b.count; });
  if (result.drawn.size() > most_bundles) result.drawn.resize(most_bundles);
  return result;
}

}  // namespace

void NetworkContents::update(PanelContext& context) {
  const Snapshot& now = context.snapshot;
  const ViewState& view = context.view;
  const auto arm = static_cast<std::size_t>(context.shown_arm());
  const bool another_run = run_ != now.run;
  const bool another_look = another_run || look_ != now.looks[arm] || other_ != now.looks[0] || day_ != now.day;
  look_ = now.looks[arm];
  other_ = now.looks[0];
  day_ = now.day;
  run_ = now.run;
  const bool another_organisation = organisation_ != look_->organisation || layout_.shape != view.shape;
  if (another_organisation) new_organisation(context);
  if (another_look) forget_bundles();
  if (another_run) {
    context.view.zoom = {};
    context.view.hovered = no_seat;
    context.view.filter = {};
  }
  if (another_run || weakest_ != view.weak_ties) new_threshold(context);
  const bool another_filter = another_run || !same(filter_, view.filter);
  if (another_filter) {
    filter_ = view.filter;
    groups_ = groups_of(*organisation_, filter_.by_team);
  }
  const bool another_colour = colouring_ != view.colouring;
  colouring_ = view.colouring;
  if (another_look || another_colour || another_organisation) new_values(context);
  const bool another_order = another_look || another_filter || weakest_ != view.weak_ties;
  const bool another_threshold = threshold_ != view.tie_threshold;
  weakest_ = view.weak_ties;
  threshold_ = view.tie_threshold;
  // Of many people bundles are drawn, or the ties of those in sight: ranking all ties would be for nothing.
  const bool ranked = organisation_->people.size() <= few_people;
  if (another_order && ranked) ranking_ = TieRanking(*look_->ties, look_->tie_trust, weakest_, filter());
  if (another_order || another_threshold) {
    if (!ranked) ranking_ = {};
    ties_ = ranking_.beyond(threshold_);
    for (Level& level : levels_) level.chosen = false;
  }
  if (another_organisation || another_colour || another_order || another_threshold) ++edition_;
}

void NetworkContents::new_organisation(const PanelContext& context) {
  organisation_ = look_->organisation;
  layout_ = layout_of(*organisation_, context.view.shape);
  groups_ = groups_of(*organisation_, filter_.by_team);
}

// Some 1.5 ties a person, but never so many that they hide one another; where ties come as bundles, half of those
// between functions.
void NetworkContents::new_threshold(PanelContext& context) {
  const std::size_t people = organisation_->people.size();
  const std::size_t wanted = std::min<std::size_t>(most_ties_drawn / 2, people * 3 / fewest_people_a_tie);
  const bool weakest = context.view.weak_ties;
  context.view.tie_threshold = people > few_people
                                   ? typical_trust_between_functions() + (weakest ? threshold_step : 0.0F)
                                   : threshold_for(look_->tie_trust, wanted, weakest);
}

float NetworkContents::typical_trust_between_functions() {
  std::vector<float> means;
  const Level& level = summed(false);
  for (std::size_t i = 0; i < level.sums.size(); ++i) {
    const GroupPair pair = level.pairs.pairs()[i];
    if (pair.from != pair.to && level.sums[i].count > 0) means.push_back(level.sums[i].mean());
  }
  if (means.empty()) return 0;
  std::sort(means.begin(), means.end());
  return std::floor(means[(means.size() - 1) / 2] / threshold_step) * threshold_step;
}

void NetworkContents::new_values(const PanelContext& context) {
  values_ = colour_values(colouring_, context.snapshot, context.shown_arm());
  values_.resize(organisation_->people.size());
  reach_ = colouring_ == Colouring::difference ? viz::difference_reach(values_) : 0.1F;
  colours_.resize(values_.size());
  for (std::size_t seat = 0; seat < values_.size(); ++seat) colours_[seat] = colour_of_value(values_[seat]);
  sums_.assign(layout_.order.size() + 1, 0);
  counts_.assign(layout_.order.size() + 1, 0);
  for (std::size_t place = 0; place < layout_.order.size(); ++place) {
    const Seat seat = layout_.order[place];
    sums_[place + 1] = sums_[place] + (present(seat) ? static_cast<double>(values_[seat]) : 0.0);
    counts_[place + 1] = counts_[place] + (present(seat) ? 1 : 0);
  }
}

float NetworkContents::mean(const SeatRange& range) const {
  const std::uint32_t count = there(range);
  return count == 0 ? 0.0F : static_cast<float>((sums_[range.end] - sums_[range.begin]) / count);
}

GroupFilter NetworkContents::filter() const {
  return filter_.empty() ? GroupFilter{} : GroupFilter{groups_, filter_.from, filter_.to};
}

bool NetworkContents::in_filter(Seat seat) const {
  return filter_.empty() || groups_[seat] == filter_.from || groups_[seat] == filter_.to;
}

void NetworkContents::forget_bundles() {
  for (Level& level : levels_) level.summed = level.chosen = false;
}

const NetworkContents::Level& NetworkContents::summed(bool by_team) const {
  Level& level = levels_[by_team ? 1 : 0];
  if (level.ties.lock() != look_->ties || level.organisation.lock() != organisation_) {
    const std::size_t groups = by_team ? organisation_->teams.size() : organisation_->functions.size();
    level.pairs = TiePairs(*look_->ties, groups_of(*organisation_, by_team), static_cast<std::uint32_t>(groups));
    level.ties = look_->ties;
    level.organisation = organisation_;
    level.summed = false;
  }
  if (!level.summed) level.sums = level.pairs.sums(look_->tie_trust);
  if (!level.summed) level.chosen = false;
  level.summed = true;
  return level;
}

const Bundles& NetworkContents::bundles(bool by_team) const {
  summed(by_team);
  Level& level = levels_[by_team ? 1 : 0];
  if (!level.chosen) level.bundles = choose(level.pairs, level.sums, weakest_, threshold_);
  level.chosen = true;
  return level.bundles;
}

}  // namespace trust::viz
