#include "viz/panels/lanes.hpp"

#include <imgui_internal.h>  // SetItemUsingMouseWheel

#include <algorithm>
#include <cmath>

#include "viz/panels/lane_marks.hpp"

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float row_height = 22;
constexpr float around = 4;
constexpr float grip_width = 7;
constexpr float switch_size = 14;
constexpr float strength_width = 34;
constexpr float lanes_share = 0.28F;  // of the panel, at most, once plots have what they need
constexpr float strength_step = 0.05F;

const std::vector<Lane>& lanes_of(const PanelContext& context) {
  const SittingState& sitting = context.snapshot.sitting;
  return context.view.arm == ShownArm::baseline ? sitting.baseline_lanes : sitting.lanes;
}

bool is_fixed(const PanelContext& context) { return context.view.arm == ShownArm::baseline; }

std::string name_of_lane(const Lane& lane) { return "lane/" + std::to_string(lane.index); }

}  // namespace

float Lanes::wanted_height(const PanelContext& context) const {
  const auto rows = static_cast<float>(std::max<std::size_t>(1, lanes_of(context).size()));
  return context.theme.px(rows * row_height + around);
}

float Lanes::height(const PanelContext& context, float spare, float total) const {
  const float wanted = wanted_height(context);
  const float least = std::min(wanted, std::min(context.theme.px(2.4F * row_height), total * 0.25F));
  return std::min(wanted, std::max(least, std::min(spare, total * lanes_share)));
}

void Lanes::draw(PanelContext& context, const Box& room, const DayAxis& axis, DayGestures& gestures) {
  const Theme& theme = context.theme;
  const bool scrolls = wanted_height(context) > room.height() + 0.5F;
  ImGui::SetCursorScreenPos({room.low.x, room.low.y});
  const ImGuiWindowFlags more = scrolls ? 0 : ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  if (ImGui::BeginChild("##lanes", {room.width(), room.height()}, false, ImGuiWindowFlags_NoNav | more)) {
    context.controls.pen().scrolling(scrolls);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float whole = std::max(room.height(), wanted_height(context));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled({axis.left, at.y}, {axis.right, at.y + whole}, theme.canvas);
    ImGui::SetCursorScreenPos({axis.left, at.y});
    ImGui::InvisibleButton("##area", {axis.width(), whole});
    ImGui::SetItemAllowOverlap();
    context.controls.name_item("lanes");
    const bool pointed = ImGui::IsItemHovered();
    over_ = false;
    follow(context, axis);
    float top = at.y + theme.px(around / 2);
    for (const Lane& lane : lanes_of(context)) {
      draw_lane(context, lane, top, axis);
      top += theme.px(row_height);
    }
    if (pointed && !over_ && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) selected_.reset();
    gestures.take(context, axis, pointed && !over_ && !drag_, !scrolls);
    if (lanes_of(context).empty()) {
      context.controls.pen().write(draw, {axis.left + theme.px(8), at.y + theme.px(5)}, theme.faint_text,
                                   fit_text("No interventions yet", axis.width() - theme.px(16)));
    }
    const int day = gestures.day(context.snapshot);
    if (axis.shows(day)) {
      const float x = std::round(axis.x_of(day));
      draw->AddLine({x, at.y}, {x, at.y + whole}, theme.text, theme.px(1.5F));
    }
    draw->AddRect({axis.left, at.y}, {axis.right, at.y + whole}, theme.frame, 0, 0, theme.px(1));
    menu_.draw(context);
    context.controls.pen().scrolling(false);
  }
  ImGui::EndChild();
  take_keys(context);
}

// As the hand has it, until the engine has it too.
LaneSpan Lanes::shown(const Lane& lane) const {
  return pending_ && pending_->lane == lane.index ? pending_->span : span_of(lane);
}

