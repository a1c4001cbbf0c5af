// What each of the generator's draws is about. The model's own purposes are below 128, the generator's are not: so the
// luck that made an organisation is never the luck of what happens in it.
#pragma once

#include <cstdint>

#include "sim/draws.hpp"

namespace trust {

/// First address: a seat, unless something else is said. The organisation draw takes the place of the replicate.
enum class GeneratorPurpose : std::uint8_t {
  skill = 128,
  tenure,
  popularity,      // how easily others come to trust a person
  openness,        // how easily a person comes to trust others
  team_place,      // where a team stands in its unit; first: the team; second: the coordinate
  personal_place,  // where a person stands in the team; second: the coordinate
  dyad,            // a whole block for one pair (lower seat, higher seat) and one organisation draw: see dyad_draws()
  acquaintance,    // a whole block for one draw of a person's acquaintances elsewhere; second: its number
  style,           // second: the coordinate
  self_awareness,
  propensity,  // to trust
  acumen,
  open_seat,
};

inline DrawAddress generator_address(GeneratorPurpose purpose, std::uint32_t first, std::uint32_t second = 0) {
  return {first, second, 0, static_cast<std::uint8_t>(purpose)};
}

/// Four 32-bit draws at once, all for organisation draw `draw`. For purposes that are drawn in no other way.
inline CipherBlock four_draws(const CipherKey& key, const DrawAddress& at, std::uint32_t draw) {
  return encrypt(key, draw_counter(at, draw));
}

}  // namespace trust
