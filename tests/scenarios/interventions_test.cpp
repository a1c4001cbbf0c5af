// Kinds of interventions: what the loader makes of them, whatever a scenario chooses about them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "scenarios/event_names.hpp"
#include "scenarios/expansion.hpp"
#include "scenarios/kinds_page.hpp"
#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A scenario of 130 days with marketing of two teams, and `interventions` below.
Scenario with(const std::string& interventions) {
  return test::load(
      "[scenario]\nname = \"N\"\nstory = \"S\"\ndays = 130\n[organisation]\n"
      "generate = { roles = { rep = 20, bdr = 4, marketer = 16, field_marketer = 4 }, open_seats = 0.2 }\n" +
      interventions);
}

/// `kind` with what it cannot do without, then `lines`.
std::string asked(const InterventionKind& kind, const std::string& lines = "") {
  std::string text;
  if (!kind.needs.empty()) text += "[[intervention]]\nkind = \"" + std::string(kind.needs.front()) + "\"\n";
  text += "[[intervention]]\nkind = \"" + std::string(kind.name) + "\"\nname = \"It\"\nfrom = 10\n";
  if (kind.who == UsualWho::must_be_named) text += "who = { function = \"marketing\" }\n";
  return text + lines;
}

std::vector<Intervention> parts_of(const Scenario& scenario, const std::string& name = "It") {
  std::vector<Intervention> parts;
  for (const Intervention& one : scenario.plan.interventions)
    if (one.name == name) parts.push_back(one);
  return parts;
}

std::vector<LeverChange> changes_of(const Scenario& scenario, const std::string& name = "It") {
  std::vector<LeverChange> changes;
  for (const Intervention& part : parts_of(scenario, name))
    changes.insert(changes.end(), part.changes.begin(), part.changes.end());
  return changes;
}

std::vector<float> values_of(Lever lever, const Scenario& scenario) {
  std::vector<float> values;
  for (const LeverChange& change : changes_of(scenario))
    if (change.lever == lever) values.push_back(change.value);
  return values;
}

bool is_for_everyone(const Intervention& part) { return part.who == std::vector{Target{}}; }

class EveryKind : public testing::TestWithParam<InterventionKind> {};

TEST_P(EveryKind, DoesSomethingFromItsFirstDayOn) {
  const Scenario scenario = with(asked(GetParam()));
  EXPECT_FALSE(changes_of(scenario).empty() && scenario.plan.events.empty());
  int first = 1000;
  for (const Intervention& part : parts_of(scenario)) first = std::min(first, part.first_day);
  for (const Event& event : scenario.plan.events) first = std::min(first, event.day);
  EXPECT_EQ(first, 10);
}

TEST_P(EveryKind, KeepsLeversInTheirRangeAndWithWhomTheyMayDiffer) {
  for (const Intervention& part : parts_of(with(asked(GetParam())))) {
    EXPECT_FALSE(part.who.empty());
    EXPECT_LE(part.first_day, part.last_day);
    for (const LeverChange& change : part.changes) {
      const Parameter& row = parameter(change.lever);
      const bool adds = change.how == LeverChange::How::add;
      EXPECT_GE(change.value, adds ? row.low - row.high : row.low) << row.name;
      EXPECT_LE(change.value, adds ? row.high - row.low : row.high) << row.name;
      EXPECT_NE(change.value, adds ? 0 : row.initial) << row.name << " would not change";
      if (row.scope == Scope::organisation) {
        EXPECT_TRUE(is_for_everyone(part)) << row.name;
      }
    }
  }
}

TEST_P(EveryKind, OffersOptionsThatTheirOwnDefaultsSatisfy) {
  std::set<std::string_view> names;
  for (const KindOption& option : GetParam().options) {
    EXPECT_TRUE(names.insert(option.name).second) << option.name;
    EXPECT_FALSE(option.sentence.empty());
    if (!option.no_default) {
      EXPECT_GE(option.initial, option.low);
      EXPECT_LE(option.initial, option.high);
    }
    EXPECT_EQ(option.type == KindOption::Type::word, !option.words.empty()) << option.name;
  }
}

