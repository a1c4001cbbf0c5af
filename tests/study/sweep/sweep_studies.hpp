// Studies of a department of about 20 people, small enough to be run by the hundred, and what is in a store.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

#include "study/sweep/sweep.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust::test {

/// Where a study and its scenario stand.
struct StudyPlace {
  TemporaryFolder folder;

  explicit StudyPlace(const std::string& scenario_keys = "replicates_per_organisation = 4") {
    folder.write("department.toml", R"([scenario]
name = "Department"
story = "A department for tests."
days = 6
replicates = 12
seed = 7
)" + scenario_keys + R"(

[organisation]
generate = { roles = { rep = 12, marketer = 6 }, team_size = 7, ties_per_person = 6 }

[[intervention]]
name = "Programme"
from = 1
to = 6
who = "everyone"
add = { "recognition.propensity" = 0.20 }
)");
  }

  /// Writes a study of this scenario; `design` is its [design] and axes.
  std::filesystem::path write(const std::string& design, const std::string& keys = "replicates = 20",
                              const std::string& name = "study.toml") const {
    return folder.write(name, "[study]\nname = \"Small\"\nscenario = \"department.toml\"\n" +
                                  (keys.empty() ? "" : keys + "\n") + design);
  }

  Study study(const std::string& design, const std::string& keys = "replicates = 20") const {
    return load_study(write(design, keys));
  }
};

/// Five values of a lever: organisations are shared.
inline const std::string lever_grid = R"(
[design]
kind = "grid"
[[axis]]
lever = "recognition.propensity"
values = [0.1, 0.2, 0.3, 0.4, 0.5]
)";

/// Six points: two organisations, each under three values of a lever.
inline const std::string mixed_grid = R"(
[design]
kind = "grid"
[[axis]]
lever = "recognition.propensity"
values = [0.1, 0.3, 0.5]
[[axis]]
organisation = "team_size"
values = [5, 8]
)";

/// Twelve points, in some of which the programme ends before it begins.
inline const std::string partly_impossible = R"(
[design]
kind = "random"
points = 12
seed = 4
[[axis]]
intervention = "Programme"
field = "from"
from = 1
to = 6
whole = true
[[axis]]
intervention = "Programme"
field = "to"
from = 1
to = 6
whole = true
)";

inline std::string cell_text(const SQLite::Column& cell) {
  if (cell.isNull()) return "NULL";
  if (!cell.isFloat()) return cell.getString();
  char digits[40];
  std::snprintf(digits, sizeof digits, "%a", cell.getDouble());  // every bit of it
  return digits;
}

/// The rows that a question gets, cells parted by bars.
inline std::vector<std::string> rows_of(const std::filesystem::path& store, const std::string& question) {
  constexpr int patience_ms = 10'000;  // with a writer that tidies up as it ends
  SQLite::Database database(store, SQLite::OPEN_READONLY, patience_ms);
  SQLite::Statement select(database, question);
  std::vector<std::string> rows;
  while (select.executeStep()) {
    std::string& row = rows.emplace_back();
    for (int column = 0; column < select.getColumnCount(); ++column) row += cell_text(select.getColumn(column)) + "|";
  }
  return rows;
}

/// Every row of every table, in the order in which the file holds them.
inline std::vector<std::string> dump_of(const std::filesystem::path& store) {
  std::vector<std::string> dump;
  for (const std::string& name : rows_of(store, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
    const std::string table = name.substr(0, name.size() - 1);
    for (const std::string& row : rows_of(store, "SELECT * FROM " + table)) dump.push_back(table + ": " + row);
  }
  return dump;
}

inline std::string count_of(const std::filesystem::path& store, const std::string& table) {
  return rows_of(store, "SELECT count(*) FROM " + table).at(0);
}

}  // namespace trust::test
