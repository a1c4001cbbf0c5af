#include "study/branch/branch.hpp"

#include <fmt/format.h>

#include <sstream>

#include "scenarios/intervention_kind.hpp"
#include "scenarios/words.hpp"
#include "study/branch/history.hpp"

namespace trust {
namespace {

void check_day(const Scenario& baseline, int day, Problems& problems) {
  if (day >= 1 && day < baseline.days) return;
  const std::string accepted = baseline.days > 1
                                   ? fmt::format("a day from 1 to {}: something must come after it", baseline.days - 1)
                                   : "a run of 2 days or more";
  problems.add({baseline.file.string(), 0, "--at", fmt::format("{} is not a day to branch at", day), accepted});
}

}  // namespace

void check_branches(const Scenario& baseline, std::span<const Scenario> what_ifs, int day) {
  Problems problems;
  check_day(baseline, day, problems);
  for (const Scenario& what_if : what_ifs) {
    for (const Problem& problem : differences_until(baseline, what_if, day)) problems.add(problem);
  }
  problems.throw_if_any();
}

std::string from_the_day_after(const std::string& word, int day) {
  const std::size_t colon = word.find(':');
  if (!find_kind(trimmed(word.substr(0, colon)))) return word;
  if (colon == std::string::npos) return word + fmt::format(":from={}", day + 1);
  std::istringstream options(word.substr(colon + 1));
  for (std::string option; std::getline(options, option, ',');) {
    const std::string_view key = trimmed(std::string_view(option).substr(0, option.find('=')));
    if (key == "from" || key == "after") return word;
  }
  return word + fmt::format(",from={}", day + 1);
}

}  // namespace trust
