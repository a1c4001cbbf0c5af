// Which points of a study's axes are run. Points are computed when they are asked for: ten million cost no memory, and
// point i is the same whoever asks, and in whatever order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/overrides.hpp"
#include "study/design/axis.hpp"

namespace trust {

enum class DesignKind : std::uint8_t {
  grid,             // every combination of the axes' levels; the last axis changes fastest
  list,             // the points as they are written down
  latin_hypercube,  // each axis is cut into as many strata as there are points, and each stratum has exactly one
                    // (McKay, Beckman & Conover 1979, Technometrics, doi:10.2307/1268522)
  sobol,          // low discrepancy: every first 2^k points have one in each of 2^k strata of every axis (Sobol' 1967;
                  // directions of Joe & Kuo 2008, doi:10.1137/070709359); begins with the corner of all lower ends
  one_at_a_time,  // the scenario as it is, then each level of each axis with the others as they are
  random,         // independent of each other
};

/// The names as study files write them, in the order of DesignKind.
std::span<const std::string_view> design_kind_names();

/// Most points that a design may have with permission, and without.
inline constexpr std::uint64_t most_points = 4'000'000'000;
inline constexpr std::uint64_t most_points_unasked = 10'000'000;

class Design {
 public:
  /// One entry an axis, in their order; nothing (or no more entries): as the scenario has it.
  using ListPoint = std::vector<std::optional<OverrideValue>>;

  /// The design of no axes: one point, the scenario as it is.
  Design() = default;
  /// grid and one_at_a_time: every axis has levels.
  static Design of_levels(DesignKind kind, std::vector<Axis> axes);
  static Design of_list(std::vector<Axis> axes, std::vector<ListPoint> points);
  /// latin_hypercube, sobol and random. `seed` is of no meaning to sobol.
  static Design of_samples(DesignKind kind, std::vector<Axis> axes, std::uint64_t points, std::uint64_t seed);

  DesignKind kind() const { return kind_; }
  std::uint64_t points() const { return points_; }
  std::span<const Axis> axes() const { return axes_; }

  /// What point i (below points()) changes in the scenario file, in the order of the axes.
  std::vector<Override> point(std::uint64_t i) const;

  /// The same for people and tables: name of the axis and value. An axis that is as the scenario has it is left out.
  std::vector<std::pair<std::string, std::string>> settings(std::uint64_t i) const;

 private:
  ListPoint values(std::uint64_t i) const;
  std::vector<double> place_of(std::uint64_t i) const;  // in the unit cube, of a sample

  DesignKind kind_ = DesignKind::grid;
  std::vector<Axis> axes_;
  std::vector<ListPoint> list_;
  std::uint64_t points_ = 1;
  std::uint64_t seed_ = 0;
};

}  // namespace trust
