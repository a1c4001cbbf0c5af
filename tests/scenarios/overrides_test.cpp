// A scenario with overrides is the scenario whose file says so, and mistakes stand where the value was asked for.
#include "scenarios/overrides.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

using test::Files;
using test::Folder;
using testing::HasSubstr;

const std::string base = test::heading +
                         R"([organisation]
generate = { roles = { rep = 20, marketer = 10 }, team_size = 6 }
[levers]
"recognition.propensity" = 0.1
discretion.propensity = 0.2
[levers.role.leader]
transparency.propensity = 0.3
[[intervention]]
name = "Show the work"
from = 5
who = "everyone"
add = { "transparency.propensity" = 0.1 }
cost = { hours = 0.5 }
[[intervention]]
kind = "recognition_programme"
from = 10
strength = 0.5
[[intervention]]
name = "Show"
from = 6
who = { role = "rep" }
set = { recognition.propensity = 0.4 }
)";

std::string edited(const std::string& old_part, const std::string& new_part) {
  std::string text = base;
  const std::size_t at = text.find(old_part);
  EXPECT_NE(at, std::string::npos) << old_part;
  return text.replace(at, old_part.size(), new_part);
}

/// The plan in words. Neither the order of settings of one kind nor that of an intervention's levers matters to a run.
std::string described(const Plan& plan) {
  std::ostringstream out;
  std::multiset<std::string> settings;
  for (const LeverSetting& setting : plan.settings)
    settings.insert(fmt::format("{} {} {}={}", static_cast<int>(setting.who.kind), setting.who.name,
                                parameter(setting.lever).name, setting.value));
  for (const std::string& setting : settings) out << setting << '\n';
  for (const Intervention& part : plan.interventions) {
    out << part.name << ' ' << part.first_day << ' ' << part.last_day << ' ' << part.ramp_days << ' ' << part.strength
        << ' ' << part.hours_per_day << ' ' << part.money_per_day << ':';
    std::multiset<std::string> changes;
    for (const LeverChange& change : part.changes)
      changes.insert(
          fmt::format(" {} {}={}", static_cast<int>(change.how), parameter(change.lever).name, change.value));
    for (const std::string& change : changes) out << change;
    out << '\n';
  }
  return out.str();
}

struct Case {
  std::string key;
  OverrideValue value;
  std::string same_as;  // the file that says so
};

