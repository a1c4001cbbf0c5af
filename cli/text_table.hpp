// A table for people: columns as wide as their widest cell, numbers to the right, words to the left.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "study/readable.hpp"

namespace trust::cli {

enum class Align { left, right };

class TextTable {
 public:
  explicit TextTable(std::vector<Align> columns) : columns_(std::move(columns)) {}

  /// One cell a column.
  void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  /// Lines with two spaces in front and between columns, none at the end.
  std::string text() const;

 private:
  std::vector<Align> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// How many columns of a terminal UTF-8 text takes (one a character; wide and combining ones are not told apart).
std::size_t display_width(std::string_view text);

/// `text` behind `start`, broken between words into lines of at most 79 columns; later lines begin where the first did.
std::string wrapped(std::string start, std::string_view text);

/// A length of time: "45 ms", "1.2 s", "12 s", "3 min 20 s", "2 h 5 min".
std::string readable_time(double seconds);

}  // namespace trust::cli
