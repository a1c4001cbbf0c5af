// Keeps the runs of a comparison in a store of results: a design for the baseline and for each what-if, every measure
// on the first and the last day, and the headline measures on every day between.
#pragma once

#include <string>
#include <vector>

#include "study/compare/compare.hpp"
#include "study/store/store.hpp"

namespace trust {

/// What is recorded of a run, by day.
bool is_recorded(const MeasureRow& row, int day, int last_day);

class ComparisonRecorder {
 public:
  /// Adds the study and its designs (none where they are there already). `text`: the command, as it was given.
  ComparisonRecorder(Store& store, const std::string& text, const Scenario& baseline,
                     std::span<const Scenario> what_ifs, const CompareOptions& options, ReplicateBlock block);

  /// Adds the batch's runs, except those that are there, and commits them.
  void take(const ArmBatch& batch);

 private:
  RunRow run_row(const ArmBatch& batch, int lane) const;

  Store& store_;
  std::uint64_t seed_;
  int days_;
  std::vector<std::int64_t> designs_;  // [arm]
};

}  // namespace trust
