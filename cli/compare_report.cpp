#include "cli/compare_report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/run_report.hpp"
#include "cli/text_table.hpp"
#include "study/hex.hpp"
#include "study/manifest.hpp"

namespace trust::cli {
namespace {

using Json = nlohmann::ordered_json;

const Effect& effect_on(const CompareResult& result, Measure measure) {
  return result.effects[static_cast<std::size_t>(measure)];
}

std::string interval_text(const Effect& effect, std::uint32_t replicates) {
  if (replicates < 2) return "-";
  return readable_change(effect.interval.low) + " .. " + readable_change(effect.interval.high);
}

std::string effects_table(const RunOptions& options, const CompareResult& result) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left, Align::right});
  table.add_row(
      {fmt::format("day {}", options.days), "baseline", "what-if", "difference", "95 % interval", "better in"});
  for (const MeasureRow& row : measures()) {
    const Effect& effect = effect_on(result, row.id);
    table.add_row({std::string(row.label), readable(effect.baseline), readable(effect.what_if),
                   readable_change(effect.difference), interval_text(effect, options.replicates),
                   fmt::format("{:.0f} %", 100 * effect.share_better)});
  }
  return table.text();
}

std::string meaning(const RunOptions& options, const CompareResult& result) {
  if (options.replicates < 2) return "One replicate has no interval: ask for more with --replicates.\n";
  std::string text = wrapped(
      "",
      "Each replicate ran twice, with the same luck: what differs is the plan's doing. An interval that holds 0 may "
      "be luck. \"Better in\": the share of replicates in which the what-if is better.");
  if (result.baseline.organisations > 1) {
    text += wrapped("", fmt::format("The intervals count replicates, which live in {} organisations.",
                                    result.baseline.organisations));
  }
  return text;
}

Json effects_as_json(const CompareResult& result) {
  Json json = Json::object();
  for (const MeasureRow& row : measures()) {
    const Effect& effect = effect_on(result, row.id);
    json[std::string(row.name)] = {{"difference", effect.difference}, {"low", effect.interval.low},
                                   {"high", effect.interval.high},    {"better", effect.share_better},
                                   {"baseline", effect.baseline},     {"what_if", effect.what_if}};
  }
  return json;
}

}  // namespace

std::string compare_table(const Scenario& baseline, const Scenario& what_if, const RunOptions& options,
                          const CompareResult& result) {
  std::string text = fmt::format("{} -> {}\n{}; {} working {}; seed {}\n\n", baseline.name, what_if.name,
                                 words_for_replicates(options.replicates, result.baseline.organisations), options.days,
                                 options.days == 1 ? "day" : "days", baseline.seed);
  text += effects_table(options, result) + "\n" + meaning(options, result);
  return text + fmt::format("State hashes {} and {}; {}.\n", to_hex(result.baseline.state_hash),
                            to_hex(result.what_if.state_hash), readable_time(result.seconds));
}

std::string compare_json(const Scenario& baseline, const Scenario& what_if, const RunOptions& options,
                         const CompareResult& result) {
  return json_text({{"baseline", baseline.name},
                    {"what_if", what_if.name},
                    {"version", TRUSTSIM_VERSION},
                    {"seed", baseline.seed},
                    {"first_replicate", options.first_replicate},
                    {"replicates", options.replicates},
                    {"organisations", result.baseline.organisations},
                    {"days", options.days},
                    {"seconds", result.seconds},
                    {"baseline_state_hash", to_hex(result.baseline.state_hash)},
                    {"what_if_state_hash", to_hex(result.what_if.state_hash)},
                    {"effects", effects_as_json(result)}});
}

}  // namespace trust::cli
