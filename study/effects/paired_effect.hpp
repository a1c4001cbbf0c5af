// The effect of a plan on one measure, from replicates that baseline and what-if share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/measures.hpp"
#include "study/effects/resamples.hpp"
#include "study/effects/units.hpp"
#include "study/statistics.hpp"

namespace trust {

/// One value a replicate in each; `organisation`: the organisation draw that it lives in.
struct PairedSample {
  std::vector<double> baseline;
  std::vector<double> what_if;
  std::vector<std::uint32_t> organisation;
};

/// Figures that a not-a-number of any replicate reaches are not a number.
struct PairedEffect {
  double baseline = 0;    // mean over units
  double what_if = 0;     // mean over units
  double difference = 0;  // mean over units of (what-if minus baseline)
  Range interval;         // its 95 % interval; not a number for one unit
  const char* method = "t";
  std::size_t units = 0;
  bool organisations_vary = false;  // the unit is the organisation draw
  double share_better = 0;          // of replicates in which the what-if is better; equal counts as not better
  double pairing_gain = 0;          // how many times fewer units than with independent seeds; see below
};

/// From here on the interval is bootstrapped ("BCa"), as far as resamples are affordable; else it is Student's ("t").
inline constexpr std::size_t units_for_bootstrap = 50;
inline constexpr std::size_t most_units_for_bootstrap = 4096;

/// `resamples`: made for at least as many units as the sample has, or empty for intervals by t alone.
PairedEffect paired_effect(std::span<const double> baseline, std::span<const double> what_if, Better direction,
                           const Units& units, const Resamples& resamples);
PairedEffect paired_effect(const PairedSample& sample, Better direction, std::uint64_t seed);

/// (variance of `baseline` + variance of `what_if`) / variance of their differences: by how much the variance of the
/// effect, and so the number of units that a given precision takes, would be larger with independent seeds. Infinity
/// where each varies and the differences do not, not a number where nothing varies or there are less than two.
double pairing_gain(std::span<const double> baseline, std::span<const double> what_if);

double half_width(const Range& interval);

/// The one with more between its ends; the first if equal. One that is not a number counts as the widest.
const Range& wider_of(const Range& one, const Range& other);

}  // namespace trust
