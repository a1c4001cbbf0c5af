#include "viz/panels/matrix_panel.hpp"

#include <algorithm>
#include <cmath>

#include "viz/scene/colouring.hpp"

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float largest_cell = 64;
constexpr float most_names_share = 0.45F;  // of the panel's width
constexpr int pieces = 24;

std::string number_text(float value, int decimals) { return format_number(static_cast<double>(value), decimals); }

std::string signed_text(float value, int decimals) { return (value > 0 ? "+" : "") + number_text(value, decimals); }

bool arms_differ(const Snapshot& snapshot) { return snapshot.sitting.edited || snapshot.looks[0] != snapshot.looks[1]; }

std::string ties_text(std::uint32_t count) { return format_number(count, 0) + (count == 1 ? " tie" : " ties"); }

}  // namespace

void MatrixPanel::draw(PanelContext& context) {
  if (!context.snapshot.ready()) return;
  const auto& organisation = context.look().organisation;
  if (counted_ != organisation) teams_ = teams_with_people(*organisation);
  counted_ = organisation;
  const bool teams_fit = teams_ <= most_teams_in_matrix;
  if (!teams_fit) by_team_ = false;
  if (!arms_differ(context.snapshot)) differences_ = false;
  draw_switches(context, teams_fit);
  matrix_.update(context, by_team_);
  const std::string arm = !context.snapshot.sitting.edited       ? ""
                          : context.shown_arm() == Arm::baseline ? " in the baseline"
                                                                 : " in the what-if";
  context.controls.paragraph("How much the people of a row trust those of a column" + arm + " on day " +
                                 std::to_string(context.snapshot.day) + ".",
                             context.theme.faint_text, ImGui::GetContentRegionAvail().x);
  draw_scale(context);
  if (matrix_.size() > 0) draw_grid(context);
  context.controls.pen().scrolling(true);
  ties_.draw(context);
  context.controls.pen().scrolling(false);
}

void MatrixPanel::draw_switches(PanelContext& context, bool teams_fit) {
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = std::floor((ImGui::GetContentRegionAvail().x - gap) / 2);
  static const std::vector<std::string> levels{"Functions", "Teams"};
  int level = by_team_ ? 1 : 0;
  const auto offered = std::span(levels).first(teams_fit ? 2 : 1);
  if (context.controls.combo("matrix/level", width, offered, level)) by_team_ = level == 1;
  context.controls.tip_on_hover(teams_fit ? "Between functions or between teams."
                                          : "Between functions. There are too many teams for a table of them.");
  ImGui::SameLine();
  static const std::vector<std::string> colours{"Trust", "Difference"};
  int colour = differences_ ? 1 : 0;
  const auto kinds = std::span(colours).first(arms_differ(context.snapshot) ? 2 : 1);
  if (context.controls.combo("matrix/colour", width, kinds, colour)) differences_ = colour == 1;
  context.controls.tip_on_hover(
      "Trust: mean trust. Difference: how much more it is in the what-if than in the baseline; there is one once "
      "something was changed.");
}

void MatrixPanel::draw_scale(PanelContext& context) {
  const Theme& theme = context.theme;
  const ColouringRow& row = colouring_row(Colouring::trusted);
  const float low = differences_ ? -matrix_.reach() : row.low;
  const float high = differences_ ? matrix_.reach() : row.high;
  const std::string left = differences_ ? number_text(low, 2) + " less" : number_text(low, 1) + " little";
  const std::string right = differences_ ? signed_text(high, 2) + " more" : number_text(high, 1) + " much";
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float line = ImGui::GetFontSize();
  const float gap = theme.px(7);
  const float room = ImGui::GetContentRegionAvail().x - text_size(left).x - text_size(right).x - 2 * gap;
  const float width = std::clamp(room, theme.px(20), theme.px(140));
  TextPen& pen = context.controls.pen();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  pen.write(draw, at, theme.faint_text, left);
  const float start = std::round(at.x + text_size(left).x + gap);
  for (int i = 0; i < pieces; ++i) {
    const float share = (static_cast<float>(i) + 0.5F) / pieces;
    const Colour colour = differences_ ? orange_blue(share) : colour_of(Colouring::trusted, low + share * (high - low));
    draw->AddRectFilled({std::round(start + width * static_cast<float>(i) / pieces), at.y + line * 0.2F},
                        {std::round(start + width * static_cast<float>(i + 1) / pieces), at.y + line * 0.85F},
                        to_imgui(colour));
  }
  pen.write(draw, {std::round(start + width + gap), at.y}, theme.faint_text, right);
  ImGui::Dummy({ImGui::GetContentRegionAvail().x, line + theme.px(4)});
}

void MatrixPanel::draw_grid(PanelContext& context) {
  const Theme& theme = context.theme;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const auto count = static_cast<float>(matrix_.size());
  const float line = ImGui::GetFontSize() + theme.px(4);
  float names = 0;
  for (std::size_t i = 0; i < matrix_.size(); ++i) {
    names = std::max(names, text_size(std::to_string(i + 1) + "  " + matrix_.name(i)).x);
  }
  names = std::round(std::min(names, room * most_names_share) + theme.px(8));
  Grid grid{};
  grid.wide = std::clamp(std::floor((room - names) / count), theme.px(4), theme.px(largest_cell));
  grid.high = std::max(line, std::min(grid.wide, theme.px(largest_cell) * 0.6F));
  grid.corner = {start.x + names, start.y + line};
  const ImVec2 size{names + grid.wide * count, line + grid.high * count};
  if (size.x < 1 || size.y < 1) return;
  ImGui::InvisibleButton("##matrix", size);
  context.controls.name_item("matrix");
  context.controls.pen().scrolling(true);
  draw_names(context, grid, start);
  draw_cells(context, grid);
  context.controls.pen().scrolling(false);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool inside = mouse.x >= grid.corner.x && mouse.y >= grid.corner.y;
  if (!inside || !ImGui::IsItemHovered()) return;
  const Cell cell{std::min(matrix_.size() - 1, static_cast<std::size_t>((mouse.y - grid.corner.y) / grid.high)),
                  std::min(matrix_.size() - 1, static_cast<std::size_t>((mouse.x - grid.corner.x) / grid.wide))};
  tell(context, cell);
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) press(context, cell);
}

