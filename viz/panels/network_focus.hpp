// One person and its ties over a picture in which everybody else fades: whoever is pointed at, else whoever is
// selected.
#pragma once

#include <imgui.h>

#include <optional>
#include <vector>

#include "viz/panels/network_contents.hpp"

namespace trust::viz {

class NetworkFocus {
 public:
  /// Whose ties to show; no_seat for nobody. Cost: linear in that person's ties.
  void look_at(const NetworkContents& contents, Seat seat, const View& view, const Theme& theme);

  Seat seat() const { return seat_; }

  /// The tie of this person under `point`, if one is drawn there.
  std::optional<DrawnTie> tie_at(Point point, float slack) const;

  /// Fades the picture and draws the person, its ties and those it knows above it.
  void draw(const NetworkContents& contents, const View& view, const Box& canvas, const Theme& theme,
            const std::optional<DrawnTie>& pointed_at, ImDrawList* draw) const;

  /// Gives every tie a name, "tie/<source>/<target>", at a place where nothing but it lies, or nearly so.
  void name_ties(const Organisation& organisation, const Box& canvas, Controls& controls) const;

 private:
  struct Tie {
    DrawnTie tie;
    Segment line;
  };

  Seat seat_ = no_seat;
  std::vector<Tie> ties_;
};

/// Tooltips.
void tell_about_person(PanelContext& context, const NetworkContents& contents, Seat seat);
void tell_about_tie(PanelContext& context, const Organisation& organisation, const DrawnTie& tie);
void tell_about_group(PanelContext& context, const NetworkContents& contents, const std::string& name,
                      const SeatRange& range);

}  // namespace trust::viz
