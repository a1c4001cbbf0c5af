// What every panel is given: the newest snapshot to show, the session to command, the controls to draw with, and what
// the user chose to look at.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "viz/panels/controls.hpp"
#include "viz/scene/colouring.hpp"
#include "viz/scene/view.hpp"
#include "viz/session/commands.hpp"

namespace trust::viz {

/// What is looked at, and how. Nothing in it reaches the engine.
struct ViewState {
  bool dark = false;
  Colouring colouring = Colouring::trusted;
  float tie_threshold = 0;  // ties of this trust or more are drawn; chosen anew for every scenario
  Measure measure = Measure::trust;
  std::string lever_search;
  std::string selected_person;  // id; empty for nobody
  Seat hovered = no_seat;
  Zoom zoom;
  std::vector<std::filesystem::path> scenarios;  // to choose from
  int scenario = 0;
};

struct PanelContext {
  const Snapshot& snapshot;
  SessionPort& session;
  Controls& controls;
  const Theme& theme;
  ViewState& view;
};

/// The seat of the person with that id, or no_seat.
Seat seat_of(const Organisation& organisation, const std::string& id);

/// "trust_rate" or "recognition.propensity" as a label: "Recognition propensity".
std::string spoken(std::string_view name);

}  // namespace trust::viz
