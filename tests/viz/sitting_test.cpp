// What edits make of a sitting's document, and that each of them can be taken back.
#include "viz/session/sitting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/intervention_kind.hpp"
#include "study/branch/history.hpp"
#include "tests/viz/example.hpp"
#include "tests/viz/sitting_examples.hpp"

namespace trust::viz {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class SittingOf : public testing::Test {
 protected:
  std::size_t lane(const std::string& name) const { return lane_named(sitting, name).index; }

  PlannedFile planned;
  Sitting sitting{planned.file};
};

using AnEdit = SittingOf;
using ALane = SittingOf;
using AHand = SittingOf;
using AGesture = SittingOf;
using GoingBack = SittingOf;

TEST_F(SittingOf, IsTheBaselineWhileNothingIsEdited) {
  EXPECT_EQ(sitting.what_if(), sitting.baseline());
  EXPECT_FALSE(sitting.edited());
  EXPECT_FALSE(sitting.unsaved());
  const SittingState state = sitting.state();
  EXPECT_EQ(state.file, planned.file.string());
  EXPECT_EQ(state.baseline_file, planned.file.string());
  EXPECT_EQ(state.undo, "");
  EXPECT_THAT(state.lanes, SizeIs(4));
  EXPECT_THAT(state.baseline_lanes, SizeIs(4));
  for (const Lane& lane : state.lanes) EXPECT_TRUE(lane.of_baseline && !lane.changed) << lane.name;
}

TEST_F(SittingOf, SaysWhatTheFileSays) {
  const Scenario read = load_scenario_text(planned.folder.path() / "again.toml", sitting.text());
  EXPECT_TRUE(same_history(read.plan, sitting.baseline()->plan, Scenario::most_days));
  EXPECT_EQ(read.story, sitting.baseline()->story);
  EXPECT_EQ(read.name, "Planned (what-if)");
}

TEST_F(ALane, SaysWhatWhoAndWhen) {
  const Lane shown = lane_named(sitting, "Show the work");
  EXPECT_EQ(shown.sentence, "Transparency propensity +0.25, Recognition propensity +0.20");
  EXPECT_EQ(shown.who, "role leader");
  EXPECT_EQ(shown.first_day, 5);
  EXPECT_EQ(shown.last_day, 14);
  EXPECT_FALSE(shown.once || shown.open_end || shown.by_hand);
  EXPECT_EQ(option_of(shown, "set.trust.gain"), "(none)");
  EXPECT_EQ(option_of(shown, "add.recognition.propensity"), "0.2");
  EXPECT_EQ(option_of(shown, "cost.hours"), "0.5");

  const Lane promise = lane_named(sitting, "broken_promise");
  EXPECT_TRUE(promise.once);
  EXPECT_EQ(promise.first_day, 9);
  EXPECT_EQ(promise.last_day, 9);
  EXPECT_EQ(promise.kind, "broken_promise");
  EXPECT_EQ(promise.who, "function marketing");
  EXPECT_EQ(option_of(promise, "severity"), "0.3");

  const Lane louder = lane_named(sitting, "Louder");
  EXPECT_EQ(louder.first_day, 15);  // after "Show the work"
  EXPECT_EQ(louder.last_day, 40);
  EXPECT_TRUE(louder.open_end);
  EXPECT_EQ(louder.sentence, "Recognition propensity becomes 0.50");
  EXPECT_EQ(louder.who, "role rep and team Sales 1");
}

TEST_F(ALane, HasTheOptionsOfItsKindWithTheirDefaults) {
  sitting.add("one_to_ones", 3);
  const Lane added = lane_named(sitting, "one_to_ones");
  for (const KindOption& option : find_kind("one_to_ones")->options)
    EXPECT_NE(option_of(added, std::string(option.name)), "(none)") << option.name;
  EXPECT_EQ(added.who, "everyone who leads");
  EXPECT_EQ(added.sentence, find_kind("one_to_ones")->sentence);
}

TEST_F(AnEdit, MovesAndKeepsTheLength) {
  sitting.change(first_day(lane("Show the work"), 8));
  const Lane moved = lane_named(sitting, "Show the work");
  EXPECT_EQ(moved.first_day, 8);
  EXPECT_EQ(moved.last_day, 17);
  EXPECT_TRUE(moved.of_baseline && moved.changed);
  EXPECT_EQ(lane_named(sitting, "Louder").first_day, 18);  // goes on waiting for it
  EXPECT_EQ(sitting.state().undo, "Move Show the work to day 8");
  EXPECT_TRUE(sitting.edited() && sitting.unsaved());
  EXPECT_EQ(sitting.what_if()->plan.interventions[0].first_day, 8);
  EXPECT_EQ(sitting.baseline()->plan.interventions[0].first_day, 5);
}

TEST_F(AnEdit, KeepsTheLengthOverTheLastDay) {
  sitting.add("ongoing_training:to=19", 10);
  sitting.change(first_day(lane("ongoing_training"), 36));
  EXPECT_EQ(lane_named(sitting, "ongoing_training").last_day, 40);
  sitting.change(first_day(lane("ongoing_training"), 20));
  EXPECT_EQ(lane_named(sitting, "ongoing_training").last_day, 29);
}

TEST_F(AnEdit, ThatMovesWhatAnotherWaitsForBeyondTheEndIsRefused) {
  sitting.change(first_day(lane("Show the work"), 25));
  EXPECT_THROW(sitting.change(first_day(lane("Show the work"), 39)), InputError);  // "Louder" would never come
}

TEST_F(AnEdit, TurnsAfterIntoFrom) {
  sitting.change(first_day(lane("Louder"), 3));
  const Lane moved = lane_named(sitting, "Louder");
  EXPECT_EQ(moved.first_day, 3);
  EXPECT_EQ(option_of(moved, "after"), "(none)");
  EXPECT_EQ(option_of(moved, "from"), "3");
  EXPECT_TRUE(moved.open_end);
}

TEST_F(AnEdit, StretchesAndShortens) {
  sitting.change(last_day(lane("Show the work"), 20));
  EXPECT_EQ(lane_named(sitting, "Show the work").last_day, 20);
  EXPECT_EQ(sitting.state().undo, "Stretch Show the work to day 20");
  sitting.change(last_day(lane("Louder"), 30));
  EXPECT_EQ(lane_named(sitting, "Louder").last_day, 30);
  EXPECT_FALSE(lane_named(sitting, "Louder").open_end);
  EXPECT_EQ(sitting.state().undo, "Shorten Louder to day 30");
}

TEST_F(AnEdit, OfBothEndsSetsBoth) {
  sitting.add("ongoing_training:to=30", 10);
  sitting.change({lane("ongoing_training"), 20, 30, {}, {}});
  EXPECT_EQ(lane_named(sitting, "ongoing_training").first_day, 20);
  EXPECT_EQ(lane_named(sitting, "ongoing_training").last_day, 30);
  sitting.add("sales_lab", 1);  // lasts 40 days where nothing is said
  sitting.change({lane("sales_lab"), 5, 39, {}, {}});
  EXPECT_EQ(lane_named(sitting, "sales_lab").first_day, 5);
  EXPECT_EQ(lane_named(sitting, "sales_lab").last_day, 39);
}

TEST_F(AnEdit, BringsDaysIntoTheRun) {
  sitting.change(first_day(lane("offsite"), 900));
  EXPECT_EQ(lane_named(sitting, "offsite").first_day, 40);
  sitting.change(first_day(lane("offsite"), -3));
  EXPECT_EQ(lane_named(sitting, "offsite").first_day, 1);
  sitting.change(last_day(lane("Show the work"), 0));
  EXPECT_EQ(lane_named(sitting, "Show the work").last_day, 5);
}

TEST_F(AnEdit, SwitchesOffAndKeepsThePlace) {
  sitting.change(on(lane("broken_promise"), false));
  EXPECT_FALSE(lane_named(sitting, "broken_promise").on);
  EXPECT_EQ(lane_named(sitting, "broken_promise").first_day, 9);
  EXPECT_EQ(sitting.what_if()->plan.events.size(), sitting.baseline()->plan.events.size());
  EXPECT_EQ(sitting.state().undo, "Switch Broken promise off");
  sitting.change(on(lane("broken_promise"), true));
  EXPECT_FALSE(sitting.edited());
  EXPECT_EQ(sitting.what_if(), sitting.baseline());
}

TEST_F(AnEdit, SwitchingLeavesTheDaysBeforeAlone) {
  for (const Lane& one : sitting.state().lanes) {
    sitting.change(on(one.index, false));
    EXPECT_TRUE(same_history(sitting.what_if()->plan, sitting.baseline()->plan, one.first_day - 1)) << one.name;
    EXPECT_FALSE(same_history(sitting.what_if()->plan, sitting.baseline()->plan, one.first_day)) << one.name;
    sitting.undo();
  }
}

TEST_F(AnEdit, SetsStrengthAndOptions) {
  sitting.change(strength(lane("Show the work"), 0.3F));
  EXPECT_FLOAT_EQ(lane_named(sitting, "Show the work").strength, 0.3F);
  EXPECT_EQ(option_of(lane_named(sitting, "Show the work"), "strength"), "0.3");
  sitting.set_option({lane("broken_promise"), "severity", "0.45"});
  EXPECT_FLOAT_EQ(sitting.what_if()->plan.events[0].severity, 0.45F);
  sitting.set_option({lane("broken_promise"), "severity", ""});
  EXPECT_THAT(sitting.text(), Not(HasSubstr("severity")));
  sitting.set_option({lane("Show the work"), "add.recognition.propensity", "0.3"});
  EXPECT_EQ(option_of(lane_named(sitting, "Show the work"), "add.recognition.propensity"), "0.3");
  sitting.set_option({lane("offsite"), "name", "Away day"});  // without quotes
  EXPECT_EQ(option_of(lane_named(sitting, "Away day"), "name"), "\"Away day\"");
}

TEST_F(AnEdit, ThatTheLoaderRefusesChangesNothing) {
  const std::string before = sitting.text();
  const auto what_if = sitting.what_if();
  try {
    sitting.set_option({lane("broken_promise"), "severity", "7"});
    FAIL() << "was accepted";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("Planned (what-if): \"broken_promise\": severity: is 7; a number 0 .. 1"));
  }
  EXPECT_THROW(sitting.add("discretion_after_training", 3), InputError);
  EXPECT_THROW(sitting.add("no_such_kind", 3), InputError);
  EXPECT_THROW(sitting.add("poster:depth=3", 3), InputError);
  EXPECT_THROW(sitting.remove(99), InputError);
  EXPECT_THROW(sitting.remove(lane("Show the work")), InputError);  // another waits for it
  EXPECT_THROW(sitting.set_lever(Lever::trust_gain, 40, 3), InputError);
  EXPECT_THROW(sitting.set_lever(Lever::trust_gain, 0.1F, 41), InputError);  // nothing comes after the last day
  EXPECT_THROW(sitting.set_option({0, "colour", "\"red\""}), InputError);
  EXPECT_THROW(sitting.set_option({0, "ramp", "3\ncolour = 1"}), InputError);
  EXPECT_THROW(sitting.set_seed(~std::uint64_t{0}), InputError);
  EXPECT_EQ(sitting.text(), before);
  EXPECT_EQ(sitting.what_if(), what_if);
  EXPECT_EQ(sitting.state().undo, "");
}

