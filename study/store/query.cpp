#include "study/store/query.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "scenarios/problems.hpp"
#include "study/store/opening.hpp"

namespace trust {
namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype([](sqlite3_stmt* s) { sqlite3_finalize(s); })>;

constexpr std::string_view place = "SQL";

[[noreturn]] void refuse(const std::string& what, const std::string& accepted) {
  throw InputError({Problem{std::string(place), 0, "", what, accepted}});
}

[[noreturn]] void refuse_writing() {
  refuse("this would not only read", "one SELECT; a store is written by sweep and compare");
}

// What says something about a store and changes nothing, as long as it is not given a value.
bool only_tells(std::string_view pragma, const char* value) {
  constexpr std::array with_a_table = {"table_info",       "table_xinfo",       "table_list",     "index_list",
                                       "index_info",       "index_xinfo",       "quick_check",    "integrity_check",
                                       "foreign_key_list", "foreign_key_check", "compile_options"};
  constexpr std::array alone = {"user_version", "application_id", "page_count",
                                "page_size",    "journal_mode",   "encoding"};
  return std::ranges::find(with_a_table, pragma) != with_a_table.end() ||
         (value == nullptr && std::ranges::find(alone, pragma) != alone.end());
}

// SQLite asks it about each thing that a statement would do.
int only_reading(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_INSERT:  // so do functions that are read like tables; what truly writes is found not to be read-only
    case SQLITE_UPDATE:
      return std::string_view(first) == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
      return only_tells(first, second) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

// Sets the gate for as long as statements are made: SQLite asks then, and again should it have to make one anew.
class Gate {
 public:
  explicit Gate(sqlite3* database) : database_(database) { sqlite3_set_authorizer(database, only_reading, nullptr); }
  ~Gate() { sqlite3_set_authorizer(database_, nullptr, nullptr); }
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

 private:
  sqlite3* database_;
};

std::string what_there_is(const Store& store, const std::string& message) {
  constexpr std::string_view unknown_table = "no such table: ";
  const std::vector<std::string> names = table_names(store);
  if (message.starts_with(unknown_table)) return suggestion(message.substr(unknown_table.size()), names);
  return message.starts_with("no such column: ")
             ? "a column of a table that stands after FROM (PRAGMA table_info(runs))"
             : "one SELECT over " + listing(names);
}

[[noreturn]] void refuse_statement(const Store& store, sqlite3* database, int code) {
  if (code == SQLITE_AUTH) refuse_writing();
  if (code != SQLITE_ERROR) throw_store_error(store.file(), SQLite::Exception(database, code));
  const int offset = sqlite3_error_offset(database);
  const std::string message = sqlite3_errmsg(database);
  if (message.ends_with("may not be modified")) refuse_writing();
  refuse(message + (offset > 0 ? fmt::format(" (character {})", offset + 1) : ""), what_there_is(store, message));
}

// The first statement in `sql`; moves `sql` behind it. Empty for blanks and comments.
Statement prepare(const Store& store, const char*& sql) {
  sqlite3* database = store.connection().getHandle();
  const Gate gate(database);
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database, sql, -1, &statement, &sql);
  Statement owner(statement);
  if (code != SQLITE_OK) refuse_statement(store, database, code);
  return owner;
}

Statement prepare_only(const Store& store, const std::string& sql) {
  if (sql.find('\0') != std::string::npos) refuse("there is a zero byte in it", "one SELECT");
  const char* rest = sql.c_str();
  Statement statement = prepare(store, rest);
  if (!statement) refuse("there is no statement", "one SELECT");
  while (*rest != '\0') {
    if (prepare(store, rest)) refuse("there is more than one statement", "one SELECT");
  }
  if (sqlite3_bind_parameter_count(statement.get()) > 0) refuse("a parameter has no value", "values written out");
  if (sqlite3_stmt_readonly(statement.get()) == 0 || sqlite3_column_count(statement.get()) == 0) refuse_writing();
  return statement;
}

std::string hexadecimal(const void* bytes, int count) {
  std::string text;
  for (int b = 0; b < count; ++b) text += fmt::format("{:02x}", static_cast<const unsigned char*>(bytes)[b]);
  return text;
}

StoredValue value_in(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_BLOB: {
      const void* bytes = sqlite3_column_blob(statement, column);
      return hexadecimal(bytes, sqlite3_column_bytes(statement, column));
    }
    default: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }
  }
}

std::string csv_cell_of(const std::string& text) {
  if (!text.empty() && text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string cell = "\"";
  for (const char letter : text) cell += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return cell + "\"";
}

template <class Cells, class Show>
std::string line_of(const Cells& cells, Show show) {
  std::string line;
  for (const auto& cell : cells) line += (&cell == cells.data() ? "" : ",") + show(cell);
  return line + "\r\n";
}

}  // namespace

void StoreQuery::Finalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

StoreQuery::StoreQuery(const Store& store, const std::string& sql)
    : store_(&store), statement_(prepare_only(store, sql).release()) {
  for (int c = 0; c < sqlite3_column_count(statement_.get()); ++c) {
    columns_.emplace_back(sqlite3_column_name(statement_.get(), c));
  }
}

bool StoreQuery::next(std::vector<StoredValue>& row) {
  sqlite3* database = store_->connection().getHandle();
  const Gate gate(database);
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_DONE) return false;
  if (code == SQLITE_ERROR) refuse(sqlite3_errmsg(database), "a statement that can be worked out");
  if (code != SQLITE_ROW) throw_store_error(store_->file(), SQLite::Exception(database, code));
  row.clear();
  for (int c = 0; c < static_cast<int>(columns_.size()); ++c) row.push_back(value_in(statement_.get(), c));
  return true;
}

std::vector<std::string> table_names(const Store& store) {
  std::vector<std::string> names;
  SQLite::Statement tables(store.connection(),
                           "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE "
                           "'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
  while (tables.executeStep()) names.push_back(tables.getColumn(0).getString());
  return names;
}

std::string as_text(const StoredValue& value) {
  struct Shower {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return text; }
  };
  return std::visit(Shower{}, value);
}

std::string csv_line(const std::vector<StoredValue>& cells) {
  return line_of(cells, [](const StoredValue& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? as_text(cell) : csv_cell_of(*text);
  });
}

std::string csv_line(const std::vector<std::string>& headings) { return line_of(headings, csv_cell_of); }

}  // namespace trust
