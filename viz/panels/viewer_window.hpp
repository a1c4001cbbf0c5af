// The whole window: which panel stands where, at any size. It is a function of the snapshot, the view and the input, so
// that it runs the same on a screen, for a picture and in a test.
#pragma once

#include "viz/panels/controls.hpp"
#include "viz/panels/dialogs.hpp"
#include "viz/panels/levers_panel.hpp"
#include "viz/panels/log_panel.hpp"
#include "viz/panels/matrix_panel.hpp"
#include "viz/panels/network_panel.hpp"
#include "viz/panels/panel.hpp"
#include "viz/panels/person_panel.hpp"
#include "viz/panels/plots_panel.hpp"
#include "viz/panels/result_panel.hpp"
#include "viz/panels/spread_panel.hpp"
#include "viz/tour/tour.hpp"

namespace trust::viz {

class ViewerWindow {
 public:
  /// `session` must outlive the window. `scale` 1.5: everything half as large again.
  ViewerWindow(SessionPort& session, float scale);

  /// Draws everything; call between ImGui::NewFrame and ImGui::Render.
  void draw();

  /// Where large pictures are kept between frames; null, as at first: nowhere. It must outlive the window.
  void use(PictureCache* cache) { network_.use(cache); }

  ViewState& view() { return view_; }
  const Controls& controls() const { return controls_; }
  const std::vector<WrittenText>& written() { return controls_.pen().written(); }
  const NetworkPanel& network() const { return network_; }

 private:
  void draw_side(PanelContext& context);
  void draw_panel(PanelId id, PanelContext& context);

  SessionPort& session_;
  Theme theme_;
  ViewState view_;
  Controls controls_;
  LeversPanel levers_;
  NetworkPanel network_;
  PlotsPanel plots_;
  PersonPanel person_;
  ResultPanel result_;
  MatrixPanel matrix_;
  SpreadPanel spread_;
  LogPanel log_;
  Dialogs dialogs_;
  Tour tour_;
};

/// Where each panel stands in a window of that size; panels without room have none.
struct Places {
  Box run_bar;
  Box levers;
  Box network;
  Box plots;
  Box side;
  Box message;  // below the run bar, where there is something to say
};

Places place_panels(Point size, float scale, bool message);

}  // namespace trust::viz
