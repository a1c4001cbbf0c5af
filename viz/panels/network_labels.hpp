// Names in the network's picture, as many as there is room for: functions first, then teams, then people, none over
// another and none of a function over anybody's disc.
#pragma once

#include <imgui.h>

#include <span>

#include "viz/panels/network_contents.hpp"
#include "viz/scene/detail.hpp"
#include "viz/scene/label_placer.hpp"

namespace trust::viz {

struct Labelling {
  const NetworkContents& contents;
  const View& view;
  const Box& canvas;
  Detail detail;
  std::span<const Seat> people;  // in sight, where people are drawn one by one
  Seat focus;                    // is named first; then only it and those in its team are
};

/// `placer` holds what must stay free of names.
void draw_labels(const Labelling& what, PanelContext& context, LabelPlacer& placer, ImDrawList* draw);

}  // namespace trust::viz
