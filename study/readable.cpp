#include "study/readable.hpp"

#include <fmt/format.h>

#include <cmath>

namespace trust {
namespace {

std::string without_sign(double size) {
  if (size < 1) return fmt::format("{:.3f}", size);
  if (size < 100) return fmt::format("{:.2f}", size);
  if (size < 1000) return fmt::format("{:.1f}", size);
  if (size < 1e15) return with_separators(static_cast<std::uint64_t>(std::llround(size)));
  return fmt::format("{:.3e}", size);
}

}  // namespace

std::string with_separators(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3;) digits.insert(place -= 3, ",");
  return digits;
}

std::string readable(double value) {
  if (std::isnan(value)) return "-";
  return (value < 0 ? "-" : "") + without_sign(std::abs(value));
}

std::string readable_change(double value) {
  if (std::isnan(value)) return "-";
  if (value == 0) return "0";
  const double size = std::abs(value);
  const std::string figure = size < 0.0001 ? fmt::format("{:.0e}", size)
                             : size < 0.1  ? fmt::format("{:.4f}", size)
                                           : without_sign(size);
  return (value < 0 ? "-" : "+") + figure;
}

}  // namespace trust
