// A series as a line of small blocks: how a figure went, next to where it ended.
#pragma once

#include <span>
#include <string>

namespace trust::cli {

/// At most `width` columns, each the mean of its stretch of `values`; the lowest block is the smallest value, the
/// highest the largest. In ASCII where `utf8` is false. A series that does not move is a flat line; not-a-number leaves
/// a gap.
std::string sparkline(std::span<const double> values, std::size_t width, bool utf8);

}  // namespace trust::cli
