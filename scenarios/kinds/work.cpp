// Reports, meetings, training. Sizes are [design].
#include "scenarios/kinds/kinds.hpp"

namespace trust {

namespace {

void cut_reporting(Expansion& plan) {
  plan.set(Lever::hours_required_reporting, 0);
  plan.set(Lever::hours_reporting, 0.9F);
}

void add_reporting(Expansion& plan) { plan.add(Lever::hours_required_reporting, plan.number("hours")); }

void daily_scrum(Expansion& plan) {
  plan.add(Lever::hours_scrum, plan.number("hours"));
  plan.add(Lever::progress_propensity, 0.2F);
  plan.add(Lever::transparency_propensity, 0.05F);
}

void debriefs(Expansion& plan) {
  plan.add(Lever::debriefs_rate, 0.002F);
  plan.add(Lever::vulnerability_propensity, 0.05F);
}

void coaching(Expansion& plan) {
  plan.set(Lever::coaching_propensity, 0.6F);
  plan.add(Lever::accountability_propensity, -0.1F);
}

void manager_training(Expansion& plan) {
  plan.add(Lever::unbiased_propensity, 0.2F);
  plan.add(Lever::recognition_propensity, 0.1F);
  plan.add(Lever::progress_propensity, 0.1F);
  plan.add(Lever::micromanagement_propensity, -0.1F);
  plan.add(Lever::style_vocabulary, 0.3F);
}

void ongoing_training(Expansion& plan) {
  plan.add(Lever::training_hours, plan.number("hours"));
  plan.add(Lever::acumen_hours, plan.number("acumen_hours"));
}

void training_event(Expansion& plan) { plan.add(Lever::training_hours, plan.number("hours")); }

void sales_lab(Expansion& plan) {
  plan.add(Lever::training_hours, plan.number("hours"));
  plan.set(Lever::training_practice, 1.8F);
  plan.add(Lever::safety_base, 0.05F);
}

void training_budget(Expansion& plan) {
  plan.add(Lever::training_hours, plan.number("hours"));
  plan.add(Lever::exit_growth, 0.3F);
}

}  // namespace

Kinds work_kinds() {
  return {
      {.name = "cut_reporting",
       .sentence = "Required reports stop, and control asks for half as many.",
       .sources = "S0-7, S0-14, S0-17, S0-18",
       .expand = cut_reporting},
      {.name = "add_reporting",
       .sentence = "Everybody owes more reports.",
       .sources = "S0-7, S0-17, S0-18",
       .options = {number("hours", "Hours a day of further reports.", 0, 8, 0.5)},
       .expand = add_reporting},
      {.name = "daily_scrum",
       .sentence = "A short meeting a day in which progress shows.",
       .sources = "S2-9, S2-16, S2-26",
       .options = {number("hours", "Hours a day that it takes.", 0, 4, 0.25)},
       .expand = daily_scrum},
      {.name = "debriefs",
       .sentence = "Teams look together at what went well and pass it on.",
       .sources = "S2-17, S2-21, S2-22, S3-58, S3-61",
       .cost = {0.1},
       .expand = debriefs},
      {.name = "coaching",
       .sentence = "Leaders coach instead of reviewing.",
       .sources = "S4-12, S4-13, S4-17",
       .who = UsualWho::leaders,
       .cost = {0.5},
       .expand = coaching},
      {.name = "manager_training",
       .sentence = "Leaders learn the softer skills: to judge late, to recognise, to let go, to read styles.",
       .sources = "S0-31, S3-22, S3-23, S3-26, S4-19, S4-20",
       .who = UsualWho::leaders,
       .cost = {2, 0, 5000, 10},
       .expand = manager_training},
      {.name = "ongoing_training",
       .sentence = "A little training every week, as it is needed.",
       .sources = "S3-44, S3-51, S3-52, S4-24, S4-25, S4-27",
       .cost = {0, 200},
       .options = {number("hours", "Hours a day of training.", 0, 8, 0.3),
                   number("acumen_hours", "Hours a day of learning about the business.", 0, 8, 0.05)},
       .expand = ongoing_training},
      {.name = "training_event",
       .sentence = "All training at once, in a few days.",
       .sources = "S4-24",
       .days = 3,
       .cost = {0, 0, 10000},
       .options = {number("hours", "Hours a day of training.", 0, 8, 6)},
       .expand = training_event},
      {.name = "sales_lab",
       .sentence = "Those who sell practise on real cases where mistakes are safe.",
       .sources = "S4-31, S4-32",
       .days = 40,
       .who = UsualWho::sellers,
       .cost = {0, 150},
       .options = {number("hours", "Hours a day in the lab.", 0, 8, 0.5)},
       .expand = sales_lab},
      {.name = "training_budget",
       .sentence = "A budget for training that nobody has to fight for: people learn, and count on it.",
       .sources = "S4-11, S4-22, S4-23, S4-26",
       .cost = {0, 300},
       .options = {number("hours", "Hours a day of training.", 0, 8, 0.2)},
       .expand = training_budget},
  };
}

}  // namespace trust
