#include "viz/tour/tour_cover.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace trust::viz {
namespace {

constexpr ImGuiWindowFlags cover_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                                         ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground;

constexpr std::string_view all_plots = "plot";

// A curve, the difference below it, or their axis of days: not the buttons above them.
bool is_plot(std::string_view name) {
  return name.starts_with("plot/") || name.starts_with("difference/") || name == "plots/days";
}

std::vector<float> edges(float end, std::span<const Box> holes, float Point::*axis) {
  std::vector<float> all{0, end};
  for (const Box& hole : holes) {
    all.push_back(std::clamp(std::floor(hole.low.*axis), 0.0F, end));
    all.push_back(std::clamp(std::ceil(hole.high.*axis), 0.0F, end));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

bool in_hole(Point middle, std::span<const Box> holes) {
  return std::any_of(holes.begin(), holes.end(), [&](const Box& hole) {
    return middle.x > std::floor(hole.low.x) && middle.x < std::ceil(hole.high.x) &&
           middle.y > std::floor(hole.low.y) && middle.y < std::ceil(hole.high.y);
  });
}

Box around(std::span<const Box> boxes, float margin) {
  Box all = boxes.front();
  for (const Box& box : boxes) {
    all.low = {std::min(all.low.x, box.low.x), std::min(all.low.y, box.low.y)};
    all.high = {std::max(all.high.x, box.high.x), std::max(all.high.y, box.high.y)};
  }
  return {all.low - Point{margin, margin}, all.high + Point{margin, margin}};
}

}  // namespace

std::vector<Box> cover_around(Point size, std::span<const Box> holes) {
  const std::vector<float> xs = edges(size.x, holes, &Point::x);
  const std::vector<float> ys = edges(size.y, holes, &Point::y);
  std::vector<Box> cover;
  for (std::size_t row = 0; row + 1 < ys.size(); ++row) {
    bool open = false;  // whether the last box of this row goes on
    for (std::size_t column = 0; column + 1 < xs.size(); ++column) {
      const Box cell{{xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}};
      const bool hole = in_hole({(cell.low.x + cell.high.x) / 2, (cell.low.y + cell.high.y) / 2}, holes);
      if (!hole && open) cover.back().high.x = cell.high.x;
      if (!hole && !open) cover.push_back(cell);
      open = !hole;
    }
  }
  return cover;
}

std::vector<Box> boxes_of(const Controls& controls, std::span<const std::string_view> beginnings) {
  std::vector<Box> boxes;
  for (const std::string_view beginning : beginnings) {
    std::vector<Box> found;
    for (const auto& [name, box] : controls.all()) {
      if (beginning == all_plots ? is_plot(name) : name.starts_with(beginning)) found.push_back(box);
    }
    if (found.empty()) continue;
    if (beginning.starts_with("lever/")) found = {around(found, controls.theme().px(5))};
    if (beginning == all_plots) {
      found = {around(found, 0)};
      if (const auto head = controls.find("head/plots")) found[0].low.x = std::min(found[0].low.x, head->low.x);
    }
    boxes.insert(boxes.end(), found.begin(), found.end());
  }
  return boxes;
}

void add_rounded(const Box& box, float radius, std::vector<Box>& holes) {
  // Where a circle's edge lies at these shares of its radius, from the corner along one side.
  constexpr std::array<Point, 3> corners{{{0, 1}, {0.14F, 0.5F}, {0.5F, 0.14F}}};
  for (const Point& in : corners) {
    const Point off = in * radius;
    holes.push_back({box.low + off, box.high - off});
  }
  holes.push_back({box.low + Point{radius, 0}, box.high - Point{radius, 0}});
}

void draw_cover(std::span<const Box> cover, const Theme& theme) {
  const ImU32 colour = theme.dark ? IM_COL32(0, 0, 0, 140) : IM_COL32(60, 66, 76, 110);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  for (std::size_t i = 0; i < cover.size(); ++i) {
    ImGui::SetNextWindowPos({cover[i].low.x, cover[i].low.y});
    ImGui::SetNextWindowSize({cover[i].width(), cover[i].height()});
    if (ImGui::Begin(("tour cover " + std::to_string(i)).c_str(), nullptr, cover_flags)) {
      ImGui::GetWindowDrawList()->AddRectFilled({cover[i].low.x, cover[i].low.y}, {cover[i].high.x, cover[i].high.y},
                                                colour);
    }
    ImGui::End();
  }
  ImGui::PopStyleVar(2);
}

}  // namespace trust::viz
