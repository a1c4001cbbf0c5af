// Drives the real window without a display: points at controls by name, presses keys, and looks at what is there.
#pragma once

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <string>

#include "viz/panels/viewer_window.hpp"
#include "viz/platform/null_frame.hpp"

namespace trust::viz {

class Driver {
 public:
  explicit Driver(SessionPort& session, FrameSize size = {1600, 1000}, float scale = 1)
      : frame(size, scale), window(session, scale) {
    draw(3);
  }

  void draw(int frames = 1) {
    for (int i = 0; i < frames; ++i) {
      frame.begin();
      window.draw();
      frame.end();
      if (window.wanted_scale() == window.scale()) continue;
      frame.set_scale(window.wanted_scale());
      window.set_scale(window.wanted_scale());
    }
  }

  bool shows(const std::string& control) const { return window.controls().find(control).has_value(); }

  Box box(const std::string& control) const {
    const auto found = window.controls().find(control);
    EXPECT_TRUE(found) << "no control is called " << control;
    return found.value_or(Box{});
  }

  /// Points at a place of a control: 0 its left or upper end, 1 the other.
  void point(const std::string& control, float across = 0.5F, float down = 0.5F) {
    const Box place = box(control);
    frame.move_pointer(place.low.x + across * place.width(), place.low.y + down * place.height());
    draw(2);
  }

  void point_at(Point place) {
    frame.move_pointer(place.x, place.y);
    draw(2);
  }

  void press(ImGuiMouseButton button = ImGuiMouseButton_Left) {
    frame.hold_button(button, true);
    draw();
    frame.hold_button(button, false);
    draw(2);
  }

  void click(const std::string& control, float across = 0.5F) {
    point(control, across);
    press();
  }

  void right_click(const std::string& control) {
    point(control);
    press(ImGuiMouseButton_Right);
  }

  void drag(const std::string& control, float from, float to) {
    point(control, from);
    frame.hold_button(ImGuiMouseButton_Left, true);
    draw();
    point(control, to);
    frame.hold_button(ImGuiMouseButton_Left, false);
    draw(2);
  }

  void tap(ImGuiKey key) {
    frame.hold_key(key, true);
    draw();
    frame.hold_key(key, false);
    draw();
  }

  /// A key with others held down; letters and F1 as the window system numbers them.
  void tap_with(int key, bool control, bool shift = false) {
    frame.hold_control(control);
    frame.hold_shift(shift);
    tap(static_cast<ImGuiKey>(key));
    frame.hold_control(false);
    frame.hold_shift(false);
    draw();
  }

  void double_click(const std::string& control, float across = 0.5F) {
    point(control, across);
    press();
    press();
  }

  /// Drags from one place of the window to another.
  void drag_from(Point from, Point to) {
    point_at(from);
    frame.hold_button(ImGuiMouseButton_Left, true);
    draw();
    point_at({(from.x + to.x) / 2, (from.y + to.y) / 2});
    point_at(to);
    frame.hold_button(ImGuiMouseButton_Left, false);
    draw(2);
  }

  void type(const std::string& text) {
    frame.type(text);
    draw(2);
  }

  /// Opens a combo and takes the entry of that label.
  void choose(const std::string& combo, const std::string& label) {
    click(combo);
    draw(2);
    click(combo + "/" + label);
  }

  /// Whether this text stands in the window, whole.
  bool reads(const std::string& text) {
    for (const WrittenText& written : window.written()) {
      if (written.text.find(text) != std::string::npos) return true;
    }
    return false;
  }

  /// Whether a tooltip was open in the last frame.
  bool shows_tip() const {
    const auto& windows = ImGui::GetCurrentContext()->Windows;
    for (const ImGuiWindow* one : windows) {
      if ((one->Flags & ImGuiWindowFlags_Tooltip) && one->WasActive && !one->Hidden) return true;
    }
    return false;
  }

  NullFrame frame;
  ViewerWindow window;
};

}  // namespace trust::viz
