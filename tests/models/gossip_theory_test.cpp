// Known results about averaging, stubborn and bounded opinions, third-party gossip and reciprocity, from the shipped
// phases `gossip` and `hear`: opinions of an outside target whom everybody knows, with weights as on day 0.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

using Weights = std::vector<std::vector<float>>;
using Opinions = std::vector<float>;

LeverSetting of_person(Seat seat, Lever lever, float value) {
  return {{Target::Kind::person, "p" + std::to_string(seat)}, lever, value};
}

// Actors 0 .. n - 1 who weigh each other's words by a matrix, and the outside target n of whom they talk.
struct Actors {
  Weights weights;
  Opinions start;
  Plan plan = plan_with({{Lever::gossip_about, 0.0F}, {Lever::gossip_frozen, 1.0F}});

  Actors(Weights given, Opinions opinions) : weights(std::move(given)), start(std::move(opinions)) {
    for (Seat i = 0; i < size(); ++i) {
      plan.settings.push_back(of_person(i, Lever::gossip_self_weight, weights[i][i]));
    }
    plan.settings.push_back(of_person(size(), Lever::gossip_about, 1.0F));
  }

  Seat size() const { return static_cast<Seat>(start.size()); }

  std::shared_ptr<const World> world() const {
    std::vector<Tie> ties;
    for (Seat target = 0; target < size(); ++target) {
      for (Seat source = 0; source < size(); ++source) {
        const float weight = weights[source][target];
        if (source != target && weight > 0) ties.push_back({source, target, weight});
      }
    }
    for (Seat source = 0; source < size(); ++source) ties.push_back({source, size(), start[source]});
    return world_of(bare_organisation(size() + 1, ties));
  }

  Batch batch(GossipRule rule, int lanes = 1) const {
    return Batch(world(), lanes_of(plan, 0, lanes), {.seed = 1, .rules = {.gossip = rule}});
  }
};

// Talk alone, once a week.
void talk_for(Batch& batch, int weeks) {
  for (int day = 0; day < 5 * weeks; ++day) {
    for (const char* phase : {"intervene", "gossip", "hear"}) batch.run_phase(phase);
  }
}

float trust_of(const Batch& batch, Seat source, Seat target, int lane = 0) {
  return batch.state()[Column::trust].at(batch.world().graph().find(source, target), lane);
}

Opinions opinions(const Batch& batch, int lane = 0) {
  Opinions found;
  const Seat target = batch.world().seats() - 1;
  for (Seat i = 0; i < target; ++i) found.push_back(trust_of(batch, i, target, lane));
  return found;
}

void expect_opinions(const Batch& batch, const std::vector<double>& expected, double within = 1e-6) {
  const Opinions found = opinions(batch);
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(found[i], expected[i], within) << "actor " << i;
}

constexpr float third = 1.0F / 3.0F;
const Weights three_actors = {{third, third, third}, {0.5F, 0.5F, 0}, {0, 0.25F, 0.75F}};
const Opinions three_opinions = {0.9F, 0.5F, 0.2F};

double largest_error(const Batch& batch, double limit) {
  double error = 0;
  for (const float opinion : opinions(batch)) error = std::max(error, std::abs(opinion - limit));
  return error;
}

TEST(DeGroot, ReachesTheMeanWeightedByInfluence) {
  const Actors actors(three_actors, three_opinions);
  Batch batch = actors.batch(GossipRule::degroot);
  talk_for(batch, 60);
  expect_opinions(batch, {0.5, 0.5, 0.5});  // (3, 4, 4) / 11 . (.9, .5, .2)
}

TEST(DeGroot, HalvesTheErrorWithEveryStep) {
  const Actors actors(three_actors, three_opinions);
  Batch batch = actors.batch(GossipRule::degroot);
  talk_for(batch, 3);
  double before = largest_error(batch, 0.5);
  for (int week = 4; week <= 10; ++week) {
    talk_for(batch, 1);
    const double now = largest_error(batch, 0.5);
    EXPECT_NEAR(now / before, 0.5, 0.002) << "week " << week;
    before = now;
  }
  talk_for(batch, 10);
  EXPECT_LT(largest_error(batch, 0.5), 1e-6);
}

TEST(DeGroot, ReachesTheMeanOfAllWhereEverybodyHasEqualInfluence) {
  const Actors actors({{0.5F, 0.25F, 0.25F}, {0.25F, 0.5F, 0.25F}, {0.25F, 0.25F, 0.5F}}, three_opinions);
  Batch batch = actors.batch(GossipRule::degroot);
  talk_for(batch, 40);
  expect_opinions(batch, {1.6 / 3, 1.6 / 3, 1.6 / 3});
}

