#include "viz/panels/network_picture.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/network_marks.hpp"
#include "viz/plot/ticks.hpp"

namespace trust::viz {
namespace {

constexpr float left_out = 0.16F;    // opacity of what a filter leaves out
constexpr float folded_branch = 26;  // pixels: a smaller branch of a large chart is one box
constexpr float least_in_chart = 2.2F;

std::string number(std::size_t count) { return format_number(static_cast<double>(count), 0); }

}  // namespace

bool NetworkPicture::Key::same(const Key& o) const {
  return edition == o.edition && pixels == o.pixels && origin == o.origin && low == o.low && high == o.high &&
         dark == o.dark && scale == o.scale && font == o.font && white.x == o.white.x && white.y == o.white.y;
}

void NetworkPicture::update(const NetworkContents& contents, const View& view, const Box& canvas, const Theme& theme) {
  const ImTextureID font = ImGui::GetIO().Fonts->TexID;
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const Key key{contents.edition(), view.pixels, view.origin, canvas.low, canvas.high,
                theme.dark,         theme.scale, font,        white};
  if (marks_ && key.same(key_)) return;
  key_ = key;
  canvas_ = canvas;
  ++drawn_;
  if (!marks_) marks_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
  marks_->_ResetForNewFrame();
  marks_->Flags = ImGui::GetWindowDrawList()->Flags;
  marks_->PushTextureID(font);
  marks_->PushClipRect(im(canvas.low), im(canvas.high));
  draw_all(contents, view, theme);
  kept_ = cache_ ? cache_->keep(*marks_, im(canvas.low), im(canvas.high)) : nullptr;
}

void NetworkPicture::show(ImDrawList* draw) {
  if (!marks_) return;
  if (kept_) return draw->AddImage(kept_, im(canvas_.low), im(canvas_.high), {0, 1}, {1, 0});
  append(*marks_, draw);
}

void NetworkPicture::draw_all(const NetworkContents& contents, const View& view, const Theme& theme) {
  marks_->AddRectFilled(im(canvas_.low), im(canvas_.high), theme.canvas);
  people_.clear();
  detail_ = detail_for(contents.layout(), view, canvas_);
  if (detail_ == Detail::people) {
    contents.layout().grid.find({view.to_layout(canvas_.low), view.to_layout(canvas_.high)}, people_);
  }
  contents.layout().shape == NetworkShape::circles ? draw_circles(contents, view, theme)
                                                   : draw_chart(contents, view, theme);
}

void NetworkPicture::draw_circles(const NetworkContents& contents, const View& view, const Theme& theme) {
  const Layout& layout = contents.layout();
  const bool far = detail_ == Detail::functions;
  const auto segments = [](float radius) { return std::clamp(static_cast<int>(radius), 24, 96); };
  for (std::size_t i = 0; i < layout.functions.size(); ++i) {
    if (layout.functions[i].radius == 0) continue;
    const Circle circle = view.to_screen(layout.functions[i]);
    marks_->AddCircleFilled(im(circle.centre), circle.radius, theme.function_disc, segments(circle.radius));
    marks_->AddCircle(im(circle.centre), circle.radius, theme.frame, segments(circle.radius), theme.px(1));
  }
  if (detail_ == Detail::people) {
    for (const Circle& team : layout.teams) {
      const Circle circle = view.to_screen(team);
      if (team.radius > 0 && in_sight(circle, canvas_)) draw_disc(circle, theme.team_disc, 0, 0, marks_.get());
    }
    draw_ties(contents, view, theme);
    for (const Seat seat : people_) draw_person(contents, view, theme, seat);
    return;
  }
  draw_bundles(contents, view, theme, !far);
  const auto& groups = far ? layout.functions : layout.teams;
  const auto& ranges = far ? layout.function_range : layout.team_range;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Circle circle = view.to_screen(groups[i]);
    if (far) circle.radius *= function_core;
    if (groups[i].radius == 0 || !in_sight(circle, canvas_)) continue;
    const bool grey = is_grouped(contents.colouring()) && (far || contents.colouring() == Colouring::role);
    ImU32 colour = grey ? theme.team_disc : contents.colour_of_value(contents.mean(ranges[i]));
    const std::uint32_t first = ranges[i].begin;
    if (first < ranges[i].end && !contents.in_filter(layout.order[first])) colour = with_opacity(colour, left_out);
    draw_disc(circle, colour, theme.node_edge, theme.px(1), marks_.get());
  }
}

void NetworkPicture::draw_person(const NetworkContents& contents, const View& view, const Theme& theme, Seat seat) {
  Circle circle = view.to_screen(contents.layout().people[seat]);
  if (!in_sight(circle, canvas_)) return;
  if (contents.layout().shape == NetworkShape::org_chart) circle.radius = std::max(circle.radius, 1.6F);
  const bool stands_out = contents.in_filter(seat);
  if (!contents.present(seat)) return draw_empty_seat(circle, theme, stands_out ? 1 : left_out, marks_.get());
  const ImU32 colour = contents.colour(seat);
  draw_disc(circle, stands_out ? colour : with_opacity(colour, left_out), stands_out ? theme.node_edge : 0, theme.px(1),
            marks_.get());
}

