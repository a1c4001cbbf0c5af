#include "scenarios/head.hpp"

#include <toml++/toml.h>

#include <fstream>

namespace trust {
namespace {

constexpr std::size_t most_bytes = 64 * 1024;  // of a head: what has not ended by then is none

// The lines up to the second table. Inside a text of several lines a bracket begins no table.
std::string head_of(std::istream& in) {
  std::string head;
  bool in_text = false;
  int tables = 0;
  for (std::string line; head.size() < most_bytes && std::getline(in, line);) {
    if (!in_text && line.starts_with("[") && ++tables == 2) break;
    for (std::size_t at = line.find("\"\"\""); at != std::string::npos; at = line.find("\"\"\"", at + 3)) {
      in_text = !in_text;
    }
    head += line + "\n";
  }
  return head;
}

}  // namespace

std::optional<ScenarioHead> read_scenario_head(const std::filesystem::path& file) {
  std::ifstream in(file);
  const std::string text = head_of(in);
  const std::string begin = "[scenario]";
  if (text.find(begin) == std::string::npos) return std::nullopt;
  try {
    const toml::table whole = toml::parse(text);
    const toml::node_view scenario = whole["scenario"];
    if (!scenario.is_table()) return std::nullopt;
    return ScenarioHead{scenario["name"].value_or(std::string()), scenario["story"].value_or(std::string())};
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace trust
