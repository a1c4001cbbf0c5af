#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/describe.hpp"
#include "scenarios/export.hpp"
#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

using test::Files;
using test::import;
using testing::HasSubstr;

const std::string start = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="badge" attr.type="string"/>
  <key id="d1" for="node" attr.name="Job" attr.type="string"><default>Clerk</default></key>
  <key id="d2" for="node" attr.name="boss" attr.type="string"/>
  <key id="d3" for="edge" attr.name="weight" attr.type="double"><default>0.25</default></key>
)";
const std::string nodes = R"(    <node id="n0"><data key="d0">Ann</data><data key="d1">Chief</data></node>
    <node id="n1"><data key="d0">Ben &amp; Co</data><data key="d2">Ann</data></node>
    <node id="n2"><data key="d0">Cid</data><data key="d2">Ann</data></node>
)";
const std::string edges = R"(    <edge source="n0" target="n1"><data key="d3">0.75</data></edge>
    <edge source="n2" target="n0"/>
)";

std::string graph(const std::string& kind = "directed") {
  return start + "  <graph edgedefault=\"" + kind + "\">\n" + nodes + edges + "  </graph>\n</graphml>\n";
}

const std::string keys =
    "ties = \"net.graphml\"\ncolumns = { id = \"badge\", role = \"Job\", manager = \"boss\" }\n"
    "roles = { Chief = \"leader\", clerk = \"rep\" }\nweights = \"as-trust\"";

TEST(Graphml, NodesArePeopleAndEdgesAreTies) {
  const Scenario scenario = import(keys, {{"net.graphml", graph()}});
  const Organisation& organisation = *scenario.imported;
  ASSERT_EQ(organisation.seats(), 3u);
  EXPECT_EQ(organisation.people[1].id, "Ben & Co");
  EXPECT_EQ(test::role_of(organisation, "Ann"), "leader");
  EXPECT_EQ(test::role_of(organisation, "Cid"), "rep");  // by the key's default
  EXPECT_EQ(test::manager_of(organisation, "Cid"), "Ann");
  EXPECT_EQ(organisation.ties.size(), 2u);
  EXPECT_EQ(test::trust_in(organisation, "Ann", "Ben & Co"), 0.75F);
  EXPECT_EQ(test::trust_in(organisation, "Cid", "Ann"), 0.25F);  // by the key's default
}

TEST(Graphml, AnUndirectedEdgeIsATieEachWay) {
  const Scenario scenario = import(keys, {{"net.graphml", graph("undirected")}});
  EXPECT_EQ(scenario.imported->ties.size(), 4u);
  EXPECT_EQ(test::trust_in(*scenario.imported, "Ben & Co", "Ann"), 0.75F);
}

TEST(Graphml, WithoutAnIdAttributeNodesAreKnownByTheirOwnIds) {
  const Scenario scenario = import("ties = \"net.graphml\"", {{"net.graphml", graph()}});
  EXPECT_EQ(scenario.imported->people[2].id, "n2");
}

TEST(Graphml, TiesOfPeopleInACsvFile) {
  const Files files{{"net.graphml", graph()}, {"people.csv", "badge,Job\nAnn,leader\nCid,rep\nBen & Co,rep\n"}};
  const Scenario scenario =
      import("people = \"people.csv\"\nties = \"net.graphml\"\ncolumns = { id = \"badge\", role = \"Job\" }", files);
  EXPECT_EQ(scenario.imported->people[1].id, "Cid");
  EXPECT_EQ(scenario.imported->ties.size(), 2u);
}

struct BadGraph {
  const char* name;
  std::string text;
  int line;
  const char* says;
};

class BadGraphml : public testing::TestWithParam<BadGraph> {};

TEST_P(BadGraphml, IsReportedWithItsLine) {
  const auto problems =
      test::problems_of(test::heading + "[organisation]\n" + keys, {{"net.graphml", GetParam().text}});
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].file, "net.graphml");
  EXPECT_EQ(problems[0].line, GetParam().line);
  EXPECT_THAT(to_string(problems[0]), HasSubstr(GetParam().says));
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? "<!-- nothing to replace -->" : text.replace(at, from.size(), to);
}

INSTANTIATE_TEST_SUITE_P(
    All, BadGraphml,
    testing::Values(BadGraph{"NotXml", with(graph(), "</node>", "</nod>"), 8, "is not XML"},
                    BadGraph{"OtherXml", "<?xml version=\"1.0\"?>\n\n<html/>\n", 3, "<html>"},
                    BadGraph{"NoGraph", "\n<graphml>\n</graphml>", 2, "no <graph>"},
                    BadGraph{"UnknownNode", with(graph(), "target=\"n1\"", "target=\"n9\""), 11, "\"n9\""},
                    BadGraph{"RepeatedPerson", with(graph(), "Cid", "Ann"), 10, "id of line 8 already"},
                    BadGraph{"NoSuchManager", with(graph(), "<data key=\"d2\">Ann", "<data key=\"d2\">Zoe"), 9,
                             "\"Zoe\""},
                    BadGraph{"WeightIsText", with(graph(), "0.75", "much"), 11, "\"much\""},
                    BadGraph{"Nested", with(graph(), "</data></node>", "</data><graph/></node>"), 8, "inside a node"},
                    BadGraph{"TwoGraphs", with(graph(), "</graph>", "</graph><graph/>"), 13, "second <graph>"}),
    [](const auto& bad) { return bad.param.name; });

std::vector<std::tuple<std::string, std::string, std::string, std::string, std::string, float, float>> people_of(
    const Organisation& o) {
  std::vector<std::tuple<std::string, std::string, std::string, std::string, std::string, float, float>> people;
  for (const Person& p : o.people)
    people.emplace_back(p.id, o.roles[p.role].name, o.functions[p.function], o.teams[p.team].name,
                        p.manager == no_seat ? "" : o.people[p.manager].id, p.tenure_years, p.skill);
  return people;
}

// What `trustsim generate` writes, in either form, is the same organisation when it is read again.
TEST(RoundTrip, AnExportedOrganisationComesBackFromBothFormats) {
  const Scenario scenario = test::load(test::heading + test::generated);
  const Organisation original = *scenario.organisation(0);
  const test::Folder folder;
  export_organisation(original, folder.path());
  const std::string csv = "people = \"people.csv\"\nties = \"ties.csv\"\nweights = \"as-trust\"\n";
  const std::string xml = "ties = \"organisation.graphml\"\nweights = \"as-trust\"\n";
  for (const std::string& files : {csv, xml}) {
    const auto file = folder.write("again.toml", test::heading + "[organisation]\n" + files);
    const Organisation again = *load_scenario(file).imported;
    EXPECT_EQ(people_of(again), people_of(original)) << files;
    ASSERT_EQ(again.ties.size(), original.ties.size()) << files;
    for (std::size_t i = 0; i < again.ties.size(); ++i) {
      ASSERT_EQ(again.ties[i].source, original.ties[i].source) << files;
      ASSERT_EQ(again.ties[i].target, original.ties[i].target) << files;
      ASSERT_EQ(again.ties[i].trust, original.ties[i].trust) << files;
    }
    for (Seat seat = 0; seat < again.seats(); ++seat) EXPECT_EQ(again.people[seat].level, original.people[seat].level);
    for (const Team& team : original.teams)
      for (const Team& other : again.teams)
        if (team.name == other.name) {
          EXPECT_EQ(team.leader, other.leader) << team.name;
        }
  }
}

}  // namespace
}  // namespace trust
