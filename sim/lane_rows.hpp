// The shape that vector code and its callers share, without any vector type: pointers to rows of 16 floats.
#pragma once

#include <cstddef>

namespace trust {

inline constexpr int lane_columns = 16;

/// Row `r` of a column whose data begin at `column`.
inline float* row_of(float* column, std::size_t r) { return column + r * lane_columns; }
inline const float* row_of(const float* column, std::size_t r) { return column + r * lane_columns; }

}  // namespace trust
