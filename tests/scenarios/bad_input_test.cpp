// Bad input, case by case: where it is, what is wrong, what would be accepted, and nothing else reported.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

using test::Files;
using testing::HasSubstr;

struct Bad {
  std::string name;
  std::string text;   // of the scenario
  Files files;        // beside it
  std::string where;  // file:line
  std::string key;
  std::string what;      // part of what is wrong
  std::string accepted;  // part of what is accepted
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.name; }

class BadInput : public testing::TestWithParam<Bad> {};

TEST_P(BadInput, IsReportedWhereItIsWithWhatIsAccepted) {
  const Bad& bad = GetParam();
  const std::vector<Problem> problems = test::problems_of(bad.text, bad.files);
  std::string all;
  for (const Problem& problem : problems) all += "\n  " + to_string(problem);
  ASSERT_EQ(problems.size(), 1u) << all;
  const Problem& problem = problems.front();
  EXPECT_EQ(problem.file + ":" + std::to_string(problem.line), bad.where) << all;
  EXPECT_EQ(problem.key, bad.key) << all;
  EXPECT_THAT(problem.what, HasSubstr(bad.what));
  EXPECT_THAT(problem.accepted, HasSubstr(bad.accepted));
  EXPECT_FALSE(problem.accepted.empty()) << all;
}

std::string name_of_case(const testing::TestParamInfo<Bad>& info) { return info.param.name; }

const std::string head = test::heading;         // lines 1 to 3
const std::string generated = test::generated;  // two lines
const std::string whole = head + generated;     // lines 1 to 5: a good scenario
const std::string files_given =
    head + "[organisation]\npeople = \"people.csv\"\nties = \"ties.csv\"\n";  // lines 1 to 6
const std::string people = "id,role,manager\na,leader,\nb,rep,a\nc,rep,a\n";
const std::string ties = "source,target,weight\na,b,1\nb,c,2\nc,a,3\n";

/// A scenario in which one key of [scenario] (line 4) is wrong.
Bad in_head(const std::string& name, const std::string& line, const std::string& key, const std::string& what,
            const std::string& accepted) {
  return {name, head + line + "\n" + generated, {}, "scenario.toml:4", "scenario." + key, what, accepted};
}

/// ... in which one line after a good scenario (line 6, or the one below it) is wrong.
Bad after(const std::string& name, const std::string& lines, int line, const std::string& key, const std::string& what,
          const std::string& accepted) {
  return {name, whole + lines + "\n", {}, "scenario.toml:" + std::to_string(line), key, what, accepted};
}

/// ... in which the generator's figures (line 5) are wrong.
Bad in_generate(const std::string& name, const std::string& figures, const std::string& key, const std::string& what,
                const std::string& accepted) {
  return {name,
          head + "[organisation]\ngenerate = { " + figures + " }\n",
          {},
          "scenario.toml:5",
          "organisation.generate" + key,
          what,
          accepted};
}

/// ... in which a file of an import is wrong.
Bad in_files(const std::string& name, const Files& files, const std::string& where, const std::string& key,
             const std::string& what, const std::string& accepted, const std::string& keys = "") {
  Files all{{"people.csv", people}, {"ties.csv", ties}};
  for (const auto& [file, text] : files) all[file] = text;
  return {name, files_given + keys + "\n", all, where, key, what, accepted};
}

/// ... in which a key of an import (line 7) is wrong.
Bad in_import(const std::string& name, const std::string& keys, const std::string& key, const std::string& what,
              const std::string& accepted) {
  return in_files(name, {}, "scenario.toml:7", "organisation." + key, what, accepted, keys);
}

