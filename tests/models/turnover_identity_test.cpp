// With people who come and go, ties that form and end, news that travels and teams that are reorganised, a replicate's
// bits still depend on its number, the seed, the organisation, the rules and the plan, and on nothing else.
#include <gtest/gtest.h>

#include <filesystem>

#include "sim/snapshot.hpp"
#include "tests/models/by_hand.hpp"
#include "tests/models/turbulent.hpp"

namespace trust::testing {
namespace {

using Hashes = std::vector<std::uint64_t>;

constexpr int past_all_events = 26;

const std::shared_ptr<const World>& several_blocks() {
  static const std::shared_ptr<const World> world = turbulent_world(600, 0.02);
  return world;
}

const std::shared_ptr<const World>& one_block() {
  static const std::shared_ptr<const World> world = turbulent_world(48);
  return world;
}

const Plan& turbulence() {
  static const Plan plan = turbulent_plan();
  return plan;
}

BatchOptions options_with(TrustRule trust) {
  BatchOptions options;
  options.seed = 3;
  options.rules = {trust, GossipRule::transfer};
  return options;
}

Hashes run(const std::shared_ptr<const World>& world, const std::vector<LanePlan>& lanes, int days,
           const BatchOptions& options = options_with(TrustRule::asymmetric)) {
  Batch batch(world, lanes, options);
  return hashes_after(batch, days);
}

// The columns in which two batches differ, in any lane.
std::string differing_columns(const Batch& one, const Batch& other) {
  const auto ones = one.column_hashes();
  const auto others = other.column_hashes();
  std::string names;
  for (std::size_t c = 0; c < column_count; ++c) {
    bool same = true;
    for (std::size_t lane = 0; lane < ones.size(); ++lane) same = same && ones[lane][c] == others[lane][c];
    if (!same) names += std::string(columns()[c].name) + " ";
  }
  return names;
}

TEST(TurnoverIdentity, TheTestIsAboutSomething) {
  Batch batch(one_block(), lanes_of(turbulence(), 0, 16), options_with(TrustRule::asymmetric));
  double exits = 0;
  double hires = 0;
  for (int day = 1; day <= past_all_events; ++day) {
    batch.step();
    for (int lane = 0; lane < 16; ++lane) {
      exits += figure(batch, Measure::exits, lane);
      hires += figure(batch, Measure::hires, lane);
    }
  }
  EXPECT_GT(exits, 300);
  EXPECT_GT(hires, 300);
  std::size_t moved = 0;
  for (Seat seat = 0; seat < one_block()->seats(); ++seat) {
    moved += batch.world().team_of()[seat] != one_block()->team_of()[seat] ? 1 : 0;
  }
  EXPECT_GT(moved, 10U);
  EXPECT_GT(batch.world().graph().ties(), one_block()->graph().ties());
}

TEST(TurnoverIdentity, ThreadsDoNotMatter) {
  ASSERT_GT(several_blocks()->blocks().size(), 3U);
  const Hashes expected = run(several_blocks(), lanes_of(turbulence(), 0, 16), 12);
  BatchOptions options = options_with(TrustRule::asymmetric);
  options.parallelism = Parallelism::blocks;
  for (const int threads : {1, 2, 4}) {
    const ThreadLimit limit(threads);
    for (int repeat = 0; repeat < 2; ++repeat) {
      EXPECT_EQ(run(several_blocks(), lanes_of(turbulence(), 0, 16), 12, options), expected)
          << threads << " threads, repeat " << repeat;
    }
  }
}

TEST(TurnoverIdentity, FiguresDoNotDependOnThreads) {
  BatchOptions options = options_with(TrustRule::beta);
  Batch serial(several_blocks(), lanes_of(turbulence(), 0, 4), options);
  options.parallelism = Parallelism::blocks;
  Batch blocks(several_blocks(), lanes_of(turbulence(), 0, 4), options);
  const ThreadLimit limit(4);
  for (int day = 0; day < 12; ++day) {
    for (int lane = 0; lane < 4; ++lane) ASSERT_EQ(serial.figures(lane), blocks.figures(lane)) << "day " << day;
    serial.step();
    blocks.step();
  }
}

TEST(TurnoverIdentity, TheOrderOfLanesDoesNotMatter) {
  const std::vector<LanePlan> straight = lanes_of(turbulence(), 0, 16);
  const Hashes expected = run(one_block(), straight, past_all_events);
  std::vector<LanePlan> shuffled;
  for (std::size_t l = 0; l < 16; ++l) shuffled.push_back(straight[l * 7 % 16]);
  const Hashes found = run(one_block(), shuffled, past_all_events);
  for (std::size_t l = 0; l < 16; ++l) EXPECT_EQ(found[l], expected[l * 7 % 16]) << l;
}

class TurnoverIdentityUnder : public ::testing::TestWithParam<TrustRule> {};

TEST_P(TurnoverIdentityUnder, AReplicateAloneIsTheSameAsAmongOthers) {
  const BatchOptions options = options_with(GetParam());
  const Hashes all = run(one_block(), lanes_of(turbulence(), 0, 16), past_all_events, options);
  for (const std::uint32_t replicate : {0U, 5U, 15U}) {
    EXPECT_EQ(run(one_block(), lanes_of(turbulence(), replicate, 1), past_all_events, options).at(0), all.at(replicate))
        << replicate;
  }
}

TEST_P(TurnoverIdentityUnder, InstructionSetsAgree) {
  if (!is_available(InstructionSet::avx2)) GTEST_SKIP() << "no AVX2 here";
  BatchOptions options = options_with(GetParam());
  for (const std::uint32_t first : {0U, 5U}) {  // lanes whose luck lies in order, and lanes whose luck is shuffled
    options.instruction_set = InstructionSet::portable;
    Batch portable(one_block(), lanes_of(turbulence(), first, 16), options);
    options.instruction_set = InstructionSet::avx2;
    Batch avx2(one_block(), lanes_of(turbulence(), first, 16), options);
    for (int day = 0; day < past_all_events; ++day) {
      ASSERT_EQ(differing_columns(portable, avx2), "") << "day " << day;
      for (int lane = 0; lane < 16; ++lane) ASSERT_EQ(portable.figures(lane), avx2.figures(lane)) << "day " << day;
      portable.step();
      avx2.step();
    }
  }
}

// What people knew of somebody who left says nothing about the successor.
TEST_P(TurnoverIdentityUnder, ANewTieRemembersNothing) {
  const Plan plan = [] {
    Plan hiring;
    hiring.events = {event_on(1, Event::Kind::hire, 1)};
    return hiring;
  }();
  Batch fresh(one_block(), lanes_of(plan, 0, 16), options_with(GetParam()));
  Batch marked(one_block(), lanes_of(plan, 0, 16), options_with(GetParam()));
  const LaneColumn& trust = marked.state()[Column::trust];
  for (const ColumnRow& row : columns()) {
    const Column column = *find_column(row.name);
    if (!is_of_ties(row.entity) || column == Column::trust) continue;
    LaneColumn& cells = marked.state()[column];
    for (std::size_t slot = 0; slot < cells.rows(); ++slot) {
      for (int lane = 0; lane < 16; ++lane) {
        if (trust.at(slot, lane) < 0) cells.at(slot, lane) = 0.75F;
      }
    }
  }
  fresh.step();
  marked.step();
  EXPECT_GT(figure(fresh, Measure::hires, 0), 0);
  EXPECT_EQ(differing_columns(marked, fresh), "");
}

std::vector<TrustRule> every_rule() {
  std::vector<TrustRule> rules;
  for (const RuleRow& row : trust_rules()) rules.push_back(*find_trust_rule(row.name));
  return rules;
}

INSTANTIATE_TEST_SUITE_P(EveryRule, TurnoverIdentityUnder, ::testing::ValuesIn(every_rule()),
                         [](const auto& rule) { return std::string(name_of(rule.param)); });

class TurnoverRestore : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    file_ = std::filesystem::path(::testing::TempDir()) / ("trustsim_turnover_" + std::string(info->name()));
  }
  void TearDown() override { std::filesystem::remove(file_); }
  Batch batch() const { return Batch(one_block(), lanes_of(turbulence(), 0, 12), options_with(TrustRule::abi)); }

