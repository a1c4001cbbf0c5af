// The points of a study, read a chunk at a time: ten million of them cost no memory.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "study/design/study.hpp"
#include "study/store/store.hpp"
#include "study/sweep/schedule.hpp"

namespace trust {

/// A point of a study, ready to run or known to fail.
struct SweepPoint {
  std::uint64_t place = 0;                   // in the study, from 0
  std::shared_ptr<const Scenario> scenario;  // none where the values of the point cannot go together
  std::string failure;                       // why
  std::uint32_t company = 0;                 // points of a chunk with the same number may share a batch
  DesignRow design;
};

using SweepPoints = std::vector<SweepPoint>;

/// Digest of all that the runs of a point depend on and of what is recorded of them. Not of the number of replicates,
/// of the study that asks, or of any name in it: two studies that ask for the same run share it.
std::uint64_t digest_of_point(const Study& study, const Scenario& scenario);

/// Digest of a study with the scenario that it names.
std::uint64_t digest_of_study(const Study& study);

class PointReader {
 public:
  explicit PointReader(const Study& study) : study_(study) {}

  /// The points of a chunk, read over threads. One call at a time.
  std::shared_ptr<const SweepPoints> read(const SweepChunk& chunk);

 private:
  static constexpr std::uint64_t most_points_kept = 1024;

  SweepPoint read_point(std::uint64_t place) const;

  const Study& study_;
  std::map<std::uint64_t, std::shared_ptr<const SweepPoints>> kept_;  // by first point; of a study of few points
};

}  // namespace trust
