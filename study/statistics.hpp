// What many replicates say together: means, ranges and paired differences. A figure that is not a number in any
// replicate makes the result not a number: nothing is dropped in silence.
#pragma once

#include <span>

#include "models/measures.hpp"

namespace trust {

struct Range {
  double low = 0;
  double high = 0;
};

/// Sum in the order given, over the count. Not a number for no values.
double mean(std::span<const double> values);

/// The value below which a share `share` (0 .. 1) of `values` lies, with straight lines between the sorted values
/// (type 7 of Hyndman & Fan 1996, doi 10.1080/00031305.1996.10473566). Not a number for no values.
double percentile(std::span<const double> values, double share);

/// The middle 90 % of `values`: 5th to 95th percentile.
Range middle_90(std::span<const double> values);

/// A mean with its 95 % interval by Student's t, n - 1 degrees of freedom. With one value the interval is not a number.
struct MeanWithInterval {
  double mean = 0;
  Range interval;
};
MeanWithInterval mean_with_interval(std::span<const double> values);

/// The share of differences that are an improvement. Equal counts as not better.
double share_better(std::span<const double> differences, Better direction);

}  // namespace trust
