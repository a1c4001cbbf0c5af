#include "scenarios/table.hpp"

#include <fmt/format.h>

#include "scenarios/words.hpp"

namespace trust {

namespace {

std::vector<std::size_t> columns_like(const Table& table, const std::string& heading) {
  std::vector<std::size_t> exact, alike;
  for (std::size_t i = 0; i < table.headings().size(); ++i) {
    if (table.headings()[i] == heading) exact.push_back(i);
    if (same_word(table.headings()[i], heading)) alike.push_back(i);
  }
  return exact.empty() ? alike : exact;
}

}  // namespace

std::optional<std::size_t> find_column(const Table& table, const ColumnName& column) {
  const std::vector<std::size_t> found = columns_like(table, column.heading);
  if (found.size() == 1) return found.front();
  const std::string key = "columns." + std::string(column.meaning);
  if (found.size() > 1) {
    table.report(table.heading_line(), key,
                 fmt::format("{} columns are headed {}", found.size(), in_quotes(column.heading)),
                 "one column of that heading");
  } else if (column.stated || column.needed) {
    table.report(table.heading_line(), key, "there is no column " + in_quotes(column.heading),
                 fmt::format("columns = {{ {} = \"...\" }} with one of the headings here ({})", column.meaning,
                             suggestion(column.heading, table.headings(), 40)));
  }
  return std::nullopt;
}

}  // namespace trust
