// Who knows whom, and how strongly: the closest pairs of those who could have met.
#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/generator.hpp"
#include "scenarios/generator_people.hpp"
#include "scenarios/generator_structure.hpp"
#include "scenarios/generator_tie_shape.hpp"

namespace trust {

/// A tie before it has a trust: `closeness` says only which ties are stronger than which.
struct CloseTie {
  Seat source;
  Seat target;
  float closeness;
};

/// The ties of an organisation draw, sorted by (target, source).
std::vector<CloseTie> draw_ties(const OrganisationFrame& frame, const std::vector<Disposition>& dispositions,
                                const GeneratorSpec& spec, const TieShape& shape, const CipherKey& key,
                                std::uint32_t draw);

}  // namespace trust
