// Who trusts whom between functions or teams, as a table of colours; a click on a cell leaves its ties in the
// picture.
#pragma once

#include <optional>

#include "viz/panels/matrix_ties.hpp"
#include "viz/panels/panel.hpp"
#include "viz/panels/trust_matrix.hpp"

namespace trust::viz {

class MatrixPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);

  const TrustMatrix& matrix() const { return matrix_; }

 private:
  struct Grid {
    ImVec2 corner;     // upper left of the first cell
    float wide, high;  // of a cell
  };
  struct Cell {
    std::size_t row, column;
  };

  void draw_switches(PanelContext& context, bool teams_fit);
  void draw_scale(PanelContext& context);
  void draw_grid(PanelContext& context);
  void draw_names(PanelContext& context, const Grid& grid, ImVec2 start);
  void draw_cells(PanelContext& context, const Grid& grid);
  void tell(PanelContext& context, const Cell& cell) const;
  void press(PanelContext& context, const Cell& cell) const;
  bool is_filtered(const ViewState& view, const Cell& cell) const;
  ImU32 colour_of_cell(const Theme& theme, const Cell& cell) const;

  TrustMatrix matrix_;
  MatrixTies ties_;
  std::shared_ptr<const Organisation> counted_;
  std::size_t teams_ = 0;
  bool by_team_ = false;
  bool differences_ = false;
};

}  // namespace trust::viz
