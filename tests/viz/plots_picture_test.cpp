// The panels of plots, lanes and spreads as pictures: they can be drawn at every size, theme and scale, and the same
// twice.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/viz/plots_example.hpp"
#include "viz/panels/viewer_window.hpp"
#include "viz/platform/picture_frame.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

struct Shot {
  std::string name;
  FrameSize size;
  float scale = 1;
  bool dark = false;
  bool refined = true;
  bool maximised = false;
  int measures = 1;
  std::string press = "";  // a control
  ImGuiMouseButton button = ImGuiMouseButton_Left;
};

void press(ViewerWindow& window, PictureFrame& frame, const Shot& shot) {
  const auto draw = [&](int frames) {
    for (int i = 0; i < frames; ++i) {
      frame.begin();
      window.draw();
      frame.end();
    }
  };
  draw(4);
  if (shot.press.empty()) return;
  const Box box = window.controls().find(shot.press).value_or(Box{});
  ImGui::GetIO().MousePos = {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
  draw(3);
  if (shot.button == ImGuiMouseButton_COUNT) return;  // only pointed at
  for (const bool down : {true, false}) {
    ImGui::GetIO().MouseDown[shot.button] = down;
    draw(3);
  }
}

std::string take(const Shot& shot, const fs::path& folder) {
  RecordingSession session;
  session.snapshot = plots_snapshot();
  if (shot.refined) session.snapshot.refinement = example_refinement(session.snapshot.edition);
  PictureFrame frame(shot.size, shot.scale);
  ViewerWindow window(session, shot.scale);
  window.view().dark = shot.dark;
  window.view().arm = ShownArm::compare;
  window.view().tab = PanelId::spread;
  if (shot.measures > 1) window.view().measures = {Measure::trust, Measure::stress};
  if (shot.maximised) window.view().maximised = PanelId::plots;
  press(window, frame, shot);
  write_png(folder / (shot.name + ".png"), frame.pixels());
  const Pixels pixels = frame.pixels();
  return {pixels.bytes.begin(), pixels.bytes.end()};
}

TEST(PlotsPictures, DifferInWhatTheyShowAndAreTheSameTwice) {
  const fs::path folder = fs::path(testing::TempDir()) / "plots-pictures";
  fs::create_directories(folder);
  std::set<std::string> pictures;
  const std::vector<Shot> shots{{"light", {1600, 1000}},
                                {"dark", {1600, 1000}, 1, true},
                                {"small", {1280, 720}},
                                {"large-text", {1600, 1000}, 1.5F},
                                {"small-large-text", {1280, 720}, 1.5F},
                                {"alone", {1600, 1000}, 1, false, false},
                                {"maximised", {1600, 1000}, 1, false, true, true, 2},
                                {"lane-menu", {1600, 1000}, 1, false, true, false, 1, "lane/2", ImGuiMouseButton_Right},
                                {"lane-picker", {1600, 1000}, 1, true, true, false, 1, "lanes/add"},
                                {"read-out", {1600, 1000}, 1, false, true, false, 1, "plot/0", ImGuiMouseButton_COUNT}};
  try {
    for (const Shot& shot : shots) pictures.insert(take(shot, folder));
    EXPECT_EQ(pictures.size(), shots.size());
    EXPECT_TRUE(pictures.contains(take(shots[0], folder)));
  } catch (const PlatformError& error) {
    GTEST_SKIP() << "no pictures here: " << error.what();
  }
}

}  // namespace
}  // namespace trust::viz