TEST_F(AnEdit, AddsBeforeWhatTheHandHolds) {
  sitting.set_lever(Lever::recognition_propensity, 0.9F, 10);
  sitting.add("recognition_programme", 12);
  const SittingState state = sitting.state();
  EXPECT_EQ(state.lanes.back().name, "By hand: recognition.propensity");
  EXPECT_EQ(state.undo, "Add Recognition programme");
  EXPECT_EQ(lane_named(sitting, "recognition_programme").first_day, 12);
  EXPECT_TRUE(lane_named(sitting, "recognition_programme").changed);
  EXPECT_FALSE(lane_named(sitting, "recognition_programme").of_baseline);
}

TEST_F(AnEdit, AddsWhatIsAboutPeopleByTheirIds) {
  const auto& people = sitting.baseline()->first_organisation()->people;
  sitting.add("key_people_leave:from=9", 12, {people[3].id, people[5].id});
  const Lane lane = lane_named(sitting, "key_people_leave");
  EXPECT_EQ(lane.first_day, 9);
  EXPECT_NE(lane.who.find(people[3].id), std::string::npos);
  EXPECT_NE(lane.who.find(people[5].id), std::string::npos);
  EXPECT_THROW(sitting.add("key_people_leave", 12, {"nobody at all"}), InputError);
}

