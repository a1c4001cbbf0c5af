#include "viz/scene/colouring.hpp"

#include <array>

namespace trust::viz {
namespace {

constexpr std::array<ColouringRow, 5> rows{{
    {Colouring::trusted, "trusted", "Trusted by others", "How much the others trust this person, on average.",
     PersonValue::trusted, 0.3F, 0.7F, "distrusted", "trusted"},
    {Colouring::felt_trust, "felt-trust", "Feels trusted", "How much this person feels trusted.",
     PersonValue::felt_trust, 0.3F, 0.7F, "not at all", "fully"},
    {Colouring::stress, "stress", "Stress", "How stressed this person is.", PersonValue::stress, 0.0F, 1.0F, "calm",
     "stressed"},
    {Colouring::engagement, "engagement", "Engagement", "How engaged this person is.", PersonValue::engagement, 0.0F,
     1.0F, "absent", "engaged"},
    {Colouring::team, "team", "Team", "Which team this person is in.", PersonValue::count, 0.0F, 1.0F, "", ""},
}};

}  // namespace

std::span<const ColouringRow> colourings() { return rows; }
const ColouringRow& colouring_row(Colouring colouring) { return rows[static_cast<std::size_t>(colouring)]; }

Colour colour_of(Colouring colouring, float value) {
  if (colouring == Colouring::team) return group_colour(static_cast<std::uint32_t>(value));
  const ColouringRow& row = colouring_row(colouring);
  const float share = (value - row.low) / (row.high - row.low);
  const bool diverging = colouring == Colouring::trusted || colouring == Colouring::felt_trust;
  return diverging ? orange_blue(share) : viridis(share);
}

std::vector<float> colour_values(Colouring colouring, const Snapshot& snapshot) {
  if (colouring != Colouring::team) return snapshot.look().of(colouring_row(colouring).value);
  std::vector<float> values;
  if (!snapshot.look().organisation) return values;
  values.reserve(snapshot.look().organisation->people.size());
  for (const Person& person : snapshot.look().organisation->people) values.push_back(static_cast<float>(person.team));
  return values;
}

}  // namespace trust::viz
