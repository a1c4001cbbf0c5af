#include "viz/session/document_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <sstream>
#include <tuple>

#include "scenarios/words.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

using Entry = std::pair<std::string, const toml::node*>;
using Order = std::vector<std::string_view>;

// Those that no file has (an edit made them) come after all that one has.
auto place_of(const toml::key& key) {
  const toml::source_position at = key.source().begin;
  constexpr auto last = std::numeric_limits<toml::source_index>::max();
  return at ? std::tuple(at.line, at.column) : std::tuple(last, last);
}

using Placed = std::pair<decltype(place_of(std::declval<toml::key>())), Entry>;

std::vector<Entry> in_order(std::vector<Placed> found) {
  std::stable_sort(found.begin(), found.end(), [](const Placed& a, const Placed& b) { return a.first < b.first; });
  std::vector<Entry> entries;
  for (Placed& one : found) entries.push_back(std::move(one.second));
  return entries;
}

void collect_levers(const toml::table& table, const std::string& before, std::vector<Placed>& found,
                    const Order& left_out = {}) {
  for (const auto& [key, node] : table) {
    if (std::ranges::find(left_out, key.str()) != left_out.end()) continue;
    const std::string name = before + std::string(key.str());
    if (const auto* nested = node.as_table())
      collect_levers(*nested, name + ".", found);
    else
      found.push_back({place_of(key), {name, &node}});
  }
}

// Those in `order` first, as it has them; then the others as their file has them.
std::vector<Entry> entries_of(const toml::table& table, const Order& order) {
  std::vector<Entry> entries;
  for (const std::string_view key : order)
    if (const toml::node* node = table.get(key)) entries.emplace_back(std::string(key), node);
  std::vector<Placed> others;
  for (const auto& [key, node] : table)
    if (std::ranges::find(order, key.str()) == order.end())
      others.push_back({place_of(key), {std::string(key.str()), &node}});
  for (Entry& entry : in_order(std::move(others))) entries.push_back(std::move(entry));
  return entries;
}

std::string escaped(char c) {
  if (c == '\\' || c == '"') return std::string("\\") + c;
  if (c == '\n') return "\\n";
  return fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
}

// On several lines, a quote is one unless another follows it or the text ends.
std::string quoted(std::string_view text, bool on_lines) {
  std::string words = on_lines ? "\"\"\"\n" : "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    const bool plain = (control && c == '\t') || (on_lines && c == '\n') ||
                       (on_lines && c == '"' && i + 1 < text.size() && text[i + 1] != '"') ||
                       (!control && c != '\\' && c != '"');
    words += plain ? std::string(1, c) : escaped(c);
  }
  return words + (on_lines ? "\"\"\"" : "\"");
}

std::string key_text(std::string_view key) {
  const auto bare = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  };
  return !key.empty() && std::ranges::all_of(key, bare) ? std::string(key) : quoted(key, false);
}

std::string number_text(double value) {
  std::string text = fmt::format("{}", value);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";  // e: of an exponent; n: inf and nan
  return text;
}

std::string inline_table(const std::vector<Entry>& entries) {
  std::string text;
  for (const auto& [key, node] : entries)
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", key_text(key), value_text(*node));
  return text.empty() ? "{}" : "{ " + text + " }";
}

std::string array_text(const toml::array& array) {
  std::string text;
  for (const toml::node& node : array) text += (text.empty() ? "" : ", ") + value_text(node);
  return "[" + text + "]";
}

bool holds_levers(std::string_view key) { return key == "set" || key == "add" || key == "levers"; }

std::string line_of(const Entry& entry) {
  const auto* table = entry.second->as_table();
  const std::string value =
      table && holds_levers(entry.first) ? inline_table(levers_in(*table)) : value_text(*entry.second);
  return fmt::format("{} = {}\n", key_text(entry.first), value);
}

std::string section(const std::string& heading, const std::vector<Entry>& entries) {
  std::string text = heading + "\n";
  for (const Entry& entry : entries) text += line_of(entry);
  return text + "\n";
}

