// Reads [design] and [[point]] of a study file.
#pragma once

#include "scenarios/toml_section.hpp"
#include "study/design/design.hpp"
#include "study/design/trial.hpp"

namespace trust {

/// The design with its axes; mistakes go to the section's problems, and without any the design is good. `trial` is null
/// where the scenario cannot be read. `more_points` permits more than most_points_unasked.
Design read_design(Section& study_file, const Trial* trial, bool more_points);

}  // namespace trust
