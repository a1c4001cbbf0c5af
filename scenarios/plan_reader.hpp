// Reads what a scenario decides: [levers] and [[intervention]].
#pragma once

#include <string>
#include <vector>

#include "models/plan.hpp"
#include "scenarios/intervention_reader.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

/// A plan whose targets are still as the file spells them, with the place of each: whether a team or a person exists is
/// known only when the organisation is.
struct DraftPlan {
  Plan plan;                            // its settings; interventions and events are made of the drafts
  std::vector<Problem> setting_places;  // one a setting
  std::vector<DraftIntervention> interventions;
};

/// Days count from 1; `days` is the scenario's last. An intervention without `to` lasts as long as any run may.
DraftPlan read_plan(Section& scenario_file, int days);

/// The settings of [levers] alone.
DraftPlan read_settings(Section& scenario_file);

/// Reads `name`, `sentence`, `function`, `leads`, `exposed`, `part`, `carries_change` and `levers` of one [[role]].
Role read_role(Section& role);

}  // namespace trust
