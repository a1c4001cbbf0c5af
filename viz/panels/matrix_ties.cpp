#include "viz/panels/matrix_ties.hpp"

#include <algorithm>

#include "viz/panels/person_rows.hpp"
#include "viz/session/group_trust.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t listed = 12;        // at first
constexpr std::size_t most_listed = 200;  // a longer list is read by nobody

bool same(const TieFilter& a, const TieFilter& b) { return a.from == b.from && a.to == b.to && a.by_team == b.by_team; }

// Below 0 where there is no such tie.
float trust_in(const Look& look, const DrawnTie& tie) {
  for (Slot slot = look.ties->row_begin(tie.target); slot < look.ties->row_end(tie.target); ++slot) {
    if (look.ties->source(slot) != tie.source) continue;
    return look.tie_trust[slot] == no_tie ? -1 : trust_of(look.tie_trust[slot]);
  }
  return -1;
}

}  // namespace

void MatrixTies::draw(PanelContext& context) {
  if (context.view.filter.empty()) return;
  update(context);
  ImGui::Dummy({0, context.theme.px(8)});
  const std::string count = format_number(static_cast<double>(ties_.total), 0);
  heading(context, count + (ties_.total == 1 ? " tie" : " ties, weakest first"));
  if (ties_.drawn.empty()) return context.controls.faint("Nobody there knows anybody there.");
  const bool beside = context.snapshot.sitting.edited && context.shown_arm() == Arm::what_if;
  context.controls.paragraph(beside ? "Trust on this day, and against the baseline. Press one to ask why it moved."
                                    : "Trust on this day. Press one to ask why it moved.",
                             context.theme.faint_text, ImGui::GetContentRegionAvail().x);
  const std::size_t shown = all_ ? ties_.drawn.size() : std::min(ties_.drawn.size(), listed);
  for (std::size_t place = 0; place < shown; ++place) draw_tie(context, ties_.drawn[place], place);
  if (ties_.drawn.size() <= listed) return;
  const bool cut = ties_.drawn.size() < ties_.total;
  const std::string more = cut ? "Show the weakest " + std::to_string(most_listed) : "Show all " + count;
  if (context.controls.button("matrix/ties/more", Icon::none, all_ ? "Show fewer" : more, "")) all_ = !all_;
}

// Anew only where another day, arm or cell is looked at. Cost then: linear in the ties.
void MatrixTies::update(const PanelContext& context) {
  const auto& look = context.snapshot.looks[static_cast<std::size_t>(context.shown_arm())];
  const TieFilter& filter = context.view.filter;
  if (!same(filter_, filter)) all_ = false;
  if (look_ == look && same(filter_, filter)) return;
  look_ = look;
  filter_ = filter;
  groups_ = groups_of(*look->organisation, filter.by_team);
  ties_ = TieRanking(*look->ties, look->tie_trust, true, {groups_, filter.from, filter.to}, most_listed).beyond(1);
}

void MatrixTies::draw_tie(PanelContext& context, const DrawnTie& tie, std::size_t place) const {
  const auto& people = look_->organisation->people;
  const std::string& source = people[tie.source].id;
  const std::string& target = people[tie.target].id;
  const bool beside = context.snapshot.sitting.edited && context.shown_arm() == Arm::what_if;
  const float was = beside ? trust_in(context.snapshot.look(Arm::baseline), tie) : -1;
  const float change = was < 0 ? 0 : trust_of(tie.trust) - was;
  const std::string beside_text = !beside ? "" : was < 0 ? " (new)" : " (" + change_text(change) + ")";
  const std::string tip = source + "'s trust in " + target + ". Press to ask why it moved on this day, and to see " +
                          target + "'s other ties and what happened to them.";
  const float indent = text_size("0.00").x + context.theme.px(10);  // names break to a second line where they are long
  const PressedRow line =
      pressable_lines(context, "matrix/tie/" + std::to_string(place), trust_text(trust_of(tie.trust)), indent,
                      source + " -> " + target + beside_text, context.theme.text, tip);
  if (line.hovered) context.view.pointed = tie.target;
  if (line.pressed) ask_why(context.view, {source, target, context.snapshot.day, context.shown_arm()});
}

}  // namespace trust::viz
