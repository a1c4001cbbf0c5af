#include "viz/session/sitting_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "scenarios/problems.hpp"
#include "scenarios/whole_file.hpp"
#include "viz/session/document_text.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

std::string for_a_shell(const std::string& word) {
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("/._-+:,@").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, plain)) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string command_of(const std::string& baseline, const std::string& file, std::optional<std::uint64_t> seed) {
  std::string command = fmt::format("trustsim compare {} --what-if {}", for_a_shell(baseline), for_a_shell(file));
  if (seed) command += fmt::format(" --seed {}", *seed);
  return command;
}

// In a comment nothing may end the line.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

[[noreturn]] void refuse(const fs::path& file, std::string what, std::string accepted) {
  throw InputError({{file.string(), 0, "", std::move(what), std::move(accepted)}});
}

bool is_same_file(const fs::path& one, const fs::path& other) {
  std::error_code ignored;
  return fs::equivalent(one, other, ignored) ||
         fs::weakly_canonical(one, ignored) == fs::weakly_canonical(other, ignored);
}

void check_place(const SittingPlace& place, const fs::path& file) {
  std::error_code ignored;
  if (place.baseline.empty() || !fs::is_regular_file(place.baseline, ignored))
    refuse(file,
           fmt::format("cannot be compared: the baseline's file {} is not there",
                       place.baseline.empty() ? "" : in_quotes(place.baseline.string())),
           "a scenario that was opened from a file");
  if (is_same_file(file, place.baseline)) refuse(file, "is the baseline's own file", "another name");
  if (file.extension() != ".toml") refuse(file, "is no name of a scenario file", "a name that ends in .toml");
}

}  // namespace

std::string sitting_text(const std::string& document, const SittingPlace& place, const fs::path& file) {
  toml::table table = parse_document(document);
  move_paths(table, place.baseline.parent_path(), file.parent_path());
  const std::string baseline = named_from(place.baseline, file.parent_path());
  table["scenario"].as_table()->insert_or_assign("baseline", baseline);
  const std::string command = command_of(baseline, file.filename().string(), place.seed);
  return fmt::format(
      "# A what-if, made by hand beside its baseline. What it does, worked out in this folder:\n#   {}\n\n{}",
      on_one_line(command), document_text(table));
}

std::string document_of(const std::string& text, const fs::path& file, const fs::path& baseline) {
  toml::table table = parse_document(text);
  if (auto* scenario = table["scenario"].as_table()) scenario->erase("baseline");
  move_paths(table, file.parent_path(), baseline.parent_path());
  return document_text(table);
}

std::string compare_command(const SittingPlace& place, const fs::path& file) {
  return command_of(place.baseline.string(), file.string(), place.seed);
}

void write_sitting(const std::string& document, const SittingPlace& place, const fs::path& file) {
  check_place(place, file);
  try {
    WholeFile whole(file);
    whole.write(sitting_text(document, place, file));
    whole.finish();
    whole.publish();
  } catch (const fs::filesystem_error& error) {
    refuse(file, "cannot be written: " + error.code().message(), "a folder that can be written, with room in it");
  }
}

}  // namespace trust::viz
