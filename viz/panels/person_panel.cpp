#include "viz/panels/person_panel.hpp"

#include <algorithm>

#include "viz/scene/visible_ties.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t ties_listed = 4;

std::string two(float value) { return format_number(static_cast<double>(value), 2); }

float right_edge() { return ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x; }

// A label on the left, a value at the right edge.
void row(PanelContext& context, std::string_view label, const std::string& value) {
  const float right = right_edge();
  const float room = right - ImGui::GetCursorScreenPos().x - text_size(value).x - context.theme.px(10);
  context.controls.faint(label, room);
  ImGui::SameLine(0, 0);
  context.controls.text_until(right, value, context.theme.text);
}

// The same with a bar below that shows a value from 0 to 1.
void bar_row(PanelContext& context, std::string_view label, float value, Colour colour) {
  row(context, label, two(value));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = context.theme.px(5);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, {at.x + width, at.y + height}, context.theme.team_disc, height / 2);
  draw->AddRectFilled(at, {at.x + width * std::clamp(value, 0.0F, 1.0F), at.y + height}, to_imgui(colour), height / 2);
  ImGui::Dummy({width, height + context.theme.px(2)});
}

void heading(PanelContext& context, std::string_view text) {
  ImGui::Dummy({0, context.theme.px(4)});
  context.controls.text(text);
  ImGui::Separator();
}

std::string first_to_last(const Series& series, int decimals) {
  if (series.value.empty()) return "";
  const auto text = [&](float value) { return format_number(static_cast<double>(value), decimals); };
  if (series.value.size() == 1) return text(series.value.front());
  return text(series.value.front()) + " to " + text(series.value.back());
}

void draw_organisation(PanelContext& context) {
  const Snapshot& now = context.snapshot;
  const float width = ImGui::GetContentRegionAvail().x;
  context.controls.text("Whole organisation");
  ImGui::Separator();
  row(context, "People", format_number(static_cast<double>(now.look().organisation->people.size()), 0));
  row(context, "Teams", format_number(static_cast<double>(now.look().organisation->teams.size()), 0));
  row(context, "Ties", format_number(static_cast<double>(now.look().ties->ties()), 0));
  heading(context, now.day == 0 ? "Day 0" : "From day 0 to day " + std::to_string(now.day));
  for (const MeasureRow& measure : measures()) {
    if (!measure.headline) continue;
    row(context, measure.label, first_to_last(now.of(measure.id), 2));
    context.controls.tip_on_hover(measure.sentence);
  }
  if (!now.story.empty()) {
    heading(context, "Scenario");
    context.controls.paragraph(now.story, context.theme.faint_text, width);
  }
  ImGui::Dummy({0, context.theme.px(4)});
  context.controls.paragraph("Click a person in the picture to follow that person.", context.theme.faint_text, width);
}

void who_is_it(PanelContext& context, Seat seat) {
  const Organisation& organisation = *context.snapshot.look().organisation;
  const Person& person = organisation.people[seat];
  context.controls.text(person.id, context.theme.text, ImGui::GetContentRegionAvail().x);
  context.controls.name_item("person");
  ImGui::Separator();
  row(context, "Role", spoken(organisation.roles[person.role].name));
  row(context, "Function", spoken(organisation.functions[person.function]));
  row(context, "Team", organisation.teams[person.team].name);
  row(context, "Manager", person.manager == no_seat ? "nobody" : organisation.people[person.manager].id);
  row(context, "Years here", format_number(static_cast<double>(person.tenure_years), 1));
}

// The strongest and weakest of ties that are sorted by falling trust.
void list_ties(PanelContext& context, const std::vector<DrawnTie>& ties, bool outgoing) {
  const auto& people = context.snapshot.look().organisation->people;
  const auto one = [&](const DrawnTie& tie) {
    row(context, people[outgoing ? tie.target : tie.source].id, two(trust_of(tie.trust)));
  };
  const std::size_t shown = std::min(ties.size(), ties_listed);
  for (std::size_t i = 0; i < shown; ++i) one(ties[i]);
  if (ties.size() <= 2 * ties_listed) {
    for (std::size_t i = shown; i < ties.size(); ++i) one(ties[i]);
    return;
  }
  context.controls.faint("... " + std::to_string(ties.size() - 2 * ties_listed) + " more ...");
  for (std::size_t i = ties.size() - ties_listed; i < ties.size(); ++i) one(ties[i]);
}

std::string people_text(std::size_t count) { return std::to_string(count) + (count == 1 ? " person" : " people"); }

void whom_they_trust(PanelContext& context, Seat seat) {
  auto ties = ties_of(*context.snapshot.look().ties, context.snapshot.look().tie_trust, seat);
  std::stable_sort(ties.begin(), ties.end(), [](const auto& a, const auto& b) { return a.trust > b.trust; });
  std::vector<DrawnTie> gives;
  std::vector<DrawnTie> gets;
  for (const DrawnTie& tie : ties) (tie.source == seat ? gives : gets).push_back(tie);
  heading(context, "Trusts " + people_text(gives.size()));
  list_ties(context, gives, true);
  heading(context, "Trusted by " + people_text(gets.size()));
  list_ties(context, gets, false);
}

void draw_person(PanelContext& context, Seat seat) {
  who_is_it(context, seat);
  heading(context, "Day " + std::to_string(context.snapshot.day));
  for (const ColouringRow& colouring : colourings()) {
    if (colouring.value == PersonValue::count) continue;
    const float value = context.snapshot.look().of(colouring.value)[seat];
    bar_row(context, colouring.label, value, colour_of(colouring.id, value));
  }
  whom_they_trust(context, seat);
}

}  // namespace

void PersonPanel::draw(PanelContext& context) {
  if (!context.snapshot.ready()) return;
  const Seat selected = seat_of(*context.snapshot.look().organisation, context.view.selected_person);
  const Seat seat = context.view.hovered != no_seat ? context.view.hovered : selected;
  context.controls.pen().scrolling(true);
  seat == no_seat ? draw_organisation(context) : draw_person(context, seat);
  context.controls.pen().scrolling(false);
}

}  // namespace trust::viz
