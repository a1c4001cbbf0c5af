// The behaviours as an enumeration and as a table, made from behaviours.def. Free of vector types.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace trust {

enum class Behaviour : std::uint8_t {
#define TRUST_BEHAVIOUR(id, ...) id,
#include "models/behaviours/behaviours.def"
#undef TRUST_BEHAVIOUR
  count,
  // Not chosen but brought about by the day's work; others see them the day after (column `happened`).
  answered_leads = count,
  silent_on_leads,
};

inline constexpr int behaviour_count = static_cast<int>(Behaviour::count);

/// What an experience is evidence of: the three sides of trustworthiness of Mayer, Davis & Schoorman 1995.
enum class Dimension : std::uint8_t { ability, benevolence, integrity };
inline constexpr int dimension_count = 3;

enum class Audience : std::uint8_t { everyone, reports, function, across, special };

struct BehaviourRow {
  std::string_view name;
  Audience audience;
  Dimension dimension;
  int leaning;
  std::string_view sentence;
};

constexpr std::array<BehaviourRow, behaviour_count> behaviours = {{
#define TRUST_BEHAVIOUR(id, audience, dimension, leaning, sentence) \
  {#id, Audience::audience, Dimension::dimension, leaning, sentence},
#include "models/behaviours/behaviours.def"
#undef TRUST_BEHAVIOUR
}};

}  // namespace trust
