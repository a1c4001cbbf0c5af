// M12: violations of trust and what mends them: the two-by-two of apology and denial (Kim, Ferrin, Cooper & Dirks
// 2004), promises, and deception that leaves a ceiling (Schweitzer, Hershey & Bradlow 2006).
#include <cmath>

#include "study/verification/estimate.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

constexpr float before = 0.8F;
constexpr float severity = 0.5F;

const Target culprit = {Target::Kind::person, "p0"};

Event violation_of(Dimension dimension, bool deception = false) {
  Event event;
  event.kind = Event::Kind::violation;
  event.day = 1;
  event.who = {culprit};
  event.severity = severity;
  event.dimension = dimension;
  event.deception = deception;
  return event;
}

Event response_of(Event::Response response, int day = 2, bool guilt_proven = false, float richness = 1) {
  Event event;
  event.kind = Event::Kind::response;
  event.day = day;
  event.who = {culprit};
  event.response = response;
  event.guilt_proven = guilt_proven;
  event.richness = richness;
  return event;
}

// The trust of one person in the culprit, before day 1 at 0.8, after so many days of these events.
double trust_after(const Laboratory& laboratory, const std::vector<Event>& events, int days,
                   const Levers& levers = nothing_happens()) {
  Trial trial = laboratory.start(
      {.world = world_of(people_apart(2, {{1, 0, before}})), .levers = levers, .lanes = 1, .events = events});
  trial.run(days);
  return trial.trust(1, 0);
}

// Violation on day 1, answer on day 2.
double answered(const Laboratory& laboratory, Dimension dimension, Event::Response response, bool proven = false,
                float richness = 1) {
  return trust_after(laboratory, {violation_of(dimension), response_of(response, 2, proven, richness)}, 2);
}

Check answer(const std::string& id, const std::string& what, Dimension dimension, Event::Response response,
             double expected, bool proven = false, float richness = 1) {
  return {"M12." + id, what,
          [=](Laboratory& l) { return exactly(expected, answered(l, dimension, response, proven, richness)); }};
}

// How much more an apology does than a denial after a failure of ability than after a breach of integrity.
double interaction(const Laboratory& laboratory) {
  using enum Event::Response;
  return answered(laboratory, Dimension::ability, apology) - answered(laboratory, Dimension::ability, denial) -
         answered(laboratory, Dimension::integrity, apology) + answered(laboratory, Dimension::integrity, denial);
}

const Levers good_contacts = learning_alone(1, 0.1, 0.1);

// Mean trust of 256 independent pairs, let down on day 1, after a year of contacts that go well four times in five.
Estimate recovered(const Laboratory& laboratory) {
  constexpr Seat size = 256;
  Event event = violation_of(Dimension::ability);
  event.who = {Target{}};
  Trial trial =
      laboratory.start({.world = ring(size, before), .levers = learning_alone(0.8, 0.1, 0.1), .events = {event}});
  trial.run(260);
  std::vector<double> values;
  for (Seat seat = 0; seat < size; ++seat) {
    for (int lane = 0; lane < lane_columns; ++lane) values.push_back(trial.trust((seat + 1) % size, seat, lane));
  }
  return estimate(values);
}

// Share of 4096 culprits who have apologised on their own by day 20; each is trusted 0.4 after the violation.
Estimate apologised(const Laboratory& laboratory) {
  constexpr Seat size = 256;
  Event event = violation_of(Dimension::ability);
  event.who = {Target{}};
  Trial trial = laboratory.start({.world = ring(size, before),
                                  .levers = with(nothing_happens(), {{Lever::repair_hazard, 0.05F}}),
                                  .events = {event}});
  trial.run(21);
  std::vector<double> values;
  for (Seat seat = 0; seat < size; ++seat) {
    for (int lane = 0; lane < lane_columns; ++lane) {
      values.push_back(trial.trust((seat + 1) % size, seat, lane) > 0.41 ? 1 : 0);
    }
  }
  return estimate(values);
}

