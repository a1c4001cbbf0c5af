// The whole window: which panel stands where, at any size. It is a function of the snapshot, the view and the input, so
// that it runs the same on a screen, for a picture and in a test.
#pragma once

#include "viz/panels/controls.hpp"
#include "viz/panels/levers_panel.hpp"
#include "viz/panels/network_panel.hpp"
#include "viz/panels/panel.hpp"

namespace trust::viz {

class ViewerWindow {
 public:
  /// `session` must outlive the window. `scale` 1.5: everything half as large again.
  ViewerWindow(SessionPort& session, float scale);

  /// Draws everything; call between ImGui::NewFrame and ImGui::Render.
  void draw();

  ViewState& view() { return view_; }
  const Controls& controls() const { return controls_; }
  const std::vector<WrittenText>& written() { return controls_.pen().written(); }
  const NetworkPanel& network() const { return network_; }

 private:
  SessionPort& session_;
  Theme theme_;
  ViewState view_;
  Controls controls_;
  LeversPanel levers_;
  NetworkPanel network_;
};

/// Where each panel stands in a window of that size; panels without room have none.
struct Places {
  Box run_bar;
  Box levers;
  Box network;
  Box series;
  Box inspector;
  Box message;  // below the run bar, where there is something to say
};

Places place_panels(Point size, float scale, bool message);

}  // namespace trust::viz
