// One scenario being run, a day at a time, with levers that move: the first batch of what `trustsim run` would do, lane
// for lane the same bits as long as nobody touches a lever.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/batch.hpp"
#include "scenarios/scenario.hpp"
#include "viz/session/live_plan.hpp"
#include "viz/session/snapshot.hpp"

namespace trust::viz {

class Runner {
 public:
  /// Replicates 0 .. 15, as many of them as the scenario has in its first organisation. Throws InputError, and what
  /// World throws for an organisation that it cannot hold.
  explicit Runner(Scenario scenario);

  const Scenario& scenario() const { return scenario_; }
  const Batch& batch() const { return *batch_; }
  int day() const { return batch_->day(); }
  bool finished() const { return day() >= scenario_.days; }

  /// One working day; nothing where the scenario has ended.
  void step();

  /// Back to day 0. Levers stay where the hand left them.
  void reset();

  /// From the next day on.
  void set_lever(Lever lever, float value);
  void reset_lever(Lever lever);

  std::vector<Intervention> by_hand() const { return plan_.by_hand(); }

  /// One a replicate, in order: what `trustsim run --json` lists first under replicate_hashes.
  std::vector<std::uint64_t> replicate_hashes() const;

  /// Writes everything about the run into `snapshot`.
  void fill(Snapshot& snapshot) const;

 private:
  void start();
  void record_day();
  void measure_levers(std::span<const Lever> levers);
  void measure_changing_levers();
  void fill_people(Look& look) const;
  void fill_ties(Look& look) const;

  Scenario scenario_;
  std::shared_ptr<const World> world_;
  LivePlan plan_;
  std::optional<Batch> batch_;
  Curves curves_;
  std::array<LeverState, lever_count> levers_{};
};

}  // namespace trust::viz
