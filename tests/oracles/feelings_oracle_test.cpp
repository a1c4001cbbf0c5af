// Oracle of the phase `feel`, person by person in double precision.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

class Feelings {
 public:
  Feelings(const PhaseRun& run, Seat seat, int lane)
      : run_(run), seat_(seat), lane_(lane), manager_(run.organisation().people[seat].manager) {}

  void compare() const {
    compare_trust_given();
    moves(Column::felt_trust, felt_trust(), Lever::felt_rate);
    moves(Column::clarity, clarity(), Lever::clarity_rate);
    moves(Column::recognised, did(Behaviour::recognition) ? 1 : 0, Lever::signal_rate);
    moves(Column::micromanaged, did(Behaviour::micromanagement) ? 1 : 0, Lever::signal_rate);
    moves(Column::progressing, did(Behaviour::progress) ? 1 : 0, Lever::signal_rate);
    moves(Column::stress, stress(), Lever::stress_rate);
    moves(Column::energy, energy(), Lever::energy_rate);
    moves(Column::engagement, engagement(), Lever::engagement_rate);
    moves(Column::safety, safety(), Lever::safety_rate);
    compare_expectation();
    RC_ASSERT(run_.bits_after(Column::word_before, seat_, lane_) ==
              run_.bits_before(Column::behaviour_word, seat_, lane_));
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }
  double before(Column column) const { return run_.before(column, seat_, lane_); }
  // Compared on its own; what follows from a column starts from the engine's value of it.
  double after(Column column) const { return run_.after(column, seat_, lane_); }
  bool did(Behaviour behaviour) const { return run_.did(manager_, lane_, behaviour); }

  void expect(Column column, double value, double within) const { run_.expect(column, seat_, lane_, value, within); }

  void moves(Column column, double target, Lever rate) const {
    const double share = run_.per_step(lever(rate));
    expect(column, (1 - share) * before(column) + share * std::clamp(target, 0.0, 1.0), tolerance);
  }

  void compare_trust_given() const {
    double sum = 0;
    int active = 0;
    for (const OutgoingTie& tie : run_.graph().outgoing(seat_)) {
      const double trust = run_.before(Column::trust, tie.slot, lane_);
      if (trust < 0) continue;
      sum += trust;
      ++active;
    }
    expect(Column::trust_given, active == 0 ? lever(Lever::trust_disposition_within) : sum / active, mean_tolerance);
  }

  double felt_trust() const {
    const double weight = lever(Lever::felt_manager);
    double target = weight * run_.trust_of_manager(seat_, lane_) + (1 - weight) * before(Column::trust_received);
    if (did(Behaviour::discretion) && before(Column::skill) >= lever(Lever::discretion_skill_threshold)) {
      target += lever(Lever::felt_discretion);
    }
    if (did(Behaviour::micromanagement)) target -= lever(Lever::felt_micromanagement);
    return target;
  }

  // A vision counts for as much as its hearer trusts the one it comes from.
  double clarity() const {
    const Slot slot = run_.graph().find(seat_, manager_);
    const double in_manager = slot == no_slot ? -1.0 : run_.before(Column::trust, slot, lane_);
    const double believed = in_manager >= 0 ? in_manager : after(Column::trust_given);
    const double shown = manager_ == no_seat || did(Behaviour::transparency) ? 1 : 0;
    return shown + lever(Lever::message_vision) * lever(Lever::message_effect) * believed;
  }

  double stress() const {
    const Organisation& organisation = run_.organisation();
    const bool exposed = organisation.roles[organisation.people[seat_].role].exposed;
    return (exposed ? lever(Lever::stress_conflict) * (1 - lever(Lever::incentives_team)) : 0) +
           lever(Lever::stress_base) +
           lever(Lever::stress_overhead) * before(Column::hours_inside) / lever(Lever::hours_day) +
           lever(Lever::stress_uncertainty) * (1 - after(Column::clarity)) +
           lever(Lever::stress_micromanagement) * after(Column::micromanaged) -
           lever(Lever::stress_trust) * after(Column::trust_given);
  }

  double energy() const {
    return lever(Lever::energy_base) + lever(Lever::energy_recognition) * after(Column::recognised) -
           lever(Lever::energy_stress) * after(Column::stress);
  }

  double engagement() const {
    return lever(Lever::engagement_base) + lever(Lever::engagement_felt_trust) * after(Column::felt_trust) +
           lever(Lever::engagement_clarity) * after(Column::clarity) +
           lever(Lever::engagement_recognition) * after(Column::recognised) +
           lever(Lever::engagement_progress) * after(Column::progressing) +
           (did(Behaviour::team_building) ? lever(Lever::engagement_belonging) : 0) -
           lever(Lever::engagement_stress) * after(Column::stress);
  }

  double safety() const {
    double sum = lever(Lever::safety_base) + lever(Lever::safety_trust) * after(Column::trust_given);
    if (did(Behaviour::vulnerability)) sum += lever(Lever::safety_vulnerability);
    if (did(Behaviour::self_promotion)) sum -= lever(Lever::safety_blame);
    return sum;
  }

  // How much others expect of this person's own recognition.
  void compare_expectation() const {
    const double share = run_.share_of_half_life(lever(Lever::recognition_memory));
    const double shown = run_.did(seat_, lane_, Behaviour::recognition) ? 1 : 0;
    const double expected = (1 - share) * before(Column::recognition_expectation) + share * shown;
    expect(Column::recognition_expectation, expected, tolerance);
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
  Seat manager_;
};

TEST(FeelingsOracle, EveryFeelingFollowsItsCauses) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("feel", chosen);
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      for (int lane = 0; lane < run.lanes(); ++lane) Feelings(run, seat, lane).compare();
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
