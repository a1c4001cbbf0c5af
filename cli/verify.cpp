// trustsim verify: holds the engine against theory, check by check.
#include <algorithm>
#include <array>
#include <chrono>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "cli/verify_report.hpp"

namespace trust::cli {
namespace {

constexpr std::array<PositionalRow, 0> positionals = {};
constexpr std::array options = {
    OptionRow{"only", "PREFIX", "runs the checks whose id begins so: M15, or M2.mean"},
    OptionRow{"networks", "DIR", "a folder of real networks, to measure them too"},
    OptionRow{"set", "LEVER=VALUE", "sets a lever in every check, to see which of them notice; may be repeated", true},
    threads_option,
    json_option,
    quiet_option,
    help_option,
};

// Settings as the language has them, read onto a scenario of their own.
std::vector<LeverSetting> settings_of(const std::vector<std::string>& words) {
  Scenario scenario;
  std::vector<std::function<void()>> work;
  work.reserve(words.size());
  for (const std::string& word : words) work.emplace_back([&scenario, word] { apply_setting(scenario, word); });
  all_or_every_mistake(work);
  return scenario.plan.settings;
}

void check_prefix(Arguments& arguments, const verification::VerifyOptions& chosen) {
  const std::string& prefix = chosen.only;
  if (!verification::chosen_families(prefix, chosen.networks).empty()) return;
  std::string ids;
  for (const verification::Family& family : verification::all_families()) ids += (ids.empty() ? "" : ", ") + family.id;
  arguments.add_problem("--only", "no check's id begins with '" + prefix + "'", "one of " + ids + ", or more of an id");
}

VerifyReport run_watched(const verification::VerifyOptions& verify_options, int threads, ProgressStyle style) {
  RunControl control;
  const InterruptWatch watch(control);
  const ThreadLimit limit(threads);
  const ProgressReporter progress(control, style, "checks");
  const auto start = std::chrono::steady_clock::now();
  VerifyReport report{verification::verify(verify_options, control), 0};
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

int verify(Arguments& arguments) {
  const RunChoices choices = read_choices(arguments);
  verification::VerifyOptions verify_options{
      arguments.text("only").value_or(""), {}, arguments.text("networks").value_or("")};
  check_prefix(arguments, verify_options);
  all_or_every_mistake({[&] { arguments.check(); }, [&] { verify_options.tampering = settings_of(choices.settings); }});
  const bool json = arguments.flag("json");
  const VerifyReport report = run_watched(verify_options, static_cast<int>(choices.threads.value_or(0)),
                                          progress_style(json || arguments.flag("quiet")));
  print(json ? verify_json(report) : verify_table(report));
  return count_checks(report).failed == 0 ? exit_ok : exit_check_failed;
}

}  // namespace

const Command verify_command = {
    "verify", "holds the engine against theory, check by check", positionals, options, "trustsim verify --only M15",
    verify};

}  // namespace trust::cli
