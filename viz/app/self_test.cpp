#include "viz/app/self_test.hpp"

#include <imgui.h>

#include <cmath>
#include <memory>
#include <optional>

#include "viz/app/scenario_files.hpp"
#include "viz/panels/viewer_window.hpp"
#include "viz/platform/null_frame.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

constexpr int frames = 60;
constexpr int frames_between_days = 6;
constexpr Seat large = 20'000;

// Whether the frame just drawn has anything that is not a number.
bool all_numbers() {
  const ImDrawData* data = ImGui::GetDrawData();
  for (int list = 0; list < data->CmdListsCount; ++list) {
    for (const ImDrawVert& vertex : data->CmdLists[list]->VtxBuffer) {
      if (!std::isfinite(vertex.pos.x) || !std::isfinite(vertex.pos.y)) return false;
    }
  }
  return true;
}

// One scenario in a window that nobody sees.
class Walk {
 public:
  explicit Walk(const std::filesystem::path& file) : file_(file.filename().string()) {
    session_.send(LoadScenario{file});
  }

  bool loaded() { return session_.latest().ready(); }
  std::string message() { return session_.latest().message; }

  std::vector<std::string> every_panel() {
    const Snapshot& now = session_.latest();
    frames_ = now.look().organisation->seats() >= large ? 1 : frames;
    for (std::size_t i = 0; i < static_cast<std::size_t>(PanelId::count); ++i) walk(static_cast<PanelId>(i));
    return wrong_;
  }

 private:
  void walk(PanelId panel) {
    window_.view().maximised = is_tab(panel) ? std::nullopt : std::optional(panel);
    if (is_tab(panel)) window_.view().tab = panel;
    bool numbers = true;
    for (int i = 0; i < frames_; ++i) {
      draw(static_cast<float>(i) / static_cast<float>(frames));
      numbers = numbers && all_numbers();
      if (frames_ > 1 && i % frames_between_days == 0) session_.send(Step{});
    }
    const std::string where = file_ + ", panel " + std::string(name_of(panel)) + ": ";
    if (!numbers) wrong_.push_back(where + "a mark is not a number");
    if (window_.written().empty()) wrong_.push_back(where + "nothing is written");
    if (const std::string said = message(); !said.empty()) wrong_.push_back(where + said);
  }

  void draw(float share) {
    frame_.move_pointer(1600 * share, 1000 * (1 - share));
    frame_.begin();
    window_.draw();
    frame_.end();
  }

  std::string file_;
  NullFrame frame_{{1600, 1000}, 1};
  DirectSession session_;
  ViewerWindow window_{session_, 1};
  int frames_ = frames;
  std::vector<std::string> wrong_;
};

}  // namespace

std::vector<std::string> self_test(const std::vector<std::filesystem::path>& scenarios, const TellLine& tell) {
  std::vector<std::string> wrong;
  for (const auto& file : scenarios) {
    if (!is_scenario_file(file)) continue;
    Walk walk(file);
    std::vector<std::string> found;
    if (walk.loaded()) {
      found = walk.every_panel();
    } else {
      found.push_back(walk.message());
    }
    tell((found.empty() ? "ok    " : "WRONG ") + file.string());
    wrong.insert(wrong.end(), found.begin(), found.end());
  }
  return wrong;
}

}  // namespace trust::viz
