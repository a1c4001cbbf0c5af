#include "viz/panels/result_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "study/readable.hpp"
#include "viz/session/result_table.hpp"

namespace trust::viz {
namespace {

constexpr float width_for_one_line = 520;  // at scale 1

std::string label_of(const ResultRow& row) { return row.label + (row.few ? " ~" : ""); }

std::string interval_of(const ResultRow& row) {
  return interval_in_words({row.low, row.high}) + (row.by_parameters ? " *" : "");
}

bool is_plotted(const ViewState& view, const ResultRow& row) {
  return row.measure && std::ranges::find(view.measures, *row.measure) != view.measures.end();
}

std::string tip_of(const ResultRow& row, const Refinement& refinement, bool plotted) {
  std::string tip = row.measure ? std::string(measure_row(*row.measure).sentence)
                                : "Revenue less the cost of exits and of programmes.";
  if (row.measure) tip += "\nUnit: " + std::string(measure_row(*row.measure).unit) + (row.whole_run ? ", summed over all days" : "");
  tip += fmt::format("\nBetter in {} of {} replicates", row.better, refinement.replicates);
  if (row.same > 0) tip += fmt::format(", the same in {}", row.same);
  tip += ".";
  if (row.few)
    tip += "\n~ Fewer than ten replicates differ: rare events decide, and the interval may be narrow around the wrong number.";
  if (row.by_parameters) tip += "\n* Where 95 % of parameter draws lie, which is wider than luck alone.";
  if (row.measure) tip += plotted ? "\n\nIt is in the plots." : "\n\nClick to add it to the plots.";
  return tip;
}

// One row's place and how it is written there.
class RowPen {
 public:
  RowPen(PanelContext& context, bool stale) : context_(context), stale_(stale) {
    const Theme& theme = context.theme;
    left_ = ImGui::GetCursorScreenPos().x;
    right_ = left_ + ImGui::GetContentRegionAvail().x;
    one_line_ = right_ - left_ >= theme.px(width_for_one_line);
    indent_ = theme.px(20);
    line_ = ImGui::GetTextLineHeight() + theme.px(2);
  }

  float height() const { return (one_line_ ? line_ : 2 * line_) + context_.theme.px(6); }

  void begin() { at_ = ImGui::GetCursorScreenPos(); }

  // Label, baseline, what-if, difference and interval, in their colours.
  void write(const std::array<std::string, 5>& cells, const std::array<ImU32, 5>& colours) {
    const float y = at_.y + context_.theme.px(3);
    const float width = right_ - left_;
    if (one_line_) {
      starting_at(left_ + indent_, y, cells[0], colours[0], width * 0.26F);
      ending_at(left_ + width * 0.44F, y, cells[1], colours[1]);
      ending_at(left_ + width * 0.58F, y, cells[2], colours[2]);
      ending_at(left_ + width * 0.74F, y, cells[3], colours[3]);
      ending_at(right_ - context_.theme.px(4), y, cells[4], colours[4]);
    } else {
      starting_at(left_ + indent_, y, cells[0], colours[0], width * 0.48F - indent_);
      ending_at(left_ + width * 0.74F, y, cells[1], colours[1]);
      ending_at(right_ - context_.theme.px(4), y, cells[2], colours[2]);
      starting_at(left_ + indent_, y + line_, cells[3], colours[3], width * 0.4F);
      ending_at(right_ - context_.theme.px(4), y + line_, cells[4], colours[4]);
    }
  }

  void mark(CardLine::Mood mood) {
    const float r = ImGui::GetFontSize() * 0.28F;
    const float y = at_.y + context_.theme.px(3) + ImGui::GetTextLineHeight() / 2 + (one_line_ ? 0 : line_);
    draw_mood(ImGui::GetWindowDrawList(), mood, {left_ + indent_ / 2, y}, r, ink(colour_of(mood, context_.theme)));
  }

  ImU32 ink(ImU32 colour) const { return stale_ ? faded(colour) : colour; }
  ImVec2 size() const { return {right_ - left_, height()}; }
  ImVec2 corner() const { return at_; }

 private:
  void starting_at(float x, float y, const std::string& text, ImU32 colour, float width) {
    context_.controls.pen().write(ImGui::GetWindowDrawList(), {std::round(x), y}, ink(colour), fit_text(text, width));
  }
  void ending_at(float x, float y, const std::string& text, ImU32 colour) {
    context_.controls.pen().write(ImGui::GetWindowDrawList(), {std::round(x - text_size(text).x), y}, ink(colour), text);
  }