TEST(DeGroot, OscillatesWhereTwoCopyEachOther) {
  const Actors actors({{0, 1}, {1, 0}}, {0.9F, 0.2F});
  Batch batch = actors.batch(GossipRule::degroot);
  talk_for(batch, 7);
  expect_opinions(batch, {0.2, 0.9});
  talk_for(batch, 1);
  expect_opinions(batch, {0.9, 0.2});
}

TEST(FriedkinJohnsen, HasThePublishedStepAndFixedPointOfFourActors) {
  const std::vector<float> self = {0.22F, 0.215F, 1, 0.286F};
  Actors actors(
      {{0.22F, 0.12F, 0.36F, 0.3F}, {0.147F, 0.215F, 0.344F, 0.294F}, {0, 0, 1, 0}, {0.09F, 0.178F, 0.446F, 0.286F}},
      {0.25F, 0.25F, 0.75F, 0.85F});
  for (Seat i = 0; i < 4; ++i) {
    actors.plan.settings.push_back(of_person(i, Lever::gossip_susceptibility, 1 - self[i]));
  }
  Batch batch = actors.batch(GossipRule::friedkin_johnsen);
  talk_for(batch, 1);
  expect_opinions(batch, {0.5308, 0.523494, 0.75, 0.7033444});
  talk_for(batch, 99);
  expect_opinions(batch, {0.600208, 0.599840, 0.75, 0.749862});
}

TEST(FriedkinJohnsen, HasTheFixedPointOfThreeActors) {
  Actors actors(three_actors, three_opinions);
  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_susceptibility, 0.7F});
  Batch batch = actors.batch(GossipRule::friedkin_johnsen);
  talk_for(batch, 100);
  expect_opinions(batch, {0.6274336, 0.5686181, 0.3358067});
}

TEST(FriedkinJohnsen, IsAveragingWhereAllAreSusceptibleAndFrozenWhereNobodyIs) {
  Actors susceptible(three_actors, three_opinions);
  susceptible.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_susceptibility, 1.0F});
  Batch one = susceptible.batch(GossipRule::friedkin_johnsen);
  Batch other = susceptible.batch(GossipRule::degroot);
  talk_for(one, 5);
  talk_for(other, 5);
  EXPECT_EQ(opinions(one), opinions(other));

  Actors stubborn(three_actors, three_opinions);
  stubborn.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_susceptibility, 0.0F});
  Batch frozen = stubborn.batch(GossipRule::friedkin_johnsen);
  talk_for(frozen, 5);
  EXPECT_EQ(opinions(frozen), three_opinions);
}

// --- bounded confidence -------------------------------------------------------------------------------------------

// Everybody knows everybody; opinions start at random, differently in each lane.
Batch crowd(Seat size, float bound, int lanes) {
  Actors actors(Weights(size, std::vector<float>(size, 0.5F)), Opinions(size, 0.5F));
  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_bound, bound});
  static std::vector<std::unique_ptr<Plan>> plans;  // outlive their batches
  plans.push_back(std::make_unique<Plan>(actors.plan));
  Batch batch(actors.world(), lanes_of(*plans.back(), 0, lanes), {.seed = 1, .rules = {.gossip = GossipRule::bounded}});
  const TieGraph& graph = batch.world().graph();
  const CipherKey key = key_of_seed(5);
  for (Slot slot = graph.row_begin(size); slot < graph.row_end(size); ++slot) {
    for (int lane = 0; lane < lane_columns; ++lane) {
      const double place = uniform(key, {slot, static_cast<std::uint32_t>(lane), 0, 204}, 0);
      batch.state()[Column::trust].at(slot, lane) = static_cast<float>(place);
    }
  }
  return batch;
}

// Ends of the stretches of opinions that nothing wider than `gap` interrupts.
std::vector<std::pair<float, float>> clusters(Opinions values, float gap) {
  std::sort(values.begin(), values.end());
  std::vector<std::pair<float, float>> found;
  for (const float value : values) {
    if (found.empty() || value - found.back().second > gap) found.push_back({value, value});
    found.back().second = value;
  }
  return found;
}

TEST(BoundedConfidence, AveragesThoseWhoAreNear) {
  Actors actors(Weights(4, std::vector<float>(4, 0.5F)), {0.1F, 0.25F, 0.4F, 0.9F});
  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_bound, 0.2F});
  Batch batch = actors.batch(GossipRule::bounded);
  talk_for(batch, 1);
  expect_opinions(batch, {0.175, 0.25, 0.325, 0.9});
  talk_for(batch, 9);
  expect_opinions(batch, {0.25, 0.25, 0.25, 0.9});
}

