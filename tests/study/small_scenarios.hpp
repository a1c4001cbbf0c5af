// Scenarios small enough to run by the hundred.
#pragma once

#include <string>

#include "scenarios/scenario.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust::test {

/// A generated department of about 30 people, four replicates an organisation. `more` is appended to the file.
inline std::string generated_text(const std::string& more = "", const std::string& scenario_keys = "") {
  return R"([scenario]
name = "Small"
story = "A department for tests."
days = 6
replicates = 12
seed = 7
replicates_per_organisation = 4
)" + scenario_keys +
         R"(
[organisation]
generate = { roles = { rep = 16, marketer = 10 }, team_size = 7, ties_per_person = 8 }
)" + more;
}

/// Three people and their five ties, from CSV files beside the scenario.
inline std::string imported_text(const std::string& more = "") {
  return R"([scenario]
name = "Three"
story = "Three people."
days = 5
replicates = 20
seed = 3

[organisation]
people = "people.csv"
ties = "ties.csv"
)" + more;
}

inline Scenario load_text(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("people.csv", "id,role,team,manager\nann,leader,A,\nbo,rep,A,ann\ncy,marketer,A,ann\n");
  folder.write("ties.csv", "source,target,weight\nann,bo,0.6\nbo,ann,0.5\ncy,ann,0.4\nbo,cy,0.3\ncy,bo,0.7\n");
  return load_scenario(folder.write("scenario.toml", text));
}

}  // namespace trust::test
