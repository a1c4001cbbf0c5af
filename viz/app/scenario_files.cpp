#include "viz/app/scenario_files.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

// The first of `folder` and its parents in which `inside` exists; empty if none.
fs::path upwards(const fs::path& folder, const fs::path& inside) {
  std::error_code error;
  const fs::path start = fs::weakly_canonical(folder, error);
  for (fs::path here = start; !here.empty(); here = here.parent_path()) {
    if (fs::is_regular_file(here / inside, error)) return here / inside;
    if (here == here.parent_path()) break;
  }
  return {};
}

fs::path scenarios_folder(const fs::path& file) {
  for (fs::path here = file.parent_path(); !here.empty(); here = here.parent_path()) {
    if (here.filename() == "scenarios") return here;
    if (here == here.parent_path()) break;
  }
  return {};
}

}  // namespace

fs::path shipped_scenario(const fs::path& program) {
  const fs::path inside = fs::path("scenarios") / "start" / "first-90-days.toml";
  std::error_code error;
  const fs::path here = upwards(fs::current_path(error), inside);
  return here.empty() ? upwards(fs::canonical(program, error).parent_path(), inside) : here;
}

std::vector<fs::path> scenarios_beside(const fs::path& chosen) {
  std::error_code error;
  const fs::path file = fs::weakly_canonical(chosen, error);
  std::vector<fs::path> files{file};
  const fs::path folder = scenarios_folder(file);
  if (!folder.empty()) {
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
      if (entry->path().extension() == ".toml" && entry->path() != file) files.push_back(entry->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_scenario_file(const fs::path& file) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("[scenario]")) return true;
  }
  return false;
}

}  // namespace trust::viz
