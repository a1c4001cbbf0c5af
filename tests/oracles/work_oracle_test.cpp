// Oracle of the phase `work`, person by person in double precision.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

class Work {
 public:
  Work(const PhaseRun& run, Seat seat, int lane) : run_(run), seat_(seat), lane_(lane) {}

  void compare() const {
    const bool there = run_.present(seat_, lane_);
    // Crowding out may be ten times fifty before it is cut off, and rounds accordingly.
    run_.expect(Column::effort, seat_, lane_, there ? effort() : 0, 20 * tolerance);
    run_.expect(Column::errors, seat_, lane_, there ? errors() : 0, 2 * tolerance);
    const double newcomer = 1 - std::exp(-before(Column::tenure) / lever(Lever::ramp_days));
    const double quality =
        1 - lever(Lever::quality_trust) + lever(Lever::quality_trust) * 2 * before(Column::trust_given);
    const double expected = after(Column::effort) * before(Column::skill) * quality * (1 - after(Column::errors)) *
                            before(Column::hours_outside) * newcomer;
    run_.expect(Column::output, seat_, lane_, there ? expected : 0, 24 * 2 * tolerance);
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }
  double before(Column column) const { return run_.before(column, seat_, lane_); }
  double after(Column column) const { return run_.after(column, seat_, lane_); }

  double effort() const {
    const double own = lever(Lever::effort_base) + lever(Lever::effort_engagement) * before(Column::engagement) +
                       lever(Lever::effort_energy) * before(Column::energy) +
                       lever(Lever::effort_clarity) * before(Column::clarity) -
                       lever(Lever::effort_micromanagement) * before(Column::micromanaged);
    const double m = before(Column::monitoring);
    double factor = 1 + lever(Lever::effort_supervision) * m / (m + lever(Lever::effort_supervision_half));
    if (m > lever(Lever::effort_crowding_threshold)) {
      factor -= lever(Lever::effort_crowding) * (m - lever(Lever::effort_crowding_threshold)) *
                (1 - before(Column::recognised));
    }
    return std::min(2.0, std::clamp(own, 0.0, 2.0) * std::max(factor, 0.0));
  }

  double errors() const {
    const Seat manager = run_.organisation().people[seat_].manager;
    const double alone = run_.did(manager, lane_, Behaviour::discretion) ? lever(Lever::errors_autonomy) : 1;
    const double watched =
        before(Column::monitoring) + lever(Lever::errors_report_units) * lever(Lever::hours_required_reporting);
    const double share = lever(Lever::errors_base) * (1 - before(Column::skill)) * alone *
                         std::exp(-lever(Lever::errors_detection) * watched);
    return std::clamp(share, 0.0, 1.0);
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
};

TEST(WorkOracle, OutputFollowsFromEffortSkillErrorsAndTime) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("work", chosen);
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      for (int lane = 0; lane < run.lanes(); ++lane) Work(run, seat, lane).compare();
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
