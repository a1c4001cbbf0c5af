// What the colour of a person says: which value, on which scale, and how the legend names its ends.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "viz/scene/colours.hpp"
#include "viz/session/snapshot.hpp"

namespace trust::viz {

enum class Colouring : std::uint8_t { trusted, felt_trust, stress, engagement, team };

struct ColouringRow {
  Colouring id;
  std::string_view name;   // as the command line writes it
  std::string_view label;  // as the combo shows it
  std::string_view sentence;
  PersonValue value;  // unused for team
  float low;          // value of the scale's lower end; beyond it colours stay the same
  float high;
  std::string_view low_label;
  std::string_view high_label;
};

std::span<const ColouringRow> colourings();
const ColouringRow& colouring_row(Colouring colouring);

/// The colour of `value` on that scale; of a group index where the colouring is by team.
Colour colour_of(Colouring colouring, float value);

/// Everybody's value under the colouring (the team's number for `team`), by seat.
std::vector<float> colour_values(Colouring colouring, const Snapshot& snapshot);

}  // namespace trust::viz