void Lanes::draw_lane(PanelContext& context, const Lane& lane, float top, const DayAxis& axis) {
  const Theme& theme = context.theme;
  const bool fixed = is_fixed(context);
  const float height = theme.px(row_height - 2);
  const Box bar = bar_of(shown(lane), lane.once, axis, top, height, theme.scale);
  if (!fixed && lane.changed) {
    const SittingState& sitting = context.snapshot.sitting;
    if (const Lane* base = baseline_of(sitting.lanes, sitting.baseline_lanes, lane)) {
      ImGui::PushClipRect({axis.left, top}, {axis.right, top + height + theme.px(2)}, true);
      draw_lane_ghost(context, bar_of(span_of(*base), lane.once, axis, top, height, theme.scale));
      ImGui::PopClipRect();
    }
  }
  draw_lane_bar(context, lane, bar, axis, !fixed && selected_ == lane.index, fixed);
  take_input(context, lane, top, axis);
  if (!fixed) draw_switch(context, lane, top, axis);
}

void Lanes::take_input(PanelContext& context, const Lane& lane, float top, const DayAxis& axis) {
  const Theme& theme = context.theme;
  const Box bar = bar_of(shown(lane), lane.once, axis, top, theme.px(row_height - 2), theme.scale);
  const float low = std::clamp(bar.low.x, axis.left, axis.right);
  const float high = std::clamp(bar.high.x, axis.left, axis.right);
  if (high - low < 1) return;
  const float bottom = top + theme.px(row_height - 2);
  const bool ends = !is_fixed(context) && !lane.once;
  const float grip_room = ends ? std::min(theme.px(grip_width), (high - low) / 4) : 0;
  grip(context, lane, LaneGrip::body, {low + grip_room, top}, {high - grip_room, bottom}, axis);
  take_body(context, lane);
  if (!ends) return;
  if (axis.x_of(shown(lane).first) >= axis.left)
    grip(context, lane, LaneGrip::start, {low, top}, {low + grip_room, bottom}, axis);
  if (axis.x_of(shown(lane).last) <= axis.right + 1)
    grip(context, lane, LaneGrip::end, {high - grip_room, top}, {high, bottom}, axis);
}

void Lanes::grip(PanelContext& context, const Lane& lane, LaneGrip grip, ImVec2 low, ImVec2 high, const DayAxis& axis) {
  const char* part = grip == LaneGrip::body ? "" : grip == LaneGrip::start ? "/start" : "/end";
  const std::string name = name_of_lane(lane) + part;
  ImGui::SetCursorScreenPos(low);
  ImGui::InvisibleButton(("##" + name).c_str(), {std::max(1.0F, high.x - low.x), high.y - low.y});
  context.controls.name_item(name);
  const bool fixed = is_fixed(context);
  over_ = over_ || ImGui::IsItemHovered();
  if (ImGui::IsItemHovered() && !drag_) lane_tip(context, lane, shown(lane), fixed);
  if (fixed) return;
  if (ImGui::IsItemHovered() && grip != LaneGrip::body) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  if (!ImGui::IsItemActivated()) return;
  selected_ = lane.index;
  drag_ = Drag{lane, grip, axis.whole_day_of(ImGui::GetIO().MousePos.x), span_of(lane), false, ++gestures_};
}

// The body takes the right click and, once it was clicked, the wheel.
void Lanes::take_body(PanelContext& context, const Lane& lane) {
  if (is_fixed(context)) return;
  if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) {
    selected_ = lane.index;
    menu_.open(context, lane);
  }
  const float wheel = ImGui::GetIO().MouseWheel;
  if (selected_ != lane.index || !lane.has_strength || !ImGui::IsItemHovered()) return;
  ImGui::SetItemUsingMouseWheel();
  if (wheel == 0) return;
  const float wanted = std::round((lane.strength + wheel * strength_step) / strength_step) * strength_step;
  const float strength = std::clamp(wanted, 0.0F, 1.0F);
  if (strength != lane.strength) context.session.send(ChangeLane{lane.index, {}, {}, strength, {}});
}

