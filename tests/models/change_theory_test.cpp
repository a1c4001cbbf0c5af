// Adoption as known from Granovetter 1978, Watts 2002 and Bass 1969, through the shipped phases.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "tests/models/quiet.hpp"

namespace trust::testing {
namespace {

constexpr float never = 2.0F;

// Works whole weeks, as far as the change goes: trust stays exactly as it is.
void adopt_for(Batch& batch, int weeks) {
  for (int day = 0; day < 5 * weeks; ++day) {
    batch.run_phase("intervene");
    batch.run_phase("adopt");
    batch.run_phase("take up");
  }
}

bool works_new_way(const Batch& batch, Seat seat, int lane) {
  return batch.state()[Column::adopted].at(seat, lane) > 0;
}

int adopters(const Batch& batch, int lane) {
  int count = 0;
  for (Seat seat = 0; seat < batch.world().seats(); ++seat) count += works_new_way(batch, seat, lane) ? 1 : 0;
  return count;
}

// Weeks until a whole week changes nothing, at most `most`.
void adopt_until_settled(Batch& batch, int most) {
  int before = -1;
  for (int week = 0; week < most && adopters(batch, 0) != before; ++week) {
    before = adopters(batch, 0);
    adopt_for(batch, 1);
  }
}

Plan offer(std::vector<std::pair<Lever, float>> more = {}) {
  std::vector<std::pair<Lever, float>> levers = {{Lever::change_offered, 1.0F}, {Lever::change_spread, 0.0F}};
  levers.insert(levers.end(), more.begin(), more.end());
  return quiet_plan(levers);
}

void set_threshold(Plan& plan, Seat seat, float threshold) {
  plan.settings.push_back({{Target::Kind::person, "p" + std::to_string(seat)}, Lever::change_threshold, threshold});
}

// Everybody knows everybody; how much somebody is trusted is the same for all.
std::shared_ptr<const World> complete(const std::vector<float>& trust_in_each) {
  const auto size = static_cast<Seat>(trust_in_each.size());
  std::vector<Tie> ties;
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      if (source != target) ties.push_back({source, target, trust_in_each[target]});
    }
  }
  return world_of(bare_organisation(size, std::move(ties)));
}

std::shared_ptr<const World> complete(Seat size, float trust) { return complete(std::vector<float>(size, trust)); }

// Granovetter's riot: a hundred people, of whom number k joins when k others have.
int rioters(float second_threshold) {
  constexpr Seat crowd = 100;
  Plan plan = offer();
  for (Seat seat = 0; seat < crowd; ++seat) {
    const float others = seat == 1 ? second_threshold : static_cast<float>(seat);
    set_threshold(plan, seat, others / static_cast<float>(crowd - 1));
  }
  Batch batch(complete(crowd, 0.7F), lanes_of(plan, 0, 1), {.seed = 1});
  adopt_for(batch, 105);
  return adopters(batch, 0);
}

TEST(Granovetter, OnePersonDecidesBetweenARiotAndACrazyMan) {
  EXPECT_EQ(rioters(1), 100);
  EXPECT_EQ(rioters(2), 1);
}

// Pairs at random, each knowing the other, `degree` to a person on average.
std::shared_ptr<const World> random_graph(Seat size, double degree) {
  const CipherKey key = key_of_seed(11);
  std::vector<Tie> ties;
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      const Seat low = std::min(source, target);
      const Seat high = std::max(source, target);
      if (low == high || uniform(key, {low, high, 0, 250}, 0) >= degree / (size - 1)) continue;
      ties.push_back({source, target, 1.0F});
    }
  }
  return world_of(bare_organisation(size, std::move(ties)));
}

// Of 16 people who start alone, each in a world of their own, how many are followed by more than half.
int global_cascades(double degree, float threshold) {
  constexpr Seat size = 1500;
  std::vector<Plan> plans(16, offer({{Lever::change_threshold, threshold}}));
  std::vector<LanePlan> lanes;
  for (std::uint32_t l = 0; l < 16; ++l) {
    set_threshold(plans[l], 1 + 90 * l, -1.0F);
    lanes.push_back({l, &plans[l]});
  }
  Batch batch(random_graph(size, degree), lanes, {.seed = 1});
  adopt_for(batch, 60);
  int found = 0;
  for (int lane = 0; lane < 16; ++lane) found += adopters(batch, lane) > static_cast<int>(size / 2) ? 1 : 0;
  std::cout << "degree " << degree << ", threshold " << threshold << ": " << found << " of 16 cascades are global\n";
  return found;
}

TEST(Watts, CascadesAreGlobalInsideTheWindowOnly) {
  EXPECT_GE(global_cascades(3, 0.18F), 4);    // window 1.03 .. 5.76
  EXPECT_EQ(global_cascades(0.7, 0.18F), 0);  // too few ties to pass it on
  EXPECT_EQ(global_cascades(8, 0.18F), 0);    // too many to be won over by one
  EXPECT_GE(global_cascades(2, 0.25F), 4);    // window 1.12 .. 3.86
  EXPECT_EQ(global_cascades(5.5, 0.25F), 0);
  EXPECT_EQ(global_cascades(2, 0.34F), 0);  // above 1/4: at no degree
  EXPECT_EQ(global_cascades(4, 0.34F), 0);
}

