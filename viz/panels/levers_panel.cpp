#include "viz/panels/levers_panel.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
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

bool is_changed(const Snapshot& snapshot, const Parameter& row) { return snapshot.of(row.id).changed; }

// Whether the search and the switch leave the lever in.
bool is_listed(const PanelContext& context, const Parameter& row) {
  if (context.view.changed_levers_only && !is_changed(context.snapshot, row)) return false;
  return search_finds(row, context.view.lever_search);
}

bool any_listed(const PanelContext& context, std::string_view group) {
  const auto rows = parameters();
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Parameter& row) { return row.group == group && is_listed(context, row); });
}

std::optional<float> number_in(const std::string& text) {
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || !(value == value))
    return std::nullopt;
  return value;
}

// What one reaches for first, since it is what people do and what makes trust move:
constexpr std::array most_used_levers{
    Lever::recognition_propensity,      // the start scenario, the study of recognition and most programmes move it
    Lever::discretion_propensity,       // letting go of control: the start scenario, discretion after training
    Lever::transparency_propensity,     // open books, transparent reporting, the new leader
    Lever::micromanagement_propensity,  // what undoes the three above
    Lever::promise_propensity,          // kept and broken promises
    Lever::trust_gain,                  // how fast good experience builds trust ...
    Lever::trust_loss,                  // ... and bad experience destroys it: bad outweighs good
    Lever::trust_half_life,             // how long trust lasts by itself
    Lever::gossip_rate,                 // how word goes round
    Lever::hours_required_reporting,    // the time that control costs: more and less reporting
};

bool differs_between_people(const LeverState& state) { return state.high > state.low; }

bool is_of_gossip(const Parameter& row) {
  return row.group == parameter(Lever::gossip_rate).group || row.id == Lever::trust_reciprocity;
}

// Why nothing would come of moving it.
std::string idle_note(const Parameter& row) {
  return is_of_gossip(row)
             ? "\n\nDoes nothing here: no rule of this scenario lets people talk in a way that reads it. "
               "In its file, gossip = \"transfer\", say, lets them talk, as in the scenario Word of mouth."
             : "\n\nDoes nothing here: it belongs to another rule of how trust learns. In the "
               "scenario's file, trust_rule chooses that.";
}

