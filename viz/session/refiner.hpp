// Replicates in the background: the what-if against its baseline with the same luck, over the scenario's whole horizon,
// first 8 replicates, then 16, then 64. What comes out is what `trustsim compare` says of as many replicates.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "scenarios/scenario.hpp"
#include "viz/session/refinement.hpp"

namespace trust::viz {

struct RefineJob {
  std::uint64_t edition = 0;  // of the sitting: Snapshot::edition
  std::shared_ptr<const Scenario> baseline;
  std::shared_ptr<const Scenario> what_if;  // the same pointer where nothing is edited
  bool uncertain = false;                   // with drawn parameters too
  std::vector<Measure> watched;             // those that curves are wanted of
};

/// Works on a thread of its own, and on as many more as the machine has but one. start() and stop() wait for nothing;
/// watch() works out the curves of a measure that nobody watched before, some milliseconds each. Of what was run for one
/// job the next takes what it can: the baseline's replicates, or all where only `uncertain` differs.
class Refiner {
 public:
  /// `on_news` is called on the Refiner's thread whenever latest() has become another one by what was run, and when a
  /// job is done. May be empty.
  explicit Refiner(std::function<void()> on_news);

  /// Stops what runs, within a day of simulated time, and waits for it.
  ~Refiner();
  Refiner(const Refiner&) = delete;
  Refiner& operator=(const Refiner&) = delete;

  /// Begins another job, whose what-if can be compared with its baseline (study/compare/comparable.hpp); the one before is given up within a day of simulated time, and what it found stays the latest
  /// (its edition tells that it is stale) until the new one has something to say.
  void start(RefineJob job);

  /// Curves of these from now on: latest() has them when it returns, wherever there is a result. Nothing is run again.
  void watch(std::vector<Measure> measures);

  /// Gives the job up within a day of simulated time; what it found stays.
  void stop();

  /// Whether a job that was started is neither done nor given up.
  bool busy() const;

  /// Null before there is any.
  std::shared_ptr<const Refinement> latest() const;

 private:
  class Worker;
  std::unique_ptr<Worker> worker_;
};

/// The same at once, for pictures and tests: on this thread's time, always the same. Whatever goes wrong becomes the
/// Refinement's problem.
Refinement refine_at_once(const RefineJob& job, int replicates);

}  // namespace trust::viz