  PanelContext& context_;
  bool stale_;
  bool one_line_ = false;
  float left_ = 0, right_ = 0, indent_ = 0, line_ = 0;
  ImVec2 at_{};
};

void draw_head(PanelContext& context, RowPen& pen) {
  const Theme& theme = context.theme;
  pen.begin();
  pen.write({"", "baseline", "what-if", "difference", "95 %"},
            {theme.faint_text, theme.baseline, theme.accent, theme.faint_text, theme.faint_text});
  ImGui::Dummy(pen.size());
  ImGui::Separator();
}

void draw_section(PanelContext& context, const std::string& title) {
  ImGui::Dummy({0, context.theme.px(2)});
  context.controls.faint(title, ImGui::GetContentRegionAvail().x);
}

void draw_row(PanelContext& context, RowPen& pen, const Refinement& refinement, const ResultRow& row) {
  const Theme& theme = context.theme;
  const std::string name = "result/row/" + (row.measure ? std::string(measure_row(*row.measure).name) : "net_money");
  pen.begin();
  const bool pressed = ImGui::InvisibleButton(("##" + name).c_str(), pen.size());
  context.controls.name_item(name);
  const bool plotted = is_plotted(context.view, row);
  if (row.measure && ImGui::IsItemHovered()) {
    const ImVec2 end{pen.corner().x + pen.size().x, pen.corner().y + pen.size().y};
    ImGui::GetWindowDrawList()->AddRectFilled(pen.corner(), end, ImGui::GetColorU32(ImGuiCol_HeaderHovered),
                                              theme.px(3));
  }
  context.controls.tip_on_hover(tip_of(row, refinement, plotted));
  pen.write({label_of(row), readable(row.baseline), readable(row.what_if), readable_change(row.difference),
             interval_of(row)},
            {theme.text, theme.baseline, theme.accent, colour_of(row.mood, theme), theme.faint_text});
  pen.mark(row.mood);
  if (pressed && row.measure && !plotted) context.view.measures.push_back(*row.measure);
}

}  // namespace

ImU32 faded(ImU32 colour) {
  const ImU32 alpha = (colour >> IM_COL32_A_SHIFT) & 0xFF;
  return (colour & ~IM_COL32_A_MASK) | ((alpha * 45 / 100) << IM_COL32_A_SHIFT);
}

ImU32 colour_of(CardLine::Mood mood, const Theme& theme) {
  switch (mood) {
    case CardLine::Mood::better:
      return theme.accent;
    case CardLine::Mood::worse:
    case CardLine::Mood::warning:
      return theme.change;
    case CardLine::Mood::unsure:
      return theme.faint_text;
    case CardLine::Mood::plain:
      break;
  }
  return theme.text;
}

void draw_mood(ImDrawList* draw, CardLine::Mood mood, ImVec2 middle, float radius, ImU32 colour) {
  const auto triangle = [&](float up) {
    draw->AddTriangleFilled({middle.x - radius, middle.y + up * radius * 0.8F},
                            {middle.x + radius, middle.y + up * radius * 0.8F},
                            {middle.x, middle.y - up * radius * 0.9F}, colour);
  };
  switch (mood) {
    case CardLine::Mood::better:
      return triangle(1);
    case CardLine::Mood::worse:
      return triangle(-1);
    case CardLine::Mood::unsure:
      return draw->AddCircle(middle, radius * 0.8F, colour, 0, std::max(1.0F, radius * 0.35F));
    case CardLine::Mood::warning:
      draw->AddRectFilled({middle.x - radius * 0.25F, middle.y - radius}, {middle.x + radius * 0.25F, middle.y + radius * 0.3F}, colour);
      return draw->AddCircleFilled({middle.x, middle.y + radius * 0.85F}, radius * 0.32F, colour);
    case CardLine::Mood::plain:
      return draw->AddCircleFilled(middle, radius * 0.4F, colour);
  }
}

void draw_result_rows(PanelContext& context, const Refinement& refinement, bool stale) {
  RowPen pen(context, stale);
  draw_head(context, pen);
  bool whole_run = false;
  draw_section(context, "On the last day");
  for (const ResultRow& row : refinement.rows) {
    if (row.whole_run) continue;
    draw_row(context, pen, refinement, row);
  }
  for (const ResultRow& row : refinement.rows) {
    if (!row.whole_run) continue;
    if (!whole_run) draw_section(context, "Over the whole run");
    whole_run = true;
    draw_row(context, pen, refinement, row);
  }
}

}  // namespace trust::viz
