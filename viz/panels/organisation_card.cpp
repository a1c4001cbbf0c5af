#include "viz/panels/organisation_card.hpp"

#include <algorithm>
#include <cmath>

#include "study/readable.hpp"
#include "viz/panels/person_rows.hpp"
#include "viz/session/group_trust.hpp"

namespace trust::viz {
namespace {

// What is counted (exits of a day) is whole, and reads so.
std::string number(float value) {
  return value == std::floor(value) ? format_number(static_cast<double>(value), 0)
                                    : readable(static_cast<double>(value));
}

std::string value_on(const Series& series, int day) {
  if (series.value.empty()) return "";
  return number(series.value[std::min(series.value.size() - 1, static_cast<std::size_t>(std::max(0, day)))]);
}

std::string first_to(const Series& series, int day) {
  const std::string now = value_on(series, day);
  return day == 0 || series.value.size() < 2 ? now : number(series.value.front()) + " to " + now;
}

void draw_counts(PanelContext& context) {
  const Look& look = context.look();
  const auto present =
      std::count_if(look.present.begin(), look.present.end(), [](std::uint8_t one) { return one != 0; });
  const auto count = [](auto size) { return format_number(static_cast<double>(size), 0); };
  const std::size_t seats = look.organisation->people.size();
  const bool all = look.present.empty() || static_cast<std::size_t>(present) == seats;
  row(context, "People", all ? count(seats) : count(present) + " in " + count(seats) + " seats");
  row(context, "Teams", count(look.organisation->teams.size()));
  row(context, "Ties", count(ties_there(look)));
}

// First to today, or beside the baseline where there is another one.
void draw_measures(PanelContext& context) {
  const Snapshot& now = context.snapshot;
  const bool beside = now.sitting.edited;
  const std::string day = "Day " + std::to_string(now.day);
  const Theme& theme = context.theme;
  if (!beside) {
    heading(context, now.day == 0 ? day : "From day 0 to day " + std::to_string(now.day));
  } else {
    ImGui::Dummy({0, theme.px(4)});
    pressable_row(context, "organisation/columns", {day, "what-if", "baseline", theme.baseline, 0, theme.accent}, "");
    ImGui::Separator();
  }
  for (const MeasureRow& measure : measures()) {
    if (!measure.headline) continue;
    const Series& series = now.of(measure.id, context.shown_arm());
    const std::string name = "organisation/" + std::string(measure.name);
    const std::string today = beside ? value_on(now.of(measure.id, Arm::what_if), now.day) : first_to(series, now.day);
    const std::string other = beside ? value_on(now.of(measure.id, Arm::baseline), now.day) : "";
    const RowTexts texts{measure.label, today, other, theme.baseline, theme.faint_text};
    if (pressable_row(context, name, texts, std::string(measure.sentence) + " Press to plot it.").pressed) {
      context.view.measures.front() = measure.id;
    }
  }
}

}  // namespace

void draw_organisation_card(PanelContext& context) {
  const float width = ImGui::GetContentRegionAvail().x;
  context.controls.text("Whole organisation");
  ImGui::Separator();
  draw_counts(context);
  draw_measures(context);
  if (!context.snapshot.story.empty()) {
    heading(context, "Scenario");
    std::string story = context.snapshot.story;  // the file's line breaks are not the panel's
    std::replace(story.begin(), story.end(), '\n', ' ');
    lines(context, story, context.theme.faint_text, width);
  }
  ImGui::Dummy({0, context.theme.px(4)});
  lines(context,
        "Press somebody in the picture, or search for a name, to see whom they trust, what happened to them, and why.",
        context.theme.faint_text, width);
}

}  // namespace trust::viz
