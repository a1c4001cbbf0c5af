// Reads CSV as spreadsheets and personnel systems write it (RFC 4180 and its usual relatives), with line numbers.
//
// Cells may be quoted, hold separators, doubled quotes and line ends; lines may end in LF, CRLF or CR; blank lines and
// rows of empty cells are skipped; outer blanks of a cell do not count. The separator is a comma, a semicolon, a tab or
// a bar: whichever the heading line has most of, or what a first line "sep=;" says.
#pragma once

#include "scenarios/table.hpp"

namespace trust {

class CsvReader final : public Table {
 public:
  /// `text` is the whole file; `file` is the name that problems give. A separator of 0 means: see the heading line.
  CsvReader(std::string file, std::string text, Problems& problems, char separator = 0);

  bool next(Row& row) override;

  char separator() const { return separator_; }

 private:
  bool read_record();
  void read_cell();
  void read_quoted_cell();
  void skip_cell_rest();
  bool at_cell_end() const;
  bool end_line();
  bool all_empty() const;
  void fit_to_headings();
  void skip_separator_line();
  char most_frequent_separator() const;

  std::string text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;         // of at_
  int record_line_ = 1;  // where the current record starts
  bool record_is_sound_ = true;
  std::vector<std::string_view> cells_;
};

/// Writes a cell so that CsvReader reads it back: quoted where it has to be.
std::string csv_cell(std::string_view text);

}  // namespace trust
