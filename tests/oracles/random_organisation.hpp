// The two ends of a random case: the organisation that it lives in, and the state that it is brought into.
#pragma once

#include <memory>

#include "tests/oracles/random_case.hpp"

namespace trust::testing {

/// Roles that sell, develop, market, lead, carry change or do none of that; functions, teams, locations, styles, empty
/// seats, accounts and candidate ties, all at random.
std::shared_ptr<const Organisation> random_organisation(Seat size, double density, Filler& filler);

/// Makes random who is there and which ties are active with how much trust; ties of empty seats are inactive. The batch
/// must complete its state after that.
void randomise_seats_and_ties(Batch& batch, double open, double inactive, Filler& filler);

}  // namespace trust::testing
