// How phases read and write: columns as Lanes, levers as a row of Lanes.
#pragma once

#include "models/behaviours/behaviour.hpp"
#include "models/day.hpp"
#include "sim/lane_math.hpp"
#include "sim/lanes.hpp"

namespace trust {
inline namespace TRUST_PATH {

TRUST_INLINE float* cells(const DayContext& day, Column column, std::size_t row) {
  return row_of(day.column[static_cast<std::size_t>(column)], row);
}
TRUST_INLINE Lanes get(const DayContext& day, Column column, std::size_t row) { return load(cells(day, column, row)); }
TRUST_INLINE LaneInts get_ints(const DayContext& day, Column column, std::size_t row) {
  return load_ints(cells(day, column, row));
}
TRUST_INLINE void put(const DayContext& day, Column column, std::size_t row, Lanes value) {
  store(cells(day, column, row), value);
}
TRUST_INLINE void put_ints(const DayContext& day, Column column, std::size_t row, LaneInts value) {
  store_ints(cells(day, column, row), value);
}

/// Whether somebody sits there, in one lane.
inline bool is_there(const DayContext& day, Seat seat, int lane) {
  return cells(day, Column::present, seat)[lane] > 0.0F;
}

/// Today's levers of one seat: levers(Lever::trust_gain) is that lever in every lane.
class LeversOf {
 public:
  TRUST_INLINE LeversOf(const DayContext& day, Seat seat)
      : first_(row_of(day.levers, day.lever_group[seat] * lever_count)) {}
  TRUST_INLINE Lanes operator()(Lever lever) const { return load(row_of(first_, static_cast<std::size_t>(lever))); }

 private:
  const float* first_;
};

/// All bits set in the lanes whose word has the behaviour's bit.
TRUST_INLINE LaneMask did(LaneInts word, Behaviour behaviour) {
  return (word & LaneInts(1 << static_cast<int>(behaviour))) > LaneInts(0);
}

/// THE conversion of a published rate: the share per step that compounds to `rate` (a share per day, or a chance that
/// something happens at least once in a day) over the steps of a day.
TRUST_INLINE Lanes per_step(const DayContext& day, Lanes rate) {
  if (day.step_length == 1.0F) return rate;
  return 1.0F - exponential(logarithm(1.0F - min(rate, 0.999999F)) * day.step_length);
}

/// The share per step that halves a difference in `half_life` days.
TRUST_INLINE Lanes share_of_half_life(const DayContext& day, Lanes half_life) {
  return 1.0F - exponential(Lanes(-0.693147181F * day.step_length) / half_life);
}

/// Moves `value` towards `target` by `rate` of the difference.
TRUST_INLINE Lanes towards(Lanes value, Lanes target, Lanes rate) { return value + rate * (target - value); }

/// Where a person is skilled enough to gain from being left to it.
TRUST_INLINE LaneMask gains_from_discretion(const DayContext& day, Seat seat) {
  return get(day, Column::skill, seat) >= LeversOf(day, seat)(Lever::discretion_skill_threshold);
}

/// Trust as the whole number that is summed: in units of 1/65535, rounded.
TRUST_INLINE LaneInts trust_units(Lanes trust) { return to_ints(trust * 65535.0F + 0.5F); }

/// Mean trust from its sum in units of 1/65535 and the number of active ties, as stored in `ties`. Where there is no
/// tie, the level that trust would drift to: nothing is known for or against.
TRUST_INLINE Lanes mean_trust(const DayContext& day, LaneInts sum, Column ties, Seat seat) {
  const LaneInts count = get_ints(day, ties, seat);
  const Lanes mean = to_floats(sum) * trust_unit / max(to_floats(count), 1.0F);
  return choose(count > LaneInts(0), mean, LeversOf(day, seat)(Lever::trust_disposition_within));
}

/// The exact sums of trust over a block of rows, in units of 1/65535: by person trusted, by person who trusts, and in
/// all.
struct TrustSums {
  const DayContext& day;
  Worker& worker;
  LaneInts received{0};
  LaneInts squared{0};  // in units of 2^-16
  LaneInts total{0};
  LaneInts across{0};
  LaneInts in_leaders{0};

  TRUST_INLINE TrustSums(const DayContext& today, int which)
      : day(today), worker(today.workers[static_cast<std::size_t>(which)]) {}

  /// The tie source -> target at the end of the step; `trust` may be anything where the tie is not active.
  TRUST_INLINE void add(Lanes trust, LaneMask active, TieClass tie, Seat source, Seat target) {
    const LaneInts units = active & trust_units(trust);
    received += units;
    squared += active & to_ints(trust * trust * 65536.0F + 0.5F);
    if (is_across(tie)) across += units;
    add_to(row_of(worker.trust_given, source), units);
    const std::uint32_t* function = day.world->function_of().data();
    add_to(row_of(worker.function_sums, function[source] * day.world->functions() + function[target]), units);
  }

  /// Closes the row of `person`: writes the mean trust in them.
  TRUST_INLINE void end_row(Seat person) {
    put(day, Column::trust_received, person, mean_trust(day, received, Column::ties_received, person));
    total += received;
    if (day.world->leads()[person] != 0) in_leaders += received;
    received = LaneInts(0);
  }

  /// Closes the block: adds what is worth knowing to the worker's totals. Out of line: see trust_rules/model.cpp.
  void end_block(int which);

 private:
  static TRUST_INLINE void add_to(float* cell, LaneInts units) { store_ints(cell, load_ints(cell) + units); }
};

/// The manager's trust in a person where there is such a tie, else what everybody else thinks of them.
TRUST_INLINE Lanes trust_of_manager(const DayContext& day, Seat seat) {
  const Lanes others = get(day, Column::trust_received, seat);
  const Slot slot = day.world->manager_to_person()[seat];
  if (slot == no_slot) return others;
  const Lanes managers = get(day, Column::trust, slot);
  return choose(managers >= 0.0F, managers, others);
}

/// 1 in the lanes in which the person's manager did it today, else 0; 0 for somebody without a manager.
TRUST_INLINE Lanes manager_did(const DayContext& day, Seat seat, Behaviour behaviour) {
  const Seat manager = day.world->manager()[seat];
  if (manager == no_seat) return 0.0F;
  return where(did(get_ints(day, Column::behaviour_word, manager), behaviour), Lanes(1.0F));
}

/// Adds a block's integer sum to the worker's total.
TRUST_INLINE void add_total(const DayContext& day, int worker, Total total, LaneInts sum) {
  LaneTotals& totals = (*day.workers[static_cast<std::size_t>(worker)].totals)[static_cast<std::size_t>(total)];
  for (int l = 0; l < lane_count; ++l) totals[static_cast<std::size_t>(l)] += lane(sum, l);
}

/// The sum of a total over all workers, so far today, lane by lane.
TRUST_INLINE std::int64_t total_of(const DayContext& day, Total total, int lane) {
  std::int64_t sum = 0;
  for (const Worker& worker : day.workers) {
    sum += (*worker.totals)[static_cast<std::size_t>(total)][static_cast<std::size_t>(lane)];
  }
  return sum;
}

/// Adds to a total in one lane, for what happens rarely.
TRUST_INLINE void add_total(const DayContext& day, int worker, Total total, int lane, std::int64_t by) {
  (*day.workers[static_cast<std::size_t>(worker)]
        .totals)[static_cast<std::size_t>(total)][static_cast<std::size_t>(lane)] += by;
}

/// 1 in the lanes in which somebody sits in the seat, else 0.
TRUST_INLINE Lanes present(const DayContext& day, Seat seat) { return get(day, Column::present, seat); }

/// Whether the mask is set in any lane.
TRUST_INLINE bool any(LaneMask mask) {
  const IntHalf both = mask.low | mask.high;
  std::int32_t bits = 0;
  for (int l = 0; l < 8; ++l) bits |= both[l];
  return bits != 0;
}

/// The mask of one lane.
TRUST_INLINE LaneMask only_lane(int lane) {
  // Not through one expression for both halves: g++ 12 writes to the wrong lane of it when it builds with sanitizers.
  LaneMask mask(0);
  if (lane < 8) {
    mask.low[lane] = -1;
  } else {
    mask.high[lane - 8] = -1;
  }
  return mask;
}

/// A value in whole units of 2^-16, for an exact sum.
TRUST_INLINE LaneInts in_units(Lanes value) { return to_ints(value * 65536.0F + 0.5F); }

}  // namespace TRUST_PATH
}  // namespace trust
