// Which ties may form later: places in the graph that every lane shares.
#include "models/candidate_ties.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

std::shared_ptr<Organisation> sparse_organisation(std::uint64_t seed) {
  auto organisation = std::make_shared<Organisation>(*small_organisation(64, 0.06, seed));
  const CipherKey key = key_of_seed(seed + 100);
  std::erase_if(organisation->ties, [&](const Tie& tie) {
    return uniform(key, {tie.source, tie.target, 0, 203}, 0) < 0.3;
  });
  return organisation;
}

std::set<std::pair<Seat, Seat>> initial_pairs(const Organisation& organisation) {
  std::set<std::pair<Seat, Seat>> pairs;
  for (const Tie& tie : organisation.ties) pairs.insert({tie.source, tie.target});
  return pairs;
}

std::size_t ties_towards(const Organisation& organisation, Seat target) {
  return static_cast<std::size_t>(std::count_if(organisation.ties.begin(), organisation.ties.end(),
                                                [&](const Tie& tie) { return tie.target == target; }));
}

bool are_team_mates(const Organisation& organisation, const Arc& arc) {
  return organisation.people[arc.source].team == organisation.people[arc.target].team;
}

// How many k there are with ties source -> k -> target.
int paths_of_two(const std::set<std::pair<Seat, Seat>>& pairs, Seat seats, const Arc& arc) {
  int paths = 0;
  for (Seat k = 0; k < seats; ++k) paths += pairs.contains({arc.source, k}) && pairs.contains({k, arc.target}) ? 1 : 0;
  return paths;
}

class CandidateTies : public ::testing::TestWithParam<float> {};

TEST_P(CandidateTies, AreNewSortedAndNoMoreThanTheShare) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto organisation = sparse_organisation(seed);
    const std::vector<Arc> found = candidate_ties(*organisation, GetParam());
    const auto pairs = initial_pairs(*organisation);
    EXPECT_LE(static_cast<float>(found.size()), GetParam() * static_cast<float>(organisation->ties.size()));
    const auto order = [](const Arc& one, const Arc& other) {
      return std::pair(one.target, one.source) < std::pair(other.target, other.source);
    };
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), order));
    EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end());
    for (const Arc& arc : found) {
      EXPECT_NE(arc.source, arc.target);
      EXPECT_FALSE(pairs.contains({arc.source, arc.target})) << arc.source << " -> " << arc.target;
      EXPECT_TRUE(are_team_mates(*organisation, arc) || paths_of_two(pairs, organisation->seats(), arc) > 0);
    }
    EXPECT_EQ(found, candidate_ties(*organisation, GetParam()));
  }
}

// Whoever was not chosen is no closer than the farthest who was: team mates before others, then by common contacts.
TEST_P(CandidateTies, AreTheClosest) {
  const auto organisation = sparse_organisation(7);
  const Seat seats = organisation->seats();
  const std::vector<Arc> found = candidate_ties(*organisation, GetParam());
  const auto pairs = initial_pairs(*organisation);
  const auto closeness = [&](const Arc& arc) {
    return (are_team_mates(*organisation, arc) ? 1000 : 0) + paths_of_two(pairs, seats, arc);
  };
  for (Seat target = 0; target < seats; ++target) {
    const auto most = static_cast<std::size_t>(GetParam() * static_cast<float>(ties_towards(*organisation, target)));
    std::size_t chosen = 0;
    int farthest_chosen = 1 << 20;
    int closest_left = 0;
    for (Seat source = 0; source < seats; ++source) {
      const Arc arc{source, target};
      if (source == target || pairs.contains({source, target})) continue;
      if (std::find(found.begin(), found.end(), arc) != found.end()) {
        ++chosen;
        farthest_chosen = std::min(farthest_chosen, closeness(arc));
      } else {
        closest_left = std::max(closest_left, closeness(arc));
      }
    }
    EXPECT_LE(chosen, most);
    if (chosen < most) {
      EXPECT_EQ(closest_left, 0) << "room was left for " << target;
    }
    EXPECT_GE(farthest_chosen, closest_left);
  }
}

INSTANTIATE_TEST_SUITE_P(Shares, CandidateTies, ::testing::Values(0.25F, 0.5F, 1.0F));

TEST(CandidateTiesOf, NobodyWhereNoneAreWanted) { EXPECT_TRUE(candidate_ties(*sparse_organisation(1), 0).empty()); }

// One person's ties decide about nobody else's candidates but those whom they touch.
TEST(CandidateTiesOf, APersonFarAwayStayTheSame) {
  const auto organisation = bare_organisation(8, {{1, 0, 0.5F}, {2, 1, 0.5F}, {5, 4, 0.5F}, {6, 5, 0.5F}});
  for (Seat seat = 0; seat < 8; ++seat) organisation->people[seat].team = seat;
  organisation->teams.resize(8);
  const std::vector<Arc> before = candidate_ties(*organisation, 1);
  EXPECT_EQ(before, (std::vector<Arc>{{2, 0}, {6, 4}}));
  organisation->ties.pop_back();
  EXPECT_EQ(candidate_ties(*organisation, 1), (std::vector<Arc>{{2, 0}}));
}

// The world has a place for each, inactive until it forms.
TEST(CandidateTiesOf, AWorldAreInactivePlaces) {
  auto organisation = sparse_organisation(3);
  organisation->candidate_ties = 1;
  const World world(organisation);
  const std::vector<Arc> found = candidate_ties(*organisation, 1);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(world.graph().ties(), organisation->ties.size() + found.size());
  for (const Arc& arc : found) {
    const Slot slot = world.graph().find(arc.source, arc.target);
    ASSERT_NE(slot, no_slot);
    EXPECT_EQ(world.initial_trust()[slot], -1);
  }
}

}  // namespace
}  // namespace trust::testing
