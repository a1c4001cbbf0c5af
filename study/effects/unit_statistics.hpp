// The arithmetic that the statistics of effects share. Sums go over sorted values: the order in which replicates come
// changes no bit.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "study/effects/table.hpp"
#include "study/statistics.hpp"

namespace trust {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool all_finite(std::span<const double> values);

std::vector<double> sorted(std::span<const double> values);

/// The mean of values in rising order: exactly their value where all are equal. Not a number for none.
double mean_of_sorted(std::span<const double> rising);

/// As above, of values in any order. Not a number where any is not finite.
double ordered_mean(std::span<const double> values);

/// The sum of squared distances from `centre`: exactly 0 where all values equal it.
double squared_distances(std::span<const double> rising, double centre);

/// The standard error of a mean of independent values in rising order: exactly 0 where all are equal. Not a number for
/// less than two.
double standard_error_of_sorted(std::span<const double> rising, double centre);

/// The value that Student's t with `degrees` degrees of freedom exceeds with chance `tail`.
double student_t_above(double tail, std::size_t degrees);

/// A copy with the rows in rising order, by their first column, then their second ...; no number may be missing.
Table sorted_rows(const Table& table);

}  // namespace trust
