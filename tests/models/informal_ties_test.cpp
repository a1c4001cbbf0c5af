// Informal ties that form and end: what never happens, how often the rest does, and that the sums of trust and the
// counts of ties stay true while it does.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <filesystem>

#include "models/batch_parts.hpp"
#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

std::shared_ptr<const World> world_with_candidates(Seat size, double contact = 0.2, std::uint64_t seed = 1) {
  auto organisation = std::make_shared<Organisation>(*small_organisation(size, contact, seed));
  organisation->candidate_ties = 1;
  return world_of(organisation);
}

Plan lively(std::vector<std::pair<Lever, float>> more = {}) {
  more.insert(more.begin(), {{Lever::tie_formation, 0.1F}, {Lever::tie_ending, 0.1F}});
  return plan_with(more);
}

bool is_active(const Batch& batch, Slot slot, int lane) { return batch.state()[Column::trust].at(slot, lane) >= 0; }

// Ties that were not active before and are now, and the other way round.
struct Changes {
  std::size_t formed = 0;
  std::size_t could_form = 0;
  std::size_t ended = 0;
  std::size_t could_end = 0;
};

// Runs the two phases of the first day alone, for all lanes.
Changes change_once(Batch& batch) {
  batch.run_phase("intervene");
  const State before = batch.state();
  batch.run_phase("draw ties");
  batch.run_phase("change ties");
  Changes found;
  const World& world = batch.world();
  for (Seat target = 0; target < world.seats(); ++target) {
    for (Slot slot = world.graph().row_begin(target); slot < world.graph().row_end(target); ++slot) {
      if (world.tie_class()[slot] == TieClass::manager || world.tie_class()[slot] == TieClass::report) continue;
      for (int lane = 0; lane < batch.lanes(); ++lane) {
        const bool was = before[Column::trust].at(slot, lane) >= 0;
        const bool is = is_active(batch, slot, lane);
        found.could_form += was ? 0 : 1;
        found.formed += !was && is ? 1 : 0;
        found.could_end += was ? 1 : 0;
        found.ended += was && !is ? 1 : 0;
      }
    }
  }
  return found;
}

void expect_share(std::size_t happened, std::size_t of, double chance) {
  const auto trials = static_cast<double>(of);
  EXPECT_NEAR(static_cast<double>(happened), trials * chance, 4 * std::sqrt(trials * chance * (1 - chance)));
}

TEST(InformalTies, FormAndEndAsOftenAsAsked) {
  const auto world = world_with_candidates(400, 0.05);
  for (const float chance : {0.0001F, 0.004F, 0.3F}) {
    const Plan plan = plan_with({{Lever::tie_formation, chance},
                                 {Lever::tie_formation_trust, 0.0F},
                                 {Lever::tie_ending, chance},
                                 {Lever::tie_ending_trust, 0.0F}});
    Changes sum;
    for (std::uint32_t first = 0; first < 160; first += 16) {
      Batch batch(world, lanes_of(plan, first, 16), {.seed = 1});
      const Changes found = change_once(batch);
      sum.formed += found.formed;
      sum.could_form += found.could_form;
      sum.ended += found.ended;
      sum.could_end += found.could_end;
    }
    ASSERT_GT(sum.could_form, 500000U);
    expect_share(sum.formed, sum.could_form, chance);
    expect_share(sum.ended, sum.could_end, chance);
  }
}

TEST(InformalTies, OutliveOthersWhereThereIsTrust) {
  const Plan plan = plan_with({{Lever::tie_ending, 0.1F}, {Lever::tie_ending_trust, 4.0F}});
  double before = 1;
  for (const float trust : {0.1F, 0.5F, 0.9F}) {
    auto organisation = std::make_shared<Organisation>(*small_organisation(200, 0.3));
    for (Tie& tie : organisation->ties) tie.trust = trust;
    Batch batch(world_of(organisation), lanes_of(plan, 0, 16), {.seed = 1});
    const Changes found = change_once(batch);
    const double odds = 0.1 / 0.9 * std::exp(-4 * (trust - 0.5));
    expect_share(found.ended, found.could_end, odds / (1 + odds));
    const double share = static_cast<double>(found.ended) / static_cast<double>(found.could_end);
    EXPECT_LT(share, before);
    before = share;
  }
}

