// What the command line asks of the viewer, checked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "viz/panels/panel.hpp"
#include "viz/platform/frame.hpp"

namespace trust::viz {

enum class Task : std::uint8_t { window, picture, hash, self_test, help, version };

struct Options {
  Task task = Task::window;
  std::filesystem::path program;   // as it was called: what ships is looked for beside it
  std::filesystem::path scenario;  // empty: the one that ships
  std::filesystem::path picture;
  std::filesystem::path report;  // where every control lies and what the session says, after each change; or empty
  std::optional<int> day;        // the last one unless given
  std::optional<std::uint64_t> seed;
  std::string compare;  // what --what-if of `trustsim compare` takes; empty for none
  FrameSize size;
  float scale = 0;  // 0: as the screen asks, 1 in a picture

  // How the window looks at first.
  bool dark = false;
  std::optional<PanelId> panel;  // a tab of the right column, or filling the window
  NetworkShape shape = NetworkShape::circles;
  Colouring colouring = Colouring::trusted;
  std::vector<Measure> measures = {Measure::trust};
  std::string person;  // chosen
  bool tour = false;
  std::vector<std::string> press;  // controls to press, by name, before the picture is taken
};

/// Reads the command line. Throws InputError with every mistake.
Options read_options(int count, const char* const* words);

/// What --help prints.
std::string help_text();

}  // namespace trust::viz
