#include "sim/draws.hpp"

#include "sim/exact_math.hpp"
#include "sim/lane_draws.hpp"

namespace trust {

std::uint16_t draw16(const CipherKey& key, const DrawAddress& at, std::uint32_t replicate) {
  const CipherBlock block = encrypt(key, draw_counter(at, replicate / 8));
  const std::uint32_t place = replicate % 8;
  return static_cast<std::uint16_t>(block.word[place / 2] >> (16 * (place % 2)));
}

std::uint32_t draw32(const CipherKey& key, const DrawAddress& at, std::uint32_t replicate) {
  return encrypt(key, draw_counter(at, replicate / 4)).word[replicate % 4];
}

double uniform(const CipherKey& key, const DrawAddress& at, std::uint32_t replicate) {
  return draw32(key, at, replicate) * 0x1p-32;
}

namespace {

// Acklam's rational approximation of the normal quantile (relative error below 1.2e-9), lower half.
double lower_tail_quantile(double p) {
  const double q = __builtin_sqrt(-2 * exact_log(p));
  return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q -
            2.549732539343734e+00) *
               q +
           4.374664141464968e+00) *
              q +
          2.938163982698783e+00) /
         ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q +
           3.754408661907416e+00) *
              q +
          1);
}

double central_quantile(double p) {
  const double q = p - 0.5;
  const double r = q * q;
  return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r +
            1.383577518672690e+02) *
               r -
           3.066479806614716e+01) *
              r +
          2.506628277459239e+00) *
         q /
         (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r +
            6.680131188771972e+01) *
               r -
           1.328068155288572e+01) *
              r +
          1);
}

}  // namespace

double standard_normal(const CipherKey& key, const DrawAddress& at, std::uint32_t replicate) {
  const double p = (draw32(key, at, replicate) + 0.5) * 0x1p-32;
  constexpr double tail = 0.02425;
  if (p < tail) return lower_tail_quantile(p);
  if (p > 1 - tail) return -lower_tail_quantile(1 - p);
  return central_quantile(p);
}

namespace {

LaneAddressing address_lanes(const std::array<std::uint32_t, lane_count>& replicates, std::uint32_t per_block) {
  LaneAddressing lanes;
  for (std::size_t l = 0; l < lane_count; ++l) {
    const std::uint32_t wanted = replicates[l] / per_block;
    int g = 0;
    while (g < lanes.groups && lanes.group[static_cast<std::size_t>(g)] != wanted) ++g;
    if (g == lanes.groups) lanes.group[static_cast<std::size_t>(lanes.groups++)] = wanted;
    lanes.place[l] = static_cast<std::uint8_t>(static_cast<std::uint32_t>(g) * per_block + replicates[l] % per_block);
  }
  lanes.in_order = true;
  lanes.halves_in_order = lanes.place[0] % 8 == 0 && lanes.place[8] % 8 == 0;
  for (std::size_t l = 0; l < lane_count; ++l) {
    lanes.in_order = lanes.in_order && lanes.place[l] == l;
    lanes.halves_in_order = lanes.halves_in_order && lanes.place[l] == lanes.place[l / 8 * 8] + l % 8;
  }
  return lanes;
}

}  // namespace

LaneLuck make_lane_luck(std::uint64_t seed, const std::array<std::uint32_t, lane_count>& replicates) {
  return {key_of_seed(seed), address_lanes(replicates, 8), address_lanes(replicates, 4)};
}

}  // namespace trust
