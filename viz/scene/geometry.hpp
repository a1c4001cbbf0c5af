// Points and circles of the network picture, in the layout's own units or in pixels.
#pragma once

#include <cmath>

namespace trust::viz {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, float factor) { return {a.x * factor, a.y * factor}; }
inline float length(Point a) { return std::sqrt(a.x * a.x + a.y * a.y); }

struct Circle {
  Point centre;
  float radius = 0;
};

/// Whether `point` lies in the circle or at most `slack` outside it.
inline bool contains(const Circle& circle, Point point, float slack = 0) {
  return length(point - circle.centre) <= circle.radius + slack;
}

/// A rectangle from its upper left to its lower right corner.
struct Box {
  Point low;
  Point high;
  float width() const { return high.x - low.x; }
  float height() const { return high.y - low.y; }
  bool contains(Point p) const { return p.x >= low.x && p.x < high.x && p.y >= low.y && p.y < high.y; }
  friend bool operator==(const Box&, const Box&) = default;
};

}  // namespace trust::viz
