// Every rule of trust, each with another way of gossip; and a plan under which everything happens that changes who is
// there and who trusts whom: for tests of what must hold whatever the rules.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/models/by_hand.hpp"
#include "tests/models/turbulent.hpp"

namespace trust::testing {

inline std::vector<Rules> every_rule() {
  return {
      {TrustRule::asymmetric, GossipRule::none},       {TrustRule::asymmetric, GossipRule::mirror},
      {TrustRule::abi, GossipRule::transfer},          {TrustRule::beta, GossipRule::echo},
      {TrustRule::inflation, GossipRule::bounded},     {TrustRule::subjective_logic, GossipRule::friedkin_johnsen},
      {TrustRule::template_rule, GossipRule::degroot},
  };
}

inline std::string name_of_rules(const ::testing::TestParamInfo<Rules>& info) {
  return std::string(name_of(info.param.trust)) + "_and_" + std::string(name_of(info.param.gossip));
}

/// Turbulence, and what violations lead to: deceptions, scars, apologies, answers and feedback contracts.
inline Plan lively_plan() {
  Plan plan = turbulent_plan();
  for (const auto& [lever, value] : {std::pair(Lever::repair_hazard, 0.2F), std::pair(Lever::trust_reciprocity, 0.1F),
                                     std::pair(Lever::change_offered, 1.0F)}) {
    plan.settings.push_back({{}, lever, value});
  }
  plan.events.push_back(event_on(2, Event::Kind::contract, 0.5F));
  plan.events.push_back(event_on(3, Event::Kind::response, 0.5F));
  Event deception = event_on(3, Event::Kind::violation, 0.4F);
  deception.deception = true;
  deception.dimension = Dimension::integrity;
  plan.events.push_back(deception);
  plan.events.push_back(event_on(5, Event::Kind::response, 0.5F));
  return plan;
}

/// The same without anything but its reorganisations, so that it may share a batch with it.
inline Plan plan_of_reorganisations() {
  Plan plan;
  for (const Event& event : lively_plan().events) {
    if (event.kind == Event::Kind::reorganise) plan.events.push_back(event);
  }
  return plan;
}

}  // namespace trust::testing