TEST(InformalTies, LeaveAlongReportingLinesAndWhereChancesAreNothing) {
  const auto world = world_with_candidates(120);
  const Plan never = plan_with({{Lever::tie_formation, 0.0F}, {Lever::tie_ending, 0.0F}});
  Batch still(world, lanes_of(never, 0, 16), {.seed = 1});
  const Changes none = change_once(still);
  EXPECT_GT(none.could_form, 0U);
  EXPECT_EQ(none.formed + none.ended, 0U);

  const Plan always = plan_with({{Lever::tie_formation, 1.0F}, {Lever::tie_ending, 1.0F}});
  Batch busy(world, lanes_of(always, 0, 16), {.seed = 1});
  busy.run_phase("intervene");
  busy.run_phase("draw ties");
  busy.run_phase("change ties");
  for (Seat seat = 0; seat < world->seats(); ++seat) {
    for (const Slot slot : {world->manager_to_person()[seat], world->person_to_manager()[seat]}) {
      if (slot == no_slot || world->initial_trust()[slot] < 0) continue;
      EXPECT_TRUE(is_active(busy, slot, 0));
    }
  }
}

TEST(InformalTies, FormOnlyBetweenPeopleWhoAreThere) {
  auto organisation = std::make_shared<Organisation>(*small_organisation(64));
  organisation->candidate_ties = 1;
  for (Seat seat = 0; seat < 64; seat += 3) organisation->people[seat].open = true;
  const Plan plan = plan_with({{Lever::tie_formation, 1.0F}, {Lever::tie_formation_trust, 0.0F}});
  Batch batch(world_of(organisation), lanes_of(plan, 0, 16), {.seed = 1});
  const Changes found = change_once(batch);
  EXPECT_GT(found.formed, 0U);
  for (Seat target = 0; target < 64; ++target) {
    for (Slot slot = batch.world().graph().row_begin(target); slot < batch.world().graph().row_end(target); ++slot) {
      if (target % 3 != 0 && batch.world().graph().source(slot) % 3 != 0) continue;
      for (int lane = 0; lane < 16; ++lane) EXPECT_FALSE(is_active(batch, slot, lane));
    }
  }
}

TEST(InformalTies, FormAgainAfterTheyEnded) {
  const auto world = world_with_candidates(64);
  const Plan plan = lively();
  Batch batch(world, lanes_of(plan, 0, 16), {.seed = 1});
  std::vector<char> ended(world->graph().slots());
  std::size_t again = 0;
  for (int week = 0; week < 30; ++week) {
    for (int day = 0; day < 5; ++day) batch.step();
    for (Slot slot = 0; slot < world->graph().slots(); ++slot) {
      if (world->initial_trust()[slot] < 0) continue;
      if (!is_active(batch, slot, 0)) ended[slot] = 1;
      again += ended[slot] != 0 && is_active(batch, slot, 0) ? 1 : 0;
    }
  }
  EXPECT_GT(again, 0U);
}

// --- sums and counts ----------------------------------------------------------------------------------------------

std::uint32_t count_in(const State& state, Column column, Seat seat, int lane) {
  return std::bit_cast<std::uint32_t>(state[column].at(seat, lane));
}

void expect_counts_equal_a_recount(const Batch& batch) {
  State state = batch.state();
  TieCounts counts;
  std::vector<LaneTotals> between(batch.world().functions() * batch.world().functions());
  counts.between = between.data();
  count_active_ties(batch.world(), state, counts);
  for (const Column column : {Column::ties_received, Column::ties_given}) {
    for (Seat seat = 0; seat < batch.world().seats(); ++seat) {
      for (int lane = 0; lane < batch.lanes(); ++lane) {
        ASSERT_EQ(count_in(batch.state(), column, seat, lane), count_in(state, column, seat, lane));
      }
    }
  }
}

// Mean trust over the active ties of some kind, or -1 where there are none.
template <class Counts>
double mean_trust_where(const Batch& batch, int lane, Counts counts) {
  const World& world = batch.world();
  double sum = 0;
  int ties = 0;
  for (Seat target = 0; target < world.seats(); ++target) {
    for (Slot slot = world.graph().row_begin(target); slot < world.graph().row_end(target); ++slot) {
      if (!is_active(batch, slot, lane) || !counts(slot, world.graph().source(slot), target)) continue;
      sum += batch.state()[Column::trust].at(slot, lane);
      ++ties;
    }
  }
  return ties == 0 ? -1 : sum / ties;
}