TEST_F(AnEdit, AddsOnTheDayThatTheWordsSay) {
  sitting.add("poster:from=33", 12);
  EXPECT_EQ(lane_named(sitting, "poster").first_day, 33);
}

TEST_F(AnEdit, AddedAndRemovedAgainLeavesTheBaseline) {
  sitting.add("poster", 12);
  sitting.remove(lane("poster"));
  EXPECT_FALSE(sitting.edited());
  EXPECT_EQ(sitting.state().undo, "Remove Poster");
}

TEST_F(AnEdit, ClearsEverything) {
  sitting.add("poster", 12);
  sitting.set_lever(Lever::trust_gain, 0.08F, 20);
  sitting.clear();
  EXPECT_FALSE(sitting.edited());
  EXPECT_TRUE(sitting.undo());
  EXPECT_TRUE(has_lane(sitting, "poster"));
}

TEST_F(AnEdit, GivesBothOneSeed) {
  sitting.set_seed(99);
  EXPECT_EQ(sitting.baseline()->seed, 99U);
  EXPECT_EQ(sitting.what_if(), sitting.baseline());
  EXPECT_FALSE(sitting.edited());
  EXPECT_TRUE(sitting.unsaved());
  sitting.add("poster", 12);
  EXPECT_EQ(sitting.what_if()->seed, 99U);
  sitting.undo();
  sitting.undo();
  EXPECT_EQ(sitting.baseline()->seed, 7U);
}

