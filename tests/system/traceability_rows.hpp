// docs/traceability.csv: what stands for each item of the source documents, and what shows it.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "scenarios/csv.hpp"
#include "scenarios/problems.hpp"

namespace trust::testing {

struct TraceabilityRow {
  std::string id, kind, represented_by, sign, both, with, without, observable, moves, shown_by, remark;
};

/// How a failing test names its row.
inline void PrintTo(const TraceabilityRow& row, std::ostream* out) { *out << row.id; }

inline std::vector<TraceabilityRow> traceability_rows() {
  const std::filesystem::path file = std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "docs/traceability.csv";
  std::ifstream stream(file);
  std::string text((std::istreambuf_iterator<char>(stream)), {});
  Problems problems;
  CsvReader reader(file.string(), std::move(text), problems);
  std::vector<TraceabilityRow> rows;
  Row row;
  while (reader.next(row)) {
    const auto cell = [&](std::size_t c) { return std::string(row.cells[c]); };
    rows.push_back(
        {cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6), cell(7), cell(8), cell(9), cell(10)});
  }
  problems.throw_if_any();
  return rows;
}

/// The parts of a list, without outer blanks.
inline std::vector<std::string> parts_of(const std::string& list, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(separator, begin), list.size());
    std::string part = list.substr(begin, end - begin);
    part.erase(0, part.find_first_not_of(' '));
    if (!part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

}  // namespace trust::testing
