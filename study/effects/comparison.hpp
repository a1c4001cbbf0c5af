// All effects of one comparison: what they share (units, resamples) is worked out once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "study/effects/daily_band.hpp"
#include "study/effects/paired_effect.hpp"
#include "study/effects/worst_hit_team.hpp"

namespace trust {

class Comparison {
 public:
  /// `organisation[r]`: the organisation draw of replicate r. `seed`: of the bootstrap's luck.
  Comparison(std::span<const std::uint32_t> organisation, std::uint64_t seed);

  const Units& units() const { return units_; }

  /// Both one value a replicate, in the order of the constructor's.
  PairedEffect effect(std::span<const double> baseline, std::span<const double> what_if, Better direction) const;

  /// `differences`: [replicate][day].
  DailyBand band(const Table& differences) const;

  /// `differences`: [replicate][team].
  std::optional<TeamEffect> worst_team(const Table& differences, Better direction) const;

 private:
  Units units_;
  std::uint64_t seed_;
  Resamples resamples_;
};

}  // namespace trust