TEST_F(AnEdit, TakesWhatIfsAsTheCommandLineDoes) {
  sitting.set_what_if("one_to_ones:from=12,strength=0.5");
  EXPECT_EQ(lane_named(sitting, "one_to_ones").first_day, 12);
  sitting.undo();
  const auto plan =
      planned.folder.write("plan.toml",
                           "[levers]\ntrust.gain = 0.06\n[levers.role.leader]\n\"discretion.propensity\" = 0.7\n"
                           "[[intervention]]\nkind = \"poster\"\nafter = \"Show the work\"\n");
  sitting.set_what_if(plan.string());
  EXPECT_EQ(lane_named(sitting, "poster").first_day, 15);
  const auto bad = planned.folder.write("bad.toml", "[levers]\ntrust.gain = 6\n");
  EXPECT_THROW(sitting.set_what_if(bad.string()), InputError);
  EXPECT_THROW(sitting.set_what_if("nowhere.toml"), InputError);
  EXPECT_EQ(sitting.state().undo, "Add plan.toml");

  std::string other = planned_text;
  other.replace(other.find("from = 20"), 9, "from = 30");
  sitting.set_what_if(planned.folder.write("other.toml", other).string());
  EXPECT_FALSE(has_lane(sitting, "poster"));
  EXPECT_EQ(lane_named(sitting, "offsite").first_day, 30);
  EXPECT_EQ(sitting.state().undo, "Compare with other.toml");
  std::string larger = planned_text;
  larger.replace(larger.find("rep = 16"), 8, "rep = 17");
  EXPECT_THROW(sitting.set_what_if(planned.folder.write("larger.toml", larger).string()), InputError);
}

TEST_F(AHand, HoldsALeverForEveryoneToTheEnd) {
  sitting.set_lever(Lever::trust_gain, 0.08F, 21);
  EXPECT_EQ(sitting.state().undo, "Set Trust gain to 0.08 from day 21");
  const Lane held = lane_named(sitting, "By hand: trust.gain");
  EXPECT_TRUE(held.by_hand && held.open_end && held.changed);
  EXPECT_EQ(held.who, "everyone");
  EXPECT_EQ(held.first_day, 21);
  EXPECT_EQ(option_of(held, "set.trust.gain"), "0.08");
  EXPECT_FALSE(sitting.holds(Lever::trust_gain, 20));
  EXPECT_TRUE(sitting.holds(Lever::trust_gain, 21));
  EXPECT_TRUE(sitting.holds(Lever::trust_gain, 40));
  EXPECT_FALSE(sitting.holds(Lever::trust_loss, 40));
  EXPECT_EQ(sitting.what_if()->plan.interventions.back().changes[0].value, 0.08F);  // the very float
}

TEST_F(AHand, MeansNoMoreThanSixDigits) {
  sitting.set_lever(Lever::trust_gain, 0.01F * 9, 21);  // 0.089999996
  EXPECT_EQ(sitting.state().undo, "Set Trust gain to 0.09 from day 21");
  EXPECT_EQ(sitting.what_if()->plan.interventions.back().changes[0].value, 0.09F);
}

TEST_F(AHand, ReplacesWhatItHeldLater) {
  sitting.set_lever(Lever::trust_gain, 0.08F, 21);
  sitting.set_lever(Lever::trust_gain, 0.09F, 30);
  sitting.set_lever(Lever::trust_gain, 0.02F, 25);
  std::vector<std::pair<int, int>> days;
  for (const Lane& lane : sitting.state().lanes)
    if (lane.by_hand) days.emplace_back(lane.first_day, lane.last_day);
  EXPECT_THAT(days, ElementsAre(std::pair(21, 24), std::pair(25, 40)));
}

