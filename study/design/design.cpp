#include "study/design/design.hpp"

#include <array>
#include <boost/random/sobol.hpp>
#include <limits>
#include <string_view>

#include "sim/draws.hpp"
#include "study/design/permutation.hpp"
#include "study/design/purposes.hpp"

namespace trust {

namespace {

constexpr std::array<std::string_view, 6> names = {"grid",  "list",          "latin_hypercube",
                                                   "sobol", "one_at_a_time", "random"};

DrawAddress address(DesignPurpose purpose, std::uint64_t point, std::size_t axis) {
  return {static_cast<std::uint32_t>(point), static_cast<std::uint32_t>(axis), 0, static_cast<std::uint8_t>(purpose)};
}

/// Coordinates of the point in the unit cube, each 0 .. 1 with 1 excluded.
std::vector<double> latin_hypercube(std::uint64_t i, std::uint64_t points, std::size_t axes, const CipherKey& key) {
  std::vector<double> place;
  for (std::size_t axis = 0; axis < axes; ++axis) {
    const std::uint64_t stratum = shuffled(i, points, key, static_cast<std::uint32_t>(axis));
    // 20 bits within a stratum: the sum is exact, and no rounding leads out of the stratum.
    const std::uint32_t within = draw32(key, address(DesignPurpose::place_in_stratum, i, axis), 0) >> 12;
    place.push_back((static_cast<double>(stratum) + within * 0x1p-20) / static_cast<double>(points));
  }
  return place;
}

std::vector<double> sobol(std::uint64_t i, std::size_t axes) {
  std::vector<double> place(axes, 0.0);
  if (i == 0) return place;  // Boost leaves out the sequence's first point, which its balance needs (Owen 2020)
  boost::random::sobol sequence(axes);
  sequence.seed(i - 1);
  for (double& at : place) at = static_cast<double>(sequence() >> 11) * 0x1p-53;
  return place;
}

std::vector<double> independent(std::uint64_t i, std::size_t axes, const CipherKey& key) {
  std::vector<double> place;
  for (std::size_t axis = 0; axis < axes; ++axis)
    place.push_back(uniform(key, address(DesignPurpose::independent_of_others, i, axis), 0));
  return place;
}

/// The product, or the largest number where it is larger.
std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
  return b != 0 && a > largest / b ? largest : a * b;
}

}  // namespace

std::span<const std::string_view> design_kind_names() { return names; }

Design Design::of_levels(DesignKind kind, std::vector<Axis> axes) {
  Design design;
  design.kind_ = kind;
  for (const Axis& axis : axes)
    design.points_ = kind == DesignKind::grid ? times(design.points_, axis.levels()) : design.points_ + axis.levels();
  design.axes_ = std::move(axes);
  return design;
}

Design Design::of_list(std::vector<Axis> axes, std::vector<ListPoint> points) {
  Design design;
  design.kind_ = DesignKind::list;
  design.points_ = points.size();
  for (ListPoint& point : points) point.resize(axes.size());
  design.axes_ = std::move(axes);
  design.list_ = std::move(points);
  return design;
}

Design Design::of_samples(DesignKind kind, std::vector<Axis> axes, std::uint64_t points, std::uint64_t seed) {
  Design design;
  design.kind_ = kind;
  design.points_ = points;
  design.axes_ = std::move(axes);
  design.seed_ = seed;
  return design;
}

std::vector<std::optional<OverrideValue>> Design::values(std::uint64_t i) const {
  ListPoint found(axes_.size());
  switch (kind_) {
    case DesignKind::list:
      return list_[i];
    case DesignKind::grid:
      for (std::size_t axis = axes_.size(); axis-- > 0; i /= axes_[axis].levels())
        found[axis] = axes_[axis].level(i % axes_[axis].levels());
      return found;
    case DesignKind::one_at_a_time: {
      std::uint64_t before = 1;  // the scenario as it is
      for (std::size_t axis = 0; axis < axes_.size(); before += axes_[axis++].levels())
        if (i >= before && i - before < axes_[axis].levels()) found[axis] = axes_[axis].level(i - before);
      return found;
    }
    default:
      break;
  }
  const std::vector<double> place = place_of(i);
  for (std::size_t axis = 0; axis < axes_.size(); ++axis) found[axis] = axes_[axis].at(place[axis]);
  return found;
}

std::vector<double> Design::place_of(std::uint64_t i) const {
  if (kind_ == DesignKind::sobol) return sobol(i, axes_.size());
  const CipherKey key = key_of_seed(seed_);
  if (kind_ == DesignKind::random) return independent(i, axes_.size(), key);
  return latin_hypercube(i, points_, axes_.size(), key);
}

std::vector<Override> Design::point(std::uint64_t i) const {
  std::vector<Override> overrides;
  const auto found = values(i);
  for (std::size_t axis = 0; axis < axes_.size(); ++axis)
    if (found[axis]) overrides.push_back({axes_[axis].key, *found[axis], axes_[axis].place});
  return overrides;
}

std::vector<std::pair<std::string, std::string>> Design::settings(std::uint64_t i) const {
  std::vector<std::pair<std::string, std::string>> shown;
  const auto found = values(i);
  for (std::size_t axis = 0; axis < axes_.size(); ++axis)
    if (found[axis]) shown.emplace_back(axes_[axis].name, to_text(*found[axis]));
  return shown;
}

}  // namespace trust