INSTANTIATE_TEST_SUITE_P(
    Scenario, BadInput,
    testing::Values(
        Bad{"EmptyFile", " \n\n", {}, "scenario.toml:0", "", "is empty", "a text file"},
        Bad{"NotUtf8", whole + "# caf\xE9\n", {}, "scenario.toml:6", "", "is not UTF-8", "UTF-8"},
        Bad{"Utf16", std::string("\xFF\xFE[\0s\0", 6), {}, "scenario.toml:1", "", "is UTF-16", "UTF-8"},
        Bad{"ZeroByte", whole + std::string("# \0\n", 4), {}, "scenario.toml:6", "", "zero byte", "text"},
        Bad{"NotToml", whole + "days == 3\n", {}, "scenario.toml:6", "", "", "TOML"},
        Bad{"UnclosedText", head + "days = \"3\n" + generated, {}, "scenario.toml:4", "", "", "TOML"},
        Bad{"KeyTwice", head + "days = 3\ndays = 4\n" + generated, {}, "scenario.toml:5", "", "days", "TOML"},
        Bad{"NoHead", generated, {}, "scenario.toml:1", "scenario", "is missing", "[scenario]"},
        Bad{"HeadIsNoTable", "scenario = 3\n" + generated, {}, "scenario.toml:1", "scenario", "is 3", "a table"},
        Bad{"NoName",
            "[scenario]\nstory = \"S\"\n" + generated,
            {},
            "scenario.toml:1",
            "scenario.name",
            "is missing",
            "text"},
        Bad{"NoStory",
            "[scenario]\nname = \"N\"\n" + generated,
            {},
            "scenario.toml:1",
            "scenario.story",
            "is missing",
            "text"},
        Bad{"BlankName",
            "[scenario]\nname = \" \"\nstory = \"S\"\n" + generated,
            {},
            "scenario.toml:2",
            "scenario.name",
            "is \" \"",
            "text"},
        Bad{"NoOrganisation", head, {}, "scenario.toml:1", "organisation", "is missing", "generate"},
        Bad{"UnknownSection",
            whole + "[lever]\ntrust.gain = 0.1\n",
            {},
            "scenario.toml:6",
            "lever",
            "unknown key",
            "did you mean \"levers\"?"},
        in_head("UnknownKey", "replicate = 3", "replicate", "unknown key", "did you mean \"replicates\"?"),
        in_head("NoDays", "days = 0", "days", "is 0", "1 .. 13000"),
        in_head("NegativeDays", "days = -5", "days", "is -5", "1 .. 13000"),
        in_head("HugeDays", "days = 13001", "days", "is 13001", "1 .. 13000"),
        in_head("HalfADay", "days = 1.5", "days", "is 1.5", "a whole number"),
        in_head("DaysAsText", "days = \"65\"", "days", "is \"65\"", "a whole number"),
        in_head("DaysAsDate", "days = 2024-01-01", "days", "a date", "a whole number"),
        in_head("HugeReplicates", "replicates = 1000001", "replicates", "is 1000001", "1 .. 1000000"),
        in_head("NegativeSeed", "seed = -1", "seed", "is -1", "0 .. 9223372036854775807"),
        in_head("SeedIsNan", "seed = nan", "seed", "is nan", "a whole number"),
        in_head("NoReplicatesPerOrganisation", "replicates_per_organisation = 0", "replicates_per_organisation", "is 0",
                "1 .."),
        in_head("UnknownTrustRule", "trust_rule = \"asymetric\"", "trust_rule", "is \"asymetric\"",
                "did you mean \"asymmetric\"?"),
        in_head("TrustRuleIsNumber", "trust_rule = 1", "trust_rule", "is 1", "asymmetric"),
        in_head("UnknownGossip", "gossip = \"rumour\"", "gossip", "is \"rumour\"", "none, mirror, echo, transfer"),
        in_head("StepsPerDay", "steps_per_day = 65", "steps_per_day", "is 65", "1 .. 64")),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Roles, BadInput,
    testing::Values(
        after("RoleWithoutName", "[[role]]\nfunction = \"product\"", 6, "role[1].name", "is missing", "a name"),
        after("RoleWithoutFunction", "[[role]]\nname = \"engineer\"", 6, "role[1].function", "is missing", "sales"),
        after("StandardRole", "[[role]]\nname = \"Rep\"\nfunction = \"x\"", 7, "role[1].name", "already", "a new name"),
        after("RoleUnknownKey", "[[role]]\nname = \"x\"\nfunction = \"x\"\nlead = true", 9, "role[1].lead",
              "unknown key", "did you mean \"leads\"?"),
        after("RoleLeadsIsText", "[[role]]\nname = \"x\"\nfunction = \"x\"\nleads = \"yes\"", 9, "role[1].leads",
              "is \"yes\"", "true or false"),
        after("RoleUnknownPart", "[[role]]\nname = \"x\"\nfunction = \"x\"\npart = \"selling\"", 9, "role[1].part",
              "is \"selling\"", "none, marketing, development, sales"),
        after("RoleCarriesIsText", "[[role]]\nname = \"x\"\nfunction = \"x\"\ncarries_change = \"yes\"", 9,
              "role[1].carries_change", "is \"yes\"", "true or false"),
        after("RoleIsOneTable", "[role]\nname = \"x\"", 6, "role", "is a table", "[[role]]")),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Generated, BadInput,
    testing::Values(
        in_generate("NoRoles", "team_size = 8", ".roles", "is missing", "rep = 60"),
        in_generate("RolesEmpty", "roles = {}", ".roles", "is empty", "rep = 60"),
        in_generate("UnknownRole", "roles = { rep = 5, reps = 5 }", ".roles.reps", "unknown role",
                    "did you mean \"rep\"?"),
        in_generate("NegativeCount", "roles = { rep = -5 }", ".roles.rep", "is -5", "0 .. 1000000"),
        in_generate("HugeCount", "roles = { rep = 1000000000 }", ".roles.rep", "is 1000000000", "0 .. 1000000"),
        in_generate("HugeSum", "roles = { rep = 900000, bdr = 900000 }, ties_per_person = 3", ".roles",
                    "1800000 people", "at most 1000000"),
        in_generate("TooManyTies", "roles = { rep = 900000 }, ties_per_person = 1000", ".ties_per_person",
                    "900000000 ties", "at most 200000000"),
        in_generate("TeamOfOne", "roles = { rep = 9 }, team_size = 1", ".team_size", "is 1", "2 .."),
        in_generate("NoSpan", "roles = { rep = 9 }, span_of_control = 0", ".span_of_control", "is 0", "2 .."),
        in_generate("TrustAboveOne", "roles = { rep = 9 }, trust_within = 1.1", ".trust_within", "is 1.1", "0 .. 1"),
        in_generate("TrustIsInfinite", "roles = { rep = 9 }, trust_across = inf", ".trust_across", "is inf", "0 .. 1"),
        in_generate("TrustIsNan", "roles = { rep = 9 }, trust_spread = nan", ".trust_spread", "is nan", "0 .. 0.5"),
        in_generate("UnknownFigure", "roles = { rep = 9 }, teamsize = 8", ".teamsize", "unknown key",
                    "did you mean \"team_size\"?"),
        in_generate("NobodyThere", "roles = { rep = 9 }, open_seats = 1", ".open_seats", "is 1", "0 .. 0.9"),
        Bad{"CandidatesAboveOne",
            whole + "candidate_ties = 1.5\n",
            {},
            "scenario.toml:6",
            "organisation.candidate_ties",
            "is 1.5",
            "0 .. 1"},
        Bad{"NoAccountPlaces",
            whole + "account_places = 0\n",
            {},
            "scenario.toml:6",
            "organisation.account_places",
            "is 0",
            "1 .. 1000"},
        Bad{"MoreAccountsThanPlaces",
            whole + "account_places = 3\ninitial_accounts = 4\n",
            {},
            "scenario.toml:7",
            "organisation.initial_accounts",
            "is 4",
            "at most account_places, which is 3"},
        Bad{"GenerateAndFiles",
            head + "[organisation]\ngenerate = { roles = { rep = 9 } }\nties = \"ties.csv\"\n",
            {},
            "scenario.toml:6",
            "organisation.ties",
            "unknown key",
            "generate"}),
    name_of_case);

