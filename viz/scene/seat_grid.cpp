#include "viz/scene/seat_grid.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

constexpr float wanted_side = 8;        // layout units: a handful of people
constexpr double squares_a_person = 4;  // at most

}  // namespace

SeatGrid::SeatGrid(std::span<const Circle> people) {
  if (people.empty()) return;
  Point high = origin_ = people[0].centre;
  for (const Circle& person : people) {
    origin_ = {std::min(origin_.x, person.centre.x), std::min(origin_.y, person.centre.y)};
    high = {std::max(high.x, person.centre.x), std::max(high.y, person.centre.y)};
    reach_ = std::max(reach_, person.radius);
  }
  const Point size = high - origin_;
  const double most = squares_a_person * static_cast<double>(people.size()) + 16;
  side_ = wanted_side;
  while ((static_cast<double>(size.x / side_) + 1) * (static_cast<double>(size.y / side_) + 1) > most) side_ *= 2;
  columns_ = static_cast<std::uint32_t>(size.x / side_) + 1;
  rows_ = static_cast<std::uint32_t>(size.y / side_) + 1;
  const auto square_of = [&](const Circle& person) {
    return static_cast<std::size_t>(row_of(person.centre.y)) * columns_ + column_of(person.centre.x);
  };
  begin_.assign(static_cast<std::size_t>(columns_) * rows_ + 1, 0);
  for (const Circle& person : people) ++begin_[square_of(person) + 1];
  for (std::size_t square = 1; square < begin_.size(); ++square) begin_[square] += begin_[square - 1];
  seats_.resize(people.size());
  auto next = begin_;
  for (Seat seat = 0; seat < people.size(); ++seat) seats_[next[square_of(people[seat])]++] = seat;
}

std::uint32_t SeatGrid::column_of(float x) const {
  const float place = std::max(0.0F, (x - origin_.x) / side_);
  return std::min(columns_ - 1, static_cast<std::uint32_t>(std::min(place, 1e9F)));
}

std::uint32_t SeatGrid::row_of(float y) const {
  const float place = std::max(0.0F, (y - origin_.y) / side_);
  return std::min(rows_ - 1, static_cast<std::uint32_t>(std::min(place, 1e9F)));
}

void SeatGrid::find(const Box& part, std::vector<Seat>& out) const {
  out.clear();
  if (seats_.empty()) return;
  const std::size_t left = column_of(part.low.x - reach_);
  const std::size_t right = column_of(part.high.x + reach_);
  const std::size_t last = row_of(part.high.y + reach_);
  for (std::size_t row = row_of(part.low.y - reach_); row <= last; ++row) {
    const auto from = static_cast<std::ptrdiff_t>(begin_[row * columns_ + left]);
    const auto to = static_cast<std::ptrdiff_t>(begin_[row * columns_ + right + 1]);
    out.insert(out.end(), seats_.begin() + from, seats_.begin() + to);
  }
}

Seat SeatGrid::nearest(std::span<const Circle> people, Point point, float slack) const {
  std::vector<Seat> close;
  const Point reach{slack, slack};
  find({point - reach, point + reach}, close);
  Seat best = no_seat;
  float nearest = slack;
  for (const Seat seat : close) {
    const float distance = length(point - people[seat].centre) - people[seat].radius;
    if (distance > nearest) continue;
    nearest = distance;
    best = seat;
  }
  return best;
}

}  // namespace trust::viz
