#include "viz/panels/spread_panel.hpp"

#include <algorithm>
#include <cmath>

#include "viz/plot/imgui_painter.hpp"
#include "viz/plot/plot.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t classes = 20;
constexpr float least_row = 96;  // at scale 1, with its title and its numbers
constexpr float most_row = 190;
constexpr float least_width = 110;
constexpr float left_of_plot = 46;

std::string two(double value) { return std::isnan(value) ? "none" : format_number(value, 2); }

std::string count_of(std::size_t count, std::string_view what) {
  return format_number(static_cast<double>(count), 0) + " " + std::string(what);
}

// What a bar counts, and how many the baseline has there.
void tell_bar(const PanelContext& context, const SpreadRow& row, const Histogram& shown, const Histogram* ghost,
              double value) {
  const double place = std::clamp(std::floor(value * static_cast<double>(classes)), 0.0, classes - 1.0);
  const auto bin = static_cast<std::size_t>(place);
  const Range range = shown.class_of(bin);
  ImGui::BeginTooltip();
  ImGui::TextUnformatted((std::string(row.label) + " " + two(range.low) + " to " + two(range.high)).c_str());
  ImGui::TextUnformatted(count_of(shown.counts[bin], row.counted).c_str());
  if (ghost) {
    ImGui::PushStyleColor(ImGuiCol_Text, context.theme.faint_text);
    ImGui::TextUnformatted(("In the baseline " + count_of(ghost->counts[bin], row.counted)).c_str());
    ImGui::PopStyleColor();
  }
  ImGui::EndTooltip();
}

void draw_legend(PanelContext& context, bool ghost) {
  const Theme& theme = context.theme;
  const float width = ImGui::GetContentRegionAvail().x;
  const bool baseline = context.view.arm == ShownArm::baseline;
  const std::string day = "Day " + std::to_string(context.look().day);
  const std::string what = !context.snapshot.sitting.edited ? "" : baseline ? ", baseline" : ", what-if";
  context.controls.faint(fit_text(day + what + (ghost ? "; outlined: baseline" : ""), width));
  ImGui::Dummy({0, theme.px(1)});
}

}  // namespace

const std::array<SpreadRow, spread_count>& spread_rows() {
  static const std::array<SpreadRow, spread_count> rows{{
      {"tie-trust", "Trust in ties", "ties", std::nullopt, "How much somebody trusts somebody."},
      {"trusted", "Trusted", "people", PersonValue::trusted, "How much others trust a person."},
      {"felt-trust", "Felt trust", "people", PersonValue::felt_trust, "How trusted a person feels."},
      {"stress", "Stress", "people", PersonValue::stress, "From calm to stressed."},
      {"engagement", "Engagement", "people", PersonValue::engagement, "From listless to engaged."},
  }};
  return rows;
}

Spread spread_of(const Look& look) {
  Spread spread;
  std::vector<float> values;
  for (std::size_t i = 0; i < spread_count; ++i) {
    values.clear();
    if (const auto value = spread_rows()[i].value) {
      const std::vector<float>& all = look.of(*value);
      for (std::size_t seat = 0; seat < std::min(all.size(), look.present.size()); ++seat) {
        if (look.present[seat] != 0) values.push_back(all[seat]);
      }
    } else {
      for (const TrustByte byte : look.tie_trust) {
        if (byte != no_tie) values.push_back(trust_of(byte));
      }
    }
    spread[i] = histogram_of(values, classes, {0, 1});
  }
  return spread;
}

const Spread& SpreadPanel::of(const PanelContext& context, Arm arm) {
  const std::shared_ptr<const Look>& look = context.snapshot.looks[static_cast<std::size_t>(arm)];
  Known& known = known_[static_cast<std::size_t>(arm)];
  if (known.look != look) {
    known = {look, spread_of(*look)};
    ++counted_;
  }
  return known.spread;
}

