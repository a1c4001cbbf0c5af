#include "viz/panels/network_panel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "viz/panels/network_marks.hpp"
#include "viz/scene/hit.hpp"

namespace trust::viz {
namespace {

constexpr float wheel_step = 1.15F;
constexpr std::size_t most_person_ties = 400;  // of one person, so that a hub does not fill the picture

std::vector<std::string> colouring_labels() {
  std::vector<std::string> labels;
  for (const ColouringRow& row : colourings()) labels.push_back("Colour: " + std::string(row.label));
  return labels;
}

// 1 for everybody who shares a tie with `seat`.
std::vector<std::uint8_t> acquaintances(const Snapshot& snapshot, Seat seat) {
  std::vector<std::uint8_t> near(snapshot.look().organisation->people.size(), 0);
  for (const DrawnTie& tie : ties_of(*snapshot.look().ties, snapshot.look().tie_trust, seat)) {
    near[tie.source] = near[tie.target] = 1;
  }
  return near;
}

ImVec2 im(Point p) { return {p.x, p.y}; }

void draw_tie(const View& view, const Layout& layout, const DrawnTie& tie, float opacity, float width,
              ImDrawList* draw) {
  const ImU32 colour = to_imgui(colour_of(Colouring::trusted, trust_of(tie.trust)), opacity);
  draw->AddLine(im(view.to_screen(layout.people[tie.source].centre)),
                im(view.to_screen(layout.people[tie.target].centre)), colour, width);
}

}  // namespace

void NetworkPanel::draw(PanelContext& context) {
  if (!context.snapshot.ready()) {
    context.controls.faint(context.snapshot.phase == Snapshot::Phase::loading ? "Loading..." : "Nothing to show");
    return;
  }
  take_over(context);
  draw_controls(context);
  draw_canvas(context);
}

// Derives what a new scenario or a new day changes.
void NetworkPanel::take_over(PanelContext& context) {
  const Snapshot& now = context.snapshot;
  const bool is_another_run = run_ != now.run;
  if (is_another_run || organisation_ != now.look().organisation) {  // a reorganisation makes another one within a run
    organisation_ = now.look().organisation;
    layout_ = circles_layout(*now.look().organisation);
  }
  if (is_another_run) {
    run_ = now.run;
    context.view.zoom = {};
    context.view.hovered = no_seat;
    const std::size_t wanted =
        std::min<std::size_t>(most_ties_drawn / 2, now.look().organisation->people.size() * 3 / 2);
    context.view.tie_threshold = threshold_for(now.look().tie_trust, wanted);
  }
  if (ties_of_run_ == run_ && ties_of_day_ == now.day && ties_threshold_ == context.view.tie_threshold) return;
  ties_ = strongest_ties(*now.look().ties, now.look().tie_trust, context.view.tie_threshold);
  ties_of_run_ = run_;
  ties_of_day_ = now.day;
  ties_threshold_ = context.view.tie_threshold;
}

void NetworkPanel::draw_controls(PanelContext& context) {
  Controls& controls = context.controls;
  const Theme& theme = context.theme;
  static const std::vector<std::string> labels = colouring_labels();
  int chosen = static_cast<int>(context.view.colouring);
  if (controls.combo("colour", theme.px(200), labels, chosen)) context.view.colouring = static_cast<Colouring>(chosen);
  controls.tip_on_hover(colouring_row(context.view.colouring).sentence);
  ImGui::SameLine(0, theme.px(16));
  controls.text("Ties from");
  ImGui::SameLine();
  controls.slider("threshold", theme.px(120), context.view.tie_threshold, 0, 1);
  controls.tip_on_hover("Only ties of at least this trust are drawn.");
  ImGui::SameLine();
  std::string text = format_number(static_cast<double>(context.view.tie_threshold), 2) + ": ";
  if (ties_.above > ties_.drawn.size()) {
    text += "the " + format_number(static_cast<double>(ties_.drawn.size()), 0) + " strongest of " +
            format_number(static_cast<double>(ties_.above), 0);
  } else {
    text += format_number(static_cast<double>(ties_.above), 0) + (ties_.above == 1 ? " tie" : " ties");
  }
  controls.faint(text, ImGui::GetContentRegionAvail().x);
}

void NetworkPanel::draw_canvas(PanelContext& context) {
  const Theme& theme = context.theme;
  const ImVec2 size = ImGui::GetContentRegionAvail();
  if (size.x < theme.px(40) || size.y < theme.px(40)) return;
  ImGui::InvisibleButton("##network", size);
  context.controls.name_item("network");
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  const Box canvas{{low.x, low.y}, {high.x, high.y}};
  move_view(context, canvas);
  point_at(context);

  ImDrawList* draw = ImGui::GetWindowDrawList();
  const Snapshot& now = context.snapshot;
  const Seat selected = seat_of(*now.look().organisation, context.view.selected_person);
  const Seat focus = context.view.hovered != no_seat ? context.view.hovered : selected;
  const auto values = colour_values(context.view.colouring, now);
  const auto near = focus == no_seat ? std::vector<std::uint8_t>{} : acquaintances(now, focus);
  const Marks marks{*now.look().organisation, layout_, last_view_, canvas, context.view.colouring, values, focus, near};
  draw->AddRectFilled(low, high, theme.canvas);
  draw->PushClipRect(low, high, true);
  draw_discs(marks, theme, draw);
  focus == no_seat ? draw_ties(context, draw) : draw_person_ties(context, draw, focus);
  draw_people(marks, theme, draw);
  draw_names(marks, theme, draw, context.controls.pen());
  draw_legend(marks, theme, draw, context.controls.pen());
  draw->PopClipRect();
  draw->AddRect(low, high, theme.frame, 0, 0, theme.px(1));
  if (context.view.hovered != no_seat) tell_about(context, context.view.hovered);
}

// The wheel zooms at the pointer, dragging moves, a double click shows everything.
void NetworkPanel::move_view(PanelContext& context, const Box& canvas) {
  const ImGuiIO& io = ImGui::GetIO();
  Zoom& zoom = context.view.zoom;
  Box fitted = canvas;
  fitted.high.y -= context.theme.px(34);  // the legend's
  if (ImGui::IsItemHovered()) {
    if (io.MouseWheel != 0) {
      zoom = zoom_at(zoom, fitted, {io.MousePos.x, io.MousePos.y}, std::pow(wheel_step, io.MouseWheel));
    }
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) zoom = {};
  }
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left) && zoom.factor > 1) {
    zoom.shift = zoom.shift + Point{io.MouseDelta.x, io.MouseDelta.y};
  }
  last_view_ = look_at(layout_.bounds, fitted, context.theme.px(12), zoom);
}

