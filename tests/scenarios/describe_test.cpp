#include "scenarios/describe.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

TEST(Describe, CountsASmallOrganisationAsByHand) {
  const Scenario scenario = test::import("people = \"p.csv\"\nties = \"t.csv\"\nweights = \"as-trust\"",
                                         {{"p.csv",
                                           "id,role,team,function,manager\na,leader,Top,Board,\nb,leader,West,Sales,"
                                           "a\nc,rep,West,Sales,b\nd,rep,West,Sales,b\n"},
                                          {"t.csv", "source,target,weight\na,b,0.2\nb,a,0.4\nc,b,0.6\nc,a,0.8\n"}});
  const Description found = describe(*scenario.imported);
  EXPECT_EQ(found.people, 4u);
  ASSERT_EQ(found.by_role.size(), 2u);  // roles that nobody has are not listed
  EXPECT_EQ(found.by_role[0].name, "rep");
  EXPECT_EQ(found.by_role[0].people, 2u);
  EXPECT_EQ(found.by_team[1].name, "West");
  EXPECT_EQ(found.by_team[1].people, 3u);
  EXPECT_EQ(found.by_function[0].name, "Board");
  EXPECT_EQ(found.leaders, 2u);
  EXPECT_EQ(found.without_manager, 1u);
  EXPECT_EQ(found.levels, 3);
  EXPECT_DOUBLE_EQ(found.span_of_control, 1.5);
  EXPECT_NEAR(found.trust_mean, 0.5, 1e-7);
  EXPECT_NEAR(found.trust_deviation, std::sqrt(0.05), 1e-7);
  EXPECT_EQ(found.graph.arcs, 4u);
  EXPECT_EQ(found.graph.components, 2u);
  EXPECT_DOUBLE_EQ(found.graph.reciprocity, 0.5);
}

TEST(Describe, SaysWhoIsTrustedByTheTrusted) {
  auto organisation = std::make_shared<Organisation>();
  organisation->roles = standard_roles();
  organisation->functions = {"sales"};
  organisation->teams = {{"Team", 0, no_seat}};
  organisation->people.resize(3);
  organisation->people[0].id = "ann";
  organisation->people[1].id = "bob";
  organisation->people[2].id = "cas";
  // Ann and Bob think well of Cas, Cas of Bob; Bob thinks ill of Ann, and that is ignored.
  organisation->ties = {{1, 0, 0.1F}, {2, 1, 0.8F}, {0, 2, 0.9F}, {1, 2, 0.7F}};
  const Description found = describe(*organisation);
  ASSERT_EQ(found.best_trusted.size(), 3u);
  EXPECT_EQ(found.best_trusted[0].person, "cas");
  EXPECT_EQ(found.best_trusted[1].person, "bob");
  EXPECT_EQ(found.best_trusted[2].person, "ann");
  EXPECT_NEAR(found.best_trusted[2].reputation, 0.15, 1e-5);  // what everybody is given
}

TEST(Describe, SaysIntoWhichCampsItWouldFall) {
  Organisation organisation;
  organisation.roles = standard_roles();
  organisation.functions = {"sales"};
  organisation.teams = {{"Team", 0, no_seat}};
  organisation.people.resize(4);
  // 0 and 1 trust each other, as do 2 and 3; across there is distrust, on balance.
  organisation.ties = {{1, 0, 0.9F}, {2, 0, 0.4F}, {3, 0, 0.2F}, {0, 1, 0.8F}, {2, 1, 0.1F},
                       {3, 1, 0.2F}, {0, 2, 0.5F}, {1, 2, 0.3F}, {3, 2, 0.7F}, {2, 3, 0.9F}};
  const Description found = describe(organisation);
  EXPECT_EQ(found.triads, (TriadCensus{.two_like_each_other = 4}));
  EXPECT_EQ(found.larger_camp, 2u);
  EXPECT_EQ(found.smaller_camp, 2u);
}

TEST(Describe, GroupsOfAGeneratedOrganisationAddUp) {
  const Scenario scenario = test::load(test::heading + test::generated);
  const Description found = describe(*scenario.organisation(0));
  for (const auto* groups : {&found.by_role, &found.by_function, &found.by_team}) {
    Seat people = 0;
    for (const Group& group : *groups) people += group.people;
    EXPECT_EQ(people, found.people);
  }
}

}  // namespace
}  // namespace trust
