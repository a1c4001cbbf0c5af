// The way a user takes through the real window: real mouse, real keys, real OpenGL.
#include "tests/viz/real_window.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

class InARealWindow : public testing::Test {
 protected:
  void SetUp() override {
    if (!RealWindow::can_be_had()) GTEST_SKIP() << "no Xvfb or xdotool here (packages xvfb, xdotool)";
    folder = fs::path(testing::TempDir()) /
             (std::string("window-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  static std::string example() { return std::string(TRUSTSIM_SOURCE_DIR) + "/scenarios/start/first-90-days.toml"; }

  fs::path folder;
};

#define OPEN(name, words)         \
  RealWindow name(folder, words); \
  ASSERT_TRUE(name.comes_to("ready", "1")) << "the window does not come up"

TEST_F(InARealWindow, ButtonsAndKeysMoveTheDays) {
  OPEN(window, example());
  window.click("step");
  EXPECT_TRUE(window.comes_to("day", "1"));
  window.keys("space");
  EXPECT_TRUE(window.comes_to("running", "1"));
  window.keys("space");
  EXPECT_TRUE(window.comes_to("running", "0"));
  window.keys("Home");
  EXPECT_TRUE(window.comes_to("day", "0"));
}

TEST_F(InARealWindow, NoQuickTapIsLost) {
  OPEN(window, example());
  window.point("network");
  std::string taps;
  for (int i = 0; i < 25; ++i) taps += " Right";
  window.keys(taps);
  EXPECT_TRUE(window.comes_to("day", "25")) << window.facts()["day"];
}

TEST_F(InARealWindow, NothingToDoCostsNothing) {
  OPEN(window, example());
  window.click("step");
  ASSERT_TRUE(window.comes_to("day", "1"));
  std::this_thread::sleep_for(std::chrono::seconds(1));  // ImGui's last frames
  const long before = window.ticks();
  std::this_thread::sleep_for(std::chrono::seconds(3));
  EXPECT_LE(window.ticks() - before, 6) << "hundredths of a second in three seconds";
}

TEST_F(InARealWindow, AnySizeWillDo) {
  OPEN(window, example());
  for (const char* size : {"300 200", "64 64", "1280 720", "1600 1000"}) {
    window.hands(std::string("search --onlyvisible --name trustsim windowsize %@ ") + size);
    RealWindow::settle();
    ASSERT_TRUE(window.program().alive()) << size;
  }
  window.click("step");
  EXPECT_TRUE(window.comes_to("day", "1"));
}

TEST_F(InARealWindow, AComparisonFromTheFirstPressToTheCommandLine) {
  OPEN(window, example());
  window.point("network");
  window.keys("3");
  window.click("lanes/add");
  ASSERT_TRUE(window.wait_for([&] { return window.shows("lanes/add/search"); }));
  window.click("lanes/add/search");
  window.type("layoff");
  const auto found = [&] { return window.shows("lanes/add/layoff") && !window.shows("lanes/add/playbook"); };
  ASSERT_TRUE(window.wait_for(found)) << "and nothing else";
  window.click("lanes/add/layoff");
  ASSERT_TRUE(window.comes_to("lanes", "5"));
  EXPECT_TRUE(window.comes_to("edited", "1"));
  EXPECT_TRUE(window.comes_to("replicates", "64")) << "while one works on";
  window.click("undo");
  EXPECT_TRUE(window.comes_to("edited", "0"));
  window.click("redo");
  EXPECT_TRUE(window.comes_to("edited", "1"));
  window.keys("ctrl+s");
  ASSERT_TRUE(window.wait_for([&] { return window.shows("save/ok"); }));
  window.click("save/file");
  window.keys("ctrl+a");
  const fs::path file = folder / "layoff.toml";
  window.type(file.string());
  window.click("save/ok");
  ASSERT_TRUE(window.wait_for([&] { return fs::exists(file); }));
  const std::string compare = std::string(TRUSTSIM_BINARY_DIR) + "/trustsim compare '" + example() + "' --what-if '" +
                              file.string() + "' --replicates 2 >/dev/null";
  EXPECT_EQ(std::system(compare.c_str()), 0) << compare;
}

TEST_F(InARealWindow, ALeverMovesAndGoesBack) {
  OPEN(window, example());
  window.click("lever/recognition.propensity", 0.9F);
  EXPECT_TRUE(window.comes_to("edited", "1"));
  window.click("lever/recognition.propensity", 0.5F, 3);
  EXPECT_TRUE(window.comes_to("edited", "0"));
}

// All of it waits for one frame: the program stands still while the user goes on.
TEST_F(InARealWindow, WhatIsDoneWithinOneFrameIsDoneInOrder) {
  OPEN(window, example());
  window.click("step");
  ASSERT_TRUE(window.comes_to("day", "1"));
  window.keys("ctrl+s");
  ASSERT_TRUE(window.wait_for([&] { return window.shows("save/ok"); }));
  const Box field = window.box("save/file");
  const Box save = window.box("save/ok");
  const fs::path wrong = folder / "wrong.toml";
  const fs::path right = folder / "right.toml";
  window.stand_still([&] {
    window.press(field);
    window.keys("ctrl+a");
    window.type(wrong.string());
    window.keys("Left Left BackSpace");
    window.press(field);
    window.keys("ctrl+a");
    window.type(right.string());
    window.press(save);
  });
  ASSERT_TRUE(window.wait_for([&] { return fs::exists(right); })) << window.facts()["message"];
  EXPECT_FALSE(fs::exists(wrong));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 2) << "the report and one file";
}

TEST_F(InARealWindow, TypingKeepsItsOrderWhileFramesStutter) {
  OPEN(window, example());
  window.keys("ctrl+s");
  ASSERT_TRUE(window.wait_for([&] { return window.shows("save/ok"); }));
  const Box field = window.box("save/file");
  const Box save = window.box("save/ok");
  const fs::path file = folder / "written with Capitals and (signs)_66.toml";
  window.stutter([&] {
    window.press(field);
    window.keys("ctrl+a");
    window.type(file.string() + "xyz");
    window.keys("BackSpace BackSpace BackSpace");
    window.press(save);
  });
  ASSERT_TRUE(window.wait_for([&] { return fs::exists(file); })) << window.facts()["message"];
}

TEST_F(InARealWindow, EnterSavesWhatWasTypedRightBeforeIt) {
  OPEN(window, example());
  window.keys("ctrl+s");
  ASSERT_TRUE(window.wait_for([&] { return window.shows("save/ok"); }));
  const Box field = window.box("save/file");
  const fs::path file = folder / "at once.toml";
  window.stand_still([&] {
    window.press(field);
    window.keys("ctrl+a");
    window.type(file.string());
    window.keys("Return");
  });
  ASSERT_TRUE(window.wait_for([&] { return fs::exists(file); })) << window.facts()["message"];
}

// The picker opens by a click, and its field takes the keyboard in a later frame.
TEST_F(InARealWindow, WhatIsSoughtMayBeTypedBeforeThePickerIsThere) {
  OPEN(window, example());
  window.click("step");
  ASSERT_TRUE(window.comes_to("day", "1"));
  const Box add = window.box("lanes/add");
  window.stand_still([&] {
    window.press(add);
    window.type("d3 layoff");
  });
  const auto seeks = [&] { return window.shows("lanes/add/search") && !window.shows("lanes/add/layoff"); };
  ASSERT_TRUE(window.wait_for(seeks)) << "nothing has these words";
  window.keys("Home Delete Delete Delete");
  EXPECT_TRUE(window.wait_for([&] { return window.shows("lanes/add/layoff"); }));
}

}  // namespace
}  // namespace trust::viz
