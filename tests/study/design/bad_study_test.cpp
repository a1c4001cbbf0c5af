// Bad study files, case by case: where it is, what is wrong, what would be accepted, and nothing else reported.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/study/design/written_study.hpp"

namespace trust {
namespace {

using testing::HasSubstr;

struct Bad {
  std::string name;
  std::string text;  // of the study
  int line;
  std::string key;
  std::string what;      // part of what is wrong
  std::string accepted;  // part of what is accepted
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.name; }

class BadStudy : public testing::TestWithParam<Bad> {};

TEST_P(BadStudy, IsReportedWhereItIsWithWhatIsAccepted) {
  const Bad& bad = GetParam();
  const std::vector<Problem> problems = test::problems_of_study(bad.text);
  std::string all;
  for (const Problem& problem : problems) all += "\n  " + to_string(problem);
  ASSERT_EQ(problems.size(), 1u) << all;
  const Problem& problem = problems.front();
  EXPECT_EQ(problem.file, "study.toml") << all;
  EXPECT_EQ(problem.line, bad.line) << all;
  EXPECT_EQ(problem.key, bad.key) << all;
  EXPECT_THAT(problem.what, HasSubstr(bad.what)) << all;
  EXPECT_THAT(problem.accepted, HasSubstr(bad.accepted)) << all;
  EXPECT_FALSE(problem.accepted.empty()) << all;
}

std::string name_of_case(const testing::TestParamInfo<Bad>& info) { return info.param.name; }

const std::string head = test::study_head;                                                      // lines 1 to 3
const std::string grid = "[design]\nkind = \"grid\"\n";                                         // two lines
const std::string sobol = "[design]\nkind = \"sobol\"\npoints=8\n";                             // three lines
const std::string good = "[[axis]]\nlever = \"discretion.propensity\"\nvalues = [0.1, 0.2]\n";  // three lines

/// One line of [study] (line 4) is wrong.
Bad in_study(const std::string& name, const std::string& line, const std::string& key, const std::string& what,
             const std::string& accepted) {
  return {name, head + line + "\n" + grid + good, 4, "study." + key, what, accepted};
}

/// [design] (lines 4 and 5) is wrong at line 5 or, given another, there.
Bad in_design(const std::string& name, const std::string& lines, const std::string& key, const std::string& what,
              const std::string& accepted, int line = 5) {
  return {name, head + "[design]\n" + lines + "\n" + good, line, key, what, accepted};
}

/// The one axis of a grid (lines 6 and on) is wrong.
Bad in_axis(const std::string& name, const std::string& lines, int line, const std::string& key,
            const std::string& what, const std::string& accepted) {
  const std::string dotted = key.empty() ? "axis[1]" : "axis[1]." + key;
  return {name, head + grid + "[[axis]]\n" + lines + "\n", 5 + line, dotted, what, accepted};
}

/// The one axis of a sample (lines 7 and on) is wrong.
Bad in_sample(const std::string& name, const std::string& lines, int line, const std::string& key,
              const std::string& what, const std::string& accepted) {
  const std::string dotted = key.empty() ? "axis[1]" : "axis[1]." + key;
  return {name, head + sobol + "[[axis]]\n" + lines + "\n", 6 + line, dotted, what, accepted};
}

/// The second axis of a grid (lines 9 and on) is wrong.
Bad in_second(const std::string& name, const std::string& lines, const std::string& what, const std::string& accepted) {
  return {name, head + grid + good + "[[axis]]\n" + lines + "\n", 9, "axis[2]", what, accepted};
}

const std::string list = head + "[design]\nkind = \"list\"\n[[axis]]\nlever = \"discretion.propensity\"\n";  // 7 lines

const std::string lever = "lever = \"discretion.propensity\"\n";
const std::string work = "intervention = \"Show the work\"\n";

INSTANTIATE_TEST_SUITE_P(
    Study, BadStudy,
    testing::Values(
        Bad{"NotToml", head + "days == 3\n", 4, "", "", "TOML"}, Bad{"Empty", "\n", 0, "", "is empty", "a text file"},
        Bad{"NoHead", grid + good, 1, "study", "is missing", "[study]"},
        Bad{"NoName", "[study]\nscenario = \"scenario.toml\"\n" + grid + good, 1, "study.name", "is missing", "text"},
        Bad{"NoScenario", "[study]\nname = \"N\"\n" + grid + good, 1, "study.scenario", "is missing", "path"},
        Bad{"ScenarioMissing", "[study]\nname = \"N\"\nscenario = \"none.toml\"\n" + grid + good, 3, "study.scenario",
            "none.toml\" is missing", "the study's folder"},
        Bad{"UnknownSection", head + grid + good + "[axes]\n", 9, "axes", "unknown key", "did you mean \"axis\"?"},
        in_study("UnknownKey", "replicate = 3", "replicate", "unknown key", "did you mean \"replicates\"?"),
        in_study("NoReplicates", "replicates = 0", "replicates", "is 0", "1 .. 1000000"),
        in_study("HugeDays", "days = 13001", "days", "is 13001", "1 .. 13000"),
        in_study("NegativeSeed", "seed = -1", "seed", "is -1", "0 .. "),
        in_study("UnknownMeasure", "measures = [\"trsut\"]", "measures", "unknown measure \"trsut\"",
                 "did you mean \"trust\"?"),
        in_study("MeasureIsANumber", "measures = 3", "measures", "is 3", "text"),
        in_study("UnknownDays", "record_days = \"daily\"", "record_days", "is \"daily\"", "\"every N\""),
        in_study("EveryNothing", "record_days = \"every 0\"", "record_days", "is \"every 0\"", "\"every N\""),
        in_study("EveryHalf", "record_days = \"every 1.5\"", "record_days", "is \"every 1.5\"", "\"every N\""),
        in_study("DayTooLate", "record_days = [6, 7]", "record_days", "is 7", "days 0 .. 6"),
        in_study("DayTwice", "record_days = [6, 6]", "record_days", "has 6 twice", "once"),
        in_study("NoRecordDays", "record_days = []", "record_days", "is a list", "\"last\"")),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Design, BadStudy,
    testing::Values(
        Bad{"None", head + good, 1, "design", "is missing", "[design]"},
        in_design("NoKind", "", "design.kind", "is missing", "grid", 4),
        in_design("UnknownKind", "kind = \"gird\"", "design.kind", "is \"gird\"", "did you mean \"grid\"?"),
        in_design("UnknownKey", "kind = \"grid\"\npoint = 3", "design.point", "unknown key", "did you mean \"points\"?",
                  6),
        in_design("NoPoints", "kind = \"sobol\"", "design.points", "is missing", "how many", 4),
        in_design("ZeroPoints", "kind = \"sobol\"\npoints = 0", "design.points", "is 0", "1 .. ", 6),
        in_design("PointsOfAGrid", "kind = \"grid\"\npoints = 4", "design.points", "no meaning", "no `points`", 6),
        in_design("SeedOfSobol", "kind = \"sobol\"\npoints = 4\nseed = 3", "design.seed", "no meaning", "no `seed`", 7),
        in_design("TooManyPoints", "kind = \"random\"\npoints = 10000001", "design.points", "makes 10000001 points",
                  "with --yes", 6),
        in_design("FarTooManyPoints", "kind = \"random\"\npoints = 4000000001", "design.points", "is 4000000001",
                  "1 .. 4000000000", 6),
        Bad{"TooLargeAGrid",
            head + grid + "[[axis]]\n" + lever + "from = 0\nto = 1\nsteps = 10000\n[[axis]]\n" +
                "lever = \"recognition.propensity\"\nfrom = 0\nto = 1\nsteps = 1001\n",
            4, "design", "makes 10010000 points", "with --yes"},
        Bad{"FarTooLargeAGrid",
            head + grid + "[[axis]]\n" + lever + "from = 0\nto = 1\nsteps = 100000\n[[axis]]\n" +
                "lever = \"recognition.propensity\"\nfrom = 0\nto = 1\nsteps = 100000\n",
            4, "design", "makes 10000000000 points", "at most 4000000000"},
        Bad{"NoAxis", head + grid, 1, "axis", "is missing", "[[axis]]"},
        Bad{"AxisIsNoList", head + grid + "[axis]\n" + lever, 6, "axis", "is a table", "double brackets"},
        Bad{"PointsInAGrid", head + grid + good + "[[point]]\na = 1\n", 9, "point", "no meaning", "list"},
        Bad{"NoPointInAList", list, 1, "point", "is missing", "[[point]]"},
        Bad{"ValuesInAList", list + "values = [0.1]\n[[point]]\n", 8, "axis[1].values", "no meaning", "[[point]]"},
        Bad{"WrongKeyInAPoint", list + "[[point]]\ndiscretion.propensty = 0.2\n", 9, "point[1].discretion.propensty",
            "is no axis", "did you mean \"discretion.propensity\"?"},
        Bad{"WrongValueInAPoint", list + "[[point]]\n[[point]]\ndiscretion.propensity = 2\n", 9,
            "point[2].discretion.propensity", "is 2", "0 .. 1"},
        Bad{"ListInAPoint", list + "[[point]]\ndiscretion.propensity = [2]\n", 9, "point[1].discretion.propensity",
            "is a list", "a number"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Axis, BadStudy,
    testing::Values(
        in_axis("Nothing", "values = [1]", 1, "", "names nothing", "lever = "),
        in_axis("TwoThings", lever + "organisation = \"team_size\"\nvalues = [4]", 3, "organisation",
                "stands beside lever", "one of them"),
        in_axis("UnknownLever", "lever = \"recogniton.propensity\"\nvalues = [0.1]", 2, "lever", "unknown lever",
                "did you mean \"recognition.propensity\"?"),
        in_axis("UnknownKey", lever + "values = [0.1]\nvalue = 2", 4, "value", "unknown key",
                "did you mean \"values\"?"),
        in_axis("UnknownRole", lever + "who = { role = \"leadr\" }\nvalues = [0.1]", 3, "who", "leadr",
                "did you mean \"leader\"?"),
        in_axis("SeveralGroups", lever + "who = { role = [\"leader\", \"rep\"] }\nvalues = [0.1]", 3, "who", "several",
                "one role"),
        in_axis("OrganisationLeverForSome", "lever = \"trust.gain\"\nwho = { role = \"rep\" }\nvalues = [0.1]", 3,
                "who", "whole organisation", "everyone"),
        in_axis("WhoWithoutLever", "organisation = \"team_size\"\nwho = \"everyone\"\nvalues = [4]", 3, "who",
                "no meaning", "lever"),
        in_axis("UnknownIntervention", "intervention = \"Show the wrok\"\nfield = \"from\"\nvalues = [2, 3]", 2,
                "intervention", "no intervention \"Show the wrok\"", "did you mean \"Show the work\"?"),
        in_axis("NoField", work + "values = [2]", 1, "field", "is missing", "strength"),
        in_axis("FieldWithoutIntervention", lever + "field = \"from\"\nvalues = [0.2]", 3, "field", "no meaning",
                "intervention"),
        in_axis("UnknownField", work + "field = \"strenght\"\nvalues = [0.2, 0.3]", 3, "field", "unknown key",
                "did you mean \"strength\"?"),
        in_axis("UnknownLeverOfAnIntervention", work + "field = \"add.recogniton.propensity\"\nvalues = [0.2]", 3,
                "field", "unknown lever", "did you mean \"recognition.propensity\"?"),
        in_axis("UnknownOrganisationKey", "organisation = \"team_sise\"\nvalues = [4]", 2, "organisation",
                "unknown key", "did you mean \"team_size\"?"),
        in_axis("UnknownScenarioKey", "scenario = \"trust_rul\"\nvalues = [\"beta\"]", 2, "scenario", "unknown key",
                "did you mean \"trust_rule\"?"),
        in_axis("SharedKey", "scenario = \"seed\"\nvalues = [4]", 2, "scenario", "\"seed\" is the same", "[study]"),
        in_axis("NoValues", lever, 1, "", "has no values", "values = "),
        in_axis("EmptyValues", lever + "values = []", 3, "values", "is empty", "a list"),
        in_axis("ValuesNoList", lever + "values = 0.2", 3, "values", "is 0.2", "a list"),
        in_axis("ValueTwice", lever + "values = [0.2, 0.3, 0.2]", 3, "values", "has 0.2 twice", "once"),
        in_axis("ListAmongValues", lever + "values = [[0.2]]", 3, "values", "is a list", "a number"),
        in_axis("ValueOutOfRange", lever + "values = [0.2, 1.5]", 3, "values", "is 1.5", "0 .. 1"),
        in_axis("ValueIsNan", lever + "values = [nan]", 3, "values", "is nan", "0 .. 1"),
        in_axis("ValueIsAWord", lever + "values = [\"much\"]", 3, "values", "is \"much\"", "a number"),
        in_axis("UnknownRule", "scenario = \"trust_rule\"\nvalues = [\"bta\"]", 3, "values", "is \"bta\"",
                "did you mean \"beta\"?"),
        in_axis("TwoKindsOfValues", lever + "values = [0.2]\nfrom = 0\nto = 1", 1, "", "several ways", "one of"),
        in_axis("StepsOfValues", lever + "values = [0.2]\nsteps = 3", 4, "steps", "no meaning", "from, to and steps"),
        in_axis("NoEnd", lever + "from = 0.2\nsteps = 3", 1, "to", "is missing", "both ends"),
        in_axis("ReversedRange", lever + "from = 0.5\nto = 0.1\nsteps = 3", 4, "to", "is 0.1, below from = 0.5",
                "the larger"),
        in_axis("EmptyRange", lever + "from = 0.5\nto = 0.5\nsteps = 3", 4, "to", "the range is empty", "values"),
        in_axis("FromOutOfRange", lever + "from = -1\nto = 0.5\nsteps = 3", 3, "from", "is -1", "0 .. 1"),
        in_axis("ToOutOfRange", lever + "from = 0\nto = 1.5\nsteps = 3", 4, "to", "is 1.5", "0 .. 1"),
        in_axis("EndIsNan", lever + "from = nan\nto = 1.5\nsteps = 3", 3, "from", "is nan", "a number"),
        in_axis("NoSteps", lever + "from = 0\nto = 1", 1, "steps", "is missing", "a grid takes"),
        in_axis("OneStep", lever + "from = 0\nto = 1\nsteps = 1", 5, "steps", "is 1", "2 .. "),
        in_axis("HalfADay", work + "field = \"from\"\nfrom = 1.5\nto = 4\nsteps = 2", 4, "from", "is 1.5",
                "a whole number"),
        in_axis("MoreStepsThanDays", work + "field = \"from\"\nfrom = 2\nto = 4\nsteps = 4", 6, "steps",
                "3 whole numbers", "2 .. 3"),
        in_axis("DayTooLate", work + "field = \"from\"\nfrom = 2\nto = 9\nsteps = 2", 5, "to", "is 9", "1 .. 6"),
        in_axis("PriorOfAGridWithoutSteps", lever + "prior = true", 1, "steps", "is missing", "how many"),
        in_axis("NotPrior", lever + "prior = false\nsteps = 2", 3, "prior", "is false", "true"),
        in_sample("PriorOfAFixedLever", "lever = \"account.value\"\nprior = true", 3, "prior", "fixed", "values"),
        in_sample("PriorOfNoLever", "organisation = \"team_size\"\nprior = true", 3, "prior", "no lever",
                  "from and to"),
        in_sample("PriorAndRange", lever + "prior = true\nfrom = 0\nto = 1", 1, "", "several ways", "one of"),
        in_sample("WholeWithoutRange", lever + "prior = true\nwhole = true", 4, "whole", "no meaning", "from, to"),
        in_second("Twice", lever + "values = [0.4]", "varies discretion.propensity, as axis[1] does",
                  "each thing once"),
        in_second("NameTwice", "lever = \"recognition.propensity\"\nname = \"discretion.propensity\"\nvalues = [0.4]",
                  "is called \"discretion.propensity\", as axis[1] is", "name")),
    name_of_case);

TEST(BadStudies, ReportEveryMistakeAtOnce) {
  const auto problems = test::problems_of_study(
      "[study]\nscenario = \"scenario.toml\"\ndays = 0\n[design]\nkind = \"grid\"\npoints = 0\n"
      "[[axis]]\nlever = \"x\"\nvalues = [1]\n[[axis]]\norganisation = \"team_size\"\nvalues = [1, 0]\n");
  std::string all;
  for (const Problem& problem : problems) all += to_string(problem) + "\n";
  EXPECT_EQ(problems.size(), 7u) << all;
}

TEST(BadStudies, ReportTheScenariosMistakesToo) {
  const auto problems =
      test::problems_of_study(head + "days = 0\n" + grid + good, test::generated_text("[levers]\nx = 1\n"));
  std::string all;
  for (const Problem& problem : problems) all += to_string(problem) + "\n";
  ASSERT_EQ(problems.size(), 2u) << all;
  EXPECT_EQ(problems[0].file, "study.toml");
  EXPECT_EQ(problems[1].file, "scenario.toml");
}

TEST(BadStudies, HaveCornersThatCannotGoTogether) {
  const auto problems =
      test::problems_of_study(head + grid + "[[axis]]\n" + work + "field = \"from\"\nvalues = [2, 4]\n[[axis]]\n" +
                              work + "field = \"to\"\nvalues = [3, 5]\n");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].key, "axis[2]");
  EXPECT_THAT(problems[0].what, HasSubstr("is 3, before from = 4"));
}

TEST(BadStudies, NameAnInterventionWhereThereIsNone) {
  const auto problems = test::problems_of_study(head + grid + "[[axis]]\n" + work + "field = \"from\"\nvalues = [2]\n",
                                                test::generated_text());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].key, "axis[1].intervention");
  EXPECT_THAT(problems[0].accepted, HasSubstr("a scenario with interventions"));
}

TEST(BadStudies, DisagreeWithAnotherValueOfTheScenario) {
  const auto problems = test::problems_of_study(head + grid + "[[axis]]\n" + work + "field = \"from\"\nvalues = [6]\n");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].file, "scenario.toml");
  EXPECT_THAT(problems[0].what, HasSubstr("is 5, before from = 6 (with intervention.Show the work.from = 6 ("));
}

}  // namespace
}  // namespace trust