TEST(BoundedConfidence, KeepsTheOrderOfOpinions) {
  Batch batch = crowd(50, 0.2F, 16);
  for (int week = 0; week < 5; ++week) {
    std::vector<Opinions> before;
    for (int lane = 0; lane < 16; ++lane) before.push_back(opinions(batch, lane));
    talk_for(batch, 1);
    for (int lane = 0; lane < 16; ++lane) {
      const Opinions after = opinions(batch, lane);
      for (std::size_t i = 0; i < after.size(); ++i) {
        for (std::size_t k = 0; k < after.size(); ++k) {
          if (before[static_cast<std::size_t>(lane)][i] < before[static_cast<std::size_t>(lane)][k]) {
            EXPECT_LE(after[i], after[k] + 1e-6F);
          }
        }
      }
    }
  }
}

TEST(BoundedConfidence, EndsInClustersFartherApartThanTheBoundAndFreezes) {
  for (const float bound : {0.05F, 0.1F, 0.2F}) {
    Batch batch = crowd(60, bound, 16);
    talk_for(batch, 60);
    std::vector<Opinions> settled;
    for (int lane = 0; lane < 16; ++lane) {
      settled.push_back(opinions(batch, lane));
      const auto found = clusters(settled.back(), 1e-4F);
      for (std::size_t c = 0; c < found.size(); ++c) {
        EXPECT_LT(found[c].second - found[c].first, 1e-6F) << "a cluster is one opinion";
        if (c > 0) {
          EXPECT_GT(found[c].first - found[c - 1].second, bound);
        }
      }
    }
    talk_for(batch, 5);
    for (int lane = 0; lane < 16; ++lane) {
      const Opinions now = opinions(batch, lane);
      const Opinions& then = settled[static_cast<std::size_t>(lane)];
      for (std::size_t i = 0; i < now.size(); ++i) EXPECT_NEAR(now[i], then[i], 1e-7) << "bound " << bound;
    }
  }
}

// Mean numbers of clusters of 300 opinions that start uniformly, by simulation elsewhere: 8.0, 3.9, 1.93 and 1.
TEST(BoundedConfidence, EndsInAsManyClustersAsFoundElsewhere) {
  const std::vector<std::pair<float, double>> known = {{0.05F, 8.0}, {0.1F, 3.9}, {0.2F, 1.93}, {0.3F, 1.0}};
  for (const auto& [bound, expected] : known) {
    Batch batch = crowd(300, bound, 16);
    talk_for(batch, 60);
    std::vector<double> numbers;
    for (int lane = 0; lane < 16; ++lane) {
      numbers.push_back(static_cast<double>(clusters(opinions(batch, lane), bound).size()));
    }
    const Estimate found = estimate(numbers);
    const double error_of_known = found.error * std::sqrt(16.0 / 40.0) + 0.05;  // 40 runs, printed to two digits
    EXPECT_NEAR(found.mean, expected, 4 * std::hypot(found.error, error_of_known)) << "bound " << bound;
  }
}

// --- third parties ------------------------------------------------------------------------------------------------

TEST(Transfer, AtFullRateIsOneStepOfAveragingOthers) {
  Actors actors({{0, 0.3F, 0.6F}, {0.9F, 0, 0.2F}, {0, 0.25F, 0}}, three_opinions);
  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_rate, 1.0F});
  Batch transfer = actors.batch(GossipRule::transfer);
  Batch degroot = actors.batch(GossipRule::degroot);
  talk_for(transfer, 1);
  talk_for(degroot, 1);
  EXPECT_EQ(opinions(transfer), opinions(degroot));
  expect_opinions(transfer, {(0.3 * 0.5 + 0.6 * 0.2) / 0.9, (0.9 * 0.9 + 0.2 * 0.2) / 1.1, 0.5});
}

