#include "viz/panels/network_panel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "viz/panels/network_labels.hpp"
#include "viz/panels/network_legend.hpp"
#include "viz/panels/network_marks.hpp"
#include "viz/scene/hit.hpp"

namespace trust::viz {
namespace {

constexpr float most_covered = 0.65F;  // of the picture's height
constexpr float wheel_step = 1.15F;
// Pixels at scale 1.
constexpr float legend_room = 36;
constexpr float found_radius = 12;  // of a person that is flown to
constexpr float tie_slack = 4;

std::string group_name(const Organisation& organisation, const TieFilter& filter, std::uint32_t group) {
  if (!filter.by_team) return group < organisation.functions.size() ? spoken(organisation.functions[group]) : "";
  return group < organisation.teams.size() ? organisation.teams[group].name : "";
}

std::string filter_text(const Organisation& organisation, const TieFilter& filter) {
  const std::string from = filter.from ? group_name(organisation, filter, *filter.from) : "Everybody";
  const std::string to = filter.to ? group_name(organisation, filter, *filter.to) : "everybody";
  return from + " -> " + to;
}

std::string marked_text(const std::vector<std::string>& ids) {
  std::string text = std::to_string(ids.size()) + " marked: ";
  for (const std::string& id : ids) text += (&id == &ids.front() ? "" : ", ") + id;
  return text;
}

void mark(ViewState& view, const std::string& id) {
  if (std::erase(view.marked, id) == 0) view.marked.push_back(id);
}

}  // namespace

void NetworkPanel::draw(PanelContext& context) {
  if (!context.snapshot.ready()) {
    context.controls.faint(context.snapshot.phase == Snapshot::Phase::loading ? "Loading..." : "Nothing to show");
    return;
  }
  contents_.update(context);
  bar_.draw(context, contents_, picture_.ties_text());
  draw_canvas(context);
  bar_.draw_list(context);
  take_found(context);
}

void NetworkPanel::draw_canvas(PanelContext& context) {
  const Theme& theme = context.theme;
  const ImVec2 size = ImGui::GetContentRegionAvail();
  if (size.x < theme.px(40) || size.y < theme.px(40)) return;
  ImGui::InvisibleButton("##network", size);
  ImGui::SetItemAllowOverlap();
  context.controls.name_item("network");
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  canvas_ = {{std::floor(low.x), std::floor(low.y)}, {std::floor(high.x), std::floor(high.y)}};
  fitted_ = canvas_;
  fitted_.high.y -= std::clamp(context.view.network_covered, theme.px(legend_room), canvas_.height() * most_covered);
  const bool hovered = ImGui::IsItemHovered();
  pointed_ = hovered && !bar_.list().contains({ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y});
  move_view(context);
  point_at(context);

  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->PushClipRect(im(canvas_.low), im(canvas_.high), true);
  picture_.update(contents_, view_, canvas_, theme);
  picture_.show(draw);
  focus_.draw(contents_, view_, canvas_, theme, pointed_tie_, draw);
  focus_.name_ties(contents_.organisation(), canvas_, context.controls);
  draw_marked(context, draw);
  const Box legend = draw_legend(contents_, context, canvas_, draw);
  draw_names(context, legend, draw);
  draw->AddRect(im(canvas_.low), im(canvas_.high), theme.frame, 0, 0, theme.px(1));
  draw->PopClipRect();
  draw_chips(context);
  tell(context);
}

// The wheel zooms at the pointer, dragging moves, a double click shows everything.
void NetworkPanel::move_view(PanelContext& context) {
  const ImGuiIO& io = ImGui::GetIO();
  Zoom& zoom = context.view.zoom;
  if (pointed_) {
    if (io.MouseWheel != 0) {
      zoom = zoom_at(zoom, fitted_, {io.MousePos.x, io.MousePos.y}, std::pow(wheel_step, io.MouseWheel));
    }
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) zoom = {};
  }
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left) && zoom.factor > 1) {
    zoom.shift = zoom.shift + Point{io.MouseDelta.x, io.MouseDelta.y};
  }
  fly(context);
  view_ = look_at(layout().bounds, fitted_, context.theme.px(12), zoom);
  const Point half{layout().bounds.width() / 2 * view_.pixels, layout().bounds.height() / 2 * view_.pixels};
  const Point kept{std::clamp(zoom.shift.x, -half.x, half.x), std::clamp(zoom.shift.y, -half.y, half.y)};
  if (kept == zoom.shift) return;
  zoom.shift = kept;  // the picture cannot be lost
  view_ = look_at(layout().bounds, fitted_, context.theme.px(12), zoom);
}

