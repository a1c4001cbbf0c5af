// trustsim sweep: runs the points of a study into a store of results, and goes on where it was cut short.
#include "study/sweep/sweep.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/run_choices.hpp"
#include "cli/sweep_report.hpp"
#include "cli/terminal.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"STUDY", "a study file (TOML)"}};
constexpr std::array options = {
    OptionRow{"out", "STORE", "the store of results (SQLite); made where there is none", false, true},
    OptionRow{"on-error", "stop|continue", "what to do after a point that cannot be run; stop if not given"},
    OptionRow{"yes", "", "runs designs of more than 10 million points too"},
    threads_option,
    json_option,
    quiet_option,
    help_option,
};

struct SweepChoices {
  std::filesystem::path study;
  std::filesystem::path store;
  SweepOptions options;
  StudyPermissions permissions;
};

SweepChoices read_sweep_choices(Arguments& arguments) {
  SweepChoices choices;
  choices.study = arguments.positional(0);
  choices.store = arguments.text("out").value_or("");
  choices.options.threads = static_cast<int>(read_choices(arguments).threads.value_or(0));
  choices.permissions.more_than_ten_million_points = arguments.flag("yes");
  const std::string on_error = arguments.text("on-error").value_or("stop");
  choices.options.continue_after_failures = on_error == "continue";
  if (on_error != "stop" && on_error != "continue")
    arguments.add_problem("--on-error", "is " + in_quotes(on_error), "stop or continue");
  return choices;
}

// The command that goes on with a sweep: as it was given, or past the failure that stopped it.
std::string command_to_go_on(const Arguments& arguments, const SweepChoices& choices, bool past_failures) {
  std::vector<std::string> words = {"trustsim", "sweep", choices.study.string(), "--out", choices.store.string()};
  const auto on_error = past_failures ? std::optional<std::string>("continue") : arguments.text("on-error");
  if (on_error) words.insert(words.end(), {"--on-error", *on_error});
  if (const auto threads = arguments.text("threads")) words.insert(words.end(), {"--threads", *threads});
  for (const char* flag : {"yes", "json", "quiet"}) {
    if (arguments.flag(flag)) words.push_back("--" + std::string(flag));
  }
  return shell_command(words);
}

SweepResult run_watched(const Study& study, Store& store, const SweepOptions& sweep_options, ProgressStyle style) {
  SweepControl control;
  const InterruptWatch watch(control);
  const ProgressReporter progress(control, style, "days", [&control] {
    const std::uint64_t failed = control.runs_failed;
    return fmt::format(", {} kept{}", control.runs_added.load(), failed == 0 ? "" : fmt::format(", {} failed", failed));
  });
  return run_sweep(study, store, sweep_options, control);
}

int exit_code_of(const SweepResult& result) {
  if (!result.complete && !result.stopped_by_failure) return interrupted_exit_code();
  return result.failed > 0 ? exit_failure : exit_ok;
}

int sweep(Arguments& arguments) {
  const SweepChoices choices = read_sweep_choices(arguments);
  std::optional<Study> study;
  all_or_every_mistake({[&] { arguments.check(); }, [&] { study = load_study(choices.study, choices.permissions); }});
  Store store = Store::open(choices.store);

  const bool json = arguments.flag("json");
  if (!json) print(sweep_plan(*study, look_ahead(*study, store), choices.store));
  const ProgressStyle style = progress_style(json || arguments.flag("quiet"));
  const SweepResult result = run_watched(*study, store, choices.options, style);
  print((json ? sweep_json : sweep_table)(*study, result, choices.store));
  if (!result.complete) {
    print_error(fmt::format("trustsim: {}; all finished runs are kept. To go on:\n  {}\n",
                            result.stopped_by_failure ? "stopped by a failure" : "stopped on request",
                            command_to_go_on(arguments, choices, result.stopped_by_failure)));
  }
  return exit_code_of(result);
}

}  // namespace

const Command sweep_command = {"sweep",
                               "runs a study into a store, and goes on where it was stopped",
                               positionals,
                               options,
                               "trustsim sweep scenarios/studies/recognition-and-control.toml --out results.db",
                               sweep};

}  // namespace trust::cli
