// Which plans do the same until a day, and what is said of those that do not.
#include "study/branch/history.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/study/branch/lively_scenarios.hpp"

namespace trust {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

Intervention lasting(int first_day, int last_day) {
  Intervention one;
  one.name = "one";
  one.first_day = first_day;
  one.last_day = last_day;
  one.who = {Target{}};
  one.changes = {{LeverChange::How::add, Lever::recognition_propensity, 0.2F}};
  return one;
}

Event on(int day) {
  Event event;
  event.name = "event";
  event.day = day;
  event.who = {Target{}};
  return event;
}

// The last day until which two plans do the same, of 30.
int together_until(const Plan& one, const Plan& other) {
  int last = -1;
  for (int day = 0; day <= 30; ++day) {
    const bool same = same_history(one, other, day);
    EXPECT_EQ(same_history(other, one, day), same);
    EXPECT_EQ(history_digest(one, day) == history_digest(other, day), same) << "day " << day;
    if (same) {
      EXPECT_EQ(last, day - 1) << "together again on day " << day;
      last = day;
    }
  }
  return last;
}

int together_until(const Intervention& one, const Intervention& other) {
  Plan first, second;
  first.interventions = {one};
  second.interventions = {other};
  return together_until(first, second);
}

TEST(History, KnowsOfAnInterventionWhatHasBeenOfIt) {
  EXPECT_EQ(together_until(lasting(10, 20), lasting(10, 20)), 30);
  EXPECT_EQ(together_until(lasting(10, 20), lasting(10, 25)), 20);
  EXPECT_EQ(together_until(lasting(10, 20), lasting(12, 20)), 9);
  EXPECT_EQ(together_until(lasting(10, 20), lasting(31, 40)), 9);
  EXPECT_EQ(together_until(lasting(10, 20), lasting(25, 20)), 9);  // never happens
}

TEST(History, KnowsEveryPartOfAnIntervention) {
  const Intervention whole = lasting(10, 20);
  const auto parts_when = [&](auto change) {
    Intervention other = whole;
    change(other);
    EXPECT_EQ(together_until(whole, other), 9);
  };
  parts_when([](Intervention& one) { one.who = {{Target::Kind::team, "A"}}; });
  parts_when([](Intervention& one) { one.ramp_days = 3; });
  parts_when([](Intervention& one) { one.strength = 0.5F; });
  parts_when([](Intervention& one) { one.hours_per_day = 1; });
  parts_when([](Intervention& one) { one.money_per_day = 1; });
  parts_when([](Intervention& one) { one.changes[0].value = 0.3F; });
  parts_when([](Intervention& one) { one.changes[0].lever = Lever::transparency_propensity; });
  parts_when([](Intervention& one) { one.changes[0].how = LeverChange::How::set; });
  parts_when([](Intervention& one) { one.changes.clear(); });
  Intervention renamed = whole;
  renamed.name = "another name";
  renamed.ramp_days = 1;  // none takes as long
  EXPECT_EQ(together_until(whole, renamed), 30);
}

TEST(History, KnowsEveryPartOfAnEvent) {
  const auto parts_when = [&](auto change) {
    Plan one, other;
    one.events = {on(10)};
    other.events = {on(10)};
    change(other.events[0]);
    EXPECT_EQ(together_until(one, other), 9);
  };
  parts_when([](Event& event) { event.day = 11; });
  parts_when([](Event& event) { event.kind = Event::Kind::leave; });
  parts_when([](Event& event) { event.who = {{Target::Kind::team, "A"}}; });
  parts_when([](Event& event) { event.share = 0.5F; });
  parts_when([](Event& event) { event.severity = 0.5F; });
  parts_when([](Event& event) { event.dimension = Dimension::integrity; });
  parts_when([](Event& event) { event.deception = true; });
}

TEST(History, KnowsHowAnEventIsAnswered) {
  const auto parts_when = [&](auto change) {
    Plan one, other;
    one.events = {on(10)};
    one.events[0].kind = Event::Kind::response;
    other = one;
    change(other.events[0]);
    EXPECT_EQ(together_until(one, other), 9);
  };
  parts_when([](Event& event) { event.response = Event::Response::denial; });
  parts_when([](Event& event) { event.guilt_proven = true; });
  parts_when([](Event& event) { event.richness = 0.5F; });
}

// An event's luck goes by its place among the events.
TEST(History, KnowsThePlacesOfEvents) {
  Plan one, moved, longer;
  one.events = {on(10), on(20)};
  moved.events = {on(25), on(10), on(20)};
  longer.events = {on(10), on(20), on(25)};
  EXPECT_EQ(together_until(one, moved), 9);
  EXPECT_EQ(together_until(one, longer), 24);
  Plan later = moved;
  later.events[0].day = 28;
  EXPECT_EQ(together_until(moved, later), 24);  // both keep the first place for something later
}

TEST(History, SettingsHoldFromTheFirstDay) {
  Plan one, other;
  one.settings = {{{}, Lever::exit_rate, 1.0F}};
  other.settings = {{{}, Lever::exit_rate, 2.0F}};
  EXPECT_EQ(together_until(one, other), -1);
  other = one;
  EXPECT_EQ(together_until(one, other), 30);
}

TEST(History, OrderOfWhatOverlapsCounts) {
  Plan one, other, earlier;
  one.interventions = {lasting(3, 9), lasting(5, 9)};
  other.interventions = {lasting(5, 9), lasting(3, 9)};
  EXPECT_EQ(together_until(one, other), 4);
  earlier.interventions = {lasting(28, 30), lasting(3, 9), lasting(5, 9)};
  EXPECT_EQ(together_until(one, earlier), 27);
}

std::vector<std::string> said_of(const std::string& baseline, const std::string& what_if, int day) {
  std::vector<std::string> said;
  for (const Problem& problem : differences_until(test::load_text(baseline), test::load_text(what_if), day)) {
    said.push_back(to_string(problem));
  }
  return said;
}

TEST(History, SaysOfEachMistakeOnWhichDay) {
  const std::string baseline = test::lively_text(test::later);
  EXPECT_TRUE(said_of(baseline, test::lively_text(test::shrinks), 8).empty());
  const auto said = said_of(baseline, test::replaced(test::lively_text(test::shrinks), "\"refill.days\" = 6", ""), 9);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_THAT(said[0], AllOf(HasSubstr("levers: differ"), HasSubstr("trustsim compare takes any plan")));
  EXPECT_THAT(said[1], AllOf(HasSubstr("\"Shrinks\""), HasSubstr("as of day 9"), HasSubstr("until the end of day 9"),
                             HasSubstr("a branch at day 8 or earlier")));
}

TEST(History, NamesWhatIsMissing) {
  const std::string baseline = test::lively_text(test::later);
  const auto shorter = said_of(baseline, test::replaced(baseline, "to = 14", "to = 7"), 8);
  ASSERT_EQ(shorter.size(), 1U);
  EXPECT_THAT(shorter[0], AllOf(HasSubstr("\"Praise\""), HasSubstr("as of day 8")));
  const std::string without = test::replaced(
      baseline, "[[intervention]]\nname = \"New teams\"\nkind = \"reorganisation\"\nfrom = 5\nshare = 0.5\n", "");
  const auto missing = said_of(baseline, without, 8);
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_THAT(missing[0], AllOf(HasSubstr("\"New teams\": is missing"), HasSubstr("as of day 5")));
}

}  // namespace
}  // namespace trust
