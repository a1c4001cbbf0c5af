#include "scenarios/content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/text_file.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

namespace {

/// What changes no day of a replicate, or is counted by whoever keeps results.
constexpr std::array left_out = {"scenario.name",       "scenario.story", "scenario.days",
                                 "scenario.replicates", "scenario.seed",  "scenario.baseline"};

using Sayings = std::vector<std::pair<std::string, std::string>>;

std::string value_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return '"' + text->get();  // whole, where a message cuts it
  return shown(node);                                                 // 1.0 is shown as 1
}

void collect(const toml::node& node, const std::string& path, Sayings& said) {
  if (const auto* table = node.as_table()) {
    for (const auto& [key, value] : *table)
      collect(value, path.empty() ? std::string(key.str()) : path + "." + std::string(key.str()), said);
  } else if (const auto* list = node.as_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) collect(*list->get(i), fmt::format("{}[{}]", path, i), said);
  } else if (std::ranges::find(left_out, path) == left_out.end()) {
    said.emplace_back(path, value_text(node));
  }
}

}  // namespace

std::uint64_t content_digest(const toml::table& scenario_file, std::uint64_t files) {
  Sayings said;
  collect(scenario_file, "", said);
  std::ranges::sort(said);
  TextDigest digest;
  for (const auto& [path, value] : said) {
    digest.add(path);
    digest.add(value);
  }
  digest.add(std::to_string(files));
  return digest.value();
}

}  // namespace trust
