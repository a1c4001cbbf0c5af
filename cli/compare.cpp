// trustsim compare: what a plan changes, against a baseline with the same luck.
#include "study/compare.hpp"

#include <array>

#include "cli/command.hpp"
#include "cli/compare_report.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"BASELINE", "the scenario as it is (TOML)"}};
constexpr std::array options = {
    OptionRow{"what-if", "SCENARIO", "the same organisation under another plan (TOML)", false, true},
    seed_option,
    replicates_option,
    first_replicate_option,
    days_option,
    threads_option,
    rule_option,
    gossip_option,
    OptionRow{"set", "LEVER=VALUE", "sets a lever for everyone in both; may be repeated", true},
    json_option,
    quiet_option,
    help_option,
};

int compare(Arguments& arguments) {
  const RunChoices choices = read_choices(arguments);
  Scenario baseline;
  Scenario what_if;
  all_or_every_mistake({[&] { arguments.check(); },
                        [&] { baseline = load_with_choices(arguments.positional(0), choices); },
                        [&] { what_if = load_with_choices(arguments.text("what-if").value(), choices); }});

  const RunOptions run_options = options_with_choices(baseline, choices);
  check_comparable(baseline, what_if, run_options.first_replicate);

  RunControl control;
  const InterruptWatch watch(control);
  const bool json = arguments.flag("json");
  ProgressReporter progress(control, progress_style(json || arguments.flag("quiet")));
  const CompareResult result = compare_scenarios(baseline, what_if, run_options, control);
  progress.finish();
  print(json ? compare_json(baseline, what_if, run_options, result)
             : compare_table(baseline, what_if, run_options, result));
  return exit_ok;
}

}  // namespace

const Command compare_command = {"compare",
                                 "says what a plan changes: two scenarios, the same luck",
                                 positionals,
                                 options,
                                 "trustsim compare baseline.toml --what-if programme.toml --replicates 64",
                                 compare};

}  // namespace trust::cli
