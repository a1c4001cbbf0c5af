#include "scenarios/generator.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "scenarios/generator_people.hpp"
#include "scenarios/generator_structure.hpp"
#include "scenarios/generator_tie_shape.hpp"
#include "scenarios/generator_ties.hpp"
#include "scenarios/generator_trust.hpp"

namespace trust {

namespace {

void check(const char* key, double value, double high) {
  if (value >= 0 && value <= high) return;
  throw std::invalid_argument(std::string(key) + " is " + std::to_string(value) + "; 0 .. " + std::to_string(high));
}

void check_figures(const GeneratorSpec& spec) {
  check("ties_per_person", spec.ties_per_person, 1e6);
  check("cross_team_contact", spec.cross_team_contact, 1);
  check("trust_within", spec.trust_within, 1);
  check("trust_across", spec.trust_across, 1);
  check("trust_spread", spec.trust_spread, 1);
  check("open_seats", spec.open_seats, 0.9);
}

}  // namespace

Organisation generate_organisation(const GeneratorSpec& spec, const std::vector<Role>& roles, std::uint64_t seed,
                                   std::uint32_t draw) {
  check_figures(spec);
  const CipherKey key = key_of_seed(seed);
  const TieShape shape;
  OrganisationFrame frame = build_frame(spec, roles);
  draw_attributes(frame.organisation, key, draw);
  draw_open_seats(frame.organisation, spec.open_seats, key, draw);
  const auto dispositions = draw_dispositions(frame, shape, key, draw);
  const auto ties = draw_ties(frame, dispositions, spec, shape, key, draw);
  frame.organisation.ties = trust_of_ties(frame.organisation, ties, spec);
  give_places(spec.places, frame.organisation);
  return std::move(frame.organisation);
}

}  // namespace trust
