// Pages of the repository that are part of the program, so that it can print the whole description of its model. The
// table is written by cmake/EmbedTexts.cmake.
#pragma once

#include <span>
#include <string_view>

namespace trust {

struct EmbeddedText {
  std::string_view file;  // relative to the source tree
  std::string_view text;
};

std::span<const EmbeddedText> embedded_texts();

}  // namespace trust
