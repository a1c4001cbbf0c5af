#include "models/event_list.hpp"

#include <gtest/gtest.h>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

Event event_on(int day, std::vector<Target> who) {
  Event event;
  event.kind = Event::Kind::leave;
  event.day = day;
  event.who = std::move(who);
  return event;
}

TEST(EventList, GivesADaysEventsByLaneWithTheirSeats) {
  const auto organisation = small_organisation(16);
  Plan quiet;
  Plan busy;
  busy.events = {event_on(3, {{Target::Kind::person, "p4"}}), event_on(2, {{}}),
                 event_on(3, {{Target::Kind::role, "leader"}, {Target::Kind::person, "p1"}})};
  std::vector<const Plan*> plans(lane_columns, &quiet);
  plans[2] = plans[5] = &busy;
  EventList list(*organisation, plans);
  EXPECT_TRUE(list.of_day(1).empty());
  EXPECT_EQ(list.of_day(2).size(), 2U);
  const auto third = list.of_day(3);
  ASSERT_EQ(third.size(), 4U);
  const int lanes[] = {2, 2, 5, 5};
  const std::uint32_t numbers[] = {0, 2, 0, 2};
  for (std::size_t e = 0; e < third.size(); ++e) {
    EXPECT_EQ(third[e].lane, lanes[e]);
    EXPECT_EQ(third[e].number, numbers[e]);
    const std::vector<Seat> seats(third[e].seats, third[e].seats + third[e].seat_count);
    EXPECT_EQ(seats, e % 2 == 0 ? std::vector<Seat>{4} : (std::vector<Seat>{0, 1, 8}));
  }
}

}  // namespace
}  // namespace trust::testing
