#include "viz/panels/lane_picker.hpp"

#include <algorithm>
#include <cctype>

#include "scenarios/intervention_kind.hpp"

namespace trust::viz {
namespace {

constexpr float picker_width = 440;
constexpr float list_height = 360;

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& letter : small) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return small;
}

bool fits(const InterventionKind& kind, const std::string& search) {
  const std::string all = lower(spoken(kind.name)) + " " + lower(kind.sentence) + (kind.shock ? " shock" : "");
  return all.find(lower(search)) != std::string::npos;
}

std::string tip_of(const InterventionKind& kind) {
  std::string tip(kind.sentence);
  if (kind.shock) tip += " Befalls the organisation.";
  if (kind.once) tip += " Over in a day.";
  if (!kind.sources.empty()) tip += "\nSources: " + std::string(kind.sources);
  return tip;
}

}  // namespace

std::vector<Choice> people_to_name(const Organisation& organisation) {
  std::vector<Choice> choices{{"everyone", "Everyone", ""}};
  for (const auto& role : organisation.roles)
    choices.push_back({"role:" + role.name, "Role: " + spoken(role.name), ""});
  for (const auto& name : organisation.functions) {
    choices.push_back({"function:" + name, "Function: " + spoken(name), ""});
  }
  for (const auto& team : organisation.teams) choices.push_back({"team:" + team.name, "Team: " + team.name, ""});
  return choices;
}

void LanePicker::open(PanelContext& context) {
  search_.clear();
  chosen_ = nullptr;
  fresh_ = true;
  context.controls.open_popup("lanes/add");
}

void LanePicker::draw(PanelContext& context) {
  if (!context.controls.begin_popup("lanes/add", context.theme.px(picker_width))) return;
  chosen_ ? draw_people(context) : draw_kinds(context);
  fresh_ = false;
  context.controls.end_popup();
}

void LanePicker::draw_kinds(PanelContext& context) {
  if (fresh_) ImGui::SetKeyboardFocusHere();
  context.controls.search("lanes/add/search", ImGui::GetContentRegionAvail().x, "What shall be done, or befall?",
                          search_);
  if (!context.snapshot.ready()) return context.controls.faint("There is no organisation yet.");
  const float most = std::min(context.theme.px(list_height), ImGui::GetIO().DisplaySize.y * 0.6F);
  bool any = false;
  if (ImGui::BeginChild("##kinds", {0, most}, false, ImGuiWindowFlags_NoNav)) {
    for (const InterventionKind& kind : intervention_kinds()) {
      if (!fits(kind, search_)) continue;
      any = true;
      const std::string title = spoken(kind.name) + (kind.shock ? " (shock)" : "");
      const std::string name = "lanes/add/" + std::string(kind.name);
      if (!draw_entry(context, name, title, kind.sentence, tip_of(kind))) continue;
      chosen_ = &kind;
      if (kind.who != UsualWho::must_be_named) add(context, "");
    }
    if (!any) context.controls.faint("Nothing has these words.");
  }
  ImGui::EndChild();
}

bool LanePicker::draw_entry(PanelContext& context, const std::string& name, const std::string& title,
                            std::string_view sentence, std::string_view tip) const {
  const Theme& theme = context.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float inset = theme.px(6);
  const std::string shown(sentence);
  const float wrapped =
      shown.empty() ? 0 : ImGui::CalcTextSize(shown.c_str(), nullptr, false, width - 2 * inset).y + theme.px(2);
  const float height = ImGui::GetTextLineHeight() + wrapped + theme.px(8);
  // A press must not close the popup by itself: a second list may follow.
  const bool pressed =
      ImGui::Selectable(("##" + name).c_str(), false, ImGuiSelectableFlags_DontClosePopups, {width, height});
  context.controls.name_item(name);
  context.controls.tip_on_hover(tip);
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + inset, at.y + theme.px(4)});
  context.controls.text(title, theme.text, width - 2 * inset);
  if (!shown.empty()) {
    ImGui::SetCursorScreenPos({at.x + inset, at.y + theme.px(6) + ImGui::GetTextLineHeight()});
    context.controls.paragraph(shown, theme.faint_text, width - 2 * inset);
  }
  ImGui::SetCursorScreenPos(after);
  return pressed;
}

void LanePicker::draw_people(PanelContext& context) {
  context.controls.text(spoken(chosen_->name) + ": whom is it about?", context.theme.text,
                        ImGui::GetContentRegionAvail().x);
  if (!context.snapshot.ready()) return;
  const float most = std::min(context.theme.px(list_height), ImGui::GetIO().DisplaySize.y * 0.6F);
  std::string who;
  if (ImGui::BeginChild("##people", {0, most}, false, ImGuiWindowFlags_NoNav)) {
    for (const Choice& choice : people_to_name(*context.snapshot.look().organisation)) {
      if (draw_entry(context, "lanes/add/who/" + choice.key, choice.label, "", "")) who = choice.key;
    }
  }
  ImGui::EndChild();
  if (!who.empty()) add(context, who);
}

void LanePicker::add(PanelContext& context, const std::string& who) {
  const int day = std::min(context.snapshot.day + 1, std::max(1, context.snapshot.days));
  std::string words = std::string(chosen_->name) + ":from=" + std::to_string(day);
  if (!who.empty()) words += ",who=" + who;
  context.session.send(AddIntervention{words});
  chosen_ = nullptr;
  ImGui::CloseCurrentPopup();
}

}  // namespace trust::viz
