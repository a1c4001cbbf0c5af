#include "study/compare/what_if.hpp"

#include <system_error>

#include "scenarios/added_plan.hpp"
#include "scenarios/intervention_kind.hpp"
#include "scenarios/words.hpp"
#include "study/compare/comparable.hpp"

namespace trust {
namespace {

// A kind's own name is never a file: a folder "reset" beside the scenario does not hide it.
bool names_a_file(const std::string& word) {
  if (find_kind(trimmed(word.substr(0, word.find(':'))))) return false;
  std::error_code ignored;
  return word.ends_with(".toml") || word.find('/') != std::string::npos || std::filesystem::exists(word, ignored);
}

}  // namespace

bool names_a_scenario(const std::string& word) { return names_a_file(word) && !is_plan_file(word); }

Scenario read_what_if(const std::string& word, const Scenario& baseline, std::uint32_t first_replicate,
                      const ScenarioLoader& load) {
  if (!names_a_file(word)) return with_intervention(baseline, word, "--what-if");
  if (!names_a_scenario(word)) return with_plan_file(baseline, word);
  Scenario what_if = load(word);
  check_comparable(baseline, what_if, first_replicate);
  return what_if;
}

}  // namespace trust
