// Trust between groups against sums of every tie by itself.
#include "viz/session/group_trust.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "tests/viz/some_ties.hpp"

namespace trust::viz {
namespace {

TEST(TiePairs, SumsAreThoseOfEveryTieByItself) {
  for (std::uint32_t luck = 0; luck < 10; ++luck) {
    const SomeTies some = some_ties(50, 4, luck);
    std::map<std::pair<std::uint32_t, std::uint32_t>, PairSum> expected;
    for (const DrawnTie& tie : all_ties(some)) {
      PairSum& sum = expected[{some.group_of[tie.source], some.group_of[tie.target]}];
      sum.sum += tie.trust;
      ++sum.count;
    }
    const TiePairs pairs(some.graph, some.group_of, 4);
    const auto sums = pairs.sums(some.trust);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const GroupPair pair = pairs.pairs()[i];
      EXPECT_EQ(sums[i], (expected[{pair.from, pair.to}])) << pair.from << " -> " << pair.to;
      seen += sums[i].count;
    }
    EXPECT_EQ(seen, all_ties(some).size());
  }
}

// Everybody in a team of their own function: seat by seat, so that groups are as uneven as luck has it.
std::shared_ptr<const Organisation> organisation_of(const SomeTies& some, std::uint32_t groups) {
  auto organisation = std::make_shared<Organisation>();
  for (std::uint32_t group = 0; group < groups; ++group) {
    organisation->functions.push_back("function " + std::to_string(group));
    organisation->teams.push_back({"team " + std::to_string(group), group, 0});
  }
  for (const std::uint32_t group : some.group_of) {
    Person person;
    person.team = group;
    organisation->people.push_back(person);
  }
  return organisation;
}

Look look_of(const SomeTies& some, std::uint32_t groups) {
  Look look;
  look.organisation = organisation_of(some, groups);
  look.ties = std::make_shared<TieGraph>(some.graph);
  look.tie_trust.assign(some.trust.begin(), some.trust.end());
  return look;
}

TEST(GroupTrust, HasEachPairWithATieOnceTheDifferentFirstAndThoseOfMostTiesFirst) {
  for (std::uint32_t luck = 0; luck < 10; ++luck) {
    const SomeTies some = some_ties(50, 4, luck);
    const Look look = look_of(some, 4);
    GroupTrustSummer summer;
    for (const bool by_team : {false, true}) {
      const auto trust = summer.of(look, look.organisation, by_team);
      const auto sum_of = [&](GroupPair pair) {
        PairSum sum;
        for (const DrawnTie& tie : all_ties(some)) {
          const bool of_pair = some.group_of[tie.source] == pair.from && some.group_of[tie.target] == pair.to;
          sum.sum += of_pair ? tie.trust : 0u;
          sum.count += of_pair ? 1u : 0u;
        }
        return sum;
      };
      std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
      for (std::size_t i = 0; i < trust->pairs.size(); ++i) {
        const GroupPair pair = trust->pairs[i];
        EXPECT_TRUE(seen.emplace(pair.from, pair.to).second);
        EXPECT_EQ(trust->sums[i], sum_of(pair));
        EXPECT_EQ(trust->means[i], trust->sums[i].mean());
        EXPECT_GT(trust->sums[i].count, 0u);
        EXPECT_EQ(pair.from != pair.to, i < trust->different);
        if (i == 0 || i == trust->different) continue;
        EXPECT_GE(trust->sums[i - 1].count, trust->sums[i].count);
        if (trust->sums[i - 1].count == trust->sums[i].count) {
          EXPECT_LE(trust->pairs[i - 1].to, pair.to);
        }
      }
      std::set<std::pair<std::uint32_t, std::uint32_t>> there;
      for (const DrawnTie& tie : all_ties(some)) there.emplace(some.group_of[tie.source], some.group_of[tie.target]);
      EXPECT_EQ(seen, there);
    }
  }
}

TEST(GroupTrust, OfAnotherDayAnotherGraphOrAnotherOrganisationIsSummedAnew) {
  GroupTrustSummer used;
  for (std::uint32_t luck = 0; luck < 6; ++luck) {
    const SomeTies some = some_ties(luck < 3 ? 50 : 30, 4, luck);
    Look look = look_of(some, 4);
    EXPECT_EQ(used.of(look, look.organisation, true)->sums, GroupTrustSummer().of(look, look.organisation, true)->sums);
    for (TrustByte& byte : look.tie_trust) byte = byte == no_tie || byte > 100 ? no_tie : 7;
    EXPECT_EQ(used.of(look, look.organisation, true)->sums, GroupTrustSummer().of(look, look.organisation, true)->sums);
    SomeTies moved = some;
    for (std::uint32_t& group : moved.group_of) group = (group + 1) % 3;
    const auto other = organisation_of(moved, 3);
    EXPECT_EQ(used.of(look, other, true)->sums, GroupTrustSummer().of(look, other, true)->sums);
    look.between_teams = std::make_shared<const GroupTrust>();
    EXPECT_EQ(used.of(look, look.organisation, true), look.between_teams) << "what it brings along";
    EXPECT_NE(used.of(look, other, true), look.between_teams) << "which is of its own organisation";
  }
}

TEST(GroupTrust, TiesThatAreThereAreCountedWithAndWithoutSums) {
  for (std::uint32_t luck = 0; luck < 5; ++luck) {
    const SomeTies some = some_ties(40, 3, luck);
    Look look = look_of(some, 3);
    EXPECT_EQ(ties_there(look), all_ties(some).size());
    EXPECT_LT(ties_there(look), look.ties->ties()) << "some have ended";
    look.between_functions = GroupTrustSummer().of(look, look.organisation, false);
    EXPECT_EQ(ties_there(look), all_ties(some).size());
  }
}

TEST(GroupTrust, OfNobodyIsEmpty) {
  Look look;
  look.organisation = std::make_shared<Organisation>();
  look.ties = std::make_shared<TieGraph>(0, std::vector<Arc>{});
  EXPECT_TRUE(GroupTrustSummer().of(look, look.organisation, true)->pairs.empty());
}

TEST(TiePairs, MeanIsOfTrustAndZeroWithoutTies) {
  EXPECT_EQ(PairSum{}.mean(), 0);
  EXPECT_FLOAT_EQ((PairSum{254 * 3, 6}.mean()), 0.5F);
}

}  // namespace
}  // namespace trust::viz
