// The organisation as circles or as a chart: people coloured by one value, and the ties that are strong enough.
// Pointing at somebody shows that person's ties and values.
#pragma once

#include <cstdint>
#include <memory>

#include "viz/panels/network_bar.hpp"
#include "viz/panels/network_contents.hpp"
#include "viz/panels/network_focus.hpp"
#include "viz/panels/network_picture.hpp"

namespace trust::viz {

class NetworkPanel {
 public:
  void draw(PanelContext& context);

  /// Where pictures are kept; null, as at first: nowhere. `cache` must outlive the panel.
  void use(PictureCache* cache) { picture_.use(cache); }

  const NetworkContents& contents() const { return contents_; }
  const NetworkPicture& picture() const { return picture_; }
  const Layout& layout() const { return contents_.layout(); }
  const VisibleTies& ties() const { return contents_.ties(); }

  /// Where a person was drawn in the last frame.
  Circle place_of(Seat seat) const { return view_.to_screen(layout().people[seat]); }

 private:
  void draw_canvas(PanelContext& context);
  void move_view(PanelContext& context);
  void fly(PanelContext& context);
  void go_to(PanelContext& context, Point place, float pixels);
  void take_found(PanelContext& context);
  void point_at(PanelContext& context);
  void press(PanelContext& context);
  void draw_chips(PanelContext& context);
  void draw_marked(PanelContext& context, ImDrawList* draw);
  void draw_names(PanelContext& context, const Box& legend, ImDrawList* draw);
  void tell(PanelContext& context);

  NetworkContents contents_;
  NetworkBar bar_;
  NetworkPicture picture_;
  NetworkFocus focus_;

  Box canvas_;  // whole pixels
  Box fitted_;  // the part of it that the whole organisation is fitted into
  View view_;
  Box chips_;                                   // around what is filtered and marked
  bool pointed_ = false;                        // the pointer is in the canvas
  std::optional<DrawnTie> pointed_tie_;         // of the person in focus
  std::optional<std::uint32_t> pointed_group_;  // team or function, where these are drawn instead of people
  std::vector<std::string> marked_;             // as marked_seats_ were looked up
  std::shared_ptr<const Organisation> marked_in_;
  std::vector<Seat> marked_seats_;
  std::optional<std::uint32_t> found_team_;  // searched for: has a ring around it
};

}  // namespace trust::viz
