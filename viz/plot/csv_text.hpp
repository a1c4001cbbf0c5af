// Numbers and words as a table of comma-separated values has them (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace trust::viz {

/// The fewest digits that give the number back; empty for what is no number.
std::string shortest(float value);

/// In quotes where it must be.
std::string csv_cell(std::string_view text);

}  // namespace trust::viz
