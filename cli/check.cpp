// trustsim check: every mistake in a scenario at once, or what was read.
#include <fmt/format.h>

#include <array>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"SCENARIO", "a scenario file (TOML)"}};
constexpr std::array options = {help_option};

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return with_separators(count) + " " + (count == 1 ? one : many);
}

std::string what_was_read(const Scenario& scenario) {
  const auto organisation = scenario.organisation(scenario.organisation_draw(0));
  std::string text = fmt::format("OK: {}\n", scenario.name);
  text += fmt::format("  {}: {}, {}, {}, {}\n", scenario.generator ? "generated" : "imported",
                      counted(organisation->people.size(), "person", "people"),
                      counted(organisation->roles.size(), "role known", "roles known"),
                      counted(organisation->teams.size(), "team", "teams"),
                      counted(organisation->ties.size(), "tie", "ties"));
  text += fmt::format("  {}, {}, seed {}\n",
                      counted(static_cast<std::size_t>(scenario.days), "working day", "working days"),
                      counted(scenario.replicates, "replicate", "replicates"), scenario.seed);
  text += fmt::format("  {}, {}\n", counted(scenario.plan.settings.size(), "lever setting", "lever settings"),
                      counted(scenario.interventions, "intervention", "interventions"));
  text += fmt::format("  trust rule {}, gossip {}\n", name_of(scenario.rules.trust), name_of(scenario.rules.gossip));
  if (!scenario.baseline.empty()) text += "  to compare with " + scenario.baseline.string() + "\n";
  for (const std::string& note : scenario.notes) text += "  note: " + note + "\n";
  return text;
}

int check(Arguments& arguments) {
  print(what_was_read(load_scenario(arguments.positional(0))));
  return exit_ok;
}

}  // namespace

const Command check_command = {
    "check", "reads a scenario and names every mistake in it", positionals, options, "trustsim check my-scenario.toml",
    check};

}  // namespace trust::cli
