// The events of a day, lane by lane, with the seats that each is about: what the phases that let them happen read.
// Looked up only on days that have events.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "models/plan.hpp"
#include "sim/lane_rows.hpp"

namespace trust {

struct EventOfDay {
  const Event* event;
  int lane;
  std::uint32_t number;  // of the event in its plan: what its luck is addressed by
  const Seat* seats;     // rising
  Seat seat_count;
};

class EventList {
 public:
  /// `plans[l]` is the plan of lane l; organisation and plans must outlive the list.
  EventList(const Organisation& organisation, std::span<const Plan* const> plans);

  /// The events of working day `day`, by lane and then in the plan's order.
  std::span<const EventOfDay> of_day(int day);

 private:
  const std::vector<Seat>& seats_of(const std::vector<Target>& who);

  const Organisation& organisation_;
  std::vector<const Plan*> plans_;
  std::map<std::vector<Target>, std::vector<Seat>> known_;
  std::vector<EventOfDay> today_;
};

}  // namespace trust