TEST_F(AHand, LetsGo) {
  sitting.set_lever(Lever::trust_gain, 0.08F, 21);
  sitting.reset_lever(Lever::trust_gain, 30);
  EXPECT_EQ(lane_named(sitting, "By hand: trust.gain").last_day, 29);
  EXPECT_EQ(sitting.state().undo, "Let go of Trust gain from day 30");
  sitting.reset_lever(Lever::trust_gain, 10);
  EXPECT_FALSE(sitting.edited());
  sitting.reset_lever(Lever::trust_loss, 10);  // nothing to let go of
  EXPECT_EQ(sitting.state().undo, "Let go of Trust gain from day 10");
}

TEST_F(AHand, LeavesTheDaysBeforeAlone) {
  std::mt19937 luck(5);
  for (int i = 0; i < 60; ++i) {
    const auto before = sitting.what_if();
    const int day = static_cast<int>(luck() % 40) + 1;
    const Lever lever = luck() % 2 == 0 ? Lever::trust_gain : Lever::recognition_propensity;
    if (luck() % 3 == 0)
      sitting.reset_lever(lever, day);
    else
      sitting.set_lever(lever, static_cast<float>(luck() % 20) / 20, day);
    EXPECT_TRUE(same_history(before->plan, sitting.what_if()->plan, day - 1)) << i;
  }
}

TEST_F(AGesture, IsOneStep) {
  const std::size_t moved = lane("offsite");
  for (const int day : {21, 22, 25, 28}) sitting.change(first_day(moved, day), 3);
  EXPECT_EQ(sitting.state().undo, "Move Offsite to day 28");
  EXPECT_THAT(sitting.state().log, ElementsAre("Open planned.toml", "Move Offsite to day 28"));
  sitting.change(first_day(moved, 30), 4);  // another gesture
  EXPECT_TRUE(sitting.undo());
  EXPECT_EQ(lane_named(sitting, "offsite").first_day, 28);
  EXPECT_TRUE(sitting.undo());
  EXPECT_FALSE(sitting.edited());
  EXPECT_FALSE(sitting.undo());
}

TEST_F(AGesture, OfNoNumberIsAlwaysAStep) {
  sitting.change(first_day(lane("offsite"), 21));
  sitting.change(first_day(lane("offsite"), 22));
  sitting.undo();
  EXPECT_EQ(lane_named(sitting, "offsite").first_day, 21);
}

TEST_F(AGesture, MovesOneThing) {
  sitting.change(first_day(lane("offsite"), 22), 3);
  sitting.change(first_day(lane("Louder"), 22), 3);
  sitting.set_lever(Lever::trust_gain, 0.08F, 21, 3);
  sitting.set_lever(Lever::trust_gain, 0.09F, 21, 3);
  sitting.set_lever(Lever::trust_gain, 0.1F, 21, 3);
  EXPECT_THAT(sitting.state().log, SizeIs(4));
  sitting.undo();
  EXPECT_FALSE(has_lane(sitting, "By hand: trust.gain"));
  EXPECT_EQ(lane_named(sitting, "Louder").first_day, 22);
}

TEST_F(AGesture, ThatComesBackIsNone) {
  sitting.change(first_day(lane("offsite"), 25), 3);
  sitting.change(first_day(lane("offsite"), 20), 3);
  EXPECT_EQ(sitting.state().undo, "");
  EXPECT_FALSE(sitting.edited());
  sitting.change(first_day(lane("offsite"), 26), 3);
  EXPECT_EQ(sitting.state().undo, "Move Offsite to day 26");
}

TEST_F(AGesture, EndsWithAnUndo) {
  sitting.change(first_day(lane("offsite"), 25), 3);
  sitting.undo();
  sitting.redo();
  sitting.change(first_day(lane("offsite"), 27), 3);
  sitting.undo();
  EXPECT_EQ(lane_named(sitting, "offsite").first_day, 25);
}

