// Sixteen replicates side by side, as one value: an equation written with Lanes reads as it reads on paper and runs for
// all of them at once. Each operator is one IEEE operation a lane, so that the bits are those of scalar code.
//
// Comparisons give a mask (all bits of a lane set or clear); choose(mask, a, b) picks lane by lane.
#pragma once

#include <cstdint>

#include "sim/instruction_set.hpp"
#include "sim/lane_rows.hpp"

#if defined(TRUST_VECTOR_UNIT) && defined(__AVX2__)
#include <immintrin.h>
#endif

namespace trust {

inline constexpr int lane_count = lane_columns;

inline namespace TRUST_PATH {

#define TRUST_INLINE inline __attribute__((always_inline))

using FloatHalf = float __attribute__((vector_size(32), may_alias));
using IntHalf = std::int32_t __attribute__((vector_size(32), may_alias));
using UnsignedHalf = std::uint32_t __attribute__((vector_size(32), may_alias));

struct alignas(64) LaneInts {
  IntHalf low, high;
  LaneInts() = default;
  TRUST_INLINE LaneInts(IntHalf l, IntHalf h) : low(l), high(h) {}
  TRUST_INLINE explicit LaneInts(std::int32_t value) : low(IntHalf{} + value), high(IntHalf{} + value) {}
};

struct alignas(64) Lanes {
  FloatHalf low, high;
  Lanes() = default;
  TRUST_INLINE Lanes(FloatHalf l, FloatHalf h) : low(l), high(h) {}
  TRUST_INLINE Lanes(float value) : low(FloatHalf{} + value), high(FloatHalf{} + value) {}  // NOLINT: as on paper
};

using LaneMask = LaneInts;

#define TRUST_LANE_OPERATOR(type, op)                                                          \
  TRUST_INLINE type operator op(type a, type b) { return {a.low op b.low, a.high op b.high}; } \
  TRUST_INLINE type& operator op##=(type& a, type b) { return a = a op b; }
TRUST_LANE_OPERATOR(Lanes, +)
TRUST_LANE_OPERATOR(Lanes, -)
TRUST_LANE_OPERATOR(Lanes, *)
TRUST_LANE_OPERATOR(Lanes, /)
TRUST_LANE_OPERATOR(LaneInts, &)
TRUST_LANE_OPERATOR(LaneInts, |)
TRUST_LANE_OPERATOR(LaneInts, ^)
#undef TRUST_LANE_OPERATOR

// Modulo 2^32: hashes and bit patterns count on wrapping, which signed integers do not promise.
#define TRUST_WRAPPING_OPERATOR(op)                                 \
  TRUST_INLINE LaneInts operator op(LaneInts a, LaneInts b) {       \
    return {IntHalf(UnsignedHalf(a.low) op UnsignedHalf(b.low)),    \
            IntHalf(UnsignedHalf(a.high) op UnsignedHalf(b.high))}; \
  }                                                                 \
  TRUST_INLINE LaneInts& operator op##=(LaneInts& a, LaneInts b) { return a = a op b; }
TRUST_WRAPPING_OPERATOR(+)
TRUST_WRAPPING_OPERATOR(-)
TRUST_WRAPPING_OPERATOR(*)
#undef TRUST_WRAPPING_OPERATOR

#define TRUST_LANE_COMPARISON(type, op) \
  TRUST_INLINE LaneMask operator op(type a, type b) { return {IntHalf(a.low op b.low), IntHalf(a.high op b.high)}; }
TRUST_LANE_COMPARISON(Lanes, <)
TRUST_LANE_COMPARISON(Lanes, <=)
TRUST_LANE_COMPARISON(Lanes, >)
TRUST_LANE_COMPARISON(Lanes, >=)
TRUST_LANE_COMPARISON(LaneInts, <)
TRUST_LANE_COMPARISON(LaneInts, >)
TRUST_LANE_COMPARISON(LaneInts, ==)
#undef TRUST_LANE_COMPARISON

TRUST_INLINE Lanes operator-(Lanes a) { return {-a.low, -a.high}; }
TRUST_INLINE LaneInts operator~(LaneInts a) { return {~a.low, ~a.high}; }
TRUST_INLINE LaneInts shift_left(LaneInts a, int by) { return {a.low << by, a.high << by}; }

/// Logical: zeros come in from the left.
TRUST_INLINE LaneInts shift_right(LaneInts a, int by) {
  return {IntHalf(UnsignedHalf(a.low) >> by), IntHalf(UnsignedHalf(a.high) >> by)};
}

TRUST_INLINE Lanes as_floats(LaneInts bits) { return {FloatHalf(bits.low), FloatHalf(bits.high)}; }
TRUST_INLINE LaneInts as_bits(Lanes value) { return {IntHalf(value.low), IntHalf(value.high)}; }

TRUST_INLINE Lanes to_floats(LaneInts a) {
  return {__builtin_convertvector(a.low, FloatHalf), __builtin_convertvector(a.high, FloatHalf)};
}
/// Towards zero.
TRUST_INLINE LaneInts to_ints(Lanes a) {
  return {__builtin_convertvector(a.low, IntHalf), __builtin_convertvector(a.high, IntHalf)};
}

TRUST_INLINE LaneInts choose(LaneMask mask, LaneInts yes, LaneInts no) { return (mask & yes) | (~mask & no); }
TRUST_INLINE Lanes choose(LaneMask mask, Lanes yes, Lanes no) {
  return as_floats(choose(mask, as_bits(yes), as_bits(no)));
}
/// `value` where the mask is set, 0 elsewhere.
TRUST_INLINE Lanes where(LaneMask mask, Lanes value) { return as_floats(mask & as_bits(value)); }

#if defined(TRUST_VECTOR_UNIT) && defined(__AVX2__)
// One instruction each, with the very meaning of the portable lines below.
TRUST_INLINE FloatHalf least(FloatHalf a, FloatHalf b) { return FloatHalf(_mm256_min_ps(__m256(a), __m256(b))); }
TRUST_INLINE FloatHalf greatest(FloatHalf a, FloatHalf b) { return FloatHalf(_mm256_max_ps(__m256(a), __m256(b))); }
#else
TRUST_INLINE FloatHalf least(FloatHalf a, FloatHalf b) { return a < b ? a : b; }
TRUST_INLINE FloatHalf greatest(FloatHalf a, FloatHalf b) { return a > b ? a : b; }
#endif
TRUST_INLINE Lanes min(Lanes a, Lanes b) { return {least(a.low, b.low), least(a.high, b.high)}; }
TRUST_INLINE Lanes max(Lanes a, Lanes b) { return {greatest(a.low, b.low), greatest(a.high, b.high)}; }
TRUST_INLINE Lanes clamp(Lanes value, Lanes low, Lanes high) { return min(max(value, low), high); }
TRUST_INLINE Lanes clamp01(Lanes value) { return clamp(value, 0.0F, 1.0F); }
TRUST_INLINE Lanes absolute(Lanes a) { return as_floats(as_bits(a) & LaneInts(0x7FFFFFFF)); }

// Half by half: copying the whole structure goes through 16-byte moves, which stall the loads that follow.
TRUST_INLINE Lanes load(const float* from) {
  return {*reinterpret_cast<const FloatHalf*>(from), *reinterpret_cast<const FloatHalf*>(from + 8)};
}
TRUST_INLINE void store(float* to, Lanes value) {
  *reinterpret_cast<FloatHalf*>(to) = value.low;
  *reinterpret_cast<FloatHalf*>(to + 8) = value.high;
}
TRUST_INLINE LaneInts load_ints(const float* from) { return as_bits(load(from)); }
TRUST_INLINE void store_ints(float* to, LaneInts value) { store(to, as_floats(value)); }

TRUST_INLINE float lane(const Lanes& value, int index) { return index < 8 ? value.low[index] : value.high[index - 8]; }
TRUST_INLINE std::int32_t lane(const LaneInts& value, int index) {
  return index < 8 ? value.low[index] : value.high[index - 8];
}

/// Bit l: whether the mask is set in lane l.
TRUST_INLINE std::uint32_t bits_of(LaneMask mask) {
  std::uint32_t bits = 0;
  for (int l = 0; l < lane_count; ++l) bits |= lane(mask, l) != 0 ? 1U << static_cast<unsigned>(l) : 0U;
  return bits;
}

}  // namespace TRUST_PATH
}  // namespace trust
