// A Monte-Carlo figure and how uncertain it is.
#pragma once

#include <span>

#include "study/verification/check.hpp"

namespace trust::verification {

/// A mean of independent values with the standard error of that mean.
struct Estimate {
  double mean = 0;
  double error = 0;
};

/// At least two values; with fewer the error is not a number, which no check passes.
Estimate estimate(std::span<const double> values);

/// Theory's figure lies within 4 standard errors of the estimate, and `bias` more where the check states one.
inline Finding within_four_errors(double expected, const Estimate& found, double bias = 0) {
  return {expected, found.mean, 4 * found.error + bias};
}

}  // namespace trust::verification