std::string sections(const toml::table& file, const char* name, const Order& order) {
  std::string text;
  if (const auto* list = file[name].as_array())
    for (const toml::node& node : *list)
      if (const auto* table = node.as_table()) text += section(fmt::format("[[{}]]", name), entries_of(*table, order));
  return text;
}

constexpr std::array group_names = {"role", "function", "team", "person"};

std::string levers_of_groups(const toml::table& levers) {
  std::vector<Placed> found;
  std::vector<std::string> texts;
  for (const char* group : group_names) {
    const auto* names = levers[group].as_table();
    if (!names) continue;
    for (const auto& [name, node] : *names) {
      if (!node.is_table()) continue;
      const std::string heading = fmt::format("[levers.{}.{}]", group, key_text(name.str()));
      found.push_back({place_of(name), {section(heading, levers_in(*node.as_table())), &node}});
    }
  }
  std::string text;
  for (const Entry& one : in_order(std::move(found))) text += one.first;
  return text;
}

std::string levers_text(const toml::table& file) {
  const auto* levers = file["levers"].as_table();
  if (!levers) return "";
  std::vector<Placed> everyone;
  collect_levers(*levers, "", everyone, {group_names.begin(), group_names.end()});
  const std::vector<Entry> entries = in_order(std::move(everyone));
  return (entries.empty() ? "" : section("[levers]", entries)) + levers_of_groups(*levers);
}

}  // namespace

std::vector<Entry> levers_in(const toml::table& levers) {
  std::vector<Placed> found;
  collect_levers(levers, "", found);
  return in_order(std::move(found));
}

std::string value_text(const toml::node& value) {
  if (const auto* text = value.as_string()) return quoted(text->get(), text->get().find('\n') != std::string::npos);
  if (const auto* whole = value.as_integer()) return fmt::format("{}", whole->get());
  if (const auto* number = value.as_floating_point()) return number_text(number->get());
  if (const auto* flag = value.as_boolean()) return flag->get() ? "true" : "false";
  if (const auto* list = value.as_array()) return array_text(*list);
  if (const auto* table = value.as_table()) return inline_table(entries_of(*table, {}));
  std::ostringstream out;
  out << toml::node_view<const toml::node>(value);
  return out.str();
}

double written(float value) { return parse_number(fmt::format("{}", value)).value_or(static_cast<double>(value)); }

std::string document_text(const toml::table& file) {
  std::string text;
  if (const auto* scenario = file["scenario"].as_table())
    text += section("[scenario]", entries_of(*scenario, {"name", "story", "baseline", "days", "replicates", "seed"}));
  text += sections(file, "role", {"name", "sentence", "function"});
  if (const auto* organisation = file["organisation"].as_table())
    text += section("[organisation]", entries_of(*organisation, {"generate", "people", "ties"}));
  text += levers_text(file);
  text += sections(file, "intervention",
                   {"name", "kind", "on", "from", "to", "after", "who", "set", "add", "ramp", "strength", "cost"});
  if (text.ends_with("\n\n")) text.pop_back();
  return text;
}

toml::table parse_document(const std::string& text) { return toml::parse(text); }

std::string named_from(const fs::path& file, const fs::path& folder) {
  std::error_code ignored;
  const fs::path whole = fs::weakly_canonical(fs::absolute(file, ignored), ignored);
  const fs::path here = fs::weakly_canonical(fs::absolute(folder.empty() ? "." : folder, ignored), ignored);
  if (whole == whole.root_path()) return whole.generic_string();
  const fs::path first = *std::next(whole.begin()), other = here == here.root_path() ? "" : *std::next(here.begin());
  return first == other ? whole.lexically_relative(here).generic_string() : whole.generic_string();
}

void move_paths(toml::table& file, const fs::path& from, const fs::path& to) {
  const auto move = [&](const char* section, const char* key) {
    auto* table = file[section].as_table();
    auto* path = table ? table->get_as<std::string>(key) : nullptr;
    if (path) *path = named_from(from / std::string(trimmed(path->get())), to);
  };
  move("organisation", "people");
  move("organisation", "ties");
  move("scenario", "baseline");
}

}  // namespace trust::viz
