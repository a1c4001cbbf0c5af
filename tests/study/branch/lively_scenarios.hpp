// Scenarios in which everything that changes who is there and who knows whom happens before and after day 8, and plans
// that part from them after it.
#pragma once

#include <stdexcept>
#include <string>

#include "tests/study/small_scenarios.hpp"

namespace trust::test {

inline constexpr int branch_day = 8;
inline constexpr int last_day = 18;

/// What holds before the branch day, some of which goes on after it.
inline const std::string lively_beginning = R"(
[levers]
"exit.rate" = 3.0
"refill.days" = 6
"tie.formation" = 0.1
"tie.ending" = 0.1
"gossip.rate" = 0.2

[[intervention]]
name = "Broken promise"
kind = "broken_promise"
who = { role = "rep" }
from = 3

[[intervention]]
name = "New teams"
kind = "reorganisation"
from = 5
share = 0.5

[[intervention]]
name = "Praise"
kind = "recognition_programme"
from = 6
to = 14
ramp = 6
)";

/// Of the baseline, after it.
inline const std::string later = R"(
[[intervention]]
name = "Newer teams"
kind = "reorganisation"
from = 12
share = 0.5
)";

/// Of what-ifs.
inline const std::string shrinks = R"(
[[intervention]]
name = "Shrinks"
kind = "layoff"
from = 9

[[intervention]]
name = "Newest teams"
kind = "reorganisation"
from = 11
share = 0.7
)";

inline const std::string grows = R"(
[[intervention]]
name = "Grows"
kind = "growth"
from = 10
)";

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t place = text.find(from);
  if (place == std::string::npos) throw std::logic_error("no '" + from + "' in the text");
  return text.replace(place, from.size(), to);
}

/// The text of a scenario of lively_beginning and `plan`.
inline std::string lively_text(const std::string& plan, const std::string& keys = "") {
  return replaced(generated_text(lively_beginning + plan, keys), "days = 6\nreplicates = 12\n",
                  "days = 18\nreplicates = 20\n");
}

inline Scenario lively_scenario(const std::string& plan, const std::string& keys = "") {
  return load_text(lively_text(plan, keys));
}

/// The same with one organisation for all replicates, as from files.
inline Scenario imported_from(Scenario scenario) {
  scenario.imported = scenario.organisation(0);
  scenario.generator.reset();
  return scenario;
}

}  // namespace trust::test