void expect_means_equal_a_recount(const Batch& batch, int lane) {
  const World& world = batch.world();
  constexpr double within = 1e-5;  // trust is summed in units of 1/65535
  const auto mean = [&](auto counts) { return mean_trust_where(batch, lane, counts); };
  EXPECT_NEAR(figure(batch, Measure::trust, lane), mean([](Slot, Seat, Seat) { return true; }), within);
  EXPECT_NEAR(figure(batch, Measure::trust_across_functions, lane),
              mean([&](Slot slot, Seat, Seat) { return is_across(world.tie_class()[slot]); }), within);
  EXPECT_NEAR(figure(batch, Measure::trust_in_managers, lane),
              mean([&](Slot slot, Seat, Seat) { return world.tie_class()[slot] == TieClass::manager; }), within);
  EXPECT_NEAR(figure(batch, Measure::trust_in_leaders, lane),
              mean([&](Slot, Seat, Seat target) { return world.leads()[target] != 0; }), within);
  for (std::size_t f = 0; f < world.functions(); ++f) {
    for (std::size_t g = 0; g < world.functions(); ++g) {
      const double expected = mean([&](Slot, Seat source, Seat target) {
        return world.function_of()[source] == f && world.function_of()[target] == g;
      });
      EXPECT_NEAR(batch.state()[Column::function_trust].at(f * world.functions() + g, lane), expected, within);
    }
  }
  for (Seat seat = 0; seat < world.seats(); ++seat) {
    const double received = mean([&](Slot, Seat, Seat target) { return target == seat; });
    const double given = mean([&](Slot, Seat source, Seat) { return source == seat; });
    if (received >= 0) {
      EXPECT_NEAR(batch.state()[Column::trust_received].at(seat, lane), received, within);
    }
    if (given >= 0) {
      EXPECT_NEAR(batch.state()[Column::trust_given].at(seat, lane), given, within);
    }
  }
}

TEST(InformalTies, KeepSumsAndCountsTrue) {
  const auto world = world_with_candidates(72);
  const Plan plan = lively({{Lever::exit_rate, 3.0F}, {Lever::refill_days, 10.0F}});
  Batch batch(world, lanes_of(plan, 0, 16), {.seed = 1});
  const double before = batch.figures(0)[static_cast<std::size_t>(Measure::trust)];
  for (int day = 1; day <= 31; ++day) {
    batch.step();
    if (day % 5 != 1) continue;
    expect_counts_equal_a_recount(batch);
    for (const int lane : {0, 7, 15}) expect_means_equal_a_recount(batch, lane);
  }
  EXPECT_NE(figure(batch, Measure::trust, 0), before);
}

// --- bits ---------------------------------------------------------------------------------------------------------

class InformalTiesUnder : public ::testing::TestWithParam<GossipRule> {
 protected:
  static constexpr int days = 12;
  std::shared_ptr<const World> world_ = world_with_candidates(200, 0.15);
  Plan plan_ = lively({{Lever::trust_reciprocity, 0.05F}, {Lever::gossip_good_news, 0.02F}});

  BatchOptions options() const { return {.seed = 3, .rules = {.gossip = GetParam()}}; }

  std::vector<std::uint64_t> hashes(std::uint32_t first, int lanes, const BatchOptions& chosen) const {
    Batch batch(world_, lanes_of(plan_, first, lanes), chosen);
    return hashes_after(batch, days);
  }
};

TEST_P(InformalTiesUnder, GiveTheSameBitsInAnyPacking) {
  const std::vector<std::uint64_t> together = hashes(0, 16, options());
  EXPECT_EQ(hashes(5, 1, options())[0], together[5]);
  EXPECT_EQ(hashes(9, 3, options()), std::vector(together.begin() + 9, together.begin() + 12));
  EXPECT_NE(together[0], together[1]);
}

TEST_P(InformalTiesUnder, GiveTheSameBitsOnAnyThreadsAndInstructions) {
  const std::vector<std::uint64_t> serial = hashes(0, 16, options());
  BatchOptions threads = options();
  threads.parallelism = Parallelism::blocks;
  EXPECT_GT(world_->blocks().size(), 2U);
  EXPECT_EQ(hashes(0, 16, threads), serial);
  BatchOptions portable = options();
  portable.instruction_set = InstructionSet::portable;
  EXPECT_EQ(hashes(0, 16, portable), serial);
}

TEST_P(InformalTiesUnder, GoOnAfterARestore) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("trustsim_informal_ties_" + std::string(name_of(GetParam())) + ".snapshot");
  Batch whole(world_, lanes_of(plan_, 0, 4), options());
  hashes_after(whole, 7);
  whole.save(file);
  const std::vector<std::uint64_t> expected = hashes_after(whole, days);
  Batch resumed(world_, lanes_of(plan_, 0, 4), options());
  resumed.restore(file);
  EXPECT_EQ(hashes_after(resumed, days), expected);
  std::filesystem::remove(file);
}

INSTANTIATE_TEST_SUITE_P(EveryGossip, InformalTiesUnder,
                         ::testing::Values(GossipRule::none, GossipRule::mirror, GossipRule::echo, GossipRule::transfer,
                                           GossipRule::degroot, GossipRule::friedkin_johnsen, GossipRule::bounded),
                         [](const auto& rule) { return std::string(name_of(rule.param)); });

}  // namespace
}  // namespace trust::testing
