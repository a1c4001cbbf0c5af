// How one replicate stands on one day, for a picture of it. Nothing in it changes once it is made, so that any thread
// may hold it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/organisation.hpp"
#include "sim/tie_graph.hpp"

namespace trust::viz {

/// What is known of each person, each 0 .. 1.
enum class PersonValue : std::uint8_t { trusted, felt_trust, stress, engagement, count };
inline constexpr std::size_t person_value_count = static_cast<std::size_t>(PersonValue::count);

/// Trust in a tie in 255 steps: 0 .. 254 stand for 0 .. 1.
using TrustByte = std::uint8_t;
inline constexpr TrustByte no_tie = 255;

inline float trust_of(TrustByte byte) { return static_cast<float>(byte) / 254.0F; }

inline TrustByte to_byte(float trust) {
  if (!(trust >= 0)) return no_tie;  // an ended tie is -1
  return static_cast<TrustByte>((trust < 1 ? trust : 1.0F) * 254.0F + 0.5F);
}

struct GroupTrust;  // session/group_trust.hpp

struct Look {
  int day = 0;
  std::shared_ptr<const Organisation> organisation;  // as the last reorganisation left it
  std::shared_ptr<const TieGraph> ties;
  std::array<std::vector<float>, person_value_count> people;  // [value][seat]
  std::vector<std::uint8_t> present;                          // [seat] 0 where nobody sits there
  std::vector<TrustByte> tie_trust;                           // [slot], no_tie for padding and ended ties

  // Summed by whoever made the look, where many people would make it too much for whoever draws; else null.
  std::shared_ptr<const GroupTrust> between_functions, between_teams;

  const std::vector<float>& of(PersonValue value) const { return people[static_cast<std::size_t>(value)]; }
};

}  // namespace trust::viz
