#include "viz/scene/packing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>

namespace trust::viz {
namespace {

constexpr float full_turn = 2 * std::numbers::pi_v<float>;

// Half the angle that a circle needs on a ring. These add up safely: asin is convex, so two neighbours are never nearer
// than their radii and the gap.
float half_angle(float radius, float gap, float ring) { return std::asin(std::min(1.0F, (radius + gap / 2) / ring)); }

float turn_needed(std::span<const float> radii, float gap, float ring) {
  float sum = 0;
  for (const float radius : radii) sum += 2 * half_angle(radius, gap, ring);
  return sum;
}

float largest(std::span<const float> radii) {
  return radii.empty() ? 0.0F : *std::max_element(radii.begin(), radii.end());
}

// The smallest ring on which all circles stand, nothing in the middle.
float ring_for_all(std::span<const float> radii, float gap) {
  float low = largest(radii) + gap / 2;
  float high = std::accumulate(radii.begin(), radii.end(), low) + gap * static_cast<float>(radii.size());
  for (int step = 0; step < 40; ++step) {
    const float middle = (low + high) / 2;
    (turn_needed(radii, gap, middle) > full_turn ? low : high) = middle;
  }
  return high;
}

// How many of the circles stand on a ring around a disc of radius `inner`, and the ring's own radius.
struct Ring {
  std::size_t count;
  float radius;
};

Ring fill_ring(std::span<const float> radii, float inner, float gap) {
  float widest = 0;
  float turn = 0;
  Ring ring{0, 0};
  for (std::size_t count = 1; count <= radii.size(); ++count) {
    const float radius = inner + gap + std::max(widest, radii[count - 1]);
    if (radii[count - 1] > widest) {
      widest = radii[count - 1];
      turn = turn_needed(radii.first(count), gap, radius);  // a wider ring changes every angle on it
    } else {
      turn += 2 * half_angle(radii[count - 1], gap, radius);
    }
    if (count > 1 && turn > full_turn) break;
    ring = {count, radius};
  }
  return ring;
}

// The next ring; a wider one for all that are left where that ends sooner than a few of them on a ring of their own.
Ring next_ring(std::span<const float> radii, float inner, float gap) {
  const Ring ring = fill_ring(radii, inner, gap);
  if (ring.count == radii.size()) return ring;
  const Ring wide{radii.size(), std::max(inner + gap + largest(radii), ring_for_all(radii, gap))};
  const float outside = ring.radius + largest(radii.first(ring.count)) + gap + 2 * largest(radii.subspan(ring.count));
  return wide.radius + largest(radii) < outside ? wide : ring;
}

// Places circles on a ring from twelve o'clock on, the free rest of the turn shared out between them.
void place_ring(std::span<const float> radii, float gap, float ring, std::vector<Point>& centres) {
  const float spare = (full_turn - turn_needed(radii, gap, ring)) / static_cast<float>(radii.size());
  float angle = -std::numbers::pi_v<float> / 2 - half_angle(radii[0], gap, ring);
  for (const float radius : radii) {
    const float half = half_angle(radius, gap, ring);
    angle += half;
    centres.push_back({ring * std::cos(angle), ring * std::sin(angle)});
    angle += half + std::max(0.0F, spare);
  }
}

}  // namespace

Packing pack_in_rings(std::span<const float> radii, float gap) {
  Packing packing;
  if (radii.empty()) return packing;
  packing.centres.reserve(radii.size());
  packing.centres.push_back({0, 0});
  packing.radius = radii[0];
  for (auto rest = radii.subspan(1); !rest.empty();) {
    const Ring ring = next_ring(rest, packing.radius, gap);
    const auto on_ring = rest.first(ring.count);
    place_ring(on_ring, gap, ring.radius, packing.centres);
    packing.radius = ring.radius + largest(on_ring);
    rest = rest.subspan(ring.count);
  }
  return packing;
}

namespace {

constexpr std::size_t most_in_one_ring = 6;
constexpr std::size_t most_packed_snugly = 72;  // the cost grows with the fourth power

Packing one_ring(std::span<const float> radii, float gap) {
  Packing packing;
  const float ring = ring_for_all(radii, gap);
  place_ring(radii, gap, ring, packing.centres);
  packing.radius = ring + largest(radii);
  return packing;
}

// The two places where a circle touches two others: each other centre is at distance `to_a` and `to_b`.
std::array<Point, 2> touching(Point a, float to_a, Point b, float to_b) {
  const Point along = b - a;
  const float apart = length(along);
  const float share = (apart * apart + to_a * to_a - to_b * to_b) / (2 * apart * apart);
  const float height = std::sqrt(std::max(0.0F, to_a * to_a / (apart * apart) - share * share));
  const Point across{-along.y, along.x};
  const Point foot = a + along * share;
  return {foot + across * height, foot - across * height};
}

// Adds one circle after another where it touches two that are there, as near to their middle as possible.
class SnugPacker {
 public:
  SnugPacker(std::span<const float> radii, float gap) : radii_(radii), gap_(gap) {
    centres_.push_back({0, 0});
    if (radii.size() > 1) centres_.push_back({radii[0] + radii[1] + gap, 0});
    while (centres_.size() < radii.size()) add_next();
  }

