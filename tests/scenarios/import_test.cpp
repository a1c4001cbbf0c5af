// What an import makes of people and ties: roles, reporting lines, teams, trust, and what it says it assumed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

using test::Files;
using test::import;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string both = "people = \"people.csv\"\nties = \"ties.csv\"\n";
const std::string ring = "source,target\na,b\nb,c\nc,a\n";

Organisation imported(const std::string& keys, const std::string& people, const std::string& ties = ring) {
  return *import(both + keys, {{"people.csv", people}, {"ties.csv", ties}}).imported;
}

std::vector<std::string> notes(const std::string& keys, const std::string& people, const std::string& ties = ring) {
  return import(both + keys, {{"people.csv", people}, {"ties.csv", ties}}).notes;
}

std::vector<float> trust_of(const Organisation& organisation) {
  std::vector<float> trust;
  for (const Tie& tie : organisation.ties) trust.push_back(tie.trust);
  return trust;
}

TEST(Import, HeadingsAreWhateverTheExportCallsThem) {
  const Organisation o = imported(
      "columns = { id = \"employee number\", role = \"Job Role\", team = \"Dept.\", function = \"Area\", "
      "manager = \"Reports To\", tenure_years = \"Years\", skill = \"Rating\", location = \"Site\", "
      "source = \"From\", target = \"To\", weight = \"Mails\" }",
      "\xEF\xBB\xBF"
      "Site,Employee Number,Job Role,Dept.,Area,Reports To,Years,Rating,Ignored\r\n"
      "\"Bonn, North\",a,Leader,West,Sales,,12.5,0.9,x\r\n"
      "Rome,b,Field Marketer,West,Marketing,a,3,0.5,\r\n"
      "Rome,c,REP,East,sales,a,,,\r\n",
      "From,To,Mails\na,b,10\nb,c,30\nc,a,20\n");
  ASSERT_EQ(o.seats(), 3u);
  EXPECT_EQ(o.people[0].location, "Bonn, North");
  EXPECT_EQ(test::role_of(o, "a"), "leader");
  EXPECT_EQ(test::role_of(o, "b"), "field_marketer");
  EXPECT_EQ(test::role_of(o, "c"), "rep");
  EXPECT_THAT(o.functions, ElementsAre("Sales", "Marketing"));  // "sales" is "Sales"
  EXPECT_EQ(o.people[2].function, o.people[0].function);
  EXPECT_EQ(test::team_of(o, "b"), "West");
  EXPECT_EQ(test::manager_of(o, "c"), "a");
  EXPECT_FLOAT_EQ(o.people[0].tenure_years, 12.5F);
  EXPECT_FLOAT_EQ(o.people[2].tenure_years, 4);  // the stated default
  EXPECT_FLOAT_EQ(o.people[1].skill, 0.5F);
  EXPECT_EQ(o.people[0].level, 0);
  EXPECT_EQ(o.people[2].level, 1);
}

TEST(Import, WithoutAFileOfPeopleTheTiesNameThem) {
  const Scenario scenario = import("ties = \"ties.csv\"", {{"ties.csv", "source,target\np10,p9\np9,p2\np2,p10\n"}});
  std::vector<std::string> ids;
  for (const Person& person : scenario.imported->people) ids.push_back(person.id);
  EXPECT_THAT(ids, ElementsAre("p2", "p9", "p10"));  // in natural order, not as they are met
  EXPECT_THAT(scenario.notes, Contains(HasSubstr("the 3 ids in the ties are the people")));
}

TEST(Import, TheOrderOfTheTiesInTheFileChangesNothing) {
  const auto digest_of = [](const std::string& rows) {
    return digest(*import("ties = \"ties.csv\"", {{"ties.csv", "source,target,weight\n" + rows}}).imported);
  };
  EXPECT_EQ(digest_of("a,b,1\nb,c,5\nc,a,2\n"), digest_of("c,a,2\na,b,1\nb,c,5\n"));
  EXPECT_NE(digest_of("a,b,1\nb,c,5\nc,a,2\n"), digest_of("c,a,2\na,b,2\nb,c,5\n"));
}

