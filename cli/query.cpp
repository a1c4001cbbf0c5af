// trustsim query: a question in SQL to a store of results.
#include "study/store/query.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_choices.hpp"
#include "cli/terminal.hpp"
#include "cli/text_table.hpp"

namespace trust::cli {
namespace {

constexpr std::array positionals = {PositionalRow{"STORE", "a file of results that sweep or compare made"},
                                    PositionalRow{"SQL", "one SELECT; the tables are in docs/results-schema.md"}};
constexpr std::array options = {
    OptionRow{"csv", "", "comma-separated values in place of the table"},
    OptionRow{"json", "", "a JSON array of objects, one a row, in place of the table"},
    help_option,
};

// More than this is not for reading, and a table has to be whole before its columns have a width.
constexpr std::size_t rows_shown = 1000;

std::string short_text(const StoredValue& value) {
  if (std::holds_alternative<std::monostate>(value)) return "-";
  const double* number = std::get_if<double>(&value);
  return number ? fmt::format("{:.6g}", *number) : as_text(value);
}

// A cell of several lines would tear the table.
std::string on_one_line(std::string text) {
  for (char& letter : text) letter = static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
  return text;
}

void print_table(StoreQuery& query) {
  std::vector<std::vector<std::string>> rows;
  std::vector<Align> columns(query.columns().size(), Align::right);
  std::size_t left_out = 0;
  for (std::vector<StoredValue> row; query.next(row);) {
    if (rows.size() == rows_shown) {
      ++left_out;
      continue;
    }
    std::vector<std::string>& cells = rows.emplace_back();
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (std::holds_alternative<std::string>(row[c])) columns[c] = Align::left;
      cells.push_back(on_one_line(short_text(row[c])));
    }
  }
  TextTable table(columns);
  table.add_row(query.columns());
  for (std::vector<std::string>& row : rows) table.add_row(std::move(row));
  print(table.text());
  if (left_out > 0) print(fmt::format("  ... and {} more rows; --csv prints all\n", with_separators(left_out)));
}

void print_csv(StoreQuery& query) {
  print(csv_line(query.columns()));
  for (std::vector<StoredValue> row; query.next(row);) print(csv_line(row));
}

nlohmann::json as_json(const StoredValue& value) {
  struct Shower {
    nlohmann::json operator()(std::monostate) const { return nullptr; }
    nlohmann::json operator()(std::int64_t number) const { return number; }
    nlohmann::json operator()(double number) const { return number; }  // null where JSON has no such number
    nlohmann::json operator()(const std::string& text) const { return text; }
  };
  return std::visit(Shower{}, value);
}

void check_names_differ(const StoreQuery& query) {
  std::set<std::string> names;
  for (const std::string& name : query.columns()) {
    if (!names.insert(name).second) {
      throw InputError({Problem{"SQL", 0, "", "two columns are called " + in_quotes(name),
                                "names that differ (AS), so that each is a key of the JSON object"}});
    }
  }
}

void print_json(StoreQuery& query) {
  check_names_differ(query);
  std::string before = "[";
  for (std::vector<StoredValue> row; query.next(row); before = ",") {
    nlohmann::ordered_json object;
    for (std::size_t c = 0; c < row.size(); ++c) object[query.columns()[c]] = as_json(row[c]);
    print(before + "\n  " + object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }
  print(before == "[" ? "[]\n" : "\n]\n");
}

int query(Arguments& arguments) {
  if (arguments.flag("csv") && arguments.flag("json")) {
    arguments.add_problem("--json", "cannot be given along with --csv", "one of them");
  }
  arguments.check();
  const Store store = Store::open_to_read(arguments.positional(0));
  StoreQuery answer(store, arguments.positional(1));
  if (arguments.flag("csv")) {
    print_csv(answer);
  } else if (arguments.flag("json")) {
    print_json(answer);
  } else {
    print_table(answer);
  }
  return exit_ok;
}

}  // namespace

const Command query_command = {"query", "asks a store of results in SQL; it only reads",    positionals,
                               options, "trustsim query results.db \"SELECT * FROM runs\"", query};

}  // namespace trust::cli
