// How the teams are on the last day: what the worst-hit team of a comparison is found from.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/measures.hpp"
#include "study/batch_runner.hpp"

namespace trust {

/// Means over a team's people who are there.
enum class TeamMeasure : std::uint8_t { trust_received, felt_trust, stress, engagement, output, count };

inline constexpr auto team_measure_count = static_cast<std::size_t>(TeamMeasure::count);

struct TeamMeasureRow {
  TeamMeasure id;
  std::string_view name;   // as JSON writes it
  std::string_view label;  // as a table shows it
  Better better;
};

std::span<const TeamMeasureRow> team_measures();

/// One team in one replicate.
using TeamFigures = std::array<double, team_measure_count>;

/// [lane][team] at the end of a finished batch. Teams are those of the first day, so that a plan which moves people is
/// judged by what becomes of the people it moved. Not a number where nobody of a team is there (for trust received:
/// nobody whom anybody knows).
std::vector<std::vector<TeamFigures>> team_figures(const BatchRecord& record);

}  // namespace trust