void NetworkPanel::fly(PanelContext& context) {
  if (!context.view.fly_to) return;
  const Seat seat = *context.view.fly_to;
  context.view.fly_to.reset();
  if (seat >= layout().people.size()) return;
  go_to(context, layout().people[seat].centre, context.theme.px(found_radius) / person_radius);
}

// Puts that place into the middle, at least so near.
void NetworkPanel::go_to(PanelContext& context, Point place, float pixels) {
  const View all = look_at(layout().bounds, fitted_, context.theme.px(12), {});
  Zoom& zoom = context.view.zoom;
  zoom.factor = std::clamp(std::max(zoom.factor, pixels / all.pixels), 1.0F, nearest_zoom);
  const Point middle = (layout().bounds.low + layout().bounds.high) * 0.5F;
  zoom.shift = zoom.factor > 1 ? (middle - place) * (all.pixels * zoom.factor) : Point{};
}

void NetworkPanel::take_found(PanelContext& context) {
  const auto found = bar_.take_chosen();
  if (!found) return;
  found_team_.reset();
  if (found->seat != no_seat) {
    context.view.selected_person = contents_.organisation().people[found->seat].id;
    context.view.fly_to = found->seat;
    return;
  }
  context.view.selected_person.clear();
  const auto& members = layout().members[found->team];
  const Circle& team = layout().teams[found->team];
  if (team.radius > 0) {
    found_team_ = found->team;
    go_to(context, team.centre, std::min(canvas_.width(), canvas_.height()) / 4 / team.radius);
  } else if (!members.empty()) {
    context.view.fly_to = members[0];
    context.view.selected_person = contents_.organisation().people[members[0]].id;
  }
}

// Pointing shows somebody; a click keeps them, a click beside everybody lets go, and so does Escape.
void NetworkPanel::point_at(PanelContext& context) {
  ViewState& view = context.view;
  const Organisation& organisation = contents_.organisation();
  const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
  if (escape && !ImGui::GetIO().WantTextInput && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) {
    view.selected_person.clear();
    found_team_.reset();
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const Point place = view_.to_layout({mouse.x, mouse.y});
  const Detail detail = detail_for(layout(), view_, canvas_);
  view.hovered = std::exchange(view.pointed, no_seat);
  pointed_group_.reset();
  pointed_tie_.reset();
  if (pointed_ && detail == Detail::people) {
    view.hovered = person_at(layout(), place, context.theme.px(3) / view_.pixels);
  } else if (pointed_ && detail == Detail::teams) {
    pointed_group_ = team_at(layout(), place);
  } else if (pointed_) {
    for (std::uint32_t i = 0; i < layout().functions.size(); ++i) {
      if (contains(layout().functions[i], place)) pointed_group_ = i;
    }
  }
  const Seat selected = seat_of(organisation, view.selected_person);
  focus_.look_at(contents_, view.hovered != no_seat ? view.hovered : selected, view_, context.theme);
  if (pointed_ && view.hovered == no_seat) {
    pointed_tie_ = focus_.tie_at({mouse.x, mouse.y}, context.theme.px(tie_slack));
    if (pointed_tie_) pointed_group_.reset();
  }
  press(context);
}

void NetworkPanel::press(PanelContext& context) {
  const ImVec2 dragged = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left);
  if (!pointed_ || !ImGui::IsItemDeactivated() || dragged.x != 0 || dragged.y != 0) return;
  ViewState& view = context.view;
  const Organisation& organisation = contents_.organisation();
  found_team_.reset();
  if (pointed_tie_) {
    ask_why(view, {organisation.people[pointed_tie_->source].id, organisation.people[pointed_tie_->target].id,
                   context.snapshot.day, context.shown_arm()});
  } else if (pointed_group_) {
    const bool far = detail_for(layout(), view_, canvas_) == Detail::functions;
    const Circle& group = far ? layout().functions[*pointed_group_] : layout().teams[*pointed_group_];
    go_to(context, group.centre, std::min(canvas_.width(), canvas_.height()) / (far ? 2.0F : 3.0F) / group.radius);
  } else if (view.hovered != no_seat && ImGui::GetIO().KeyCtrl) {
    mark(view, organisation.people[view.hovered].id);
  } else {
    view.selected_person = view.hovered == no_seat ? "" : organisation.people[view.hovered].id;
  }
}

