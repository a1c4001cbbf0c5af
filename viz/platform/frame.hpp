// Where frames of the window go: a screen, a picture file, or nowhere. The panels do not know which.
#pragma once

#include <stdexcept>
#include <string>

namespace trust::viz {

class Frame {
 public:
  virtual ~Frame() = default;

  /// Brings input and opens an ImGui frame. Waits while there is nothing new to draw. False once the user closed it.
  virtual bool begin() = 0;

  /// Closes the ImGui frame and shows it.
  virtual void end() = 0;

  /// Makes text of another size, between two frames; the window's own scale follows.
  virtual void set_scale(float scale) = 0;
};

struct FrameSize {
  int width = 1600;
  int height = 1000;
};

/// No display, no OpenGL, no file: the message says which, and what to do about it.
class PlatformError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace trust::viz