TEST(ImportRoles, TitlesAreMappedWhateverTheirLetterCase) {
  const Organisation o = imported("roles = { \"Sales Executive\" = \"rep\", manager = \"leader\" }",
                                  "id,role\na,SALES executive\nb, Manager \nc,marketer\n");
  EXPECT_EQ(test::role_of(o, "a"), "rep");
  EXPECT_EQ(test::role_of(o, "b"), "leader");
  EXPECT_EQ(test::role_of(o, "c"), "marketer");
}

TEST(ImportRoles, UnknownTitlesAreTheDefaultRoleAndReported) {
  const std::string people = "id,role\na,Wizard\nb,Wizard\nc,rep\n";
  EXPECT_EQ(test::role_of(imported("default_role = \"marketer\"", people), "a"), "marketer");
  EXPECT_THAT(
      notes("default_role = \"marketer\"", people),
      Contains(
          "2 people have a title that stands for no role (\"Wizard\" 2): taken as marketer, as default_role says."));
  EXPECT_EQ(test::role_of(imported("", people), "a"), "rep");
  EXPECT_THAT(notes("", people), Contains(HasSubstr("taken as rep, the default_role")));
}

TEST(ImportRoles, WhoeverManagesSomebodyAndHasNoMappedTitleIsALeader) {
  const std::string people = "id,role,manager\na,Head,\nb,rep,a\nc,rep,b\n";
  const Organisation o = imported("", people);
  EXPECT_EQ(test::role_of(o, "a"), "leader");
  EXPECT_EQ(test::role_of(o, "b"), "rep");  // says so itself
  EXPECT_THAT(notes("", people),
              Contains(HasSubstr("1 person has a title that stands for no role (\"Head\" 1): taken as leader")));
}

TEST(ImportRoles, AMappedTitleThatNobodyHasIsNoted) {
  EXPECT_THAT(notes("roles = { Clark = \"rep\" }", "id,role\na,rep\nb,rep\nc,rep\n"), Contains(HasSubstr("\"clark\"")));
}

TEST(ImportRoles, AScenariosOwnRoleCanBeMapped) {
  const Scenario scenario =
      test::load(test::heading + "[[role]]\nname = \"engineer\"\nfunction = \"product\"\n[organisation]\n" + both +
                     "roles = { Dev = \"engineer\" }\n",
                 {{"people.csv", "id,role\na,Dev\nb,Dev\nc,rep\n"}, {"ties.csv", ring}});
  EXPECT_EQ(test::role_of(*scenario.imported, "a"), "engineer");
  EXPECT_THAT(scenario.imported->functions, ElementsAre("product", "sales"));
}

TEST(ImportManagers, AnEmptyManagerOrOneselfIsTheTop) {
  const std::string people = "id,manager\na,a\nb,a\nc,\n";
  const Organisation o = imported("", people);
  EXPECT_EQ(test::manager_of(o, "a"), "");
  EXPECT_EQ(test::manager_of(o, "b"), "a");
  EXPECT_THAT(notes("", people), Contains(HasSubstr("1 person is their own manager")));
}

TEST(ImportManagers, AManagerOutsideTheFileCanBeATopOrBeAdded) {
  const std::string people = "id,manager\na,boss\nb,a\nc,boss\n";
  EXPECT_EQ(test::manager_of(imported("unknown_managers = \"top\"", people), "a"), "");
  const Organisation added = imported("unknown_managers = \"add\"", people);
  ASSERT_EQ(added.seats(), 4u);
  EXPECT_EQ(test::manager_of(added, "c"), "boss");
  EXPECT_EQ(test::role_of(added, "boss"), "leader");
  EXPECT_EQ(added.people[1].level, 2);
}

