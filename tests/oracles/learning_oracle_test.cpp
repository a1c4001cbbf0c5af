// Oracle of the phase `learn`, person by person in double precision, with the engine's own draws of feedback.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

class Learner {
 public:
  Learner(const PhaseRun& run, Seat seat, int lane)
      : run_(run), seat_(seat), lane_(lane), manager_(run.organisation().people[seat].manager) {}

  void compare() const {
    if (!run_.present(seat_, lane_)) {
      RC_ASSERT(run_.bits_after(Column::skill, seat_, lane_) == run_.bits_before(Column::skill, seat_, lane_));
      RC_ASSERT(run_.bits_after(Column::acumen, seat_, lane_) == run_.bits_before(Column::acumen, seat_, lane_));
      RC_ASSERT(run_.after(Column::learned, seat_, lane_) == 0.0);
      return;
    }
    // A normal draw is within 1e-6; where a day is cut into steps, a rate near 1 magnifies what rounding did to it.
    const double rate = this->rate();
    const double blur = 1e-6 * (1 + std::abs(rate) + 2 * lever(Lever::feedback_deviation));
    const double low = skill(rate - blur);
    const double high = skill(rate + blur);
    expect_between(Column::skill, low, high);
    expect_between(Column::learned, low - kept(), high - kept());
    expect_between(Column::acumen, acumen(-1e-6), acumen(1e-6));
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }
  double before(Column column) const { return run_.before(column, seat_, lane_); }

  void expect_between(Column column, double low, double high) const {
    run_.expect(column, seat_, lane_, (low + high) / 2, (high - low) / 2 + 2 * tolerance);
  }

  double planned() const {
    return lever(Lever::hours_learning) + lever(Lever::training_hours) + lever(Lever::acumen_hours);
  }
  double had_room() const { return planned() > 0 ? std::min(1.0, before(Column::hours_learning) / planned()) : 1.0; }

  double kept() const {
    return before(Column::skill) *
           (1 - (1 - lever(Lever::skill_used)) * run_.share_of_half_life(lever(Lever::skill_forgetting)));
  }

  double rate() const { return lever(Lever::skill_practice) + training() + feedback(); }

  double training() const {
    const double hours = std::min(lever(Lever::training_hours) * had_room(), lever(Lever::training_saturation));
    const double gate = 1 / (1 + std::exp(-lever(Lever::training_gate_steepness) *
                                          (before(Column::trust_given) - lever(Lever::training_gate))));
    return lever(Lever::training_rate) * lever(Lever::training_practice) * hours * gate;
  }

  double feedback() const {
    double taught = 0;
    if (run_.did(manager_, lane_, Behaviour::coaching)) taught += lever(Lever::coaching_skill);
    if (run_.did(manager_, lane_, Behaviour::progress)) taught += lever(Lever::progress_skill);
    const DrawAddress at{seat_, no_seat, run_.step(), static_cast<std::uint8_t>(Purpose::feedback)};
    const double luck = standard_normal(run_.key(), at, run_.replicate(lane_));
    const double effect = lever(Lever::feedback_mean) + lever(Lever::feedback_deviation) * luck;
    return taught * (trust_in_manager() < lever(Lever::repair_threshold) ? std::min(effect, 0.0) : effect);
  }

  double trust_in_manager() const {
    const Slot slot = run_.graph().find(seat_, manager_);
    const double trust = slot == no_slot ? -1.0 : run_.before(Column::trust, slot, lane_);
    return trust >= 0 ? trust : before(Column::trust_given);
  }

  double team_mean() const {
    double sum = 0;
    int people = 0;
    for (Seat seat = 0; seat < run_.world().seats(); ++seat) {
      if (run_.organisation().people[seat].team != run_.organisation().people[seat_].team) continue;
      if (!run_.present(seat, lane_)) continue;
      sum += run_.before(Column::skill, seat, lane_);
      ++people;
    }
    return sum / people;
  }

  double skill(double rate) const {
    const double peers = run_.per_step(lever(Lever::debriefs_rate) * before(Column::trust_given));
    return std::clamp(kept() + run_.per_step(rate) * (1 - kept()) + peers * std::max(team_mean() - kept(), 0.0), 0.0,
                      1.0);
  }

  double acumen(double blur) const {
    const double rate = std::min(1.0, lever(Lever::acumen_rate) * lever(Lever::acumen_hours) * had_room() * (1 + blur));
    return 1 - (1 - before(Column::acumen)) * (1 - run_.per_step(rate));
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
  Seat manager_;
};

TEST(LearningOracle, SkillAndAcumenFollowFromWhatTaughtThem) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("learn", chosen);
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      for (int lane = 0; lane < run.lanes(); ++lane) Learner(run, seat, lane).compare();
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
