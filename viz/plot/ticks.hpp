// Where an axis has its numbers: at round steps of 1, 2 or 5 times a power of ten.
#pragma once

#include <string>
#include <vector>

namespace trust::viz {

struct Range {
  double low = 0;
  double high = 1;
  double width() const { return high - low; }
};

struct Ticks {
  std::vector<double> at;
  int decimals = 0;  // that tell neighbours apart
};

/// At most `most` (>= 2) ticks inside the range, ends included. A range that is empty or not a number gives none.
Ticks nice_ticks(Range range, int most);

/// Ticks at whole numbers alone, as days and counts want them.
Ticks whole_ticks(Range range, int most);

/// Fixed decimals, thousands set apart by a thin comma: 12,500 or -0.25. Never "-0".
std::string format_number(double value, int decimals);

/// The range of the values with a tenth to spare on both sides; one around the value where all are the same.
Range padded_range(Range values, double least_width);

}  // namespace trust::viz
