// What is wrong with an input, short enough for a line of the window.
#pragma once

#include <string>

#include "scenarios/problems.hpp"

namespace trust::viz {

/// The first mistake, and how many more there are.
inline std::string in_one_line(const InputError& error) {
  const auto& problems = error.problems();
  if (problems.empty()) return error.what();
  std::string line = to_string(problems.front());
  if (error.total() > 1) line += "  (and " + std::to_string(error.total() - 1) + " more)";
  return line;
}

}  // namespace trust::viz
