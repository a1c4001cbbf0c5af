// trustsim trace: the first day, replicate and column in which two saved runs differ.
#include "study/trace.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"A", "a folder that `trustsim run --out` wrote"},
                                    PositionalRow{"B", "another one"}};
constexpr std::array options = {help_option};

std::string coverage(const TraceResult& result) {
  std::string text = fmt::format("{} replicate-days compared", with_separators(result.compared));
  if (result.only_in_first > 0) text += fmt::format("; {} only in A", with_separators(result.only_in_first));
  if (result.only_in_second > 0) text += fmt::format("; {} only in B", with_separators(result.only_in_second));
  return text + ".\n";
}

std::string words_for(const Divergence& found) {
  std::string text = fmt::format("The runs first differ on day {}, in replicate {}, in column {}:\n  A {}\n  B {}\n",
                                 found.day, found.replicate, found.column, found.first_hash, found.second_hash);
  if (!found.also.empty()) text += "Also different then: " + found.also + ".\n";
  return text;
}

int trace(Arguments& arguments) {
  const TraceResult result = trace_runs(arguments.positional(0), arguments.positional(1));
  print((result.divergence ? words_for(*result.divergence) : "The runs agree.\n") + coverage(result));
  return result.divergence ? exit_differ : exit_ok;
}

}  // namespace

const Command trace_command = {"trace",
                               "finds where two saved runs part: the first day and column",
                               positionals,
                               options,
                               "trustsim trace results-a results-b",
                               trace};

}  // namespace trust::cli
