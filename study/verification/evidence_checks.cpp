// M1: trust as counted evidence that is forgotten, rule `beta` (Josang & Ismail 2002).
#include <cmath>

#include "study/verification/estimate.hpp"
#include "study/verification/evidence.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {

Levers counted(double chance, double memory) {
  return with(learning_alone(chance, 0, 0), {{Lever::evidence_memory, static_cast<float>(memory)},
                                             {Lever::evidence_loss_weight, 1.0F},
                                             {Lever::evidence_initial, 0.0F},
                                             {Lever::evidence_prior, 2.0F},
                                             {Lever::trust_disposition_across, 0.5F}});
}

Trial after_contacts(const Laboratory& laboratory, TrustRule rule, const Levers& levers, const std::string& contacts,
                     double start) {
  std::vector<Intervention> bad_days;
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    if (contacts[i] == '+') continue;
    Intervention day;
    day.name = "a bad day";
    day.first_day = day.last_day = static_cast<int>(i) + 1;
    day.who = {Target{}};
    day.changes = {{LeverChange::How::set, Lever::transparency_propensity, 0.0F}};
    bad_days.push_back(day);
  }
  Trial trial = laboratory.start({.world = world_of(people_apart(2, {{1, 0, static_cast<float>(start)}})),
                                  .levers = with(learning_alone(1, 0, 0), levers),
                                  .lanes = 1,
                                  .options = {.seed = 1, .rules = {.trust = rule}},
                                  .interventions = bad_days});
  trial.run(static_cast<int>(contacts.size()));
  return trial;
}

namespace {

const std::string eight_then_two = "++++++++--";
const std::string two_then_eight = "--++++++++";

double trust_after(const Laboratory& laboratory, TrustRule rule, double memory, const std::string& contacts) {
  return after_contacts(laboratory, rule, counted(1, memory), contacts).trust(1, 0);
}

Check history(const std::string& id, const std::string& what, double memory, const std::string& contacts,
              double expected) {
  return {"M1." + id, what,
          [=](Laboratory& l) { return exactly(expected, trust_after(l, TrustRule::beta, memory, contacts)); }};
}

struct Stationary {
  Estimate mean;
  Estimate variance;  // about theory's mean
};

constexpr double chance = 0.8;
constexpr double memory = 0.9;
constexpr double stationary_mean = (chance + 1 - memory) / (1 + 2 * (1 - memory));
constexpr double stationary_variance =
    chance * (1 - chance) / (1 - memory * memory) / ((1 / (1 - memory) + 2) * (1 / (1 - memory) + 2));

// Independent pairs, looked at once each, when what was there in the beginning is forgotten.
const Stationary& stationary(Laboratory& laboratory) {
  return laboratory.once<Stationary>("stationary", [&] {
    constexpr Seat size = 1024;
    Trial trial = laboratory.start({.world = ring(size),
                                    .levers = counted(chance, memory),
                                    .options = {.seed = 1, .rules = {.trust = TrustRule::beta}}});
    trial.run(200);
    std::vector<double> values, squares;
    for (Seat seat = 0; seat < size; ++seat) {
      for (int lane = 0; lane < lane_columns; ++lane) {
        const double value = trial.trust((seat + 1) % size, seat, lane);
        values.push_back(value);
        squares.push_back((value - stationary_mean) * (value - stationary_mean));
      }
    }
    return Stationary{estimate(values), estimate(squares)};
  });
}

void add_histories(std::vector<Check>& checks) {
  checks.push_back(history("forgets_nothing", "8 successes, then 2 failures, lambda = 1", 1, eight_then_two, 0.75));
  checks.push_back(history("forgets", "8 successes, then 2 failures, lambda = 0.9", 0.9, eight_then_two, 0.6593531591));
  checks.push_back(
      history("order.irrelevant", "2 failures, then 8 successes, lambda = 1: the same", 1, two_then_eight, 0.75));
  const double good = (1 - std::pow(0.9, 8)) / 0.1;
  const double bad = std::pow(0.9, 8) * 1.9;
  checks.push_back(history("order.relevant", "2 failures, then 8 successes, lambda = 0.9: higher", 0.9, two_then_eight,
                           (good + 1) / (good + bad + 2)));
  const std::string long_run(400, '+');
  checks.push_back(history("limit.0.8", "successes for ever, lambda = 0.8: 6/7", 0.8, long_run, 6.0 / 7));
  checks.push_back(history("limit.0.9", "successes for ever, lambda = 0.9: 11/12", 0.9, long_run, 11.0 / 12));
  checks.push_back(history("limit.0.95", "successes for ever, lambda = 0.95: 21/22", 0.95, long_run, 21.0 / 22));
}

}  // namespace

Family beta_checks() {
  Family family{"M1", "evidence with forgetting, rule beta (Josang & Ismail 2002)", {}};
  add_histories(family.checks);
  family.checks.push_back({"M1.mean", "stationary mean, p = 0.8, lambda = 0.9: (p + 1 - lambda) / (1 + 2 (1 - lambda))",
                           [](Laboratory& l) { return within_four_errors(stationary_mean, stationary(l).mean); }});
  family.checks.push_back({"M1.variance", "stationary variance of the same", [](Laboratory& l) {
                             return within_four_errors(stationary_variance, stationary(l).variance);
                           }});
  return family;
}

}  // namespace trust::verification
