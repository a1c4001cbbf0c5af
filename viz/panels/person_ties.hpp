// Whom somebody trusts, and who trusts them: two lists.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "viz/panels/panel.hpp"
#include "viz/scene/visible_ties.hpp"

namespace trust::viz {

/// A tie of somebody that was pressed: why did it move?
struct AskedTie {
  Seat source;
  Seat target;
};

class PersonTies {
 public:
  /// Both lists of `seat` in the arm that is shown. Gives the tie that was pressed.
  std::optional<AskedTie> draw(PanelContext& context, Seat seat);

  /// Day 0 is in no later snapshot: whoever compares with it keeps it while it passes by. Call in every frame.
  void remember_day_0(const PanelContext& context);

 private:
  struct List {
    bool weakest_first = false;
    bool all = false;
    std::vector<DrawnTie> ties;  // strongest first
  };

  void prepare(const PanelContext& context, Seat seat);
  const Look* compared_with(const PanelContext& context) const;
  void draw_list(PanelContext& context, bool outgoing, std::optional<AskedTie>& asked);
  void draw_title(PanelContext& context, bool outgoing);
  void draw_tie(PanelContext& context, const DrawnTie& tie, bool outgoing, std::optional<AskedTie>& asked);

  List trusts_;
  List trusted_by_;
  std::shared_ptr<const Look> look_;  // that the lists are of
  Seat seat_ = no_seat;
  std::array<std::shared_ptr<const Look>, arm_count> day_0_;  // where it was seen
  std::uint64_t edition_ = 0;
};

}  // namespace trust::viz