TEST(Transfer, CountsTheWordOfLeadersMoreAndLiftsByGoodNews) {
  Actors actors({{0, 0.5F, 0.5F}, {0, 0, 0}, {0, 0, 0}}, {0.5F, 0.2F, 0.6F});
  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_rate, 1.0F});
  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_leaders, 3.0F});
  auto organisation = std::make_shared<Organisation>(actors.world()->organisation());
  organisation->people[2].role = 4;
  ASSERT_TRUE(organisation->roles[4].leads);
  const BatchOptions options{.seed = 1, .rules = {.gossip = GossipRule::transfer}};
  Batch batch(world_of(organisation), lanes_of(actors.plan, 0, 1), options);
  talk_for(batch, 1);
  EXPECT_NEAR(opinions(batch)[0], (0.2 + 3 * 0.6) / 4, 1e-6);

  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_good_news, 0.1F});
  Batch lifted(world_of(organisation), lanes_of(actors.plan, 0, 1), options);
  talk_for(lifted, 1);
  EXPECT_NEAR(opinions(lifted)[0], (0.2 + 3 * 0.6) / 4 + 0.1, 1e-6);
}

// Trust moves away from the threshold by (1 + rate x third parties) a week, until it can move no farther.
TEST(Echo, MultipliesTheDistanceFromTheThreshold) {
  for (const Seat size : {2U, 3U, 5U}) {
    for (const float start : {0.51F, 0.49F}) {
      Actors actors(Weights(size, std::vector<float>(size, 0.5F)), Opinions(size, start));
      actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_rate, 0.1F});
      Batch batch = actors.batch(GossipRule::echo);
      for (int week = 1; week <= 8; ++week) {
        talk_for(batch, 1);
        const double expected = 0.5 + (start - 0.5) * std::pow(1 + 0.1 * (size - 1), week);
        for (const float opinion : opinions(batch)) EXPECT_NEAR(opinion, std::clamp(expected, 0.0, 1.0), 1e-6);
      }
      talk_for(batch, 60);
      for (const float opinion : opinions(batch)) EXPECT_EQ(opinion, start > 0.5F ? 1.0F : 0.0F);
    }
  }
}

TEST(Echo, CountsNoMoreVoicesThanOneListensTo) {
  Actors actors(Weights(9, std::vector<float>(9, 0.5F)), Opinions(9, 0.6F));
  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_rate, 0.1F});
  actors.plan.settings.push_back(LeverSetting{Target{}, Lever::gossip_voices, 3.0F});
  Batch batch = actors.batch(GossipRule::echo);
  talk_for(batch, 1);
  for (const float opinion : opinions(batch)) EXPECT_NEAR(opinion, 0.5 + 0.1 * 1.3, 1e-6);
}

double mean_distance_from(double threshold, const Batch& batch) {
  double sum = 0;
  for (int lane = 0; lane < batch.lanes(); ++lane) {
    for (const float opinion : opinions(batch, lane)) sum += std::abs(opinion - threshold);
  }
  return sum;
}

// Honest reports bring opinions together, echoes drive them apart.
TEST(ThirdParties, SmoothUnderTransferAndAmplifyUnderEcho) {
  for (const GossipRule rule : {GossipRule::transfer, GossipRule::echo}) {
    Opinions start(20);
    const CipherKey key = key_of_seed(9);
    for (Seat i = 0; i < 20; ++i) start[i] = static_cast<float>(uniform(key, {i, 0, 0, 205}, 0));
    const Actors actors(Weights(20, std::vector<float>(20, 0.5F)), start);
    Batch batch = actors.batch(rule);
    for (int week = 0; week < 4; ++week) {
      const double before = mean_distance_from(0.5, batch);
      talk_for(batch, 1);
      const double after = mean_distance_from(0.5, batch);
      if (rule == GossipRule::echo) {
        EXPECT_GT(after, before + 1e-3);
      } else {
        EXPECT_LT(after, before - 1e-3);
      }
    }
  }
}

// --- reciprocity --------------------------------------------------------------------------------------------------

TEST(Mirror, KeepsTheSumAndShrinksTheDifference) {
  const auto world = world_of(bare_organisation(2, {{1, 0, 0.3F}, {0, 1, 0.8F}}));
  const Plan plan = plan_with({{Lever::trust_reciprocity, 0.1F}});
  Batch batch(world, lanes_of(plan, 0, 1), {.seed = 1, .rules = {.gossip = GossipRule::mirror}});
  double difference = 0.5;
  for (int week = 1; week <= 20; ++week) {
    talk_for(batch, 1);
    difference *= 1 - 2 * 0.1;
    EXPECT_NEAR(trust_of(batch, 0, 1) - trust_of(batch, 1, 0), difference, 1e-6);
    EXPECT_NEAR(trust_of(batch, 0, 1) + trust_of(batch, 1, 0), 1.1, 1e-6);
  }
}

