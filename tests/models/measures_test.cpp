#include "models/measures.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

TEST(Measures, StandInOrderUnderNamesOfTheirOwn) {
  std::set<std::string_view> names;
  ASSERT_EQ(measures().size(), measure_count);
  for (std::size_t m = 0; m < measure_count; ++m) {
    const MeasureRow& row = measures()[m];
    EXPECT_EQ(static_cast<std::size_t>(row.id), m);
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_EQ(find_measure(row.name), row.id);
    EXPECT_FALSE(row.label.empty() || row.sentence.empty() || row.unit.empty()) << row.name;
  }
  EXPECT_EQ(find_measure("no such"), std::nullopt);
}

// Over those who are there.
double mean_over_people(const Batch& batch, Column column, int lane) {
  double sum = 0;
  double people = 0;
  for (Seat seat = 0; seat < batch.world().seats(); ++seat) {
    const double there = batch.state()[Column::present].at(seat, lane);
    sum += there * static_cast<double>(batch.state()[column].at(seat, lane));
    people += there;
  }
  return sum / people;
}

// Over the ties that are active.
double mean_trust(const Batch& batch, int lane) {
  double sum = 0;
  double active = 0;
  for (const Tie& tie : batch.world().organisation().ties) {
    const float trust = batch.state()[Column::trust].at(batch.world().graph().find(tie.source, tie.target), lane);
    if (trust < 0) continue;
    sum += trust;
    ++active;
  }
  return sum / active;
}

TEST(Figures, AreMeansOverTheState) {
  const Plan plan = plan_with({{Lever::exit_rate, 2.0F}});
  Batch batch(small_world(64), lanes_of(plan, 0, 16), {.seed = 5});
  for (int day = 0; day <= 20; ++day) {
    for (int lane = 0; lane < 16; ++lane) {
      EXPECT_NEAR(figure(batch, Measure::trust, lane), mean_trust(batch, lane), 1.0 / 65535);
      EXPECT_NEAR(figure(batch, Measure::stress, lane), mean_over_people(batch, Column::stress, lane), 1.0 / 65536);
      EXPECT_NEAR(figure(batch, Measure::output, lane), mean_over_people(batch, Column::output, lane), 1.0 / 65536);
      EXPECT_NEAR(figure(batch, Measure::hours_inside, lane) + figure(batch, Measure::hours_outside, lane), 8.0,
                  1.0 / 65536);
      EXPECT_EQ(figure(batch, Measure::people, lane) + figure(batch, Measure::vacancies, lane), 64);
    }
    batch.step();
  }
  EXPECT_GT(figure(batch, Measure::vacancies, 0), 0);
}

TEST(Figures, OfDayZeroAreWhatTheOrganisationStartsFrom) {
  const Plan plan;
  const auto world = small_world(64);
  const Batch batch(world, lanes_of(plan, 0, 1), {.seed = 5});
  double sum = 0;
  for (const Tie& tie : world->organisation().ties) sum += tie.trust;
  EXPECT_NEAR(figure(batch, Measure::trust, 0), sum / static_cast<double>(world->organisation().ties.size()), 1e-5);
  EXPECT_GT(figure(batch, Measure::output, 0), 0);
}

double mean_over_lanes(const Batch& batch, Measure measure) {
  double sum = 0;
  for (int lane = 0; lane < 16; ++lane) sum += figure(batch, measure, lane) / 16;
  return sum;
}

// Day 0 is settled: the first day moves what people feel, do with their time and achieve by little more than its luck.
TEST(Figures, OfDayZeroAreNearThoseOfTheFirstDay) {
  const Plan plan;
  Batch batch(small_world(64), lanes_of(plan, 0, 16), {.seed = 5});
  const Measure of_people[] = {Measure::felt_trust,
                               Measure::stress,
                               Measure::energy,
                               Measure::engagement,
                               Measure::safety,
                               Measure::skill,
                               Measure::errors,
                               Measure::checklist,
                               Measure::hours_reporting,
                               Measure::hours_meetings,
                               Measure::hours_learning,
                               Measure::hours_coordination,
                               Measure::hours_justification,
                               Measure::hours_outside,
                               Measure::output};
  Figures start{};
  for (const Measure measure : of_people) start[static_cast<std::size_t>(measure)] = mean_over_lanes(batch, measure);
  batch.step();
  for (const Measure measure : of_people) {
    const double before = start[static_cast<std::size_t>(measure)];
    EXPECT_NEAR(mean_over_lanes(batch, measure), before, 0.03 * before) << measure_row(measure).name;
  }
}

TEST(Figures, OfNobodyAndOfNoTiesAreZeroOrFinite) {
  const Plan plan;
  for (const Seat size : {0U, 1U, 5U}) {
    Batch batch(world_of(bare_organisation(size, {})), lanes_of(plan, 0, 2), {.seed = 5});
    for (int day = 0; day < 5; ++day) {
      for (const double value : batch.figures(1)) EXPECT_TRUE(std::isfinite(value));
      EXPECT_EQ(figure(batch, Measure::trust, 1), 0);
      batch.step();
    }
  }
}

}  // namespace
}  // namespace trust::testing