  std::filesystem::path file_;
};

// The counts of ties that the figures divide by are made anew by restoring: equal figures are equal counts.
void expect_the_same_future(Batch& one, Batch& other, int days) {
  for (int day = 0; day <= days; ++day) {
    ASSERT_EQ(differing_columns(one, other), "") << "day " << one.day();
    for (int lane = 0; lane < one.lanes(); ++lane) {
      ASSERT_EQ(one.figures(lane), other.figures(lane)) << "day " << one.day();
    }
    one.step();
    other.step();
  }
}

TEST_F(TurnoverRestore, GoesOnBeforeBetweenAndAfterReorganisations) {
  Batch through = batch();
  for (const int day : {2, 5, 9, 11, 22}) {
    while (through.day() < day) through.step();
    through.save(file_);
    Batch restored = batch();
    restored.restore(file_);
    ASSERT_EQ(restored.day(), day);
    ASSERT_EQ(restored.world().digest(), through.world().digest());
    expect_the_same_future(restored, through, 1);
  }
}

TEST_F(TurnoverRestore, GoesBackThroughAReorganisation) {
  Batch one = batch();
  for (int day = 0; day < 3; ++day) one.step();
  one.save(file_);
  const Hashes expected = hashes_after(one, 10);
  for (int day = 13; day < 25; ++day) one.step();
  one.restore(file_);
  EXPECT_EQ(one.world().digest(), one_block()->digest());
  EXPECT_EQ(hashes_after(one, 10), expected);
}

TEST_F(TurnoverRestore, RefusesAPlanThatWasNotReorganisedSo) {
  Batch one = batch();
  for (int day = 0; day < 6; ++day) one.step();
  one.save(file_);
  const Plan calm;
  Batch other(one_block(), lanes_of(calm, 0, 12), options_with(TrustRule::abi));
  const auto before = other.column_hashes();
  EXPECT_THROW(other.restore(file_), SnapshotError);
  EXPECT_EQ(other.column_hashes(), before);
  EXPECT_EQ(other.day(), 0);
}

}  // namespace
}  // namespace trust::testing
