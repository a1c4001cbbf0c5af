// One table of a scenario file, read key by key: every read says what it accepts, and what nobody asked for is unknown.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/problems.hpp"

namespace trust {

/// The found value as a message shows it: `"abc"`, `12`, `a table`, `a list`.
std::string shown(const toml::node& node);

/// Line of the node in its file, from 1.
int line_of(const toml::node& node);

/// The table that the text holds; otherwise reports where it is no TOML. `accepted` names the page with its keys.
std::optional<toml::table> parse_toml(const std::string& text, const std::string& file, const char* accepted,
                                      Problems& problems);

class Section {
 public:
  /// `path` is the table's dotted key, as messages write it; empty for the whole file.
  Section(const toml::table& table, std::string path, std::string file, Problems& problems);

  // Each returns nothing where the key is absent, and nothing after reporting a value that is not accepted.
  std::optional<std::string> text(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t low, std::int64_t high);
  std::optional<double> number(std::string_view key, double low, double high);
  std::optional<bool> flag(std::string_view key);
  // Index of the word; a message lists `listed` of the words.
  std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& words,
                                    std::size_t listed = 20);
  std::optional<std::vector<std::string>> texts(std::string_view key);  // one string, or a list of strings
  std::optional<std::pair<double, double>> range(std::string_view key, double low, double high);  // [smaller, larger]
  const toml::table* table(std::string_view key);
  std::vector<const toml::table*> tables(std::string_view key);  // of [[key]]
  const toml::node* any(std::string_view key);                   // whatever its type is

  /// A table below this one as a section of its own.
  Section below(std::string_view key, const toml::table& table) const;

  bool has(std::string_view key) const { return table_.contains(key); }
  /// Line of the key's value, or of the section where the key is absent.
  int line(std::string_view key) const;
  int line() const { return line_of(table_); }
  const std::string& file() const { return file_; }
  std::string dotted(std::string_view key) const {
    return path_ + (path_.empty() || key.empty() ? "" : ".") + std::string(key);
  }
  Problems& problems() const { return *problems_; }

  void report(std::string_view key, std::string what, std::string accepted) const;
  /// Where a file that this key names was asked for.
  Problem asked_by(std::string_view key) const { return {file_, line(key), dotted(key), {}, {}}; }
  void missing(std::string_view key, std::string accepted) const { report(key, "is missing", std::move(accepted)); }
  /// Reports every key that no call has asked for, with the nearest that is known.
  void finish() const;

 private:
  const toml::node* find(std::string_view key);
  void wrong_type(std::string_view key, const toml::node& node, const std::string& accepted) const;

  const toml::table& table_;
  std::string path_;
  std::string file_;
  Problems* problems_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace trust
