// What the command line asks of the viewer, checked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/measures.hpp"
#include "viz/platform/frame.hpp"
#include "viz/scene/colouring.hpp"

namespace trust::viz {

enum class Task : std::uint8_t { window, picture, hash, help, version };

struct Options {
  Task task = Task::window;
  std::filesystem::path program;   // as it was called: what ships is looked for beside it
  std::filesystem::path scenario;  // empty: the one that ships
  std::filesystem::path picture;
  std::optional<int> day;  // the last one unless given
  std::optional<std::uint64_t> seed;
  FrameSize size;
  float scale = 0;  // 0: as the screen asks, 1 in a picture
  bool dark = false;
  Colouring colouring = Colouring::trusted;
  Measure measure = Measure::trust;
  std::string person;  // chosen in the picture
};

/// Reads the command line. Throws InputError with every mistake.
Options read_options(int count, const char* const* words);

/// What --help prints.
std::string help_text();

}  // namespace trust::viz
