// What the colour of a person says: which value, on which scale, and how the legend names its ends.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "viz/scene/colours.hpp"
#include "viz/session/snapshot.hpp"

namespace trust::viz {

enum class Colouring : std::uint8_t { trusted, felt_trust, stress, engagement, team, role, difference };

struct ColouringRow {
  Colouring id;
  std::string_view name;   // as the command line writes it
  std::string_view label;  // as the combo shows it
  std::string_view sentence;
  PersonValue value;  // count for those that are no value of a person
  float low;          // value of the scale's lower end; beyond it colours stay the same
  float high;
  std::string_view low_label;
  std::string_view high_label;
};

std::span<const ColouringRow> colourings();
const ColouringRow& colouring_row(Colouring colouring);

/// Whether colours tell groups apart rather than how much there is of something.
inline bool is_grouped(Colouring colouring) { return colouring == Colouring::team || colouring == Colouring::role; }

/// The colour of `value` on that scale; of a group index where the colouring is by team or role. For `difference` the
/// scale ends at +-difference_reach.
Colour colour_of(Colouring colouring, float value, float difference_reach = 0.1F);

/// Everybody's value under the colouring (the number of the team or role where it is grouped), by seat. `difference`:
/// how much more the others trust this person in the what-if than in the baseline, whatever `arm` is; 0 for everybody
/// where the two have different seats.
std::vector<float> colour_values(Colouring colouring, const Snapshot& snapshot, Arm arm = Arm::what_if);

/// Where the scale of differences ends on both sides of 0: the least of 0.05, 0.1, 0.2, 0.5 and 1 that holds all but
/// one in fifty of the values.
float difference_reach(std::span<const float> values);

}  // namespace trust::viz