TEST_P(EveryKind, HasAPlaceInTheSourcesAndOnThePage) {
  EXPECT_THAT(std::string(GetParam().sources), HasSubstr("S"));
  const std::string page = kinds_as_markdown();
  EXPECT_THAT(page, HasSubstr("### `" + std::string(GetParam().name) + "`"));
  for (const KindOption& option : GetParam().options)
    EXPECT_THAT(page, HasSubstr("* `" + std::string(option.name) + "`: " + std::string(option.sentence)));
}

TEST_P(EveryKind, AtNoStrengthHasNoEventsLeft) {
  for (const Event& event : with(asked(GetParam(), "strength = 0\n")).plan.events)
    EXPECT_EQ(event.kind == Event::Kind::violation ? event.severity : event.share, 0.0F);
}

TEST_P(EveryKind, CostsWhatTheScenarioSaysInstead) {
  const Scenario scenario = with(asked(GetParam(), "cost = { hours = 0.5, money = 70, once = 900 }\n"));
  double hours = 0, money = 0;
  for (const Intervention& part : parts_of(scenario)) {
    hours += static_cast<double>(part.hours_per_day);
    money += static_cast<double>(part.money_per_day);
  }
  EXPECT_DOUBLE_EQ(hours, 0.5);
  EXPECT_DOUBLE_EQ(money, 970);
}

TEST_P(EveryKind, HasAScenarioOfItsOwn) {
  const std::filesystem::path folder = std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "scenarios" / "interventions";
  const Scenario scenario = load_scenario(folder / (std::string(GetParam().name) + ".toml"));
  EXPECT_FALSE(parts_of(scenario, std::string(GetParam().name)).empty() && scenario.plan.events.empty());
  EXPECT_EQ(scenario.days, 130);
  EXPECT_EQ(scenario.replicates, 32u);
  ASSERT_TRUE(scenario.generator);
  EXPECT_EQ(scenario.generator->roles, load_scenario(folder / "poster.toml").generator->roles);
}

std::string name_of_case(const testing::TestParamInfo<InterventionKind>& kind) { return std::string(kind.param.name); }

INSTANTIATE_TEST_SUITE_P(Kinds, EveryKind, testing::ValuesIn(intervention_kinds()), name_of_case);

TEST(Kinds, AreNamedOnce) {
  std::set<std::string_view> names;
  for (const InterventionKind& kind : intervention_kinds()) EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
  EXPECT_EQ(find_kind("poster")->name, "poster");
  EXPECT_EQ(find_kind("no such"), nullptr);
}

