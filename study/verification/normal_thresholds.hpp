// Granovetter's crowd with normally distributed thresholds, finely enough that its end is known to 1e-6.
#pragma once

#include "study/verification/laboratory.hpp"

namespace trust::verification {

/// The share that adopts in the end where thresholds are normal with mean 0.25 and this deviation and everybody looks
/// at everybody: the least r with r = F(r) (Granovetter 1978). Near `focus`, where adoption is slowest, the crowd is
/// represented most finely: it lends the result precision, nothing else. `levers`: what offers the change.
double normal_adopters(const Laboratory& laboratory, const Levers& levers, double deviation, double focus);

}  // namespace trust::verification