void SpreadPanel::draw(PanelContext& context) {
  if (!context.snapshot.ready()) return context.controls.faint("There is no organisation yet.");
  const Theme& theme = context.theme;
  const auto& looks = context.snapshot.looks;
  const bool ghosted = context.view.arm != ShownArm::baseline && looks[0] != looks[1];
  draw_legend(context, ghosted);
  const Spread& shown = of(context, context.shown_arm());
  const Spread* ghost = ghosted ? &of(context, Arm::baseline) : nullptr;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.x < theme.px(least_width)) return;
  const float each = (room.y - 1) / static_cast<float>(spread_count);
  if (each >= theme.px(least_row)) {
    for (std::size_t i = 0; i < spread_count; ++i) {
      draw_row(context, i, shown, ghost, std::min(each, theme.px(most_row)));
    }
    return;
  }
  std::vector<std::string> labels;
  for (const SpreadRow& row : spread_rows()) labels.emplace_back(row.label);
  context.controls.combo("spread/which", std::min(room.x, theme.px(200)), labels, chosen_);
  const float left = ImGui::GetContentRegionAvail().y - 1;
  if (left < theme.px(least_row)) return;
  draw_row(context, static_cast<std::size_t>(chosen_), shown, ghost, std::min(left, theme.px(2 * most_row)));
}

void SpreadPanel::draw_row(PanelContext& context, std::size_t index, const Spread& shown, const Spread* ghost,
                           float height) {
  const Theme& theme = context.theme;
  const SpreadRow& row = spread_rows()[index];
  const Histogram& now = shown[index];
  const Histogram* was = ghost ? &(*ghost)[index] : nullptr;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float line = ImGui::GetTextLineHeight();
  context.controls.text(row.label, theme.text);
  context.controls.tip_on_hover(row.sentence);
  const std::string mean =
      "mean " + two(now.mean) + (was ? ", baseline " + two(was->mean) : ", " + count_of(now.values, row.counted));
  const float label_end = at.x + text_size(row.label).x + theme.px(10);
  const std::string fitted = text_size(mean).x <= at.x + width - label_end ? mean : "mean " + two(now.mean);
  ImGui::SameLine();
  context.controls.text_until(at.x + width, fitted, theme.faint_text);
  const DayAxis axis{std::round(at.x + theme.px(left_of_plot)), std::round(at.x + width - theme.px(10)), {0, 1}};
  const float top = at.y + line + theme.px(5);
  const float bottom = at.y + height - line - theme.px(8);
  const double most = static_cast<double>(std::max({now.most(), was ? was->most() : 0, std::size_t{1}}));
  ImGuiPainter painter(ImGui::GetWindowDrawList(), context.controls.pen());
  Plot plot(painter, axis, top, bottom, {0, most * 1.08}, theme.plot(), theme.scale);
  ImGui::SetCursorScreenPos({axis.left, top});
  ImGui::InvisibleButton(("##" + std::string(row.name)).c_str(), {axis.width(), std::max(1.0F, bottom - top)});
  context.controls.name_item("spread/" + std::string(row.name));
  const PlotColour colour = context.view.arm == ShownArm::baseline ? theme.baseline : theme.accent;
  plot.axes(true);
  plot.bars(now, faded(colour, 0.75F), false);
  if (was) plot.bars(*was, theme.baseline, true);
  if (was && was->values > 0) plot.upright(was->mean, {theme.baseline, theme.px(1.5F), Dash::dashed});
  if (now.values > 0) plot.upright(now.mean, {theme.text, theme.px(1.5F), Dash::dashed});
  plot.frame();
  for (const double number : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
    painter.text({axis.x_of(number), bottom + theme.px(3)}, Anchor::middle, theme.faint_text,
                 format_number(number, number == 0 || number == 1 ? 0 : 1));
  }
  if (ImGui::IsItemHovered()) tell_bar(context, row, now, was, axis.day_of(ImGui::GetIO().MousePos.x));
  ImGui::SetCursorScreenPos({at.x, at.y + height});
}

}  // namespace trust::viz
