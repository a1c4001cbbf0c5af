#include "viz/plot/ticks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace trust::viz {
namespace {

struct Step {
  int factor;  // 1, 2 or 5
  int power;   // of ten
  double size() const { return power < 0 ? factor / std::pow(10.0, -power) : factor * std::pow(10.0, power); }
  Step next() const { return factor == 1 ? Step{2, power} : factor == 2 ? Step{5, power} : Step{1, power + 1}; }
};

long long count_in(Range range, double step) {
  const double slack = 1e-9;
  return std::llround(std::floor(range.high / step + slack) - std::ceil(range.low / step - slack)) + 1;
}

}  // namespace

Ticks nice_ticks(Range range, int most) {
  Ticks ticks;
  if (!(range.width() > 0) || !std::isfinite(range.low) || !std::isfinite(range.high) || most < 1) return ticks;
  Step step{1, static_cast<int>(std::floor(std::log10(range.width() / most)))};
  while (count_in(range, step.size()) > most) step = step.next();
  const double first = std::ceil(range.low / step.size() - 1e-9);
  const long long count = count_in(range, step.size());
  for (long long i = 0; i < count; ++i) ticks.at.push_back((first + static_cast<double>(i)) * step.size());
  ticks.decimals = std::max(0, -step.power);
  return ticks;
}

Ticks whole_ticks(Range range, int most) {
  Ticks ticks = nice_ticks(range, most);
  if (ticks.decimals == 0) return ticks;
  ticks = {};
  for (double number = std::ceil(range.low); number <= range.high; ++number) ticks.at.push_back(number);
  return ticks;
}

std::string format_number(double value, int decimals) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
  std::string text = buffer;
  if (text.find_first_not_of("-0.") == std::string::npos && text[0] == '-') text.erase(0, 1);
  const std::size_t sign = text[0] == '-' ? 1 : 0;
  const std::size_t whole = std::min(text.find('.'), text.size());
  for (std::size_t at = whole; at > sign + 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

Range padded_range(Range values, double least_width) {
  const double width = std::max(values.width(), least_width);
  const double middle = (values.low + values.high) / 2;
  return {middle - 0.6 * width, middle + 0.6 * width};
}

}  // namespace trust::viz
