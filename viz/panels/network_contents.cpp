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

Bundles choose(const GroupTrust& trust, bool weakest, float threshold) {
  const auto beyond = [=](float mean) { return weakest ? mean <= threshold : mean >= threshold; };
  const auto means = std::span(trust.means).first(trust.different);
  Bundles result;
  result.total = means.size();
  result.above = static_cast<std::size_t>(std::count_if(means.begin(), means.end(), beyond));
  const std::size_t drawn = std::min(result.above, most_bundles);
  for (std::size_t i = 0; result.drawn.size() < drawn; ++i) {
    if (beyond(means[i])) {
      result.drawn.push_back({trust.pairs[i].from, trust.pairs[i].to, means[i], trust.sums[i].count});
    }
  }
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
  if (another_run || weakest_ != view.weak_ties) {
    new_threshold(context);
    kept_threshold_.reset();
  }
  const bool another_filter = another_run || !same(filter_, view.filter);
  if (another_filter) {
    filter_ = view.filter;
    groups_ = groups_of(*organisation_, filter_.by_team);
    if (!another_run) show_filtered(context);
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

// A few ties that were asked for are all shown, whatever the threshold was; it is there again once all ties are.
void NetworkContents::show_filtered(PanelContext& context) {
  float& threshold = context.view.tie_threshold;
  if (filter_.empty()) {
    if (kept_threshold_) threshold = *kept_threshold_;
    kept_threshold_.reset();
    return;
  }
  const bool weakest = context.view.weak_ties;
  const VisibleTies all = TieRanking(*look_->ties, look_->tie_trust, weakest, filter()).beyond(weakest ? 1.0F : 0.0F);
  if (all.drawn.empty() || all.drawn.size() < all.total) return;
  if (!kept_threshold_) kept_threshold_ = threshold;
  const float last = trust_of(all.drawn.back().trust) / threshold_step;
  const float reach = (weakest ? std::ceil(last) : std::floor(last)) * threshold_step;
  threshold = weakest ? std::max(threshold, reach) : std::min(threshold, reach);
}

float NetworkContents::typical_trust_between_functions() {
  const GroupTrust& trust = *summed(false).trust;
  std::vector<float> means(trust.means.begin(), trust.means.begin() + static_cast<std::ptrdiff_t>(trust.different));
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
  for (Level& level : levels_) level = {};
}

NetworkContents::Level& NetworkContents::summed(bool by_team) const {
  Level& level = levels_[by_team ? 1 : 0];
  if (!level.trust) level.trust = summer_.of(*look_, organisation_, by_team);
  return level;
}

const Bundles& NetworkContents::bundles(bool by_team) const {
  Level& level = summed(by_team);
  if (!level.chosen) level.bundles = choose(*level.trust, weakest_, threshold_);
  level.chosen = true;
  return level.bundles;
}

}  // namespace trust::viz
