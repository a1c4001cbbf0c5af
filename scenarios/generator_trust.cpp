#include "scenarios/generator_trust.hpp"

#include <algorithm>
#include <bit>

#include "sim/exact_math.hpp"

namespace trust {
namespace {

/// Bits that are in the order of the numbers that they stand for.
std::uint32_t ordered_bits(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return bits & 0x80000000u ? ~bits : bits | 0x80000000u;
}

/// Quantile of the logistic law with mean 0 and deviation 1.
double logistic_quantile(double p) {
  constexpr double scale = 0.5513288954217920;  // sqrt(3) / pi
  return scale * (exact_log(p) - exact_log(1 - p));
}

/// Gives the ties listed in `ranked` (bits of closeness, then index) trust by rank.
void spread_trust(std::vector<Tie>& ties, std::vector<std::uint64_t>& ranked, double mean, double deviation) {
  std::ranges::sort(ranked);
  for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
    const double p = (static_cast<double>(rank) + 0.5) / static_cast<double>(ranked.size());
    const double trust = std::clamp(mean + deviation * logistic_quantile(p), 0.01, 0.99);
    ties[ranked[rank] & 0xFFFFFFFFu].trust = static_cast<float>(trust);
  }
}

}  // namespace

std::vector<Tie> trust_of_ties(const Organisation& organisation, const std::vector<CloseTie>& ties,
                               const GeneratorSpec& spec) {
  std::vector<Tie> result;
  result.reserve(ties.size());
  std::vector<std::uint64_t> within, across;
  for (const CloseTie& tie : ties) {
    const bool same = organisation.people[tie.source].function == organisation.people[tie.target].function;
    (same ? within : across).push_back(std::uint64_t{ordered_bits(tie.closeness)} << 32 | result.size());
    result.push_back({tie.source, tie.target, 0});
  }
  spread_trust(result, within, spec.trust_within, spec.trust_spread);
  spread_trust(result, across, spec.trust_across, spec.trust_spread);
  return result;
}

}  // namespace trust
