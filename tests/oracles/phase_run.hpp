// One phase of the engine, run from a random state, with what it found and what it left: what an oracle compares with.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/purposes.hpp"
#include "models/schedule.hpp"
#include "tests/oracles/random_case.hpp"

namespace trust::testing {

/// Single precision against double: values of order 1 that come out of a dozen operations, each within 6e-8, and a
/// logarithm or an exponential within 3e-7. Scaled by the size of what is compared.
inline constexpr double tolerance = 2e-6;

/// A mean of trust is taken over whole units of 1/65535, each tie rounded to the nearest.
inline constexpr double mean_tolerance = 0.5 / 65535 + tolerance;

class PhaseRun {
 public:
  /// Brings a batch of the case before the phase, then runs it.
  PhaseRun(std::string_view phase, const RandomCase& chosen) : PhaseRun(phase, phase, chosen) {}
  /// The same for several phases in a row, `first` to `last`: for what hands on more than columns (the day's sums).
  PhaseRun(std::string_view first, std::string_view last, const RandomCase& chosen);

  const World& world() const { return batch_.world(); }
  const Organisation& organisation() const { return batch_.world().organisation(); }
  const TieGraph& graph() const { return batch_.world().graph(); }
  int lanes() const { return batch_.lanes(); }
  Figures figures(int lane) const { return batch_.figures(lane); }
  double lever(Lever lever, Seat seat, int lane) const { return batch_.lever(lever, seat, lane); }

  double before(Column column, std::size_t row, int lane) const { return before_[column].at(row, lane); }
  double after(Column column, std::size_t row, int lane) const { return batch_.state()[column].at(row, lane); }
  std::uint32_t bits_before(Column column, std::size_t row, int lane) const {
    return std::bit_cast<std::uint32_t>(before_[column].at(row, lane));
  }
  std::uint32_t bits_after(Column column, std::size_t row, int lane) const {
    return std::bit_cast<std::uint32_t>(batch_.state()[column].at(row, lane));
  }

  std::int64_t count_before(Column column, std::size_t row, int lane) const { return bits_before(column, row, lane); }
  std::int64_t count_after(Column column, std::size_t row, int lane) const { return bits_after(column, row, lane); }
  bool present(Seat seat, int lane) const { return before(Column::present, seat, lane) > 0; }
  bool active(Slot slot, int lane) const { return before(Column::trust, slot, lane) >= 0; }

  /// Whether `seat` has the behaviour in its word; false for no_seat.
  bool did(Seat seat, int lane, Behaviour behaviour) const;
  /// The manager's trust in the person, or the others' mean where the manager has none.
  double trust_of_manager(Seat seat, int lane) const;

  /// The trust nearest to `wanted` that the rule lets somebody of this propensity have: under `abi`, whoever is trusted
  /// by propensity alone is trusted that much.
  double reachable_trust(double wanted, double propensity, Seat seat, int lane) const;
  /// How far from a trust that was asked for a rule may stay: evidence that is counted never quite makes certain.
  double slack_of_trust(double wanted) const;

  /// The share of a step that compounds to `rate` over a day.
  double per_step(double rate) const;
  /// The share of a step that halves a difference in `half_life` days.
  double share_of_half_life(double half_life) const;
  /// The working day, and the address of draws: steps worked so far, this one included.
  int day() const { return case_.days_before + 1; }
  std::uint32_t step() const;
  double step_length() const { return 1.0 / case_.options.steps_per_day; }
  bool starts_week() const { return case_.days_before % 5 == 0; }
  const Plan& plan(int lane) const { return *case_.lanes[static_cast<std::size_t>(lane)].plan; }
  const Rules& rules() const { return case_.options.rules; }
  std::uint32_t replicate(int lane) const { return batch_.replicate(lane); }
  const CipherKey& key() const { return key_; }

  /// Whether the 32-bit draw at (first, second, the step, purpose) says that something of that chance happens; nothing
  /// where the chance is so near the draw that rounding decides.
  std::optional<bool> happens(Purpose purpose, Seat first, Seat second, int lane, double chance,
                              double within = tolerance) const;
  /// The same by a 16-bit draw, as ties are drawn: chances are kept to 1/65536.
  std::optional<bool> happens16(Purpose purpose, Seat source, Seat target, int lane, double chance,
                                double within = tolerance) const;

  /// Fails the property unless the engine left about `expected` there.
  void expect(Column column, std::size_t row, int lane, double expected, double within) const;
  /// Fails the property unless every column that the schedule does not declare as written still has the same bits.
  void expect_nothing_else_changed() const;

 private:
  std::vector<const DayPhase*> phases() const;

  const RandomCase& case_;
  std::string first_;
  std::string last_;
  Batch batch_;
  State before_;
  CipherKey key_;
};

/// The row of the schedule with that name.
const DayPhase& phase_named(std::string_view phase, InstructionSet set);

/// Whether two columns hold the same bits.
bool same_bits(const LaneColumn& one, const LaneColumn& other);

}  // namespace trust::testing
