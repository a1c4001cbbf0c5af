// Oracle of the phase `spend`, person by person in double precision.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

class Day {
 public:
  Day(const PhaseRun& run, Seat seat, int lane) : run_(run), seat_(seat), lane_(lane) {}

  void compare() const {
    const double hours = lever(Lever::hours_day);
    const double monitoring = best_monitoring(run_.trust_of_manager(seat_, lane_));
    const double reporting =
        lever(Lever::hours_reporting) * monitoring + (micromanaged_today() ? lever(Lever::hours_micromanagement) : 0);
    const double meetings =
        lever(Lever::hours_meetings) * best_monitoring(run_.before(Column::trust_received, seat_, lane_));
    const double room = std::max(0.0, hours - fixed());
    const double share = reporting + meetings > room ? room / (reporting + meetings) : 1.0;
    // A unit of monitoring is worth up to 24 hours, so that its rounding is too.
    const double within = 2 * tolerance * 24;
    run_.expect(Column::monitoring, seat_, lane_, monitoring, tolerance / lever(Lever::monitoring_detection) * 2);
    run_.expect(Column::hours_reporting, seat_, lane_, share * reporting, within);
    run_.expect(Column::hours_meetings, seat_, lane_, share * meetings, within);
    const double outside = room - share * (reporting + meetings);
    run_.expect(Column::hours_outside, seat_, lane_, outside, within);
    run_.expect(Column::hours_inside, seat_, lane_, hours - outside, within);
  }

  // What the columns themselves must satisfy, whatever the oracle says: the hours of a day are spent exactly once.
  void check_hours() const {
    const double hours = lever(Lever::hours_day);
    const double inside = run_.after(Column::hours_inside, seat_, lane_);
    const double outside = run_.after(Column::hours_outside, seat_, lane_);
    RC_ASSERT(outside >= 0 && inside >= 0 && inside <= hours);
    RC_ASSERT(std::abs(inside + outside - hours) < tolerance * hours);
    const double named = run_.after(Column::hours_reporting, seat_, lane_) +
                         run_.after(Column::hours_meetings, seat_, lane_) + std::min(fixed(), hours);
    RC_ASSERT(std::abs(named - inside) < 2 * tolerance * hours);
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }

  double fixed() const {
    return lever(Lever::hours_coordination) + lever(Lever::hours_learning) + lever(Lever::hours_programme);
  }

  bool micromanaged_today() const {
    return run_.did(run_.world().organisation().people[seat_].manager, lane_, BehaviourBit::micromanagement);
  }

  // The monitoring m >= 0 that makes c m + L (1 - T) exp(-kappa m) least.
  double best_monitoring(double trust) const {
    const double detection = lever(Lever::monitoring_detection);
    const double marginal = detection * lever(Lever::monitoring_loss) * (1 - trust);
    const double cost = lever(Lever::monitoring_cost);
    return marginal <= cost ? 0.0 : std::log(marginal / cost) / detection;
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
};

TEST(TimeUseOracle, TheHoursFollowFromTrust) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("spend", chosen);
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      for (int lane = 0; lane < run.lanes(); ++lane) {
        const Day day(run, seat, lane);
        day.compare();
        day.check_hours();
      }
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
