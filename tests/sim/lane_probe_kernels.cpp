#include "sim/lane_draws.hpp"
#include "sim/lane_math.hpp"
#include "sim/lanes.hpp"
#include "tests/sim/lane_probe.hpp"

namespace trust::test {
inline namespace TRUST_PATH {
namespace {

TRUST_INLINE void put(float* to, Lanes value) { store(to, value); }
TRUST_INLINE void put(float* to, LaneInts value) { store_ints(to, value); }

TRUST_INLINE Lanes plus_equal(Lanes a, Lanes b) { return a += b; }

// Each lane taken out by itself and put back.
TRUST_INLINE Lanes lane_by_lane(Lanes a) {
  Lanes copy;
  for (int l = 0; l < 8; ++l) copy.low[l] = lane(a, l);
  for (int l = 8; l < 16; ++l) copy.high[l - 8] = lane(a, l);
  return copy;
}

TRUST_INLINE LaneInts ints_lane_by_lane(LaneInts a) {
  LaneInts copy;
  for (int l = 0; l < 8; ++l) copy.low[l] = lane(a, l);
  for (int l = 8; l < 16; ++l) copy.high[l - 8] = lane(a, l);
  return copy;
}

// A product looks like the declaration of a pointer to the formatter.
// clang-format off
#define OPERATION(result)                                                                                     \
  {#result, [](const float* first, const float* second, const float* third, float* out, std::size_t rows) {   \
     for (std::size_t r = 0; r < rows; ++r) {                                                                 \
       [[maybe_unused]] const Lanes a = load(row_of(first, r));                                               \
       [[maybe_unused]] const Lanes b = load(row_of(second, r));                                              \
       [[maybe_unused]] const Lanes c = load(row_of(third, r));                                               \
       [[maybe_unused]] const LaneInts i = load_ints(row_of(first, r));                                       \
       [[maybe_unused]] const LaneInts j = load_ints(row_of(second, r));                                      \
       [[maybe_unused]] const LaneInts k = load_ints(row_of(third, r));                                       \
       put(row_of(out, r), result);                                                                           \
     }                                                                                                        \
   }}

constexpr LaneOperation operations[] = {
    OPERATION(a + b),
    OPERATION(a - b),
    OPERATION(a * b),
    OPERATION(a / b),
    OPERATION(a * b + c),
    OPERATION(plus_equal(a, b)),
    OPERATION(-a),
    OPERATION(a < b),
    OPERATION(a <= b),
    OPERATION(a > b),
    OPERATION(a >= b),
    OPERATION(i + j),
    OPERATION(i - j),
    OPERATION(i * j),
    OPERATION(i & j),
    OPERATION(i | j),
    OPERATION(i ^ j),
    OPERATION(~i),
    OPERATION(i < j),
    OPERATION(i > j),
    OPERATION(i == j),
    OPERATION(shift_left(i, 7)),
    OPERATION(shift_right(i, 9)),
    OPERATION(as_floats(as_bits(a))),
    OPERATION(to_floats(i)),
    OPERATION(to_ints(a)),
    OPERATION(choose(a < b, b, c)),
    OPERATION(choose(i < j, j, k)),
    OPERATION(where(a < b, c)),
    OPERATION(min(a, b)),
    OPERATION(max(a, b)),
    OPERATION(clamp(a, b, c)),
    OPERATION(clamp01(a)),
    OPERATION(absolute(a)),
    OPERATION(lane_by_lane(a)),
    OPERATION(ints_lane_by_lane(i)),
    OPERATION(Lanes(0.1F) + a),
    OPERATION(LaneInts(-3) + i),
    OPERATION(exponential(a)),
    OPERATION(logarithm(a)),
    OPERATION(logistic(a)),
    OPERATION(log_odds(a)),
    OPERATION(happens(i, b)),
    OPERATION(threshold16(a)),
};
#undef OPERATION
// clang-format on

void encrypt(const CipherKey& key, CipherBlock* blocks, int count) {
  if (count == 1) encrypt_blocks<1>(key, blocks);
  if (count == 2) encrypt_blocks<2>(key, blocks);
  if (count == 4) encrypt_blocks<4>(key, blocks);
  if (count == 8) encrypt_blocks<8>(key, blocks);
  if (count == 16) encrypt_blocks<16>(key, blocks);
}

template <int count>
TRUST_INLINE void ties(const LaneLuck& luck, const std::uint32_t* sources, const DrawAddress& at, float* draws) {
  LaneInts found[count];
  draw16_ties<count>(luck, sources, at, found);
  for (int t = 0; t < count; ++t) store_ints(row_of(draws, static_cast<std::size_t>(t)), found[t]);
}

void some_ties(const LaneLuck& luck, const std::uint32_t* sources, int count, const DrawAddress& at, float* draws) {
  if (count == 1) ties<1>(luck, sources, at, draws);
  if (count == 2) ties<2>(luck, sources, at, draws);
  if (count == 4) ties<4>(luck, sources, at, draws);
}

void seat(const LaneLuck& luck, const DrawAddress& at, float* draws) { store_ints(draws, draw32(luck, at)); }

}  // namespace

extern const LaneProbe probe;
const LaneProbe probe{operations, sizeof operations / sizeof operations[0], encrypt, some_ties, seat};

}  // namespace TRUST_PATH
}  // namespace trust::test
