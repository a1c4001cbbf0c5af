// Cutting the day into more steps: exact where rates are converted, and towards the same limit where luck decides.
#include <cmath>

#include "study/verification/estimate.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

// Two half-lives of drift, from 0.9 towards 0.4.
double drifted(const Laboratory& laboratory, int steps_per_day) {
  const Levers levers = with(
      nothing_happens(),
      {{Lever::trust_half_life, 10.0F}, {Lever::trust_decay_across, 1.0F}, {Lever::trust_disposition_across, 0.4F}});
  Trial trial = laboratory.start({.world = world_of(people_apart(2, {{1, 0, 0.9F}})),
                                  .levers = levers,
                                  .lanes = 1,
                                  .options = {.seed = 1, .steps_per_day = steps_per_day}});
  trial.run(20);
  return trial.trust(1, 0);
}

constexpr double contact = 0.02;  // a day
constexpr double chance = 0.7;
constexpr double gain = 0.05;
constexpr double loss = 0.1;
constexpr int days = 200;
constexpr float start = 0.2F;

// Mean trust of independent ties under rare contacts.
Estimate learned(Laboratory& laboratory, int steps_per_day) {
  return laboratory.once<Estimate>(std::to_string(steps_per_day), [&] {
    constexpr Seat size = 512;
    Trial trial = laboratory.start(
        {.world = ring(size, start),
         .levers = with(learning_alone(chance, gain, loss), {{Lever::contact_across, static_cast<float>(contact)}}),
         .options = {.seed = 1, .steps_per_day = steps_per_day}});
    trial.run(days);
    std::vector<double> values;
    for (Seat seat = 0; seat < size; ++seat) {
      for (int lane = 0; lane < lane_columns; ++lane) values.push_back(trial.trust((seat + 1) % size, seat, lane));
    }
    return estimate(values);
  });
}

// E[T] moves to m by the factor 1 - q (alpha+ p + alpha- (1 - p)) a step, q being the chance of a contact in a step.
double expected_after(int steps_per_day) {
  const double pull = gain * chance + loss * (1 - chance);
  const double m = gain * chance / pull;
  const double q = 1 - std::pow(1 - contact, 1.0 / steps_per_day);
  return m + (start - m) * std::pow(1 - q * pull, days * steps_per_day);
}

// The same for a continuous day: contacts at the rate -ln(1 - contact).
double limit() {
  const double pull = gain * chance + loss * (1 - chance);
  const double m = gain * chance / pull;
  return m + (start - m) * std::exp(days * pull * std::log(1 - contact));
}

}  // namespace

Family step_checks() {
  Family family{"steps", "cutting the day into more steps (halved time step)", {}};
  for (const int steps : {1, 2, 4}) {
    const std::string end = std::to_string(steps);
    family.checks.push_back({"steps.drift." + end,
                             "two half-lives of drift from 0.9 to 0.4 leave a quarter, steps a day: " + end,
                             [steps](Laboratory& l) { return exactly(0.525, drifted(l, steps)); }});
  }
  for (const int steps : {1, 2, 4}) {
    const std::string end = std::to_string(steps);
    family.checks.push_back(
        {"steps.learning." + end,
         "mean trust after 200 days of rare contacts against its exact expectation, steps a day: " + end,
         [steps](Laboratory& l) { return within_four_errors(expected_after(steps), learned(l, steps)); }});
  }
  family.checks.push_back(
      {"steps.limit", "four steps a day against the limit of a continuous day (tolerance includes what halving moves)",
       [](Laboratory& l) {
         const double halving = std::abs(expected_after(2) - expected_after(4));
         return within_four_errors(limit(), learned(l, 4), halving);
       }});
  return family;
}

}  // namespace trust::verification