// Rows by number and name, columns by number: the rows are the key.
void MatrixPanel::draw_names(PanelContext& context, const Grid& grid, ImVec2 start) {
  const Theme& theme = context.theme;
  TextPen& pen = context.controls.pen();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float font = ImGui::GetFontSize();
  const float widest = text_size(std::to_string(matrix_.size())).x + theme.px(4);
  const auto every = static_cast<std::size_t>(std::max(1.0F, std::ceil(widest / grid.wide)));
  for (std::size_t i = 0; i < matrix_.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const float y = grid.corner.y + grid.high * static_cast<float>(i);
    const float room = grid.corner.x - start.x - theme.px(8);
    pen.write(draw, {start.x, std::round(y + (grid.high - font) / 2)}, theme.text,
              fit_text(number + "  " + matrix_.name(i), room));
    if (every > 1 && (i + 1) % std::max<std::size_t>(every, 5) != 0) continue;
    const float middle = grid.corner.x + grid.wide * (static_cast<float>(i) + 0.5F);
    pen.write(draw, {std::round(middle - text_size(number).x / 2), start.y}, theme.faint_text, number);
  }
}

ImU32 MatrixPanel::colour_of_cell(const Theme& theme, const Cell& cell) const {
  const PairSum& sum = matrix_.cell(cell.row, cell.column);
  if (sum.count == 0) return theme.panel;
  if (differences_)
    return to_imgui(orange_blue(0.5F + 0.5F * matrix_.difference(cell.row, cell.column) / matrix_.reach()));
  return to_imgui(colour_of(Colouring::trusted, sum.mean()));
}

void MatrixPanel::draw_cells(PanelContext& context, const Grid& grid) {
  const Theme& theme = context.theme;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float gap = grid.wide > theme.px(8) ? 1.0F : 0.0F;
  for (std::size_t row = 0; row < matrix_.size(); ++row) {
    for (std::size_t column = 0; column < matrix_.size(); ++column) {
      const Cell cell{row, column};
      const ImVec2 low{grid.corner.x + grid.wide * static_cast<float>(column),
                       grid.corner.y + grid.high * static_cast<float>(row)};
      const ImVec2 high{low.x + grid.wide - gap, low.y + grid.high - gap};
      context.controls.name_box("matrix/" + std::to_string(row) + "/" + std::to_string(column), low, high);
      const ImU32 colour = colour_of_cell(theme, cell);
      draw->AddRectFilled(low, high, colour);
      if (is_filtered(context.view, cell)) draw->AddRect(low, high, theme.text, 0, 0, theme.px(2));
      if (matrix_.cell(row, column).count == 0) continue;
      const std::string text = differences_ ? signed_text(matrix_.difference(row, column), 2)
                                            : number_text(matrix_.cell(row, column).mean(), 2);
      const ImVec2 size = text_size(text);
      if (size.x + theme.px(6) > grid.wide) continue;
      const Colour back{static_cast<std::uint8_t>(colour >> IM_COL32_R_SHIFT),
                        static_cast<std::uint8_t>(colour >> IM_COL32_G_SHIFT),
                        static_cast<std::uint8_t>(colour >> IM_COL32_B_SHIFT)};
      const ImU32 ink = luminance(back) > 0.3F ? IM_COL32(20, 22, 26, 255) : IM_COL32(255, 255, 255, 255);
      context.controls.pen().write(
          draw, {std::round((low.x + high.x - size.x) / 2), std::round((low.y + high.y - size.y) / 2)}, ink, text);
    }
  }
}

void MatrixPanel::tell(PanelContext& context, const Cell& cell) const {
  const PairSum& sum = matrix_.cell(cell.row, cell.column);
  ImGui::BeginTooltip();
  ImGui::TextUnformatted((matrix_.name(cell.row) + " -> " + matrix_.name(cell.column)).c_str());
  if (sum.count == 0) {
    ImGui::TextUnformatted("No ties");
  } else {
    ImGui::TextUnformatted(("Trust " + number_text(sum.mean(), 3) + ", " + ties_text(sum.count)).c_str());
    if (arms_differ(context.snapshot)) {
      ImGui::TextUnformatted(
          ("Against the baseline: " + signed_text(matrix_.difference(cell.row, cell.column), 3)).c_str());
    }
  }
  ImGui::PushStyleColor(ImGuiCol_Text, context.theme.faint_text);
  ImGui::TextUnformatted(is_filtered(context.view, cell) ? "Click: show all ties again"
                                                         : "Click: show only these ties, and list them below");
  ImGui::PopStyleColor();
  ImGui::EndTooltip();
}

bool MatrixPanel::is_filtered(const ViewState& view, const Cell& cell) const {
  return view.filter.by_team == by_team_ && view.filter.from == matrix_.group(cell.row) &&
         view.filter.to == matrix_.group(cell.column);
}

void MatrixPanel::press(PanelContext& context, const Cell& cell) const {
  const bool again = is_filtered(context.view, cell);
  context.view.filter = again ? TieFilter{} : TieFilter{matrix_.group(cell.row), matrix_.group(cell.column), by_team_};
}

}  // namespace trust::viz
