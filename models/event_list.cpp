#include "models/event_list.hpp"

#include <algorithm>

namespace trust {

EventList::EventList(const Organisation& organisation, std::span<const Plan* const> plans)
    : organisation_(organisation), plans_(plans.begin(), plans.end()) {}

const std::vector<Seat>& EventList::seats_of(const std::vector<Target>& who) {
  const auto [found, is_new] = known_.try_emplace(who);
  if (!is_new) return found->second;
  for (Seat seat = 0; seat < organisation_.seats(); ++seat) {
    const bool meant =
        std::any_of(who.begin(), who.end(), [&](const Target& target) { return matches(target, organisation_, seat); });
    if (meant) found->second.push_back(seat);
  }
  return found->second;
}

std::span<const EventOfDay> EventList::of_day(int day) {
  today_.clear();
  for (std::size_t lane = 0; lane < plans_.size(); ++lane) {
    const std::vector<Event>& events = plans_[lane]->events;
    for (std::size_t e = 0; e < events.size(); ++e) {
      if (events[e].day != day) continue;
      const std::vector<Seat>& seats = seats_of(events[e].who);
      today_.push_back({&events[e], static_cast<int>(lane), static_cast<std::uint32_t>(e), seats.data(),
                        static_cast<Seat>(seats.size())});
    }
  }
  return today_;
}

}  // namespace trust
