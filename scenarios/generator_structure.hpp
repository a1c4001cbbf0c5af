// Who stands where, before anybody knows anybody: how many teams and leaders a head-count needs, the tree of leaders,
// who sits in which seat. Nothing here is drawn: every organisation draw has the same seats, ids and team names.
#pragma once

#include <cstdint>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/generator.hpp"

namespace trust {

/// An organisation without ties or drawn attributes, and the units in which its people meet.
struct OrganisationFrame {
  Organisation organisation;
  std::vector<std::uint32_t> unit;         // by seat: about 128 people of one function, or all of a smaller function
  std::vector<std::uint32_t> site;         // by seat: units of different functions share sites; also Person::location
  std::vector<std::vector<Seat>> members;  // by unit, rising
  std::uint32_t sites = 1;
};

/// People that a unit has, as near as whole teams and whole functions allow.
inline constexpr std::uint32_t usual_unit_size = 128;

/// Throws std::invalid_argument where the figures name an unknown role or nobody, or cannot be met.
OrganisationFrame build_frame(const GeneratorSpec& spec, const std::vector<Role>& roles);

}  // namespace trust
