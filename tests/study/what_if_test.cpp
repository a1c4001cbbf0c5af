#include "study/compare/what_if.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/intervention_kind.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::imported_text;
using test::load_text;
using test::TemporaryFolder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string own_programme = R"(
[levers]
"stress.base" = 0.3
[[intervention]]
name = "Listening"
from = 2
to = 4
who = "everyone"
add = { "transparency.propensity" = 0.1 }
)";

Scenario read(const std::string& word, const Scenario& baseline) {
  return read_what_if(word, baseline, 0, [](const std::filesystem::path& file) { return load_scenario(file); });
}

std::string refusal(const std::string& word, const Scenario& baseline) {
  try {
    read(word, baseline);
    return "not refused";
  } catch (const InputError& error) {
    return error.what();
  }
}

std::vector<std::string> names(const Plan& plan) {
  std::vector<std::string> names;
  for (const Intervention& intervention : plan.interventions) names.push_back(intervention.name);
  for (const Event& event : plan.events) names.push_back(event.name);
  return names;
}

bool same(const LeverSetting& a, const LeverSetting& b) {
  return a.who == b.who && a.lever == b.lever && a.value == b.value;
}

bool same(const Intervention& a, const Intervention& b) {
  const auto same_change = [](const LeverChange& x, const LeverChange& y) {
    return x.how == y.how && x.lever == y.lever && x.value == y.value;
  };
  return a.name == b.name && a.first_day == b.first_day && a.last_day == b.last_day && a.who == b.who &&
         a.ramp_days == b.ramp_days && a.strength == b.strength && a.hours_per_day == b.hours_per_day &&
         a.money_per_day == b.money_per_day && std::ranges::equal(a.changes, b.changes, same_change);
}

bool same(const Event& a, const Event& b) {
  return a.kind == b.kind && a.name == b.name && a.day == b.day && a.who == b.who && a.share == b.share &&
         a.severity == b.severity && a.dimension == b.dimension && a.deception == b.deception &&
         a.response == b.response && a.guilt_proven == b.guilt_proven && a.richness == b.richness;
}

void expect_same_plan(const Plan& a, const Plan& b) {
  const auto equal = [](const auto& x, const auto& y) {
    return std::ranges::equal(x, y, [](const auto& one, const auto& other) { return same(one, other); });
  };
  EXPECT_TRUE(equal(a.settings, b.settings));
  EXPECT_TRUE(equal(a.interventions, b.interventions));
  EXPECT_TRUE(equal(a.events, b.events));
}

TEST(WhatIf, AScenarioOfItsOwnIsReadAsItIs) {
  const TemporaryFolder folder;
  const Scenario baseline = load_text(generated_text());
  const Scenario what_if = read(folder.write("other.toml", generated_text(own_programme)), baseline);
  expect_same_plan(what_if.plan, load_text(generated_text(own_programme)).plan);
}

// What a plan adds to a scenario is what the scenario would have, had the plan stood in its file.
TEST(WhatIf, APlanIsAddedAsIfItStoodInTheFile) {
  const TemporaryFolder folder;
  const std::string own = "\n[[intervention]]\nkind = \"bad_quarter\"\nfrom = 2\n";
  const Scenario baseline = load_text(generated_text(own));
  const std::string added =
      "\n[[intervention]]\nkind = \"recognition_programme\"\nfrom = 3\nwho = { role = \"REP\" }\n";
  const Scenario what_if = read(folder.write("more.toml", added), baseline);
  expect_same_plan(what_if.plan, load_text(generated_text(own + added)).plan);
  EXPECT_EQ(what_if.name, "more");
  EXPECT_EQ(what_if.interventions, 2U);
  EXPECT_NE(what_if.digest, baseline.digest);
  const Scenario levers = read(folder.write("levers.toml", own_programme), baseline);
  EXPECT_THAT(names(levers.plan), testing::IsSupersetOf({std::string("Listening")}));
  ASSERT_FALSE(levers.plan.settings.empty());
  EXPECT_EQ(levers.plan.settings.back().lever, Lever::stress_base);
}

TEST(WhatIf, ItsSettingsComeAfterTheBaselines) {
  const TemporaryFolder folder;
  Scenario baseline = load_text(generated_text("\n[levers]\n\"stress.base\" = 0.1\n"));
  apply_setting(baseline, "stress.base=0.2");
  const Scenario what_if =
      read(folder.write("levers.toml", "name = \"Calm\"\n[levers]\n\"stress.base\" = 0.3\n"), baseline);
  EXPECT_EQ(what_if.name, "Calm");
  ASSERT_EQ(what_if.plan.settings.size(), 3U);
  EXPECT_EQ(what_if.plan.settings.back().value, 0.3F);
}

TEST(WhatIf, EveryKindMeansWhatItMeansInAFile) {
  const Scenario baseline = load_text(generated_text());
  std::size_t kinds = 0;
  for (const InterventionKind& kind : intervention_kinds()) {
    std::string options = "from=3";
    std::string keys = "from = 3\n";
    if (kind.who == UsualWho::must_be_named) {
      options += ",who=role:leader";
      keys += "who = { role = \"leader\" }\n";
    }
    if (!kind.needs.empty()) continue;
    const std::string file = "\n[[intervention]]\nkind = \"" + std::string(kind.name) + "\"\n" + keys;
    expect_same_plan(read(std::string(kind.name) + ":" + options, baseline).plan, load_text(generated_text(file)).plan);
    ++kinds;
  }
  EXPECT_GT(kinds, 25U);
}

