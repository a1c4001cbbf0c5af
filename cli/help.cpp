#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/command.hpp"
#include "cli/text_table.hpp"

namespace trust::cli {
namespace {

std::string spelling(const OptionRow& option) {
  std::string text = "--" + std::string(option.name);
  if (!option.value.empty()) text += " " + std::string(option.value);
  return text;
}

std::string usage(const Command& command) {
  std::string line = "trustsim " + std::string(command.name);
  for (const PositionalRow& row : command.positionals) line += " " + std::string(row.name);
  for (const OptionRow& row : command.options) {
    if (row.required) line += " " + spelling(row);
  }
  return line + " [options]";
}

std::string as_sentence(std::string_view words) {
  std::string sentence(words);
  sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  return sentence + ".";
}

}  // namespace

std::span<const Command* const> commands() {
  static const std::array all = {&run_command,   &compare_command,  &branch_command, &sweep_command,
                                 &query_command, &export_command,   &check_command,  &describe_command,
                                 &docs_command,  &generate_command, &trace_command,  &verify_command};
  return all;
}

std::string program_help() {
  std::string page = "trustsim simulates how trust grows and fades inside an organisation.\n\n";
  page += "Usage: trustsim COMMAND ...\n\nCommands:\n";
  for (const Command* command : commands()) page += fmt::format("  {:<9} {}\n", command->name, command->sentence);
  page += "\nOptions:\n  --help     this page; after a command, that command's page\n";
  page += "  --version  the program's version\n\nExample:\n";
  return page + "  " + std::string(run_command.example) + "\n";
}

std::string command_help(const Command& command) {
  std::string page = as_sentence(command.sentence) + "\n\nUsage:\n  " + usage(command) + "\n\n";
  std::size_t width = 0;
  for (const PositionalRow& row : command.positionals) width = std::max(width, row.name.size());
  for (const OptionRow& row : command.options) width = std::max(width, spelling(row).size());
  for (const PositionalRow& row : command.positionals) {
    page += wrapped(fmt::format("  {:<{}}  ", row.name, width), row.sentence);
  }
  for (const OptionRow& row : command.options) {
    page += wrapped(fmt::format("  {:<{}}  ", spelling(row), width), row.sentence);
  }
  return page + "\nExample:\n  " + std::string(command.example) + "\n";
}

}  // namespace trust::cli
