#include "viz/panels/layout.hpp"

#include <algorithm>
#include <cmath>

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float bar_height = 46;
constexpr float message_line = 21;
constexpr float message_frame = 13;
constexpr float splitter = 9;
constexpr float levers_at_first = 276;
constexpr float least_levers = 200;
constexpr float most_levers = 480;
constexpr float side_at_first = 330;
constexpr float least_side = 280;
constexpr float most_side = 620;
constexpr float least_middle_width = 330;
constexpr float least_network_height = 150;
constexpr float least_plots_height = 150;
constexpr float plots_share = 0.4F;  // of the window's height, at first
constexpr float most_plots_at_first = 420;
constexpr float narrow_below = 1280;
constexpr float least_width = 200;
constexpr float least_height = 110;

// Cuts pieces off the room that is left.
class Cutter {
 public:
  Cutter(Point size, float scale) : scale_(scale), rest_{{0, 0}, size} {}

  float px(float length) const { return std::round(length * scale_); }
  float width() const { return rest_.width() / scale_; }
  float height() const { return rest_.height() / scale_; }
  const Box& rest() const { return rest_; }

  Box top(float length) {
    Box piece = rest_;
    piece.high.y = rest_.low.y = std::min(rest_.high.y, rest_.low.y + px(length));
    return piece;
  }
  Box left(float length) {
    Box piece = rest_;
    piece.high.x = rest_.low.x = std::min(rest_.high.x, rest_.low.x + px(length));
    return piece;
  }
  Box right(float length) {
    Box piece = rest_;
    piece.low.x = rest_.high.x = std::max(rest_.low.x, rest_.high.x - px(length));
    return piece;
  }
  Box bottom(float length) {
    Box piece = rest_;
    piece.low.y = rest_.high.y = std::max(rest_.low.y, rest_.high.y - px(length));
    return piece;
  }

 private:
  float scale_;
  Box rest_;
};

float kept(std::optional<float> wanted, float at_first, float least, float most) {
  return std::clamp(wanted.value_or(at_first), least, std::max(least, most));
}

void place_levers(Cutter& cutter, const Arrangement& how, float handle, Places& places) {
  const float most = std::min(most_levers, cutter.width() - least_middle_width - handle - splitter);
  if (most < least_levers) return;
  if (!how.levers_folded) places.levers = cutter.left(kept(how.levers_width, levers_at_first, least_levers, most));
  places.levers_splitter = cutter.left(splitter);
}

// A column of its own, or a drawer over what is there.
void place_side(Cutter& cutter, const Arrangement& how, bool narrow, Places& places) {
  const float most = std::min(most_side, cutter.width() - (narrow ? splitter : least_middle_width + 2 * splitter));
  if (most < least_side) return;
  const float width = kept(how.side_width, side_at_first, least_side, most);
  places.drawer = narrow && how.drawer;
  if (places.drawer) {
    Cutter over = cutter;
    places.side = over.right(width);
    places.side_splitter = over.right(splitter);
    cutter.right(splitter);  // the handle's place when it is shut: opening moves nothing
    return;
  }
  if (!narrow && !how.side_folded) places.side = cutter.right(width);
  places.side_splitter = cutter.right(splitter);
}

void place_middle(Cutter& cutter, const Arrangement& how, Places& places) {
  const float most = cutter.height() - least_network_height - splitter;
  if (most >= least_plots_height) {
    const float at_first = std::min(most_plots_at_first, cutter.height() * 1.1F * plots_share);
    places.plots = cutter.bottom(kept(how.plots_height, at_first, least_plots_height, most));
    places.plots_splitter = cutter.bottom(splitter);
  }
  places.network = cutter.rest();
}

}  // namespace

Arrangement arrangement_of(const ViewState& view, int message_lines) {
  return {message_lines,     view.levers_folded, view.side_folded, view.drawer,
          view.levers_width, view.side_width,    view.plots_height};
}

bool is_narrow(Point size, float scale) { return size.x < narrow_below * scale; }

Places place_panels(Point size, float scale, const Arrangement& how) {
  Places places;
  places.too_small = size.x < least_width * scale || size.y < least_height * scale;
  if (places.too_small) return places;
  const bool narrow = is_narrow(size, scale);
  Cutter cutter(size, scale);
  places.run_bar = cutter.top(bar_height);
  if (how.message_lines > 0) {
    places.message = cutter.top(message_frame + message_line * static_cast<float>(how.message_lines));
  }
  cutter.top(1);
  if (!narrow) place_side(cutter, how, false, places);
  place_levers(cutter, how, narrow ? splitter : 0, places);
  if (narrow) place_side(cutter, how, true, places);
  place_middle(cutter, how, places);
  return places;
}

}  // namespace trust::viz
