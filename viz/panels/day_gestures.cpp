#include "viz/panels/day_gestures.hpp"

#include <imgui_internal.h>  // SetItemUsingMouseWheel

#include <cmath>

#include "viz/plot/painter.hpp"
#include "viz/plot/zoom.hpp"

namespace trust::viz {
namespace {

constexpr float least_box = 4;  // pixels: less is a press that trembled

void show(PanelContext& context, Range days) {
  context.view.days = shows_all(days, context.snapshot.days) ? DayWindow{} : DayWindow{days.low, days.high};
}

}  // namespace

Range DayGestures::visible(const PanelContext& context) {
  return visible_days({context.view.days.first, context.view.days.last}, context.snapshot.days);
}

void DayGestures::begin(PanelContext& context, const DayAxis& axis) {
  const Snapshot& snapshot = context.snapshot;
  if (run_ != snapshot.run) *this = DayGestures{};
  run_ = snapshot.run;
  context.view.hovered_day.reset();
  const bool held = ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsMouseDown(ImGuiMouseButton_Right);
  if (drag_ != Drag::none && held) follow(context, axis);
  if (drag_ != Drag::none && !held) {
    const float x = ImGui::GetIO().MousePos.x;
    if (drag_ == Drag::box && std::abs(x - pressed_x_) >= least_box) {
      show(context, boxed(held_, axis.day_of(x), snapshot.days));
    }
    drag_ = Drag::none;
  }
  if (scrubbed_ && drag_ != Drag::scrub && snapshot.commands_done >= sent_) scrubbed_.reset();
}

void DayGestures::take(PanelContext& context, const DayAxis& axis, bool pointed, bool wheel) {
  if (!pointed) return;
  if (wheel) ImGui::SetItemUsingMouseWheel();
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MousePos.x >= axis.left - 1 && io.MousePos.x <= axis.right + 1 && drag_ != Drag::pan) {
    context.view.hovered_day = axis.whole_day_of(io.MousePos.x);
  }
  if (wheel && io.MouseWheel != 0) {
    show(context,
         zoomed(axis.days, axis.day_of(io.MousePos.x), static_cast<double>(io.MouseWheel), context.snapshot.days));
  }
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    drag_ = Drag::none;
    context.view.days = {};
    return;
  }
  press(context, axis);
}

void DayGestures::press(PanelContext& context, const DayAxis& axis) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool left = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (!left && !ImGui::IsMouseClicked(ImGuiMouseButton_Right)) return;
  drag_ = !left || io.KeyShift ? Drag::pan : io.KeyCtrl ? Drag::box : Drag::scrub;
  held_ = axis.day_of(io.MousePos.x);
  pressed_x_ = io.MousePos.x;
  began_ = axis.days;
  if (drag_ == Drag::scrub) seek(context, axis.whole_day_of(io.MousePos.x));
}

void DayGestures::follow(PanelContext& context, const DayAxis& axis) {
  const float x = ImGui::GetIO().MousePos.x;
  if (drag_ == Drag::scrub) seek(context, axis.whole_day_of(x));
  if (drag_ != Drag::pan) return;
  const double by = static_cast<double>((pressed_x_ - x) / std::max(1.0F, axis.width())) * began_.width();
  show(context, panned(began_, by, context.snapshot.days));
}

void DayGestures::seek(PanelContext& context, int day) {
  if (!context.snapshot.ready() || day == this->day(context.snapshot)) return;
  scrubbed_ = day;
  sent_ = context.session.send(SeekDay{day});
}

void DayGestures::draw_box(const PanelContext& context, const DayAxis& axis, float top, float bottom) const {
  if (drag_ != Drag::box) return;
  const float x = std::clamp(ImGui::GetIO().MousePos.x, axis.left, axis.right);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 low{std::min(x, pressed_x_), top};
  const ImVec2 high{std::max(x, pressed_x_), bottom};
  draw->AddRectFilled(low, high, faded(context.theme.accent, 0.15F));
  draw->AddRect(low, high, context.theme.accent);
}

}  // namespace trust::viz
