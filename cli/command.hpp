// The list of commands: what help prints and what the program can do.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"

namespace trust::cli {

struct Command {
  std::string_view name;
  std::string_view sentence;
  std::span<const PositionalRow> positionals;
  std::span<const OptionRow> options;  // --help included
  std::string_view example;
  int (*run)(Arguments& arguments);  // returns an ExitCode; throws InputError and what std::exception there may be
};

// One file each.
extern const Command run_command;
extern const Command compare_command;
extern const Command branch_command;
extern const Command check_command;
extern const Command describe_command;
extern const Command docs_command;
extern const Command export_command;
extern const Command generate_command;
extern const Command query_command;
extern const Command sweep_command;
extern const Command trace_command;
extern const Command verify_command;

/// All commands, in the order of the help page.
std::span<const Command* const> commands();

/// The page of `trustsim --help`: at most 24 lines of 80 columns.
std::string program_help();

/// The page of `trustsim COMMAND --help`.
std::string command_help(const Command& command);

}  // namespace trust::cli
