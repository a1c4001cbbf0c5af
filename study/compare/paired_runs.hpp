// A what-if against its baseline, replicate by replicate: every effect of it that anybody asks for.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "study/compare/arm_figures.hpp"
#include "study/effects/comparison.hpp"

namespace trust {

/// Which figure of a replicate an effect is about.
enum class Span : std::uint8_t {
  last_day,   // as it is on the last day
  whole_run,  // the sum over all days
};

/// What happens in a day (deals, exits, money) says little on any one day: it is summed over the run. Everything else
/// is looked at on the last day.
Span natural_span(const MeasureRow& row);

struct WorstTeam {
  std::string team;
  TeamEffect effect;
  double mean_of_teams = 0;     // of all that were compared
  std::size_t teams = 0;        // how many were
  std::size_t teams_empty = 0;  // left out: somewhere nobody of them was there
};

class PairedRuns {
 public:
  /// Of arm `arm` of `runs` against arm 0. `effects` is made for the same replicates; `seed`: of the bootstrap's luck.
  PairedRuns(std::shared_ptr<const ArmCollector> runs, std::size_t arm, std::shared_ptr<const Comparison> effects,
             std::uint64_t seed);

  PairedEffect effect(Measure measure, Span span) const;

  /// Revenue less the cost of exits and of programmes, over the whole run.
  PairedEffect net_money() const;
  std::vector<double> net_money_differences() const;

  /// One value a replicate: what-if minus baseline.
  std::vector<double> differences(Measure measure, Span span) const;

  /// The course of the effect with a band that holds for all days at once, day 0 first.
  DailyBand daily(Measure measure) const;

  /// Nothing where there are fewer than two teams, or where the plan changes nothing in any.
  std::optional<WorstTeam> worst_team(TeamMeasure measure) const;

  const ArmFigures& baseline() const { return runs_->arms().front(); }
  const ArmFigures& what_if() const { return runs_->arms()[arm_]; }

 private:
  Table daily_differences(Measure measure) const;
  std::vector<std::size_t> teams_with_people() const;

  std::shared_ptr<const ArmCollector> runs_;
  std::size_t arm_;
  std::shared_ptr<const Comparison> effects_;
  std::uint64_t seed_;
};

/// One figure out of those of every replicate.
std::vector<double> figures_of(const ArmFigures& arm, Measure measure, Span span);

}  // namespace trust
