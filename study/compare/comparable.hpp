// Whether two scenarios differ in nothing but their plans: only then is what differs between their runs the plan's
// doing.
#pragma once

#include <cstdint>

#include "scenarios/scenario.hpp"

namespace trust {

/// Throws InputError that names each difference which makes a comparison meaningless: another seed, other rules,
/// another number of days or of steps a day, another organisation (which is made to find out).
void check_comparable(const Scenario& baseline, const Scenario& what_if, std::uint32_t first_replicate);

}  // namespace trust
