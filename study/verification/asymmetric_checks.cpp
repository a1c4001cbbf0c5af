// M2: the trust rule `asymmetric` (Rescorla & Wagner 1972, asymmetry after Slovic 1993), one tie at a time and in its
// stationary state.
#include <cmath>

#include "study/verification/estimate.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

struct Learning {
  double chance, gain, loss;
};

constexpr double mean_of(const Learning& x) {
  return x.gain * x.chance / (x.gain * x.chance + x.loss * (1 - x.chance));
}

struct Stationary {
  Estimate mean;
  Estimate variance;  // about theory's mean
};

// Each tie's average over the days is one independent value, whatever the autocorrelation inside it.
Stationary simulate(const Laboratory& laboratory, const Learning& learning) {
  constexpr Seat size = 256;
  constexpr int burn_in = 300;
  constexpr int days = 1000;
  Trial trial = laboratory.start({ring(size), learning_alone(learning.chance, learning.gain, learning.loss)});
  trial.run(burn_in);
  const TieGraph& graph = trial.batch().world().graph();
  std::vector<double> means(std::size_t{size} * lane_columns), squares(means.size());
  for (int day = 0; day < days; ++day) {
    trial.run(1);
    for (Seat target = 0; target < size; ++target) {
      const float* trust = trial.batch().state()[Column::trust].row(graph.row_begin(target));
      for (std::size_t lane = 0; lane < lane_columns; ++lane) {
        const double away = trust[lane] - mean_of(learning);
        means[target * lane_columns + lane] += trust[lane] / double{days};
        squares[target * lane_columns + lane] += away * away / days;
      }
    }
  }
  return {estimate(means), estimate(squares)};
}

Stationary stationary(Laboratory& laboratory, const Learning& x) {
  const std::string key = std::to_string(x.chance) + " " + std::to_string(x.gain) + " " + std::to_string(x.loss);
  return laboratory.once<Stationary>(key, [&] { return simulate(laboratory, x); });
}

Finding mean_is(Laboratory& laboratory, const Learning& learning, double expected) {
  return within_four_errors(expected, stationary(laboratory, learning).mean);
}

Finding deviation_is(Laboratory& laboratory, const Learning& learning, double expected) {
  const Estimate variance = stationary(laboratory, learning).variance;
  const double deviation = std::sqrt(variance.mean);
  return within_four_errors(expected, {deviation, variance.error / (2 * deviation)});
}

// The trust of one person in another after `days` contacts that all go well (chance 1) or badly (chance 0).
double after(const Laboratory& laboratory, double start, const Learning& learning, int days, const Levers& more = {}) {
  Trial trial = laboratory.start({world_of(people_apart(2, {{1, 0, static_cast<float>(start)}})),
                                  with(learning_alone(learning.chance, learning.gain, learning.loss), more)});
  trial.run(days);
  return trial.trust(1, 0);
}

// Somebody who lives off client accounts judges another function.
double after_one_loss_of_the_exposed(const Laboratory& laboratory) {
  auto organisation = people_apart(2, {{1, 0, 0.5F}});
  organisation->people[1].role = exposed;
  Trial trial =
      laboratory.start({world_of(organisation), with(learning_alone(0, 0.1, 0.1), {{Lever::trust_exposure, 1.5F}})});
  trial.run(1);
  return trial.trust(1, 0);
}

// What is left of a difference of 0.6 in the starting trust, with the same luck, after 20 contacts.
double difference_left(const Laboratory& laboratory) {
  return after(laboratory, 0.8, {0.5, 0.1, 0.1}, 20) - after(laboratory, 0.2, {0.5, 0.1, 0.1}, 20);
}