TEST(WhatIf, OptionsAreKeysOfTheIntervention) {
  const Scenario baseline = load_text(generated_text());
  const Scenario what_if = read("recognition_programme: strength=0.5, from=2 ,to=5,who=function:Sales", baseline);
  const Intervention& first = what_if.plan.interventions.front();
  EXPECT_EQ(first.strength, 0.5F);
  EXPECT_EQ(first.first_day, 2);
  EXPECT_EQ(first.last_day, 5);
  EXPECT_THAT(first.who, ElementsAre(Target{Target::Kind::function, "sales"}));
  EXPECT_EQ(what_if.name, "recognition_programme: strength=0.5, from=2 ,to=5,who=function:Sales");
}

TEST(WhatIf, MayComeAfterOrNeedWhatTheBaselineHas) {
  const TemporaryFolder folder;
  const Scenario baseline = load_text(generated_text(own_programme));
  const std::string after = "[[intervention]]\nkind = \"recognition_programme\"\nafter = \"listening\"\n";
  EXPECT_EQ(read(folder.write("after.toml", after), baseline).plan.interventions.back().first_day, 5);
  EXPECT_EQ(read("recognition_programme:after=Listening", baseline).plan.interventions.back().first_day, 5);
  EXPECT_THAT(
      refusal("recognition_programme:after=Lissening", baseline),
      AllOf(HasSubstr("--what-if: recognition_programme:after: there is no intervention"), HasSubstr("Listening")));
  EXPECT_THAT(refusal("discretion_after_training:from=4", baseline), HasSubstr("comes before anything that it needs"));
}

TEST(WhatIf, AnswersForHarmOfTheBaseline) {
  const std::string harm = "\n[[intervention]]\nkind = \"broken_promise\"\nfrom = 2\nwho = { role = \"leader\" }\n";
  const Scenario without = load_text(generated_text());
  const std::string answer = "reset:from=4,who=role:leader";
  const auto notes_of = [&](const Scenario& baseline) { return testing::PrintToString(read(answer, baseline).notes); };
  if (refusal(answer, without) == "not refused") {
    EXPECT_THAT(notes_of(load_text(generated_text(harm))), Not(HasSubstr("answers for nothing")));
    EXPECT_THAT(notes_of(without), Not(HasSubstr("line 0")));
  }
}

TEST(WhatIf, SaysWhatIsWrongInOneLine) {
  const Scenario baseline = load_text(generated_text());
  const auto expect = [&](const std::string& word, const std::string& what) {
    const std::string message = refusal(word, baseline);
    EXPECT_THAT(message, HasSubstr(what)) << word;
    EXPECT_EQ(std::ranges::count(message, '\n'), 0) << message;
  };
  expect("recognition_program", "did you mean \"recognition_programme\"?");
  expect("recognition_program", "--what-if: \"recognition_program\" is neither a file nor a kind of intervention");
  expect("", "is neither a file nor a kind");
  expect("recognition_programme:strenth=0.5", "recognition_programme:strenth: unknown key; did you mean \"strength\"?");
  expect("recognition_programme:strength=1.5", "recognition_programme:strength: is 1.5");
  expect("recognition_programme:strength=high", "recognition_programme:strength: is \"high\"");
  expect("recognition_programme:strength", "\"strength\" is no option");
  expect("recognition_programme:", "\"\" is no option");
  expect("recognition_programme:from=2,from=3", "recognition_programme:from: is given twice");
  expect("recognition_programme:from=2.5", "recognition_programme:from: is 2.5");
  expect("recognition_programme:from=300", "recognition_programme:from: is 300");
  expect("recognition_programme:from=99999999999999999999", "recognition_programme:from");
  expect("recognition_programme:who=team:Nobody", "there is no team \"Nobody\"");
  expect("recognition_programme:who=rep", "recognition_programme:who: is \"rep\"");
  expect("no/such/file.toml", "no/such/file.toml: is missing");
}

TEST(WhatIf, SaysWhatIsWrongInAPlanFile) {
  const TemporaryFolder folder;
  const Scenario baseline = load_text(generated_text());
  const std::string text = "\n[levers]\n\"stress.bas\" = 0.3\n[[intervention]]\nkind = \"appreciaton\"\nfrom = 0\n";
  const std::string message = refusal(folder.write("wrong.toml", text), baseline);
  EXPECT_THAT(message, AllOf(HasSubstr("wrong.toml:3: levers.stress.bas: unknown lever"), HasSubstr("\"appreciation\""),
                             HasSubstr("wrong.toml:6: intervention[1].from: is 0")));
  EXPECT_THAT(refusal(folder.write("keys.toml", "leavers = 1\n[levers]\n"), baseline),
              HasSubstr("keys.toml:1: leavers"));
  EXPECT_THAT(refusal(folder.write("role.toml", "[levers.role.reps]\n\"stress.base\" = 0.3\n"), baseline),
              HasSubstr("did you mean \"rep\"?"));
  EXPECT_THAT(refusal(folder.write("empty.toml", "# nothing\n"), baseline), HasSubstr("scenario: is missing"));
  EXPECT_THAT(refusal(folder.write("other.toml", imported_text()), baseline), HasSubstr("people.csv\" is missing"));
}

TEST(WhatIf, AnotherOrganisationIsRefused) {
  const TemporaryFolder folder;
  std::string other = generated_text();
  other.replace(other.find("rep = 16"), 8, "rep = 17");
  EXPECT_THAT(refusal(folder.write("other.toml", other), load_text(generated_text())),
              HasSubstr("organisation.generate.roles.rep: 17 differs"));
}

}  // namespace
}  // namespace trust
