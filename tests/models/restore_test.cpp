// Saving and restoring: going on from a file is going on, bit for bit; a file that does not fit is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "sim/snapshot.hpp"
#include "tests/models/every_rule.hpp"

namespace trust::testing {
namespace {

class Restore : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    std::string name = info->name();
    std::replace(name.begin(), name.end(), '/', '_');
    file_ = std::filesystem::path(::testing::TempDir()) / ("trustsim_" + name + ".state");
  }
  void TearDown() override { std::filesystem::remove(file_); }

  Batch batch(std::uint64_t seed = 3, std::uint32_t first = 0, int steps = 1) const {
    return Batch(world_, lanes_of(plan_, first, 12), {.seed = seed, .steps_per_day = steps});
  }
  void save_after(int days) const {
    Batch saved = batch();
    for (int day = 0; day < days; ++day) saved.step();
    saved.save(file_);
  }
  void expect_refused(Batch other, const std::string& reason) const {
    try {
      other.restore(file_);
      ADD_FAILURE() << "restored, though it should say: " << reason;
    } catch (const SnapshotError& error) {
      EXPECT_THAT(error.what(), ::testing::HasSubstr(reason));
    }
  }

  std::shared_ptr<const World> world_ = small_world(40);
  Plan plan_ = [] {
    Plan plan;
    Intervention change = change_lasting(10, 30);
    change.who.emplace_back();
    change.ramp_days = 8;
    change.money_per_day = 7;
    change.changes.push_back({LeverChange::How::add, Lever::transparency_propensity, 0.3F});
    plan.interventions.push_back(change);
    return plan;
  }();
  std::filesystem::path file_;
};

class RestoreUnder : public Restore, public ::testing::WithParamInterface<Rules> {};

// Saved on a day on which everything is in the air: after a violation, before the answer to it, people gone.
TEST_P(RestoreUnder, GoesOnAsIfNothingHadHappened) {
  const Plan plan = lively_plan();
  const auto world = turbulent_world(40);
  const BatchOptions options{.seed = 3, .rules = GetParam()};
  Batch through(world, lanes_of(plan, 0, 12), options);
  for (int day = 0; day < 6; ++day) through.step();
  through.save(file_);
  Batch restored(world, lanes_of(plan, 0, 12), options);
  restored.restore(file_);
  for (int day = 6; day < 30; ++day) {
    ASSERT_EQ(restored.column_hashes(), through.column_hashes()) << "day " << day;
    for (int lane = 0; lane < 12; ++lane) ASSERT_EQ(restored.figures(lane), through.figures(lane)) << "day " << day;
    restored.step();
    through.step();
  }
}

INSTANTIATE_TEST_SUITE_P(OfEveryRule, RestoreUnder, ::testing::ValuesIn(every_rule()), name_of_rules);

TEST_F(Restore, GoesOnUnderInterventions) {
  Batch through = batch();
  for (int day = 0; day < 15; ++day) through.step();
  through.save(file_);
  Batch restored = batch();
  restored.restore(file_);
  EXPECT_EQ(restored.day(), 15);
  for (int day = 15; day < 45; ++day) {
    ASSERT_EQ(restored.column_hashes(), through.column_hashes()) << "day " << day;
    for (int lane = 0; lane < 12; ++lane) ASSERT_EQ(restored.figures(lane), through.figures(lane)) << "day " << day;
    restored.step();
    through.step();
  }
}

TEST_F(Restore, GoesBackToo) {
  Batch one = batch();
  for (int day = 0; day < 12; ++day) one.step();
  one.save(file_);
  const auto expected = hashes_after(one, 6);
  const Figures figures = one.figures(0);
  for (int day = 18; day < 50; ++day) one.step();
  one.restore(file_);
  EXPECT_EQ(hashes_after(one, 6), expected);
  EXPECT_EQ(one.figures(0), figures);
}

TEST_F(Restore, WorksBetweenInstructionSetsAndThreads) {
  save_after(5);
  Batch expected = batch();
  expected.restore(file_);
  Batch other(world_, lanes_of(plan_, 0, 12),
              {.seed = 3, .parallelism = Parallelism::blocks, .instruction_set = InstructionSet::portable});
  other.restore(file_);
  EXPECT_EQ(hashes_after(other, 10), hashes_after(expected, 10));
}

TEST_F(Restore, AnotherPlanMayGoOnFromTheSameDay) {
  save_after(5);
  const Plan other;
  Batch branch(world_, lanes_of(other, 0, 12), {.seed = 3});
  branch.restore(file_);
  Batch through = batch();
  through.restore(file_);
  EXPECT_EQ(hashes_after(branch, 4), hashes_after(through, 4));  // the plans differ from day 10
  EXPECT_NE(hashes_after(branch, 6), hashes_after(through, 6));
}

TEST_F(Restore, KeepsInactiveTies) {
  Batch one = batch();
  one.state()[Column::trust].at(world_->graph().row_begin(3), 2) = -1.0F;
  one.complete_state();
  one.step();
  one.save(file_);
  Batch other = batch();
  other.restore(file_);
  EXPECT_EQ(hashes_after(other, 5), hashes_after(one, 5));
  EXPECT_EQ(other.figures(2), one.figures(2));
}

TEST_F(Restore, RefusesAnotherRun) {
  save_after(2);
  expect_refused(batch(4), "another seed");
  expect_refused(batch(3, 1), "other replicates");
  expect_refused(batch(3, 0, 2), "another number of steps a day");
  expect_refused(Batch(world_, lanes_of(plan_, 0, 11), {.seed = 3}), "other replicates");
  expect_refused(Batch(world_, lanes_of(plan_, 0, 12), {.seed = 3, .rules = {TrustRule::inflation, GossipRule::none}}),
                 "another rule of trust or of gossip");
}

TEST_F(Restore, RefusesAnotherOrganisation) {
  save_after(2);
  auto edited = std::make_shared<Organisation>(world_->organisation());
  edited->people[7].skill += 0.01F;
  expect_refused(Batch(world_of(edited), lanes_of(plan_, 0, 12), {.seed = 3}), "another organisation");
}

TEST_F(Restore, RefusesADamagedFile) {
  save_after(2);
  const auto size = std::filesystem::file_size(file_);
  for (const std::uintmax_t place : {std::uintmax_t{0}, size / 3, size / 2, size - 1}) {
    save_after(2);
    std::fstream stream(file_, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(place));
    const int byte = stream.get();
    stream.seekp(static_cast<std::streamoff>(place));
    stream.put(static_cast<char>(byte ^ 0x10));
    stream.close();
    EXPECT_THROW(batch().restore(file_), SnapshotError) << "byte " << place;
  }
}

TEST_F(Restore, RefusesAFileCutShortOrMissing) {
  save_after(2);
  const auto size = std::filesystem::file_size(file_);
  for (const std::uintmax_t kept : {size - 1, size / 2, std::uintmax_t{4}, std::uintmax_t{0}}) {
    std::filesystem::resize_file(file_, kept);
    EXPECT_THROW(batch().restore(file_), SnapshotError) << kept << " bytes kept";
  }
  std::filesystem::remove(file_);
  EXPECT_THROW(batch().restore(file_), SnapshotError);
}

TEST_F(Restore, ARefusalLeavesTheBatchAsItWas) {
  save_after(2);
  Batch other = batch(4);
  const auto before = other.column_hashes();
  EXPECT_THROW(other.restore(file_), SnapshotError);
  EXPECT_EQ(other.column_hashes(), before);
  EXPECT_EQ(other.day(), 0);
}

}  // namespace
}  // namespace trust::testing
