// Recognition, openness, common objectives. Sizes are [design].
#include "scenarios/kinds/kinds.hpp"

namespace trust {

namespace {

void recognition_programme(Expansion& plan) {
  plan.add(Lever::recognition_propensity, 0.25F);
  plan.set(Lever::recognition_public, plan.number("public"));
  plan.set(Lever::recognition_personal, plan.number("personal"));
  plan.set(Lever::recognition_tangible, plan.number("tangible"));
  plan.set(Lever::recognition_delay, plan.number("delay"));
}

void discretion_after_training(Expansion& plan) {
  plan.set(Lever::discretion_propensity, 0.8F);
  plan.add(Lever::micromanagement_propensity, -0.15F);
}

void transparent_reporting(Expansion& plan) {
  plan.add(Lever::transparency_propensity, 0.25F);
  plan.add(Lever::leads_tracking, 0.2F);
  plan.set(Lever::hours_justification, 0.1F);
  plan.add(Lever::playbook_attribution, -0.2F);
}

void shared_objectives(Expansion& plan) { plan.set(Lever::objectives_shared, 0.8F); }

void playbook(Expansion& plan) { plan.set(Lever::playbook_clarity, 0.8F); }

void incentive_mix(Expansion& plan) {
  plan.set(Lever::incentives_team, plan.number("team"));
  plan.set(Lever::incentives_behaviour, plan.number("behaviour"));
}

}  // namespace

Kinds openness_kinds() {
  return {
      {.name = "recognition_programme",
       .sentence = "People say openly, soon and in person what others achieved.",
       .sources = "S2-13, S2-14, S2-15, S2-17, S3-62",
       .cost = {0.05, 80},
       .options = {share("public", "Share of recognition that is public.", 0.6),
                   share("personal", "Share that is personal.", 0.6), share("tangible", "Share that is tangible.", 0.2),
                   number("delay", "Days between a goal met and its recognition.", 0, 260, 1)},
       .expand = recognition_programme},
      {.name = "discretion_after_training",
       .sentence = "Once people are trained, their leaders leave it to them how they work.",
       .sources = "S2-7, S2-18, S2-19, S4-12",
       .who = UsualWho::leaders,
       .needs = {"training_event", "sales_lab", "ongoing_training", "training_budget"},
       .expand = discretion_after_training},
      {.name = "transparent_reporting",
       .sentence = "One report of revenue that everybody sees, in place of marketing's and sales' own.",
       .sources = "S0-14, S0-22, S0-30, S2-24",
       .cost = {0.05, 100},
       .expand = transparent_reporting},
      {.name = "shared_objectives",
       .sentence = "Objectives that functions agree on, measure and share.",
       .sources = "S0-26, S0-27, S3-2",
       .cost = {0.5, 0, 0, 15},
       .expand = shared_objectives},
      {.name = "playbook",
       .sentence = "It is written down who does what by when.",
       .sources = "S0-28, S0-29, S3-11",
       .cost = {0.5, 0, 0, 20},
       .expand = playbook},
      {.name = "incentive_mix",
       .sentence = "More of the reward follows common results and behaviour.",
       .sources = "S0-27, S4-6, S4-18, S4-35",
       .options = {share("team", "Share of rewards that follow common results.", 0.5),
                   share("behaviour", "Share that follows behaviour.", 0.3)},
       .expand = incentive_mix},
  };
}

}  // namespace trust
