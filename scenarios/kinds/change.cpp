// In which order things change, and who brings it. Sizes are [design].
#include "scenarios/kinds/kinds.hpp"

namespace trust {

namespace {

using Whom = Expansion::Whom;

void trusting_conduct(Expansion& plan) {
  plan.add(Lever::transparency_propensity, 0.2F);
  plan.add(Lever::recognition_propensity, 0.15F);
  plan.add(Lever::vulnerability_propensity, 0.1F);
  plan.add(Lever::appreciation_propensity, 0.1F);
  plan.add(Lever::responsiveness_propensity, 0.1F);
  plan.add(Lever::micromanagement_propensity, -0.1F);
}

void in_order(Expansion& plan, Whom first, Whom second) {
  for (const Whom whom : {first, second}) {
    plan.stage(whom, whom == first ? 0 : plan.days("lag"));
    plan.spend({0.1, 0, 0});
    trusting_conduct(plan);
  }
}

void leaders_first(Expansion& plan) { in_order(plan, Whom::leaders, Whom::others); }

void reps_first(Expansion& plan) { in_order(plan, Whom::others, Whom::leaders); }

void abm_rollout(Expansion& plan) {
  plan.set(Lever::change_offered, 1);
  plan.set(Lever::change_mandate, plan.number("mandate"));
  if (plan.given("permission")) plan.set(Lever::change_permission, plan.number("permission"));
}

void new_leader(Expansion& plan) {
  Event event;
  event.kind = Event::Kind::replace;
  plan.event(event);
  if (!plan.flag("reads_room")) {  // change from day one, by words and control
    plan.stage(Whom::who);
    plan.set(Lever::message_vision, 0.8F);
    plan.add(Lever::micromanagement_propensity, 0.2F);
    plan.add(Lever::self_promotion_propensity, 0.1F);
    return;
  }
  const int reading = plan.days("reading_days");
  plan.stage(Whom::who);
  plan.spend({1, 0, 0, plan.days("plan_days")});
  plan.stage(Whom::who, 0, reading);
  plan.add(Lever::vulnerability_propensity, 0.3F);
  plan.add(Lever::transparency_propensity, 0.1F);
  plan.stage(Whom::who, reading);
  plan.add(Lever::transparency_propensity, 0.35F);
  plan.add(Lever::recognition_propensity, 0.25F);
  plan.add(Lever::discretion_propensity, 0.2F);
  plan.add(Lever::micromanagement_propensity, -0.2F);
}

}  // namespace

Kinds change_kinds() {
  return {
      {.name = "leaders_first",
       .sentence = "Leaders show trusting conduct first, the others follow.",
       .sources = "S3-1, S4-14, S4-15",
       .who = UsualWho::in_order,
       .options = {number("lag", "Days after which the others follow.", 0, 2600, 30)},
       .expand = leaders_first},
      {.name = "reps_first",
       .sentence = "Everybody but the leaders shows trusting conduct first, leaders follow.",
       .sources = "S3-1, S4-14",
       .who = UsualWho::in_order,
       .options = {number("lag", "Days after which leaders follow.", 0, 2600, 30)},
       .expand = reps_first},
      {.name = "abm_rollout",
       .sentence = "Account-based marketing is offered: people take it up as those they trust do.",
       .sources = "S1-4, S1-5, S1-6, S1-7, S1-8, S1-10",
       .options = {share("mandate", "How strongly leaders mandate it.", 0.5),
                   {.name = "permission",
                    .sentence = "Trust in those who carry it, below which people do not follow.",
                    .low = 0,
                    .high = 1,
                    .no_default = true}},
       .expand = abm_rollout},
      {.name = "new_leader",
       .sentence = "A new leader takes over, and reads the room before changing things, or does not.",
       .sources = "S0-20, S0-21, S0-22, S0-23, S0-24",
       .who = UsualWho::top,
       .options = {flag("reads_room", "Whether the leader listens first.", true),
                   number("reading_days", "Days of listening.", 1, 260, 15),
                   number("plan_days", "Working days of the plan, which take an hour a day: 90 calendar days are 65.",
                          1, 2600, 65)},
       .expand = new_leader},
  };
}

}  // namespace trust
