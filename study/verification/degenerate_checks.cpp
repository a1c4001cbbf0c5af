// The worlds in which almost nothing is there or nothing happens: what comes out is known without any theory.
#include <algorithm>
#include <cmath>

#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

// Figures that are not numbers, over 30 days at the levers as they ship.
double not_numbers(const Laboratory& laboratory, const std::shared_ptr<const World>& world) {
  Trial trial = laboratory.start({.world = world});
  double count = 0;
  for (int day = 0; day < 30; ++day) {
    trial.run(1);
    for (int lane = 0; lane < lane_columns; ++lane) {
      const Figures figures = trial.batch().figures(lane);
      count += static_cast<double>(std::ranges::count_if(figures, [](double value) { return !std::isfinite(value); }));
    }
  }
  return count;
}

double figure_of(const Laboratory& laboratory, const std::shared_ptr<const World>& world, Measure measure) {
  Trial trial = laboratory.start({.world = world, .lanes = 1});
  trial.run(30);
  return trial.figure(measure, 0);
}

// The largest change of any tie's trust over 100 days.
double largest_change(const Laboratory& laboratory, const std::shared_ptr<const World>& world, const Levers& levers) {
  Trial trial = laboratory.start({.world = world, .levers = levers});
  const LaneColumn before = trial.batch().state()[Column::trust];
  trial.run(100);
  const LaneColumn& after = trial.batch().state()[Column::trust];
  double largest = 0;
  for (std::size_t slot = 0; slot < before.rows(); ++slot) {
    for (int lane = 0; lane < lane_columns; ++lane) {
      largest = std::max<double>(largest, std::abs(after.at(slot, lane) - before.at(slot, lane)));
    }
  }
  return largest;
}

Check sound(const std::string& id, const std::string& who, const std::shared_ptr<const World>& world) {
  return {"degenerate.finite." + id, "figures that are not numbers, 30 days: " + who,
          [=](Laboratory& l) { return never(not_numbers(l, world)); }};
}

Check still(const std::string& id, const std::string& what, const std::shared_ptr<const World>& world,
            const Levers& levers) {
  return {"degenerate.still." + id, "largest change of trust in 100 days: " + what,
          [=](Laboratory& l) { return never(largest_change(l, world, levers)); }};
}

// Leads and deals of a quarter in which no lead comes, and figures that are not numbers.
double without_leads(const Laboratory& laboratory) {
  Trial trial = laboratory.start({.world = world_of(usual_organisation(24)), .levers = {{Lever::leads_rate, 0.0F}}});
  double count = 0;
  for (int day = 0; day < 65; ++day) {
    trial.run(1);
    for (int lane = 0; lane < lane_columns; ++lane) {
      count += trial.figure(Measure::leads, lane) + trial.figure(Measure::wins, lane);
      count += std::isfinite(trial.figure(Measure::revenue, lane)) ? 0 : 1;
    }
  }
  return count;
}

}  // namespace

Family degenerate_checks() {
  const auto alone = world_of(people_together(1, {}));
  const auto pair = world_of(people_together(2, {{0, 1, 0.3F}, {1, 0, 0.8F}}));
  const auto strangers = world_of(people_together(10, {}));
  Family family{"degenerate", "worlds in which almost nothing is there", {}};
  family.checks = {
      sound("one", "one person", alone),
      sound("two", "two people", pair),
      sound("strangers", "ten people without ties", strangers),
      {"degenerate.trust.one", "mean trust of one person, who has no tie",
       [=](Laboratory& l) { return exactly(0, figure_of(l, alone, Measure::trust)); }},
      {"degenerate.trust.strangers", "mean trust of ten people without ties",
       [=](Laboratory& l) { return exactly(0, figure_of(l, strangers, Measure::trust)); }},
      {"degenerate.no_leads", "leads and deals of a quarter in which no lead comes",
       [](Laboratory& l) { return never(without_leads(l)); }},
      still("no_contact", "nobody sees anybody, no drift", everybody(8, 0.37F), nothing_happens()),
      still("no_learning", "alpha = 0, contact each day", everybody(8, 0.37F), learning_alone(0.5, 0, 0)),
      still("full_trust", "trust 1 and only good contacts", everybody(8, 1.0F), learning_alone(1, 0.1, 0.1)),
      still("no_trust", "trust 0 and only bad contacts", everybody(8, 0.0F), learning_alone(0, 0.1, 0.1)),
      still("neutral", "contacts of outcome 0", everybody(8, 0.37F),
            with(learning_alone(0, 0.1, 0.1), {{Lever::contact_ordinary, 0.0F}}))};
  return family;
}

}  // namespace trust::verification
