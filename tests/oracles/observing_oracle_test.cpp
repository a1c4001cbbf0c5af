// Oracle of the phase `observe`: every figure about people and ties as a plain mean in double precision over the state.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

// A person's value counts in whole units of 2^-16, half a unit at most from what it is; near 24 hours the sum that
// rounds has an eighth of a unit itself.
constexpr double figure_tolerance = 0.7 / 65536;

constexpr std::pair<Measure, Column> means_of_people[] = {
    {Measure::felt_trust, Column::felt_trust},
    {Measure::stress, Column::stress},
    {Measure::energy, Column::energy},
    {Measure::engagement, Column::engagement},
    {Measure::safety, Column::safety},
    {Measure::skill, Column::skill},
    {Measure::errors, Column::errors},
    {Measure::output, Column::output},
    {Measure::hours_inside, Column::hours_inside},
    {Measure::hours_outside, Column::hours_outside},
    {Measure::hours_reporting, Column::hours_reporting},
    {Measure::hours_meetings, Column::hours_meetings},
    {Measure::hours_justification, Column::hours_justification},
    {Measure::hours_coordination, Column::hours_coordination},
    {Measure::hours_learning, Column::hours_learning},
    {Measure::programme_hours, Column::hours_programme},
    {Measure::adoption, Column::adopted},
};

class Lane {
 public:
  Lane(const PhaseRun& run, int lane) : run_(run), lane_(lane), figures_(run.figures(lane)) {}

  void compare_people() const {
    const auto everybody = [](Seat) { return true; };
    for (const auto& [measure, column] : means_of_people) {
      require(measure, mean_of_people(everybody, [&](Seat seat) { return run_.after(column, seat, lane_); }));
    }
    const auto markets = [&](Seat seat) { return run_.world().part()[seat] == ChainPart::marketing; };
    require(Measure::checklist, mean_of_people(markets, [&](Seat seat) {
              return static_cast<double>(run_.count_after(Column::checklist, seat, lane_));
            }));
    double people = 0;
    for (Seat seat = 0; seat < run_.world().seats(); ++seat) people += run_.present(seat, lane_) ? 1 : 0;
    require(Measure::people, people);
    require(Measure::vacancies, run_.world().seats() - people);
  }

  void compare_ties() const {
    const Organisation& organisation = run_.organisation();
    const auto kind_is = [&](TieKind kind) {
      return [&organisation, kind](Seat source, Seat target) { return tie_kind(organisation, source, target) == kind; };
    };
    const auto leads = [&](Seat, Seat target) { return organisation.roles[organisation.people[target].role].leads; };
    const double mean = mean_of_ties([](Seat, Seat) { return true; });
    require(Measure::trust, mean);
    require(Measure::trust_in_managers, mean_of_ties(kind_is(TieKind::manager)));
    require(Measure::trust_across_functions, mean_of_ties(kind_is(TieKind::cross_function)));
    require(Measure::trust_in_leaders, mean_of_ties(leads));
    // The variance is within its units; its root is that much off where it is large, and their root where it is 0.
    const double spread = std::sqrt(std::max(0.0, mean_of_squares() - mean * mean));
    const double found = figure(Measure::trust_spread);
    RC_ASSERT(std::abs(found * found - spread * spread) <= 4 * figure_tolerance);
  }

 private:
  double figure(Measure measure) const { return figures_[static_cast<std::size_t>(measure)]; }

  void require(Measure measure, double expected) const {
    if (std::abs(figure(measure) - expected) <= figure_tolerance) return;  // written so that a NaN fails
    RC_FAIL(std::string(measure_row(measure).name) + ": the engine has " + std::to_string(figure(measure)) +
            ", the oracle " + std::to_string(expected));
  }

  template <class Counts, class Value>
  double mean_of_people(const Counts& counts, const Value& value) const {
    double sum = 0;
    int people = 0;
    for (Seat seat = 0; seat < run_.world().seats(); ++seat) {
      if (!run_.present(seat, lane_) || !counts(seat)) continue;
      sum += value(seat);
      ++people;
    }
    return people == 0 ? 0.0 : sum / people;
  }

  template <class Counts>
  double mean_of_ties(const Counts& counts, int power = 1) const {
    double sum = 0;
    int active = 0;
    for (Seat source = 0; source < run_.world().seats(); ++source) {
      for (const OutgoingTie& tie : run_.graph().outgoing(source)) {
        const double trust = run_.after(Column::trust, tie.slot, lane_);
        if (trust < 0 || !counts(source, tie.target)) continue;
        sum += std::pow(trust, power);
        ++active;
      }
    }
    return active == 0 ? 0.0 : sum / active;
  }
  double mean_of_squares() const {
    return mean_of_ties([](Seat, Seat) { return true; }, 2);
  }

  const PhaseRun& run_;
  int lane_;
  Figures figures_;
};

TEST(ObservingOracle, EveryFigureIsAMean) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("observe", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      const Lane of_lane(run, lane);
      of_lane.compare_people();
      of_lane.compare_ties();
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
