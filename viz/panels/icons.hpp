// The signs on buttons, drawn with lines: no font of icons is needed, and they are sharp at any scale.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace trust::viz {

enum class Icon : std::uint8_t {
  none,
  run,
  pause,
  step,
  step_back,
  reset,  // back to the start
  end,
  undo,
  redo,
  save,
  open,
  camera,
  sun,
  moon,
  help,
  tour,
  dice,
  more,
  close,
  maximise,
  restore,
  copy,
  search,
  check,
  plus,
  bin,
  left,  // chevrons
  right,
  up,
  down,
  count,
};

/// Draws the icon around `middle`, `radius` pixels to each side.
void draw_icon(ImDrawList* draw, Icon icon, ImVec2 middle, float radius, ImU32 colour);

}  // namespace trust::viz
