// Study files that are right: what they come to.
#include "study/design/study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "study/run.hpp"
#include "tests/study/design/written_study.hpp"

namespace trust {
namespace {

using test::load_study_text;
using test::study_head;
using testing::ElementsAre;
using testing::HasSubstr;
using Settings = std::vector<std::pair<std::string, std::string>>;

const std::string grid = "[design]\nkind = \"grid\"\n";
const std::string one_axis = "[[axis]]\nlever = \"recognition.propensity\"\nvalues = [0.1, 0.2]\n";

TEST(Study, HasTheScenariosOwnCountsUnlessItSaysOtherwise) {
  const Study own = load_study_text(study_head + grid + one_axis);
  EXPECT_EQ(own.name, "Test");
  EXPECT_EQ(own.replicates, 12u);
  EXPECT_EQ(own.days, 6);
  EXPECT_EQ(own.seed, 7u);
  EXPECT_EQ(own.measures.size(), measure_count);
  EXPECT_THAT(own.record_days, ElementsAre(6));
  const Study other = load_study_text(study_head +
                                      "question = \"Does it?\"\nreplicates = 3\ndays = 4\nseed = 9\n"
                                      "measures = [\"stress\", \"trust\"]\nrecord_days = [4, 0]\n" +
                                      grid + one_axis);
  EXPECT_EQ(other.question, "Does it?");
  EXPECT_EQ(other.replicates, 3u);
  EXPECT_EQ(other.days, 4);
  EXPECT_EQ(other.seed, 9u);
  EXPECT_THAT(other.measures, ElementsAre(Measure::trust, Measure::stress));
  EXPECT_THAT(other.record_days, ElementsAre(0, 4));
  const Scenario scenario = other.scenario_at(1);
  EXPECT_EQ(scenario.replicates, 3u);
  EXPECT_EQ(scenario.days, 4);
  EXPECT_EQ(scenario.seed, 9u);
}

TEST(Study, RecordsDaysAndMeasuresAsAsked) {
  const auto with = [](const std::string& line) { return load_study_text(study_head + line + "\n" + grid + one_axis); };
  EXPECT_THAT(with("record_days = \"last\"").record_days, ElementsAre(6));
  EXPECT_THAT(with("record_days = \"every 2\"").record_days, ElementsAre(0, 2, 4, 6));
  EXPECT_THAT(with("record_days = \"every 4\"").record_days, ElementsAre(0, 4, 6));
  EXPECT_THAT(with("record_days = \"every 100\"").record_days, ElementsAre(0, 6));
  EXPECT_EQ(with("measures = \"all\"").measures.size(), measure_count);
  std::size_t headline = 0;
  for (const MeasureRow& row : measures()) headline += row.headline ? 1 : 0;
  EXPECT_EQ(with("measures = \"headline\"").measures.size(), headline);
  EXPECT_EQ(with("measures = [\"headline\", \"skill\"]").measures.size(), headline + 1);
}

TEST(Study, VariesWhatItsAxesName) {
  const Study study = load_study_text(study_head + grid +
                                      R"([[axis]]
lever = "recognition.propensity"
values = [0.9]
[[axis]]
lever = "recognition.propensity"
who = { role = "leader" }
values = [0.8]
[[axis]]
intervention = "Show the work"
field = "from"
from = 2
to = 4
steps = 3
[[axis]]
intervention = "Show the work"
field = "add.transparency.propensity"
name = "openness"
from = 0.1
to = 0.5
steps = 2
[[axis]]
intervention = "recognition_programme"
field = "strength"
values = [0.5]
[[axis]]
organisation = "team_size"
values = [5]
[[axis]]
organisation = "candidate_ties"
values = [0.25]
[[axis]]
scenario = "trust_rule"
values = ["beta"]
)");
  ASSERT_EQ(study.design.points(), 6u);
  EXPECT_EQ(study.design.settings(5), (Settings{{"recognition.propensity", "0.9"},
                                                {"recognition.propensity of leader", "0.8"},
                                                {"Show the work.from", "4"},
                                                {"openness", "0.5"},
                                                {"recognition_programme.strength", "0.5"},
                                                {"team_size", "5"},
                                                {"candidate_ties", "0.25"},
                                                {"trust_rule", "beta"}}));
  const Scenario scenario = study.scenario_at(5);
  ASSERT_EQ(scenario.plan.settings.size(), 2u);
  EXPECT_EQ(scenario.plan.settings[0].value, 0.9F);
  EXPECT_EQ(scenario.plan.settings[1].value, 0.8F);
  EXPECT_EQ(scenario.plan.settings[1].who.name, "leader");
  EXPECT_EQ(scenario.plan.interventions[0].first_day, 4);
  EXPECT_EQ(scenario.plan.interventions[0].changes[0].value, 0.5F);
  EXPECT_EQ(scenario.plan.interventions[1].strength, 0.5F);
  EXPECT_EQ(scenario.generator->team_size, 5u);
  EXPECT_EQ(scenario.generator->places.candidate_ties, 0.25);
  EXPECT_EQ(scenario.rules.trust, TrustRule::beta);
}

TEST(Study, RunsAPointAsTheScenarioThatSaysTheSame) {
  const Study study = load_study_text(study_head + grid + one_axis +
                                      "[[axis]]\nintervention = \"Show the work\"\nfield = \"from\"\nvalues = [3]\n" +
                                      "[[axis]]\norganisation = \"team_size\"\nvalues = [5]\n");
  std::string text = test::scenario_for_studies() + "[levers]\nrecognition.propensity = 0.2\n";
  text.replace(text.find("from = 2"), 8, "from = 3");
  text.replace(text.find("team_size = 7"), 13, "team_size = 5");
  const auto hash = [](const Scenario& scenario) {
    RunControl control;
    return run_scenario(scenario, options_of(scenario), control).state_hash;
  };
  EXPECT_EQ(hash(study.scenario_at(1)), hash(test::load_text(text)));
  EXPECT_NE(hash(study.scenario_at(0)), hash(study.scenario_at(1)));
}

TEST(Study, RoundsAxesOfWholeNumbers) {
  const Study study = load_study_text(study_head + "[design]\nkind = \"latin_hypercube\"\npoints = 12\n" +
                                      R"([[axis]]
intervention = "Show the work"
field = "from"
from = 2
to = 5
[[axis]]
organisation = "team_size"
from = 4
to = 9
[[axis]]
organisation = "ties_per_person"
from = 4
to = 9
)");
  std::map<std::string, int> days, sizes, ties;
  for (std::uint64_t i = 0; i < 12; ++i) {
    ++days[study.design.settings(i)[0].second];
    ++sizes[study.design.settings(i)[1].second];
    ++ties[study.design.settings(i)[2].second];
  }
  EXPECT_EQ(days, (std::map<std::string, int>{{"2", 3}, {"3", 3}, {"4", 3}, {"5", 3}}));
  EXPECT_EQ(sizes, (std::map<std::string, int>{{"4", 2}, {"5", 2}, {"6", 2}, {"7", 2}, {"8", 2}, {"9", 2}}));
  EXPECT_EQ(ties.size(), 12u);
}

TEST(Study, DrawsPriorsWithinTheirBounds) {
  const Study study = load_study_text(study_head + "[design]\nkind = \"sobol\"\npoints = 64\n" +
                                      "[[axis]]\nlever = \"contact.peer\"\nprior = true\n"
                                      "[[axis]]\nlever = \"effort.base\"\nprior = true\n");
  double sum = 0;
  for (std::uint64_t i = 0; i < 64; ++i) {
    const auto point = study.design.point(i);
    sum += std::get<double>(point[0].value);
    EXPECT_GE(static_cast<float>(std::get<double>(point[1].value)), 0.4F);
    EXPECT_LT(std::get<double>(point[1].value), 0.8);
    EXPECT_EQ(study.scenario_at(i).plan.settings[0].value, static_cast<float>(std::get<double>(point[0].value)));
  }
  EXPECT_NEAR(sum / 64, 0.3, 0.01);  // the mean of beta(3, 7), but for the 64th part that begins at 0
}

TEST(Study, OfAListHasThePointsThatAreWritten) {
  const Study study = load_study_text(study_head + "[design]\nkind = \"list\"\n" +
                                      R"([[axis]]
lever = "recognition.propensity"
[[axis]]
intervention = "Show the work"
field = "from"
name = "start"
[[point]]
recognition.propensity = 0.3
[[point]]
"recognition.propensity" = 0.4
start = 3
[[point]]
)");
  ASSERT_EQ(study.design.points(), 3u);
  EXPECT_EQ(study.design.settings(0), (Settings{{"recognition.propensity", "0.3"}}));
  EXPECT_EQ(study.design.settings(1), (Settings{{"recognition.propensity", "0.4"}, {"start", "3"}}));
  EXPECT_EQ(study.design.settings(2), Settings{});
  EXPECT_EQ(study.scenario_at(2).content, study.source.scenario().content);
  EXPECT_EQ(study.scenario_at(1).plan.interventions[0].first_day, 3);
}

TEST(Study, MayBeLongerThanItsScenario) {
  const Study study = load_study_text(study_head + "days = 40\n" + grid +
                                      "[[axis]]\nintervention = \"recognition_programme\"\nfield = \"from\"\n"
                                      "values = [3, 40]\n");
  EXPECT_EQ(study.scenario_at(1).days, 40);
  EXPECT_EQ(study.scenario_at(1).plan.interventions.back().first_day, 40);
  EXPECT_EQ(load_study_text(study_head + "days = 1\n" + grid + one_axis).scenario_at(0).days, 1);
}

TEST(Study, OfMoreThanTenMillionPointsNeedsPermission) {
  const std::string large = study_head + "[design]\nkind = \"sobol\"\npoints = 10000001\n" +
                            "[[axis]]\nlever = \"recognition.propensity\"\nprior = true\n";
  EXPECT_EQ(load_study_text(large, test::scenario_for_studies(), {true}).design.points(), 10'000'001u);
  EXPECT_THROW(load_study_text(large), InputError);
}

TEST(Study, OfAPointThatCannotBeSaysWhichValues) {
  const Study study = load_study_text(study_head + "[design]\nkind = \"random\"\npoints = 50\n" +
                                      "[[axis]]\nintervention = \"Show the work\"\nfield = \"from\"\nfrom = 2\nto = 5\n"
                                      "[[axis]]\nintervention = \"Show the work\"\nfield = \"to\"\nfrom = 2\nto = 5\n");
  std::size_t good = 0, bad = 0;
  for (std::uint64_t i = 0; i < 50; ++i) {
    const auto point = study.design.point(i);
    const bool reversed = std::get<std::int64_t>(point[0].value) > std::get<std::int64_t>(point[1].value);
    try {
      study.scenario_at(i);
      EXPECT_FALSE(reversed);
      ++good;
    } catch (const InputError& error) {
      EXPECT_TRUE(reversed);
      EXPECT_THAT(error.what(), HasSubstr("axis[2]: is " + to_text(point[1].value)));
      EXPECT_THAT(error.what(), HasSubstr("before from = " + to_text(point[0].value)));
      ++bad;
    }
  }
  EXPECT_GT(good, 10u);
  EXPECT_GT(bad, 5u);
}

std::string manual() { return test::text_of(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "docs/study-language.md"); }

TEST(StudyManual, ItsFirstExampleIsAStudy) {
  const std::string page = manual(), fence = "```toml\n";
  const std::size_t begin = page.find(fence) + fence.size();
  const test::TemporaryFolder folder;
  folder.write("start/first-90-days.toml",
               test::text_of(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "scenarios/start/first-90-days.toml"));
  const auto file = folder.write("studies/study.toml", page.substr(begin, page.find("```", begin) - begin));
  EXPECT_GT(load_study(file).design.points(), 1u);
}

/// The keys that the message about an unknown key names.
std::vector<std::string> keys_known_in(const std::string& text) {
  for (const Problem& problem : test::problems_of_study(text)) {
    if (problem.what != "unknown key") continue;
    std::istringstream words(problem.accepted.substr(problem.accepted.find("known: ") + 7));
    std::vector<std::string> keys;
    for (std::string word; words >> word;) keys.push_back(word.substr(0, word.find(',')));
    return keys;
  }
  return {};
}

TEST(StudyManual, ExplainsEveryKeyAndEveryDesign) {
  const std::string page = manual(), wrong = "qqqqq = 1\n";
  std::size_t keys = 0;
  for (const std::string& text : {wrong, "[study]\n" + wrong, "[design]\n" + wrong, "[[axis]]\n" + wrong})
    for (const std::string& key : keys_known_in(text)) {
      const bool explained =
          page.find("| `" + key + "`") != std::string::npos || page.find("[" + key + "]") != std::string::npos;
      EXPECT_TRUE(explained) << key;
      ++keys;
    }
  EXPECT_GT(keys, 25u);
  for (const std::string_view kind : design_kind_names())
    EXPECT_NE(page.find("| `\"" + std::string(kind) + "\"`"), std::string::npos) << kind;
}

TEST(ShippedStudies, AllLoadAndSayWhatTheyAsk) {
  std::set<DesignKind> kinds;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "scenarios/studies")) {
    const Study study = load_study(entry.path());
    kinds.insert(study.design.kind());
    EXPECT_FALSE(study.question.empty()) << entry.path();
    EXPECT_TRUE(study.text.starts_with("# ")) << entry.path();
    for (const std::uint64_t i : {std::uint64_t{0}, study.design.points() / 2, study.design.points() - 1})
      study.scenario_at(i);
  }
  EXPECT_GE(kinds.size(), 4u);
}

}  // namespace
}  // namespace trust
