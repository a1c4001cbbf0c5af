#include "viz/panels/run_bar.hpp"

#include <algorithm>
#include <cmath>

#include "sim/calendar.hpp"

namespace trust::viz {
namespace {

int fastest() { return static_cast<int>(speeds().size()) - 1; }

std::string speed_text(int speed) {
  const double days = speeds()[static_cast<std::size_t>(speed)];
  if (std::isinf(days)) return "full speed";
  return format_number(days, 0) + (days == 1 ? " day a second" : " days a second");
}

// Runs or pauses, whatever it is not doing.
void toggle(const Snapshot& snapshot, SessionPort& session) {
  if (snapshot.running) {
    session.send(Pause{});
  } else if (!snapshot.finished()) {
    session.send(StartRun{});
  }
}

void set_speed(const Snapshot& snapshot, SessionPort& session, int speed) {
  const int kept = std::clamp(speed, 0, fastest());
  if (kept != snapshot.speed) session.send(SetSpeed{kept});
}

void scenario_choice(PanelContext& context, float width) {
  ViewState& view = context.view;
  std::vector<std::string> labels;
  for (const auto& file : view.scenarios) {
    labels.push_back(spoken(file.parent_path().filename().string()) + ": " + spoken(file.stem().string()));
    std::replace(labels.back().begin(), labels.back().end(), '-', ' ');
  }
  if (labels.size() < 2) {
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    context.controls.text(context.snapshot.scenario, context.theme.text, width);
    context.controls.name_item("scenario");
    ImGui::SameLine(left + width, 0);
    ImGui::Dummy({0, 0});
  } else if (context.controls.combo("scenario", width, labels, view.scenario)) {
    context.session.send(LoadScenario{view.scenarios[static_cast<std::size_t>(view.scenario)]});
  }
  context.controls.tip_on_hover(context.snapshot.story);
}

void transport(PanelContext& context) {
  const Snapshot& now = context.snapshot;
  Controls& controls = context.controls;
  if (controls.button("reset", Icon::reset, "", "Back to day 0; levers stay as you set them (Home)", now.ready())) {
    context.session.send(Reset{});
  }
  ImGui::SameLine();
  const char* tip = now.finished() ? "The scenario ends here. Back to day 0: Home" : "Run or pause (Space)";
  const float width = context.theme.px(88);
  const bool can_run = now.ready() && (now.running || !now.finished());
  if (controls.button("run", now.running ? Icon::pause : Icon::run, now.running ? "Pause" : "Run", tip, can_run,
                      width)) {
    toggle(now, context.session);
  }
  ImGui::SameLine();
  const bool can_step = now.ready() && !now.running && !now.finished();
  if (controls.button("step", Icon::step, "", "One working day on (Right)", can_step)) context.session.send(Step{});
}

void speed_choice(PanelContext& context) {
  auto speed = static_cast<float>(context.snapshot.speed);
  if (context.controls.slider("speed", context.theme.px(90), speed, 0, static_cast<float>(fastest()))) {
    set_speed(context.snapshot, context.session, static_cast<int>(std::lround(speed)));
  }
  context.controls.tip_on_hover("Working days a second (+ and -)");
  ImGui::SameLine();
  context.controls.faint(speed_text(context.snapshot.speed));
}

std::string day_text(const Snapshot& now) {
  std::string text = "Day " + std::to_string(now.day) + " of " + std::to_string(now.days);
  if (now.day > 0) text += ", week " + std::to_string(calendar::week_of(now.day));
  return text;
}

// What stands at the right end of the bar, as far as there is room.
void facts(PanelContext& context, float right) {
  const Snapshot& now = context.snapshot;
  const std::string runs = std::to_string(now.replicates) + (now.replicates == 1 ? " replicate" : " replicates");
  const std::string seed = "Seed " + std::to_string(now.seed);
  const auto add = [&](const std::string& text, const char* tip) {
    const float from = ImGui::GetItemRectMax().x + context.theme.px(20);
    if (from + text_size(text).x > right) return;
    ImGui::SameLine(0, context.theme.px(20));
    context.controls.faint(text);
    context.controls.tip_on_hover(tip);
  };
  add(seed, "The number that fixes all luck: the same seed gives the same run, bit for bit.");
  add(runs, "Run side by side with the same levers and other luck. The first is shown; all of them make the band.");
}

}  // namespace

void draw_run_bar(PanelContext& context) {
  const Theme& theme = context.theme;
  Controls& controls = context.controls;
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  const float theme_width = theme.px(60);
  const bool wide = ImGui::GetWindowWidth() > theme.px(1100);
  scenario_choice(context, theme.px(wide ? 250 : 180));
  ImGui::SameLine(0, theme.px(14));
  transport(context);
  ImGui::SameLine(0, theme.px(14));
  speed_choice(context);
  ImGui::SameLine();
  ImGui::SetCursorPosX(theme.px(wide ? 250 : 180) + theme.px(430));
  controls.text(context.snapshot.ready() ? day_text(context.snapshot) : "");
  controls.name_item("day");
  facts(context, right - theme_width - theme.px(14));
  ImGui::SameLine();
  ImGui::SetCursorScreenPos({right - theme_width, ImGui::GetCursorScreenPos().y});
  if (controls.button("theme", Icon::none, context.view.dark ? "Light" : "Dark", "Light or dark window", true,
                      theme_width)) {
    context.view.dark = !context.view.dark;
  }
}

void handle_run_keys(const Snapshot& snapshot, SessionPort& session) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || !snapshot.ready()) return;
  const auto pressed = [](ImGuiKey key, bool repeat) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), repeat); };
  if (pressed(ImGuiKey_Space, false)) toggle(snapshot, session);
  if (pressed(ImGuiKey_RightArrow, true) && !snapshot.running && !snapshot.finished()) session.send(Step{});
  if (pressed(ImGuiKey_Home, false)) session.send(Reset{});
  // Characters, not keys: where + and - lie differs between keyboards.
  int speed = snapshot.speed;
  for (const ImWchar letter : io.InputQueueCharacters) {
    if (letter == '+' || letter == '=') ++speed;
    if (letter == '-') --speed;
  }
  set_speed(snapshot, session, speed);
}

}  // namespace trust::viz