void add_single_ties(std::vector<Check>& checks) {
  checks.push_back({"M2.step_up", "T = 0.3, one good contact, alpha+ = 0.1: T + alpha+ (1 - T)", [](Laboratory& l) {
                      return exactly(0.37, after(l, 0.3, {1, 0.1, 0.2}, 1));
                    }});
  checks.push_back({"M2.step_down", "T = 0.3, one bad contact, alpha- = 0.2: T - alpha- T", [](Laboratory& l) {
                      return exactly(0.24, after(l, 0.3, {0, 0.1, 0.2}, 1));
                    }});
  checks.push_back({"M2.graded", "T = 0.3, one contact of outcome +0.5, alpha+ = 0.1: half a step", [](Laboratory& l) {
                      return exactly(0.335, after(l, 0.3, {1, 0.1, 0.2}, 1, {{Lever::transparency_effect, 1.5F}}));
                    }});
  checks.push_back({"M2.ten_good", "T = 0.3, ten good contacts, alpha+ = 0.1: 1 - 0.7 x 0.9^10", [](Laboratory& l) {
                      return exactly(0.7559250919, after(l, 0.3, {1, 0.1, 0.2}, 10));
                    }});
  checks.push_back({"M2.ten_bad", "T = 0.9, ten bad contacts, alpha- = 0.2: 0.9 x 0.8^10", [](Laboratory& l) {
                      return exactly(0.0966367642, after(l, 0.9, {0, 0.1, 0.2}, 10));
                    }});
  checks.push_back({"M2.recency",
                    "what two starts 0.6 apart still differ by after 20 contacts of equal luck, alpha = 0.1",
                    [](Laboratory& l) { return exactly(0.0729459927, difference_left(l)); }});
  checks.push_back(
      {"M2.exposure",
       "exposure 1.5 scales the loss of those who live off clients: T = 0.5, alpha- = 0.1, one bad contact",
       [](Laboratory& l) { return exactly(0.425, after_one_loss_of_the_exposed(l)); }});
}

void add_stationary(std::vector<Check>& checks) {
  struct Row {
    const char* name;
    Learning learning;
    double mean, deviation;
  };
  static constexpr Row rows[] = {{"0.1, 0.1", {0.8, 0.1, 0.1}, 0.8, 0.0917662955},
                                 {"0.1, 0.2", {0.8, 0.1, 0.2}, 2.0 / 3, 0.1408590425},
                                 {"0.05, 0.15", {0.8, 0.05, 0.15}, 0.5714285714, 0.1172958325}};
  int number = 0;
  for (const Row& row : rows) {
    const std::string of = " of stationary trust, p = 0.8, (alpha+, alpha-) = (" + std::string(row.name) + ")";
    const std::string end = "." + std::to_string(++number);
    checks.push_back(
        {"M2.mean" + end, "mean" + of, [&row](Laboratory& l) { return mean_is(l, row.learning, row.mean); }});
    checks.push_back({"M2.deviation" + end, "standard deviation" + of,
                      [&row](Laboratory& l) { return deviation_is(l, row.learning, row.deviation); }});
  }
  checks.push_back(
      {"M2.variance", "variance of stationary trust, alpha p (1 - p) / (2 - alpha), alpha = 0.1, p = 0.8",
       [](Laboratory& l) { return within_four_errors(0.0084210526, stationary(l, rows[0].learning).variance); }});
}

void add_break_even(std::vector<Check>& checks) {
  for (const int k : {1, 2, 3}) {
    checks.push_back(
        {"M2.break_even.k" + std::to_string(k),
         "reliability k / (1 + k) leaves mean trust at one half, k = alpha- / alpha+ = " + std::to_string(k),
         [k](Laboratory& l) {
           return mean_is(l, {k / (1.0 + k), 0.05, 0.05 * k}, 0.5);
         }});
  }
}

}  // namespace

Family asymmetric_checks() {
  Family family{"M2", "asymmetric learning (Rescorla & Wagner 1972; Slovic 1993)", {}};
  add_single_ties(family.checks);
  add_stationary(family.checks);
  add_break_even(family.checks);
  return family;
}

}  // namespace trust::verification
