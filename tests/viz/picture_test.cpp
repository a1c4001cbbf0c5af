// Pictures without a display: the same bytes every time, and plain words where something is wrong.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "study/hex.hpp"
#include "study/run.hpp"
#include "viz/panels/panel.hpp"
#include "viz/platform/picture_frame.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

constexpr const char* scenario_text = R"(
[scenario]
name = "Picture"
story = "For a test."
days = 10
replicates = 3
seed = 5
[organisation]
generate = { roles = { rep = 30, marketer = 18 }, ties_per_person = 8 }
)";

struct Outcome {
  int code;
  std::string out;
  std::string err;
};

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Picture : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::path(testing::TempDir()) /
             (std::string("picture-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
    scenario = folder / "scenario.toml";
    std::ofstream(scenario) << scenario_text;
  }
  void TearDown() override { fs::remove_all(folder); }

  // Runs the program without a display.
  Outcome run(const std::string& words, const std::string& environment = "") const {
    const std::string program = std::string(TRUSTSIM_BINARY_DIR) + "/trustsim-viewer";
    const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY " + environment + " '" + program + "' " + words +
                                " >'" + (folder / "out").string() + "' 2>'" + (folder / "err").string() + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content(folder / "out"), content(folder / "err")};
  }

  std::string shot(const std::string& name, const std::string& more = "") const {
    return "--screenshot '" + (folder / name).string() + "' --scenario '" + scenario.string() + "' " + more;
  }

  static std::string why_no_pictures() {
    try {
      PictureFrame frame({64, 64}, 1);
      return "";
    } catch (const PlatformError& error) {
      return error.what();
    }
  }

  fs::path folder;
  fs::path scenario;
};

#define NEEDS_PICTURES() \
  if (const std::string why = why_no_pictures(); !why.empty()) GTEST_SKIP() << "no pictures here: " << why

// Width and height as the PNG's header has them.
std::pair<int, int> size_of_png(const std::string& png) {
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(png.at(at + i));
    return value;
  };
  EXPECT_EQ(png.substr(1, 3), "PNG");
  return {number(16), number(20)};
}

TEST_F(Picture, IsTheSameTwice) {
  NEEDS_PICTURES();
  for (const char* name : {"a.png", "b.png"}) {
    const Outcome outcome = run(shot(name, "--day 7"));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
  }
  ASSERT_FALSE(content(folder / "a.png").empty());
  EXPECT_EQ(content(folder / "a.png"), content(folder / "b.png"));
  EXPECT_FALSE(fs::exists(folder / "a.png.part"));
}

TEST_F(Picture, HasTheSizeThatWasAskedFor) {
  NEEDS_PICTURES();
  ASSERT_EQ(run(shot("a.png", "--day 1 --size 1280x720 --scale 1.25 --theme dark")).code, 0);
  EXPECT_EQ(size_of_png(content(folder / "a.png")), (std::pair{1280, 720}));
  ASSERT_EQ(run(shot("a.png", "--day 1")).code, 0);
  EXPECT_EQ(size_of_png(content(folder / "a.png")), (std::pair{1600, 1000}));
}

TEST_F(Picture, ShowsTheDayThemeColourAndPersonAskedFor) {
  NEEDS_PICTURES();
  std::set<std::string> pictures;
  for (const char* more : {"--day 0", "--day 7", "--day 7 --theme dark", "--day 7 --colour stress",
                           "--day 7 --measure output", "--day 7 --seed 6"}) {
    const Outcome outcome = run(shot("a.png", more));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    pictures.insert(content(folder / "a.png"));
  }
  EXPECT_EQ(pictures.size(), 6u) << "each differs from the others";
}

TEST_F(Picture, PrintsTheHashesOfTheRun) {
  NEEDS_PICTURES();
  const Outcome outcome = run(shot("a.png", "--day 10"));
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, run("--state-hash '" + scenario.string() + "'").out);
}

TEST_F(Picture, HashesAreThoseOfTheStudy) {
  const Outcome outcome = run("--state-hash '" + scenario.string() + "' --day 6 --seed 77");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto json = nlohmann::json::parse(outcome.out);
  Scenario read = load_scenario(scenario);
  read.seed = 77;
  RunOptions options = options_of(read);
  options.days = 6;
  RunControl control;
  const RunResult expected = run_scenario(read, options, control, {});
  EXPECT_EQ(json["state_hash"], to_hex(expected.state_hash));
  ASSERT_EQ(json["replicate_hashes"].size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(json["replicate_hashes"][i], to_hex(expected.replicate_hashes[i]));
}

TEST_F(Picture, BadInputIsExitCodeTwoWithWordsAndNoFile) {
  const std::string good = "--scenario '" + scenario.string() + "' ";
  const fs::path broken = folder / "broken.toml";
  std::ofstream(broken) << "[scenario]\nname = 3\n";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"--scenario no-such.toml", "no-such.toml"},
      {"--scenario '" + broken.string() + "'", "broken.toml:2"},
      {"--scenario '" + folder.string() + "'", folder.filename().string()},
      {good + "--size 10x10", "--size"},
      {good + "--size big", "--size"},
      {good + "--size 99999x100", "--size"},
      {good + "--scale 0", "--scale"},
      {good + "--scale nan", "--scale"},
      {good + "--day -1", "--day"},
      {good + "--day seven", "--day"},
      {good + "--seed 1.5", "--seed"},
      {good + "--theme pink", "--theme"},
      {good + "--colour mood", "--colour"},
      {good + "--measure mood", "--measure"},
      {good + "--wrong-option", "wrong-option"},
      {good + "'" + scenario.string() + "'", "SCENARIO"},
  };
  for (const auto& [words, said] : cases) {
    const Outcome outcome = run("--screenshot '" + (folder / "x.png").string() + "' " + words);
    EXPECT_EQ(outcome.code, 2) << words << "\n" << outcome.err;
    EXPECT_NE(outcome.err.find(said), std::string::npos) << words << "\n" << outcome.err;
    EXPECT_FALSE(fs::exists(folder / "x.png")) << words;
  }
}

