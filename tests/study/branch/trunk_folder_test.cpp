// The shared beginning on disk: going on from it is going on, bit for bit; what does not fit or is damaged is refused.
#include "study/branch/trunk_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/study/branch/course.hpp"
#include "tests/study/branch/lively_scenarios.hpp"

namespace trust {
namespace {

using test::branch_day;
using test::Courses;
using test::lively_scenario;
using test::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;

class Trunk : public testing::Test {
 protected:
  static void save(const Scenario& scenario, const std::filesystem::path& folder, int day = branch_day) {
    TrunkWriter writer(folder);
    RunOptions options = options_of(scenario);
    const std::vector<Scenario> alone = {scenario};
    Arms arms = test::arms_of(alone, {.days = day, .keep = [&](const BatchRecord& r) { writer.keep(r); }});
    arms.days = day;
    RunControl control;
    run_arms(arms, {0, options.replicates}, control, [](const ArmBatch&) {});
    writer.finish(scenario, options, day);
  }

  static Courses go_on(const std::filesystem::path& folder, const std::vector<Scenario>& scenarios, int threads = 1) {
    const TrunkReader reader(folder);
    reader.check(scenarios.front(), options_of(scenarios.front()));
    return test::branched(
        scenarios, {.days = reader.day(), .recall = [&](BatchRecord& record) { reader.recall(record); }}, threads);
  }

  static std::string refusal(const std::filesystem::path& folder, const Scenario& scenario) {
    try {
      go_on(folder, {scenario});
      return "not refused";
    } catch (const InputError& error) {
      return error.what();
    }
  }

  TemporaryFolder place_;
  std::filesystem::path folder_ = place_ / "trunk";
  Scenario baseline_ = lively_scenario(test::later);
};

TEST_F(Trunk, GoesOnAsIfItHadRunThrough) {
  const std::vector<Scenario> scenarios = {baseline_, lively_scenario(test::shrinks)};
  const Courses expected = test::from_day_0(scenarios);
  save(baseline_, folder_);
  for (const int threads : {1, 4}) {
    const Courses found = go_on(folder_, scenarios, threads);
    test::expect_same(found, expected, branch_day + 1);
  }
}

TEST_F(Trunk, ServesAnotherEndAndAnotherFuture) {
  save(lively_scenario(test::shrinks), folder_);
  Scenario longer = baseline_;
  longer.days = 25;
  test::expect_same(go_on(folder_, {longer}), test::from_day_0({longer}), branch_day + 1);
}

TEST_F(Trunk, IsTheSameHoweverItWasSaved) {
  save(baseline_, folder_);
  TrunkWriter writer(place_ / "while branching");
  const std::vector<Scenario> scenarios = {baseline_, lively_scenario(test::grows)};
  test::branched(scenarios, {.days = branch_day, .keep = [&](const BatchRecord& r) { writer.keep(r); }}, 4);
  writer.finish(baseline_, options_of(baseline_), branch_day);
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    EXPECT_EQ(test::text_of(entry.path()), test::text_of(place_ / "while branching" / entry.path().filename()));
  }
}

TEST_F(Trunk, RefusesAnotherScenario) {
  save(baseline_, folder_);
  const auto changed = [&](auto change) {
    Scenario scenario = baseline_;
    change(scenario);
    return refusal(folder_, scenario);
  };
  EXPECT_EQ(refusal(folder_, baseline_), "not refused");
  EXPECT_THAT(changed([](Scenario& s) { s.seed = 8; }), HasSubstr("was saved with seed 7, not 8"));
  EXPECT_THAT(changed([](Scenario& s) { s.replicates = 21; }), HasSubstr("was saved with replicates: 20, not 21"));
  EXPECT_THAT(changed([](Scenario& s) { s.steps_per_day = 2; }), HasSubstr("steps a day: 1, not 2"));
  EXPECT_THAT(changed([](Scenario& s) { s.rules.trust = TrustRule::beta; }), HasSubstr("trust rule asymmetric"));
  EXPECT_THAT(changed([](Scenario& s) { s.rules.gossip = GossipRule::echo; }), HasSubstr("gossip none, not echo"));
  EXPECT_THAT(changed([](Scenario& s) { s.replicates_per_organisation = 5; }), HasSubstr("organisation: 4, not 5"));
  EXPECT_THAT(changed([](Scenario& s) { s.plan.interventions[0].strength = 0.5F; }),
              HasSubstr("decides something else until the end of day 8"));
  EXPECT_THAT(changed([](Scenario& s) { s.generator->team_size = 6; }), HasSubstr("another organisation"));
  EXPECT_THAT(changed([](Scenario& s) {
                s.seed = 8;
                s.rules.gossip = GossipRule::echo;
              }),
              AllOf(HasSubstr("seed 7"), HasSubstr("gossip none")));
}

TEST_F(Trunk, RefusesAFolderOfSomethingElse) {
  EXPECT_THAT(refusal(folder_, baseline_), AllOf(HasSubstr("manifest.json"), HasSubstr("cannot be read")));
  place_.write("trunk/manifest.json", "{\"kind\": \"other\"}");
  EXPECT_THAT(refusal(folder_, baseline_), HasSubstr("is of \"other\""));
  for (const char* text : {"", "{}", "[]", "{\"kind\": 3}", "no json", "{\"kind\": \"states to branch from\"}"}) {
    place_.write("trunk/manifest.json", text);
    EXPECT_THAT(refusal(folder_, baseline_), HasSubstr("is not what trustsim branch --save writes")) << text;
  }
}

TEST_F(Trunk, RefusesAnotherVersion) {
  save(baseline_, folder_);
  const std::string manifest = test::text_of(folder_ / "manifest.json");
  const std::string version = TRUSTSIM_VERSION;
  place_.write("trunk/manifest.json", test::replaced(manifest, "\"" + version + "\"", "\"0.0.1\""));
  EXPECT_THAT(refusal(folder_, baseline_), HasSubstr("was saved by trustsim 0.0.1; this is " + version));
}

// One bit, anywhere in any file but the manifest.
TEST_F(Trunk, RefusesDamagedFiles) {
  save(baseline_, folder_);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.path().extension() != ".json") files.push_back(entry.path());
  }
  ASSERT_EQ(files.size(), 10U);
  for (const std::filesystem::path& file : files) {
    const std::string text = test::text_of(file);
    for (const std::size_t byte : {std::size_t{0}, text.size() / 3, text.size() - 1}) {
      std::string damaged = text;
      damaged[byte] = static_cast<char>(damaged[byte] ^ 4);
      std::ofstream(file, std::ios::binary) << damaged;
      EXPECT_THAT(refusal(folder_, baseline_), HasSubstr(file.filename().string())) << byte;
    }
    std::ofstream(file, std::ios::binary) << text.substr(0, text.size() / 2);
    EXPECT_THAT(refusal(folder_, baseline_), HasSubstr("is cut short"));
    std::filesystem::remove(file);
    EXPECT_THAT(refusal(folder_, baseline_), HasSubstr("cannot be read"));
    std::ofstream(file, std::ios::binary) << text;
  }
  EXPECT_EQ(refusal(folder_, baseline_), "not refused");
}

