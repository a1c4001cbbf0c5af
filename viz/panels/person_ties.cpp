#include "viz/panels/person_ties.hpp"

#include <algorithm>

#include "viz/panels/person_rows.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t ties_listed = 6;

std::string people_text(std::size_t count) { return std::to_string(count) + (count == 1 ? " person" : " people"); }

float trust_in(const Look& look, Seat source, Seat target) {
  const Slot slot = look.ties->find(source, target);
  return slot == no_slot || look.tie_trust[slot] == no_tie ? -1.0F : trust_of(look.tie_trust[slot]);
}

// What the last column says, in words.
std::string compared_words(const PanelContext& context, const std::string& change) {
  if (change.empty()) return "";
  const bool baseline = context.snapshot.sitting.edited && context.shown_arm() == Arm::what_if;
  if (change == "new") return baseline ? ", which the baseline does not have" : ", which was not there on day 0";
  return ": " + change + (baseline ? " against the baseline" : " since day 0");
}

}  // namespace

std::optional<AskedTie> PersonTies::draw(PanelContext& context, Seat seat) {
  prepare(context, seat);
  std::optional<AskedTie> asked;
  draw_list(context, true, asked);
  draw_list(context, false, asked);
  return asked;
}

// Anew only where another day, arm or person is looked at.
void PersonTies::prepare(const PanelContext& context, Seat seat) {
  const auto& look = context.snapshot.looks[static_cast<std::size_t>(context.shown_arm())];
  if (seat_ != seat) trusts_.all = trusted_by_.all = false;
  if (look_ == look && seat_ == seat) return;
  look_ = look;
  seat_ = seat;
  trusts_.ties.clear();
  trusted_by_.ties.clear();
  auto ties = ties_of(*look->ties, look->tie_trust, seat);
  std::stable_sort(ties.begin(), ties.end(), [](const auto& a, const auto& b) { return a.trust > b.trust; });
  for (const DrawnTie& tie : ties) (tie.source == seat ? trusts_ : trusted_by_).ties.push_back(tie);
}

void PersonTies::remember_day_0(const PanelContext& context) {
  if (edition_ != context.snapshot.edition) day_0_ = {};
  edition_ = context.snapshot.edition;
  for (std::size_t arm = 0; arm < arm_count; ++arm) {
    if (context.snapshot.looks[arm]->day == 0) day_0_[arm] = context.snapshot.looks[arm];
  }
}

// What the last column is a difference to: the baseline on the same day, or day 0.
const Look* PersonTies::compared_with(const PanelContext& context) const {
  if (context.snapshot.sitting.edited && context.shown_arm() == Arm::what_if)
    return &context.snapshot.look(Arm::baseline);
  const Look* first = day_0_[static_cast<std::size_t>(context.shown_arm())].get();
  return first == nullptr || context.look().day == 0 ? nullptr : first;
}

void PersonTies::draw_list(PanelContext& context, bool outgoing, std::optional<AskedTie>& asked) {
  List& list = outgoing ? trusts_ : trusted_by_;
  draw_title(context, outgoing);
  const std::size_t count = list.ties.size();
  const std::size_t shown = list.all ? count : std::min(count, ties_listed);
  for (std::size_t i = 0; i < shown; ++i) {
    draw_tie(context, list.ties[list.weakest_first ? count - 1 - i : i], outgoing, asked);
  }
  if (count <= ties_listed) return;
  const std::string name = outgoing ? "person/trusts/more" : "person/trusted-by/more";
  const std::string label = list.all ? "Show fewer" : "Show all " + std::to_string(count);
  if (context.controls.button(name, Icon::none, label, "")) list.all = !list.all;
}

void PersonTies::draw_title(PanelContext& context, bool outgoing) {
  List& list = outgoing ? trusts_ : trusted_by_;
  ImGui::Dummy({0, context.theme.px(4)});
  ImGui::AlignTextToFramePadding();
  context.controls.text((outgoing ? "Trusts " : "Trusted by ") + people_text(list.ties.size()));
  if (list.ties.size() > 1) {
    const std::string label = list.weakest_first ? "weakest first" : "strongest first";
    const float width = text_size("strongest first").x + 2 * ImGui::GetStyle().FramePadding.x;
    ImGui::SameLine(ImGui::GetContentRegionMax().x - width);
    const std::string name = outgoing ? "person/trusts/sort" : "person/trusted-by/sort";
    if (context.controls.button(name, Icon::none, label, "Turns the list round.", true, width)) {
      list.weakest_first = !list.weakest_first;
    }
  }
  ImGui::Separator();
}

void PersonTies::draw_tie(PanelContext& context, const DrawnTie& tie, bool outgoing, std::optional<AskedTie>& asked) {
  const Organisation& organisation = *context.look().organisation;
  const Seat other = outgoing ? tie.target : tie.source;
  const std::string& id = organisation.people[other].id;
  const Look* before = compared_with(context);
  const float now = trust_of(tie.trust);
  const float was = before == nullptr ? -1 : trust_in(*before, tie.source, tie.target);
  const std::string change = before == nullptr ? "" : was < 0 ? "new" : change_text(now - was);
  const std::string whose = organisation.people[tie.source].id + "'s trust in " + organisation.people[tie.target].id;
  const std::string tip = whose + compared_words(context, change) + ". Press to ask why it moved on this day.";
  const PressedRow line =
      pressable_row(context, (outgoing ? "person/trusts/" : "person/trusted-by/") + id,
                    {id, trust_text(now), change, colour_of_change(context.theme, was < 0 ? 0 : now - was)}, tip);
  if (line.hovered) context.view.pointed = other;
  if (line.pressed) asked = AskedTie{tie.source, tie.target};
}

}  // namespace trust::viz
