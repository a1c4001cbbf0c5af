// Oracle of the phase `observe`: every figure as a plain mean in double precision over the state.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

// A person's value counts in whole units of 2^-16, half a unit at most from what it is; near 24 hours the sum that
// rounds has an eighth of a unit itself.
constexpr double figure_tolerance = 0.7 / 65536;

double mean_of_people(const PhaseRun& run, Column column, int lane) {
  double sum = 0;
  for (Seat seat = 0; seat < run.world().seats(); ++seat) sum += run.after(column, seat, lane);
  return sum / run.world().seats();
}

template <class Counts>
double mean_of_ties(const PhaseRun& run, int lane, const Counts& counts) {
  double sum = 0;
  int active = 0;
  for (Seat source = 0; source < run.world().seats(); ++source) {
    for (const OutgoingTie& tie : run.graph().outgoing(source)) {
      const double trust = run.after(Column::trust, tie.slot, lane);
      if (trust < 0 || !counts(source, tie.target)) continue;
      sum += trust;
      ++active;
    }
  }
  return active == 0 ? 0.0 : sum / active;
}

void require_close(Measure measure, const Figures& figures, double expected) {
  const double found = figures[static_cast<std::size_t>(measure)];
  if (!(std::abs(found - expected) <= figure_tolerance)) {
    RC_FAIL(std::string(measure_row(measure).name) + ": the engine has " + std::to_string(found) + ", the oracle " +
            std::to_string(expected));
  }
}

void compare_people(const PhaseRun& run, int lane, const Figures& figures) {
  constexpr std::pair<Measure, Column> pairs[] = {{Measure::felt_trust, Column::felt_trust},
                                                  {Measure::stress, Column::stress},
                                                  {Measure::energy, Column::energy},
                                                  {Measure::engagement, Column::engagement},
                                                  {Measure::hours_inside, Column::hours_inside},
                                                  {Measure::hours_outside, Column::hours_outside},
                                                  {Measure::hours_reporting, Column::hours_reporting},
                                                  {Measure::hours_meetings, Column::hours_meetings},
                                                  {Measure::output, Column::output}};
  for (const auto& [measure, column] : pairs) require_close(measure, figures, mean_of_people(run, column, lane));
  double programme = 0;
  for (Seat seat = 0; seat < run.world().seats(); ++seat) programme += run.lever(Lever::hours_programme, seat, lane);
  require_close(Measure::programme_hours, figures, programme / run.world().seats());
}

void compare_ties(const PhaseRun& run, int lane, const Figures& figures) {
  const Organisation& organisation = run.world().organisation();
  const auto kind_is = [&](TieKind kind) {
    return [&organisation, kind](Seat source, Seat target) { return tie_kind(organisation, source, target) == kind; };
  };
  require_close(Measure::trust, figures, mean_of_ties(run, lane, [](Seat, Seat) { return true; }));
  require_close(Measure::trust_in_managers, figures, mean_of_ties(run, lane, kind_is(TieKind::manager)));
  require_close(Measure::trust_across_functions, figures, mean_of_ties(run, lane, kind_is(TieKind::cross_function)));
}

TEST(ObservingOracle, EveryFigureIsAMean) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("observe", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      compare_people(run, lane, run.figures(lane));
      compare_ties(run, lane, run.figures(lane));
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
