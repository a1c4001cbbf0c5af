#include "viz/panels/plot_head.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/plot_drawing.hpp"

namespace trust::viz {
namespace {

constexpr float combo_width = 178;
constexpr float swatch = 16;
constexpr float between = 14;  // entries

std::vector<std::string> measure_labels() {
  std::vector<std::string> labels;
  for (const MeasureRow& row : measures()) labels.emplace_back(row.label);
  return labels;
}

std::string title_of(Measure measure) { return "What-if minus baseline: " + std::string(measure_row(measure).label); }

float entry_width(const PanelContext& context, const LegendEntry& entry) {
  return context.theme.px(swatch + 6) + text_size(entry.label).x;
}

// What a band is, where its name alone may be taken for something else.
std::string meaning_of(const LegendEntry& entry) {
  if (entry.key == "luck") {
    return "Where the mean difference lies with 95 % confidence, on all days at once: wider than the interval of one "
           "day, which the result card tells.\n";
  }
  if (entry.key == "parameters") {
    return "Where 95 % of the draws of the uncertain parameters lie, each with the luck of one replicate.\n";
  }
  return "";
}

}  // namespace

PlotHead::PlotHead(const PanelContext& context, const PlotContent& content, std::size_t index, float width,
                   bool one_line)
    : index_(index), difference_(content.difference), measure_(content.measure), entries_(legend_of(content)) {
  const Theme& theme = context.theme;
  row_height_ = content.difference ? ImGui::GetTextLineHeight() + theme.px(5) : ImGui::GetFrameHeight() + theme.px(2);
  if (content.stale) entries_.push_back({"", "from before the last change", content.lines.front().ink});
  title_width_ = first_width(context);
  float x = title_width_ + theme.px(between);
  for (const LegendEntry& entry : entries_) {
    const float needed = entry_width(context, entry);
    if (x + needed > width && one_line) break;
    if (x + needed > width && x > 0) {
      x = 0;
      ++rows_;
    }
    places_.push_back({x, rows_ - 1});
    x += needed + theme.px(between);
  }
}

float PlotHead::height() const {
  return row_height_ +
         static_cast<float>(rows_ - 1) * (ImGui::GetTextLineHeight() + ImGui::GetStyle().ItemSpacing.y / 2);
}

float PlotHead::first_width(const PanelContext& context) const {
  if (difference_) return text_size(title_of(measure_)).x;
  const bool several = context.view.measures.size() > 1;
  return context.theme.px(combo_width) + (several ? ImGui::GetFrameHeight() + context.theme.px(4) : 0);
}

bool PlotHead::draw(PanelContext& context, ImVec2 at, std::set<std::string>& hidden) const {
  draw_title(context, at);
  const float text_height = ImGui::GetTextLineHeight() + ImGui::GetStyle().ItemSpacing.y / 2;
  const float first = difference_ ? 0 : std::round((ImGui::GetFrameHeight() - ImGui::GetTextLineHeight()) / 2);
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const auto row = static_cast<float>(places_[i].row);
    const float y = at.y + (places_[i].row == 0 ? first : row_height_ + (row - 1) * text_height);
    draw_entry(context, {at.x + places_[i].x, std::round(y)}, entries_[i], hidden);
  }
  if (difference_ || context.view.measures.size() < 2) return true;
  ImGui::SetCursorScreenPos({at.x + context.theme.px(combo_width + 4), at.y});
  const std::string name = "plots/remove/" + std::to_string(index_);
  return !context.controls.icon_button(name, Icon::close, "Take this plot away");
}

void PlotHead::draw_title(PanelContext& context, ImVec2 at) const {
  ImGui::SetCursorScreenPos(at);
  const MeasureRow& row = measure_row(measure_);
  if (difference_) {
    context.controls.faint(title_of(measure_));
    context.controls.tip_on_hover(
        "The difference between the two runs in which chance falls alike. Bands in which 0 "
        "does not lie are more than luck.");
    return;
  }
  static const std::vector<std::string> labels = measure_labels();
  int chosen = static_cast<int>(measure_);
  const std::string name = "measure/" + std::to_string(index_);
  if (context.controls.combo(name, context.theme.px(combo_width), labels, chosen)) {
    context.view.measures[index_] = static_cast<Measure>(chosen);
  }
  if (const auto place = context.controls.find(name)) {
    if (ImGui::IsMouseHoveringRect({place->low.x, place->low.y}, {place->high.x, place->high.y}) &&
        ImGui::IsWindowHovered()) {
      ImGui::SetTooltip("%s In %s.", std::string(row.sentence).c_str(), std::string(row.unit).c_str());
    }
  }
}

void PlotHead::draw_entry(PanelContext& context, ImVec2 at, const LegendEntry& entry,
                          std::set<std::string>& hidden) const {
  const Theme& theme = context.theme;
  const float height = ImGui::GetTextLineHeight();
  const bool on = !hidden.contains(entry.key);
  if (!entry.key.empty()) {
    const std::string kind = difference_ ? "legend/difference/" : "legend/";
    const std::string name = kind + std::to_string(index_) + "/" + entry.key;
    ImGui::SetCursorScreenPos(at);
    if (ImGui::InvisibleButton(("##" + name).c_str(), {entry_width(context, entry), height})) {
      on ? void(hidden.insert(entry.key)) : void(hidden.erase(entry.key));
    }
    context.controls.name_item(name);
    context.controls.tip_on_hover(meaning_of(entry) + (on ? "Click to hide it." : "Click to show it."));
    const InkColours colours = colours_of(theme, entry.ink);
    const float thick = entry.band ? theme.px(10) : theme.px(entry.thin ? 1 : 2.5F);
    const PlotColour colour = entry.band   ? (entry.wide ? colours.wide : colours.band)
                              : entry.thin ? faded(colours.line, 0.6F)
                                           : colours.line;
    const float middle = std::round(at.y + height / 2);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 low{at.x, middle - thick / 2};
    const ImVec2 high{at.x + theme.px(swatch), middle + thick / 2};
    if (on) draw->AddRectFilled(low, high, colour);
    if (!on || entry.wide) draw->AddRect(low, high, faded(colours.line, 0.5F));
  }
  const ImU32 ink = on ? theme.faint_text : faded(theme.faint_text, 0.5F);
  const float shift = entry.key.empty() ? 0 : theme.px(swatch + 6);
  context.controls.pen().write(ImGui::GetWindowDrawList(), {std::round(at.x + shift), at.y}, ink, entry.label);
}

}  // namespace trust::viz
