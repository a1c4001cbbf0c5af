// The main views of the window look as they did: each is drawn and compared with the picture that is kept of it.
#include <imgui.h>

#include <cctype>
#include <cmath>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <vector>

#include "tests/viz/likeness.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

const fs::path source{TRUSTSIM_SOURCE_DIR};
const fs::path golden = source / "tests/viz/golden";

struct View {
  std::string name;
  std::string words;
};

void PrintTo(const View& view, std::ostream* out) { *out << view.name << view.words; }

std::vector<View> views() {
  std::vector<View> found;
  std::ifstream list(golden / "views");
  for (std::string line; std::getline(list, line);) {
    if (line.empty() || line[0] == '#') continue;
    View view;
    std::istringstream(line) >> view.name;
    view.words = line.substr(view.name.size());
    const std::size_t at = view.words.find('@');
    if (at != std::string::npos) view.words.replace(at, 1, (source / "scenarios/").string());
    found.push_back(view);
  }
  return found;
}

class GoldenViews : public testing::TestWithParam<View> {};

TEST_P(GoldenViews, LookAsTheyDid) {
  try {
    PictureFrame frame({64, 64}, 1);
  } catch (const PlatformError& error) {
    GTEST_SKIP() << "no pictures here: " << error.what();
  }
  const fs::path drawn = fs::path(testing::TempDir()) / ("view-" + GetParam().name + ".png");
  const std::string command = "cd / && env -u DISPLAY '" + std::string(TRUSTSIM_BINARY_DIR) +
                              "/trustsim-viewer' --screenshot '" + drawn.string() + "' " + GetParam().words +
                              " >/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
  expect_alike(drawn, golden / (GetParam().name + ".png"));
}

INSTANTIATE_TEST_SUITE_P(Viewer, GoldenViews, testing::ValuesIn(views()), [](const auto& view) {
  std::string name = view.param.name;
  std::erase_if(name, [](char letter) { return !std::isalnum(static_cast<unsigned char>(letter)); });
  return name;
});

TEST(GoldenViewsOfTheWindow, AreOnePictureEachAndSmall) {
  std::set<std::string> named;
  for (const View& view : views()) named.insert(view.name + ".png");
  EXPECT_GE(named.size(), 12u);
  std::set<std::string> kept;
  std::uintmax_t bytes = 0;
  for (const auto& file : fs::directory_iterator(golden)) {
    if (file.path().extension() != ".png") continue;
    kept.insert(file.path().filename().string());
    bytes += file.file_size();
  }
  EXPECT_EQ(kept, named);
  EXPECT_LT(bytes, 1'500'000u);
}

// The comparison itself sees what it is there to see: a small drawing, and the same with one thing changed.
struct Drawing {
  ImU32 fill = IM_COL32(25, 96, 173, 255);
  ImU32 ink = IM_COL32(20, 24, 31, 255);
  float label = 20;   // from the left
  float line = 1.5F;  // how thick; 0: none
};

class ComparisonOfPictures : public testing::Test {
 protected:
  void SetUp() override {
    try {
      frame = std::make_unique<PictureFrame>(FrameSize{320, 200}, 1.0F);
    } catch (const PlatformError& error) {
      GTEST_SKIP() << "no pictures here: " << error.what();
    }
  }

  Pixels draw(const Drawing& drawing) {
    frame->begin();
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled({20, 20}, {60, 32}, drawing.fill, 3);
    list.AddText({drawing.label, 60}, drawing.ink, "From day 21 on: Recognise what people achieve");
    std::vector<ImVec2> curve;
    for (int x = 20; x <= 300; ++x) {
      curve.emplace_back(static_cast<float>(x), 150 + 20 * std::sin(static_cast<float>(x) / 40));
    }
    const int points = static_cast<int>(curve.size());
    if (drawing.line > 0) list.AddPolyline(curve.data(), points, drawing.fill, ImDrawFlags_None, drawing.line);
    frame->end();
    return frame->pixels();
  }

  bool seen(const Drawing& changed) { return !likeness(draw(changed), draw({})).alike(); }

  std::unique_ptr<PictureFrame> frame;
};

TEST_F(ComparisonOfPictures, SeesAnotherColour) { EXPECT_TRUE(seen({.fill = IM_COL32(25, 96, 194, 255)})); }
TEST_F(ComparisonOfPictures, SeesALabelThatMoved) {
  for (const float by : {-9.0F, -2.0F, 2.0F, 4.0F, 8.0F, 16.0F}) EXPECT_TRUE(seen({.label = 20 + by})) << by;
}
TEST_F(ComparisonOfPictures, SeesThatALineIsMissing) { EXPECT_TRUE(seen({.line = 0})); }
TEST_F(ComparisonOfPictures, SeesThatALineIsAnother) { EXPECT_TRUE(seen({.line = 3})); }
TEST_F(ComparisonOfPictures, BearsAnotherShadeOfLetters) {
  EXPECT_FALSE(seen({.ink = IM_COL32(40, 44, 50, 255)}));
  EXPECT_FALSE(seen({.line = 1.7F}));
}

}  // namespace
}  // namespace trust::viz
