#include "viz/scene/colouring.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trust::viz {
namespace {

constexpr std::array<ColouringRow, 7> rows{{
    {Colouring::trusted, "trusted", "Trusted by others", "How much the others trust this person, on average.",
     PersonValue::trusted, 0.3F, 0.7F, "distrusted", "trusted"},
    {Colouring::felt_trust, "felt-trust", "Feels trusted", "How much this person feels trusted.",
     PersonValue::felt_trust, 0.3F, 0.7F, "not at all", "fully"},
    {Colouring::stress, "stress", "Stress", "How stressed this person is.", PersonValue::stress, 0.0F, 1.0F, "calm",
     "stressed"},
    {Colouring::engagement, "engagement", "Engagement", "How engaged this person is.", PersonValue::engagement, 0.0F,
     1.0F, "absent", "engaged"},
    {Colouring::team, "team", "Team", "Which team this person is in.", PersonValue::count, 0.0F, 1.0F, "", ""},
    {Colouring::role, "role", "Role", "What this person's work is.", PersonValue::count, 0.0F, 1.0F, "", ""},
    {Colouring::difference, "difference", "Difference in trust",
     "How much more or less the others trust this person in the what-if than in the baseline. Grey: no difference.",
     PersonValue::count, -0.1F, 0.1F, "less", "more"},
}};

// What the what-if made of one person.
std::vector<float> differences(const Snapshot& snapshot) {
  const auto& what_if = snapshot.look(Arm::what_if).of(PersonValue::trusted);
  const auto& baseline = snapshot.look(Arm::baseline).of(PersonValue::trusted);
  std::vector<float> values(what_if.size(), 0.0F);
  if (what_if.size() != baseline.size()) return values;
  for (std::size_t seat = 0; seat < values.size(); ++seat) values[seat] = what_if[seat] - baseline[seat];
  return values;
}

}  // namespace

std::span<const ColouringRow> colourings() { return rows; }
const ColouringRow& colouring_row(Colouring colouring) { return rows[static_cast<std::size_t>(colouring)]; }

Colour colour_of(Colouring colouring, float value, float difference_reach) {
  if (is_grouped(colouring)) return group_colour(static_cast<std::uint32_t>(value));
  if (colouring == Colouring::difference) return orange_blue(0.5F + 0.5F * value / difference_reach);
  const ColouringRow& row = colouring_row(colouring);
  const float share = (value - row.low) / (row.high - row.low);
  const bool diverging = colouring == Colouring::trusted || colouring == Colouring::felt_trust;
  return diverging ? orange_blue(share) : viridis(share);
}

std::vector<float> colour_values(Colouring colouring, const Snapshot& snapshot, Arm arm) {
  const Look& look = snapshot.look(arm);
  if (colouring == Colouring::difference) return differences(snapshot);
  if (!is_grouped(colouring)) return look.of(colouring_row(colouring).value);
  std::vector<float> values;
  if (!look.organisation) return values;
  values.reserve(look.organisation->people.size());
  for (const Person& person : look.organisation->people) {
    values.push_back(static_cast<float>(colouring == Colouring::team ? person.team : person.role));
  }
  return values;
}

float difference_reach(std::span<const float> values) {
  constexpr std::array reaches{0.05F, 0.1F, 0.2F, 0.5F};
  for (const float reach : reaches) {
    const auto beyond = std::count_if(values.begin(), values.end(), [&](float v) { return std::abs(v) > reach; });
    if (static_cast<std::size_t>(beyond) * 50 <= values.size()) return reach;
  }
  return 1;
}

}  // namespace trust::viz
