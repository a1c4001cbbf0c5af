// A scenario file, read and checked: who there is, what is decided about them, and how long and how often to run it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "models/plan.hpp"
#include "models/rules.hpp"
#include "scenarios/generator.hpp"
#include "scenarios/problems.hpp"

namespace trust {

struct Scenario {
  // What the keys of [scenario] accept, --days, --replicates and --seed included.
  static constexpr int most_days = 13000;  // 50 years
  static constexpr std::uint32_t most_replicates = 1'000'000;
  static constexpr std::uint64_t largest_seed = 0x7FFF'FFFF'FFFF'FFFFu;
  static constexpr int most_steps_per_day = 64;

  std::filesystem::path file;
  std::string text;          // the scenario file as it was read
  std::uint64_t digest = 0;  // of the text and of every file that it names
  /// Of what decides a replicate's days: every key and value, overrides included, and every file that it names; not of
  /// comments, layout, name, story, days, replicates, seed and baseline.
  std::uint64_t content = 0;
  std::string name;
  std::string story;
  std::filesystem::path baseline;  // the scenario that this one is to be compared with; empty where it names none
  int days = 65;
  std::uint32_t replicates = 16;
  std::uint64_t seed = 1;
  std::uint32_t replicates_per_organisation = 16;
  int steps_per_day = 1;
  Rules rules{};
  Plan plan;
  std::size_t interventions = 0;                 // as the file counts them: the plan may take several parts for one
  std::vector<Role> roles;                       // standard_roles() and the scenario's own
  std::optional<GeneratorSpec> generator;        // set where the organisation is generated ...
  std::shared_ptr<const Organisation> imported;  // ... else this one, the same in every draw
  std::vector<std::string> notes;                // what was assumed while importing, for people to read

  /// Which organisation a replicate lives in: replicate / replicates_per_organisation if generated, else 0.
  std::uint32_t organisation_draw(std::uint32_t replicate) const;

  /// The organisation of a draw. Generated anew at each call: keep it if you need it twice.
  std::shared_ptr<const Organisation> organisation(std::uint32_t draw) const;
};

/// Reads and checks a scenario. Throws InputError with every mistake in it and in the files that it names.
Scenario load_scenario(const std::filesystem::path& file);

/// The same with a text that is held in memory in place of the file's. Paths in it start at the file's folder; the file
/// itself need not be there: mistakes go by its name.
Scenario load_scenario_text(const std::filesystem::path& file, const std::string& text);

/// Gives the scenario the rules of these names (as --rule and --gossip give them; absent: the scenario's own). Throws
/// InputError.
void apply_rules(Scenario& scenario, const std::optional<std::string>& trust, const std::optional<std::string>& gossip);

/// The names of the rules, in the order of TrustRule and of GossipRule.
std::vector<std::string> trust_rule_names();
std::vector<std::string> gossip_rule_names();

/// Adds "lever=value" (as --set gives it) to the plan, for everyone. Throws InputError.
void apply_setting(Scenario& scenario, const std::string& assignment);

}  // namespace trust