  std::vector<Point> centres() && { return std::move(centres_); }

 private:
  bool is_free(Point place, float radius) const {
    for (std::size_t i = 0; i < centres_.size(); ++i) {
      if (length(place - centres_[i]) < (radius + radii_[i] + gap_) * 0.9999F) return false;
    }
    return true;
  }

  void add_next() {
    const float radius = radii_[centres_.size()];
    Point middle;
    for (const Point centre : centres_) middle = middle + centre * (1 / static_cast<float>(centres_.size()));
    Point best;
    float best_distance = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < centres_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const float to_i = radii_[i] + radius + gap_;
        const float to_j = radii_[j] + radius + gap_;
        if (length(centres_[i] - centres_[j]) > to_i + to_j) continue;
        for (const Point place : touching(centres_[i], to_i, centres_[j], to_j)) {
          const float distance = length(place - middle);
          if (distance >= best_distance * 0.9999F || !is_free(place, radius)) continue;
          best = place;
          best_distance = distance;
        }
      }
    }
    centres_.push_back(best);
  }

  std::span<const float> radii_;
  float gap_;
  std::vector<Point> centres_;
};

// The farthest reach of any circle from `middle`, and which one reaches there.
std::pair<float, std::size_t> farthest(std::span<const Point> centres, std::span<const float> radii, Point middle) {
  std::pair<float, std::size_t> far{0, 0};
  for (std::size_t i = 0; i < centres.size(); ++i) {
    far = std::max(far, {length(centres[i] - middle) + radii[i], i});
  }
  return far;
}

// Moves everything so that the circle around it is small and has its centre at (0, 0): the middle walks towards
// whatever is farthest, in ever smaller steps (Badoiu and Clarkson 2003).
Packing around_its_middle(std::vector<Point> centres, std::span<const float> radii) {
  Point middle;
  for (int step = 1; step <= 300; ++step) {
    const Point far = centres[farthest(centres, radii, middle).second];
    middle = middle + (far - middle) * (1 / static_cast<float>(step + 1));
  }
  const float radius = farthest(centres, radii, middle).first;
  for (Point& centre : centres) centre = centre - middle;
  return {std::move(centres), radius};
}

}  // namespace

Packing pack_snugly(std::span<const float> radii, float gap) {
  if (radii.size() <= 1 || radii.size() > most_packed_snugly) return pack_in_rings(radii, gap);
  if (radii.size() <= most_in_one_ring) return one_ring(radii, gap);
  Packing rings = pack_in_rings(radii, gap);
  Packing snug = around_its_middle(SnugPacker(radii, gap).centres(), radii);
  return snug.radius < 0.97F * rings.radius ? snug : rings;  // rings look calmer
}

namespace {

struct Row {
  std::size_t begin;
  std::size_t end;
  float width;
  float radius;
};

// Cuts the circles into `rows` rows of about equal width, in their order.
std::vector<Row> cut_into_rows(std::span<const float> radii, float gap, std::size_t rows) {
  float total = 0;
  for (const float radius : radii) total += 2 * radius + gap;
  std::vector<Row> result;
  float done = 0;
  for (std::size_t i = 0; i < radii.size(); ++i) {
    const float middle = done + radii[i] + gap / 2;
    const auto row = std::min(rows - 1, static_cast<std::size_t>(middle / total * static_cast<float>(rows)));
    if (result.empty() || (row >= result.size() && result.size() < rows)) result.push_back({i, i, -gap, 0});
    Row& last = result.back();
    last.end = i + 1;
    last.width += 2 * radii[i] + gap;
    last.radius = std::max(last.radius, radii[i]);
    done += 2 * radii[i] + gap;
  }
  return result;
}

// The scale at which the rows just fill a rectangle of width `aspect` and height 1.
float scale_of(const std::vector<Row>& rows, float row_gap, float aspect) {
  float width = 0;
  float height = 0;
  for (const Row& row : rows) {
    width = std::max(width, row.width);
    height += 2 * row.radius + row_gap;
  }
  return std::min(aspect / width, 1 / height);
}

std::vector<Row> best_rows(std::span<const float> radii, float gap, float row_gap, float aspect) {
  std::vector<Row> best;
  float best_scale = -1;
  for (std::size_t count = 1; count <= radii.size(); ++count) {
    auto rows = cut_into_rows(radii, gap, count);
    const float scale = scale_of(rows, row_gap, aspect);
    if (scale <= best_scale) continue;
    best_scale = scale;
    best = std::move(rows);
  }
  return best;
}

}  // namespace

std::vector<Point> pack_in_rows(std::span<const float> radii, float gap, float row_gap, float aspect) {
  std::vector<Point> centres;
  float y = 0;
  for (const Row& row : best_rows(radii, gap, row_gap, aspect)) {
    y += row_gap + row.radius;
    float x = -row.width / 2;
    for (std::size_t i = row.begin; i < row.end; ++i) {
      centres.push_back({x + radii[i], y});
      x += 2 * radii[i] + gap;
    }
    y += row.radius;
  }
  return centres;
}

}  // namespace trust::viz
