// Each item of docs/traceability.csv that has a sign: its mechanism with and without, the same luck, and the observable
// that it names moves as stated.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>

#include "tests/models/by_hand.hpp"
#include "tests/system/traceability_rows.hpp"

namespace trust::testing {
namespace {

constexpr int days = 130;
constexpr std::uint32_t replicates = 64;

// 64 people in sales and marketing, at two places, of many styles; some carry changes.
std::shared_ptr<const World> world_of_signs() {
  auto organisation = std::make_shared<Organisation>(*small_organisation(64));
  const CipherKey key = key_of_seed(3);
  for (Seat seat = 0; seat < organisation->seats(); ++seat) {
    Person& person = organisation->people[seat];
    person.style_x = static_cast<float>(uniform(key, {seat, 0, 0, 210}, 0));
    person.style_y = static_cast<float>(uniform(key, {seat, 1, 0, 210}, 0));
    person.self_awareness = static_cast<float>(uniform(key, {seat, 2, 0, 210}, 0));
    person.location = person.team < 4 ? "north" : "south";
    person.tenure_years = 3;
    if (person.role == 2 && seat % 8 == 1) person.role = 3;
  }
  return std::make_shared<const World>(std::move(organisation));
}

struct Arm {
  Plan plan;
  Rules rules;
};

// Settings of levers; "gossip=NAME" chooses the rule of gossip.
Arm arm_of(const std::string& both, const std::string& own) {
  Arm arm;
  const Target everyone;
  for (const std::string& list : {both, own}) {
    for (const std::string& setting : parts_of(list, ',')) {
      const std::size_t equals = setting.find('=');
      const std::string name = setting.substr(0, equals);
      if (name == "gossip") {
        arm.rules.gossip = find_gossip_rule(setting.substr(equals + 1)).value();
        continue;
      }
      arm.plan.settings.push_back({everyone, find_lever(name).value(), std::stof(setting.substr(equals + 1))});
    }
  }
  return arm;
}

// The mean over the last quarter of the days: figures such as the day's wins are few on one day.
std::vector<Figures> late_means(const Arm& arm) {
  static const std::shared_ptr<const World> world = world_of_signs();
  constexpr int late = days * 3 / 4;
  std::vector<Figures> means(replicates, Figures{});
  for (std::uint32_t first = 0; first < replicates; first += 16) {
    Batch batch(world, lanes_of(arm.plan, first, 16), {.seed = 7, .rules = arm.rules});
    for (int day = 1; day <= days; ++day) {
      batch.step();
      for (int lane = 0; day > late && lane < 16; ++lane) {
        const Figures figures = batch.figures(lane);
        Figures& sum = means[first + static_cast<std::uint32_t>(lane)];
        for (std::size_t m = 0; m < measure_count; ++m) sum[m] += figures[m] / (days - late);
      }
    }
  }
  return means;
}

const std::vector<Figures>& known_late_means(const std::string& both, const std::string& own) {
  static std::map<std::pair<std::string, std::string>, std::vector<Figures>> known;
  const auto [found, is_new] = known.try_emplace({both, own});
  if (is_new) found->second = late_means(arm_of(both, own));
  return found->second;
}

class Signs : public ::testing::TestWithParam<TraceabilityRow> {};

TEST_P(Signs, MoveAsStated) {
  const TraceabilityRow& row = GetParam();
  const auto m = static_cast<std::size_t>(*find_measure(row.observable));
  const std::vector<Figures>& with = known_late_means(row.both, row.with);
  const std::vector<Figures>& without = known_late_means(row.both, row.without);
  std::vector<double> differences;
  double level = 0;
  for (std::size_t r = 0; r < replicates; ++r) {
    differences.push_back(with[r][m] - without[r][m]);
    level += without[r][m] / replicates;
  }
  const Estimate effect = estimate(differences);
  std::cout << row.id << ": " << row.observable << " " << effect.mean << " +- " << effect.error
            << " (without: " << level << ")\n";
  constexpr double errors = 3;
  if (row.moves == "0") {
    EXPECT_LT(std::fabs(effect.mean) + errors * effect.error, 0.005 * level);
    return;
  }
  EXPECT_GT((row.moves == "+" ? 1 : -1) * effect.mean, errors * effect.error);
  EXPECT_NE(effect.mean, 0);
}

std::vector<TraceabilityRow> rows_with_a_switch() {
  std::vector<TraceabilityRow> rows = traceability_rows();
  std::erase_if(rows, [](const TraceabilityRow& row) { return row.without.empty(); });
  return rows;
}

INSTANTIATE_TEST_SUITE_P(Traceability, Signs, ::testing::ValuesIn(rows_with_a_switch()), [](const auto& row) {
  std::string name = row.param.id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace trust::testing
