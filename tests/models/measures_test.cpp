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

double mean_over_people(const Batch& batch, Column column, int lane) {
  double sum = 0;
  for (Seat seat = 0; seat < batch.world().seats(); ++seat) sum += batch.state()[column].at(seat, lane);
  return sum / batch.world().seats();
}

double mean_trust(const Batch& batch, int lane) {
  double sum = 0;
  for (const Tie& tie : batch.world().organisation().ties) {
    sum += batch.state()[Column::trust].at(batch.world().graph().find(tie.source, tie.target), lane);
  }
  return sum / static_cast<double>(batch.world().organisation().ties.size());
}

TEST(Figures, AreMeansOverTheState) {
  const Plan plan;
  Batch batch(small_world(64), lanes_of(plan, 0, 16), {.seed = 5});
  for (int day = 0; day <= 20; ++day) {
    for (int lane = 0; lane < 16; ++lane) {
      EXPECT_NEAR(figure(batch, Measure::trust, lane), mean_trust(batch, lane), 1.0 / 65535);
      EXPECT_NEAR(figure(batch, Measure::stress, lane), mean_over_people(batch, Column::stress, lane), 1.0 / 65536);
      EXPECT_NEAR(figure(batch, Measure::output, lane), mean_over_people(batch, Column::output, lane), 1.0 / 65536);
      EXPECT_NEAR(figure(batch, Measure::hours_inside, lane) + figure(batch, Measure::hours_outside, lane), 8.0,
                  1.0 / 65536);
    }
    batch.step();
  }
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

// Day 0 is settled: where nothing ever happens to trust, the first days move the feelings little.
TEST(Figures, OfDayZeroAreNearThoseOfTheFirstDays) {
  const Plan plan;
  Batch batch(small_world(64), lanes_of(plan, 0, 16), {.seed = 5});
  const Figures start = batch.figures(0);
  batch.step();
  for (const Measure measure : {Measure::stress, Measure::energy, Measure::engagement, Measure::felt_trust}) {
    const auto m = static_cast<std::size_t>(measure);
    EXPECT_NEAR(batch.figures(0)[m], start[m], 0.03) << measure_row(measure).name;
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
