#include "viz/panels/person_panel.hpp"

#include <algorithm>
#include <utility>

#include "viz/panels/organisation_card.hpp"
#include "viz/panels/person_curve.hpp"
#include "viz/panels/person_rows.hpp"

namespace trust::viz {
namespace {

bool is_present(const Look& look, Seat seat) { return seat >= look.present.size() || look.present[seat] != 0; }

// Somebody else in the hierarchy, to be chosen by pressing.
void superior(PanelContext& context, const std::string& name, std::string_view label, Seat seat) {
  if (seat == no_seat) return row(context, label, "nobody");
  const std::string& id = context.look().organisation->people[seat].id;
  const RowTexts texts{label, id, "", 0, context.theme.faint_text, context.theme.accent};
  const PressedRow line = pressable_row(context, name, texts, "Press to see this person.");
  if (line.hovered) context.view.pointed = seat;
  if (!line.pressed) return;
  context.view.selected_person = id;
  context.view.fly_to = seat;
}

void who_is_it(PanelContext& context, Seat seat, bool chosen) {
  const Organisation& organisation = *context.look().organisation;
  const Person& person = organisation.people[seat];
  const Team& team = organisation.teams[person.team];
  const float close = text_size("Close").x + 2 * ImGui::GetStyle().FramePadding.x;
  const float room = ImGui::GetContentRegionAvail().x - (chosen ? close + context.theme.px(8) : 0);
  ImGui::AlignTextToFramePadding();
  context.controls.text(person.id, context.theme.text, room);
  context.controls.name_item("person");
  if (chosen) {
    ImGui::SameLine(ImGui::GetContentRegionMax().x - close);
    if (context.controls.button("person/close", Icon::none, "Close", "Back to the whole organisation.", true, close)) {
      context.view.selected_person.clear();
    }
  }
  ImGui::Separator();
  if (!is_present(context.look(), seat)) {
    context.controls.text("Nobody sits here on this day.", context.theme.change);
  }
  row(context, "Role", spoken(organisation.roles[person.role].name));
  row(context, "Function", spoken(organisation.functions[person.function]));
  row(context, "Team", team.name);
  superior(context, "person/manager", "Manager", person.manager);
  if (team.leader != person.manager && team.leader != seat) {
    superior(context, "person/leader", "Leader of the team", team.leader);
  }
  row(context, "Years here on day 0", format_number(static_cast<double>(person.tenure_years), 1));
}

std::string control_of(PersonValue value) {
  constexpr std::array<std::string_view, person_value_count> names = {"trusted", "felt-trust", "stress", "engagement"};
  return "person/value/" + std::string(names[static_cast<std::size_t>(value)]);
}

}  // namespace

void PersonPanel::draw(PanelContext& context) {
  if (!context.snapshot.ready()) return;
  take_asked(context);
  const Seat selected = find_selected(context);
  ties_.remember_day_0(context);
  follow(context, selected == no_seat ? "" : context.view.selected_person);
  const Seat seat = selected != no_seat ? selected : context.view.hovered;
  context.controls.pen().scrolling(true);
  if (scroll_up_) ImGui::SetScrollY(0);
  scroll_up_ = false;
  seat == no_seat || seat >= context.look().organisation->seats() ? draw_organisation_card(context)
                                                                  : draw_person(context, seat);
  context.controls.pen().scrolling(false);
}

// A tie that was pressed elsewhere: one of the two is looked at, and the box above says why the tie moved.
void PersonPanel::take_asked(PanelContext& context) {
  if (!context.view.asked) return;
  const Explain asked = *std::exchange(context.view.asked, std::nullopt);
  std::string& selected = context.view.selected_person;
  if (selected != asked.source && selected != asked.target) selected = asked.target;
  follow(context, selected);
  why_.ask(context, asked.source, asked.target, asked.day);
  scroll_up_ = true;
}

// Looked up anew only where the organisation or the choice is another one.
Seat PersonPanel::find_selected(const PanelContext& context) {
  const auto& organisation = context.look().organisation;
  if (organisation != organisation_ || context.view.selected_person != looked_up_) {
    organisation_ = organisation;
    looked_up_ = context.view.selected_person;
    selected_ = seat_of(*organisation, looked_up_);
  }
  return selected_;
}

void PersonPanel::follow(PanelContext& context, const std::string& id) {
  const Arm arm = context.shown_arm();
  const bool same_run = followed_run_ == context.snapshot.run;
  followed_run_ = context.snapshot.run;
  if (id == followed_ && (id.empty() || (arm == followed_arm_ && same_run))) return;
  if (id != followed_) why_.close();
  followed_ = id;
  followed_arm_ = arm;
  context.session.send(Follow{id, arm});
}

// Of the person and arm that are shown; null while the engine is still at it.
const PersonHistory* PersonPanel::history(const PanelContext& context) const {
  const PersonHistory* told = context.snapshot.history.get();
  return told != nullptr && told->id == followed_ && told->arm == context.shown_arm() ? told : nullptr;
}

void PersonPanel::draw_person(PanelContext& context, Seat seat) {
  const bool chosen = seat == selected_;
  who_is_it(context, seat, chosen);
  if (chosen && why_.open()) {
    ImGui::Dummy({0, context.theme.px(2)});
    why_.draw(context);
  }
  draw_values(context, seat);
  if (chosen) draw_curve(context);
  draw_ties(context, seat);
  if (chosen) draw_story(context, seat);
}

void PersonPanel::draw_values(PanelContext& context, Seat seat) {
  heading(context, "Day " + std::to_string(context.snapshot.day));
  const bool beside = context.snapshot.sitting.edited && context.shown_arm() == Arm::what_if;
  const Look& baseline = context.snapshot.look(Arm::baseline);
  for (const ColouringRow& colouring : colourings()) {
    if (colouring.value == PersonValue::count) continue;
    const float value = context.look().of(colouring.value)[seat];
    Bar bar{control_of(colouring.value),
            colouring.label,
            colouring.sentence,
            value,
            colour_of(colouring.id, value),
            {},
            seat == selected_ && colouring.value == value_};
    if (beside && seat < baseline.of(colouring.value).size()) bar.mark = baseline.of(colouring.value)[seat];
    const std::string tip = std::string(colouring.sentence) +
                            (bar.mark ? " The grey mark is the baseline's " + trust_text(*bar.mark) + "." : "") +
                            " Press to see its course.";
    bar.tip = tip;
    if (bar_row(context, bar)) value_ = colouring.value;
  }
}

void PersonPanel::draw_curve(PanelContext& context) {
  const PersonHistory* told = history(context);
  std::span<const float> values;
  std::span<const float> baseline;
  if (told != nullptr) {
    const auto value = static_cast<std::size_t>(value_);
    values = told->values[value];
    if (told->arm == Arm::what_if) baseline = told->baseline[value];
    const std::size_t known = static_cast<std::size_t>(context.snapshot.day) + 1;
    if (context.view.hide_future) {
      values = values.first(std::min(known, values.size()));
      baseline = baseline.first(std::min(known, baseline.size()));
    }
  }
  const auto day = draw_person_curve(context, values, baseline);
  if (day) context.session.send(SeekDay{*day});
}

void PersonPanel::draw_ties(PanelContext& context, Seat seat) {
  const auto asked = ties_.draw(context, seat);
  if (asked) ask(context, asked->source, asked->target, context.snapshot.day);
}

void PersonPanel::draw_story(PanelContext& context, Seat seat) {
  const PersonHistory* told = history(context);
  if (told == nullptr) return;
  const Moment* pressed = draw_moments(context, *told);
  if (pressed == nullptr) return;
  context.session.send(SeekDay{pressed->day});
  if (pressed->other == no_seat) return;
  ask(context, pressed->outgoing ? seat : pressed->other, pressed->outgoing ? pressed->other : seat, pressed->day);
}

void PersonPanel::ask(PanelContext& context, Seat source, Seat target, int day) {
  const auto& people = context.look().organisation->people;
  if (source >= people.size() || target >= people.size()) return;
  why_.ask(context, people[source].id, people[target].id, day);
  scroll_up_ = true;
}

}  // namespace trust::viz
