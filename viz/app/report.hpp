// Tells programs beside the window, such as a test with a mouse of its own, where every control lies and what the
// session says.
#pragma once

#include <filesystem>
#include <string>

#include "viz/panels/viewer_window.hpp"

namespace trust::viz {

class Report {
 public:
  /// `file` empty: reports nothing.
  explicit Report(std::filesystem::path file) : file_(std::move(file)) {}

  /// Writes the file anew if anything changed: a line of `name value` for each fact, then one of
  /// `control NAME left top right bottom` for each control, in pixels. It is never half written.
  void write(const Snapshot& snapshot, const ViewerWindow& window, bool resting);

 private:
  std::filesystem::path file_;
  std::string written_;
};

}  // namespace trust::viz
