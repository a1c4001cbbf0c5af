#include "viz/session/live_plan.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

constexpr int never = 0;  // as last day

Intervention spare_place(const Parameter& row) {
  Intervention place;
  place.name = "by hand: " + std::string(row.name);
  place.who = {Target{}};
  place.changes = {{LeverChange::How::set, row.id, row.initial}};
  place.last_day = never;
  return place;
}

}  // namespace

LivePlan::LivePlan(const Plan& scenario, int days)
    : plan_(scenario), spare_begin_(scenario.interventions.size()), days_(days) {
  for (const Parameter& row : parameters()) plan_.interventions.insert(plan_.interventions.end(), 2, spare_place(row));
}

void LivePlan::set(Lever lever, float value, int first_day) {
  const auto held = now_.find(lever);
  if (held != now_.end() && place(lever, held->second).first_day == first_day) {
    place(lever, held->second).changes[0].value = value;  // not begun yet: nobody has seen the old value
    return;
  }
  // A change in force ends and the other place begins: a batch notices a day on which one of them starts.
  const int other = held == now_.end() ? 0 : 1 - held->second;
  if (held != now_.end()) end(lever, first_day - 1);
  Intervention& next = place(lever, other);
  next.first_day = first_day;
  next.last_day = days_;
  next.changes[0].value = value;
  now_[lever] = other;
}

void LivePlan::clear(Lever lever, int first_day) {
  if (!holds(lever)) return;
  end(lever, first_day - 1);
  now_.erase(lever);
}

void LivePlan::end(Lever lever, int last_day) {
  Intervention& held = place(lever, now_.at(lever));
  held.last_day = last_day;
  if (held.last_day >= held.first_day) ended_.push_back(held);
}

void LivePlan::start_again() {
  ended_.clear();
  for (const Parameter& row : parameters()) {
    for (int which = 0; which < 2; ++which) {
      const auto held = now_.find(row.id);
      const bool goes_on = held != now_.end() && held->second == which;
      place(row.id, which).first_day = 1;
      place(row.id, which).last_day = goes_on ? days_ : never;
    }
  }
}

std::vector<Intervention> LivePlan::by_hand() const {
  std::vector<Intervention> all = ended_;
  for (const auto& [lever, which] : now_) {
    const Intervention& held = plan_.interventions[place_of(lever, which)];
    if (held.last_day >= held.first_day) all.push_back(held);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first_day < b.first_day; });
  return all;
}

}  // namespace trust::viz
