// What the user chose for a run over what its scenario says: the options that `run` and `compare` share.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "study/run.hpp"

namespace trust::cli {

inline constexpr OptionRow help_option{"help", "", "this page"};
inline constexpr OptionRow seed_option{"seed", "N", "the luck of the run, in place of the scenario's"};
inline constexpr OptionRow replicates_option{"replicates", "N", "how many replicates, in place of the scenario's"};
inline constexpr OptionRow first_replicate_option{"first-replicate", "N", "number of the first one; they count from 0"};
inline constexpr OptionRow days_option{"days", "N", "working days, in place of the scenario's"};
inline constexpr OptionRow threads_option{"threads", "N", "threads to use; all of the machine's if not given"};
inline constexpr OptionRow set_option{"set", "LEVER=VALUE", "sets a lever for everyone; may be repeated", true};
inline constexpr OptionRow set_in_all_option{"set", "LEVER=VALUE", "sets a lever for everyone in all; may be repeated",
                                             true};
inline constexpr OptionRow all_option{"all", "", "every measure in the table"};
inline constexpr OptionRow rule_option{"rule", "NAME", "how trust learns, in place of the scenario's trust_rule"};
inline constexpr OptionRow gossip_option{"gossip", "NAME", "how news of others travels, in place of the scenario's"};
inline constexpr OptionRow json_option{"json", "", "one JSON object in place of the table"};
inline constexpr OptionRow quiet_option{"quiet", "", "no progress"};

struct RunChoices {
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> replicates;
  std::optional<std::uint64_t> first_replicate;
  std::optional<std::uint64_t> days;
  std::optional<std::uint64_t> threads;
  std::optional<std::string> rule;
  std::optional<std::string> gossip;
  std::vector<std::string> settings;
};

/// Reads and checks the options. Mistakes wait in `arguments`.
RunChoices read_choices(Arguments& arguments);

/// Loads a scenario and gives it the chosen seed, days, replicates, rules and levers. Throws InputError with every
/// mistake.
Scenario load_with_choices(const std::filesystem::path& file, const RunChoices& choices);

/// The options of a run of a scenario that load_with_choices() returned.
RunOptions options_with_choices(const Scenario& scenario, const RunChoices& choices);

/// Does each piece of work; then throws one InputError with the mistakes of all of them, if there were any.
void all_or_every_mistake(const std::vector<std::function<void()>>& work);

}  // namespace trust::cli
