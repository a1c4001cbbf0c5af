#include "viz/panels/bar_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "sim/calendar.hpp"
#include "viz/panels/actions.hpp"

namespace trust::viz {
namespace {

int fastest() { return static_cast<int>(speeds().size()) - 1; }

std::string speed_text(int speed) {
  const double days = speeds()[static_cast<std::size_t>(std::clamp(speed, 0, fastest()))];
  if (std::isinf(days)) return "full speed";
  return format_number(days, 0) + (days == 1 ? " day a second" : " days a second");
}

// Two lines in the height of the bar.
ImVec2 second_line(ImVec2 first, const Theme& theme) {
  return {first.x, first.y + ImGui::GetTextLineHeight() + theme.px(3)};
}

ImVec2 first_line(const Theme& theme) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float two = 2 * ImGui::GetTextLineHeight() + theme.px(3);
  return {at.x, std::round(at.y + (ImGui::GetFrameHeight() - two) / 2)};
}

void write(PanelContext& context, ImVec2 at, ImU32 colour, const std::string& text, float width) {
  context.controls.pen().write(ImGui::GetWindowDrawList(), at, colour, fit_text(text, width));
}

// A bar that fills; one that wanders where nobody can tell how far it is.
void progress_bar(PanelContext& context, ImVec2 low, float width) {
  const Theme& theme = context.theme;
  const float height = theme.px(4);
  const float share = context.snapshot.progress;
  const float wander = std::fmod(static_cast<float>(ImGui::GetTime()), 1.0F) * 0.75F;
  const float from = share < 0 ? wander : 0;
  const float to = share < 0 ? wander + 0.25F : std::min(share, 1.0F);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(low, {low.x + width, low.y + height}, theme.frame, height / 2);
  draw->AddRectFilled({low.x + width * from, low.y}, {low.x + width * to, low.y + height}, theme.accent, height / 2);
  context.controls.name_box("busy", low, {low.x + width, low.y + height});
}

std::optional<std::uint64_t> seed_of(const std::string& text) {
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return seed;
}

const std::vector<Choice>& arm_choices(const PanelContext& context) {
  static std::vector<Choice> choices;
  if (choices.empty()) {
    choices = {{"baseline", "Baseline", tip_of(Action::baseline, context)},
               {"what-if", "What-if", tip_of(Action::what_if, context)},
               {"compare", "Compare", tip_of(Action::compare, context)}};
  }
  return choices;
}

}  // namespace

void draw_speed(PanelContext& context) {
  const Theme& theme = context.theme;
  const ImVec2 at = first_line(theme);
  write(context, at, theme.faint_text, speed_text(context.snapshot.speed), theme.px(speed_width));
  ImGui::SetCursorScreenPos(second_line(at, theme));
  auto speed = static_cast<float>(context.snapshot.speed);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(4), 0});
  const bool moved = context.controls.slider("speed", theme.px(speed_width), speed, 0, static_cast<float>(fastest()));
  ImGui::PopStyleVar();
  context.controls.tip_on_hover("Working days a second (+ and -)");
  const int wanted = static_cast<int>(std::lround(speed));
  if (moved && wanted != context.snapshot.speed) context.session.send(SetSpeed{wanted});
}

// Which day; below it which week, or what the engine is at.
void draw_day(PanelContext& context) {
  const Snapshot& now = context.snapshot;
  const Theme& theme = context.theme;
  const ImVec2 at = first_line(theme);
  const float width = theme.px(day_width);
  ImGui::Dummy({width, ImGui::GetFrameHeight()});
  context.controls.name_item("day");
  if (!now.busy.empty()) context.controls.tip_on_hover(now.busy);
  if (!now.ready()) return write(context, at, theme.faint_text, now.busy.empty() ? "" : now.busy, width);
  const std::string day = "Day " + std::to_string(now.day) + " of " + std::to_string(now.days);
  write(context, at, theme.text, day, width);
  const ImVec2 next = second_line(at, theme);
  if (now.busy.empty()) {
    return write(context, next, theme.faint_text, "week " + std::to_string(calendar::week_of(now.day)), width);
  }
  write(context, next, theme.faint_text, now.busy, width);
  progress_bar(context, {next.x, next.y + ImGui::GetTextLineHeight() + theme.px(1)}, width);
}

void draw_seed(PanelContext& context) {
  const Snapshot& now = context.snapshot;
  ImGui::AlignTextToFramePadding();
  context.controls.faint("Seed");
  ImGui::SameLine(0, context.theme.px(6));
  const auto typed = context.controls.typed("seed", context.theme.px(seed_field_width), std::to_string(now.seed));
  context.controls.tip_on_hover(
      "The number that fixes all luck: the same seed gives the same run, bit for bit. Type "
      "another one for other luck.");
  const auto seed = typed ? seed_of(*typed) : std::nullopt;
  if (seed && *seed != now.seed && now.ready()) context.session.send(SetSeed{*seed});
  ImGui::SameLine(0, context.theme.px(3));
  if (context.controls.icon_button("seed/dice", Icon::dice, "The next seed: the same organisation with other luck",
                                   now.ready())) {
    context.session.send(SetSeed{now.seed + 1});
  }
}

float seed_width(const PanelContext& context) {
  return text_size("Seed").x + context.theme.px(6 + seed_field_width + 3) + ImGui::GetFrameHeight();
}

float arms_width(const PanelContext& context) { return Controls::segmented_width(arm_choices(context)); }

void draw_arms(PanelContext& context) {
  int chosen = static_cast<int>(context.view.arm);
  if (!context.controls.segmented("arm", arm_choices(context), chosen)) return;
  constexpr std::array actions{Action::baseline, Action::what_if, Action::compare};
  perform(actions[static_cast<std::size_t>(chosen)], context);
}

void arm_lines(PanelContext& context) {
  constexpr std::array actions{Action::baseline, Action::what_if, Action::compare};
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const Choice& choice = arm_choices(context)[i];
    const bool on = static_cast<std::size_t>(context.view.arm) == i;
    if (context.controls.menu_item("arm/" + choice.key, Icon::none, choice.label, key_names(actions[i]), true, on)) {
      perform(actions[i], context);
    }
  }
}

}  // namespace trust::viz
