// Reads [[axis]] of a study file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/toml_section.hpp"
#include "study/design/axis.hpp"
#include "study/design/design.hpp"
#include "study/design/trial.hpp"

namespace trust {

/// Every [[axis]], in order; mistakes go to the section's problems. `kind` is the design's, where it is known: a list
/// has its values elsewhere, a grid needs to know how many. `trial` is null where the scenario cannot be read.
std::vector<Axis> read_axes(Section& study_file, std::optional<DesignKind> kind, const Trial* trial);

/// A number, a word or true or false as the value of an axis; otherwise reports what stands there.
std::optional<OverrideValue> read_value(const toml::node& node, Problem place, Problems& problems);

}  // namespace trust