TEST(Overrides, AreTheScenarioWhoseFileSaysSo) {
  const std::vector<Case> cases{
      {"levers.recognition.propensity", 0.6, edited("propensity\" = 0.1", "propensity\" = 0.6")},
      {"levers.discretion.propensity", 0.6, edited("discretion.propensity = 0.2", "discretion.propensity = 0.6")},
      {"levers.trust.gain", 0.07, edited("[levers]\n", "[levers]\ntrust.gain = 0.07\n")},
      {"levers.role.leader.transparency.propensity", 1.0,
       edited("transparency.propensity = 0.3", "transparency.propensity = 1")},
      {"levers.role.Leader.transparency.propensity", 1.0,
       edited("transparency.propensity = 0.3", "transparency.propensity = 1")},
      {"levers.role.rep.transparency.propensity", 0.7,
       edited("[[inter", "[levers.role.rep]\ntransparency.propensity = 0.7\n[[inter")},
      {"intervention.Show the work.from", std::int64_t{20}, edited("from = 5", "from = 20")},
      {"intervention.show The Work.from", std::int64_t{20}, edited("from = 5", "from = 20")},
      {"intervention.Show.from", std::int64_t{20}, edited("from = 6", "from = 20")},
      {"intervention.Show the work.strength", 0.25, edited("from = 5", "from = 5\nstrength = 0.25")},
      {"intervention.Show the work.ramp", std::int64_t{7}, edited("from = 5", "from = 5\nramp = 7")},
      {"intervention.Show the work.add.transparency.propensity", 0.5,
       edited("propensity\" = 0.1 }", "propensity\" = 0.5 }")},
      {"intervention.Show.set.recognition.propensity", 0.9, edited("propensity = 0.4 }", "propensity = 0.9 }")},
      {"intervention.Show.set.discretion.propensity", 0.9,
       edited("propensity = 0.4 }", "propensity = 0.4, discretion.propensity = 0.9 }")},
      {"intervention.Show the work.cost.hours", 2.0, edited("hours = 0.5", "hours = 2")},
      {"intervention.Show the work.cost.money", 9.0, edited("hours = 0.5", "hours = 0.5, money = 9")},
      {"intervention.recognition_programme.strength", 1.0, edited("strength = 0.5", "strength = 1.0")},
      {"organisation.generate.team_size", std::int64_t{9}, edited("team_size = 6", "team_size = 9")},
      {"organisation.generate.roles.rep", std::int64_t{40}, edited("rep = 20", "rep = 40")},
      {"organisation.candidate_ties", 0.1, edited("[levers]", "candidate_ties = 0.1\n[levers]")},
      {"scenario.trust_rule", std::string("beta"), edited("[organisation]", "trust_rule = \"beta\"\n[organisation]")},
  };
  const Folder folder;
  const ScenarioSource source(folder.write("base.toml", base));
  for (const Case& each : cases) {
    SCOPED_TRACE(each.key);
    const Scenario asked = source.with(std::vector{Override{each.key, each.value, {}}});
    const Scenario written = load_scenario(folder.write("written.toml", each.same_as));
    EXPECT_EQ(asked.content, written.content);
    EXPECT_NE(asked.content, source.scenario().content);
    EXPECT_NE(asked.digest, source.scenario().digest);
    EXPECT_EQ(described(asked.plan), described(written.plan));
    EXPECT_EQ(asked.generator->team_size, written.generator->team_size);
    EXPECT_EQ(asked.generator->roles, written.generator->roles);
    EXPECT_EQ(asked.generator->places, written.generator->places);
    EXPECT_EQ(asked.rules.trust, written.rules.trust);
    EXPECT_EQ(asked.interventions, written.interventions);
  }
}

TEST(Overrides, OfOneCallAllHoldAndTheLaterOfTwoAlike) {
  const Folder folder;
  const ScenarioSource source(folder.write("base.toml", base));
  const Scenario asked = source.with(std::vector<Override>{{"levers.trust.gain", 0.01, {}},
                                                           {"intervention.Show.from", std::int64_t{9}, {}},
                                                           {"levers.trust.gain", 0.03, {}}});
  EXPECT_THAT(described(asked.plan), HasSubstr("trust.gain=0.03"));
  EXPECT_THAT(described(asked.plan), HasSubstr("Show 9 "));
  EXPECT_THAT(described(source.scenario().plan), HasSubstr("Show 6 "));
}

TEST(Overrides, ThatSayWhatTheFileSaysChangeNothing) {
  const Folder folder;
  const ScenarioSource source(folder.write("base.toml", base));
  const Scenario same = source.with(std::vector<Override>{{"intervention.Show.from", std::int64_t{6}, {}},
                                                          {"levers.recognition.propensity", 0.1, {}}});
  EXPECT_EQ(same.content, source.scenario().content);
  EXPECT_EQ(described(same.plan), described(source.scenario().plan));
  EXPECT_EQ(source.with({}).digest, source.scenario().digest);
}

struct Wrong {
  std::string key;
  OverrideValue value;
  std::string what, accepted;
};

