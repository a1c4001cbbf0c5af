#include "viz/panels/network_bar.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float shape_width = 160;
constexpr float colour_width = 210;
constexpr float slider_width = 120;
constexpr float find_width = 190;
constexpr float one_line_width = 1090;
constexpr float list_width = 330;

// What can be coloured by now: differences only where there are two arms.
std::vector<Colouring> offered(const PanelContext& context) {
  std::vector<Colouring> list;
  const bool edited = context.snapshot.sitting.edited || context.snapshot.looks[0] != context.snapshot.looks[1];
  for (const ColouringRow& row : colourings()) {
    if (row.id != Colouring::difference || edited || context.view.colouring == row.id) list.push_back(row.id);
  }
  return list;
}

}  // namespace

void NetworkBar::draw(PanelContext& context, const NetworkContents& contents, const std::string& ties_text) {
  const Theme& theme = context.theme;
  const float room = ImGui::GetContentRegionAvail().x;
  const bool one_line = room >= theme.px(one_line_width);
  draw_shape(context);
  ImGui::SameLine();
  draw_colour(context);
  ImGui::SameLine();
  const float right = ImGui::GetWindowContentRegionMax().x;
  const float left = ImGui::GetCursorPosX();
  if (one_line) {
    draw_ties(context, ties_text);
    ImGui::SameLine(right - theme.px(find_width));
    draw_find(context, contents, theme.px(find_width));
    return;
  }
  const float width = std::min(theme.px(find_width), right - left);
  if (width > theme.px(60)) {
    ImGui::SameLine(std::max(left, right - width), 0);
    draw_find(context, contents, width);
  } else {
    ImGui::NewLine();
    field_ = {};
  }
  draw_ties(context, ties_text);
}

void NetworkBar::draw_shape(PanelContext& context) {
  static const std::vector<std::string> labels{"Circles", "Organisation chart"};
  int chosen = static_cast<int>(context.view.shape);
  if (context.controls.combo("shape", context.theme.px(shape_width), labels, chosen)) {
    context.view.shape = static_cast<NetworkShape>(chosen);
    context.view.zoom = {};
  }
  context.controls.tip_on_hover("Circles: teams in their functions. Organisation chart: who reports to whom.");
}

void NetworkBar::draw_colour(PanelContext& context) {
  const auto list = offered(context);
  const float wide = context.theme.px(colour_width);
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string title = room < wide ? "" : "Colour: ";
  std::vector<std::string> labels;
  int chosen = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    labels.push_back(title + std::string(colouring_row(list[i]).label));
    if (list[i] == context.view.colouring) chosen = static_cast<int>(i);
  }
  if (context.controls.combo("colour", std::clamp(room, 1.0F, wide), labels, chosen)) {
    context.view.colouring = list[static_cast<std::size_t>(chosen)];
  }
  context.controls.tip_on_hover(colouring_row(context.view.colouring).sentence);
}

void NetworkBar::draw_ties(PanelContext& context, const std::string& ties_text) {
  const Theme& theme = context.theme;
  ViewState& view = context.view;
  const float wide = std::max(text_size("Weakest ties").x, text_size("Strongest ties").x) + theme.px(18);
  if (context.controls.button("ties", Icon::none, view.weak_ties ? "Weakest ties" : "Strongest ties",
                              "Press to show the ties of least trust instead of those of most, or back.", true, wide)) {
    view.weak_ties = !view.weak_ties;
  }
  ImGui::SameLine();
  context.controls.slider("threshold", theme.px(slider_width), view.tie_threshold, 0, 1);
  context.controls.tip_on_hover(view.weak_ties ? "Only ties of at most this trust are drawn."
                                               : "Only ties of at least this trust are drawn.");
  ImGui::SameLine();
  ImGui::AlignTextToFramePadding();
  const std::string value = format_number(static_cast<double>(view.tie_threshold), 2);
  const float left = ImGui::GetCursorPosX();
  context.controls.text((view.weak_ties ? "to " : "from ") + value);
  ImGui::SameLine(left + text_size("from 0.00").x, theme.px(12));
  ImGui::AlignTextToFramePadding();
  if (text_size(ties_text).x > ImGui::GetContentRegionAvail().x) return ImGui::NewLine();  // a narrow window
  context.controls.faint(ties_text);
  context.controls.name_item("ties/count");
  context.controls.tip_on_hover(
      "How many are drawn. Of very many the strongest are, or the weakest: more would hide one another.");
}

void NetworkBar::draw_find(PanelContext& context, const NetworkContents& contents, float width) {
  std::string& words = context.view.person_search;
  context.controls.search("find", width, "Find a person or team", words);
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  field_ = {{low.x, low.y}, {high.x, high.y}};
  const bool entered = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter));
  const bool left = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
  if (!ImGui::IsItemActive())  // the list opens there
    context.controls.tip_on_hover("Words of a name, role, team or function. Enter takes the first that is found.");
  if (left) words.clear();
  if (searched_ != words || searched_in_ != contents.look().organisation) {
    searched_ = words;
    searched_in_ = contents.look().organisation;
    hits_ = find_people(contents.organisation(), words);
  }
  if (entered && !hits_.empty()) choose(context, hits_[0]);
}

void NetworkBar::choose(PanelContext& context, const Found& found) {
  chosen_ = found;
  context.view.person_search.clear();
}

void NetworkBar::draw_list(PanelContext& context) {
  list_ = {};
  if (context.view.person_search.empty() || field_.width() <= 0) return;
  const Theme& theme = context.theme;
  const float width = std::min(theme.px(list_width), ImGui::GetIO().DisplaySize.x);
  const float left = std::max(0.0F, std::min(field_.low.x, ImGui::GetIO().DisplaySize.x - width));
  const float line = ImGui::GetTextLineHeightWithSpacing();
  const float height =
      line * static_cast<float>(std::max<std::size_t>(1, hits_.size())) + 2 * ImGui::GetStyle().WindowPadding.y;
  list_ = {{left, field_.high.y + theme.px(2)}, {left + width, field_.high.y + theme.px(2) + height}};
  ImGui::SetNextWindowPos({list_.low.x, list_.low.y});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, theme.canvas);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, theme.px(1));
  constexpr auto flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                         ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav;
  std::optional<Found> pressed;
  if (ImGui::Begin("##found", nullptr, flags)) {
    if (hits_.empty()) context.controls.faint("Nobody has these words.");
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      const std::string number = std::to_string(i);
      const ImVec2 at = ImGui::GetCursorScreenPos();
      if (ImGui::Selectable(("##" + number).c_str(), false)) pressed = hits_[i];
      context.controls.name_item("find/" + number);
      const float room = width - 2 * ImGui::GetStyle().WindowPadding.x;
      const std::string name = fit_text(hits_[i].name, room * 0.5F);
      TextPen& pen = context.controls.pen();
      pen.write(ImGui::GetWindowDrawList(), at, theme.text, name);
      const float after = text_size(name).x + theme.px(10);
      pen.write(ImGui::GetWindowDrawList(), {at.x + after, at.y}, theme.faint_text,
                fit_text(hits_[i].about, room - after));
    }
  }
  ImGui::End();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  if (pressed) choose(context, *pressed);
}

}  // namespace trust::viz
