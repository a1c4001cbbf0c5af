#include "study/compare/paired_runs.hpp"

#include <cmath>

namespace trust {
namespace {

std::size_t index(Measure measure) { return static_cast<std::size_t>(measure); }

std::vector<double> net_money_of(const ArmFigures& arm) {
  std::vector<double> net;
  for (const Figures& run : arm.whole_run)
    net.push_back(run[index(Measure::revenue)] - run[index(Measure::exit_cost)] - run[index(Measure::programme_money)]);
  return net;
}

std::vector<double> minus(std::vector<double> what_if, const std::vector<double>& baseline) {
  for (std::size_t r = 0; r < what_if.size(); ++r) what_if[r] -= baseline[r];
  return what_if;
}

bool nobody_there(const TeamFigures& team) {
  for (const double figure : team) {
    if (std::isnan(figure)) return true;
  }
  return false;
}

}  // namespace

Span natural_span(const MeasureRow& row) {
  const bool happens_in_a_day = row.unit.ends_with(" per day");
  return happens_in_a_day ? Span::whole_run : Span::last_day;
}

std::vector<double> figures_of(const ArmFigures& arm, Measure measure, Span span) {
  std::vector<double> values;
  for (const Figures& figures : span == Span::last_day ? arm.last : arm.whole_run)
    values.push_back(figures[index(measure)]);
  return values;
}

PairedRuns::PairedRuns(std::shared_ptr<const ArmCollector> runs, std::size_t arm,
                       std::shared_ptr<const Comparison> effects, std::uint64_t seed)
    : runs_(std::move(runs)), arm_(arm), effects_(std::move(effects)), seed_(seed) {}

PairedEffect PairedRuns::effect(Measure measure, Span span) const {
  return effects_->effect(figures_of(baseline(), measure, span), figures_of(what_if(), measure, span),
                          measure_row(measure).better);
}

PairedEffect PairedRuns::net_money() const {
  return effects_->effect(net_money_of(baseline()), net_money_of(what_if()), Better::higher);
}

std::vector<double> PairedRuns::net_money_differences() const {
  return minus(net_money_of(what_if()), net_money_of(baseline()));
}

std::vector<double> PairedRuns::differences(Measure measure, Span span) const {
  return minus(figures_of(what_if(), measure, span), figures_of(baseline(), measure, span));
}

Table PairedRuns::daily_differences(Measure measure) const {
  const std::size_t rows = runs_->rows().count();
  const std::size_t days = rows == 0 ? 0 : baseline().days.front().size();
  Table differences(rows, days);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t day = 0; day < days; ++day) {
      differences.row(row)[day] =
          (what_if().days[row][day][index(measure)] - baseline().days[row][day][index(measure)]) /
          runs_->rows().size(row);
    }
  }
  return differences;
}

DailyBand PairedRuns::daily(Measure measure) const { return daily_band(daily_differences(measure), seed_); }

std::vector<std::size_t> PairedRuns::teams_with_people() const {
  std::vector<std::size_t> teams;
  const std::size_t replicates = baseline().teams.size();
  const std::size_t count = replicates == 0 ? 0 : baseline().teams.front().size();
  for (std::size_t team = 0; team < count; ++team) {
    bool always = true;
    for (std::size_t r = 0; r < replicates && always; ++r)
      always = !nobody_there(baseline().teams[r][team]) && !nobody_there(what_if().teams[r][team]);
    if (always) teams.push_back(team);
  }
  return teams;
}

std::optional<WorstTeam> PairedRuns::worst_team(TeamMeasure measure) const {
  const std::vector<std::size_t> teams = teams_with_people();
  const std::size_t m = static_cast<std::size_t>(measure);
  Table differences(baseline().teams.size(), teams.size());
  for (std::size_t r = 0; r < differences.rows(); ++r) {
    for (std::size_t t = 0; t < teams.size(); ++t)
      differences.row(r)[t] = what_if().teams[r][teams[t]][m] - baseline().teams[r][teams[t]][m];
  }
  const auto worst = effects_->worst_team(differences, team_measures()[m].better);
  if (!worst) return std::nullopt;
  const std::size_t all = baseline().teams.front().size();
  return WorstTeam{runs_->world()->organisation().teams[teams[worst->team]].name, *worst,
                   mean(effects_->units().means(differences).values()), teams.size(), all - teams.size()};
}

}  // namespace trust
