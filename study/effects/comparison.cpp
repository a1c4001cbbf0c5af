#include "study/effects/comparison.hpp"

namespace trust {

Comparison::Comparison(std::span<const std::uint32_t> organisation, std::uint64_t seed)
    : units_(organisation), seed_(seed) {
  if (is_bootstrapped(units_.count())) resamples_ = Resamples(seed, units_.count());
}

PairedEffect Comparison::effect(std::span<const double> baseline, std::span<const double> what_if,
                                Better direction) const {
  return paired_effect(baseline, what_if, direction, units_, resamples_);
}

DailyBand Comparison::band(const Table& differences) const { return daily_band(units_.means(differences), seed_); }

std::optional<TeamEffect> Comparison::worst_team(const Table& differences, Better direction) const {
  return worst_hit_team(units_.means(differences), direction);
}

}  // namespace trust
