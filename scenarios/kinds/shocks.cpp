// What befalls an organisation. Sizes are [design].
#include "scenarios/kinds/kinds.hpp"

namespace trust {

namespace {

using Whom = Expansion::Whom;

void breach(Expansion& plan, bool deception) {
  Event event;
  event.kind = Event::Kind::violation;
  event.severity = plan.number("severity");
  event.dimension = plan.word<Dimension>("dimension");
  event.deception = deception;
  event.share = plan.number("share");
  plan.event(event);
}

void broken_promise(Expansion& plan) { breach(plan, false); }

void deception(Expansion& plan) { breach(plan, true); }

void layoff(Expansion& plan) {
  Event leave;
  leave.kind = Event::Kind::leave;
  leave.share = plan.number("share");
  plan.event(leave);
  Event hurt;
  hurt.kind = Event::Kind::violation;
  hurt.severity = plan.number("severity");
  hurt.dimension = Dimension::benevolence;
  plan.stage(Whom::leaders);
  plan.event(hurt);
  plan.stage(Whom::who, 0, plan.days("freeze"));
  plan.set(Lever::refill_days, 26000);
}

void reorganisation(Expansion& plan) {
  Event event;
  event.kind = Event::Kind::reorganise;
  event.share = plan.number("share");
  plan.event(event);
  plan.add(Lever::playbook_clarity, -0.2F);
}

void key_people_leave(Expansion& plan) {
  Event event;
  event.kind = Event::Kind::leave;
  event.share = plan.number("share");
  plan.event(event);
}

void bad_quarter(Expansion& plan) {
  plan.set(Lever::market_demand, plan.number("demand"));
  plan.add(Lever::stress_base, 0.1F);
}

void growth(Expansion& plan) {
  Event event;
  event.kind = Event::Kind::hire;
  event.share = plan.number("share");
  plan.event(event);
  plan.set(Lever::market_demand, plan.number("demand"));
  plan.set(Lever::refill_days, 40);
}

void remote_work(Expansion& plan) {
  plan.set(Lever::channel_in_person, plan.number("in_person"));
  plan.add(Lever::contact_across, -0.03F);
}

std::vector<KindOption> breach_options(double severity) {
  return {share("severity", "Share of the trust in them that is lost at once.", severity),
          word("dimension", "What was failed in.", dimension_names, 2),
          share("share", "Share of those who trust them whom it concerns.", 1)};
}

}  // namespace

Kinds shock_kinds() {
  return {
      {.name = "broken_promise",
       .sentence = "Some people openly break what they promised.",
       .sources = "S3-47, S4-7, S4-16",
       .shock = true,
       .once = true,
       .who = UsualWho::must_be_named,
       .options = breach_options(0.25),
       .expand = broken_promise},
      {.name = "deception",
       .sentence = "It comes out that some people deceived others: trust in them keeps a ceiling.",
       .sources = "S3-14, S3-47",
       .shock = true,
       .once = true,
       .who = UsualWho::must_be_named,
       .options = breach_options(0.5),
       .expand = deception},
      {.name = "layoff",
       .sentence = "Some people have to go, nobody is hired for a while, and leaders lose trust.",
       .sources = "S4-8, S4-21",
       .shock = true,
       .once = true,
       .options = {share("share", "Share of people who have to go.", 0.1),
                   share("severity", "Share of the trust in leaders that is lost at once.", 0.15),
                   number("freeze", "Days in which nobody is hired.", 1, 13000, 65)},
       .expand = layoff},
      {.name = "reorganisation",
       .sentence = "People change teams, and for a while it is less clear who does what.",
       .sources = "S3-53",
       .shock = true,
       .days = 40,
       .options = {share("share", "Share of people who change teams.", 0.2)},
       .expand = reorganisation},
      {.name = "key_people_leave",
       .sentence = "Those whom others rely on leave.",
       .sources = "S4-8, S4-23",
       .shock = true,
       .once = true,
       .who = UsualWho::must_be_named,
       .options = {share("share", "Share of them who leave.", 1)},
       .expand = key_people_leave},
      {.name = "bad_quarter",
       .sentence = "The market asks for less, and everybody feels it.",
       .sources = "S1-3",
       .shock = true,
       .days = 65,
       .options = {number("demand", "Demand, 1 as usual.", 0, 10, 0.6)},
       .expand = bad_quarter},
      {.name = "growth",
       .sentence = "The market asks for more, and open seats are filled fast.",
       .sources = "S1-3",
       .shock = true,
       .options = {number("demand", "Demand, 1 as usual.", 0, 10, 1.4),
                   share("share", "Share of open seats that are filled at once.", 0.5)},
       .expand = growth},
      {.name = "remote_work",
       .sentence = "People meet on screens, and functions meet less.",
       .sources = "S3-15, S3-33",
       .shock = true,
       .options = {share("in_person", "Share of contacts that stay face to face.", 0.1)},
       .expand = remote_work},
  };
}

}  // namespace trust
