// What plans change: a baseline and its what-ifs with the same organisations, the same replicates and the same luck, so
// that what differs between them is the plans' doing.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "study/compare/influence.hpp"
#include "study/compare/paired_runs.hpp"
#include "study/run.hpp"

namespace trust {

struct CompareOptions {
  RunOptions run;                          // replicates are those of a comparison without `until_half_width`
  std::optional<double> until_half_width;  // run until the interval of `measure` reaches half as wide as this each side
  Measure measure = Measure::trust;        // on the last day
  bool uncertain = false;                  // draw the parameters too
  SharedDays shared = {};                  // days that all plans have in common (check_branches()); not if `uncertain`
};

/// Where a further value lies in 95 of 100 cases, whatever the distribution: the 2.5 % and 97.5 % quantiles of type 6
/// (Hyndman & Fan 1996, doi 10.1080/00031305.1996.10473566). Of fewer than 39 values, the smallest and largest, which
/// hold somewhat less. Not a number for no values or where any is none.
Range plausible_range(std::vector<double> values);

/// An effect with all that is known of its uncertainty.
struct JudgedEffect {
  PairedEffect effect;  // of the runs; where parameters are drawn, with a draw of them for each replicate

  // Where parameters are drawn, else nothing:
  std::optional<PairedEffect> by_luck;  // the same with the parameters as the scenario has them: luck alone
  std::optional<Range> plausible;       // where the effect lies in 95 % of draws: luck and parameters

  /// What to read first: the effect and its interval; where parameters are drawn, the wider of the two above.
  bool parameters_are_wider() const;
  double difference() const;
  Range interval() const;
};

/// One what-if against the baseline.
class Outcome {
 public:
  Outcome(PairedRuns runs, std::optional<PairedRuns> by_luck) : runs_(std::move(runs)), by_luck_(std::move(by_luck)) {}

  const PairedRuns& runs() const { return runs_; }
  const std::optional<PairedRuns>& by_luck() const { return by_luck_; }

  JudgedEffect judge(Measure measure, Span span) const;
  JudgedEffect judge_net_money() const;

 private:
  PairedRuns runs_;
  std::optional<PairedRuns> by_luck_;
};

struct CompareResult {
  ReplicateBlock replicates;        // those that the figures come from
  std::uint32_t organisations = 0;  // how many organisation draws they live in
  std::uint64_t people = 0;         // in the first of them
  std::uint64_t ties = 0;
  std::optional<ReplicateBlock> searched;  // with until_half_width: the replicates that said how many it takes
  bool narrow_enough = true;               // ... and whether they got there
  std::shared_ptr<const ArmCollector> runs;
  std::shared_ptr<const ParameterDraws> draws;  // where parameters are drawn
  std::vector<Outcome> outcomes;                // one a what-if
  double seconds = 0;
};

/// Makes what is handed every batch that the figures come from, once it is known which replicates these are.
using WitnessMaker = std::function<ArmSink(ReplicateBlock)>;

/// Runs the baseline and every what-if (at most most_arms - 1) that read_what_if() made for it. The figures of one
/// what-if do not depend on which others there are. Throws as run_batches does. `witness` may be empty.
CompareResult compare(const Scenario& baseline, std::span<const Scenario> what_ifs, const CompareOptions& options,
                      RunControl& control, const WitnessMaker& witness = {});

/// What compare() says of runs that are there already: of `runs`, where parameters were drawn for them by `draws`; then
/// `by_luck` has the same replicates with the parameters as the scenario has them. Both null otherwise.
CompareResult judge_runs(const Scenario& baseline, ReplicateBlock replicates, std::shared_ptr<const ArmCollector> runs,
                         std::shared_ptr<const ArmCollector> by_luck, std::shared_ptr<const ParameterDraws> draws);

/// The measures of the short table.
std::vector<Measure> headline_measures();

/// Neither above nor below it; what is not a number holds it.
bool holds_zero(const Range& interval);

/// Fewer than ten of the replicates differ at all, and some do not: the effect is a matter of rare events, few replicates
/// may all look alike, and the interval may be narrow around the wrong number (docs/effects.md).
bool rests_on_few(const std::vector<double>& differences);

/// The measures whose effect is largest for its baseline's spread over replicates, largest first, without those that
/// `left_out` has and without effects whose interval holds 0.
std::vector<Measure> what_moved_most(const Outcome& outcome, std::span<const Measure> left_out);

}  // namespace trust
