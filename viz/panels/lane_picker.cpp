#include "viz/panels/lane_picker.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "scenarios/intervention_kind.hpp"
#include "viz/scene/people_search.hpp"

namespace trust::viz {
namespace {

constexpr float picker_width = 440;
constexpr float list_height = 360;
constexpr std::size_t most_choices = 100;

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& letter : small) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return small;
}

bool has(std::string_view text, const std::string& search) {
  return lower(text).find(lower(search)) != std::string::npos;
}

// What bears the words in its name comes before what only speaks of them.
std::vector<const InterventionKind*> kinds_that_fit(const std::string& search) {
  std::vector<const InterventionKind*> named, told;
  for (const InterventionKind& kind : intervention_kinds()) {
    if (has(spoken(kind.name), search)) {
      named.push_back(&kind);
    } else if (has(kind.sentence, search) || (kind.shock && has("shock", search))) {
      told.push_back(&kind);
    }
  }
  named.insert(named.end(), told.begin(), told.end());
  return named;
}

// What the list may take of the window: the popup around it shall need no bar of its own.
float list_room(const PanelContext& context) {
  float room = ImGui::GetIO().DisplaySize.y - ImGui::GetCursorScreenPos().y - context.theme.px(20);
  if (const auto opener = context.controls.find("lanes/add");
      opener && opener->low.y > ImGui::GetIO().DisplaySize.y * 0.6F)
    room = opener->low.y - context.theme.px(60);  // it opens upwards
  return std::max(context.theme.px(60), std::min(context.theme.px(list_height), room));
}

bool entered() { return ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)); }

std::string tip_of(const InterventionKind& kind) {
  std::string tip(kind.sentence);
  if (kind.shock) tip += " Befalls the organisation.";
  if (kind.once) tip += " Over in a day.";
  if (!kind.sources.empty()) tip += "\nSources: " + std::string(kind.sources);
  return tip;
}

}  // namespace

// From the day after the one that is looked at; where hardly any days are left it would do nothing, so from the first.
int first_day(const Snapshot& snapshot) {
  const int next = snapshot.day + 1;
  return next + snapshot.days / 20 > snapshot.days ? 1 : next;
}

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
  fresh_ = std::exchange(fresh_next_, false);
  context.controls.end_popup();
}

void LanePicker::draw_kinds(PanelContext& context) {
  if (fresh_) ImGui::SetKeyboardFocusHere();
  context.controls.search("lanes/add/search", ImGui::GetContentRegionAvail().x, "What shall be done, or befall?",
                          search_);
  const bool first = entered();
  if (!context.snapshot.ready()) return context.controls.faint("There is no organisation yet.");
  const auto kinds = kinds_that_fit(search_);
  if (first && !search_.empty() && !kinds.empty()) return choose(context, *kinds[0]);
  const InterventionKind* pressed = nullptr;
  if (ImGui::BeginChild("##kinds", {0, list_room(context)}, false, ImGuiWindowFlags_NoNav)) {
    for (const InterventionKind* one : kinds) {
      const InterventionKind& kind = *one;
      const std::string title = spoken(kind.name) + (kind.shock ? " (shock)" : "");
      const std::string name = "lanes/add/" + std::string(kind.name);
      if (draw_entry(context, name, title, kind.sentence, tip_of(kind))) pressed = one;
    }
    if (kinds.empty()) context.controls.faint("Nothing has these words.");
  }
  ImGui::EndChild();
  if (pressed) choose(context, *pressed);
}

void LanePicker::choose(PanelContext& context, const InterventionKind& kind) {
  chosen_ = &kind;
  search_.clear();
  fresh_next_ = true;
  if (kind.who != UsualWho::must_be_named) add(context, "");
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
  if (fresh_) ImGui::SetKeyboardFocusHere();
  context.controls.search("lanes/add/who/search", ImGui::GetContentRegionAvail().x, "Find a group or a person",
                          search_);
  const bool first = entered() && !search_.empty();
  if (fresh_ || searched_ != search_) choices_ = choices_now(context);
  searched_ = search_;
  const std::vector<Choice>& choices = choices_;
  if (first && !choices.empty()) return add(context, choices[0].key);
  std::string who;
  if (ImGui::BeginChild("##people", {0, list_room(context)}, false, ImGuiWindowFlags_NoNav)) {
    for (const Choice& choice : choices) {
      if (draw_entry(context, "lanes/add/who/" + choice.key, choice.label, choice.tip, "")) who = choice.key;
    }
    if (choices.size() == most_choices) context.controls.faint("There are more: type a part of the name.");
    if (choices.empty()) context.controls.faint("Nobody has these words.");
  }
  ImGui::EndChild();
  if (!who.empty()) add(context, who);
}

// Those who are marked first, then groups, then people; not all of thousands of teams.
std::vector<Choice> LanePicker::choices_now(const PanelContext& context) const {
  const Organisation& organisation = *context.look().organisation;
  std::vector<Choice> choices;
  if (const std::size_t count = context.view.marked.size(); count > 0 && search_.empty()) {
    std::string names;
    for (const std::string& id : context.view.marked) names += (names.empty() ? "" : ", ") + id;
    choices.push_back({"marked",
                       count == 1 ? "The person who is marked" : "The " + std::to_string(count) + " who are marked",
                       names});
  }
  for (Choice& choice : people_to_name(organisation)) {
    if (choices.size() < most_choices && has(choice.label, search_)) choices.push_back(std::move(choice));
  }
  for (const Found& found : find_people(organisation, search_)) {
    if (found.seat != no_seat) choices.push_back({"person:" + found.name, found.name, found.about});
  }
  return choices;
}

void LanePicker::add(PanelContext& context, const std::string& who) {
  AddIntervention command{std::string(chosen_->name) + ":from=" + std::to_string(first_day(context.snapshot)), {}};
  if (who == "marked") {
    command.people = context.view.marked;
  } else if (!who.empty()) {
    command.words += ",who=" + who;
  }
  context.session.send(std::move(command));
  chosen_ = nullptr;
  ImGui::CloseCurrentPopup();
}

}  // namespace trust::viz