// From the top down; branches that are too small to be told apart are one box of their mean colour.
void NetworkPicture::draw_chart(const NetworkContents& contents, const View& view, const Theme& theme) {
  const Layout& layout = contents.layout();
  const bool may_fold = layout.people.size() > few_people && view.pixels * person_radius < least_in_chart;
  std::vector<Seat> singly;
  struct Folded {
    Box box;
    float mean;
    bool stands_out;
  };
  std::vector<Folded> folded;
  const auto size = static_cast<std::uint32_t>(layout.order.size());
  const ImU32 line_colour = theme.dark ? IM_COL32(92, 98, 107, 255) : IM_COL32(176, 182, 190, 255);
  for (std::uint32_t place = 0; place < size;) {
    const Branch& branch = layout.branches[place];
    const Box box{view.to_screen(branch.box.low), view.to_screen(branch.box.high)};
    if (!in_sight(box, canvas_)) {
      place = branch.end;
      continue;
    }
    if (may_fold && branch.end > place + 1 && std::max(box.width(), box.height()) < folded_branch) {
      const SeatRange range{place, branch.end};
      folded.push_back({box, contents.mean(range), contents.in_filter(layout.order[place])});
      place = branch.end;
      continue;
    }
    for (std::uint32_t i = branch.lines.begin; i < branch.lines.end; ++i) {
      const Point from = view.to_screen(layout.lines[i].from);
      const Point to = view.to_screen(layout.lines[i].to);
      const float half = std::max(0.5F, std::floor(theme.px(1)) / 2);
      // Upright and level lines are rectangles: sharp, and few corners.
      marks_->AddRectFilled({std::min(from.x, to.x) - half, std::min(from.y, to.y) - half},
                            {std::max(from.x, to.x) + half, std::max(from.y, to.y) + half}, line_colour);
    }
    singly.push_back(layout.order[place]);
    ++place;
  }
  people_ = std::move(singly);
  draw_ties(contents, view, theme);
  for (const Folded& one : folded) {
    const bool grey = is_grouped(contents.colouring());
    const ImU32 colour = grey ? theme.team_disc : contents.colour_of_value(one.mean);
    const float gap = std::min(1.0F, one.box.width() / 6);
    marks_->AddRectFilled({one.box.low.x + gap, one.box.low.y + gap}, {one.box.high.x - gap, one.box.high.y - gap},
                          one.stands_out ? colour : with_opacity(colour, left_out));
  }
  for (const Seat seat : people_) draw_person(contents, view, theme, seat);
}

// In a large organisation only the ties of those in sight: the strongest of all would be somewhere else.
void NetworkPicture::draw_ties(const NetworkContents& contents, const View& view, const Theme& theme) {
  const Layout& layout = contents.layout();
  VisibleTies here;
  const bool large = layout.people.size() > few_people;
  const bool too_many = large && people_.size() > 2 * most_marks;
  if (large && !too_many) {
    here = ties_among(*contents.look().ties, contents.look().tie_trust, people_, contents.weakest(),
                      contents.threshold(), contents.filter());
  }
  const VisibleTies& ties = large ? here : contents.ties();
  const float crowding = std::clamp(600.0F / static_cast<float>(ties.drawn.size() + 1), 0.25F, 1.0F);
  for (auto tie = ties.drawn.rbegin(); tie != ties.drawn.rend(); ++tie) {
    const Point from = view.to_screen(layout.people[tie->source].centre);
    const Point to = view.to_screen(layout.people[tie->target].centre);
    const Box reach{{std::min(from.x, to.x), std::min(from.y, to.y)}, {std::max(from.x, to.x), std::max(from.y, to.y)}};
    if (!in_sight(reach, canvas_)) continue;
    draw_tie(from, to, trust_of(tie->trust), 0.15F + 0.4F * crowding, theme.px(1), marks_.get());
  }
  ties_text_ = too_many ? std::string("Closer up: ties")
                        : number(ties.drawn.size()) + " of " + number(ties.total) + (large ? " ties here" : " ties");
}

void NetworkPicture::draw_bundles(const NetworkContents& contents, const View& view, const Theme& theme, bool by_team) {
  const Layout& layout = contents.layout();
  const Bundles& bundles = contents.bundles(by_team);
  const auto& groups = by_team ? layout.teams : layout.functions;
  const float largest = bundles.drawn.empty() ? 1 : static_cast<float>(bundles.drawn[0].count);
  const float crowding = std::clamp(200.0F / static_cast<float>(bundles.drawn.size() + 1), 0.3F, 1.0F);
  for (auto bundle = bundles.drawn.rbegin(); bundle != bundles.drawn.rend(); ++bundle) {
    if (groups[bundle->from].radius == 0 || groups[bundle->to].radius == 0) continue;
    const float share = std::sqrt(static_cast<float>(bundle->count) / largest);
    const float width = by_team ? theme.px(0.8F + 2.2F * share) : theme.px(1.5F + 10 * share);
    const Segment line = beside(view.to_screen(groups[bundle->from].centre), view.to_screen(groups[bundle->to].centre),
                                width / 2 + theme.px(0.5F));
    const Box reach{{std::min(line.from.x, line.to.x), std::min(line.from.y, line.to.y)},
                    {std::max(line.from.x, line.to.x), std::max(line.from.y, line.to.y)}};
    if (!in_sight(reach, canvas_)) continue;
    draw_tie(line.from, line.to, bundle->mean, by_team ? 0.15F + 0.45F * crowding : 0.85F, width, marks_.get());
  }
  ties_text_ = number(bundles.drawn.size()) + " of " + number(bundles.total) + " links between " +
               (by_team ? "teams" : "functions");
}

}  // namespace trust::viz
