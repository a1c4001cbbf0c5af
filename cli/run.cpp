// trustsim run: simulates a scenario and says what happened to trust.
#include <array>
#include <optional>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/run_choices.hpp"
#include "cli/run_report.hpp"
#include "cli/terminal.hpp"
#include "study/run_writer.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"SCENARIO", "a scenario file (TOML)"}};
constexpr std::array options = {
    seed_option,
    replicates_option,
    first_replicate_option,
    days_option,
    threads_option,
    rule_option,
    gossip_option,
    set_option,
    OptionRow{"out", "DIR", "writes the results there: manifest.json and tables (CSV)"},
    json_option,
    quiet_option,
    help_option,
};

RunResult run_watched(const Scenario& scenario, const RunOptions& run_options, ProgressStyle style,
                      std::optional<RunWriter>& writer) {
  RunControl control;
  const InterruptWatch watch(control);
  const ProgressReporter progress(control, style);
  BatchSink sink;
  if (writer) sink = [&](const BatchRecord& record) { writer->take(record); };
  RunResult result = run_scenario(scenario, run_options, control, sink);
  if (writer) writer->finish(scenario, run_options, result);
  return result;
}

int run(Arguments& arguments) {
  const RunChoices choices = read_choices(arguments);
  Scenario scenario;
  all_or_every_mistake(
      {[&] { arguments.check(); }, [&] { scenario = load_with_choices(arguments.positional(0), choices); }});
  RunOptions run_options = options_with_choices(scenario, choices);

  std::optional<RunWriter> writer;
  if (const auto folder = arguments.text("out")) writer.emplace(*folder);
  run_options.column_hashes = run_options.blocks = writer.has_value();

  const bool json = arguments.flag("json");
  const ProgressStyle style = progress_style(json || arguments.flag("quiet"));
  const RunResult result = run_watched(scenario, run_options, style, writer);
  print(json ? run_json(scenario, run_options, result)
             : run_table(scenario, run_options, result, terminal_shows_utf8()));
  if (writer && !json) print("Results in " + writer->folder().string() + "\n");
  return exit_ok;
}

}  // namespace

const Command run_command = {"run",
                             "simulates a scenario: what happens to trust, stress and output",
                             positionals,
                             options,
                             "trustsim run scenarios/start/first-90-days.toml --replicates 64 --out results",
                             run};

}  // namespace trust::cli