TEST(Kinds, ThePageInTheRepositoryIsFresh) {  // its table of effects: tests/system/interventions_page_test.cpp
  std::ifstream file(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "docs" / "interventions.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  EXPECT_THAT(page, testing::StartsWith(kinds_as_markdown()));
}

TEST(Kinds, NeedOnlyKindsThatThereAre) {
  for (const InterventionKind& kind : intervention_kinds())
    for (const std::string_view needed : kind.needs) EXPECT_NE(find_kind(needed), nullptr) << needed;
}

TEST(Expansion, TakesOptionsFromTheScenario) {
  EXPECT_THAT(values_of(Lever::hours_scrum, with(asked(*find_kind("daily_scrum")))), ElementsAre(0.25F));
  EXPECT_THAT(values_of(Lever::hours_scrum, with(asked(*find_kind("daily_scrum"), "hours = 0.4\n"))),
              ElementsAre(0.4F));
  EXPECT_THAT(values_of(Lever::change_permission, with(asked(*find_kind("abm_rollout")))), IsEmpty());
  EXPECT_THAT(values_of(Lever::change_permission, with(asked(*find_kind("abm_rollout"), "permission = 0.6\n"))),
              ElementsAre(0.6F));
}

TEST(Expansion, OfAViolation) {
  const Scenario scenario = with(
      "[[intervention]]\nkind = \"deception\"\nfrom = 20\nwho = [{ role = \"marketer\" }, { role = \"bdr\" }]\n"
      "severity = 0.4\ndimension = \"ability\"\nshare = 0.5\nstrength = 0.5\n");
  ASSERT_THAT(scenario.plan.events, SizeIs(1));
  const Event& event = scenario.plan.events[0];
  EXPECT_EQ(event.kind, Event::Kind::violation);
  EXPECT_EQ(event.name, "deception");
  EXPECT_EQ(event.day, 20);
  EXPECT_EQ(event.severity, 0.2F);
  EXPECT_EQ(event.share, 0.5F);
  EXPECT_EQ(event.dimension, Dimension::ability);
  EXPECT_TRUE(event.deception);
  EXPECT_EQ(event.who.size(), 2u);
  EXPECT_THAT(scenario.plan.interventions, IsEmpty());
}

TEST(Expansion, OfAnAnswerByMail) {
  const Scenario scenario = with(
      "[[intervention]]\nkind = \"broken_promise\"\nfrom = 5\nwho = { function = \"sales\" }\n"
      "[[intervention]]\nkind = \"reset\"\nafter = \"broken_promise\"\nwho = { function = \"sales\" }\n"
      "response = \"penance\"\nchannel = \"mail\"\nguilt_proven = true\n");
  ASSERT_THAT(scenario.plan.events, SizeIs(2));
  const Event& answer = scenario.plan.events[1];
  EXPECT_EQ(answer.kind, Event::Kind::response);
  EXPECT_EQ(answer.day, 6);
  EXPECT_EQ(answer.response, Event::Response::penance);
  EXPECT_EQ(answer.richness, parameter(Lever::richness_mail).initial);
  EXPECT_TRUE(answer.guilt_proven);
  ASSERT_THAT(scenario.plan.interventions, SizeIs(1));  // its two hours
  EXPECT_EQ(scenario.plan.interventions[0].last_day, 6);
  EXPECT_EQ(scenario.plan.interventions[0].hours_per_day, 2);
  EXPECT_THAT(scenario.notes, IsEmpty());
}

TEST(Expansion, OfLeadersFirst) {
  const std::vector<Intervention> parts = parts_of(with(asked(*find_kind("leaders_first"), "lag = 12\n")));
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].first_day, 10);
  EXPECT_THAT(parts[0].who, ElementsAre(Target{Target::Kind::role, "leader"}));
  EXPECT_EQ(parts[1].first_day, 22);
  EXPECT_THAT(parts[1].who, SizeIs(4));
  const std::vector<Intervention> other = parts_of(with(asked(*find_kind("reps_first"), "lag = 12\n")));
  ASSERT_THAT(other, SizeIs(2));
  EXPECT_EQ(other[0].who, parts[1].who);
  EXPECT_EQ(other[1].who, parts[0].who);
}

TEST(Expansion, OfALayoffThatFreezesHiring) {
  const Scenario scenario = with(asked(*find_kind("layoff"), "share = 0.3\nfreeze = 40\n"));
  ASSERT_THAT(scenario.plan.events, SizeIs(2));
  EXPECT_EQ(scenario.plan.events[0].kind, Event::Kind::leave);
  EXPECT_EQ(scenario.plan.events[0].share, 0.3F);
  EXPECT_EQ(scenario.plan.events[1].kind, Event::Kind::violation);
  EXPECT_THAT(scenario.plan.events[1].who, ElementsAre(Target{Target::Kind::role, "leader"}));
  const std::vector<Intervention> parts = parts_of(scenario);
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_EQ(parts[0].first_day, 10);
  EXPECT_EQ(parts[0].last_day, 49);
}

TEST(Expansion, OfANewLeaderIsAboutTheTop) {
  const Scenario scenario = with(asked(*find_kind("new_leader")));
  ASSERT_THAT(scenario.plan.events, SizeIs(1));
  EXPECT_EQ(scenario.plan.events[0].kind, Event::Kind::replace);
  ASSERT_THAT(scenario.plan.events[0].who, SizeIs(1));
  const auto organisation = scenario.organisation(0);
  const Seat top = test::seat_of(*organisation, scenario.plan.events[0].who[0].name);
  EXPECT_EQ(organisation->people[top].manager, no_seat);
  const auto listening = changes_of(scenario),
             acting = changes_of(with(asked(*find_kind("new_leader"), "reads_room = false\n")));
  EXPECT_NE(listening.size(), acting.size());
}