void add_answers(std::vector<Check>& checks) {
  using enum Event::Response;
  checks.push_back({"M12.violation", "T = 0.8, severity 0.5: T (1 - q)",
                    [](Laboratory& l) { return exactly(0.4, trust_after(l, {violation_of(Dimension::ability)}, 1)); }});
  checks.push_back(answer("apology.ability",
                          "an apology for a failure of ability gives back kappa = 0.5 of what it cost",
                          Dimension::ability, apology, 0.6));
  checks.push_back(answer("denial.ability", "... a denial 0.2", Dimension::ability, denial, 0.48));
  checks.push_back(answer("apology.integrity", "an apology for a breach of integrity, guilt unproven: 0.2",
                          Dimension::integrity, apology, 0.48));
  checks.push_back(answer("denial.integrity", "... a denial 0.45", Dimension::integrity, denial, 0.58));
  checks.push_back(answer("apology.proven", "guilt proven, the two change places: an apology 0.45",
                          Dimension::integrity, apology, 0.58, true));
  checks.push_back(answer("denial.proven", "... a denial 0.2", Dimension::integrity, denial, 0.48, true));
  checks.push_back(answer("penance", "penance gives back 0.4", Dimension::ability, penance, 0.56));
  checks.push_back(answer("channel", "an apology of ability over a channel of richness 0.7: 0.7 x 0.5",
                          Dimension::ability, apology, 0.54, false, 0.7F));
  checks.push_back({"M12.two_by_two", "what apology does better than denial, ability against integrity",
                    [](Laboratory& l) { return exactly(0.22, interaction(l)); }});
  checks.push_back(
      {"M12.twice", "a second apology for the same gives nothing more", [](Laboratory& l) {
         return exactly(
             0.6,
             trust_after(l, {violation_of(Dimension::ability), response_of(apology, 2), response_of(apology, 3)}, 3));
       }});
}

void add_recovery(std::vector<Check>& checks) {
  using enum Event::Response;
  checks.push_back({"M12.recovery", "without deception trust goes back to its stationary mean, p = 0.8, alpha = 0.1",
                    [](Laboratory& l) { return within_four_errors(0.8, recovered(l)); }});
  checks.push_back(
      {"M12.ceiling", "after deception 300 good contacts reach c_z T = 0.6 x 0.8 and no more", [](Laboratory& l) {
         return exactly(0.48, trust_after(l, {violation_of(Dimension::integrity, true)}, 300, good_contacts));
       }});
  checks.push_back({"M12.no_ceiling", "without deception they reach 1", [](Laboratory& l) {
                      return exactly(1, trust_after(l, {violation_of(Dimension::integrity)}, 300, good_contacts));
                    }});
  checks.push_back(
      {"M12.unpromised", "alpha = 0.1: after the violation and 6 good contacts, 1 - 0.6 x 0.9^6", [](Laboratory& l) {
         const double expected = 1 - 0.6 * std::pow(0.9, 6);
         return exactly(expected, trust_after(l, {violation_of(Dimension::ability)}, 6, good_contacts));
       }});
  checks.push_back(
      {"M12.promised", "... with a promise from the second on alpha is 1.6 times as large", [](Laboratory& l) {
         const double expected = 1 - 0.6 * 0.9 * std::pow(0.84, 5);
         return exactly(expected,
                        trust_after(l, {violation_of(Dimension::ability), response_of(promise)}, 6, good_contacts));
       }});
  checks.push_back({"M12.own_accord",
                    "share that apologises unasked in 21 days: 0.05 x trust a day, 0.8 on the first (as of the day "
                    "before), then 0.4",
                    [](Laboratory& l) { return within_four_errors(1 - 0.96 * std::pow(0.98, 20), apologised(l)); }});
}

}  // namespace

Family repair_checks() {
  Family family{"M12", "violation and repair (Kim et al. 2004; Schweitzer, Hershey & Bradlow 2006)", {}};
  add_answers(family.checks);
  add_recovery(family.checks);
  return family;
}

}  // namespace trust::verification