// Files that are whole and fit in every way, but come from another day or another plan.
TEST_F(Trunk, RefusesFilesOfAnotherTrunk) {
  save(baseline_, folder_);
  // Over by the day, and at no cost then: only the state itself tells.
  Scenario other_plan = baseline_;
  Intervention brief;
  brief.first_day = 2;
  brief.last_day = 4;
  brief.who = {Target{}};
  brief.changes = {{LeverChange::How::add, Lever::recognition_propensity, 0.3F}};
  other_plan.plan.interventions.push_back(brief);
  save(other_plan, place_ / "plan");
  save(baseline_, place_ / "day", branch_day - 1);
  const std::vector<std::vector<std::string>> swaps = {{".state"}, {".figures"}, {".state", ".figures"}};
  for (const char* other : {"plan", "day"}) {
    for (const std::vector<std::string>& kinds : swaps) {
      std::map<std::string, std::string> own;
      for (const std::string& kind : kinds) {
        const std::string name = "replicates-000004-000007" + kind;
        own[name] = test::text_of(folder_ / name);
        std::ofstream(folder_ / name, std::ios::binary) << test::text_of(place_.path() / other / name);
      }
      EXPECT_NE(refusal(folder_, baseline_), "not refused") << other << " " << kinds.front() << " " << kinds.size();
      for (const auto& [name, text] : own) std::ofstream(folder_ / name, std::ios::binary) << text;
    }
  }
  EXPECT_EQ(refusal(folder_, baseline_), "not refused");
}

TEST_F(Trunk, LeavesNothingWhereItDoesNotFinish) {
  {
    TrunkWriter writer(folder_);
    EXPECT_FALSE(std::filesystem::exists(folder_));
  }
  EXPECT_TRUE(place_.names().empty());
  place_.write("trunk/notes.txt", "mine");
  try {
    TrunkWriter writer(folder_);
    ADD_FAILURE() << "not refused";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("--save"), HasSubstr("holds 'notes.txt'")));
  }
}

TEST_F(Trunk, ReplacesAnEarlierOne) {
  save(baseline_, folder_, 3);
  save(baseline_, folder_);
  EXPECT_EQ(TrunkReader(folder_).day(), branch_day);
  EXPECT_EQ(place_.names(), std::vector<std::string>{"trunk"});
}

}  // namespace
}  // namespace trust
