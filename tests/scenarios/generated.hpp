// What the tests of the generator share: departments of an exact size, and the shape of their strongest ties.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/generator.hpp"
#include "sim/graph_measures.hpp"

namespace trust::generated {

/// How a department of `people` is made up; leaders are counted in.
enum class Mix { one_function, two_functions, two_equal_functions };

/// The leaders that `others` people in `functions` parts need, with teams of 8 and spans of 8.
inline GeneratorSpec department(std::uint32_t people, Mix mix = Mix::two_functions) {
  const std::uint32_t leaders = std::max(people <= 3 ? 1u : people <= 24 ? 4u : people * 4 / 25 + 1, 1u);
  const std::uint32_t others = people - leaders;
  const std::uint32_t marketing = mix == Mix::one_function ? 0 : mix == Mix::two_functions ? others / 3 : others / 2;
  GeneratorSpec spec;
  spec.roles = {{"leader", leaders},
                {"bdr", (others - marketing) / 6},
                {"rep", others - marketing - (others - marketing) / 6},
                {"field_marketer", marketing / 4},
                {"marketer", marketing - marketing / 4}};
  return spec;
}

inline Organisation generate(const GeneratorSpec& spec, std::uint64_t seed = 1, std::uint32_t draw = 0) {
  return generate_organisation(spec, standard_roles(), seed, draw);
}

/// The part of an organisation that these seats are: their ties with each other, renumbered.
inline std::vector<Tie> ties_among(const std::vector<Tie>& ties, const std::vector<Seat>& seats) {
  std::vector<Tie> inside;
  for (const Tie& tie : ties) {
    const auto source = std::ranges::lower_bound(seats, tie.source);
    const auto target = std::ranges::lower_bound(seats, tie.target);
    if (source == seats.end() || *source != tie.source || target == seats.end() || *target != tie.target) continue;
    inside.push_back({static_cast<Seat>(source - seats.begin()), static_cast<Seat>(target - seats.begin()), tie.trust});
  }
  return inside;
}

/// The shape of the most trusting ties, as many as make this density (or all, where there are fewer).
inline GraphMeasures shape_of_strongest(Seat people, std::vector<Tie> ties, double density) {
  std::ranges::stable_sort(ties, std::ranges::greater{}, &Tie::trust);
  const auto wanted = static_cast<std::size_t>(density * people * (people - 1.0) + 0.5);
  ties.resize(std::min(ties.size(), wanted));
  std::vector<Arc> arcs;
  for (const Tie& tie : ties) arcs.push_back({tie.source, tie.target});
  return measure_graph(TieGraph(people, arcs));
}

/// Everybody of one function at one site: the unit in which they meet. Rising seats.
inline std::vector<std::vector<Seat>> units(const Organisation& organisation) {
  std::vector<std::pair<std::string, std::vector<Seat>>> found;
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    const Person& person = organisation.people[seat];
    const std::string key = organisation.functions[person.function] + " " + person.location;
    auto unit = std::ranges::find(found, key, &std::pair<std::string, std::vector<Seat>>::first);
    if (unit == found.end()) unit = found.insert(found.end(), {key, {}});
    unit->second.push_back(seat);
  }
  std::vector<std::vector<Seat>> seats;
  for (auto& [key, members] : found) seats.push_back(std::move(members));
  return seats;
}

}  // namespace trust::generated
