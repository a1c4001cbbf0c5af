// Oracle of the phase `decide`: each person's chance of each behaviour in double precision, and the engine's own draws.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

constexpr Lever propensity[] = {Lever::recognition_propensity, Lever::discretion_propensity,
                                Lever::transparency_propensity, Lever::micromanagement_propensity};

double chance_of(const PhaseRun& run, Seat seat, int lane, int behaviour) {
  const auto lever = [&](Lever which) { return run.lever(which, seat, lane); };
  const double base = lever(propensity[behaviour]);
  if (base <= 0 || base >= 1) return base;
  const double trust = run.before(Column::trust_given, seat, lane);
  const double stress = run.before(Column::stress, seat, lane);
  const double favour = lever(Lever::behaviour_trust_sensitivity) * (trust - lever(Lever::behaviour_trust_reference)) -
                        lever(Lever::behaviour_stress_sensitivity) * (stress - 0.5);
  const double kept = std::clamp(base, 1e-6, double{0.999999F});
  const double odds = kept / (1 - kept) * std::exp(behaviour == 3 ? -favour : favour);
  return odds / (1 + odds);
}

struct Decisions {
  std::size_t all = 0;
  std::size_t skipped = 0;
};

void compare_word(const PhaseRun& run, Seat seat, int lane, Decisions& decisions) {
  const std::uint32_t word = run.bits_after(Column::behaviour_word, seat, lane);
  RC_ASSERT(word < 16U);
  for (int b = 0; b < 4; ++b) {
    const auto purpose = static_cast<std::uint8_t>(static_cast<int>(Purpose::behaviour) + b);
    const double luck = draw32(run.key(), {seat, no_seat, run.step(), purpose}, run.replicate(lane)) * 0x1p-32;
    const double chance = chance_of(run, seat, lane, b);
    ++decisions.all;
    if (std::abs(luck - chance) < 2 * tolerance && chance > 0 && chance < 1) {
      ++decisions.skipped;
      continue;
    }
    RC_ASSERT((word >> b & 1U) == (luck < chance ? 1U : 0U));
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
  EXPECT_GT(decisions.all, 50000U);
  EXPECT_LT(static_cast<double>(decisions.skipped), 1e-4 * static_cast<double>(decisions.all));
}

}  // namespace
}  // namespace trust::testing