void Lanes::follow(PanelContext& context, const DayAxis& axis) {
  if (pending_ && !drag_ && context.snapshot.commands_done >= pending_->command) pending_.reset();
  if (!drag_) return;
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    drag_.reset();
    return;
  }
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) return cancel(context);
  const int by = axis.whole_day_of(ImGui::GetIO().MousePos.x) - drag_->held;
  if (by == 0 && !drag_->moved) return;
  send_span(context, dragged(drag_->lane, drag_->grip, by, context.snapshot.days));
}

void Lanes::cancel(PanelContext& context) {
  const LaneSpan was = span_of(drag_->lane);
  if (drag_->moved && drag_->sent != was) send_span(context, was);
  drag_.reset();
}

// At most once a day that the hand passes. A lane that is moved says where it begins alone, and keeps its length.
void Lanes::send_span(PanelContext& context, const LaneSpan& span) {
  if (span == drag_->sent) return;
  ChangeLane change{drag_->lane.index, {}, {}, {}, {}, drag_->gesture};
  if (drag_->grip != LaneGrip::end) change.first_day = span.first;
  if (drag_->grip != LaneGrip::body) change.last_day = span.last;
  drag_->sent = span;
  drag_->moved = true;
  pending_ = Pending{drag_->lane.index, span, context.session.send(change)};
}

void Lanes::take_keys(PanelContext& context) {
  const std::vector<Lane>& lanes = lanes_of(context);
  const auto chosen =
      std::find_if(lanes.begin(), lanes.end(), [&](const Lane& lane) { return selected_ == lane.index; });
  if (chosen == lanes.end()) selected_.reset();
  const bool busy = ImGui::GetIO().WantTextInput || context.view.dialog != DialogId::none || context.view.help ||
                    ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (!selected_ || busy || is_fixed(context)) return;
  if (!ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Delete), false)) return;
  context.session.send(RemoveLane{*selected_});
  selected_.reset();
  drag_.reset();
}

void Lanes::draw_switch(PanelContext& context, const Lane& lane, float top, const DayAxis& axis) {
  const Theme& theme = context.theme;
  const float side = std::round(theme.px(switch_size));
  const float left = std::round(axis.left - side - theme.px(5));
  const float y = std::round(top + (theme.px(row_height - 2) - side) / 2);
  const std::string name = name_of_lane(lane) + "/on";
  ImGui::SetCursorScreenPos({left, y});
  const bool pressed = ImGui::InvisibleButton(("##" + name).c_str(), {side, side});
  context.controls.name_item(name);
  context.controls.tip_on_hover(lane.on ? "Switch it off: it keeps its place and does nothing" : "Switch it on");
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImU32 edge = lane.on || ImGui::IsItemHovered() ? theme.accent : theme.faint_text;
  draw->AddRectFilled({left, y}, {left + side, y + side}, lane.on ? theme.accent : theme.canvas, side * 0.2F);
  draw->AddRect({left, y}, {left + side, y + side}, edge, side * 0.2F, 0, theme.px(1));
  if (lane.on) draw_icon(draw, Icon::check, {left + side / 2, y + side / 2}, side * 0.3F, theme.canvas);
  if (pressed) context.session.send(ChangeLane{lane.index, {}, {}, {}, !lane.on});
  if (selected_ == lane.index && lane.has_strength) {
    draw_strength(context, lane, left - theme.px(strength_width + 3), top, theme.px(strength_width));
  }
}

void Lanes::draw_strength(PanelContext& context, const Lane& lane, float left, float top, float width) {
  const Theme& theme = context.theme;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(2), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_GrabMinSize, theme.px(7));
  ImGui::SetCursorScreenPos({left, std::round(top + (theme.px(row_height - 2) - ImGui::GetFrameHeight()) / 2)});
  float strength = lane.strength;
  if (context.controls.slider(name_of_lane(lane) + "/strength", width, strength, 0, 1)) {
    const float rounded = std::round(strength * 100) / 100;
    if (rounded != lane.strength) context.session.send(ChangeLane{lane.index, {}, {}, rounded, {}});
  }
  context.controls.tip_on_hover("Strength, 0 to 100 %");
  ImGui::PopStyleVar(2);
}

}  // namespace trust::viz
