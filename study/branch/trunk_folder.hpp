// The shared beginning of branches on disk: the state of every batch on the branch day with the figures until then, and
// a manifest. What comes after a long beginning then costs only what comes after. The folder is there whole or not at
// all; one that does not fit the scenario, or was damaged, is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"
#include "study/batch_runner.hpp"
#include "study/result_folder.hpp"
#include "study/run.hpp"

namespace trust {

class TrunkWriter {
 public:
  /// Throws InputError where the folder cannot be written or holds something else.
  explicit TrunkWriter(const std::filesystem::path& folder);

  /// Writes a batch on the branch day. Any thread may call it, for different batches at the same time. Throws
  /// SnapshotError.
  void keep(const BatchRecord& record);

  /// Writes the manifest and puts the folder in its place, once every batch was kept.
  void finish(const Scenario& scenario, const RunOptions& options, int day);

 private:
  ResultFolder folder_;
  std::mutex noting_;
  std::map<std::uint32_t, std::uint64_t> hashes_;  // of each replicate's state on the branch day
};

class TrunkReader {
 public:
  /// Reads the manifest. Throws InputError where there is none that this program can read.
  explicit TrunkReader(const std::filesystem::path& folder);

  int day() const { return day_; }
  std::uint32_t first_replicate() const { return first_replicate_; }
  std::uint32_t replicates() const { return replicates_; }

  /// Throws InputError with everything that the folder was not saved for: other replicates, seed, steps, rules, or a
  /// plan that does something else until the day. Whether the organisations are the same shows in recall().
  void check(const Scenario& scenario, const RunOptions& options) const;

  /// Brings a batch that has not begun to the day, its figures included. What was recorded besides figures is left
  /// empty for those days. Any thread may call it, for different batches at the same time. Throws InputError where the
  /// files are missing, damaged or another run's.
  void recall(BatchRecord& record) const;

 private:
  std::filesystem::path folder_;
  int day_ = 0;
  std::uint32_t first_replicate_ = 0;
  std::uint32_t replicates_ = 0;
  std::uint64_t seed_ = 0;
  std::uint32_t replicates_per_organisation_ = 0;
  int steps_per_day_ = 0;
  std::string trust_rule_;
  std::string gossip_;
  std::string scenario_;
  std::string history_;
  std::vector<std::string> hashes_;  // of each replicate's state on the day, in order
};

}  // namespace trust