TEST(Overrides, ThatAreWrongSaySoWhereTheyWereAskedFor) {
  const std::vector<Wrong> cases{
      {"recognition.propensity", 0.5, "unknown key", "levers.LEVER"},
      {"levers", 0.5, "unknown key", "levers.LEVER"},
      {"levers.recogniton.propensity", 0.5, "unknown lever", "did you mean \"recognition.propensity\"?"},
      {"levers.recognition.propensity", 2.0, "is 2", "0 .. 1"},
      {"levers.recognition.propensity", std::string("much"), "is \"much\"", "a number 0 .. 1"},
      {"levers.role.leadr.recognition.propensity", 0.5, "leadr", "did you mean \"leader\"?"},
      {"levers.role.leader.recogniton.propensity", 0.5, "unknown lever", "did you mean"},
      {"levers.role.leader.trust.gain", 0.5, "whole organisation", "everyone"},
      {"intervention.Show the wrok.from", std::int64_t{3}, "no intervention \"Show the wrok\"",
       "did you mean \"Show the work\"?"},
      {"intervention.Show the work.strenght", 0.5, "unknown key", "did you mean \"strength\"?"},
      {"intervention.Show the work.strength", 1.5, "is 1.5", "0 .. 1"},
      {"intervention.Show the work.from", 2.5, "is 2.5", "a whole number 1 .. 65"},
      {"intervention.Show the work.from", std::int64_t{66}, "is 66", "a whole number 1 .. 65"},
      {"intervention.Show.set.recogniton.propensity", 0.5, "unknown lever", "did you mean"},
      {"intervention.Show.cost.hour", 0.5, "unknown key", "did you mean \"hours\"?"},
      {"organisation.generate.team_sise", std::int64_t{4}, "unknown key", "did you mean \"team_size\"?"},
      {"organisation.generate.team_size", std::int64_t{1}, "is 1", "2 .. 10000"},
      {"organisation.generate.team_size.more", std::int64_t{1}, "unknown key", "scenario file"},
      {"scenario.trust_rule", std::string("bta"), "is \"bta\"", "did you mean \"beta\"?"},
  };
  const Folder folder;
  const ScenarioSource source(folder.write("base.toml", base));
  const Problem place{"study.toml", 12, "axis[1].values", {}, {}};
  for (const Wrong& wrong : cases) {
    SCOPED_TRACE(wrong.key);
    try {
      source.with(std::vector{Override{wrong.key, wrong.value, place}});
      ADD_FAILURE() << "was accepted";
    } catch (const InputError& error) {
      ASSERT_EQ(error.problems().size(), 1u) << error.what();
      const Problem& problem = error.problems().front();
      EXPECT_EQ(problem.file, "study.toml") << error.what();
      EXPECT_EQ(problem.line, 12);
      EXPECT_EQ(problem.key, "axis[1].values");
      EXPECT_THAT(problem.what, HasSubstr(wrong.what));
      EXPECT_THAT(problem.accepted, HasSubstr(wrong.accepted));
    }
  }
}

TEST(Overrides, ThatDisagreeWithTheFileAreNamedThere) {
  const Folder folder;
  const auto file = folder.write("base.toml", edited("from = 5", "from = 5\nto = 30"));
  const ScenarioSource source(file);
  const Problem place{"study.toml", 12, "axis[1].values", {}, {}};
  try {
    source.with(std::vector{Override{"intervention.Show the work.from", std::int64_t{40}, place}});
    ADD_FAILURE();
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 1u) << error.what();
    const Problem& problem = error.problems().front();
    EXPECT_EQ(problem.file, file.string());
    EXPECT_EQ(problem.key, "intervention[1].to");
    EXPECT_THAT(problem.what, HasSubstr("is 30, before from = 40"));
    EXPECT_THAT(problem.what, HasSubstr("with intervention.Show the work.from = 40 (study.toml:12)"));
  }
}

TEST(Overrides, AskedForNowhereAreKnownByTheirKey) {
  const Folder folder;
  const ScenarioSource source(folder.write("base.toml", base));
  try {
    source.with(std::vector{Override{"levers.recognition.propensity", 7.0, {}}});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("levers.recognition.propensity: is 7; a number 0 .. 1"));
  }
}

