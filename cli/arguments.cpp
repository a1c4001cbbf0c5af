#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

// A value is taken as it stands: commas do not cut it.
#define CXXOPTS_VECTOR_DELIMITER '\0'
#include <cxxopts.hpp>

namespace trust::cli {
namespace {

const std::string where = "command line";
const std::string rest = "positional";

const OptionRow* find_option(std::span<const OptionRow> options, std::string_view name) {
  const auto found =
      std::find_if(options.begin(), options.end(), [&](const OptionRow& row) { return row.name == name; });
  return found == options.end() ? nullptr : &*found;
}

// "did you mean --seed? known: --seed, ..."
std::string options_near(const std::string& word, std::span<const OptionRow> options) {
  std::vector<std::string> names;
  std::vector<std::string> spelled;
  for (const OptionRow& row : options) {
    names.emplace_back(row.name);
    spelled.push_back(std::string("--") + names.back());
  }
  const std::string near = nearest(word.substr(std::min(word.size(), word.find_first_not_of('-'))), names);
  return (near.empty() ? "" : "did you mean --" + near + "? ") + "known: " + listing(spelled);
}

cxxopts::Options describe(std::span<const OptionRow> options) {
  cxxopts::Options parser("trustsim");
  for (const OptionRow& row : options) {
    const auto value = row.value.empty() ? std::shared_ptr<cxxopts::Value>(cxxopts::value<bool>())
                                         : cxxopts::value<std::vector<std::string>>();
    parser.add_options()(std::string(row.name), "", value);
  }
  parser.add_options()(rest, "", cxxopts::value<std::vector<std::string>>());
  parser.parse_positional({rest});
  return parser;
}

// cxxopts quotes with typographic marks; the rest of the program does not.
std::string plain(std::string message) {
  for (const std::string mark : {"‘", "’"}) {
    for (std::size_t at; (at = message.find(mark)) != std::string::npos;) message.replace(at, mark.size(), "'");
  }
  return message;
}

}  // namespace

Arguments::Arguments(std::span<const std::string> words, std::span<const OptionRow> options,
                     std::span<const PositionalRow> positionals) {
  if (!known_options_only(words, options)) return;
  parse(words, options);
  if (flag("help")) return;
  check_positionals(positionals);
  check_required(options);
}

bool Arguments::known_options_only(std::span<const std::string> words, std::span<const OptionRow> options) {
  bool all_known = true;
  for (std::size_t w = 0; w < words.size() && words[w] != "--"; ++w) {
    const std::string& word = words[w];
    if (word.size() < 2 || word[0] != '-') continue;
    const std::string name = word.substr(0, word.find('='));
    const OptionRow* row = name.starts_with("--") ? find_option(options, name.substr(2)) : nullptr;
    if (row == nullptr) {
      add_problem(name, "is not an option of this command", options_near(name, options));
      all_known = false;
    } else if (!row->value.empty() && name.size() == word.size()) {
      ++w;  // the next word is its value, whatever it looks like
    }
  }
  return all_known;
}

void Arguments::parse(std::span<const std::string> words, std::span<const OptionRow> options) {
  std::vector<const char*> pointers{"trustsim"};
  for (const std::string& word : words) pointers.push_back(word.c_str());
  try {
    const auto parsed = describe(options).parse(static_cast<int>(pointers.size()), pointers.data());
    for (const cxxopts::KeyValue& given : parsed.arguments()) {
      (given.key() == rest ? positionals_ : values_[given.key()]).push_back(given.value());
    }
  } catch (const cxxopts::exceptions::exception& refused) {
    add_problem("", plain(refused.what()), "see --help");
  }
  for (const auto& [name, values] : values_) {
    const OptionRow* row = find_option(options, name);
    if (values.size() > 1 && !row->repeats && !row->value.empty()) {
      add_problem("--" + name, fmt::format("is given {} times", values.size()), "one value");
    }
  }
}

void Arguments::check_positionals(std::span<const PositionalRow> rows) {
  for (std::size_t r = positionals_.size(); r < rows.size(); ++r) {
    add_problem(std::string(rows[r].name), "is missing", std::string(rows[r].sentence));
  }
  for (std::size_t p = rows.size(); p < positionals_.size(); ++p) {
    add_problem("", "'" + positionals_[p] + "' is one word too many", fmt::format("{} words and options", rows.size()));
  }
}

void Arguments::check_required(std::span<const OptionRow> options) {
  for (const OptionRow& row : options) {
    if (row.required && !flag(std::string(row.name))) {
      add_problem("--" + std::string(row.name), "is missing", std::string(row.sentence));
    }
  }
}

bool Arguments::flag(const std::string& option) const { return values_.contains(option); }

std::optional<std::string> Arguments::text(const std::string& option) const {
  const auto found = values_.find(option);
  if (found == values_.end()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::all(const std::string& option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::uint64_t> Arguments::whole(const std::string& option, std::uint64_t low, std::uint64_t high) {
  const std::optional<std::string> word = text(option);
  if (!word) return std::nullopt;
  const std::optional<std::uint64_t> number = parse_whole(*word);
  if (number && *number >= low && *number <= high) return number;
  add_problem("--" + option, "'" + *word + "' cannot be used",
              "a whole number from " + with_separators(low) + " to " + with_separators(high));
  return std::nullopt;
}

std::string Arguments::positional(std::size_t place) const {
  return place < positionals_.size() ? positionals_[place] : "";
}

void Arguments::add_problem(const std::string& key, const std::string& what, const std::string& accepted) {
  problems_.add({where, 0, key, what, accepted});
}

std::optional<std::uint64_t> parse_whole(std::string_view word) {
  std::uint64_t number = 0;
  const auto [stopped, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || stopped != word.data() + word.size()) return std::nullopt;
  return number;
}

}  // namespace trust::cli
