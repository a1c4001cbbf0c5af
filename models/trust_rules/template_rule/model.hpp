// Trust rule `template_rule`: the smallest rule that learns, to be copied (docs/writing-a-model.md). Users cannot pick
// it; tests do. Equations in README.md.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

void update_trust_by_template_rule(const DayContext& day, RowBlock block, int worker);
Lanes set_trust_by_template_rule(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which);

}  // namespace TRUST_PATH
}  // namespace trust
