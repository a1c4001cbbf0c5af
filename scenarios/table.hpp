// Rows under headings, wherever they come from: a CSV file, or the nodes or ties of a GraphML file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problems.hpp"

namespace trust {

/// One row; as many cells as there are headings, without outer blanks. The cells stay valid while the table lives.
struct Row {
  int line = 0;
  std::span<const std::string_view> cells;
};

/// Gives its rows once, from first to last, so that a file of millions of ties is never held as cells all at once.
class Table {
 public:
  Table(std::string file, Problems& problems) : file_(std::move(file)), problems_(&problems) {}
  virtual ~Table() = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  /// The next row without mistakes of form in `row`; those with one are reported and skipped. False at the end. The
  /// span of cells is good until the next call, what the cells view as long as the table.
  virtual bool next(Row& row) = 0;

  const std::string& file() const { return file_; }
  const std::vector<std::string>& headings() const { return headings_; }
  int heading_line() const { return heading_line_; }  // 0 where headings stand nowhere in particular

  void report(int line, std::string key, std::string what, std::string accepted) const {
    problems_->add({file_, line, std::move(key), std::move(what), std::move(accepted)});
  }

 protected:
  std::vector<std::string> headings_;
  int heading_line_ = 0;

 private:
  std::string file_;
  Problems* problems_;
};

/// A column that a scenario may name. Without a name of its own it is looked for under its usual one.
struct ColumnName {
  std::string_view meaning;  // as `columns = {...}` calls it: "manager"
  std::string heading;       // the heading to look for
  bool stated = false;       // the scenario names it: then it must be there
  bool needed = false;       // there is no doing without it
};

/// Where the column is, or nothing if there is none (reported if it is stated or needed). Letter case does not matter,
/// except between headings that differ in nothing else.
std::optional<std::size_t> find_column(const Table& table, const ColumnName& column);

}  // namespace trust
