// Reads `who`: the people whom an intervention is about, as a scenario names them.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "models/plan.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

/// Keys that name a group of people.
inline constexpr std::array<std::pair<const char*, Target::Kind>, 4> group_keys = {
    {{"role", Target::Kind::role},
     {"function", Target::Kind::function},
     {"team", Target::Kind::team},
     {"person", Target::Kind::person}}};

inline constexpr const char* accepted_who =
    "\"everyone\", or { role = \"...\" }, { function = \"...\" }, { team = \"...\" } or { person = \"...\" } with a "
    "name or a list of names, or a list of these";

/// Adds the targets that `who`, a key of `section`, names, each with its place; mistakes go to the section's problems.
void read_targets(const Section& section, const toml::node& who, std::vector<Target>& targets,
                  std::vector<Problem>& places);

}  // namespace trust
