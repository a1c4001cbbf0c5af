// A timeline says of every day what a plain run from day 0 says of it, whatever it kept, forgot and ran again.
#include "viz/session/timeline.hpp"

#include <gtest/gtest.h>

#include "study/run.hpp"
#include "tests/viz/chooser.hpp"
#include "tests/viz/example.hpp"

namespace trust::viz {
namespace {

constexpr int days = 30;
constexpr std::size_t plenty = std::size_t{1} << 30;

// Forty people: what is tested is which days are run, not what they do.
Scenario small_scenario(std::uint32_t replicates = 3) {
  Scenario scenario = example_scenario(days, replicates);
  scenario.generator->roles = {{"rep", 20}, {"marketer", 14}};
  scenario.generator->ties_per_person = 6;
  return scenario;
}

std::shared_ptr<const Scenario> shared(Scenario scenario) {
  return std::make_shared<const Scenario>(std::move(scenario));
}

std::shared_ptr<const World> world_of(const Scenario& scenario) {
  return std::make_shared<const World>(scenario.organisation(0));
}

Scenario with_lever(Scenario scenario, Lever lever, float value, int first_day) {
  Intervention moved;
  moved.name = "By hand";
  moved.first_day = first_day;
  moved.last_day = scenario.days;
  moved.who = {Target{}};
  moved.changes = {{LeverChange::How::set, lever, value}};
  scenario.plan.interventions.push_back(moved);
  return scenario;
}

Scenario with_event(Scenario scenario, Event::Kind kind, int day) {
  Event event;
  event.kind = kind;
  event.day = day;
  event.who = {Target{}};
  event.share = 0.4F;
  event.severity = 0.3F;
  scenario.plan.events.push_back(event);
  return scenario;
}

// A plain run from day 0, without anything of a timeline: the oracle.
struct PlainDay {
  std::vector<std::uint64_t> hashes;
  std::vector<Figures> figures;
  std::vector<TrustByte> ties;
  std::vector<float> stress;
  std::uint64_t organisation;
};

std::vector<PlainDay> plain_run(const Scenario& scenario, const std::shared_ptr<const World>& world) {
  std::vector<LanePlan> lanes;
  for (std::uint32_t r = 0; r < scenario.replicates; ++r) lanes.push_back({r, &scenario.plan});
  BatchOptions options;
  options.seed = scenario.seed;
  Batch batch(world, lanes, options);
  std::vector<PlainDay> all;
  for (int day = 0; day <= scenario.days; ++day) {
    if (day > 0) batch.step();
    PlainDay one{{}, {}, {}, {}, digest(batch.world().organisation())};
    for (int lane = 0; lane < batch.lanes(); ++lane) {
      one.hashes.push_back(batch.lane_hash(lane));
      one.figures.push_back(batch.figures(lane));
    }
    const LaneColumn& trust = batch.state()[Column::trust];
    for (std::size_t slot = 0; slot < trust.rows(); ++slot) one.ties.push_back(to_byte(trust.at(slot, 0)));
    const LaneColumn& stress = batch.state()[Column::stress];
    for (std::size_t seat = 0; seat < stress.rows(); ++seat) one.stress.push_back(stress.at(seat, 0));
    all.push_back(std::move(one));
  }
  return all;
}

void expect_day(Timeline& timeline, int day, const PlainDay& plain) {
  const auto look = timeline.look(day);
  ASSERT_EQ(look->day, day);
  EXPECT_EQ(look->tie_trust, plain.ties) << "day " << day;
  EXPECT_EQ(look->ties->slots(), plain.ties.size());
  EXPECT_EQ(digest(*look->organisation), plain.organisation);
  ASSERT_EQ(look->of(PersonValue::stress).size(), plain.stress.size());
  for (std::size_t seat = 0; seat < plain.stress.size(); ++seat) {
    EXPECT_NEAR(look->of(PersonValue::stress)[seat], plain.stress[seat], 0.6 / 65535);
  }
}

void expect_curves(const Timeline& timeline, const std::vector<PlainDay>& plain) {
  const auto curves = timeline.curves();
  for (std::size_t m = 0; m < measure_count; ++m) {
    const Series& series = curves->series[m];
    ASSERT_EQ(series.value.size(), static_cast<std::size_t>(timeline.computed()) + 1);
    ASSERT_EQ(series.low.size(), series.value.size());
    ASSERT_EQ(series.high.size(), series.value.size());
    for (std::size_t day = 0; day < series.value.size(); ++day) {
      double low = plain[day].figures[0][m];
      double high = low;
      for (const Figures& one : plain[day].figures) {
        low = std::min(low, one[m]);
        high = std::max(high, one[m]);
      }
      ASSERT_EQ(series.value[day], static_cast<float>(plain[day].figures[0][m]));
      ASSERT_EQ(series.low[day], static_cast<float>(low));
      ASSERT_EQ(series.high[day], static_cast<float>(high));
    }
  }
}

bool same_look(const Look& a, const Look& b) {
  return a.day == b.day && a.people == b.people && a.present == b.present && a.tie_trust == b.tie_trust &&
         digest(*a.organisation) == digest(*b.organisation);
}

std::vector<std::uint64_t> hashes_of_study(const Scenario& scenario) {
  RunControl control;
  RunOptions options = options_of(scenario);
  options.threads = 1;
  return run_scenario(scenario, options, control, {}).replicate_hashes;
}

void run_to_the_end(Timeline& timeline) {
  while (!timeline.finished()) timeline.step();
}

TEST(Timeline, EndsWithTheHashesOfTheSameRunByTheStudy) {
  const Scenario scenario = example_scenario(12, 5);
  Timeline timeline(shared(scenario), world_of(scenario));
  run_to_the_end(timeline);
  EXPECT_EQ(timeline.replicate_hashes(12), hashes_of_study(scenario));
}

TEST(Timeline, RunsSixteenReplicatesOfTheFirstOrganisationAtMost) {
  Scenario scenario = small_scenario(40);
  const auto world = world_of(scenario);
  EXPECT_EQ(Timeline(shared(scenario), world).lanes(), 16);
  scenario.replicates_per_organisation = 3;
  EXPECT_EQ(Timeline(shared(scenario), world).lanes(), 3);
  scenario.replicates = 1;
  EXPECT_EQ(Timeline(shared(scenario), world).lanes(), 1);
}

TEST(Timeline, StopsAtTheLastDay) {
  const Scenario scenario = small_scenario();
  Timeline timeline(shared(scenario), world_of(scenario));
  for (int i = 0; i < days + 5; ++i) timeline.step();
  EXPECT_EQ(timeline.computed(), days);
  EXPECT_THROW(timeline.look(days + 1), std::out_of_range);
  EXPECT_THROW(timeline.look(-1), std::out_of_range);
}

TEST(Timeline, ADayIsTheSameWhetherItWasKeptOrRunAgain) {
  const Scenario scenario = with_event(small_scenario(), Event::Kind::reorganise, 11);
  const auto world = world_of(scenario);
  const auto plain = plain_run(scenario, world);
  Timeline rich(shared(scenario), world, plenty);
  run_to_the_end(rich);
  const std::size_t whole = rich.bytes();
  const std::size_t one_look = rich.kept(days)->bytes();
  for (const std::size_t budget : {std::size_t{0}, one_look, 9 * one_look, whole / 3}) {
    Timeline poor(shared(scenario), world, budget);
    run_to_the_end(poor);
    EXPECT_LE(poor.bytes(), budget);
    Chooser choose(budget + 3);
    for (int i = 0; i < 40; ++i) {
      const int day = choose.below(days + 1);
      expect_day(poor, day, plain[static_cast<std::size_t>(day)]);
      EXPECT_TRUE(same_look(*poor.look(day), *rich.look(day))) << "day " << day;
      EXPECT_EQ(poor.replicate_hashes(day), plain[static_cast<std::size_t>(day)].hashes);
      EXPECT_LE(poor.bytes(), budget);
    }
  }
}

TEST(Timeline, KeepsEveryDayAndSomeStatesWhereMemoryAllows) {
  const Scenario scenario = small_scenario();
  Timeline timeline(shared(scenario), world_of(scenario), plenty);
  run_to_the_end(timeline);
  for (int day = 0; day <= days; ++day) EXPECT_NE(timeline.kept(day), nullptr);
  EXPECT_EQ(timeline.days_to_run(20), 20 % Keyframes::closest);
}

TEST(Timeline, AnotherPlanKeepsTheDaysInCommonAndForgetsTheRest) {
  const Scenario scenario = small_scenario();
  const auto world = world_of(scenario);
  Timeline timeline(shared(scenario), world, plenty);
  run_to_the_end(timeline);
  const Scenario moved = with_lever(scenario, Lever::trust_gain, 0.2F, 18);
  EXPECT_EQ(timeline.days_in_common(moved), 17);
  const auto before = timeline.kept(17);
  timeline.replace_plan(shared(moved));
  EXPECT_EQ(timeline.computed(), 17);
  EXPECT_EQ(timeline.kept(17), before);
  EXPECT_EQ(timeline.kept(18), nullptr);
  run_to_the_end(timeline);
  EXPECT_EQ(timeline.replicate_hashes(days), hashes_of_study(moved));
  expect_curves(timeline, plain_run(moved, world));
}

TEST(Timeline, AnotherSeedHasNoDayInCommon) {
  const Scenario scenario = small_scenario();
  Timeline timeline(shared(scenario), world_of(scenario), plenty);
  run_to_the_end(timeline);
  Scenario other = scenario;
  other.seed = 12;
  EXPECT_EQ(timeline.days_in_common(other), -1);
  Scenario set = scenario;
  set.plan.settings.push_back({Target{}, Lever::trust_gain, 0.2F});
  EXPECT_EQ(timeline.days_in_common(set), -1);
  timeline.replace_plan(shared(set));
  EXPECT_EQ(timeline.computed(), 0);
  run_to_the_end(timeline);
  EXPECT_EQ(timeline.replicate_hashes(days), hashes_of_study(set));
}

TEST(Timeline, ABranchLeavesTheOtherAlone) {
  const Scenario scenario = small_scenario();
  const auto world = world_of(scenario);
  Timeline trunk(shared(scenario), world, plenty);
  for (int i = 0; i < 12; ++i) trunk.step();
  const Scenario moved = with_event(scenario, Event::Kind::violation, 13);
  Timeline branch = trunk.branch(shared(moved));
  EXPECT_EQ(branch.computed(), 12);
  EXPECT_EQ(branch.kept(7), trunk.kept(7));
  run_to_the_end(branch);
  EXPECT_EQ(trunk.computed(), 12);
  run_to_the_end(trunk);
  EXPECT_EQ(trunk.replicate_hashes(days), hashes_of_study(scenario));
  EXPECT_EQ(branch.replicate_hashes(days), hashes_of_study(moved));
}

TEST(Timeline, ABatchOfADayGoesOnByItself) {
  const Scenario scenario = small_scenario();
  const auto world = world_of(scenario);
  const auto plain = plain_run(scenario, world);
  Timeline timeline(shared(scenario), world, plenty);
  run_to_the_end(timeline);
  for (const int day : {0, 8, 13, days - 1}) {
    Batch batch = timeline.at_end_of(day);
    batch.step();
    EXPECT_EQ(batch.lane_hash(1), plain[static_cast<std::size_t>(day) + 1].hashes[1]);
  }
  EXPECT_EQ(timeline.computed(), days);
  EXPECT_EQ(timeline.replicate_hashes(days), plain.back().hashes);
}

TEST(Timeline, OtherPlansCostNothingUntilTheyAreRun) {
  const Scenario scenario = small_scenario();
  const auto world = world_of(scenario);
  Timeline trunk(shared(scenario), world, 0);
  for (int i = 0; i < 12; ++i) trunk.step();
  Timeline branch = trunk.branch(shared(with_lever(scenario, Lever::trust_gain, 0.1F, 13)));
  const Scenario last = with_lever(scenario, Lever::trust_gain, 0.2F, 13);
  branch.replace_plan(shared(last));
  EXPECT_FALSE(branch.work_towards(13)) << "the state of day 12 is copied first";
  EXPECT_TRUE(branch.work_towards(13));
  run_to_the_end(branch);
  EXPECT_EQ(branch.replicate_hashes(days), hashes_of_study(last));
  EXPECT_EQ(trunk.computed(), 12);
  run_to_the_end(trunk);
  EXPECT_EQ(trunk.replicate_hashes(days), hashes_of_study(scenario));
}

TEST(Timeline, ASliceRunsOneDayAtMost) {
  const Scenario scenario = small_scenario();
  Timeline timeline(shared(scenario), world_of(scenario), 0);  // keeps nothing
  for (int day = 1; day <= days; ++day) EXPECT_EQ(timeline.work_towards(days), day == days);
  int slices = 1;
  while (!timeline.work_towards_look(20)) ++slices;
  EXPECT_EQ(slices, 21) << "one of them makes day 0";
  EXPECT_TRUE(timeline.work_towards_look(20));
}

// The first and the last of what an edit can be, on random days.
Scenario edited(const Scenario& scenario, Chooser& choose) {
  Scenario other = scenario;
  for (int edits = choose.below(3); edits > 0; --edits) {
    const int day = 1 + choose.below(days);
    switch (choose.below(4)) {
      case 0:
        other = with_event(std::move(other), Event::Kind::violation, day);
        break;
      case 1:
        other = with_event(std::move(other), Event::Kind::reorganise, day);
        break;
      case 2:
        other = with_event(std::move(other), Event::Kind::leave, day);
        break;
      default:
        other = with_lever(std::move(other), Lever::recognition_propensity, 0.1F * static_cast<float>(choose.below(9)),
                           day);
    }
  }
  return other;
}

class AnySequence : public testing::TestWithParam<int> {};

TEST_P(AnySequence, OfStepsLooksAndEditsShowsWhatAPlainRunShows) {
  Chooser choose(static_cast<std::uint64_t>(GetParam()));
  const Scenario scenario = small_scenario(2);
  const auto world = world_of(scenario);
  const std::size_t budget = std::size_t{1} << (8 + choose.below(18));
  Scenario now = scenario;
  auto plain = plain_run(now, world);
  Timeline timeline(shared(now), world, budget);
  for (int command = 0; command < 40; ++command) {
    const int day = choose.below(timeline.computed() + 1);
    switch (choose.below(6)) {
      case 0:
        for (int i = choose.below(12); i > 0; --i) timeline.step();
        break;
      case 1:
        expect_day(timeline, day, plain[static_cast<std::size_t>(day)]);
        break;
      case 2:
        ASSERT_EQ(timeline.replicate_hashes(day), plain[static_cast<std::size_t>(day)].hashes) << "day " << day;
        break;
      case 3:
        ASSERT_EQ(timeline.at_end_of(day).lane_hash(1), plain[static_cast<std::size_t>(day)].hashes[1]);
        break;
      default:
        now = edited(choose.below(2) == 0 ? now : scenario, choose);
        plain = plain_run(now, world);
        if (choose.below(2) == 0) {
          timeline.replace_plan(shared(now));
        } else {
          timeline = timeline.branch(shared(now));
        }
    }
    ASSERT_LE(timeline.bytes(), budget);
    expect_curves(timeline, plain);
    if (HasFatalFailure()) return;
  }
  run_to_the_end(timeline);
  EXPECT_EQ(timeline.replicate_hashes(days), plain.back().hashes);
  EXPECT_EQ(timeline.replicate_hashes(days), hashes_of_study(now));
}

INSTANTIATE_TEST_SUITE_P(Random, AnySequence, testing::Range(1, 25));

}  // namespace
}  // namespace trust::viz
