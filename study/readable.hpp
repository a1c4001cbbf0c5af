// Figures as people read them, the same on the command line and in the window.
#pragma once

#include <cstdint>
#include <string>

namespace trust {

/// 12,345
std::string with_separators(std::uint64_t number);

/// A figure with as many decimals as are worth reading: 0.452, 6.31, 120.4, 12,345. "-" for not a number.
std::string readable(double value);

/// The same with its sign, "+" included; "0" for exactly zero.
std::string readable_change(double value);

}  // namespace trust
