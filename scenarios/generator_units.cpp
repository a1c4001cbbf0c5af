#include "scenarios/generator_units.hpp"

#include <algorithm>
#include <string>

namespace trust {
namespace {

struct Units {
  std::vector<std::uint32_t> first;  // by function: its first unit
  std::vector<std::uint32_t> count;  // by function
  std::uint32_t total = 0;
  std::uint32_t sites = 1;
};

Units count_units(const HeadCount& heads, const Organisation& organisation) {
  std::vector<std::uint32_t> people(organisation.functions.size(), 0);
  for (const Person& person : organisation.people) ++people[person.function];
  Units units;
  for (std::size_t f = 0; f < heads.functions.size(); ++f) {
    const std::uint32_t usual = (people[f] + usual_unit_size / 2) / usual_unit_size;
    const std::uint32_t count = std::clamp(usual, 1u, heads.functions[f].teams);
    units.first.push_back(units.total);
    units.count.push_back(count);
    units.total += count;
    units.sites = std::max(units.sites, count);
  }
  return units;
}

/// Units are runs of a function's teams; whoever leads leaders belongs where the first of their teams is.
std::vector<std::uint32_t> units_of_positions(const HeadCount& heads, const LeaderTree& tree, const Units& units) {
  std::vector<std::uint32_t> unit(tree.positions.size());
  for (auto p = tree.from_the_top.rbegin(); p != tree.from_the_top.rend(); ++p) {
    const LeaderPosition& position = tree.positions[*p];
    if (position.leads_team()) {
      const std::uint64_t place = std::uint64_t{position.team} * units.count[position.function];
      unit[*p] =
          units.first[position.function] + static_cast<std::uint32_t>(place / heads.functions[position.function].teams);
    } else {
      unit[*p] = unit[position.reports[0]];
    }
  }
  return unit;
}

/// The site of each unit: the units of every function are spread over the sites in the same order.
std::vector<std::uint32_t> sites_of_units(const Units& units) {
  std::vector<std::uint32_t> site;
  for (const std::uint32_t count : units.count) {
    for (std::uint64_t k = 0; k < count; ++k) {
      site.push_back(static_cast<std::uint32_t>((2 * k + 1) * units.sites / (2 * count)));
    }
  }
  return site;
}

}  // namespace

void place_in_units(OrganisationFrame& frame, const HeadCount& heads, const LeaderTree& tree,
                    const std::vector<Seat>& seat_of_position) {
  Organisation& organisation = frame.organisation;
  const Units units = count_units(heads, organisation);
  const auto position_unit = units_of_positions(heads, tree, units);
  const auto unit_site = sites_of_units(units);
  frame.sites = units.sites;
  frame.members.resize(units.total);
  frame.unit.assign(organisation.people.size(), 0);
  for (std::size_t p = 0; p < tree.positions.size(); ++p) {
    if (seat_of_position[p] != no_seat) frame.unit[seat_of_position[p]] = position_unit[p];
  }
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    Person& person = organisation.people[seat];
    const bool leads = organisation.roles[person.role].leads;
    if (!leads && person.manager != no_seat) frame.unit[seat] = frame.unit[person.manager];
    frame.members[frame.unit[seat]].push_back(seat);
    frame.site.push_back(unit_site[frame.unit[seat]]);
    person.location = "Site " + std::to_string(frame.site.back() + 1);
  }
}

}  // namespace trust
