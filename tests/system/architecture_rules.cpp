#include "tests/system/architecture_rules.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string_view>

namespace trust::architecture {
namespace {

using Names = std::set<std::string, std::less<>>;

// What each room may include, itself apart.
const std::map<std::string, Names, std::less<>>& arrows() {
  static const std::map<std::string, Names, std::less<>> table = {
      {"sim", {}},
      {"models", {"sim"}},
      {"scenarios", {"sim", "models"}},
      {"study", {"sim", "models", "scenarios"}},
      {"cli", {"sim", "models", "scenarios", "study"}},
      {"viz", {"sim", "models", "scenarios", "study"}},
      {"bench", {"sim", "models", "scenarios", "study", "viz"}},
      {"tests", {"sim", "models", "scenarios", "study", "cli", "viz", "bench"}},
  };
  return table;
}

// Where a library's headers (by the start of their names) may be included.
const std::map<std::string, Names>& libraries() {
  static const std::map<std::string, Names> table = {
      {"toml++/", {"scenarios", "viz", "tests"}},
      {"SQLiteCpp/", {"study", "tests"}},
      {"sqlite3", {"study", "tests"}},
      {"cxxopts", {"cli", "viz"}},
      {"benchmark/", {"bench"}},
      {"imgui", {"viz", "tests"}},
      {"backends/imgui", {"viz"}},
      {"GLFW/", {"viz", "tests"}},
      {"epoxy/", {"viz", "tests"}},
      {"EGL/", {"viz", "tests"}},
      {"gtest/", {"tests"}},
      {"gmock/", {"tests"}},
  };
  return table;
}

bool is_source(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".def");
}

std::string room_of(const std::string& path) {
  const std::string room = path.substr(0, path.find('/'));
  return path.find('/') != std::string::npos && arrows().contains(room) ? room : "";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// What the #include lines name, without quotes or angle brackets.
std::vector<std::string> includes_of(const std::string& text) {
  static const std::regex include(R"(^\s*#\s*include\s*["<]([^">]+)[">])");
  std::vector<std::string> found;
  for (const std::string& line : lines_of(text)) {
    std::smatch match;
    if (std::regex_search(line, match, include)) found.push_back(match[1]);
  }
  return found;
}

// Calls look(path, text) for every source file in a room.
void for_each_source(const Tree& tree, const std::function<void(const std::string&, const std::string&)>& look) {
  for (const auto& [path, text] : tree) {
    if (is_source(path) && !room_of(path).empty()) look(path, text);
  }
}

// The first include below `path` that `is_wanted` accepts, as "a -> b -> c"; empty if there is none.
std::string path_to(const Tree& tree, const std::string& path, const std::function<bool(const std::string&)>& is_wanted,
                    Names& seen) {
  const auto file = tree.find(path);
  if (file == tree.end() || !seen.insert(path).second) return "";
  for (const std::string& included : includes_of(file->second)) {
    if (is_wanted(included)) return path + " -> " + included;
    const std::string deeper = path_to(tree, included, is_wanted, seen);
    if (!deeper.empty()) return path + " -> " + deeper;
  }
  return "";
}

// The files listed in all trust_vector_sources(target file...), as paths inside the tree.
std::vector<std::string> vector_units(const Tree& tree) {
  static const std::regex call(R"(trust_vector_sources\(\s*[\w-]+\s+([^)]*)\))");
  std::vector<std::string> units;
  for (const auto& [path, text] : tree) {
    if (!path.ends_with("CMakeLists.txt")) continue;
    const std::string folder = path.substr(0, path.size() - std::string_view("CMakeLists.txt").size());
    for (std::sregex_iterator match(text.begin(), text.end(), call), end; match != end; ++match) {
      std::istringstream names((*match)[1]);
      for (std::string name; names >> name;) units.push_back(folder + name);
    }
  }
  return units;
}

std::string without_comment(const std::string& line) { return line.substr(0, line.find("//")); }

bool starts_with_any(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::ranges::any_of(beginnings, [&](const std::string& beginning) { return text.starts_with(beginning); });
}

}  // namespace

Tree read_tree(const std::filesystem::path& root) {
  namespace fs = std::filesystem;
  Tree tree;
  for (fs::recursive_directory_iterator entry(root), end; entry != end; ++entry) {
    const std::string name = entry->path().filename().string();
    if (entry->is_directory()) {
      const bool skipped =
          name == "build" || name == "out" || name == "__pycache__" || (name.starts_with('.') && name != ".ci");
      if (skipped) entry.disable_recursion_pending();
      continue;
    }
    std::ifstream stream(entry->path(), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (text.find('\0') != std::string::npos) continue;  // not a text
    tree.emplace(fs::relative(entry->path(), root).generic_string(), std::move(text));
  }
  return tree;
}

Offences wrong_arrows(const Tree& tree) {
  Offences offences;
  for_each_source(tree, [&](const std::string& path, const std::string& text) {
    const std::string room = room_of(path);
    for (const std::string& included : includes_of(text)) {
      const std::string other = room_of(included);
      if (other.empty() || other == room || arrows().at(room).contains(other)) continue;
      offences.push_back(path + " includes " + included + ", but " + room + " must not know " + other);
    }
  });
  return offences;
}

Offences wrong_libraries(const Tree& tree) {
  Offences offences;
  for_each_source(tree, [&](const std::string& path, const std::string& text) {
    for (const std::string& included : includes_of(text)) {
      for (const auto& [beginning, rooms] : libraries()) {
        if (!included.starts_with(beginning) || rooms.contains(room_of(path))) continue;
        offences.push_back(path + " includes <" + included + ">, which is not for " + room_of(path));
      }
    }
  });
  return offences;
}

Offences long_files(const Tree& tree) {
  constexpr std::size_t most = 600;
  Offences offences;
  for_each_source(tree, [&](const std::string& path, const std::string& text) {
    const std::size_t lines = lines_of(text).size();
    if (lines > most) offences.push_back(path + " has " + std::to_string(lines) + " lines");
  });
  return offences;
}

Offences long_median(const Tree& tree) {
  constexpr std::size_t most = 150;
  std::vector<std::size_t> lengths;
  for_each_source(tree, [&](const std::string& path, const std::string& text) {
    if (room_of(path) != "tests" && room_of(path) != "bench") lengths.push_back(lines_of(text).size());
  });
  if (lengths.empty()) return {};
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::ranges::nth_element(lengths, middle);
  if (*middle <= most) return {};
  return {"the median file has " + std::to_string(*middle) + " lines"};
}

// Reads clang-format's shape: a function's first line stands as far in as its closing brace, and its body further.
Offences long_functions(const Tree& tree) {
  constexpr std::size_t most = 80;
  static const std::regex other(
      R"(^\s*(namespace|inline namespace|class|struct|enum|union|extern|if|for|while|switch|else|do|try|case|return|#)\b)");
  static const std::regex closing(R"(^( *)\}$)");
  Offences offences;
  for_each_source(tree, [&](const std::string& path, const std::string& text) {
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t last = 0; last < lines.size(); ++last) {
      std::smatch match;
      if (!std::regex_match(lines[last], match, closing)) continue;
      const auto indent = static_cast<std::size_t>(match.length(1));
      // Back to the line that opened this brace: the nearest that is no further in and not a wrapped parameter.
      std::size_t first = last;
      while (first > 0 && (lines[first - 1].empty() || lines[first - 1].find_first_not_of(' ') > indent ||
                           lines[first - 1][indent] == '#' || lines[first - 1].ends_with(':'))) {
        --first;
      }
      if (first > 0) --first;
      const bool is_function = lines[first].find('(') != std::string::npos && !std::regex_search(lines[first], other);
      const std::size_t length = last - first + 1;
      if (is_function && length > most) {
        offences.push_back(path + ":" + std::to_string(first + 1) + " begins a function of " + std::to_string(length) +
                           " lines");
      }
    }
  });
  return offences;
}

Offences sessions_with_ui(const Tree& tree) {
  const auto is_ui = [](const std::string& name) {
    return starts_with_any(name, {"imgui", "backends/imgui", "GLFW/", "epoxy/", "EGL/", "GL/"});
  };
  Offences offences;
  for_each_source(tree, [&](const std::string& path, const std::string&) {
    if (!path.starts_with("viz/session/")) return;
    Names seen;
    const std::string found = path_to(tree, path, is_ui, seen);
    if (!found.empty()) offences.push_back(found);
  });
  return offences;
}

Offences vector_units_with_eigen(const Tree& tree) {
  const auto is_eigen = [](const std::string& name) { return name.starts_with("Eigen/"); };
  Offences offences;
  for (const std::string& unit : vector_units(tree)) {
    Names seen;
    const std::string found = tree.contains(unit) ? path_to(tree, unit, is_eigen, seen) : unit + " does not exist";
    if (!found.empty()) offences.push_back(found);
  }
  return offences;
}

Offences inexact_arithmetic(const Tree& tree) {
  static const std::regex inexact(
      R"((#\s*include\s*<random>|\bstd::(exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|tanh|atan|cbrt|erf|tgamma|fma|mt19937|random_device|reduce|transform_reduce)\w*\b|\bs?rand\())");
  Offences offences;
  for_each_source(tree, [&](const std::string& path, const std::string& text) {
    if (!Names{"sim", "models", "scenarios"}.contains(room_of(path))) return;
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t line = 0; line < lines.size(); ++line) {
      std::smatch match;
      const std::string code = without_comment(lines[line]);
      if (!std::regex_search(code, match, inexact)) continue;
      offences.push_back(path + ":" + std::to_string(line + 1) + " uses " + match.str());
    }
  });
  return offences;
}

Offences machine_paths(const Tree& tree) {
  // A path that starts at the root of a file system, not the middle of one of ours.
  static const std::regex absolute(R"((^|[^\w./-])/(work|root|tmp)/)");
  Offences offences;
  for (const auto& [path, text] : tree) {
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t line = 0; line < lines.size(); ++line) {
      std::smatch match;
      if (!std::regex_search(lines[line], match, absolute)) continue;
      offences.push_back(path + ":" + std::to_string(line + 1) + " holds " + match.str());
    }
  }
  return offences;
}

}  // namespace trust::architecture
