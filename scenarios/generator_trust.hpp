// From how close ties are to how much trust is in them on the first day.
#pragma once

#include <vector>

#include "models/organisation.hpp"
#include "scenarios/generator.hpp"
#include "scenarios/generator_ties.hpp"

namespace trust {

/// The closer, the more trust. Towards one's own function and towards other functions, trust follows a logistic law
/// with the mean and deviation that `spec` gives, cut off at 0.01 and 0.99. Ties keep their order.
std::vector<Tie> trust_of_ties(const Organisation& organisation, const std::vector<CloseTie>& ties,
                               const GeneratorSpec& spec);

}  // namespace trust
