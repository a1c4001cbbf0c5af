#include "cli/sweep_report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/text_table.hpp"
#include "study/manifest.hpp"

namespace trust::cli {
namespace {

std::string counted(std::uint64_t count, const std::string& one) {
  return with_separators(count) + " " + one + (count == 1 ? "" : "s");
}

std::string there_already(const SweepOutlook& outlook, const std::filesystem::path& store) {
  if (!outlook.already_there) return fmt::format("what {} holds of them is found on the way", store.string());
  if (*outlook.already_there == 0) return fmt::format("none is in {} yet", store.string());
  return fmt::format("{} in {} already", with_separators(*outlook.already_there), store.string());
}

std::uint64_t runs_of(const Study& study) { return study.design.points() * study.replicates; }

std::string quoted_for_shell(const std::string& word) {
  constexpr const char* plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char letter : word) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

}  // namespace

std::string sweep_plan(const Study& study, const SweepOutlook& outlook, const std::filesystem::path& store) {
  return fmt::format("{}\n{} x {} of {} = {}; {}\n\n", study.name, counted(outlook.points, "point"),
                     counted(outlook.replicates, "replicate"), counted(static_cast<std::uint64_t>(study.days), "day"),
                     counted(outlook.runs, "run"), there_already(outlook, store));
}

std::string sweep_table(const Study& study, const SweepResult& result, const std::filesystem::path& store) {
  TextTable table({Align::left, Align::right});
  table.add_row({"points", with_separators(study.design.points())});
  table.add_row({"runs asked for", with_separators(runs_of(study))});
  table.add_row({"run now", with_separators(result.added)});
  table.add_row({"found in the store", with_separators(result.already_there)});
  table.add_row({"failed", with_separators(result.failed)});
  std::string text = table.text() + fmt::format("\n{} in {}.\n", readable_time(result.seconds), store.string());
  if (result.failed > 0) {
    text += "First failure: " + result.first_failure + "\n";
    text += shell_command({"trustsim", "query", store.string(), "SELECT * FROM failures"}) + "\n";
  }
  if (!result.complete) return text;
  text += "Next: " + shell_command({"trustsim", "query", store.string(), "SELECT * FROM results LIMIT 10"}) + "\n";
  return text + "      " + shell_command({"trustsim", "export", store.string(), "--csv", "DIR"}) + "\n";
}

std::string sweep_json(const Study& study, const SweepResult& result, const std::filesystem::path& store) {
  return json_text({{"study", study.name},
                    {"version", TRUSTSIM_VERSION},
                    {"store", store.string()},
                    {"seed", study.seed},
                    {"days", study.days},
                    {"points", study.design.points()},
                    {"replicates", study.replicates},
                    {"runs",
                     {{"asked_for", runs_of(study)},
                      {"added", result.added},
                      {"already_there", result.already_there},
                      {"failed", result.failed}}},
                    {"complete", result.complete},
                    {"first_failure", result.first_failure},
                    {"seconds", result.seconds}});
}

std::string shell_command(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + quoted_for_shell(word);
  return line;
}

}  // namespace trust::cli
