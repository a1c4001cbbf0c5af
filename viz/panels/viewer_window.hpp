// The whole window: the bar, the panels in their places, and what lies over them. It is a function of the snapshot, the
// view and the input, so that it runs the same on a screen, for a picture and in a test.
#pragma once

#include <map>
#include <string>

#include "viz/panels/controls.hpp"
#include "viz/panels/dialogs.hpp"
#include "viz/panels/layout.hpp"
#include "viz/panels/levers_panel.hpp"
#include "viz/panels/log_panel.hpp"
#include "viz/panels/matrix_panel.hpp"
#include "viz/panels/message_line.hpp"
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

  /// Whether all controls lie where they lay a frame before: some are placed by where others were, and follow a frame
  /// or two later. Until then whoever draws must draw on, or what is seen is not what a press would meet.
  bool settled() const { return settled_; }

  /// The scale that the user wants by now; the platform makes its font anew, then calls set_scale().
  float wanted_scale() const { return view_.wanted_scale > 0 ? view_.wanted_scale : first_scale_; }
  void set_scale(float scale) { theme_ = make_theme(view_.dark, scale); }
  float scale() const { return theme_.scale; }
  /// Where large pictures are kept between frames; null, as at first: nowhere. It must outlive the window.
  void use(PictureCache* cache) { network_.use(cache); }

  ViewState& view() { return view_; }
  const Controls& controls() const { return controls_; }
  const std::vector<WrittenText>& written() { return controls_.pen().written(); }
  const NetworkPanel& network() const { return network_; }
  const Tour& tour() const { return tour_; }

 private:
  void draw_panels(const Places& places, Point size, PanelContext& context);
  void draw_headed(PanelId id, PanelContext& context);
  void draw_side(PanelContext& context);
  void draw_panel(PanelId id, PanelContext& context);

  SessionPort& session_;
  float first_scale_;
  Theme theme_;
  ViewState view_;
  Controls controls_;
  std::map<std::string, Box> lay_;  // where each control lay in the last frame
  bool settled_ = false;
  MessageLine message_;
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

}  // namespace trust::viz