TEST(ImportManagers, MayComeFromALayerOfTheTies) {
  const Organisation o =
      imported("layer = \"advice\"\nmanager_layer = \"reports\"", "id\na\nb\nc\n",
               "source,target,layer\na,b,advice\nb,c,advice\nb,a,reports\nc,a,reports\na,a,reports\nc,b,friends\n");
  EXPECT_EQ(o.ties.size(), 2u);
  EXPECT_EQ(test::manager_of(o, "b"), "a");
  EXPECT_EQ(test::manager_of(o, "a"), "");
  EXPECT_EQ(test::role_of(o, "a"), "leader");
}

TEST(ImportManagers, TheOneLayerLeftNeedNotBeNamed) {
  const Organisation o =
      imported("manager_layer = \"reports\"", "id\na\nb\nc\n", "source,target,layer\na,b,advice\nb,a,reports\n");
  EXPECT_EQ(o.ties.size(), 1u);
}

TEST(ImportManagers, WithoutAnyTheOnlyLeaderOfATeamLeadsIt) {
  const std::string people = "id,role,team\na,leader,T\nb,rep,T\nc,rep,U\nd,leader,V\ne,leader,V\nf,rep,V\n";
  const Organisation o = imported("", people);
  EXPECT_EQ(test::manager_of(o, "b"), "a");
  EXPECT_EQ(test::manager_of(o, "c"), "");
  EXPECT_EQ(test::manager_of(o, "f"), "");  // two could lead V: nobody is guessed
  EXPECT_EQ(o.people[1].level, 1);
  EXPECT_THAT(notes("", people),
              Contains(HasSubstr("1 person reports to the one member of their team whose role leads")));
}

TEST(ImportTeams, ComeFromManagersWhereNoColumnSays) {
  const Organisation o = imported("", "id,manager\na,\nb,a\nc,a\nd,b\n");
  EXPECT_EQ(test::team_of(o, "a"), "Team of a");
  EXPECT_EQ(test::team_of(o, "b"), "Team of b");  // whoever leads is in their own team
  EXPECT_EQ(test::team_of(o, "c"), "Team of a");
  EXPECT_EQ(test::team_of(o, "d"), "Team of b");
  EXPECT_EQ(o.teams[o.people[3].team].leader, 1u);
}

TEST(ImportTeams, ComeFromFunctionsWhereNoManagersAreKnown) {
  const Organisation o = imported("", "id,function\na,Sales\nb,Sales\nc,Ops\n");
  EXPECT_EQ(test::team_of(o, "b"), "Sales");
  EXPECT_EQ(o.teams.size(), 2u);
  EXPECT_EQ(o.teams[0].leader, no_seat);
}

TEST(ImportTeams, AnEmptyTeamIsTheManagers) {
  EXPECT_EQ(test::team_of(imported("", "id,manager,team\na,,Board\nb,a,\nc,a,West\n"), "b"), "Board");
}

TEST(ImportTeams, LeaderIsWhomMostMembersReportToAndFunctionIsTheMostFrequent) {
  const Organisation o = imported(
      "", "id,manager,team,function\na,,Top,Ops\nb,a,T,Ops\nc,b,T,Sales\nd,b,T,Sales\ne,a,T,Ops\nf,c,T,Sales\n");
  const Team& team = o.teams[o.people[2].team];
  EXPECT_EQ(o.people[team.leader].id, "b");
  EXPECT_EQ(o.functions[team.function], "Sales");
}

const std::string three = "id\na\nb\nc\n";
const std::string weighted =
    "source,target,weight\nb,a,10\nc,a,20\na,b,60\n";  // in the order of the organisation's ties

TEST(ImportWeights, RescaleIsLinear) {
  EXPECT_THAT(trust_of(imported("", three, weighted)), ElementsAre(0.3F, 0.4F, 0.8F));
  EXPECT_THAT(trust_of(imported("trust_range = [0, 1]", three, weighted)), ElementsAre(0, 0.2F, 1));
}

