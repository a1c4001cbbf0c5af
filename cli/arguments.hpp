// The words after a command, checked: every wrong one is reported at once, with what would be accepted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problems.hpp"
#include "study/readable.hpp"

namespace trust::cli {

/// One option of a command.
struct OptionRow {
  std::string_view name;   // without the dashes
  std::string_view value;  // what follows it, as help shows it; empty for a flag
  std::string_view sentence;
  bool repeats = false;   // may be given several times
  bool required = false;  // must be given
};

/// What a command takes besides options.
struct PositionalRow {
  std::string_view name;  // as help shows it
  std::string_view sentence;
};

class Arguments {
 public:
  /// Sorts `words` into options and positional arguments. Mistakes wait for check().
  Arguments(std::span<const std::string> words, std::span<const OptionRow> options,
            std::span<const PositionalRow> positionals);

  bool flag(const std::string& option) const;
  std::optional<std::string> text(const std::string& option) const;
  std::vector<std::string> all(const std::string& option) const;

  /// The option's value as a whole number from low to high; anything else is a mistake.
  std::optional<std::uint64_t> whole(const std::string& option, std::uint64_t low, std::uint64_t high);

  /// The positional argument `place` (from 0); empty where it is missing, which is a mistake.
  std::string positional(std::size_t place) const;

  void add_problem(const std::string& key, const std::string& what, const std::string& accepted);

  /// Throws InputError with every mistake so far.
  void check() const { problems_.throw_if_any(); }

 private:
  bool known_options_only(std::span<const std::string> words, std::span<const OptionRow> options);
  void parse(std::span<const std::string> words, std::span<const OptionRow> options);
  void check_positionals(std::span<const PositionalRow> rows);
  void check_required(std::span<const OptionRow> options);

  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> positionals_;
  Problems problems_;
};

/// The whole word as a number, digits only; nothing else.
std::optional<std::uint64_t> parse_whole(std::string_view word);

}  // namespace trust::cli
