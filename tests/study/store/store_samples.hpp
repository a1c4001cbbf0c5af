// Rows to put into stores, and all that a store holds as text.
#pragma once

#include <string>
#include <vector>

#include "study/store/query.hpp"
#include "study/store/store.hpp"

namespace trust::test {

inline StudyRow sample_study(std::uint64_t digest = 7) { return {"sweep", "Sample", "[study]\n", digest, 1, 64, 60}; }

inline DesignRow sample_design(std::uint64_t digest) {
  return {digest, {{"levers.recognition.propensity", "0." + std::to_string(digest)}, {"scenario.trust_rule", "beta"}}};
}

/// A run whose figures say which it is.
inline RunRow sample_run(std::int64_t design_id, std::uint32_t replicate) {
  const double value = static_cast<double>(design_id) + replicate / 1024.0;
  return {design_id,
          replicate,
          1,
          replicate / 16,
          0xABCDEF0000000000u + replicate,
          {{0, Measure::trust, value}, {0, Measure::stress, -value}, {60, Measure::trust, 2 * value}}};
}

inline std::vector<RunRow> sample_runs(std::int64_t design_id, std::uint32_t first, std::uint32_t count) {
  std::vector<RunRow> rows;
  for (std::uint32_t r = first; r < first + count; ++r) rows.push_back(sample_run(design_id, r));
  return rows;
}

/// Every answer as lines of CSV, the heading first.
inline std::vector<std::string> answers(const Store& store, const std::string& sql) {
  StoreQuery query(store, sql);
  std::vector<std::string> lines = {csv_line(query.columns())};
  for (std::vector<StoredValue> row; query.next(row);) lines.push_back(csv_line(row));
  for (std::string& line : lines) line.resize(line.size() - 2);  // without CR LF
  return lines;
}

/// Everything in every table, in the tables' own order.
inline std::vector<std::string> everything_in(const Store& store) {
  std::vector<std::string> all;
  for (const std::string& table : table_names(store)) {
    all.push_back("== " + table);
    for (const std::string& line : answers(store, "SELECT * FROM " + table)) all.push_back(line);
  }
  return all;
}

/// A study of `points` points, taken up where it was left: blocks of 16 replicates, all points in each, a commit a
/// block.
inline void go_on_with_a_sweep(Store& store, std::uint32_t points, std::uint32_t replicates) {
  for (std::uint32_t block = 0; block < replicates; block += 16) {
    for (std::uint32_t p = 0; p < points; ++p) {
      store.in_one_transaction([&] {
        const std::int64_t study = store.study(sample_study());
        const std::int64_t design = store.design(study, p, sample_design(p + 1));
        if (store.finished(design, block, 16).empty()) store.add_runs(sample_runs(design, block, 16));
      });
    }
  }
}

}  // namespace trust::test
