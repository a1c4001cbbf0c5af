// What somebody thinks of a person whom they do not know yet: what their function thinks of the other's, and their own
// propensity to trust.
#pragma once

#include "models/trust_rules/model.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// The trust with which the tie begins in one lane, 0 .. 1: newcomer.category (of the one who trusts) weighs the mean
/// trust of the functions as of the last step; where no tie leads from one to the other, the dispositional level.
TRUST_INLINE float first_trust(const DayContext& day, const TieNow& tie, int lane_of) {
  const std::uint32_t* function = day.world->function_of().data();
  const std::size_t pair = function[tie.source] * day.world->functions() + function[tie.target];
  const LeversOf levers(day, tie.source);
  const Lever home = is_across(tie.tie) ? Lever::trust_disposition_across : Lever::trust_disposition_within;
  const float known = cells(day, Column::function_trust, pair)[lane_of];
  const float category = known < 0.0F ? lane(levers(home), lane_of) : known;
  const float propensity = cells(day, Column::propensity, tie.source)[lane_of];
  const float weight = lane(levers(Lever::newcomer_category), lane_of);
  return propensity + weight * (category - propensity);
}

}  // namespace TRUST_PATH
}  // namespace trust