std::string tip_of(const Parameter& row, const LeverState& state) {
  std::string tip(row.sentence);
  tip += "\n\nIn files: " + std::string(row.name) + "\nUnit: " + std::string(row.unit);
  tip += "\nRange: " + lever_text(row, row.low) + " to " + lever_text(row, row.high);
  tip += "\nScenario: " + lever_text(row, state.baseline) + "   Default: " + lever_text(row, row.initial);
  if (differs_between_people(state)) {
    tip += "\nDiffers between people now: " + lever_text(row, state.low) + " to " + lever_text(row, state.high);
  }
  tip += "\nSource: " + std::string(row.source);
  if (state.idle) return tip + idle_note(row);
  tip += row.scope == Scope::person ? "\n\nMoving it sets everyone alike, from tomorrow on."
                                    : "\n\nHolds for the whole organisation, from tomorrow on.";
  return tip + " Right click: back to the scenario. To type a value, click the number.";
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

std::string lever_label(const Parameter& row) {
  std::string label = spoken(row.name);
  const std::string ending = " propensity";
  if (row.group == parameter(Lever::recognition_propensity).group && label.ends_with(ending)) {
    label.resize(label.size() - ending.size());
  }
  return label;
}

std::string lever_text(const Parameter& row, float value) {
  const float width = row.high - row.low;
  const int decimals = width <= 2 ? 2 : width <= 50 ? 1 : width <= 200 && value < 10 ? 2 : 0;
  return format_number(static_cast<double>(value), decimals);
}

std::span<const Lever> most_used() { return most_used_levers; }

void LeversPanel::draw(PanelContext& context) {
  std::erase_if(sent_, [&](const auto& entry) { return entry.second.command <= context.snapshot.commands_done; });
  draw_head(context);
  if (ImGui::BeginChild("##levers", {0, 0}, false, ImGuiWindowFlags_NoNav)) {
    context.controls.pen().scrolling(true);
    draw_groups(context);
    context.controls.pen().scrolling(false);
  }
  ImGui::EndChild();
}

void LeversPanel::draw_head(PanelContext& context) {
  Controls& controls = context.controls;
  const float width = ImGui::GetContentRegionAvail().x;
  const float left = ImGui::GetCursorScreenPos().x;
  controls.search("search", width, "Find a lever", context.view.lever_search);
  controls.tick("levers/changed", "Changed only", "Show only the levers that you changed",
                context.view.changed_levers_only);
  const float reset = text_size("Reset all").x + 2 * ImGui::GetStyle().FramePadding.x;
  ImGui::SameLine();
  ImGui::SetCursorScreenPos(
      {std::max(ImGui::GetItemRectMax().x + context.theme.px(6), left + width - reset), ImGui::GetCursorScreenPos().y});
  if (controls.button("levers/reset", Icon::none, "Reset all", "Take back everything that you changed",
                      context.snapshot.sitting.edited)) {
    context.view.dialog = DialogId::clear_edits;
  }
}

void LeversPanel::draw_groups(PanelContext& context) {
  const bool all = context.view.lever_search.empty() && !context.view.changed_levers_only;
  if (all) draw_most_used(context);
  bool found = false;
  for (const std::string_view group : groups_in_order()) {
    if (!any_listed(context, group)) continue;
    draw_group(context, group, all);
    found = true;
  }
  if (found) return;
  const bool none_changed = context.view.changed_levers_only && context.view.lever_search.empty();
  context.controls.faint(none_changed ? "You changed no lever yet." : "No lever has these words.",
                         ImGui::GetContentRegionAvail().x);
}

void LeversPanel::draw_most_used(PanelContext& context) {
  if (!context.controls.folding("group/most used", "Most used", true)) return;
  ImGui::PushID("most used");
  for (const Lever lever : most_used()) {
    if (!context.snapshot.of(lever).idle) draw_lever(context, parameter(lever));
  }
  ImGui::PopID();
}

void LeversPanel::draw_group(PanelContext& context, std::string_view group, bool all) {
  if (!all) ImGui::SetNextItemOpen(true);
  // While searching every group is open, and folding it then must not last.
  const std::string id = (all ? "group/" : "found/") + std::string(group);
  if (!context.controls.folding(id, std::string(group), false)) return;
  for (const Parameter& row : parameters()) {
    if (row.group == group && is_listed(context, row)) draw_lever(context, row);
  }
}

float LeversPanel::value_shown(const Snapshot& snapshot, Lever lever) const {
  const auto sent = sent_.find(lever);
  return sent == sent_.end() ? snapshot.of(lever).value : sent->second.value;
}

void LeversPanel::set(PanelContext& context, const Parameter& row, float value) {
  sent_[row.id] = {value, context.session.send(SetLever{row.id, value})};
}

void LeversPanel::draw_lever(PanelContext& context, const Parameter& row) {
  const LeverState& state = context.snapshot.of(row.id);
  float value = value_shown(context.snapshot, row.id);
  // A lever stands among the most used and in its group: the second one has another name.
  std::string name = name_of(row);
  if (context.controls.find(name)) name = "again/" + name;
  ImGui::BeginDisabled(!context.snapshot.ready() || state.idle);
  head_of_lever(context, row, state, name);
  const float width = ImGui::GetContentRegionAvail().x - context.theme.px(4);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {context.theme.px(4), 0});
  if (context.controls.slider(name, width, value, row.low, row.high)) set(context, row, value);
  ImGui::PopStyleVar();
  ImGui::EndDisabled();
  if (ImGui::IsItemClicked(ImGuiMouseButton_Right) && context.snapshot.ready() && !state.idle) {
    sent_[row.id] = {state.baseline, context.session.send(ResetLever{row.id})};
  }
  if (!ImGui::IsItemActive()) context.controls.tip_on_hover(tip_of(row, state));
  mark_baseline(row, state.baseline, context.theme);
  ImGui::Dummy({0, context.theme.px(4)});
}

// Name on the left, value on the right: inside the slider the grab would cover it.
void LeversPanel::head_of_lever(PanelContext& context, const Parameter& row, const LeverState& state,
                                const std::string& name) {
  const Theme& theme = context.theme;
  const bool changed = state.changed || sent_.contains(row.id);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x - theme.px(4);
  std::string shown = lever_text(row, value_shown(context.snapshot, row.id));
  if (differs_between_people(state) && !sent_.contains(row.id)) {
    shown = lever_text(row, state.low) + " to " + lever_text(row, state.high);
  }
  const float padding = theme.px(4);
  const float field = text_size(shown).x + 2 * padding;
  const float dot = changed ? theme.px(10) : 0;
  if (changed) {
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + theme.px(3.5F), at.y + ImGui::GetFontSize() / 2 + padding / 4},
                                                theme.px(3.5F), theme.change);
  }
  ImGui::SetCursorScreenPos({at.x + dot, at.y});
  context.controls.text(lever_label(row),
                        changed      ? theme.change
                        : state.idle ? theme.faint_text
                                     : theme.text,
                        right - at.x - dot - field);
  context.controls.tip_on_hover(tip_of(row, state));
  ImGui::SetCursorScreenPos({right - text_size(shown).x - padding, at.y - padding / 4});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding, padding / 4});
  ImGui::PushStyleColor(ImGuiCol_Text, changed ? theme.change : theme.faint_text);
  const auto typed = context.controls.typed(name + "/value", text_size(shown).x + 2 * padding, shown, true);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  if (ImGui::IsItemHovered() && !state.idle) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  const auto value = typed ? number_in(*typed) : std::nullopt;
  if (value) set(context, row, std::clamp(*value, row.low, row.high));
}

}  // namespace trust::viz
