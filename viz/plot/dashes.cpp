#include "viz/plot/dashes.hpp"

#include <algorithm>
#include <cmath>

namespace trust::viz {
namespace {

constexpr std::size_t most_dashes = 20000;  // a line far longer than any screen is cut short

}  // namespace

std::vector<std::pair<Point, Point>> dashes(std::span<const Point> points, float on, float off) {
  std::vector<std::pair<Point, Point>> cut;
  if (!(on > 0) || !(off >= 0)) return cut;
  float left = on;  // of the dash or of the gap
  bool drawing = true;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const float whole = length(points[i + 1] - points[i]);
    if (!std::isfinite(whole)) return cut;
    for (float done = 0; done < whole && cut.size() < most_dashes;) {
      const float piece = std::min(left, whole - done);
      const auto at = [&](float along) { return points[i] + (points[i + 1] - points[i]) * (along / whole); };
      if (drawing) cut.emplace_back(at(done), at(done + piece));
      if (done + piece == done) break;  // too small a step for the numbers
      done += piece;
      left -= piece;
      if (left > 0) continue;
      drawing = !drawing;
      left = drawing ? on : off;
    }
  }
  return cut;
}

}  // namespace trust::viz
