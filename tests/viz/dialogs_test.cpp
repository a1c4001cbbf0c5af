// Saving, opening, exporting and what is asked before something is lost.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

// In a folder of its own, since dialogs look into the working folder.
class DialogsTest : public testing::Test {
 protected:
  void SetUp() override {
    before = fs::current_path();
    folder = fs::path(testing::TempDir()) /
             (std::string("dialogs-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::current_path(folder);
  }
  void TearDown() override {
    fs::current_path(before);
    fs::remove_all(folder);
  }

  static void write(const std::string& name) { std::ofstream(name) << "[scenario]\n"; }

  void ask(DialogId dialog) {
    view().dialog = dialog;
    driver.draw(4);
  }

  // Types a name into a field in place of what stands there.
  void name(const std::string& field, const std::string& text) {
    driver.click(field);
    driver.tap(ImGuiKey_End);
    for (int i = 0; i < 60; ++i) driver.tap(ImGuiKey_Backspace);
    driver.type(text);
  }

  fs::path before;
  fs::path folder;
  RecordingSession session;
  Driver driver{session};
  ViewState& view() { return driver.window.view(); }
};

TEST_F(DialogsTest, SaveProposesANameAndSaysWhere) {
  ask(DialogId::save);
  EXPECT_TRUE(driver.reads("Will lie in "));
  driver.click("save/ok");
  ASSERT_TRUE(session.last<SaveSitting>());
  EXPECT_EQ(session.last<SaveSitting>()->file, folder / "by-hand-what-if.toml");
  EXPECT_EQ(view().dialog, DialogId::none);
}

TEST_F(DialogsTest, SaveProposesTheFileOfLastTime) {
  session.snapshot.sitting.file = (folder / "mine.toml").string();
  session.snapshot.sitting.baseline_file = (folder / "theirs.toml").string();
  ask(DialogId::save);
  driver.click("save/ok");
  ASSERT_TRUE(session.last<SaveSitting>());
  EXPECT_EQ(session.last<SaveSitting>()->file, folder / "mine.toml");
}

TEST_F(DialogsTest, SaveTakesATypedNameAndAddsItsEnding) {
  ask(DialogId::save);
  name("save/file", "another");
  driver.click("save/ok");
  ASSERT_TRUE(session.last<SaveSitting>());
  EXPECT_EQ(session.last<SaveSitting>()->file, folder / "another.toml");
}

TEST_F(DialogsTest, ReplacingAFileTakesASecondPress) {
  write("by-hand-what-if.toml");
  ask(DialogId::save);
  EXPECT_TRUE(driver.reads("There is such a file already."));
  driver.click("save/ok");
  driver.draw(3);
  EXPECT_TRUE(session.commands.empty());
  driver.click("save/replace");
  EXPECT_TRUE(session.last<SaveSitting>());
}

TEST_F(DialogsTest, AnotherNameAsksAnew) {
  write("by-hand-what-if.toml");
  write("second.toml");
  ask(DialogId::save);
  driver.click("save/ok");
  driver.draw(3);
  name("save/file", "second.toml");
  EXPECT_TRUE(driver.shows("save/ok")) << "the yes was for the other file";
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(DialogsTest, TheScenarioItselfIsNeverReplaced) {
  write("theirs.toml");
  session.snapshot.sitting.baseline_file = (folder / "theirs.toml").string();
  ask(DialogId::save);
  name("save/file", "theirs.toml");
  EXPECT_TRUE(driver.reads("That is the scenario itself"));
  driver.click("save/ok");
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(DialogsTest, NothingIsSavedWithoutAName) {
  ask(DialogId::save);
  name("save/file", "");
  driver.click("save/ok");
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(DialogsTest, CancelAndEscCloseEveryDialog) {
  for (const DialogId dialog :
       {DialogId::save, DialogId::open, DialogId::exporting, DialogId::clear_edits, DialogId::lose_edits}) {
    ask(dialog);
    driver.click("dialog/cancel");
    EXPECT_EQ(view().dialog, DialogId::none);
    driver.draw(3);
    ask(dialog);
    driver.tap(ImGuiKey_Escape);
    EXPECT_EQ(view().dialog, DialogId::none);
    driver.draw(3);
    driver.click("panel/network", 0.9F);  // nothing is left over the window
  }
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(DialogsTest, OpenListsTheFilesOfTheWorkingFolder) {
  write("one.toml");
  write("two.toml");
  std::ofstream("notes.txt") << "no scenario";
  ask(DialogId::open);
  EXPECT_TRUE(driver.shows("open/one.toml"));
  EXPECT_FALSE(driver.shows("open/notes.txt"));
  driver.click("open/two.toml");
  driver.click("open/ok");
  ASSERT_TRUE(session.last<LoadScenario>());
  EXPECT_EQ(session.last<LoadScenario>()->file, folder / "two.toml");
}

TEST_F(DialogsTest, OpenTakesTheKeysAtOnceAndEnterOpens) {
  write("one.toml");
  ask(DialogId::open);
  driver.type("none.toml");
  driver.tap(ImGuiKey_Enter);
  EXPECT_TRUE(session.commands.empty());
  EXPECT_EQ(view().dialog, DialogId::open);
  name("open/file", "one.toml");
  driver.tap(ImGuiKey_Enter);
  ASSERT_TRUE(session.last<LoadScenario>());
  EXPECT_EQ(session.last<LoadScenario>()->file, folder / "one.toml");
}

TEST_F(DialogsTest, OpenTakesATypedPath) {
  fs::create_directories("deep");
  write("deep/three.toml");
  ask(DialogId::open);
  name("open/file", "deep/none.toml");
  EXPECT_TRUE(driver.reads("There is no such file."));
  driver.click("open/ok");
  EXPECT_TRUE(session.commands.empty());
  name("open/file", "deep/three.toml");
  driver.click("open/ok");
  ASSERT_TRUE(session.last<LoadScenario>());
  EXPECT_EQ(session.last<LoadScenario>()->file, folder / "deep" / "three.toml");
}

TEST_F(DialogsTest, OpeningAsksWhereSomethingIsUnsaved) {
  write("one.toml");
  session.snapshot.sitting.unsaved = true;
  ask(DialogId::open);
  driver.click("open/one.toml");
  driver.click("open/ok");
  driver.draw(4);
  EXPECT_TRUE(session.commands.empty());
  EXPECT_TRUE(driver.reads("one.toml"));
  driver.click("lose/save");
  driver.draw(4);
  EXPECT_EQ(view().dialog, DialogId::save);
  ask(DialogId::lose_edits);
  driver.click("lose/ok");
  ASSERT_TRUE(session.last<LoadScenario>());
  EXPECT_EQ(session.last<LoadScenario>()->file, folder / "one.toml");
}

TEST_F(DialogsTest, PictureOfTheWindowIsTakenWhenTheDialogHasGone) {
  ask(DialogId::exporting);
  driver.click("export/window");
  ASSERT_TRUE(view().picture);
  EXPECT_EQ(view().picture->file, folder / "by-hand-day-2.png");
  EXPECT_FALSE(view().picture->part);
  driver.draw(1);
  EXPECT_FALSE(driver.shows("dialog/export"));
}

TEST_F(DialogsTest, PictureOfAPanelIsCutOut) {
  for (const std::string name : {"plots", "levers", "network", "person"}) {
    ask(DialogId::exporting);
    driver.choose("export/which", spoken(name));
    driver.click("export/panel");
    ASSERT_TRUE(view().picture) << name;
    EXPECT_EQ(view().picture->file, folder / ("by-hand-day-2-" + name + ".png"));
    ASSERT_TRUE(view().picture->part);
    const Box panel = driver.box("panel/" + name);
    EXPECT_EQ(view().picture->part->low, panel.low);
    EXPECT_EQ(view().picture->part->high, panel.high);
  }
}

TEST_F(DialogsTest, ExportsHaveATypedName) {
  ask(DialogId::exporting);
  name("export/name", "slide");
  driver.click("export/window");
  ASSERT_TRUE(view().picture);
  EXPECT_EQ(view().picture->file, folder / "slide.png");
}

TEST_F(DialogsTest, EnterSavesWhatWasTypedAndAsksBeforeItReplaces) {
  ask(DialogId::save);
  name("save/file", "mine");
  driver.tap(ImGuiKey_Enter);
  ASSERT_TRUE(session.last<SaveSitting>());
  EXPECT_EQ(session.last<SaveSitting>()->file, folder / "mine.toml");
  EXPECT_EQ(view().dialog, DialogId::none);
  write("mine.toml");
  session.commands.clear();
  ask(DialogId::save);
  name("save/file", "mine");
  driver.tap(ImGuiKey_Enter);
  EXPECT_TRUE(session.commands.empty());
  EXPECT_TRUE(driver.shows("save/replace"));
  driver.tap(ImGuiKey_Enter);
  EXPECT_TRUE(session.last<SaveSitting>());
}

TEST_F(DialogsTest, EnterOpensOnlyWhatIsThere) {
  write("there.toml");
  ask(DialogId::open);
  name("open/file", "nowhere.toml");
  driver.tap(ImGuiKey_Enter);
  EXPECT_EQ(view().dialog, DialogId::open);
  name("open/file", "there.toml");
  driver.tap(ImGuiKey_Enter);
  EXPECT_EQ(view().dialog, DialogId::none);
  EXPECT_TRUE(session.last<LoadScenario>());
}

TEST_F(DialogsTest, ExportWritesThePlotsNumbers) {
  ask(DialogId::exporting);
  driver.click("export/numbers");
  EXPECT_EQ(view().dialog, DialogId::none);
  int written = 0;
  for (const auto& entry : fs::directory_iterator(folder)) written += entry.path().extension() == ".csv";
  EXPECT_EQ(written, 1);
  EXPECT_NE(view().news.find(".csv"), std::string::npos);
}

TEST_F(DialogsTest, ExportLeadsToTheScenarioFile) {
  ask(DialogId::exporting);
  driver.click("export/scenario");
  driver.draw(3);
  EXPECT_EQ(view().dialog, DialogId::save);
  EXPECT_TRUE(driver.shows("save/ok"));
}

TEST(FileStem, IsPlainWordsWithHyphens) {
  EXPECT_EQ(file_stem_of("First 90 days"), "first-90-days");
  EXPECT_EQ(file_stem_of("  A/B: what?  "), "a-b-what");
  EXPECT_EQ(file_stem_of(""), "scenario");
}

}  // namespace
}  // namespace trust::viz
