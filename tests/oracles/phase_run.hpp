// One phase of the engine, run from a random state, with what it found and what it left: what an oracle compares with.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

#include "models/schedule.hpp"
#include "tests/oracles/random_case.hpp"

namespace trust::testing {

/// Single precision against double: values of order 1 that come out of a dozen operations, each within 6e-8, and a
/// logarithm or an exponential within 3e-7. Scaled by the size of what is compared.
inline constexpr double tolerance = 2e-6;

/// A mean of trust is taken over whole units of 1/65535, each tie rounded to the nearest.
inline constexpr double mean_tolerance = 0.5 / 65535 + tolerance;

enum class BehaviourBit : std::uint8_t { recognition, discretion, transparency, micromanagement };

class PhaseRun {
 public:
  /// Brings a batch of the case before the phase, then runs it.
  PhaseRun(std::string_view phase, const RandomCase& chosen);

  const World& world() const { return batch_.world(); }
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

  /// Whether `seat` has the behaviour in its word; false for no_seat.
  bool did(Seat seat, int lane, BehaviourBit behaviour) const;
  /// The manager's trust in the person, or the others' mean where the manager has none.
  double trust_of_manager(Seat seat, int lane) const;

  /// The share of a step that compounds to `rate` over a day.
  double per_step(double rate) const;
  /// The share of a step that halves a difference in `half_life` days.
  double share_of_half_life(double half_life) const;
  /// The address of draws: steps worked so far, this one included.
  std::uint32_t step() const;
  std::uint32_t replicate(int lane) const { return batch_.replicate(lane); }
  const CipherKey& key() const { return key_; }

  /// Fails the property unless the engine left about `expected` there.
  void expect(Column column, std::size_t row, int lane, double expected, double within) const;
  /// Fails the property unless every column that the schedule does not declare as written still has the same bits.
  void expect_nothing_else_changed() const;

 private:
  const RandomCase& case_;
  std::string phase_;
  Batch batch_;
  State before_;
  CipherKey key_;
};

/// The row of the schedule with that name.
const DayPhase& phase_named(std::string_view phase, InstructionSet set);

/// Whether two columns hold the same bits.
bool same_bits(const LaneColumn& one, const LaneColumn& other);

}  // namespace trust::testing
