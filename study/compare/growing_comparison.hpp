// A comparison that is asked for more and more replicates while somebody waits: what was run once is not run again, and
// every replicate's days are kept.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "study/compare/compare.hpp"

namespace trust {

class GrowingComparison {
 public:
  /// One what-if, or none: then the baseline alone is run. Both must outlive the comparison. `threads`: 0 for as many
  /// as the machine has.
  GrowingComparison(const Scenario& baseline, const Scenario* what_if, int threads);

  /// Exactly what compare() says of replicates 0 to `replicates` over the scenario's days, `uncertain` as in
  /// CompareOptions. Throws as compare() does; the batches that were finished by then are kept.
  CompareResult up_to(std::uint32_t replicates, bool uncertain, RunControl& control);

  using ArmRuns = std::vector<std::shared_ptr<const LaneFigures>>;  // [replicate]
  using Runs = std::vector<ArmRuns>;                                // [arm], 0: the baseline

  /// All that were finished so far, with the parameters as the scenario has them, or drawn.
  const Runs& runs(bool drawn) const { return runs_[drawn ? 1 : 0]; }

  /// The baseline's runs are those of another comparison with the same baseline, as far as it has them.
  void take_baseline_of(const GrowingComparison& other);

 private:
  Arms arms(bool drawn) const;
  std::uint64_t days_to_run(std::uint32_t replicates, bool drawn) const;
  void run(std::uint32_t replicates, bool drawn, RunControl& control);
  void run_together(const std::vector<std::size_t>& which, ReplicateBlock block, bool drawn, RunControl& control);
  std::shared_ptr<const ArmCollector> collected(std::uint32_t replicates, bool drawn) const;

  const Scenario& baseline_;
  std::vector<const Plan*> plans_;
  int threads_;
  std::shared_ptr<const ParameterDraws> draws_;
  std::shared_ptr<const World> world_;  // of the first replicate
  std::array<Runs, 2> runs_;            // as written, drawn
};

}  // namespace trust
