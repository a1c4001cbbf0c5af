// What sets people apart: skill, tenure, style and the like, and the dispositions that decide who comes to know and
// trust whom.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "scenarios/generator_structure.hpp"
#include "scenarios/generator_tie_shape.hpp"
#include "sim/cipher.hpp"

namespace trust {

/// Where a person stands among the others. People who stand near each other meet, and see things alike.
struct Disposition {
  std::array<double, 2> place;  // in the unit's square of side 1
  double popularity;            // raises everybody's tie to this person
  double openness;              // raises this person's tie to everybody
};

/// Fills in skill, self-awareness, propensity to trust and business acumen (normal), tenure (exponential) and style
/// (uniform) of everybody.
void draw_attributes(Organisation& organisation, const CipherKey& key, std::uint32_t draw);

/// Leaves each seat of those who do not lead open, with chance `share`.
void draw_open_seats(Organisation& organisation, double share, const CipherKey& key, std::uint32_t draw);

std::vector<Disposition> draw_dispositions(const OrganisationFrame& frame, const TieShape& shape, const CipherKey& key,
                                           std::uint32_t draw);

}  // namespace trust