// Hovering points at somebody; a click keeps pointing, a click beside everybody lets go.
void NetworkPanel::point_at(PanelContext& context) {
  ViewState& view = context.view;
  view.hovered = std::exchange(view.pointed, no_seat);
  if (!ImGui::IsItemHovered()) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float slack = context.theme.px(3) / last_view_.pixels;
  view.hovered = person_at(layout_, last_view_.to_layout({mouse.x, mouse.y}), slack);
  const bool dragged =
      ImGui::GetMouseDragDelta(ImGuiMouseButton_Left).x != 0 || ImGui::GetMouseDragDelta(ImGuiMouseButton_Left).y != 0;
  if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left) || dragged) return;
  view.selected_person = view.hovered == no_seat ? "" : context.snapshot.look().organisation->people[view.hovered].id;
}

void NetworkPanel::draw_ties(PanelContext& context, ImDrawList* draw) const {
  const float crowding = std::clamp(600.0F / static_cast<float>(ties_.drawn.size() + 1), 0.25F, 1.0F);
  for (const DrawnTie& tie : ties_.drawn) {
    draw_tie(last_view_, layout_, tie, 0.15F + 0.4F * crowding, context.theme.px(1), draw);
  }
}

void NetworkPanel::draw_person_ties(PanelContext& context, ImDrawList* draw, Seat seat) const {
  auto ties = ties_of(*context.snapshot.look().ties, context.snapshot.look().tie_trust, seat);
  if (ties.size() > most_person_ties) {
    std::stable_sort(ties.begin(), ties.end(), [](const auto& a, const auto& b) { return a.trust > b.trust; });
    ties.resize(most_person_ties);
  }
  for (const DrawnTie& tie : ties) draw_tie(last_view_, layout_, tie, 0.75F, context.theme.px(1.4F), draw);
}

void NetworkPanel::tell_about(PanelContext& context, Seat seat) const {
  const Organisation& organisation = *context.snapshot.look().organisation;
  const Person& person = organisation.people[seat];
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(person.id.c_str());
  ImGui::PushStyleColor(ImGuiCol_Text, context.theme.faint_text);
  ImGui::TextUnformatted(
      (spoken(organisation.roles[person.role].name) + ", " + organisation.teams[person.team].name).c_str());
  ImGui::PopStyleColor();
  for (const ColouringRow& row : colourings()) {
    if (row.id == Colouring::team) continue;
    const auto value = static_cast<double>(context.snapshot.look().of(row.value)[seat]);
    ImGui::TextUnformatted(row.label.data(), row.label.data() + row.label.size());
    ImGui::SameLine(context.theme.px(150));
    ImGui::TextUnformatted(format_number(value, 2).c_str());
  }
  ImGui::EndTooltip();
}

}  // namespace trust::viz