TEST(ImportWeights, EqualOrNoWeightsAreTheMiddle) {
  EXPECT_THAT(trust_of(imported("", three, "source,target,weight\nb,a,3\nc,a,3\n")), ElementsAre(0.55F, 0.55F));
  EXPECT_THAT(trust_of(imported("", three, "source,target\nb,a\nc,a\n")), ElementsAre(0.55F, 0.55F));
}

TEST(ImportWeights, RankCountsPlacesOnly) {
  EXPECT_THAT(trust_of(imported("weights = \"rank\"", three, weighted)), ElementsAre(0.3F, 0.55F, 0.8F));
  EXPECT_THAT(trust_of(imported("weights = \"rank\"\ntrust_range = [0, 1]", three,
                                "source,target,weight\nb,a,1\nc,a,1\na,b,1000\n")),
              ElementsAre(0, 0, 1));
}

TEST(ImportWeights, AsTrustIsKeptBitForBit) {
  EXPECT_THAT(trust_of(imported("weights = \"as-trust\"", three, "source,target,weight\nb,a,0\nc,a,0.1\na,b,1\n")),
              ElementsAre(0, 0.1F, 1));
}

TEST(ImportWeights, SignedKeepsZeroInTheMiddle) {
  EXPECT_THAT(trust_of(imported("weights = \"signed\"", three, "source,target,weight\nb,a,-10\nc,a,0\na,b,5\n")),
              ElementsAre(0, 0.5F, 0.75F));
}

TEST(ImportWeights, HugeWeightsDoNotOverflow) {
  EXPECT_THAT(trust_of(imported("", three, "source,target,weight\nb,a,-1e308\nc,a,0\na,b,1e308\n")),
              ElementsAre(0.3F, 0.55F, 0.8F));
}

TEST(ImportTies, MinimumWeightDropsAndSelfTiesDrop) {
  const std::string ties = "source,target,weight\nb,a,1\nc,a,4\na,b,5\na,a,9\n";
  EXPECT_EQ(imported("minimum_weight = 4", three, ties).ties.size(), 2u);
  EXPECT_THAT(
      notes("minimum_weight = 4", three, ties),
      testing::IsSupersetOf({HasSubstr("1 ties of people to themselves"), HasSubstr("1 ties below the minimum")}));
}

TEST(ImportTies, RepeatsAreSummedAveragedOrTheLast) {
  const std::string ties = "source,target,weight\nb,a,0.1\nc,a,0.3\nb,a,0.5\n";
  const std::string rule = "weights = \"as-trust\"\nrepeated_ties = ";
  EXPECT_FLOAT_EQ(trust_of(imported(rule + "\"sum\"", three, ties))[0], 0.6F);
  EXPECT_FLOAT_EQ(trust_of(imported(rule + "\"mean\"", three, ties))[0], 0.3F);
  EXPECT_FLOAT_EQ(trust_of(imported(rule + "\"last\"", three, ties))[0], 0.5F);
}

TEST(ImportTies, UndirectedOnesGoBothWays) {
  EXPECT_EQ(imported("directed = false", three, "source,target\na,b\nb,c\n").ties.size(), 4u);
}

TEST(ImportTies, OneTimeOfAPanel) {
  const std::string ties = "source,target,time\na,b,1\na,b,2\nb,c,2\n";
  EXPECT_EQ(imported("time = 2", three, ties).ties.size(), 2u);
  EXPECT_EQ(imported("time = \"1\"", three, ties).ties.size(), 1u);
}

TEST(ImportTies, MissingOnesCanBeAdded) {
  const std::string people = "id,manager,team\na,,T\nb,a,T\nc,a,U\n";
  const Organisation o = imported("reporting_ties = true\nteam_ties = true", people, "source,target\na,b\n");
  EXPECT_EQ(test::trust_in(o, "a", "b"), 0.55F);  // was there
  EXPECT_EQ(test::trust_in(o, "b", "a"), 0.5F);
  EXPECT_EQ(test::trust_in(o, "c", "a"), 0.5F);
  EXPECT_EQ(test::trust_in(o, "b", "c"), -1);
  EXPECT_EQ(o.ties.size(), 4u);
}

