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
  bool organisations_vary = false;    // the unit is the organisation draw
  std::size_t units_that_differ = 0;  // at all; where few do, the effect rests on rare events: see unseen_share()
  double share_better = 0;            // of replicates in which the what-if is better; equal counts as not better
  double pairing_gain = 0;            // how many times fewer units than with independent seeds; see below
};

/// The interval is Student's t on the units' differences, "t"; from 50 units, where the shape of their distribution can
/// be told, the bias-corrected and accelerated bootstrap, "BCa" (Efron 1987, doi 10.1080/01621459.1987.10478410), which
/// follows a skew. Its end points are those that give t's interval where there is none (Hesterberg 2015,
/// doi 10.1080/00031305.2015.1089789). Above Resamples::most_units a mean is as good as normal: t again.
inline constexpr std::size_t units_for_bootstrap = 50;
bool is_bootstrapped(std::size_t units);

/// `resamples`: of as many units; used where is_bootstrapped().
PairedEffect paired_effect(std::span<const double> baseline, std::span<const double> what_if, Better direction,
                           const Units& units, const Resamples& resamples);
PairedEffect paired_effect(const PairedSample& sample, Better direction, std::uint64_t seed);

/// (variance of `baseline` + variance of `what_if`) / variance of their differences: by how much the variance of the
/// effect, and so the number of units that a given precision takes, would be larger with independent seeds. Infinity
/// where each varies and the differences do not, not a number where nothing varies or there are less than two.
double pairing_gain(std::span<const double> baseline, std::span<const double> what_if);

/// An interval knows of the luck that its units have seen, and of no other. What happens in a larger share of units
/// than this would have shown in one of `units` with 95 % chance: 3 / units or so (the rule of three, Hanley &
/// Lippman-Hand 1983, doi 10.1001/jama.1983.03330370053031). So an effect of 0 in [0, 0] says that fewer units than
/// that would differ.
double unseen_share(std::size_t units);

double half_width(const Range& interval);

/// The one with more between its ends; the first if equal. One that is not a number counts as the widest.
const Range& wider_of(const Range& one, const Range& other);

}  // namespace trust
