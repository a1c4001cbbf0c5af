// Where everybody stands in the picture, as circles or as an organisation chart. Positions follow from the organisation
// alone, so that over time only colours and ties change.
#pragma once

#include <vector>

#include "models/organisation.hpp"
#include "viz/scene/geometry.hpp"
#include "viz/scene/seat_grid.hpp"

namespace trust::viz {

/// circles: a circle for each function, the teams inside it, each team's leader in the middle.
/// org_chart: managers above, those who report to them below.
enum class NetworkShape : std::uint8_t { circles, org_chart };

inline constexpr float person_radius = 1.0F;  // in layout units
inline constexpr float leader_radius = 1.6F;

struct Segment {
  Point from;
  Point to;
};

/// Places [begin, end) of Layout::order.
struct SeatRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
};

/// One who stands at place i of Layout::order, with everybody below: places [i, end).
struct Branch {
  Box box;  // around all of them
  std::uint32_t end = 0;
  SeatRange lines;  // of Layout::lines: from this person to those who report to it
};

struct Layout {
  NetworkShape shape = NetworkShape::circles;
  std::vector<Circle> people;                           // by seat
  std::vector<Circle> teams;                            // by team; radius 0 where it has no circle
  std::vector<Circle> functions;                        // by function; radius 0 where it has no circle
  std::vector<std::vector<Seat>> members;               // by team
  std::vector<std::vector<std::uint32_t>> in_function;  // teams by function
  Box bounds;  // around everything, with room for a line of text above each function

  std::vector<Seat> order;            // everybody, so that each team and function, or each branch, is one range of it
  std::vector<SeatRange> team_range;  // circles: of `order`, by team
  std::vector<SeatRange> function_range;  // circles: of `order`, by function
  std::vector<Branch> branches;           // org_chart: by place in `order`
  std::vector<Segment> lines;             // org_chart: reporting lines
  SeatGrid grid;                          // who stands where

  bool empty() const { return people.empty(); }
};

/// People stand with their team, teams with their function. Cost: linear in people.
Layout circles_layout(const Organisation& organisation);

/// That layout of the organisation.
Layout layout_of(const Organisation& organisation, NetworkShape shape);

/// Members of teams and teams of functions, leaders first: what both layouts share.
void gather_members(const Organisation& organisation, Layout& layout);

}  // namespace trust::viz
