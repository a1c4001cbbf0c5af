// Nothing that is exported replaces a file: it gets the next free name instead.
#pragma once

#include <filesystem>
#include <string>

namespace trust::viz {

/// `wanted`, or with -2, -3, ... before its ending where there is such a file already.
inline std::filesystem::path free_file(const std::filesystem::path& wanted) {
  std::filesystem::path file = wanted;
  std::error_code error;
  for (int i = 2; std::filesystem::exists(file, error); ++i) {
    file = wanted.parent_path() / (wanted.stem().string() + "-" + std::to_string(i) + wanted.extension().string());
  }
  return file;
}

}  // namespace trust::viz
