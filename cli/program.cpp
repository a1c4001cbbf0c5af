#include "cli/program.hpp"

#include <fmt/format.h>

#include <exception>
#include <iostream>
#include <new>
#include <sstream>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/terminal.hpp"
#include "study/run_control.hpp"
#include "study/store/store_error.hpp"

namespace trust::cli {
namespace {

const Command* find_command(const std::string& name) {
  for (const Command* command : commands()) {
    if (command->name == name) return command;
  }
  return nullptr;
}

[[noreturn]] void refuse_command(const std::string& word) {
  std::vector<std::string> names;
  for (const Command* command : commands()) names.emplace_back(command->name);
  throw InputError({Problem{"command line", 0, word, "is not a command", suggestion(word, names)}});
}

int run_command_with(const Command& command, const std::vector<std::string>& words) {
  Arguments arguments(words, command.options, command.positionals);
  arguments.check();
  if (arguments.flag("help")) {
    print(command_help(command));
    return exit_ok;
  }
  return command.run(arguments);
}

int dispatch(const std::vector<std::string>& words) {
  if (words.empty()) {
    print_error(program_help());
    return exit_bad_input;
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    print(program_help());
    return exit_ok;
  }
  if (words[0] == "--version") {
    print(fmt::format("trustsim {}\n", TRUSTSIM_VERSION));
    return exit_ok;
  }
  const Command* command = find_command(words[0]);
  if (command == nullptr) refuse_command(words[0]);
  return run_command_with(*command, {words.begin() + 1, words.end()});
}

// One line each, every line marked as ours.
void report(const std::string& message) {
  std::istringstream lines(message);
  for (std::string line; std::getline(lines, line);) print_error("trustsim: " + line + "\n");
}

}  // namespace

int run_program(const std::vector<std::string>& words) {
  try {
    return dispatch(words);
  } catch (const InputError& mistakes) {
    report(mistakes.what());
    return exit_bad_input;
  } catch (const StoreRefused& refused) {
    report(refused.what());
    return exit_bad_input;
  } catch (const Interrupted& stopped) {
    report(fmt::format("{}; nothing was written", stopped.what()));
    return interrupted_exit_code();
  } catch (const std::bad_alloc&) {
    report("there is not enough memory for this run; fewer threads or a smaller organisation need less");
    return exit_failure;
  } catch (const std::exception& failure) {
    report(failure.what());
    return exit_failure;
  }
}

}  // namespace trust::cli
