#include "viz/panels/levers_panel.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace trust::viz {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return result;
}

std::string name_of(const Parameter& row) { return "lever/" + std::string(row.name); }

std::vector<std::string_view> groups_in_order() {
  std::vector<std::string_view> groups;
  for (const Parameter& row : parameters()) {
    if (std::find(groups.begin(), groups.end(), row.group) == groups.end()) groups.push_back(row.group);
  }
  return groups;
}

bool any_found(std::string_view group, std::string_view search) {
  const auto rows = parameters();
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Parameter& row) { return row.group == group && search_finds(row, search); });
}

bool differs_between_people(const LeverState& state) { return state.high > state.low; }

std::string tip_of(const Parameter& row, const LeverState& state) {
  std::string tip(row.sentence);
  tip += "\n\nUnit: " + std::string(row.unit);
  tip += "\nRange: " + lever_text(row, row.low) + " to " + lever_text(row, row.high);
  tip += "\nScenario: " + lever_text(row, state.baseline) + "   Default: " + lever_text(row, row.initial);
  if (differs_between_people(state)) {
    tip += "\nDiffers between people now: " + lever_text(row, state.low) + " to " + lever_text(row, state.high);
  }
  tip += "\nSource: " + std::string(row.source);
  tip += row.scope == Scope::person ? "\n\nMoving it sets everyone alike, from tomorrow on."
                                    : "\n\nHolds for the whole organisation, from tomorrow on.";
  return tip + " Right-click: back to the scenario. Ctrl+click: type a number.";
}

// A small mark under the slider where the scenario has the lever.
void mark_baseline(const Parameter& row, float baseline, const Theme& theme) {
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  const float share = (baseline - row.low) / (row.high - row.low);
  const float inset = 2 + ImGui::GetStyle().GrabMinSize / 2;  // where ImGui lets the grab's middle begin
  const float x = low.x + inset + share * (high.x - low.x - 2 * inset);
  const float r = theme.px(4);
  ImGui::GetWindowDrawList()->AddTriangleFilled({x, high.y + theme.px(1)}, {x - r, high.y + theme.px(1) + r * 1.3F},
                                                {x + r, high.y + theme.px(1) + r * 1.3F}, theme.faint_text);
}

}  // namespace

bool search_finds(const Parameter& row, std::string_view search) {
  const std::string where = lower(std::string(row.name) + " " + spoken(row.name) + " " + std::string(row.sentence) +
                                  " " + std::string(row.group));
  const std::string words = lower(search);
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (where.find(words.substr(begin, end - begin)) == std::string::npos) return false;
    begin = end + 1;
  }
  return true;
}

std::string lever_text(const Parameter& row, float value) {
  const float width = row.high - row.low;
  const int decimals = width <= 2 ? 2 : width <= 50 ? 1 : width <= 200 && value < 10 ? 2 : 0;
  return format_number(static_cast<double>(value), decimals);
}

void LeversPanel::draw(PanelContext& context) {
  Controls& controls = context.controls;
  const float width = ImGui::GetContentRegionAvail().x;
  controls.text("Levers");
  controls.search("search", width, "Find a lever", context.view.lever_search);
  std::erase_if(sent_, [&](const auto& entry) { return entry.second.command <= context.snapshot.commands_done; });
  ImGui::BeginChild("##levers", {0, 0});
  controls.pen().scrolling(true);
  draw_groups(context);
  controls.pen().scrolling(false);
  ImGui::EndChild();
}

void LeversPanel::draw_groups(PanelContext& context) {
  bool first = true;
  bool found = false;
  for (const std::string_view group : groups_in_order()) {
    if (any_found(group, context.view.lever_search)) {
      draw_group(context, group, first);
      found = true;
    }
    first = false;
  }
  if (!found) context.controls.faint("No lever has these words.");
}

void LeversPanel::draw_group(PanelContext& context, std::string_view group, bool open_at_first) {
  const std::string& search = context.view.lever_search;
  if (!search.empty()) ImGui::SetNextItemOpen(true);
  // While searching every group is open, and folding it then must not last.
  const std::string id = (search.empty() ? "group/" : "found/") + std::string(group);
  if (!context.controls.folding(id, std::string(group), open_at_first)) return;
  for (const Parameter& row : parameters()) {
    if (row.group == group && search_finds(row, search)) draw_lever(context, row);
  }
}

float LeversPanel::value_shown(const Snapshot& snapshot, Lever lever) const {
  const auto sent = sent_.find(lever);
  return sent == sent_.end() ? snapshot.of(lever).value : sent->second.value;
}

void LeversPanel::draw_lever(PanelContext& context, const Parameter& row) {
  const LeverState& state = context.snapshot.of(row.id);
  float value = value_shown(context.snapshot, row.id);
  head_of_lever(context, row, state, value);
  const std::string name = name_of(row);
  const float width = ImGui::GetContentRegionAvail().x - context.theme.px(4);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {context.theme.px(4), 0});
  ImGui::BeginDisabled(!context.snapshot.ready());
  if (context.controls.slider(name, width, value, row.low, row.high)) {
    sent_[row.id] = {value, context.session.send(SetLever{row.id, value})};
  }
  ImGui::EndDisabled();
  ImGui::PopStyleVar();
  if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) {
    sent_[row.id] = {state.baseline, context.session.send(ResetLever{row.id})};
  }
  if (!ImGui::IsItemActive()) context.controls.tip_on_hover(tip_of(row, state));
  mark_baseline(row, state.baseline, context.theme);
  ImGui::Dummy({0, context.theme.px(3)});
}

// Name on the left, value on the right: inside the slider the grab would cover it.
void LeversPanel::head_of_lever(PanelContext& context, const Parameter& row, const LeverState& state, float value) {
  const Theme& theme = context.theme;
  const bool changed = state.changed || sent_.contains(row.id);
  const float left = ImGui::GetCursorScreenPos().x;
  const float right = left + ImGui::GetContentRegionAvail().x - theme.px(4);
  std::string shown = lever_text(row, value);
  if (differs_between_people(state) && !sent_.contains(row.id)) {
    shown = lever_text(row, state.low) + " to " + lever_text(row, state.high);
  }
  context.controls.text(spoken(row.name), changed ? theme.change : theme.text,
                        right - left - text_size(shown).x - theme.px(8));
  ImGui::SameLine(0, 0);
  context.controls.text_until(right, shown, changed ? theme.change : theme.faint_text);
}

}  // namespace trust::viz
