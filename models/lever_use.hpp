// Which levers a run reads: those of a rule that it does not have do nothing.
#pragma once

#include "models/parameters.hpp"
#include "models/rules.hpp"

namespace trust {

/// Whether anything under these rules reads the lever; moving another one changes no run by a bit.
bool is_read(Lever lever, const Rules& rules);

}  // namespace trust
