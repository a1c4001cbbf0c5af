#include "viz/panels/lane_menu.hpp"

#include <algorithm>
#include <array>

#include "scenarios/intervention_kind.hpp"
#include "viz/panels/lane_span.hpp"

namespace trust::viz {
namespace {

constexpr float menu_width = 330;
constexpr float key_width = 120;

const LaneOption* find_option(const Lane& lane, std::string_view key) {
  const auto found = std::find_if(lane.options.begin(), lane.options.end(),
                                  [&](const LaneOption& option) { return option.key == key; });
  return found == lane.options.end() ? nullptr : &*found;
}

// These are told by ChangeLane.
bool is_told_otherwise(std::string_view key) {
  constexpr std::array keys{"on", "from", "to", "after", "strength", "name", "kind"};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const Lane* find_lane(const std::vector<Lane>& lanes, std::size_t index) {
  const auto found = std::find_if(lanes.begin(), lanes.end(), [&](const Lane& lane) { return lane.index == index; });
  return found == lanes.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Command> back_to_baseline(const Lane& lane, const Lane& baseline) {
  ChangeLane change{lane.index, {}, {}, {}, {}};
  if (lane.first_day != baseline.first_day || lane.last_day != baseline.last_day) {
    change.first_day = baseline.first_day;
    if (!lane.once) change.last_day = baseline.last_day;
  }
  if (lane.has_strength && lane.strength != baseline.strength) change.strength = baseline.strength;
  if (lane.on != baseline.on) change.on = baseline.on;
  std::vector<Command> commands;
  if (change.first_day || change.strength || change.on) commands.emplace_back(change);
  for (const LaneOption& option : baseline.options) {
    const LaneOption* now = find_option(lane, option.key);
    if (is_told_otherwise(option.key) || (now && now->text == option.text)) continue;
    commands.emplace_back(SetLaneOption{lane.index, option.key, option.text});
  }
  for (const LaneOption& option : lane.options) {
    if (is_told_otherwise(option.key) || find_option(baseline, option.key)) continue;
    commands.emplace_back(SetLaneOption{lane.index, option.key, ""});
  }
  return commands;
}

void LaneMenu::open(PanelContext& context, const Lane& lane) {
  lane_ = lane.index;
  context.controls.open_popup("lane-menu");
}

void LaneMenu::draw(PanelContext& context) {
  if (!context.controls.begin_popup("lane-menu", context.theme.px(menu_width))) return;
  const SittingState& sitting = context.snapshot.sitting;
  if (const Lane* lane = find_lane(sitting.lanes, lane_)) {
    Controls& controls = context.controls;
    controls.text(title_of(*lane), context.theme.text, ImGui::GetContentRegionAvail().x);
    if (!lane->sentence.empty()) {
      controls.paragraph(lane->sentence, context.theme.faint_text, ImGui::GetContentRegionAvail().x);
    }
    if (controls.menu_item("lane-menu/on", Icon::none, lane->on ? "Switch it off" : "Switch it on", "")) {
      context.session.send(ChangeLane{lane->index, {}, {}, {}, !lane->on});
    }
    const Lane* base = baseline_of(sitting.lanes, sitting.baseline_lanes, *lane);
    if (controls.menu_item("lane-menu/back", Icon::undo, "As the baseline has it", "", base && lane->changed)) {
      for (Command& command : back_to_baseline(*lane, *base)) context.session.send(std::move(command));
    }
    if (controls.menu_item("lane-menu/remove", Icon::bin, "Remove it", "Delete")) {
      context.session.send(RemoveLane{lane->index});
    }
    ImGui::Separator();
    draw_options(context, *lane);
  } else {
    ImGui::CloseCurrentPopup();
  }
  context.controls.end_popup();
}

void LaneMenu::draw_options(PanelContext& context, const Lane& lane) {
  context.controls.faint("What the file says of it; Enter takes a change");
  const InterventionKind* kind = find_kind(lane.kind);
  const auto option_of = [&](std::string_view key) -> const KindOption* {
    if (!kind) return nullptr;
    const auto found = std::find_if(kind->options.begin(), kind->options.end(),
                                    [&](const KindOption& option) { return option.name == key; });
    return found == kind->options.end() ? nullptr : &*found;
  };
  for (const LaneOption& option : lane.options) {
    const KindOption* known = option_of(option.key);
    draw_option(context, lane, option.key, option.text, known ? known->sentence : std::string_view{});
  }
  if (!kind) return;
  for (const KindOption& option : kind->options) {
    const std::string key(option.name);
    if (!find_option(lane, key)) draw_option(context, lane, key, "", option.sentence);
  }
}

void LaneMenu::draw_option(PanelContext& context, const Lane& lane, const std::string& key, const std::string& text,
                           std::string_view tip) {
  const float left = ImGui::GetCursorPosX();
  ImGui::AlignTextToFramePadding();
  context.controls.text(key, context.theme.text, context.theme.px(key_width));
  context.controls.tip_on_hover(tip);
  ImGui::SameLine(left + context.theme.px(key_width + 8));
  const auto typed =
      context.controls.typed("lane-menu/option/" + key, std::max(1.0F, ImGui::GetContentRegionAvail().x), text);
  context.controls.tip_on_hover(tip);
  if (typed && *typed != text) context.session.send(SetLaneOption{lane.index, key, *typed});
}

}  // namespace trust::viz