TEST(Expansion, ChangesForTheOrganisationHoldForEveryoneAndAreNoted) {
  const Scenario scenario =
      with("[[intervention]]\nkind = \"recognition_programme\"\nname = \"It\"\nwho = { role = \"leader\" }\n");
  const std::vector<Intervention> parts = parts_of(scenario);
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_THAT(parts[0].who, ElementsAre(Target{Target::Kind::role, "leader"}));
  EXPECT_THAT(parts[0].changes, SizeIs(1));
  EXPECT_EQ(parts[0].hours_per_day, 0.05F);
  EXPECT_TRUE(is_for_everyone(parts[1]));
  EXPECT_EQ(parts[1].hours_per_day, 0);
  EXPECT_THAT(scenario.notes, Contains(HasSubstr("changes for the whole organisation, whoever it is about: "
                                                 "recognition.public")));
}

TEST(Expansion, StopsAtTheUsualLengthOrWhereTheScenarioSays) {
  EXPECT_EQ(parts_of(with(asked(*find_kind("bad_quarter"))))[0].last_day, 74);
  EXPECT_EQ(parts_of(with(asked(*find_kind("bad_quarter"), "to = 20\n")))[0].last_day, 20);
  EXPECT_EQ(parts_of(with(asked(*find_kind("poster"))))[0].last_day, Scenario::most_days);
}

TEST(Expansion, CostsForSomeDaysOnlyAndOnce) {
  const std::vector<Intervention> parts =
      parts_of(with("[[intervention]]\nname = \"It\"\nfrom = 10\nwho = \"everyone\"\nadd = { \"effort.base\" = 0.1 }\n"
                    "cost = { hours = 1, days = 5, once = 300 }\n"));
  ASSERT_THAT(parts, SizeIs(3));
  EXPECT_EQ(parts[0].hours_per_day, 0);
  EXPECT_EQ(parts[0].last_day, Scenario::most_days);
  EXPECT_EQ(parts[1].hours_per_day, 1);
  EXPECT_EQ(parts[1].last_day, 14);
  EXPECT_EQ(parts[2].money_per_day, 300);
  EXPECT_EQ(parts[2].last_day, 10);
}

TEST(Sequence, BeginsWhenItsPredecessorIsDone) {
  const Scenario scenario = with(
      "[[intervention]]\nkind = \"poster\"\nafter = \"Second\"\n"
      "[[intervention]]\nkind = \"offsite\"\nname = \"Second\"\nafter = \"First\"\n"
      "[[intervention]]\nkind = \"playbook\"\nname = \"First\"\nfrom = 11\nramp = 20\n");
  EXPECT_EQ(parts_of(scenario, "First")[0].first_day, 11);
  EXPECT_EQ(parts_of(scenario, "Second")[0].first_day, 31);  // the ramp is over on day 30
  EXPECT_EQ(parts_of(scenario, "poster")[0].first_day, 33);  // after two days
}

TEST(Sequence, TrainingByHandWillDo) {
  const Scenario scenario = with(
      "[[intervention]]\nname = \"Workshop\"\nto = 8\nwho = \"everyone\"\nadd = { \"training.hours\" = 2.0 }\n"
      "[[intervention]]\nkind = \"discretion_after_training\"\nname = \"It\"\nafter = \"workshop\"\n");
  EXPECT_EQ(parts_of(scenario)[0].first_day, 9);
}

TEST(Sequence, WhatEndsBeforeAllOfItHasBegunIsNoted) {
  const Scenario scenario = with(asked(*find_kind("leaders_first"), "to = 20\n"));
  EXPECT_THAT(parts_of(scenario), SizeIs(1));
  EXPECT_THAT(scenario.notes, ElementsAre(HasSubstr("ends before all of it has begun")));
}

TEST(Sequence, AnAnswerToNothingIsNoted) {
  const Scenario scenario = with(asked(*find_kind("reset")));
  EXPECT_THAT(scenario.notes, ElementsAre(HasSubstr("answers for nothing")));
}

TEST(Strength, ScalesTheCostOfKindsToo) {
  const std::vector<Intervention> parts = parts_of(with(asked(*find_kind("offsite"), "strength = 0.5\n")));
  for (const Intervention& part : parts) EXPECT_EQ(part.strength, 0.5F);  // the lever table scales by it
}

}  // namespace
}  // namespace trust