TEST_F(Picture, EveryMistakeOfTheCommandLineIsToldAtOnce) {
  const Outcome outcome = run(shot("x.png", "--theme pink --scale 99 --colour mood"));
  EXPECT_EQ(outcome.code, 2);
  for (const char* said : {"--theme", "--scale", "--colour"}) {
    EXPECT_NE(outcome.err.find(said), std::string::npos) << outcome.err;
  }
}

TEST_F(Picture, ADayOrPersonThatIsNotThereIsBadInput) {
  NEEDS_PICTURES();
  EXPECT_EQ(run(shot("x.png", "--day 11")).code, 2);
  EXPECT_EQ(run(shot("x.png", "--day 1 --person nobody-like-that")).code, 2);
  EXPECT_FALSE(fs::exists(folder / "x.png"));
}

TEST_F(Picture, AFolderThatCannotBeWrittenIsAFailure) {
  NEEDS_PICTURES();
  const Outcome outcome = run(shot("no/such/folder/x.png", "--day 1"));
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("x.png"), std::string::npos);
}

TEST_F(Picture, WithoutADisplayTheWindowSaysSo) {
  const Outcome outcome = run("'" + scenario.string() + "'");
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("no window can be opened"), std::string::npos) << outcome.err;
}

TEST_F(Picture, WithoutOpenGLDriversItSaysSo) {
  const Outcome outcome = run(shot("x.png"), "__EGL_VENDOR_LIBRARY_FILENAMES=/nonexistent");
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  EXPECT_FALSE(outcome.err.empty());
}

TEST_F(Picture, HelpFitsAScreen) {
  const Outcome outcome = run("--help");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_LE(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 45);
  EXPECT_NE(outcome.out.find("--screenshot"), std::string::npos);
}

TEST_F(Picture, EveryPanelCanBeAskedFor) {
  NEEDS_PICTURES();
  std::set<std::string> pictures;
  for (std::size_t i = 0; i < static_cast<std::size_t>(PanelId::count); ++i) {
    const auto name = std::string(name_of(static_cast<PanelId>(i)));
    const Outcome outcome = run(shot("a.png", "--day 3 --size 1280x720 --panel " + name));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    pictures.insert(content(folder / "a.png"));
  }
  EXPECT_EQ(pictures.size(), static_cast<std::size_t>(PanelId::count)) << "each differs from the others";
}

TEST_F(Picture, AComparisonIsTheSameTwiceAndAnotherPicture) {
  NEEDS_PICTURES();
  const std::string what_if = "--day 7 --compare 'layoff:from=3' --panel result";
  ASSERT_EQ(run(shot("a.png", what_if)).code, 0);
  ASSERT_EQ(run(shot("b.png", what_if)).code, 0);
  EXPECT_EQ(content(folder / "a.png"), content(folder / "b.png"));
  ASSERT_EQ(run(shot("c.png", "--day 7 --panel result")).code, 0);
  EXPECT_NE(content(folder / "a.png"), content(folder / "c.png"));
}

TEST_F(Picture, AWhatIfWithMistakesIsBadInput) {
  const Outcome outcome = run(shot("x.png", "--compare 'layoff:shares=3,from=0'"));
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("shares"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("from"), std::string::npos) << outcome.err;
  EXPECT_FALSE(fs::exists(folder / "x.png"));
}

TEST_F(Picture, AStoreOfResultsIsNoScenario) {
  std::ofstream(folder / "results.db", std::ios::binary) << std::string("SQLite format 3\0 and so on", 28);
  const Outcome outcome = run("--state-hash --scenario '" + (folder / "results.db").string() + "'");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("store of results"), std::string::npos) << outcome.err;
}

TEST(SelfTest, GoesThroughEveryScenarioThatShips) {
  const std::string program = std::string(TRUSTSIM_BINARY_DIR) + "/trustsim-viewer";
  const std::string example = std::string(TRUSTSIM_SOURCE_DIR) + "/scenarios/start/first-90-days.toml";
  EXPECT_EQ(std::system(("env -u DISPLAY '" + program + "' --selftest '" + example + "' >/dev/null").c_str()), 0);
}

}  // namespace
}  // namespace trust::viz
