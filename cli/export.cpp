// trustsim export: a store of results as a folder of CSV files.
#include "study/store/export.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "cli/text_table.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"STORE", "a file of results that sweep or compare made"}};
constexpr std::array options = {
    OptionRow{"csv", "DIR", "the folder to write, new or empty: one file a table", false, true},
    help_option,
};

int export_store(Arguments& arguments) {
  const Store store = Store::open_to_read(arguments.positional(0));
  const std::string folder = arguments.text("csv").value();
  TextTable table({Align::left, Align::right, Align::left});
  for (const ExportedFile& file : export_as_csv(store, folder)) {
    table.add_row({file.name, with_separators(file.rows), file.rows == 1 ? "row" : "rows"});
  }
  print("Written to " + folder + ":\n" + table.text());
  return exit_ok;
}

}  // namespace

const Command export_command = {"export", "writes a store of results as CSV files",   positionals,
                                options,  "trustsim export results.db --csv results", export_store};

}  // namespace trust::cli
