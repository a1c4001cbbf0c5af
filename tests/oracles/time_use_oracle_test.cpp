// Oracle of the phase `spend`, person by person in double precision.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

constexpr Column activities[] = {Column::hours_coordination, Column::hours_learning, Column::hours_programme,
                                 Column::hours_reporting,    Column::hours_meetings, Column::hours_justification,
                                 Column::hours_outside};

class Day {
 public:
  Day(const PhaseRun& run, Seat seat, int lane) : run_(run), seat_(seat), lane_(lane) {}

  void compare() const {
    const bool there = run_.present(seat_, lane_);
    double left = there ? lever(Lever::hours_day) : 0;
    expect(Column::hours_coordination, take(left, coordination()));
    expect(Column::hours_learning,
           take(left, lever(Lever::hours_learning) + lever(Lever::training_hours) + lever(Lever::acumen_hours)));
    expect(Column::hours_programme, take(left, programme()));

    const double monitoring = best_monitoring(run_.trust_of_manager(seat_, lane_));
    const double reporting = lever(Lever::hours_reporting) * monitoring + lever(Lever::hours_required_reporting) +
                             (micromanaged_today() ? lever(Lever::hours_micromanagement) : 0);
    const double meetings =
        lever(Lever::hours_meetings) * best_monitoring(run_.before(Column::trust_received, seat_, lane_)) +
        lever(Lever::hours_scrum);
    const double justification = lever(Lever::hours_justification) * monitoring;
    const double wanted = reporting + meetings + justification;
    const double share = wanted > left ? left / wanted : 1.0;
    run_.expect(Column::monitoring, seat_, lane_, there ? monitoring : 0,
                tolerance / lever(Lever::monitoring_detection) * 2);
    expect(Column::hours_reporting, share * reporting);
    expect(Column::hours_meetings, share * meetings);
    expect(Column::hours_justification, share * justification);
    expect(Column::hours_outside, left - share * wanted);
    expect(Column::hours_inside, (there ? lever(Lever::hours_day) : 0) - (left - share * wanted));
  }

  // What the columns themselves must satisfy, whatever the oracle says: the hours of a day are spent exactly once, to
  // the last bit and in any order, and an empty seat spends none.
  void check_hours() const {
    const auto hours = run_.present(seat_, lane_) ? static_cast<float>(lever(Lever::hours_day)) : 0.0F;
    float forwards = 0;
    float backwards = 0;
    for (const Column column : activities) {
      RC_ASSERT(of(column) >= 0);
      forwards += of(column);
    }
    std::for_each(std::rbegin(activities), std::rend(activities), [&](Column column) { backwards += of(column); });
    RC_ASSERT(forwards == hours);
    RC_ASSERT(backwards == hours);
    RC_ASSERT(of(Column::hours_inside) + of(Column::hours_outside) == hours);
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }
  float of(Column column) const { return static_cast<float>(run_.after(column, seat_, lane_)); }

  // A unit of monitoring is worth up to 24 hours, so that its rounding is too; whole units are 2^-19 hours.
  void expect(Column column, double hours) const {
    run_.expect(column, seat_, lane_, hours, 2 * tolerance * 24 + 6 * 0x1p-19);
  }

  static double take(double& left, double wanted) {
    const double taken = std::min(left, wanted);
    left -= taken;
    return taken;
  }

  double coordination() const {
    const double own =
        lever(Lever::hours_coordination) * (1 - lever(Lever::playbook_coordination) * lever(Lever::playbook_clarity));
    if (run_.count_before(Column::accounts, seat_, lane_) == 0) return own;
    return own + lever(Lever::client_control) * (1 - run_.before(Column::clients_trust, seat_, lane_));
  }

  double programme() const {
    const double age = run_.before(Column::adopted_for, seat_, lane_) / lever(Lever::change_hours_half_life);
    const bool adopted = run_.before(Column::adopted, seat_, lane_) > 0;
    return lever(Lever::hours_programme) + (adopted ? lever(Lever::change_hours) * std::exp2(-age) : 0);
  }

  bool micromanaged_today() const {
    return run_.did(run_.organisation().people[seat_].manager, lane_, Behaviour::micromanagement);
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

TEST(TimeUseOracle, TheHoursFollowFromTrustAndAddUpToTheDay) {
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
