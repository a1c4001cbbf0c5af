#include "viz/panels/network_focus.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/network_marks.hpp"

namespace trust::viz {
namespace {

constexpr std::size_t most_ties = 400;  // of one person, so that a hub does not fill the picture
constexpr std::size_t most_named_ties = 60;
constexpr float handle = 0.62F;       // where along a tie its arrow sits, and where it can be pressed
constexpr float veil = 0.78F;         // how much everybody else fades
constexpr float least_radius = 2.5F;  // pixels: the person in focus and acquaintances are found at any zoom

Point along(const Segment& line, float share) { return line.from + (line.to - line.from) * share; }

void draw_arrow(const Segment& line, float size, ImU32 colour, ImDrawList* draw) {
  const Point way = line.to - line.from;
  const float far = length(way);
  if (far < 4 * size) return;
  const Point ahead = way * (1 / far);
  const Point side{-ahead.y, ahead.x};
  const Point tip = along(line, handle) + ahead * size;
  draw->AddTriangleFilled(im(tip), im(tip - ahead * (2 * size) + side * size),
                          im(tip - ahead * (2 * size) - side * size), colour);
}

}  // namespace

void NetworkFocus::look_at(const NetworkContents& contents, Seat seat, const View& view, const Theme& theme) {
  seat_ = seat;
  ties_.clear();
  if (seat == no_seat) return;
  auto ties = ties_of(*contents.look().ties, contents.look().tie_trust, seat);
  if (ties.size() > most_ties) {
    std::stable_sort(ties.begin(), ties.end(), [](const auto& a, const auto& b) { return a.trust > b.trust; });
    ties.resize(most_ties);
  }
  const auto place = [&](Seat who) { return view.to_screen(contents.layout().people[who].centre); };
  for (const DrawnTie& tie : ties) {
    ties_.push_back({tie, beside(place(tie.source), place(tie.target), theme.px(2))});
  }
}

std::optional<DrawnTie> NetworkFocus::tie_at(Point point, float slack) const {
  std::optional<DrawnTie> best;
  float nearest = slack;
  for (const Tie& one : ties_) {
    const float far = distance(one.line, point);
    if (far > nearest) continue;
    nearest = far;
    best = one.tie;
  }
  return best;
}

void NetworkFocus::draw(const NetworkContents& contents, const View& view, const Box& canvas, const Theme& theme,
                        const std::optional<DrawnTie>& pointed_at, ImDrawList* draw) const {
  if (seat_ == no_seat) return;
  draw->AddRectFilled(im(canvas.low), im(canvas.high), with_opacity(theme.canvas, veil));
  for (const Tie& one : ties_) {
    const bool chosen = pointed_at && one.tie == *pointed_at;
    const float trust = trust_of(one.tie.trust);
    draw_tie(one.line.from, one.line.to, trust, chosen ? 1.0F : 0.8F, theme.px(chosen ? 3.0F : 1.4F), draw);
    draw_arrow(one.line, theme.px(chosen ? 5 : 3.2F), to_imgui(colour_of(Colouring::trusted, trust)), draw);
  }
  const auto person = [&](Seat seat, bool focus) {
    Circle circle = view.to_screen(contents.layout().people[seat]);
    circle.radius = std::max(circle.radius, theme.px(focus ? 1.6F * least_radius : least_radius));
    if (!in_sight(circle, canvas)) return;
    if (!contents.present(seat)) return draw_empty_seat(circle, theme, 1, draw);
    draw_disc(circle, contents.colour(seat), theme.node_edge, theme.px(1), draw);
    if (focus) draw->AddCircle(im(circle.centre), circle.radius + theme.px(1), theme.text, 0, theme.px(2.5F));
  };
  for (const Tie& one : ties_) person(one.tie.source == seat_ ? one.tie.target : one.tie.source, false);
  person(seat_, true);
}

void NetworkFocus::name_ties(const Organisation& organisation, const Box& canvas, Controls& controls) const {
  const Point half{2, 2};
  for (std::size_t i = 0; i < std::min(ties_.size(), most_named_ties); ++i) {
    const Point at = along(ties_[i].line, handle);
    if (!canvas.contains(at)) continue;
    controls.name_box(
        "tie/" + organisation.people[ties_[i].tie.source].id + "/" + organisation.people[ties_[i].tie.target].id,
        im(at - half), im(at + half));
  }
}

namespace {

void faint_line(const PanelContext& context, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, context.theme.faint_text);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
}

void value_line(const PanelContext& context, std::string_view label, const std::string& value) {
  ImGui::TextUnformatted(label.data(), label.data() + label.size());
  ImGui::SameLine(context.theme.px(150));
  ImGui::TextUnformatted(value.c_str());
}

std::string signed_number(float value) { return (value > 0 ? "+" : "") + format_number(static_cast<double>(value), 3); }

}  // namespace

void tell_about_person(PanelContext& context, const NetworkContents& contents, Seat seat) {
  const Organisation& organisation = contents.organisation();
  const Person& person = organisation.people[seat];
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(person.id.c_str());
  faint_line(context, spoken(organisation.roles[person.role].name) + ", " + organisation.teams[person.team].name);
  if (!contents.present(seat)) {
    ImGui::TextUnformatted("Nobody sits here.");
  } else {
    for (const ColouringRow& row : colourings()) {
      if (row.value == PersonValue::count) continue;
      value_line(context, row.label, format_number(static_cast<double>(contents.look().of(row.value)[seat]), 2));
    }
    if (contents.colouring() == Colouring::difference) {
      value_line(context, "Against the baseline", signed_number(contents.value(seat)));
    }
  }
  faint_line(context, "Click: follow this person. Ctrl+click: mark");
  ImGui::EndTooltip();
}

void tell_about_tie(PanelContext& context, const Organisation& organisation, const DrawnTie& tie) {
  ImGui::BeginTooltip();
  const std::string value = format_number(static_cast<double>(trust_of(tie.trust)), 2);
  ImGui::TextUnformatted(
      (organisation.people[tie.source].id + " trusts " + organisation.people[tie.target].id + ": " + value).c_str());
  faint_line(context, "Click: why it moved on this day");
  ImGui::EndTooltip();
}

void tell_about_group(PanelContext& context, const NetworkContents& contents, const std::string& name,
                      const SeatRange& range) {
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(name.c_str());
  faint_line(context, format_number(contents.there(range), 0) + " people");
  if (!is_grouped(contents.colouring())) {
    const float mean = contents.mean(range);
    value_line(context, colouring_row(contents.colouring()).label,
               contents.colouring() == Colouring::difference ? signed_number(mean)
                                                             : format_number(static_cast<double>(mean), 2));
  }
  faint_line(context, "Click: closer up");
  ImGui::EndTooltip();
}

}  // namespace trust::viz
