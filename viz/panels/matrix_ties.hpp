// The ties behind a cell of the matrix, weakest first: pressing one asks why it moved.
#pragma once

#include <memory>
#include <vector>

#include "viz/panels/panel.hpp"
#include "viz/scene/visible_ties.hpp"

namespace trust::viz {

class MatrixTies {
 public:
  /// Those that the view's filter leaves, in the arm that is shown. Nothing without a filter.
  void draw(PanelContext& context);

 private:
  void update(const PanelContext& context);
  void draw_tie(PanelContext& context, const DrawnTie& tie, std::size_t place) const;

  std::shared_ptr<const Look> look_;  // that the list is of
  TieFilter filter_;
  std::vector<std::uint32_t> groups_;
  VisibleTies ties_;
  bool all_ = false;
};

}  // namespace trust::viz