TEST(ImportTies, APersonnelFileAloneWillDo) {
  const Scenario scenario = import("people = \"people.csv\"\nreporting_ties = true\nadded_trust = 0.6",
                                   {{"people.csv", "id,manager\na,\nb,a\n"}});
  EXPECT_THAT(trust_of(*scenario.imported), ElementsAre(0.6F, 0.6F));
}

TEST(ImportTies, AreSortedAndWithoutRepeats) {
  const Organisation o =
      imported("team_ties = true", "id,team\na,T\nb,T\nc,T\nd,U\n", "source,target\nd,a\na,d\nc,a\n");
  for (std::size_t i = 1; i < o.ties.size(); ++i)
    EXPECT_LT(std::pair(o.ties[i - 1].target, o.ties[i - 1].source), std::pair(o.ties[i].target, o.ties[i].source));
}

TEST(Import, ReadsWhatSetsPeopleApart) {
  const Scenario scenario = import(both, {{"people.csv",
                                           "id,acumen,style_x,style_y,self_awareness,propensity,open\n"
                                           "a,0.1,0.2,0.3,0.4,0.6,No\nb,,0.25,0.75,,,yes\nc,1,0,1,0,1,\n"},
                                          {"ties.csv", ring}});
  const std::vector<Person>& people = scenario.imported->people;
  EXPECT_EQ(people[0].acumen, 0.1F);
  EXPECT_EQ(people[0].style_x, 0.2F);
  EXPECT_EQ(people[0].style_y, 0.3F);
  EXPECT_EQ(people[0].self_awareness, 0.4F);
  EXPECT_EQ(people[0].propensity, 0.6F);
  EXPECT_FALSE(people[0].open);
  EXPECT_EQ(people[1].acumen, 0.5F);
  EXPECT_TRUE(people[1].open);
  EXPECT_FALSE(people[2].open);
  EXPECT_THAT(scenario.notes, Not(Contains(HasSubstr("style"))));
}

TEST(Import, StylesThatNoFileHasHangOnTheIdAlone) {
  const std::string few = "id,skill\na,0.5\nb,0.5\nc,0.5\n", more = "id,skill\nz,0.5\nc,0.9\nb,0.5\na,0.5\n";
  const Scenario one = import(both, {{"people.csv", few}, {"ties.csv", ring}});
  const Scenario other = import(both, {{"people.csv", more}, {"ties.csv", ring}});
  EXPECT_THAT(one.notes, Contains(HasSubstr("3 people have no style in the files")));
  for (const std::string id : {"a", "b", "c"}) {
    const Person& here = one.imported->people[test::seat_of(*one.imported, id)];
    const Person& there = other.imported->people[test::seat_of(*other.imported, id)];
    EXPECT_EQ(here.style_x, there.style_x);
    EXPECT_EQ(here.style_y, there.style_y);
    EXPECT_NE(here.style_x, here.style_y);
    EXPECT_GE(here.style_x, 0.0F);
    EXPECT_LE(here.style_x, 1.0F);
  }
  EXPECT_NE(one.imported->people[0].style_x, one.imported->people[1].style_x);
}

TEST(Import, StylesMayBeAlike) {
  const Scenario scenario = import(std::string(both) + "styles = \"alike\"\n",
                                   {{"people.csv", "id,skill\na,0.5\nb,0.5\nc,0.5\n"}, {"ties.csv", ring}});
  for (const Person& person : scenario.imported->people) {
    EXPECT_EQ(person.style_x, 0.5F);
    EXPECT_EQ(person.style_y, 0.5F);
  }
  EXPECT_THAT(scenario.notes, Not(Contains(HasSubstr("style"))));
}

}  // namespace
}  // namespace trust
