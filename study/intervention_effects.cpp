#include "study/intervention_effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "study/batch_runner.hpp"
#include "study/packing.hpp"

namespace trust {
namespace {

Plan without(const Plan& plan, const std::string& name) {
  Plan rest = plan;
  std::erase_if(rest.interventions, [&](const Intervention& one) { return one.name == name; });
  std::erase_if(rest.events, [&](const Event& one) { return one.name == name; });
  return rest;
}

double figure_of(const EffectColumn& column, const BatchRecord& record, int lane, int days) {
  const auto on_day = [&](int day) {
    return record.figures(day, lane)[static_cast<std::size_t>(column.measure)] / column.unit;
  };
  if (column.over == EffectColumn::Over::last_day) return on_day(days);
  double sum = 0;
  for (int day = 1; day <= days; ++day) sum += on_day(day);
  return column.over == EffectColumn::Over::sum_of_days ? sum : sum / days;
}

// [column][replicate], of the plan that the job counts as `plan`.
using ByColumn = std::vector<std::vector<double>>;

void take(const BatchRecord& record, int days, std::array<ByColumn, 2>& figures) {
  const std::vector<EffectColumn>& columns = effect_columns();
  for (int lane = 0; lane < record.lanes(); ++lane) {
    ByColumn& of_plan = figures[record.packed->lanes[static_cast<std::size_t>(lane)].plan];
    for (std::size_t c = 0; c < columns.size(); ++c) of_plan[c].push_back(figure_of(columns[c], record, lane, days));
  }
}

std::string number_in_words(double value, int decimals) {
  const std::string text = fmt::format("{:+.{}f}", value, decimals);
  const bool is_zero = text.find_first_not_of("+-0.") == std::string::npos;
  return is_zero ? "0" : text;
}

std::string cell(const MeanWithInterval& effect, int decimals) {
  const std::string mean = number_in_words(effect.mean, decimals);
  const std::string low = number_in_words(effect.interval.low, decimals);
  const std::string high = number_in_words(effect.interval.high, decimals);
  return low == high ? mean : fmt::format("{} ({} .. {})", mean, low, high);
}

}  // namespace

const std::vector<EffectColumn>& effect_columns() {
  using Over = EffectColumn::Over;
  static const std::vector<EffectColumn> columns = {
      {"trust", Measure::trust, Over::last_day, 1, 3},
      {"trust in managers", Measure::trust_in_managers, Over::last_day, 1, 3},
      {"felt trust", Measure::felt_trust, Over::last_day, 1, 3},
      {"stress", Measure::stress, Over::last_day, 1, 3},
      {"output", Measure::output, Over::mean_of_days, 1, 3},
      {"revenue (thousand)", Measure::revenue, Over::sum_of_days, 1000, 0},
      {"exits", Measure::exits, Over::sum_of_days, 1, 1},
      {"programme hours", Measure::programme_hours, Over::sum_of_days, 1, 1},
      {"programme cost (thousand)", Measure::programme_money, Over::sum_of_days, 1000, 1},
  };
  return columns;
}

std::vector<MeanWithInterval> effects_of(const Scenario& scenario, const std::string& intervention,
                                         RunControl& control) {
  const Plan baseline = without(scenario.plan, intervention);
  BatchJob job;
  job.scenario = &scenario;
  job.plans = {&baseline, &scenario.plan};
  job.batches = pack_batches(
      0, scenario.replicates, 2, [&](std::uint32_t replicate) { return scenario.organisation_draw(replicate); },
      company_of(job.plans));
  job.days = scenario.days;
  std::array<ByColumn, 2> figures;
  figures.fill(ByColumn(effect_columns().size()));
  run_batches(job, control, [&](const BatchRecord& record) { take(record, scenario.days, figures); });

  std::vector<MeanWithInterval> effects;
  for (std::size_t c = 0; c < effect_columns().size(); ++c) {
    std::vector<double> differences = figures[1][c];
    for (std::size_t r = 0; r < differences.size(); ++r) differences[r] -= figures[0][c][r];
    effects.push_back(mean_with_interval(differences));
  }
  return effects;
}

std::string kind_of_file(const std::filesystem::path& file) {
  const std::string stem = file.stem().string();
  return stem.substr(0, stem.find('-'));
}

std::vector<std::filesystem::path> scenario_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string effects_as_markdown(const std::filesystem::path& folder, RunControl& control) {
  const std::vector<std::filesystem::path> files = scenario_files(folder);
  if (files.empty())
    throw InputError({Problem{folder.string(), 0, "--effects", "holds no scenarios", "a folder with *.toml in it"}});
  std::string head = "| scenario |", line = "| --- |", rows;
  for (const EffectColumn& column : effect_columns()) {
    head += fmt::format(" {} |", column.heading);
    line += " --- |";
  }
  for (const std::filesystem::path& file : files) {
    const Scenario scenario = load_scenario(file);
    rows += fmt::format("| [{}](../scenarios/interventions/{}) |", file.stem().string(), file.filename().string());
    const std::vector<MeanWithInterval> effects = effects_of(scenario, kind_of_file(file), control);
    for (std::size_t c = 0; c < effects.size(); ++c)
      rows += fmt::format(" {} |", cell(effects[c], effect_columns()[c].decimals));
    rows += "\n";
  }
  return fmt::format(
      "## What each does in a small organisation\n\n"
      "Each scenario of [scenarios/interventions](../scenarios/interventions) against itself without the intervention "
      "that\nit is named after: the mean difference over pairs of replicates with the same luck, and its 95 % interval "
      "(which is\nleft out where it rounds to the same). Trust, felt trust and stress on the last day; output "
      "(effective "
      "hours per person\nand day) as the mean of all days; revenue, exits (people), programme hours (per person) and "
      "programme cost (money) over\nthe whole run, which is half a year: what takes longer does not "
      "show.\n\n{}\n{}\n{}",
      head, line, rows);
}

}  // namespace trust
