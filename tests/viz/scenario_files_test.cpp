// The list of scenarios to choose from, read from the heads of their files.
#include "viz/app/scenario_files.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "scenarios/head.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

class ScenarioFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::weakly_canonical(fs::path(testing::TempDir())) /
             (std::string("files-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  fs::path write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
    return folder / name;
  }

  fs::path folder;
};

TEST_F(ScenarioFiles, HeadIsReadAndTheRestIsNot) {
  std::string text =
      "# comment\n[scenario]\nname = \"A\"\nstory = \"\"\"\nOne.\n[not a table]\nTwo.\n\"\"\"\n[people]\n";
  text += "this is = no = TOML at all\n";
  const auto head = read_scenario_head(write("a.toml", text));
  ASSERT_TRUE(head);
  EXPECT_EQ(head->name, "A");
  EXPECT_EQ(head->story, "One.\n[not a table]\nTwo.\n");
}

TEST_F(ScenarioFiles, WhatIsNoScenarioHasNoHead) {
  EXPECT_FALSE(read_scenario_head(write("study.toml", "[study]\nname = \"S\"\nscenario = \"x\"\n")));
  EXPECT_FALSE(read_scenario_head(write("broken.toml", "[scenario]\nname = \n")));
  EXPECT_FALSE(read_scenario_head(write("empty.toml", "")));
  EXPECT_FALSE(read_scenario_head(folder / "none.toml"));
}

TEST_F(ScenarioFiles, AreGroupedByFolderWithTheBeginningFirst) {
  const auto chosen = write("scenarios/scale/1k.toml", "[scenario]\nname = \"1,000\"\nstory = \"Large. Very.\"\n");
  write("scenarios/start/a.toml", "[scenario]\nname = \"Start\"\n");
  write("scenarios/own-ones/b.toml", "[scenario]\nstory = \"No name.\"\n");
  write("scenarios/studies/s.toml", "[study]\nname = \"S\"\n");
  write("scenarios/start/people.csv", "id\n");
  const auto entries = scenarios_beside(chosen);
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].name, "Start");
  EXPECT_EQ(entries[0].group, "To begin with");
  EXPECT_EQ(entries[1].name, "1,000");
  EXPECT_EQ(entries[1].sentence, "Large.");
  EXPECT_EQ(entries[2].name, "b");
  EXPECT_EQ(entries[2].group, "Own ones");
}

TEST_F(ScenarioFiles, AFileAloneIsItsOwnList) {
  const auto entries = scenarios_beside(write("lonely.toml", "[scenario]\nname = \"Alone\"\n"));
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].name, "Alone");
}

TEST(ShippedScenarios, AllHaveANameAndASentence) {
  const fs::path shipped = shipped_scenario(TRUSTSIM_SOURCE_DIR "/x");
  ASSERT_FALSE(shipped.empty());
  const auto entries = scenarios_beside(shipped);
  EXPECT_GT(entries.size(), 40u);
  for (const ScenarioEntry& entry : entries) {
    EXPECT_FALSE(entry.name.empty()) << entry.file;
    EXPECT_FALSE(entry.sentence.empty()) << entry.file;
    EXPECT_EQ(entry.sentence.find('\n'), std::string::npos) << entry.file;
  }
}

TEST(FirstSentence, EndsAtItsFullStop) {
  EXPECT_EQ(first_sentence("\nOne\n two. Three."), "One two.");
  EXPECT_EQ(first_sentence("Costs 3.5 hours a week. More."), "Costs 3.5 hours a week.");
  EXPECT_EQ(first_sentence("no stop"), "no stop");
  EXPECT_EQ(first_sentence(""), "");
}

}  // namespace
}  // namespace trust::viz
