#include "viz/app/scenario_files.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <string>
#include <string_view>

#include "scenarios/head.hpp"

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

struct Group {
  std::string_view folder;
  std::string_view label;
};

// In the order in which a newcomer needs them; other folders follow under their own names.
constexpr std::array groups{Group{"start", "To begin with"},
                            Group{"tour", "The tour"},
                            Group{"tutorial", "An organisation of one's own"},
                            Group{"interventions", "One intervention each"},
                            Group{"study", "For studies"},
                            Group{"scale", "Large organisations"}};

std::size_t rank_of(const std::string& folder) {
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.folder == folder; });
  return static_cast<std::size_t>(found - groups.begin());
}

std::string label_of(const std::string& folder) {
  const std::size_t rank = rank_of(folder);
  if (rank < groups.size()) return std::string(groups[rank].label);
  std::string label = spoken(folder);
  std::replace(label.begin(), label.end(), '-', ' ');
  return label;
}

// Nothing where the file is no scenario: a study's design, say.
std::optional<ScenarioEntry> entry_of(const fs::path& file) {
  const auto head = read_scenario_head(file);
  if (!head) return std::nullopt;
  const std::string name = head->name.empty() ? file.stem().string() : head->name;
  return ScenarioEntry{file, label_of(file.parent_path().filename().string()), name, first_sentence(head->story)};
}

bool comes_before(const ScenarioEntry& a, const ScenarioEntry& b) {
  const std::string in_a = a.file.parent_path().filename().string();
  const std::string in_b = b.file.parent_path().filename().string();
  if (rank_of(in_a) != rank_of(in_b)) return rank_of(in_a) < rank_of(in_b);
  return in_a != in_b ? in_a < in_b : a.file.stem() < b.file.stem();
}

}  // namespace

fs::path shipped_scenario(const fs::path& program) {
  const fs::path inside = fs::path("scenarios") / "start" / "first-90-days.toml";
  std::error_code error;
  const fs::path here = upwards(fs::current_path(error), inside);
  return here.empty() ? upwards(fs::canonical(program, error).parent_path(), inside) : here;
}

std::vector<ScenarioEntry> scenarios_beside(const fs::path& chosen) {
  std::error_code error;
  const fs::path file = fs::weakly_canonical(chosen, error);
  std::vector<ScenarioEntry> entries;
  const auto add = [&](const fs::path& one) {
    if (auto entry = entry_of(one)) entries.push_back(std::move(*entry));
  };
  add(file);
  const fs::path folder = scenarios_folder(file);
  if (!folder.empty()) {
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
      if (entry->path().extension() == ".toml" && entry->path() != file) add(entry->path());
    }
  }
  std::sort(entries.begin(), entries.end(), comes_before);
  return entries;
}

std::string first_sentence(const std::string& story) {
  std::string line;
  for (const char letter : story) {
    const bool space = std::isspace(static_cast<unsigned char>(letter)) != 0;
    if (space && !line.empty() && line.back() == '.') break;
    if (space && (line.empty() || line.back() == ' ')) continue;
    line += space ? ' ' : letter;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

bool is_scenario_file(const fs::path& file) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("[scenario]")) return true;
  }
  return false;
}

}  // namespace trust::viz