TEST_F(GoingBack, LeadsToTheVerySame) {
  const auto start = sitting.what_if();
  sitting.add("poster", 12);
  const auto with_poster = sitting.what_if();
  sitting.set_lever(Lever::trust_gain, 0.08F, 20);
  EXPECT_TRUE(sitting.undo());
  EXPECT_EQ(sitting.what_if(), with_poster);
  EXPECT_EQ(sitting.state().redo, "Set Trust gain to 0.08 from day 20");
  EXPECT_TRUE(sitting.undo());
  EXPECT_EQ(sitting.what_if(), start);
  EXPECT_TRUE(sitting.redo());
  EXPECT_EQ(sitting.what_if(), with_poster);
  EXPECT_THAT(sitting.state().log,
              ElementsAre("Open planned.toml", "Add Poster", "Set Trust gain to 0.08 from day 20",
                          "Undo: Set Trust gain to 0.08 from day 20", "Undo: Add Poster", "Redo: Add Poster"));
  sitting.add("offsite", 30);
  EXPECT_FALSE(sitting.redo());  // something else has been done
}

TEST_F(GoingBack, TakesBackAnySequence) {
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    std::mt19937 luck(seed);
    Sitting edited(planned.file);
    for (int i = 0; i < 25; ++i) {
      edit_at_random(edited, luck);
      if (luck() % 5 == 0) edited.undo();
      if (luck() % 7 == 0) edited.redo();
    }
    while (edited.redo()) {
    }
    std::vector<std::string> texts = {edited.text()};
    const auto last = edited.what_if();
    while (edited.undo()) texts.push_back(edited.text());
    EXPECT_EQ(edited.text(), sitting.text()) << seed;
    EXPECT_EQ(edited.what_if(), edited.baseline());
    EXPECT_TRUE(same_history(edited.what_if()->plan, sitting.baseline()->plan, Scenario::most_days));
    for (std::size_t i = texts.size(); i-- > 0;) {
      EXPECT_EQ(edited.text(), texts[i]) << seed;
      edited.redo();
    }
    EXPECT_EQ(edited.what_if(), last);
  }
}

TEST(ASittingWithoutAFile, GoesOnTopOfThePlanThatWasMadeInCode) {
  Scenario made = example_scenario(20);
  made.plan.settings.push_back({{}, Lever::trust_gain, 0.05F});
  Sitting sitting(made);
  EXPECT_EQ(sitting.what_if(), sitting.baseline());
  EXPECT_THAT(sitting.state().lanes, IsEmpty());
  sitting.add("poster", 4);
  sitting.set_lever(Lever::trust_loss, 0.1F, 8);
  EXPECT_THAT(sitting.state().lanes, SizeIs(2));
  EXPECT_EQ(sitting.what_if()->plan.settings.size(), 1U);
  EXPECT_GE(sitting.what_if()->plan.interventions.size(), 2U);
  EXPECT_EQ(sitting.what_if()->days, 20);
  EXPECT_EQ(sitting.what_if()->seed, 11U);
  sitting.set_seed(5);
  EXPECT_EQ(sitting.what_if()->seed, 5U);
  EXPECT_EQ(sitting.baseline()->seed, 5U);
  EXPECT_THROW(sitting.save(std::filesystem::temp_directory_path() / "never-written.toml"), InputError);
  while (sitting.undo()) {
  }
  EXPECT_EQ(sitting.what_if(), sitting.baseline());
}

TEST(ASittingOfAScenarioInHand, KnowsItsFileAndTheSeedThatItWasGiven) {
  const PlannedFile planned;
  Scenario scenario = load_scenario(planned.file);
  scenario.seed = 1234;
  Sitting sitting(scenario);
  EXPECT_THAT(sitting.state().lanes, SizeIs(4));
  EXPECT_EQ(sitting.baseline()->seed, 1234U);
  sitting.add("poster", 4);
  EXPECT_EQ(sitting.what_if()->seed, 1234U);
  EXPECT_THAT(sitting.text(), HasSubstr("--seed 1234\n"));
  EXPECT_THAT(sitting.text(), HasSubstr("\nseed = 1234\n"));
}

TEST(ASittingOfAScenarioInHand, GoesOnTopWhereOptionsChangedIt) {
  const PlannedFile planned;
  Scenario scenario = load_scenario(planned.file);
  apply_setting(scenario, "trust.gain=0.07");
  Sitting sitting(scenario);
  sitting.add("poster", 4);
  EXPECT_TRUE(same_history(sitting.what_if()->plan, scenario.plan, 3));
  EXPECT_FALSE(same_history(sitting.what_if()->plan, scenario.plan, 4));
}

}  // namespace
}  // namespace trust::viz
