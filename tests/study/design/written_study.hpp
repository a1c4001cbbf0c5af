// Study files for tests, beside a scenario that they can vary.
#pragma once

#include <string>
#include <vector>

#include "study/design/study.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust::test {

inline const std::string study_head = "[study]\nname = \"Test\"\nscenario = \"scenario.toml\"\n";  // three lines

/// A generated department with an intervention on days 2 to 5 of 6.
inline std::string scenario_for_studies() {
  return generated_text(R"([[intervention]]
name = "Show the work"
from = 2
to = 5
who = "everyone"
add = { "transparency.propensity" = 0.1 }
[[intervention]]
kind = "recognition_programme"
from = 3
)");
}

/// Writes the study (and `scenario` beside it) and loads it.
inline Study load_study_text(const std::string& text, const std::string& scenario = scenario_for_studies(),
                             StudyPermissions permissions = {}) {
  const TemporaryFolder folder;
  folder.write("scenario.toml", scenario);
  return load_study(folder.write("study.toml", text), permissions);
}

/// What is wrong with it; nothing if it loads. File names are without their folder.
inline std::vector<Problem> problems_of_study(const std::string& text,
                                              const std::string& scenario = scenario_for_studies()) {
  try {
    load_study_text(text, scenario);
  } catch (const InputError& error) {
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) problem.file = std::filesystem::path(problem.file).filename().string();
    return problems;
  }
  return {};
}

}  // namespace trust::test
