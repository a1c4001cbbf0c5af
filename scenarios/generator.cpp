#include "scenarios/generator.hpp"

#include "scenarios/generator_people.hpp"
#include "scenarios/generator_structure.hpp"
#include "scenarios/generator_tie_shape.hpp"
#include "scenarios/generator_ties.hpp"
#include "scenarios/generator_trust.hpp"

namespace trust {

Organisation generate_organisation(const GeneratorSpec& spec, const std::vector<Role>& roles, std::uint64_t seed,
                                   std::uint32_t draw) {
  const CipherKey key = key_of_seed(seed);
  const TieShape shape;
  OrganisationFrame frame = build_frame(spec, roles);
  draw_attributes(frame.organisation, key, draw);
  const auto dispositions = draw_dispositions(frame, shape, key, draw);
  const auto ties = draw_ties(frame, dispositions, spec, shape, key, draw);
  frame.organisation.ties = trust_of_ties(frame.organisation, ties, spec);
  return std::move(frame.organisation);
}

}  // namespace trust