// T_ij <- T_ij + a (T_ji - T_ij) + b (s - T_ij), with s from a third person whom only i knows: the modes are 1 - b and
// 1 - 2 a - b.
TEST(Mirror, TogetherWithThirdPartiesHasTheTwoModesOfTheMeanField) {
  const auto world = world_of(
      bare_organisation(4, {{1, 0, 0.5F}, {3, 0, 0.4F}, {0, 1, 0.9F}, {2, 1, 0.4F}, {0, 2, 0.7F}, {1, 3, 0.7F}}));
  const Plan plan = plan_with({{Lever::trust_reciprocity, 0.1F}, {Lever::gossip_rate, 0.05F}});
  Batch batch(world, lanes_of(plan, 0, 1), {.seed = 1, .rules = {.gossip = GossipRule::transfer}});
  double sum = 0.9 + 0.5 - 2 * 0.4;
  double difference = 0.9 - 0.5;
  for (int week = 1; week <= 12; ++week) {
    talk_for(batch, 1);
    sum *= 0.95;
    difference *= 0.75;
    EXPECT_NEAR(trust_of(batch, 0, 1) + trust_of(batch, 1, 0) - 2 * 0.4, sum, 1e-6) << "week " << week;
    EXPECT_NEAR(trust_of(batch, 0, 1) - trust_of(batch, 1, 0), difference, 1e-6) << "week " << week;
    EXPECT_EQ(trust_of(batch, 2, 1), 0.4F);
  }
}

// Whole days: after the week's mirror, five days of drift to the dispositional level, which shrinks both modes alike.
TEST(Mirror, ComesOnTopOfTheDailyDrift) {
  constexpr double half_life = 67.0;
  const double kept = std::exp2(-5 / half_life);  // of the distance from home, in a week
  const auto world = world_of(bare_organisation(2, {{1, 0, 0.3F}, {0, 1, 0.8F}}));
  const Plan plan = plan_with({{Lever::trust_reciprocity, 0.1F},
                               {Lever::contact_peer, 0.0F},
                               {Lever::tie_ending, 0.0F},
                               {Lever::exit_rate, 0.0F},
                               {Lever::trust_disposition_within, 0.45F},
                               {Lever::trust_half_life, static_cast<float>(half_life)}});
  Batch batch(world, lanes_of(plan, 0, 1), {.seed = 1, .rules = {.gossip = GossipRule::mirror}});
  double difference = 0.5;
  double sum = 1.1 - 2 * 0.45;
  for (int week = 1; week <= 12; ++week) {
    for (int day = 0; day < 5; ++day) batch.step();
    difference *= 0.8 * kept;
    sum *= kept;
    EXPECT_NEAR(trust_of(batch, 0, 1) - trust_of(batch, 1, 0), difference, 3e-6) << "week " << week;
    EXPECT_NEAR(trust_of(batch, 0, 1) + trust_of(batch, 1, 0) - 2 * 0.45, sum, 3e-6) << "week " << week;
  }
}

// --- what is not talked about -------------------------------------------------------------------------------------

TEST(Gossip, ChangesNothingWithoutAThirdPersonOrWhereNobodyTalks) {
  const Opinions start = {0.9F, 0.5F, 0.2F};
  for (const GossipRule rule : {GossipRule::echo, GossipRule::transfer, GossipRule::degroot,
                                GossipRule::friedkin_johnsen, GossipRule::bounded}) {
    const Actors strangers(Weights(3, std::vector<float>(3, 0.0F)), start);
    Batch alone = strangers.batch(rule);
    talk_for(alone, 3);
    EXPECT_EQ(opinions(alone), start) << name_of(rule);

    Actors discreet(three_actors, start);
    discreet.plan.settings.push_back(of_person(3, Lever::gossip_about, 0.0F));
    Batch silent = discreet.batch(rule);
    talk_for(silent, 3);
    EXPECT_EQ(opinions(silent), start) << name_of(rule);
  }
}

TEST(Gossip, HappensOnceAWeekHoweverTheDayIsCut) {
  for (const int steps : {1, 4}) {
    const Actors actors(three_actors, three_opinions);
    Batch batch(actors.world(), lanes_of(actors.plan, 0, 1),
                {.seed = 1, .steps_per_day = steps, .rules = {.gossip = GossipRule::degroot}});
    for (int step = 0; step < 15 * steps; ++step) {
      for (const char* phase : {"intervene", "gossip", "hear"}) batch.run_phase(phase);
    }
    Batch reference = actors.batch(GossipRule::degroot);
    talk_for(reference, 3);
    EXPECT_EQ(opinions(batch), opinions(reference));
  }
}

}  // namespace
}  // namespace trust::testing
