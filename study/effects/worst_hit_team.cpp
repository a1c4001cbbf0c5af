#include "study/effects/worst_hit_team.hpp"

#include <algorithm>
#include <cmath>

#include "study/effects/unit_statistics.hpp"

namespace trust {
namespace {

constexpr double outside = 0.05;
constexpr int rounds = 50;  // of finding the spread of the true effects: it settles within ten or so

// A team's distance from the mean of all teams; luck that all teams share is not in it.
struct Standing {
  double distance = 0;
  double variance = 0;  // of it, by luck
};

std::vector<double> unit_means(const Table& differences) {
  std::vector<double> means;
  for (std::size_t u = 0; u < differences.rows(); ++u) means.push_back(ordered_mean(differences.row(u)));
  return means;
}

std::vector<Standing> standings_of(const Table& differences) {
  const std::vector<double> common = unit_means(differences);
  const auto teams = static_cast<double>(differences.columns());
  std::vector<Standing> standings;
  for (std::size_t t = 0; t < differences.columns(); ++t) {
    std::vector<double> values = differences.column(t);
    for (std::size_t u = 0; u < values.size(); ++u) values[u] -= common[u];
    std::sort(values.begin(), values.end());
    const double distance = mean_of_sorted(values);
    const double error = standard_error_of_sorted(values, distance);
    // A distance varies less than a team's own effect: the mean that it is taken from moves along.
    standings.push_back({distance, error * error * teams / (teams - 1)});
  }
  return standings;
}

// The variance of the teams' true effects: the one at which the distances are as large as it and luck make them, each
// weighed by how well it is known.
double variance_of_true_effects(const std::vector<Standing>& standings) {
  const auto teams = static_cast<double>(standings.size());
  double result = 0;
  for (int round = 0; round < rounds; ++round) {
    double sum = 0;
    double weights = 0;
    for (const Standing& team : standings) {
      const double uncertainty = team.variance + result;
      if (uncertainty <= 0) continue;
      sum += (team.distance * team.distance * teams / (teams - 1) - team.variance) / uncertainty;
      weights += 1 / uncertainty;
    }
    result = weights > 0 ? std::max(0.0, sum / weights) : 0;
  }
  return result;
}

// How much of each team's distance is taken to be luck, 0 .. 1. With three teams or less, nothing can be learnt about
// one from the others.
std::vector<double> shares_of_luck(const std::vector<Standing>& standings) {
  const auto teams = static_cast<double>(standings.size());
  const double caution = std::max(0.0, (teams - 3) / (teams - 1));
  const double between = variance_of_true_effects(standings);
  std::vector<double> shares;
  for (const Standing& team : standings) {
    const double uncertainty = team.variance + between;
    shares.push_back(uncertainty > 0 ? caution * team.variance / uncertainty : 0);
  }
  return shares;
}

std::vector<TeamEffect> shrunk_effects(const Table& differences) {
  const std::vector<Standing> standings = standings_of(differences);
  const std::vector<double> luck = shares_of_luck(standings);
  std::vector<TeamEffect> effects;
  for (std::size_t t = 0; t < differences.columns(); ++t) {
    const double difference = ordered_mean(differences.column(t));
    effects.push_back({t, difference, difference - luck[t] * standings[t].distance, {not_a_number, not_a_number}});
  }
  return effects;
}

// A team is picked when its luck is bad, and never because it is good. So only the end on the side of less harm needs
// the correction for the number of teams; on the other side, luck that is better than it seems is no likelier in the
// team that was picked than in any other. Where one team stands far out, either end may miss, with chances `each` and
// `each` / teams: 5 % together. Where teams are level it is the corrected end alone, with `each`; in between, less.
Range interval_of(const TeamEffect& effect, const Table& differences, Better direction) {
  const std::size_t units = differences.rows();
  if (units < 2) return {not_a_number, not_a_number};
  const auto teams = static_cast<double>(differences.columns());
  const double each = outside * teams / (teams + 1);
  const double error = standard_error_of_sorted(sorted(differences.column(effect.team)), effect.difference);
  const double plain = student_t_above(each, units - 1) * error;
  const double corrected = student_t_above(each / teams, units - 1) * error;
  return direction == Better::higher ? Range{effect.difference - plain, effect.difference + corrected}
                                     : Range{effect.difference - corrected, effect.difference + plain};
}

TeamEffect team_without_figures(const Table& differences) {
  std::size_t team = 0;
  while (all_finite(differences.column(team))) ++team;
  return {team, not_a_number, not_a_number, {not_a_number, not_a_number}};
}

bool all_zero(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return value == 0; });
}

}  // namespace

std::optional<TeamEffect> worst_hit_team(const Table& differences, Better direction) {
  if (differences.columns() < 2 || all_zero(differences.values())) return std::nullopt;
  if (!all_finite(differences.values())) return team_without_figures(differences);
  std::vector<TeamEffect> effects = shrunk_effects(sorted_rows(differences));
  const auto worse = [&](const TeamEffect& one, const TeamEffect& other) {
    return direction == Better::higher ? one.shrunk < other.shrunk : one.shrunk > other.shrunk;
  };
  TeamEffect worst = *std::min_element(effects.begin(), effects.end(), worse);
  worst.interval = interval_of(worst, differences, direction);
  if (differences.rows() < 2) worst.shrunk = not_a_number;  // nothing is known of luck
  return worst;
}

}  // namespace trust
