#include "study/design/axis.hpp"

#include <algorithm>

namespace trust {

namespace {

/// Which of `count` equal shares holds `share`.
std::uint64_t index_at(double share, std::uint64_t count) {
  return std::min(static_cast<std::uint64_t>(share * static_cast<double>(count)), count - 1);
}

OverrideValue rounded(double value) { return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5); }

}  // namespace

OverrideValue Axis::level(std::uint64_t i) const {
  if (!values.empty()) return values[i];
  const auto number = static_cast<double>(i), count = static_cast<double>(steps);
  if (prior) return static_cast<double>(prior->at((number + 0.5) / count));
  if (i == 0 || i + 1 == steps) {  // the very ends, whatever the rounding between them
    const double end = i == 0 ? from : to;
    return whole ? rounded(end) : end;
  }
  const double value = from + (to - from) * number / (count - 1);
  return whole ? rounded(value) : value;
}

OverrideValue Axis::at(double share) const {
  if (levels() > 0) return level(index_at(share, levels()));
  if (prior) return static_cast<double>(prior->at(share));
  if (!whole) return from + share * (to - from);
  const auto count = static_cast<std::uint64_t>(to - from) + 1;
  return static_cast<std::int64_t>(from) + static_cast<std::int64_t>(index_at(share, count));
}

}  // namespace trust
