// Oracle of the phase `decide`: each person's chance of each behaviour in double precision, and the engine's own draws.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

struct Habit {
  Behaviour behaviour;
  Lever propensity;
  int leaning;
};

constexpr Habit habits[] = {
    {Behaviour::recognition, Lever::recognition_propensity, 1},
    {Behaviour::discretion, Lever::discretion_propensity, 1},
    {Behaviour::transparency, Lever::transparency_propensity, 1},
    {Behaviour::micromanagement, Lever::micromanagement_propensity, -1},
    {Behaviour::accountability, Lever::accountability_propensity, 0},
    {Behaviour::progress, Lever::progress_propensity, 1},
    {Behaviour::team_building, Lever::team_building_propensity, 1},
    {Behaviour::vulnerability, Lever::vulnerability_propensity, 1},
    {Behaviour::peer_feedback, Lever::peer_feedback_propensity, 0},
    {Behaviour::appreciation, Lever::appreciation_propensity, 1},
    {Behaviour::responsiveness, Lever::responsiveness_propensity, 1},
    {Behaviour::promise, Lever::promise_propensity, 0},
    {Behaviour::customer_focus, Lever::customer_focus_propensity, 1},
    {Behaviour::unbiased, Lever::unbiased_propensity, 1},
    {Behaviour::coaching, Lever::coaching_propensity, 1},
    {Behaviour::self_promotion, Lever::self_promotion_propensity, -1},
};
static_assert(std::size(habits) == behaviour_count);

class Decision {
 public:
  Decision(const PhaseRun& run, Seat seat, int lane) : run_(run), seat_(seat), lane_(lane) {}

  double chance(const Habit& habit) const {
    const double base = lever(habit.propensity);
    if (base <= 0 || base >= 1) return base;
    const double kept = std::clamp(base, 1e-6, double{0.999999F});
    const double odds = kept / (1 - kept) * std::exp(std::clamp(shift(habit), -30.0, 30.0));
    return with_example(habit.behaviour, odds / (1 + odds));
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }
  double before(Column column) const { return run_.before(column, seat_, lane_); }

  double shift(const Habit& habit) const {
    const double favour = lever(Lever::behaviour_trust_sensitivity) *
                              (before(Column::trust_given) - lever(Lever::behaviour_trust_reference)) -
                          lever(Lever::behaviour_stress_sensitivity) * (before(Column::stress) - 0.5);
    const double unaware = lever(Lever::behaviour_self_awareness) * (1 - 2 * before(Column::self_awareness));
    const double common = std::max(lever(Lever::incentives_team), lever(Lever::incentives_behaviour));
    double sum = habit.leaning * favour;
    switch (habit.behaviour) {
      case Behaviour::micromanagement:
        return sum + unaware;
      case Behaviour::self_promotion:
        return sum + unaware + lever(Lever::incentives_competition) * (1 - lever(Lever::incentives_team));
      case Behaviour::team_building:
      case Behaviour::responsiveness:
        return sum + lever(Lever::incentives_sharing) * common;
      case Behaviour::promise:
        return sum + lever(Lever::playbook_promises) * lever(Lever::playbook_clarity);
      default:
        return sum;
    }
  }

  bool did_before(Seat seat, Behaviour behaviour) const {
    return (run_.bits_before(Column::word_before, seat, lane_) >> static_cast<unsigned>(behaviour) & 1U) != 0;
  }

  double with_example(Behaviour behaviour, double chance) const {
    const double habit = lever(Lever::behaviour_habit);
    const Seat manager = run_.organisation().people[seat_].manager;
    const bool has_manager = manager != no_seat && run_.present(manager, lane_);
    const double modelling = has_manager ? std::min(lever(Lever::behaviour_modelling), 1 - habit) : 0;
    return (1 - habit - modelling) * chance + (did_before(seat_, behaviour) ? habit : 0) +
           (has_manager && did_before(manager, behaviour) ? modelling : 0);
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
};

struct Decisions {
  std::size_t all = 0;
  std::size_t skipped = 0;
};

void compare_word(const PhaseRun& run, Seat seat, int lane, Decisions& decisions) {
  const std::uint32_t word = run.bits_after(Column::behaviour_word, seat, lane);
  RC_ASSERT(word < 1U << behaviour_count);
  if (!run.present(seat, lane)) {
    RC_ASSERT(word == 0U);
    return;
  }
  const Decision decision(run, seat, lane);
  for (const Habit& habit : habits) {
    const auto bit = static_cast<unsigned>(habit.behaviour);
    const auto purpose = static_cast<Purpose>(static_cast<unsigned>(Purpose::behaviour) + bit);
    const auto expected = run.happens(purpose, seat, no_seat, lane, decision.chance(habit), 4 * tolerance);
    ++decisions.all;
    if (!expected) {
      ++decisions.skipped;
      continue;
    }
    RC_ASSERT((word >> bit & 1U) == (*expected ? 1U : 0U));
  }
}

TEST(BehavioursOracle, EveryBitFollowsFromItsChanceAndItsDraw) {
  Decisions decisions;
  check_property(200, [&] {
    const RandomCase chosen = random_case();
    const PhaseRun run("decide", chosen);
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      for (int lane = 0; lane < run.lanes(); ++lane) compare_word(run, seat, lane, decisions);
    }
    run.expect_nothing_else_changed();
  });
  RecordProperty("decisions", static_cast<int>(decisions.all));
  RecordProperty("skipped", static_cast<int>(decisions.skipped));
  EXPECT_GT(decisions.all, 200000U);
  EXPECT_LT(static_cast<double>(decisions.skipped), 1e-4 * static_cast<double>(decisions.all));
}

}  // namespace
}  // namespace trust::testing
