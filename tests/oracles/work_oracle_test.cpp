// Oracle of the phase `work`, person by person in double precision.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

void compare(const PhaseRun& run, Seat seat, int lane) {
  const auto part = [&](Lever lever, Column column) {
    return run.lever(lever, seat, lane) * run.before(column, seat, lane);
  };
  const double sum = run.lever(Lever::effort_base, seat, lane) + part(Lever::effort_engagement, Column::engagement) +
                     part(Lever::effort_energy, Column::energy) + part(Lever::effort_clarity, Column::clarity) -
                     part(Lever::effort_micromanagement, Column::micromanaged);
  const double effort = std::clamp(sum, 0.0, 2.0);
  const double hours = run.before(Column::hours_outside, seat, lane);
  run.expect(Column::effort, seat, lane, effort, tolerance);
  run.expect(Column::output, seat, lane, effort * run.before(Column::skill, seat, lane) * hours, 24 * tolerance);
}

TEST(WorkOracle, OutputFollowsFromEffortSkillAndTime) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("work", chosen);
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      for (int lane = 0; lane < run.lanes(); ++lane) compare(run, seat, lane);
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
