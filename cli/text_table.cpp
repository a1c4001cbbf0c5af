#include "cli/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace trust::cli {
namespace {

constexpr std::size_t page_width = 79;

std::string padded(const std::string& cell, std::size_t width, Align align) {
  const std::string space(width - display_width(cell), ' ');
  return align == Align::left ? cell + space : space + cell;
}

}  // namespace

std::string TextTable::text() const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::string text;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) line += "  " + padded(row[c], widths[c], columns_[c]);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::size_t display_width(std::string_view text) {
  const auto starts_a_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_a_character));
}

std::string wrapped(std::string start, std::string_view text) {
  std::string line = std::move(start);
  const std::string indent(line.size(), ' ');
  std::string page;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (line.size() + 1 + word.size() > page_width) {
      page += line + "\n";
      line = indent;
    }
    line += (line.empty() || line.ends_with(' ') ? "" : " ") + std::string(word);
  }
  return page + line + "\n";
}

std::string readable_time(double seconds) {
  if (seconds < 0.95) return fmt::format("{:.0f} ms", 1000 * seconds);
  if (seconds < 9.95) return fmt::format("{:.1f} s", seconds);
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace trust::cli
