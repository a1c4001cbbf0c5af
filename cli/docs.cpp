// trustsim docs: pages made from the program's own tables, so that they cannot be out of date.
#include <array>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "models/parameters.hpp"
#include "models/schedule.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"PAGE", "parameters (every lever) or schedule (a day's phases)"}};
constexpr std::array options = {help_option};

int docs(Arguments& arguments) {
  const std::string page = arguments.positional(0);
  if (page == "parameters") {
    print(parameters_as_markdown());
  } else if (page == "schedule") {
    print(schedule_as_text());
  } else {
    arguments.add_problem("PAGE", "'" + page + "' is not a page", suggestion(page, {"parameters", "schedule"}));
    arguments.check();
  }
  return exit_ok;
}

}  // namespace

const Command docs_command = {"docs",
                              "prints a page: all levers, or the phases of a simulated day",
                              positionals,
                              options,
                              "trustsim docs parameters",
                              docs};

}  // namespace trust::cli
