#include "cli/run_report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/sparkline.hpp"
#include "cli/text_table.hpp"
#include "study/hex.hpp"
#include "study/manifest.hpp"

namespace trust::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t sparkline_width = 22;

std::string heading(const Scenario& scenario, const RunOptions& options, const RunResult& result) {
  return fmt::format("{}\n{} people, {} ties; {}; {} working {}; seed {}\n\n", scenario.name,
                     with_separators(result.people), with_separators(result.ties),
                     words_for_replicates(options.replicates, result.organisations), options.days,
                     options.days == 1 ? "day" : "days", scenario.seed);
}

std::string figures_table(const RunOptions& options, const RunResult& result, bool utf8) {
  TextTable table({Align::left, Align::right, Align::left, Align::right, Align::left, Align::left});
  table.add_row({"", "day 0", "  ", fmt::format("day {}", options.days), "90 % range", "course"});
  for (const MeasureRow& row : measures()) {
    if (!row.headline) continue;
    const MeasureSummary summary = summarise(result.figures, row.id);
    table.add_row({std::string(row.label), readable(summary.first), "->", readable(summary.last),
                   readable(summary.last_range.low) + " .. " + readable(summary.last_range.high),
                   sparkline(summary.path, sparkline_width, utf8)});
  }
  return table.text();
}

// "Units: 0 to 1 (Trust, Stress); hours per person and day (Hours inside)."
std::string units_of_the_table() {
  std::vector<std::pair<std::string_view, std::string>> units;
  for (const MeasureRow& row : measures()) {
    if (!row.headline) continue;
    if (units.empty() || units.back().first != row.unit) units.emplace_back(row.unit, "");
    units.back().second += (units.back().second.empty() ? "" : ", ") + std::string(row.label);
  }
  std::string text;
  for (const auto& [unit, labels] : units) text += fmt::format("{}{} ({})", text.empty() ? "" : "; ", unit, labels);
  return wrapped("Units:", text + ".");
}

std::string meaning_of_the_range(const RunOptions& options, const RunResult& result) {
  if (options.replicates < 2) return "One replicate has no range: ask for more with --replicates.\n";
  return fmt::format("Nine in ten replicates end within the 90 % range: same plan, other luck{}.\n",
                     result.organisations > 1 ? " and other people" : "");
}

Json measures_as_json(const RunFigures& figures) {
  Json json = Json::object();
  for (const MeasureRow& row : measures()) {
    const MeasureSummary summary = summarise(figures, row.id);
    json[std::string(row.name)] = {{"first", summary.first},
                                   {"last", summary.last},
                                   {"low", summary.last_range.low},
                                   {"high", summary.last_range.high}};
  }
  return json;
}

}  // namespace

std::string words_for_replicates(std::uint32_t replicates, std::uint32_t organisations) {
  const std::string count =
      fmt::format("{} {}", with_separators(replicates), replicates == 1 ? "replicate" : "replicates");
  if (organisations <= 1) return count + " of one organisation";
  return fmt::format("{} in {} organisations", count, with_separators(organisations));
}

std::string run_table(const Scenario& scenario, const RunOptions& options, const RunResult& result, bool utf8) {
  std::string text = heading(scenario, options, result) + figures_table(options, result, utf8) + "\n" +
                     units_of_the_table() + meaning_of_the_range(options, result);
  text += fmt::format("State hash {}; {} with {} {}.\n", to_hex(result.state_hash), readable_time(result.seconds),
                      threads_or_all(options.threads), threads_or_all(options.threads) == 1 ? "thread" : "threads");
  for (const std::string& note : scenario.notes) text += "Note: " + note + "\n";
  return text;
}

std::string run_json(const Scenario& scenario, const RunOptions& options, const RunResult& result) {
  Json hashes = Json::array();
  for (const std::uint64_t hash : result.replicate_hashes) hashes.push_back(to_hex(hash));
  return json_text({{"scenario", scenario.name},
                    {"version", TRUSTSIM_VERSION},
                    {"seed", scenario.seed},
                    {"first_replicate", options.first_replicate},
                    {"replicates", options.replicates},
                    {"days", options.days},
                    {"seconds", result.seconds},
                    {"state_hash", to_hex(result.state_hash)},
                    {"replicate_hashes", hashes},
                    {"measures", measures_as_json(result.figures)}});
}

}  // namespace trust::cli
