#include "scenarios/toml_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenarios/words.hpp"

namespace trust {

std::string shown(const toml::node& node) {
  if (const auto* text = node.as_string()) return in_quotes(text->get());
  if (const auto* whole = node.as_integer()) return fmt::format("{}", whole->get());
  if (const auto* number = node.as_floating_point()) return fmt::format("{}", number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  if (node.is_table()) return "a table";
  if (node.is_array()) return "a list";
  return "a date or time";
}

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

std::optional<toml::table> parse_toml(const std::string& text, const std::string& file, const char* accepted,
                                      Problems& problems) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    const int line = static_cast<int>(error.source().begin.line);
    problems.add({file, line, "", std::string(error.description()), accepted});
    return std::nullopt;
  }
}

Section::Section(const toml::table& table, std::string path, std::string file, Problems& problems)
    : table_(table), path_(std::move(path)), file_(std::move(file)), problems_(&problems) {}

Section Section::below(std::string_view key, const toml::table& table) const {
  return {table, dotted(key), file_, *problems_};
}

const toml::node* Section::find(std::string_view key) {
  known_.emplace(key);
  return table_.get(key);
}

int Section::line(std::string_view key) const {
  const toml::node* node = table_.get(key);
  return line_of(node ? *node : table_);
}

void Section::report(std::string_view key, std::string what, std::string accepted) const {
  problems_->add({file_, line(key), dotted(key), std::move(what), std::move(accepted)});
}

void Section::wrong_type(std::string_view key, const toml::node& node, const std::string& accepted) const {
  problems_->add({file_, line_of(node), dotted(key), "is " + shown(node), accepted});
}

std::optional<std::string> Section::text(std::string_view key) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  const auto* text = node->as_string();
  if (text && !trimmed(text->get()).empty()) return std::string(trimmed(text->get()));
  wrong_type(key, *node, "text in quotes");
  return std::nullopt;
}

std::optional<std::int64_t> Section::integer(std::string_view key, std::int64_t low, std::int64_t high) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  const auto* whole = node->as_integer();
  if (whole && whole->get() >= low && whole->get() <= high) return whole->get();
  wrong_type(key, *node, fmt::format("a whole number {} .. {}", low, high));
  return std::nullopt;
}

std::optional<double> Section::number(std::string_view key, double low, double high) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  const std::optional<double> number = node->is_number() ? node->value<double>() : std::nullopt;
  if (number && *number >= low && *number <= high) return number;
  wrong_type(key, *node, fmt::format("a number {} .. {}", low, high));
  return std::nullopt;
}

std::optional<bool> Section::flag(std::string_view key) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  if (const auto* flag = node->as_boolean()) return flag->get();
  wrong_type(key, *node, "true or false");
  return std::nullopt;
}

std::optional<std::size_t> Section::choice(std::string_view key, const std::vector<std::string>& words,
                                           std::size_t listed) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  if (const auto* text = node->as_string()) {
    const auto found = std::find(words.begin(), words.end(), text->get());
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    report(key, "is " + in_quotes(text->get()), suggestion(text->get(), words, listed));
  } else {
    wrong_type(key, *node, "one of the words " + listing(words, listed));
  }
  return std::nullopt;
}

std::optional<std::vector<std::string>> Section::texts(std::string_view key) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  const std::string accepted = "text in quotes, or a list of such texts";
  if (const auto* one = node->as_string()) return std::vector<std::string>{one->get()};
  const auto* list = node->as_array();
  if (!list || list->empty()) {
    wrong_type(key, *node, accepted);
    return std::nullopt;
  }
  std::vector<std::string> texts;
  for (const toml::node& element : *list) {
    if (const auto* text = element.as_string())
      texts.push_back(text->get());
    else
      wrong_type(key, element, accepted);
  }
  return texts;
}

std::optional<std::pair<double, double>> Section::range(std::string_view key, double low, double high) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  const auto* list = node->as_array();
  std::vector<double> ends;
  if (list)
    for (const toml::node& element : *list)
      if (element.is_number()) ends.push_back(element.value<double>().value());
  const bool good =
      list && list->size() == 2 && ends.size() == 2 && ends[0] >= low && ends[0] <= ends[1] && ends[1] <= high;
  if (good) return std::pair(ends[0], ends[1]);
  std::string found = shown(*node);
  if (ends.size() == 2) found = fmt::format("[{}, {}]", ends[0], ends[1]);
  report(key, "is " + found, fmt::format("[smallest, largest], both in {} .. {}", low, high));
  return std::nullopt;
}

const toml::table* Section::table(std::string_view key) {
  const toml::node* node = find(key);
  if (!node) return nullptr;
  if (!node->is_table()) wrong_type(key, *node, fmt::format("a table: [{}] or {} = {{ ... }}", dotted(key), key));
  return node->as_table();
}

std::vector<const toml::table*> Section::tables(std::string_view key) {
  const toml::node* node = find(key);
  std::vector<const toml::table*> found;
  if (!node) return found;
  const std::string accepted = fmt::format("[[{}]] with double brackets, once for each", dotted(key));
  const auto* list = node->as_array();
  if (!list) {
    wrong_type(key, *node, accepted);
    return found;
  }
  for (const toml::node& element : *list) {
    if (const auto* table = element.as_table())
      found.push_back(table);
    else
      wrong_type(key, element, accepted);
  }
  return found;
}

const toml::node* Section::any(std::string_view key) { return find(key); }

void Section::finish() const {
  const std::vector<std::string> known(known_.begin(), known_.end());
  for (const auto& [key, node] : table_)
    if (!known_.contains(key.str())) {
      const int at = static_cast<int>(key.source().begin.line);
      problems_->add({file_, at, dotted(key.str()), "unknown key", suggestion(std::string(key.str()), known, 40)});
    }
}

}  // namespace trust
