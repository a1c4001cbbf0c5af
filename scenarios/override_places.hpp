// Where in a scenario file an override goes, and whose mistake it is if the file cannot be read with it.
#pragma once

#include <toml++/toml.h>

#include <span>
#include <string>
#include <vector>

#include "scenarios/overrides.hpp"

namespace trust {

/// Puts the values into the table, in place of those that are there; of two with the same key the later holds. Gives
/// the key of each as the loader's messages spell it. Keys that name no place are reported where they were asked for.
std::vector<std::string> apply_overrides(toml::table& scenario_file, std::span<const Override> overrides,
                                         Problems& problems);

/// The mistakes of a file (good without them) that was read with overrides: those about an override's value stand where
/// it was asked for, the others name the overrides. `places` is what apply_overrides() gave.
InputError named_by_overrides(const InputError& error, const std::string& file, std::span<const Override> overrides,
                              const std::vector<std::string>& places);

}  // namespace trust
