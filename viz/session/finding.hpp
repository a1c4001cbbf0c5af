// What a number of replicates say of a what-if, kept so that any measure's curves can be asked for later.
#pragma once

#include <memory>
#include <vector>

#include "study/compare/growing_comparison.hpp"
#include "viz/session/refinement.hpp"
#include "viz/session/refiner.hpp"

namespace trust::viz {

/// Nothing in it changes once it is made, so that any thread may read it.
class Finding {
 public:
  /// `result`: what `comparison` said last, of its first replicates.
  Finding(RefineJob job, int wanted, CompareResult result, const GrowingComparison& comparison);

  const RefineJob& job() const { return job_; }
  const CompareResult& result() const { return result_; }
  bool edited() const { return !result_.outcomes.empty(); }

  EffectCurve curve(Measure measure) const;

  /// With the curves of these measures; those that `known` has of the same finding are taken from there.
  Refinement refinement(const std::vector<Measure>& watched, const Refinement* known = nullptr) const;

 private:
  std::vector<std::vector<double>> days_of(const GrowingComparison::ArmRuns& runs, Measure measure) const;
  void add_difference(EffectCurve& curve, Measure measure) const;
  void add_parameters(EffectCurve& curve, Measure measure) const;

  RefineJob job_;
  int wanted_;
  CompareResult result_;
  GrowingComparison::Runs as_written_;
  GrowingComparison::Runs drawn_;
  std::vector<CardLine> card_;
  std::vector<ResultRow> rows_;
};

}  // namespace trust::viz
