#include "cli/run_choices.hpp"

#include <limits>

namespace trust::cli {
namespace {

constexpr std::uint64_t most_threads = 1024;
constexpr std::uint64_t largest_first = std::numeric_limits<std::uint32_t>::max() - Scenario::most_replicates;

}  // namespace

RunChoices read_choices(Arguments& arguments) {
  RunChoices choices;
  choices.seed = arguments.whole("seed", 0, Scenario::largest_seed);
  choices.replicates = arguments.whole("replicates", 1, Scenario::most_replicates);
  choices.first_replicate = arguments.whole("first-replicate", 0, largest_first);
  choices.days = arguments.whole("days", 1, Scenario::most_days);
  choices.threads = arguments.whole("threads", 1, most_threads);
  choices.rule = arguments.text("rule");
  choices.gossip = arguments.text("gossip");
  choices.settings = arguments.all("set");
  return choices;
}

Scenario load_with_choices(const std::filesystem::path& file, const RunChoices& choices) {
  Scenario scenario;
  // Where the file has mistakes, the settings are tried on an empty scenario: theirs are reported with the file's.
  std::vector<std::function<void()>> work = {[&] { scenario = load_scenario(file); }};
  for (const std::string& setting : choices.settings) {
    work.emplace_back([&] { apply_setting(scenario, setting); });
  }
  work.emplace_back([&] { apply_rules(scenario, choices.rule, choices.gossip); });
  all_or_every_mistake(work);
  if (choices.seed) scenario.seed = *choices.seed;
  if (choices.days) scenario.days = static_cast<int>(*choices.days);
  if (choices.replicates) scenario.replicates = static_cast<std::uint32_t>(*choices.replicates);
  return scenario;
}

RunOptions options_with_choices(const Scenario& scenario, const RunChoices& choices) {
  RunOptions options = options_of(scenario);
  options.first_replicate = static_cast<std::uint32_t>(choices.first_replicate.value_or(0));
  options.threads = static_cast<int>(choices.threads.value_or(0));
  return options;
}

void all_or_every_mistake(const std::vector<std::function<void()>>& work) {
  Problems problems;
  for (const auto& piece : work) {
    try {
      piece();
    } catch (const InputError& mistakes) {
      for (const Problem& problem : mistakes.problems()) problems.add(problem);
    }
  }
  problems.throw_if_any();
}

}  // namespace trust::cli
