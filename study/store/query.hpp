// Questions to a store in SQL, one row at a time. Whatever would change the store is refused before it runs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "study/store/store.hpp"

struct sqlite3_stmt;

namespace trust {

/// A cell as SQLite has it: NULL, a whole number, a number, or text (bytes that are no text as hexadecimal digits).
using StoredValue = std::variant<std::monostate, std::int64_t, double, std::string>;

class StoreQuery {
 public:
  /// Throws InputError where `sql` is not one statement that SQLite understands and that only reads. The store must
  /// outlive the query.
  StoreQuery(const Store& store, const std::string& sql);

  const std::vector<std::string>& columns() const { return columns_; }

  /// Fills in the next row; false at the end. Throws StoreError.
  bool next(std::vector<StoredValue>& row);

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };

  const Store* store_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  std::vector<std::string> columns_;
};

/// The names of the tables and views, in the order in which they were made.
std::vector<std::string> table_names(const Store& store);

/// The value as CSV and text show it: empty for NULL, numbers in the shortest form that reads back as the same.
std::string as_text(const StoredValue& value);

/// One line of a CSV file as RFC 4180 wants it, its end (CR LF) included. NULL is an empty cell, an empty text is "".
std::string csv_line(const std::vector<StoredValue>& cells);

/// The same for a heading.
std::string csv_line(const std::vector<std::string>& headings);

}  // namespace trust
