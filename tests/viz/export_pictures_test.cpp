// What is exported is what is on the screen: a panel's picture is its pixels in the window's, to the last one, and the
// files of numbers hold what is plotted. Nothing is replaced, and what cannot be written is told.
#include <gtest/gtest.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <fstream>
#include <iterator>

#include "tests/viz/plots_example.hpp"
#include "tests/viz/working_folder.hpp"
#include "viz/app/wishes.hpp"
#include "viz/panels/export_plots.hpp"
#include "viz/panels/viewer_window.hpp"
#include "viz/platform/picture_frame.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The window, drawn in pixels, and a hand that works it. In a folder of its own, where exports go.
class Exports : public testing::Test {
 protected:
  void SetUp() override {
    before = fs::current_path();
    folder = fs::path(testing::TempDir()) /
             (std::string("exports-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::current_path(folder);
    session.snapshot = plots_snapshot();
    session.snapshot.refinement = example_refinement(session.snapshot.edition);
    session.snapshot.sitting.file.clear();
    try {
      open(1);
    } catch (const PlatformError& error) {
      GTEST_SKIP() << "no pictures here: " << error.what();
    }
  }
  void TearDown() override {
    fs::current_path(before);
    fs::remove_all(folder);
  }

  void open(float scale) {
    const auto pixels = [&](int side) { return static_cast<int>(static_cast<float>(side) * scale); };
    window.reset();
    frame.reset();
    frame = std::make_unique<PictureFrame>(FrameSize{pixels(1280), pixels(720)}, scale);
    window = std::make_unique<ViewerWindow>(session, scale);
    window->view().arm = ShownArm::compare;
    draw(4);
  }

  // As the program does: after each frame, what was wished for.
  void draw(int frames = 1) {
    for (int i = 0; i < frames; ++i) {
      frame->begin();
      window->draw();
      frame->end();
      std::optional<PictureWish>& wish = window->view().picture;
      if (!wish) continue;
      wished = *wish;
      wish.reset();
      take_picture(wished, frame->pixels(), window->view());
    }
  }

  void point_nowhere() { ImGui::GetIO().MousePos = {-FLT_MAX, -FLT_MAX}; }

  void click(const std::string& name) {
    const auto box = window->controls().find(name);
    ASSERT_TRUE(box) << "no control is called " << name;
    ImGui::GetIO().MousePos = {(box->low.x + box->high.x) / 2, (box->low.y + box->high.y) / 2};
    draw();
    for (const bool down : {true, false}) {
      ImGui::GetIO().MouseDown[ImGuiMouseButton_Left] = down;
      draw();
    }
    point_nowhere();
    draw(2);
  }

  void type(const std::string& text) {
    click("export/name");
    ImGui::GetIO().KeyMap[ImGuiKey_A] = 65;
    ImGui::GetIO().KeyCtrl = ImGui::GetIO().KeysDown[65] = true;
    draw();
    ImGui::GetIO().KeyCtrl = ImGui::GetIO().KeysDown[65] = false;
    draw();
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    draw(2);
  }

  void export_panel(PanelId id) {
    click("camera");
    click("export/which");
    click("export/which/" + spoken(name_of(id)));
    click("export/panel");
  }

  // Whether these words, or their beginning where there is no room for all, stand somewhere.
  bool reads(const std::string& words) const {
    const auto& texts = window->written();
    return std::any_of(texts.begin(), texts.end(),
                       [&](const WrittenText& one) { return one.text.substr(0, 20) == words.substr(0, 20); });
  }

  std::string on_the_message_line() const { return window->view().picture_problem + window->view().news; }

  fs::path before;
  fs::path folder;
  RecordingSession session;
  std::unique_ptr<PictureFrame> frame;
  std::unique_ptr<ViewerWindow> window;
  PictureWish wished;
};

// The window as it is without a pointer and a dialog, and the place of each panel in it.
TEST_F(Exports, APanelIsItsPixelsOfTheWindowToTheLast) {
  for (const float scale : {1.0F, 1.5F, 2.0F}) {
    open(scale);
    for (int i = 0; i < static_cast<int>(PanelId::count); ++i) {
      const auto id = static_cast<PanelId>(i);
      if (scale > 1 && is_tab(id) && id != PanelId::matrix) continue;  // tabs lie in one place
      if (is_tab(id)) window->view().tab = id;
      window->view().dark = i % 2 == 1;
      draw(3);
      const std::string name(name_of(id));
      SCOPED_TRACE(name + " at scale " + std::to_string(scale));
      const Pixels shown = frame->pixels();
      const Box place = window->controls().find("panel/" + name).value();
      for (const float side : {place.low.x, place.low.y, place.high.x, place.high.y}) {
        EXPECT_EQ(side, std::round(side)) << "no pixel belongs to two panels";
      }
      export_panel(id);
      const Pixels exported = read_png(wished.file);
      ASSERT_EQ(exported.size.width, static_cast<int>(place.width()));
      ASSERT_EQ(exported.size.height, static_cast<int>(place.height()));
      int other = 0;
      for (int y = 0; y < exported.size.height; ++y) {
        const std::size_t row = static_cast<std::size_t>(exported.size.width) * 4;
        const std::size_t from = static_cast<std::size_t>(place.low.y + static_cast<float>(y)) *
                                     static_cast<std::size_t>(shown.size.width) * 4 +
                                 static_cast<std::size_t>(place.low.x) * 4;
        const auto at = [](const Pixels& pixels, std::size_t byte) {
          return pixels.bytes.begin() + static_cast<std::ptrdiff_t>(byte);
        };
        other += std::equal(at(exported, row * static_cast<std::size_t>(y)),
                            at(exported, row * static_cast<std::size_t>(y)) + static_cast<std::ptrdiff_t>(row),
                            at(shown, from))
                     ? 0
                     : 1;
      }
      EXPECT_EQ(other, 0) << "rows";
      fs::remove(wished.file);
    }
  }
}

TEST_F(Exports, TheWindowIsAllOfItWithoutTheDialog) {
  const Pixels shown = frame->pixels();
  click("camera");
  EXPECT_NE(frame->pixels().bytes, shown.bytes);
  click("export/window");
  EXPECT_EQ(read_png(wished.file).bytes, shown.bytes);
}

TEST_F(Exports, AMaximisedPanelIsOneToo) {
  window->view().maximised = PanelId::plots;
  draw(4);
  const Box place = window->controls().find("panel/plots").value();
  click("camera");
  click("export/panel");
  EXPECT_EQ(wished.file.filename().string().find("plots") != std::string::npos, true) << wished.file;
  EXPECT_EQ(read_png(wished.file).size.width, static_cast<int>(place.width()));
}

TEST_F(Exports, WhatWasWrittenIsTold) {
  click("camera");
  click("export/window");
  EXPECT_NE(on_the_message_line().find("Wrote first-90-days-day-65.png into " + folder.string()), std::string::npos)
      << on_the_message_line();
  EXPECT_TRUE(window->controls().find("message"));
}

TEST_F(Exports, NoPictureIsReplaced) {
  std::ofstream("first-90-days-day-65.png") << "mine";
  for (int i = 0; i < 2; ++i) {
    click("camera");
    click("export/window");
  }
  EXPECT_EQ(content("first-90-days-day-65.png"), "mine");
  EXPECT_EQ(content("first-90-days-day-65-2.png").substr(1, 3), "PNG");
  EXPECT_EQ(content("first-90-days-day-65-3.png").substr(1, 3), "PNG");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 3);
}

TEST_F(Exports, AFolderThatIsNotThereIsToldBeforeAnythingIsPressed) {
  click("camera");
  type("no/such/folder/slide");
  const std::string told = "There is no folder " + (folder / "no/such/folder").string();
  click("export/window");
  EXPECT_EQ(window->view().dialog, DialogId::exporting) << "the name that was typed is still there";
  EXPECT_TRUE(reads(told));
  EXPECT_TRUE(fs::is_empty(folder));
  EXPECT_TRUE(wished.file.empty());
}

TEST_F(Exports, APlaceThatTakesNoFilesIsTold) {
  click("camera");
  type("/proc/slide");
  click("export/window");
  EXPECT_NE(window->view().picture_problem.find("/proc/slide.png"), std::string::npos);
  EXPECT_NE(window->view().picture_problem.find("cannot be written: "), std::string::npos);
  EXPECT_TRUE(window->view().news.empty());
  click("camera");
  type("slide");
  click("export/window");
  EXPECT_EQ(window->view().picture_problem, "") << "it is mended";
  EXPECT_TRUE(fs::exists("slide.png"));
}

TEST_F(Exports, APlaceThatIsAFolderIsLeftAlone) {
  fs::create_directories("slide.png");
  click("camera");
  type("slide");
  click("export/window");
  EXPECT_TRUE(fs::is_directory("slide.png"));
  EXPECT_TRUE(fs::exists("slide-2.png"));
}

TEST_F(Exports, NumbersAndVectorsAreWhatIsPlotted) {
  window->view().measures = {Measure::trust, Measure::stress};
  draw(3);
  const ViewState view = window->view();
  click("plots/export");
  click("plots/export/both");
  for (const Measure measure : view.measures) {
    const std::string stem = "first-90-days-" + std::string(measure_row(measure).name) + "-day-65";
    EXPECT_EQ(content(stem + ".csv"), plot_csv(session.snapshot, view, measure)) << stem;
    EXPECT_EQ(content(stem + ".svg"), plot_svg(session.snapshot, view, measure)) << stem;
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 4);
  EXPECT_NE(window->view().news.find("Wrote "), std::string::npos);
}

TEST_F(Exports, NumbersForAPlaceThatTakesNoFilesAreTold) {
  const WorkingFolder place("/proc");
  draw(3);
  click("plots/export");
  click("plots/export/csv");
  EXPECT_NE(window->view().news.find("/proc/first-90-days-trust-day-65.csv: cannot be written: "), std::string::npos)
      << window->view().news;
}

}  // namespace
}  // namespace trust::viz