TEST(Overrides, OfInterventionsOfOneNameAreRefused) {
  const Folder folder;
  const ScenarioSource source(folder.write("base.toml", edited("\"Show\"", "\"Show the work\"")));
  try {
    source.with(std::vector{Override{"intervention.Show the work.from", std::int64_t{9}, {}}});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("there are 2 interventions \"Show the work\""));
  }
}

TEST(Overrides, NeedAGoodFile) {
  const Folder folder;
  EXPECT_THROW(ScenarioSource(folder.path() / "none.toml"), InputError);
  EXPECT_THROW(ScenarioSource(folder.write("bad.toml", "[scenario]\n")), InputError);
}

const std::string importing = test::heading +
                              "[organisation]\npeople = \"p.csv\"\nties = \"t.csv\"\ndefault_skill = 0.5\n"
                              "[[intervention]]\nname = \"A\"\nfrom = 3\nwho = { person = \"a\" }\n"
                              "set = { \"recognition.propensity\" = 0.5 }\n";
const Files files{{"p.csv", "id\na\nb\n"}, {"t.csv", "source,target\na,b\n"}};

TEST(Overrides, ReadAnImportedOrganisationAgainOnlyWhereTheyTouchIt) {
  const Folder folder;
  folder.write(files);
  const ScenarioSource source(folder.write("scenario.toml", importing));
  const std::vector<Override> other_skill{{"organisation.default_skill", 0.9, {}}};
  EXPECT_NE(source.with(other_skill).imported, source.scenario().imported);
  EXPECT_FLOAT_EQ(source.with(other_skill).imported->people[0].skill, 0.9F);
  std::filesystem::remove(folder.path() / "p.csv");
  const Scenario later = source.with(std::vector<Override>{{"intervention.A.from", std::int64_t{9}, {}}});
  EXPECT_EQ(later.imported, source.scenario().imported);
  EXPECT_EQ(later.plan.interventions.at(0).first_day, 9);
  EXPECT_FALSE(later.notes.empty());
  EXPECT_EQ(later.notes, source.scenario().notes);
  EXPECT_THROW(source.with(other_skill), InputError);
}

TEST(Content, IsOfWhatIsSaidNotOfHow) {
  const std::uint64_t content = test::load(base).content;
  EXPECT_EQ(test::load("# a comment\n" + base).content, content);
  EXPECT_EQ(test::load(edited("\"A test.\"", "\"Another story.\"\ndays = 65\nseed = 5\nreplicates = 3")).content,
            content);
  EXPECT_EQ(test::load(edited("discretion.propensity", "\"discretion.propensity\"")).content, content);
  EXPECT_EQ(test::load(edited("cost = { hours = 0.5 }", "[intervention.cost]\nhours = 0.50")).content, content);
  EXPECT_NE(test::load(edited("from = 5", "from = 6")).content, content);
  EXPECT_NE(test::load(edited("rep = 20", "rep = 21")).content, content);
  EXPECT_NE(test::load(edited("[organisation]", "gossip = \"mirror\"\n[organisation]")).content, content);
  const auto imported = [](const std::string& people) {
    return test::load(importing, {{"p.csv", people}, {"t.csv", "source,target\na,b\n"}}).content;
  };
  EXPECT_EQ(imported("id\na\nb\n"), imported("id\na\nb\n"));
  EXPECT_NE(imported("id\na\nb\n"), imported("id\na\nb\nc\n"));
}

TEST(OverrideValues, AreWrittenAsAFileWouldSayThem) {
  EXPECT_EQ(to_text(true), "true");
  EXPECT_EQ(to_text(std::int64_t{-3}), "-3");
  EXPECT_EQ(to_text(0.1), "0.1");
  EXPECT_EQ(to_text(1.0), "1");
  EXPECT_EQ(to_text(std::string("beta")), "beta");
}

}  // namespace
}  // namespace trust
