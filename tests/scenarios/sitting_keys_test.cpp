// What a saved what-if says of itself, and scenarios whose text is in memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/added_plan.hpp"
#include "scenarios/overrides.hpp"
#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

using test::Folder;
using test::generated;
using test::heading;
using testing::HasSubstr;

std::string with_baseline(const std::string& value) { return heading + "baseline = " + value + "\n" + generated; }

std::vector<Problem> problems_of(const std::string& baseline) {
  return test::problems_of(with_baseline(baseline), {{"there.toml", "x = 1"}, {"folder/empty.toml", ""}});
}

TEST(ABaseline, IsAPathFromTheScenariosFolder) {
  const Folder folder;
  folder.write({{"base.toml", heading + generated}});
  const Scenario scenario = load_scenario(folder.write("below/it.toml", with_baseline("\"../base.toml\"")));
  EXPECT_TRUE(std::filesystem::equivalent(scenario.baseline, folder.path() / "base.toml"));
  const std::string whole = "'" + (folder.path() / "base.toml").string() + "'";
  EXPECT_EQ(load_scenario(folder.write("below/it.toml", with_baseline(whole))).baseline, folder.path() / "base.toml");
  EXPECT_TRUE(load_scenario(folder.path() / "base.toml").baseline.empty());
}

TEST(ABaseline, ChangesNothingElse) {
  const Folder folder;
  const Scenario without = load_scenario(folder.write("base.toml", heading + generated));
  const Scenario with = load_scenario(folder.write("it.toml", with_baseline("\"base.toml\"")));
  EXPECT_EQ(with.content, without.content);
  EXPECT_EQ(with.generator, without.generator);
}

TEST(ABaseline, MustBeAFileThatCanBeRead) {
  for (const std::string bad : {"\"nowhere.toml\"", "\"folder\"", "3", "true", "\"\"", "[]"}) {
    const std::vector<Problem> problems = problems_of(bad);
    ASSERT_EQ(problems.size(), 1U) << bad;
    EXPECT_EQ(problems[0].line, 4) << bad;
    EXPECT_EQ(problems[0].key, "scenario.baseline") << bad;
    EXPECT_FALSE(problems[0].accepted.empty()) << bad;
  }
  EXPECT_TRUE(problems_of("\"there.toml\"").empty());
}

TEST(TheSwitch, IsTrueOrFalse) {
  const std::string poster = heading + generated + "[[intervention]]\nkind = \"poster\"\non = ";
  for (const std::string bad : {"0", "\"false\"", "[true]", "{}"}) {
    const std::vector<Problem> problems = test::problems_of(poster + bad + "\n");
    ASSERT_EQ(problems.size(), 1U) << bad;
    EXPECT_EQ(problems[0].line, 8) << bad;
    EXPECT_EQ(problems[0].key, "intervention[1].on") << bad;
    EXPECT_EQ(problems[0].accepted, "true or false") << bad;
  }
  EXPECT_TRUE(test::problems_of(poster + "false\n").empty());
}

TEST(TheSwitch, HidesNoMistake) {
  const auto problems = test::problems_of(
      heading + generated + "[[intervention]]\nkind = \"poster\"\nwho = { team = \"nobody\" }\non = false\n");
  EXPECT_EQ(problems.size(), 1U);
}

TEST(AText, IsReadAsTheFileWouldBe) {
  const Folder folder;
  const std::string text = heading + generated + "[[intervention]]\nkind = \"poster\"\n";
  const Scenario from_file = load_scenario(folder.write("it.toml", text));
  const Scenario from_text = load_scenario_text(folder.path() / "nowhere.toml", text);
  EXPECT_EQ(from_text.digest, from_file.digest);
  EXPECT_EQ(from_text.content, from_file.content);
  EXPECT_EQ(from_text.plan.interventions.size(), from_file.plan.interventions.size());
  EXPECT_EQ(from_text.file, folder.path() / "nowhere.toml");
  try {
    load_scenario_text("memory.toml", heading);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("memory.toml"));
  }
}

const test::Files imported_files = {{"people.csv", "id,role,manager\na,leader,\nb,rep,a\nc,rep,a\n"},
                                    {"ties.csv", "source,target,weight\na,b,1\nb,c,2\nc,a,3\n"}};
const std::string imported = "[organisation]\npeople = \"people.csv\"\nties = \"ties.csv\"\n";

TEST(AText, ImportsAgainOnlyWhatIsAnother) {
  const Folder folder;
  folder.write(imported_files);
  const std::string text = heading + imported;
  const ScenarioSource source(folder.write("it.toml", text));
  const auto file = folder.path() / "other.toml";
  const auto read = [&](const std::string& other) { return source.with_text(file, other); };
  EXPECT_EQ(read(text).imported, source.scenario().imported);
  EXPECT_EQ(read(text + "[levers]\ntrust.gain = 0.1\n").imported, source.scenario().imported);
  const Scenario others = read(text + "weights = \"rank\"\n");
  EXPECT_NE(others.imported, source.scenario().imported);
  EXPECT_EQ(digest(*others.imported), digest(*load_scenario_text(file, text + "weights = \"rank\"\n").imported));
  EXPECT_NE(read(text + "[[role]]\nname = \"new\"\nfunction = \"sales\"\n").imported, source.scenario().imported);
  EXPECT_NE(read(heading + "seed = 4\n" + imported).imported, source.scenario().imported);
  EXPECT_THROW(source.with_text("/elsewhere/other.toml", text), InputError);  // nothing there to import
  std::filesystem::remove(folder.path() / "ties.csv");
  EXPECT_EQ(read(text).imported, source.scenario().imported);
  EXPECT_EQ(read(text).digest, source.scenario().digest);
}

TEST(AText, OfAnInterventionSaysTheWords) {
  const Scenario base = test::load(heading + generated);
  for (const std::string words :
       {"poster", "one_to_ones:from=3,strength=0.3", "broken_promise:who=role:rep,severity=0.1",
        "recognition_programme:from=5,ramp=7,to=20"}) {
    const Scenario one = with_intervention(base, words, "test");
    const Scenario other = load_scenario_text("x.toml", heading + generated + intervention_text(words, "test"));
    ASSERT_EQ(one.plan.interventions.size(), other.plan.interventions.size()) << words;
    for (std::size_t i = 0; i < one.plan.interventions.size(); ++i) {
      EXPECT_EQ(one.plan.interventions[i].strength, other.plan.interventions[i].strength);
      EXPECT_EQ(one.plan.interventions[i].first_day, other.plan.interventions[i].first_day);
      EXPECT_EQ(one.plan.interventions[i].who, other.plan.interventions[i].who);
    }
    ASSERT_EQ(one.plan.events.size(), other.plan.events.size());
    for (std::size_t e = 0; e < one.plan.events.size(); ++e)
      EXPECT_EQ(one.plan.events[e].severity, other.plan.events[e].severity);
  }
  EXPECT_THROW(intervention_text("nonsense", "test"), InputError);
}

}  // namespace
}  // namespace trust