TEST(Bass, TheMeanCurveIsTheClosedForm) {
  constexpr Seat size = 250;
  constexpr double p = 0.003;
  constexpr double q = 0.038;
  const std::vector<int> weeks = {20, 40, 60, 80, 120};
  const Plan plan = offer({{Lever::change_threshold, never},
                           {Lever::change_innovation, static_cast<float>(p)},
                           {Lever::change_imitation, static_cast<float>(q)}});
  const auto world = complete(size, 0.7F);
  std::vector<std::vector<double>> shares(weeks.size());
  for (std::uint32_t first = 0; first < 64; first += 16) {
    Batch batch(world, lanes_of(plan, first, 16), {.seed = 3});
    int done = 0;
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      adopt_for(batch, weeks[w] - done);
      done = weeks[w];
      for (int lane = 0; lane < 16; ++lane) shares[w].push_back(adopters(batch, lane) / static_cast<double>(size));
    }
  }
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    const double fading = std::exp(-(p + q) * weeks[w]);
    const double theory = (1 - fading) / (1 + q / p * fading);
    const Estimate found = estimate(shares[w]);
    std::cout << "week " << weeks[w] << ": " << found.mean << " +- " << found.error << " (theory " << theory << ")\n";
    EXPECT_NEAR(found.mean, theory, 4 * found.error);
  }
}

// Somebody (0), their manager (1), and one who carries the change (2).
struct Trio {
  float own, managers;
  bool knows_carrier = true;
};

Batch trio(const Trio& trust, const Plan& plan) {
  std::vector<Tie> ties = {{1, 0, 0.5F}, {0, 1, 0.5F}};
  if (trust.knows_carrier) {
    ties.push_back({0, 2, trust.own});
    ties.push_back({1, 2, trust.managers});
  }
  std::sort(ties.begin(), ties.end(),
            [](const Tie& a, const Tie& b) { return std::pair(a.target, a.source) < std::pair(b.target, b.source); });
  auto organisation = bare_organisation(3, ties);
  organisation->people[0].manager = 1;
  organisation->people[2].role = 3;  // field_marketer
  return Batch(world_of(organisation), lanes_of(plan, 0, 1), {.seed = 1});
}

bool is_won_over(const Trio& trust, const Plan& plan) {
  Batch batch = trio(trust, plan);
  adopt_for(batch, 4);
  EXPECT_TRUE(works_new_way(batch, 2, 0));
  return works_new_way(batch, 0, 0);
}

TEST(EmotionalPermission, IsNeededOfThePersonAndOfTheirManager) {
  const Plan eager = offer({{Lever::change_threshold, -1.0F}, {Lever::change_permission, 0.35F}});
  EXPECT_TRUE(is_won_over({0.36F, 0.36F}, eager));
  EXPECT_FALSE(is_won_over({0.34F, 0.9F}, eager));
  EXPECT_FALSE(is_won_over({0.9F, 0.34F}, eager));
  EXPECT_TRUE(is_won_over({0, 0, false}, eager));  // no carrier whom to trust or not
}

TEST(EmotionalPermission, HoldsForAdoptingUnaskedToo) {
  const Plan eager =
      offer({{Lever::change_threshold, never}, {Lever::change_innovation, 1.0F}, {Lever::change_permission, 0.35F}});
  EXPECT_TRUE(is_won_over({0.36F, 0.36F}, eager));
  EXPECT_FALSE(is_won_over({0.34F, 0.36F}, eager));
}

TEST(Mandate, LowersTheThresholdButGivesNoEmotionalPermission) {
  const auto mandated = [](float effect) {
    return offer({{Lever::change_threshold, 0.75F},
                  {Lever::change_mandate, 1.0F},
                  {Lever::change_mandate_effect, effect},
                  {Lever::change_permission, 0.35F}});
  };
  EXPECT_FALSE(is_won_over({0.5F, 0.5F}, mandated(0)));  // half of the trust is with the carrier
  EXPECT_FALSE(is_won_over({0.5F, 0.5F}, mandated(0.2F)));
  EXPECT_TRUE(is_won_over({0.5F, 0.5F}, mandated(0.3F)));
  EXPECT_FALSE(is_won_over({0.3F, 0.5F}, mandated(1.0F)));
}

TEST(Adoption, WeighsAdoptersByTrust) {
  const Plan plan = offer({{Lever::change_threshold, 0.6F}});
  EXPECT_TRUE(is_won_over({0.9F, 0.9F}, plan));   // 0.9 of 1.4
  EXPECT_FALSE(is_won_over({0.5F, 0.5F}, plan));  // half
}

TEST(Adoption, CountsDaysFromTheDayOfTheOffer) {
  Plan plan = quiet_plan({{Lever::change_threshold, 0.0F}, {Lever::change_spread, 0.0F}});
  Intervention rollout = change_lasting(8, 100);
  rollout.who.emplace_back();
  rollout.changes.push_back({LeverChange::How::set, Lever::change_offered, 1.0F});
  plan.interventions.push_back(rollout);
  Batch batch = trio({0.9F, 0.9F}, plan);
  for (int day = 1; day <= 12; ++day) {
    batch.step();
    EXPECT_EQ(works_new_way(batch, 2, 0), day >= 8) << day;   // carriers at once
    EXPECT_EQ(works_new_way(batch, 0, 0), day >= 11) << day;  // the others with the next week
  }
  EXPECT_EQ(batch.state()[Column::adopted_for].at(2, 0), 4);
  EXPECT_EQ(batch.state()[Column::adopted_for].at(0, 0), 1);
}

}  // namespace
}  // namespace trust::testing
