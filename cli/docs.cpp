// trustsim docs: pages made from the program's own tables, so that they cannot be out of date.
#include <array>
#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "models/odd.hpp"
#include "models/parameters.hpp"
#include "models/schedule.hpp"
#include "scenarios/kinds_page.hpp"
#include "study/intervention_effects.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {
    PositionalRow{"PAGE",
                  "parameters (every lever), schedule (a day's phases), interventions (every kind) or odd (the whole "
                  "model)"}};
constexpr std::array options = {
    OptionRow{"effects", "FOLDER", "after interventions: runs the folder's scenarios and adds what each changes"},
    help_option,
};

void print_interventions(const std::optional<std::string>& folder) {
  std::string page = kinds_as_markdown();
  if (folder) {
    RunControl control;
    const InterruptWatch watch(control);
    page += effects_as_markdown(*folder, control);
  }
  print(page);
}

int docs(Arguments& arguments) {
  const std::string page = arguments.positional(0);
  const std::optional<std::string> effects = arguments.text("effects");
  if (effects && page != "interventions") {
    arguments.add_problem("--effects", "has no meaning for '" + page + "'", "the page interventions");
    arguments.check();
  }
  if (page == "parameters") {
    print(parameters_as_markdown());
  } else if (page == "schedule") {
    print(schedule_as_text());
  } else if (page == "interventions") {
    print_interventions(effects);
  } else if (page == "odd") {
    print(odd_as_markdown());
  } else {
    arguments.add_problem("PAGE", "'" + page + "' is not a page",
                          suggestion(page, {"parameters", "schedule", "interventions", "odd"}));
    arguments.check();
  }
  return exit_ok;
}

}  // namespace

const Command docs_command = {"docs",
                              "prints a page: all levers, interventions, phases, or the whole model",
                              positionals,
                              options,
                              "trustsim docs parameters",
                              docs};

}  // namespace trust::cli
