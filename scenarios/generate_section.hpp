// Reads `generate = {...}` of [organisation].
#pragma once

#include <vector>

#include "models/organisation.hpp"
#include "scenarios/generator.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

/// The figures of a generated organisation; mistakes go to the section's problems.
GeneratorSpec read_generator_spec(Section& generate, const std::vector<Role>& roles);

/// The seats, teams and reporting lines that every draw of `spec` has. Empty, with the reason reported at the section,
/// where the figures cannot be met together.
Organisation seats_of(const GeneratorSpec& spec, const std::vector<Role>& roles, const Section& generate);

}  // namespace trust