void NetworkPanel::draw_chips(PanelContext& context) {
  chips_ = {};
  ViewState& view = context.view;
  const ImVec2 before = ImGui::GetCursorScreenPos();
  const float gap = context.theme.px(8);
  Point at{canvas_.low.x + gap, canvas_.low.y + gap};
  const auto chip = [&](const std::string& name, const std::string& text, const std::string& tip) {
    ImGui::SetCursorScreenPos(im(at));
    const std::string fitted = fit_text(text, canvas_.high.x - at.x - 4 * gap) + "   x";
    const bool pressed = context.controls.button(name, Icon::none, fitted, tip);
    if (const auto place = context.controls.find(name)) {
      chips_.high = {std::max(chips_.high.x, place->high.x), place->high.y};
      at.y = place->high.y + context.theme.px(4);
    }
    return pressed;
  };
  chips_.low = chips_.high = at;
  if (!view.filter.empty() && chip("filter/clear", filter_text(contents_.organisation(), view.filter),
                                   "Only these ties are shown. Press to show all.")) {
    view.filter = {};
  }
  if (!view.marked.empty() && chip("marked/clear", marked_text(view.marked),
                                   "Marked: an intervention can be about them (Add an intervention, Key people leave). "
                                   "Ctrl+click marks or lets go. Press to let all go.")) {
    view.marked.clear();
  }
  ImGui::SetCursorScreenPos(before);
}

// Rings, so large that those who are marked are found from afar.
void NetworkPanel::draw_marked(PanelContext& context, ImDrawList* draw) {
  if (marked_ != context.view.marked || marked_in_ != contents_.look().organisation) {
    marked_in_ = contents_.look().organisation;
    std::erase_if(context.view.marked, [&](const std::string& id) { return seat_of(*marked_in_, id) == no_seat; });
    marked_ = context.view.marked;
    marked_seats_.clear();
    for (const std::string& id : marked_) marked_seats_.push_back(seat_of(*marked_in_, id));
  }
  for (const Seat seat : marked_seats_) {
    const Circle place = view_.to_screen(layout().people[seat]);
    const float radius = std::max(place.radius + context.theme.px(3), context.theme.px(6));
    draw->AddCircle(im(place.centre), radius, context.theme.text, 0, context.theme.px(2.5F));
  }
}

void NetworkPanel::draw_names(PanelContext& context, const Box& legend, ImDrawList* draw) {
  if (found_team_ && *found_team_ < layout().teams.size()) {
    const Circle circle = view_.to_screen(layout().teams[*found_team_]);
    draw->AddCircle(im(circle.centre), circle.radius + context.theme.px(2), context.theme.text, 0,
                    context.theme.px(2.5F));
  }
  LabelPlacer placer(canvas_, ImGui::GetFontSize());
  placer.block(legend);
  placer.block(bar_.list());
  if (chips_.width() > 0) placer.block(chips_);
  draw_labels({contents_, view_, canvas_, picture_.detail(), picture_.people(), focus_.seat()}, context, placer, draw);
}

void NetworkPanel::tell(PanelContext& context) {
  if (context.view.hovered != no_seat) return tell_about_person(context, contents_, context.view.hovered);
  if (pointed_tie_) return tell_about_tie(context, contents_.organisation(), *pointed_tie_);
  if (!pointed_group_) return;
  const Organisation& organisation = contents_.organisation();
  if (picture_.detail() == Detail::teams) {
    tell_about_group(context, contents_, organisation.teams[*pointed_group_].name,
                     layout().team_range[*pointed_group_]);
  } else if (picture_.detail() == Detail::functions) {
    tell_about_group(context, contents_, spoken(organisation.functions[*pointed_group_]),
                     layout().function_range[*pointed_group_]);
  }
}

}  // namespace trust::viz