TEST(BadGenerator, FiguresThatCannotBeMetTogetherAreReported) {
  const auto problems =
      test::problems_of(head + "[organisation]\ngenerate = { roles = { rep = 100, leader = 1 }, team_size = 4 }\n");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].line, 5);
  EXPECT_EQ(problems[0].key, "organisation.generate");
  EXPECT_THAT(problems[0].what, HasSubstr("1 leaders"));
  EXPECT_EQ(test::problems_of(head + "[organisation]\ngenerate = { roles = { rep = 0 } }\n").size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(
    Levers, BadInput,
    testing::Values(
        after("UnknownLever", "[levers]\nrecogniton.propensity = 0.1", 7, "levers.recogniton.propensity",
              "unknown lever", "did you mean \"recognition.propensity\"?"),
        after("LeverTooHigh", "[levers]\nrecognition.propensity = 1.5", 7, "levers.recognition.propensity", "is 1.5",
              "a number 0 .. 1 (share of days)"),
        after("LeverIsNan", "[levers]\ntrust.gain = nan", 7, "levers.trust.gain", "is nan", "0 .. 1"),
        after("LeverIsInfinite", "[levers]\ntrust.gain = -inf", 7, "levers.trust.gain", "is -inf", "0 .. 1"),
        after("LeverIsText", "[levers]\ntrust.gain = \"high\"", 7, "levers.trust.gain", "is \"high\"", "0 .. 1"),
        after("LeverIsTable", "[levers.trust.gain]\nx = 1", 6, "levers.trust.gain", "is a table", "0 .. 1"),
        after("LeverTwice", "[levers]\ntrust.gain = 0.1\n\"trust.gain\" = 0.2", 8, "levers.trust.gain",
              "is given twice", "once"),
        after("LeversIsNoTable", "levers = 3", 6, "organisation.levers", "unknown key", "generate"),
        after("OrganisationLeverForSome", "[levers.role.rep]\ntrust.gain = 0.1", 7, "levers.role.rep.trust.gain",
              "whole organisation", "for everyone"),
        after("UnknownRoleOfLevers", "[levers.role.leadr]\nrecognition.propensity = 0.1", 7, "levers.role.leadr",
              "there is no role", "did you mean \"leader\"?"),
        after("UnknownFunctionOfLevers", "[levers.function.sale]\nrecognition.propensity = 0.1", 7,
              "levers.function.sale", "there is no function \"sale\"", "did you mean \"sales\"?"),
        after("UnknownTeamOfLevers", "[levers.team.Nobody]\nrecognition.propensity = 0.1", 7, "levers.team.Nobody",
              "there is no team \"Nobody\"", "known:"),
        after("UnknownPersonOfLevers", "[levers.person.p9999]\nrecognition.propensity = 0.1", 7, "levers.person.p9999",
              "there is no person", "known:"),
        after("GroupOfLeversIsNoTable", "[levers]\nrole = 3", 7, "levers.role", "is 3", "[levers.role.NAME]")),
    name_of_case);

Bad intervention(const std::string& name, const std::string& line, const std::string& key, const std::string& what,
                 const std::string& accepted) {
  const bool has_who = line.find("who = ") != std::string::npos;
  return after(name, "[[intervention]]\nname = \"X\"\n" + line + (has_who ? "" : "\nwho = \"everyone\""), 8,
               "intervention[1]." + key, what, accepted);
}

INSTANTIATE_TEST_SUITE_P(
    Interventions, BadInput,
    testing::Values(
        after("NoName", "[[intervention]]\nwho = \"everyone\"", 6, "intervention[1].name", "is missing", "a name"),
        after("NoWho", "[[intervention]]\nname = \"X\"", 6, "intervention[1].who", "is missing", "\"everyone\""),
        after("OneTable", "[intervention]\nname = \"X\"", 6, "intervention", "is a table", "[[intervention]]"),
        intervention("UnknownKey", "form = 3", "form", "unknown key", "did you mean \"from\"?"),
        intervention("FromDayZero", "from = 0", "from", "is 0", "1 .. 65"),
        intervention("FromAfterTheEnd", "from = 66", "from", "is 66", "1 .. 65"),
        intervention("ToBeforeFrom", "to = 3\nfrom = 4", "to", "is 3, before from = 4", "4 .. 13000"),
        intervention("NegativeRamp", "ramp = -1", "ramp", "is -1", "0 .. 13000"),
        intervention("StrengthAboveOne", "strength = 2", "strength", "is 2", "0 .. 1"),
        intervention("NegativeCost", "cost = { money = -1 }", "cost.money", "is -1", "0 .."),
        intervention("MoreHoursThanADayHas", "cost = { hours = 25 }", "cost.hours", "is 25", "0 .. 24"),
        intervention("UnknownCost", "cost = { hour = 1 }", "cost.hour", "unknown key", "did you mean \"hours\"?"),
        intervention("CostIsNumber", "cost = 3", "cost", "is 3", "a table"),
        intervention("SetsUnknownLever", "set = { \"trust.gian\" = 0.1 }", "set.trust.gian", "unknown lever",
                     "did you mean \"trust.gain\"?"),
        intervention("SetsTooMuch", "set = { \"trust.gain\" = 1.1 }", "set.trust.gain", "is 1.1", "0 .. 1"),
        intervention("AddsTooMuch", "add = { \"trust.gain\" = -1.1 }", "add.trust.gain", "is -1.1",
                     "an amount -1 .. 1"),
        intervention("SetIsNumber", "set = 0.5", "set", "is 0.5", "a table"),
        intervention("WhoIsAnyText", "who = \"all\"", "who", "is \"all\"", "\"everyone\""),
        intervention("WhoIsEmpty", "who = {}", "who", "names nobody", "\"everyone\""),
        intervention("WhoIsEmptyList", "who = []", "who", "is a list", "\"everyone\""),
        intervention("CostDays", "cost = { days = 0 }", "cost.days", "is 0", "1 .. 13000"),
        intervention("CostOnceNegative", "cost = { once = -1 }", "cost.once", "is -1", "0 .."),
        intervention("OptionOfAKind", "severity = 0.3", "severity",
                     "an option of broken_promise, not of levers by hand", "kind = \"broken_promise\""),
        intervention("AfterUnknown", "after = \"Workshop\"", "after", "no intervention \"Workshop\"", "known: X"),
        intervention("AfterItself", "after = \"X\"", "after", "waits for \"X\"", "does not come after"),
        intervention("WhoHasUnknownKey", "who = { roles = \"rep\" }", "who.roles", "unknown key",
                     "did you mean \"role\"?"),
        intervention("WhoIsSeveralWays", "who = { role = \"rep\", function = \"sales\" }", "who", "several ways",
                     "a list"),
        intervention("WhoNamesNumber", "who = { role = 3 }", "who.role", "is 3", "a list of such texts"),
        intervention("WhoNamesUnknownTeam", "who = { team = [\"Sales 1\", \"Atlantis\"] }", "who",
                     "there is no team \"Atlantis\"", "known:"),
        intervention("OrganisationLeverForSome", "set = { \"trust.gain\" = 0.1 }\nwho = { role = \"rep\" }",
                     "set.trust.gain", "whole organisation", "for everyone")),
    name_of_case);

/// ... in which the only intervention is of a kind; `lines` follow its kind, on line 8.
Bad kind(const std::string& name, const std::string& kind_name, const std::string& lines, int line,
         const std::string& key, const std::string& what, const std::string& accepted) {
  return after(name, "[[intervention]]\nkind = \"" + kind_name + "\"\n" + lines, line, "intervention[1]." + key, what,
               accepted);
}

const std::string sales = "who = { function = \"sales\" }\n";

INSTANTIATE_TEST_SUITE_P(
    Kinds, BadInput,
    testing::Values(
        kind("UnknownKind", "recogniton_programme", "", 7, "kind", "is \"recogniton_programme\"",
             "did you mean \"recognition_programme\"?"),
        // Its options may be right: nothing is said of them.
        kind("UnknownKindWithOptions", "betrayal", "severity = 0.3\n" + sales, 7, "kind", "is \"betrayal\"", "poster"),
        after("KindIsNumber", "[[intervention]]\nkind = 3", 7, "intervention[1].kind", "is 3", "poster"),
        kind("OptionOfAnotherKind", "poster", "severity = 0.3", 8, "severity",
             "an option of broken_promise, not of poster", "poster has no options"),
        kind("OptionOfNoKind", "poster", "colour = \"red\"", 8, "colour", "unknown key", "known:"),
        kind("SeverityAboveOne", "broken_promise", "severity = 1.2\n" + sales, 8, "severity", "is 1.2", "0 .. 1"),
        kind("SeverityBelowZero", "deception", "severity = -0.1\n" + sales, 8, "severity", "is -0.1", "0 .. 1"),
        kind("SeverityIsNan", "deception", "severity = nan\n" + sales, 8, "severity", "is nan", "0 .. 1"),
        kind("UnknownDimension", "deception", "dimension = \"honesty\"\n" + sales, 8, "dimension", "is \"honesty\"",
             "ability, benevolence, integrity"),
        kind("UnknownResponse", "reset", "response = \"apologise\"\n" + sales, 8, "response", "is \"apologise\"",
             "did you mean \"apology\"?"),
        kind("UnknownChannel", "reset", "channel = \"fax\"\n" + sales, 8, "channel", "is \"fax\"", "face_to_face"),
        kind("FlagIsText", "new_leader", "reads_room = \"yes\"", 8, "reads_room", "is \"yes\"", "true or false"),
        kind("ShareAboveOne", "layoff", "share = 2", 8, "share", "is 2", "0 .. 1"),
        kind("StrengthAboveOne", "poster", "strength = 2", 8, "strength", "is 2", "0 .. 1"),
        kind("EventAfterTheEnd", "layoff", "from = 66", 8, "from", "is 66", "1 .. 65"),
        kind("EventOnDayZero", "layoff", "from = 0", 8, "from", "is 0", "1 .. 65"),
        kind("EventThatLasts", "deception", "to = 20\n" + sales, 8, "to", "deception happens once", "`from`"),
        kind("EventWithRamp", "layoff", "ramp = 20", 8, "ramp", "layoff happens once", "`from`"),
        kind("NobodyNamed", "broken_promise", "", 6, "who", "is missing", "\"everyone\""),
        kind("NobodyOfThatName", "deception", "who = { person = \"p9999\" }", 8, "who", "there is no person", "known:"),
        kind("RoleThatNobodyHas", "deception", "who = { role = \"bdr\" }", 8, "who", "is nobody here", "people"),
        kind("WhoIsNumber", "deception", "who = 3", 8, "who", "is 3", "\"everyone\""),
        kind("OrderedForSome", "leaders_first", sales, 8, "who", "leaders_first is about everybody", "no `who`"),
        kind("LeversByHandToo", "poster", "set = { \"trust.gain\" = 0.1 }", 8, "set",
             "cannot go with kind = \"poster\"", "another [[intervention]]"),
        kind("DiscretionWithoutTraining", "discretion_after_training", "from = 10", 7, "kind",
             "comes before anything that it needs", "training_event, sales_lab"),
        kind("AfterNobody", "poster", "after = \"training\"", 8, "after", "no intervention \"training\"",
             "known: poster"),
        kind("ReorganisationOfNobody", "reorganisation", "who = { role = \"leader\" }", 8, "who",
             "nobody who could change teams", "two teams or more"),
        kind("ContractWithOneself", "feedback_contract", "who = { person = \"sales-1-2\" }", 8, "who", "is one person",
             "two people"),
        after("TrainingTooLate",
              "[[intervention]]\nkind = \"training_event\"\nfrom = 20\n\n[[intervention]]\n"
              "kind = \"discretion_after_training\"\nfrom = 10",
              11, "intervention[2].kind", "on day 10 comes before", "training_event"),
        after("AfterSomethingThatTrainsNobody",
              "[[intervention]]\nkind = \"poster\"\n\n[[intervention]]\nkind = \"discretion_after_training\"\n"
              "after = \"poster\"",
              10, "intervention[2].kind", "on day 2 comes before", "by hand"),
        after("BeforeItsPredecessor",
              "[[intervention]]\nkind = \"training_event\"\nfrom = 20\n\n[[intervention]]\nkind = \"poster\"\n"
              "after = \"training_event\"\nfrom = 22",
              13, "intervention[2].from", "is 22, before \"training_event\" is done", "a day 23 .. 65"),
        after("EndsBeforeItsPredecessor",
              "[[intervention]]\nkind = \"training_event\"\nfrom = 20\n\n[[intervention]]\nkind = \"poster\"\n"
              "after = \"training_event\"\nto = 22",
              13, "intervention[2].to", "is 22, before it begins on day 23", "a day 23 .."),
        after("PredecessorThatOutlastsTheRun",
              "[[intervention]]\nkind = \"bad_quarter\"\nfrom = 20\n\n[[intervention]]\nkind = \"poster\"\n"
              "after = \"bad_quarter\"",
              12, "intervention[2].after", "is done on day 84", "before day 65"),
        after("InACircle",
              "[[intervention]]\nkind = \"offsite\"\nafter = \"poster\"\n\n[[intervention]]\nkind = \"poster\"\n"
              "after = \"offsite\"",
              12, "intervention[2].after", "\"offsite\" itself waits for \"poster\"", "does not come after")),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    ImportKeys, BadInput,
    testing::Values(
        Bad{"NothingSaid",
            head + "[organisation]\n",
            {},
            "scenario.toml:4",
            "organisation",
            "says of nobody",
            "generate"},
        Bad{"NoTies",
            head + "[organisation]\npeople = \"people.csv\"\n",
            {{"people.csv", people}},
            "scenario.toml:4",
            "organisation.ties",
            "is missing",
            "reporting_ties = true"},
        in_import("UnknownKey", "colums = {}", "colums", "unknown key", "did you mean \"columns\"?"),
        in_import("UnknownColumn", "columns = { title = \"role\" }", "columns.title", "unknown key", "role"),
        in_import("ColumnsIsText", "columns = \"id\"", "columns", "is \"id\"", "a table"),
        in_import("TitleToUnknownRole", "roles = { Clerk = \"reps\" }", "roles.Clerk", "unknown role \"reps\"",
                  "did you mean \"rep\"?"),
        in_import("UnknownDefaultRole", "default_role = \"boss\"", "default_role", "unknown role \"boss\"", "leader"),
        in_import("UnknownWeightRule", "weights = \"rescaled\"", "weights", "is \"rescaled\"",
                  "did you mean \"rescale\"?"),
        in_import("TrustRangeBackwards", "trust_range = [0.8, 0.3]", "trust_range", "is [0.8, 0.3]",
                  "[smallest, largest]"),
        in_import("TrustRangeOfThree", "trust_range = [0.1, 0.2, 0.3]", "trust_range", "is a list",
                  "[smallest, largest]"),
        in_import("TrustRangeWithoutUse", "trust_range = [0.2, 0.3]\nweights = \"signed\"", "trust_range", "no meaning",
                  "rescale"),
        in_import("UnknownRepeats", "repeated_ties = \"max\"", "repeated_ties", "is \"max\"", "sum"),
        in_import("UnknownManagers", "unknown_managers = \"drop\"", "unknown_managers", "is \"drop\"",
                  "error, top, add"),
        in_import("UnknownSeparator", "separator = \"x\"", "separator", "is \"x\"", "tab"),
        in_import("AddedTrust", "added_trust = 1.5", "added_trust", "is 1.5", "0 .. 1"),
        in_import("Skill", "default_skill = -0.1", "default_skill", "is -0.1", "0 .. 1"),
        in_import("UnknownStyles", "styles = \"random\"", "styles", "is \"random\"", "drawn, alike"),
        in_import("Candidates", "candidate_ties = -0.1", "candidate_ties", "is -0.1", "0 .. 1"),
        in_import("DirectedIsText", "directed = \"no\"", "directed", "is \"no\"", "true or false")),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Files, BadInput,
    testing::Values(Bad{"MissingPeople",
                        files_given,
                        {{"ties.csv", ties}},
                        "scenario.toml:5",
                        "organisation.people",
                        "people.csv\" is missing",
                        "the scenario's folder"},
                    Bad{"MissingTies",
                        files_given,
                        {{"people.csv", people}},
                        "scenario.toml:6",
                        "organisation.ties",
                        "ties.csv\" is missing",
                        "the scenario's folder"},
                    Bad{"FolderForFile",
                        files_given,
                        {{"people.csv", people}, {"ties.csv/x", "x"}},
                        "scenario.toml:6",
                        "organisation.ties",
                        "is a folder",
                        "a text file"},
                    in_files("EmptyPeople", {{"people.csv", ""}}, "people.csv:0", "", "is empty", "a text file"),
                    in_files("BlankTies", {{"ties.csv", "\n \n"}}, "ties.csv:0", "", "is empty", "a text file"),
                    in_files("PeopleHeadingOnly", {{"people.csv", "id,role\n"}}, "people.csv:0", "", "no people",
                             "a row for each person"),
                    in_files("TiesHeadingOnly", {{"ties.csv", "source,target\n"}}, "ties.csv:0", "", "no ties",
                             "a row for each tie"),
                    in_files("PeopleNotUtf8", {{"people.csv", "id\na\nb\nc\nJos\xE9\n"}}, "people.csv:5", "",
                             "is not UTF-8", "CSV UTF-8"),
                    in_files("NoIdColumn", {{"people.csv", "employee,role\na,rep\nb,rep\nc,rep\n"}}, "people.csv:1",
                             "columns.id", "no column \"id\"", "employee, role"),
                    in_files("StatedColumnMissing", {}, "people.csv:1", "columns.team", "no column \"dept\"",
                             "id, role, manager", "columns = { team = \"dept\" }"),
                    in_files("NoTargetColumn", {{"ties.csv", "source,to\na,b\n"}}, "ties.csv:1", "columns.target",
                             "no column \"target\"", "source, to"),
                    in_files("ColumnTwice", {{"people.csv", "id,role,role\na,rep,rep\nb,rep,rep\nc,rep,rep\n"}},
                             "people.csv:1", "columns.role", "2 columns are headed \"role\"", "one column"),
                    in_files("ShortRow", {{"people.csv", people + "d\n"}}, "people.csv:5", "", "1 cells", "3 cells"),
                    in_files("OpenQuote", {{"people.csv", people + "\"d,rep,a\n"}}, "people.csv:5", "", "never ends",
                             "a closing quote"),
                    in_files("DuplicateId", {{"people.csv", people + "b,rep,a\n"}}, "people.csv:5", "id",
                             "the id of line 3 already", "once"),
                    in_files("EmptyId", {{"people.csv", people + ",rep,a\n"}}, "people.csv:5", "id", "is empty",
                             "an id"),
                    in_files("UnknownManager", {{"people.csv", people + "d,rep,x\n"}}, "people.csv:5", "manager",
                             "no person \"x\"", "unknown_managers"),
                    in_files("ManagerCycle", {{"people.csv", "id,manager\na,\nb,c\nc,d\nd,b\ne,d\n"}}, "people.csv:3",
                             "manager", "b -> c -> d -> b", "who has no manager"),
                    in_files("SkillIsText", {{"people.csv", "id,skill\na,0.5\nb,good\nc,1\n"}}, "people.csv:3", "skill",
                             "is \"good\"", "0 .. 1"),
                    in_files("StyleIsHigh", {{"people.csv", "id,style_x,style_y\na,0.5,0.5\nb,1.5,1\nc,1,1\n"}},
                             "people.csv:3", "style_x", "is \"1.5\"", "0 .. 1"),
                    in_files("OpenIsMaybe", {{"people.csv", "id,open\na,yes\nb,maybe\nc,\n"}}, "people.csv:3", "open",
                             "is \"maybe\"", "yes, no"),
                    in_files("TenureIsNegative", {{"people.csv", "id,tenure_years\na,5\nb,-1\nc,1\n"}}, "people.csv:3",
                             "tenure_years", "is \"-1\"", "0 .. 80"),
                    in_files("TenureIsNan", {{"people.csv", "id,tenure_years\na,nan\nb,1\nc,1\n"}}, "people.csv:2",
                             "tenure_years", "is \"nan\"", "0 .. 80")),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Ties, BadInput,
    testing::Values(
        in_files("UnknownPerson", {{"ties.csv", ties + "a,x,1\n"}}, "ties.csv:5", "target", "no person \"x\"",
                 "people.csv"),
        in_files("EmptyEnd", {{"ties.csv", ties + ",a,1\n"}}, "ties.csv:5", "source", "is empty", "the id of a person"),
        in_files("RepeatedTie", {{"ties.csv", ties + "a,b,7\n"}}, "ties.csv:5", "", "there already (line 2)",
                 "repeated_ties"),
        in_files("WeightIsText", {{"ties.csv", ties + "a,c,much\n"}}, "ties.csv:5", "weight", "is \"much\"",
                 "a number"),
        in_files("WeightIsNan", {{"ties.csv", ties + "a,c,NaN\n"}}, "ties.csv:5", "weight", "is \"NaN\"", "a number"),
        in_files("WeightIsInfinite", {{"ties.csv", ties + "a,c,inf\n"}}, "ties.csv:5", "weight", "is \"inf\"",
                 "a number"),
        in_files("WeightIsEmpty", {{"ties.csv", ties + "a,c,\n"}}, "ties.csv:5", "weight", "is empty", "a number"),
        in_files("WeightHasDecimalComma", {{"ties.csv", "source;target;weight\na;b;1,5\n"}}, "ties.csv:2", "weight",
                 "is \"1,5\"", "decimal point"),
        in_files("WeightIsNoTrust", {{"ties.csv", "source,target,weight\na,b,0.5\nb,a,3\n"}}, "ties.csv:3", "weight",
                 "is 3", "trust 0 .. 1", "weights = \"as-trust\""),
        in_files("SeveralLayers", {{"ties.csv", "source,target,layer\na,b,x\na,b,y\n"}}, "scenario.toml:4",
                 "organisation.layer", "2 layers", "x, y"),
        in_files("UnknownLayer", {{"ties.csv", "source,target,layer\na,b,advice\n"}}, "scenario.toml:7",
                 "organisation.layer", "no \"advise\"", "did you mean \"advice\"?", "layer = \"advise\""),
        in_files("UnknownManagerLayer",
                 {{"people.csv", "id\na\nb\n"}, {"ties.csv", "source,target,layer\na,b,advice\n"}}, "scenario.toml:7",
                 "organisation.manager_layer", "no \"reports\"", "advice", "manager_layer = \"reports\""),
        in_files("LayerWithoutColumn", {}, "ties.csv:1", "columns.layer", "no column \"layer\"",
                 "source, target, weight", "layer = \"x\""),
        in_files("UnknownTime", {{"ties.csv", "source,target,time\na,b,1\n"}}, "scenario.toml:7", "organisation.time",
                 "no \"2\"", "known: 1", "time = 2"),
        in_files("TwoManagersInALayer",
                 {{"people.csv", "id\na\nb\nc\n"}, {"ties.csv", "source,target,layer\na,b,x\na,b,r\na,c,r\n"}},
                 "ties.csv:4", "manager_layer", "already (line 3)", "one manager", "manager_layer = \"r\""),
        in_files("OnlySelfTies", {{"ties.csv", "source,target\na,a\n"}}, "scenario.toml:6", "organisation.ties",
                 "no tie is left", "at least one tie"),
        Bad{"PeopleColumnWithoutPeople",
            head + "[organisation]\nties = \"ties.csv\"\ncolumns = { role = \"Job\" }\n",
            {{"ties.csv", ties}},
            "scenario.toml:6",
            "organisation.columns.role",
            "no file of people",
            "people ="},
        Bad{"LayerWithoutTies",
            head + "[organisation]\npeople = \"people.csv\"\nreporting_ties = true\nlayer = \"x\"\n",
            {{"people.csv", people}},
            "scenario.toml:7",
            "organisation.layer",
            "no file of ties",
            "ties ="}),
    name_of_case);

TEST(BadPath, OfTheScenarioItselfIsReported) {
  const test::Folder folder;
  for (const auto& [path, says] :
       {std::pair{folder.path() / "none.toml", "none.toml: is missing"}, std::pair{folder.path(), ": is a folder"}}) {
    try {
      load_scenario(path);
      ADD_FAILURE() << path << " was accepted";
    } catch (const InputError& error) {
      EXPECT_THAT(error.what(), HasSubstr(says));
      EXPECT_EQ(error.total(), 1u);
    }
  }
}

// One look at a scenario with a mistake in every part of it, and in both of its files.
TEST(BadInputTogether, EveryMistakeIsReportedInOneGo) {
  const std::string text = head +                        // 1-3
                           "days = 0\n"                  // 4
                           "sede = 3\n"                  // 5
                           "[[role]]\nname = \"rep\"\n"  // 6, 7 (and no function: 6)
                           "[organisation]\npeople = \"people.csv\"\nties = \"ties.csv\"\n"                 // 8-10
                           "weights = \"as_trust\"\n"                                                       // 11
                           "[levers]\ntrust.gain = 7\n"                                                     // 12, 13
                           "[levers.role.nobody]\nrecognition.propensity = 0.1\n"                           // 14, 15
                           "[[intervention]]\nname = \"X\"\nwho = { person = \"zz\" }\nramp = \"slow\"\n";  // 16-19
  const Files files{{"people.csv", "id,manager,skill\na,,0.1\na,,0.2\nb,x,9\n"},
                    {"ties.csv", "source,target,weight\na,q,1\na,b,w\n"}};
  std::vector<std::string> found;
  for (const Problem& problem : test::problems_of(text, files))
    found.push_back(problem.file + ":" + std::to_string(problem.line) + ":" + problem.key);
  EXPECT_THAT(found,
              testing::ElementsAre("scenario.toml:4:scenario.days", "scenario.toml:5:scenario.sede",
                                   "scenario.toml:6:role[1].function", "scenario.toml:7:role[1].name",
                                   "scenario.toml:11:organisation.weights", "scenario.toml:13:levers.trust.gain",
                                   "scenario.toml:15:levers.role.nobody", "scenario.toml:18:intervention[1].who",
                                   "scenario.toml:19:intervention[1].ramp", "people.csv:3:id", "people.csv:4:skill",
                                   "people.csv:4:manager", "ties.csv:2:target", "ties.csv:3:weight"));
}

TEST(BadInputTogether, AHundredThousandBadRowsAreCountedNotListed) {
  std::string rows = "source,target,weight\n";
  for (int i = 0; i < 100'000; ++i) rows += "a,b,x\n";
  const test::Folder folder;
  folder.write({{"people.csv", people}, {"ties.csv", rows}});
  try {
    load_scenario(folder.write("scenario.toml", files_given));
    FAIL() << "accepted";
  } catch (const InputError& error) {
    EXPECT_EQ(error.total(), 100'000u);
    EXPECT_LT(std::string(error.what()).size(), 20'000u);
  }
}

}  // namespace
}  // namespace trust
