#include "scenarios/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "scenarios/words.hpp"

namespace trust {

CsvReader::CsvReader(std::string file, std::string text, Problems& problems, char separator)
    : Table(std::move(file), problems), text_(std::move(text)), separator_(separator) {
  skip_separator_line();
  if (separator_ == 0) separator_ = most_frequent_separator();
  while (read_record() && all_empty()) {
  }
  headings_.assign(cells_.begin(), cells_.end());
  while (!headings_.empty() && headings_.back().empty()) headings_.pop_back();
  heading_line_ = record_line_;
}

bool CsvReader::next(Row& row) {
  while (read_record()) {
    if (all_empty() || !record_is_sound_) continue;
    fit_to_headings();
    if (!record_is_sound_) continue;
    row = {record_line_, cells_};
    return true;
  }
  return false;
}

/// One record into cells_; false at the end of the text.
bool CsvReader::read_record() {
  cells_.clear();
  record_is_sound_ = true;
  record_line_ = line_;
  if (at_ >= text_.size()) return false;
  read_cell();
  while (at_ < text_.size() && text_[at_] == separator_) {
    ++at_;
    read_cell();
  }
  end_line();
  return true;
}

bool CsvReader::at_cell_end() const {
  return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
}

/// Steps over one line end, if there is one here.
bool CsvReader::end_line() {
  if (at_ >= text_.size() || (text_[at_] != '\n' && text_[at_] != '\r')) return false;
  at_ += text_.compare(at_, 2, "\r\n") == 0 ? 2 : 1;
  ++line_;
  return true;
}

void CsvReader::read_cell() {
  while (!at_cell_end() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted_cell();
  const std::size_t begin = at_;
  while (!at_cell_end()) ++at_;
  cells_.push_back(trimmed(std::string_view(text_).substr(begin, at_ - begin)));
}

/// Doubled quotes become single ones in place: the cell only ever shrinks.
void CsvReader::read_quoted_cell() {
  const int opened = line_;
  const std::size_t begin = ++at_;
  std::size_t end = begin;
  while (true) {
    if (at_ >= text_.size()) {
      record_is_sound_ = false;
      report(opened, "", "a quoted cell starts here and never ends",
             "a closing quote (a quote inside is doubled: \"\")");
      break;
    }
    if (text_[at_] == '"') {
      if (text_.compare(at_, 2, "\"\"") != 0) break;
      ++at_;
    }
    const std::size_t here = at_;
    const bool line_end = end_line();
    if (!line_end) ++at_;
    for (std::size_t i = here; i < at_; ++i) text_[end++] = text_[i];
  }
  cells_.push_back(trimmed(std::string_view(text_).substr(begin, end - begin)));
  if (at_ < text_.size()) ++at_;
  skip_cell_rest();
}

/// Only blanks may follow a closing quote.
void CsvReader::skip_cell_rest() {
  const std::size_t begin = at_;
  while (!at_cell_end()) ++at_;
  const std::string_view rest = trimmed(std::string_view(text_).substr(begin, at_ - begin));
  if (rest.empty()) return;
  record_is_sound_ = false;
  report(line_, "", "text after a closing quote: " + in_quotes(rest),
         "a separator or the end of the line there (a quote inside a quoted cell is doubled: \"\")");
}

bool CsvReader::all_empty() const {
  return record_is_sound_ && std::all_of(cells_.begin(), cells_.end(), [](auto cell) { return cell.empty(); });
}

/// Empty cells beyond the headings are dropped (spreadsheets write them); anything else must match.
void CsvReader::fit_to_headings() {
  while (cells_.size() > headings_.size() && cells_.back().empty()) cells_.pop_back();
  if (cells_.size() == headings_.size()) return;
  record_is_sound_ = false;
  report(record_line_, "", fmt::format("the row has {} cells", cells_.size()),
         fmt::format("{} cells, as in the heading (line {})", headings_.size(), heading_line_));
}

/// Spreadsheets may write a first line "sep=;".
void CsvReader::skip_separator_line() {
  constexpr std::string_view sign = "sep=";
  if (!same_word(std::string_view(text_).substr(0, sign.size()), sign) || text_.size() < sign.size() + 2) return;
  const std::size_t after = sign.size() + 1;
  if (text_[after] != '\n' && text_[after] != '\r') return;
  separator_ = text_[sign.size()];
  at_ = after;
  end_line();
}

char CsvReader::most_frequent_separator() const {
  constexpr std::array<char, 4> known{',', ';', '\t', '|'};
  std::array<int, 4> counts{};
  bool quoted_part = false, seen = false;
  for (std::size_t i = at_; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == '"') quoted_part = !quoted_part;
    if (quoted_part) continue;
    if (c == '\n' || c == '\r') {
      if (seen) break;
      continue;
    }
    seen = true;
    for (std::size_t k = 0; k < known.size(); ++k) counts[k] += c == known[k];
  }
  return known[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

std::string csv_cell(std::string_view text) {
  const bool plain = text.find_first_of(",;\t|\"\r\n") == std::string_view::npos && trimmed(text).size() == text.size();
  if (plain) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? "\"\"" : std::string(1, c);
  return cell + '"';
}

}  // namespace trust
