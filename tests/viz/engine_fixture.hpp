// Sessions on the real engine, and what every snapshot of theirs has to be.
#pragma once

#include <gtest/gtest.h>

#include "study/run.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/direct_session.hpp"
#include "viz/session/engine.hpp"

namespace trust::viz {

inline constexpr std::size_t baseline_arm = static_cast<std::size_t>(Arm::baseline);
inline constexpr std::size_t what_if_arm = static_cast<std::size_t>(Arm::what_if);

inline std::vector<std::uint64_t> hashes_of_study(const Scenario& scenario) {
  RunControl control;
  RunOptions options = options_of(scenario);
  options.threads = 1;
  return run_scenario(scenario, options, control, {}).replicate_hashes;
}

inline Scenario small_scenario(int days = 20, std::uint32_t replicates = 2) {
  Scenario scenario = example_scenario(days, replicates);
  scenario.generator->roles = {{"rep", 20}, {"marketer", 14}};
  scenario.generator->ties_per_person = 6;
  return scenario;
}

class EngineTest : public testing::Test {
 protected:
  void load(Scenario scenario) { session.engine().load(std::move(scenario)); }
  const Snapshot& now() { return session.latest(); }
  Timeline& timeline(Arm arm) { return session.engine().arms()->of(arm); }
  std::vector<std::uint64_t> hashes(Arm arm) {
    session.finish();
    return timeline(arm).replicate_hashes(now().day);
  }
  std::string id_of(Seat seat) { return now().look().organisation->people[seat].id; }

  DirectSession session;
};

inline bool same_look(const Look& a, const Look& b) {
  return a.day == b.day && a.people == b.people && a.present == b.present && a.tie_trust == b.tie_trust;
}

// Trust between groups is that of the look that brings it along.
inline void expect_own_sums(const Look& look) {
  Look bare = look;
  bare.between_functions = bare.between_teams = nullptr;
  for (const bool by_team : {false, true}) {
    const auto& brought = by_team ? look.between_teams : look.between_functions;
    ASSERT_TRUE(brought);
    const auto summed = GroupTrustSummer().of(bare, bare.organisation, by_team);
    EXPECT_EQ(brought->pairs, summed->pairs);
    EXPECT_EQ(brought->sums, summed->sums);
  }
}

// What every snapshot of a loaded session has to be, at whatever moment it is made.
inline void expect_whole(const Snapshot& snapshot) {
  ASSERT_TRUE(snapshot.ready());
  EXPECT_LE(snapshot.day, snapshot.computed);
  EXPECT_LE(snapshot.computed, snapshot.days);
  for (const Arm arm : {Arm::baseline, Arm::what_if}) {
    EXPECT_EQ(snapshot.look(arm).day, snapshot.day);
    EXPECT_EQ(snapshot.look(arm).tie_trust.size(), snapshot.look(arm).ties->slots());
    expect_own_sums(snapshot.look(arm));
    for (const MeasureRow& row : measures()) {
      const Series& series = snapshot.of(row.id, arm);
      ASSERT_GT(series.value.size(), static_cast<std::size_t>(snapshot.computed));
      ASSERT_EQ(series.low.size(), series.value.size());
      ASSERT_EQ(series.high.size(), series.value.size());
    }
  }
  EXPECT_GE(snapshot.progress, -1);
  EXPECT_LE(snapshot.progress, 1);
}

}  // namespace trust::viz
