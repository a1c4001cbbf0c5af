// One arm's run, any day of which can be looked at: the first batch of what `trustsim run` does, lane for lane the same
// bits, with the curves of every day that was run, the looks of as many as memory allows, and whole states from which
// the rest is run again.
//
// What takes long comes in slices: the work_towards functions run one simulated day at most and say whether they are
// there. Their namesakes without slices do all of it at once.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "models/batch.hpp"
#include "scenarios/scenario.hpp"
#include "viz/session/curves.hpp"
#include "viz/session/keyframes.hpp"
#include "viz/session/look_store.hpp"

namespace trust::viz {

class Timeline {
 public:
  /// Most memory for what is kept, of one timeline: the batches that are at work come on top of it.
  static constexpr std::size_t usual_budget = std::size_t{1} << 30;

  /// Day 0 of replicates 0 .. 15, as many of them as the scenario has in its first organisation, which is the world's.
  Timeline(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const World> world,
           std::size_t budget_bytes = usual_budget);

  const std::shared_ptr<const Scenario>& scenario() const { return scenario_; }
  int lanes() const { return static_cast<int>(replicates_.size()); }
  int days() const { return scenario_->days; }

  /// The last day that was run.
  int computed() const { return computed_; }
  bool finished() const { return computed_ >= days(); }

  /// One more day; nothing at the end.
  void step();

  /// Day 0 .. computed(): nothing is forgotten by looking, and nothing changes. Throws std::out_of_range.
  std::shared_ptr<const Look> look(int day);

  /// The same without a picture made of it.
  std::shared_ptr<const StoredLook> stored_look(int day);

  /// ... and without running anything: null where the day is not kept.
  std::shared_ptr<const StoredLook> kept(int day) const { return find(day); }

  /// All replicates at the end of a day that was run, as a batch of its own under this timeline's plan.
  Batch at_end_of(int day);

  /// One hash a replicate at the end of a day that was run: what `trustsim run --json` lists under replicate_hashes.
  std::vector<std::uint64_t> replicate_hashes(int day);

  /// To the last day that was run. The same ones until there is another day.
  std::shared_ptr<const Curves> curves() const;

  /// Goes on under another plan: what both plans have in common is kept, the days after it are forgotten. The scenarios
  /// differ in nothing but their plans, name and text.
  void replace_plan(std::shared_ptr<const Scenario> scenario);

  /// Another timeline under another plan, which shares what both have in common.
  Timeline branch(std::shared_ptr<const Scenario> scenario) const;

  /// The last day until which another plan does the same, at most computed(); -1 where they differ from the start.
  int days_in_common(const Scenario& other) const;

  // --- In slices of one simulated day, or of one copy of a state: true once it is done
  bool work_towards(int day);         // computed() >= day, or the end
  bool work_towards_look(int day);    // look(day) answers at once
  bool work_towards_end_of(int day);  // at_end_of(day) answers at once
  int days_to_run(int day) const;     // that work_towards_end_of(day) would have to run

  /// Of what is kept: at most the budget.
  std::size_t bytes() const { return looks_.bytes() + keyframes_.bytes(); }

 private:
  // A batch, and the plan that it points to. Timelines may share one: whoever steps it takes a fork first, and so does
  // one whose plan is another by now.
  struct Run {
    Run(std::shared_ptr<const Scenario> of, Batch state) : scenario(std::move(of)), batch(std::move(state)) {}

    std::shared_ptr<const Scenario> scenario;
    Batch batch;
  };
  using SharedRun = std::shared_ptr<Run>;

  void begin();
  void record(const Batch& batch);
  void finish(bool (Timeline::*work)(int), int day);
  std::shared_ptr<const StoredLook> find(int day) const;
  std::vector<const Plan*> plans() const;
  SharedRun start() const;
  SharedRun forked(const Batch& batch) const;
  SharedRun nearest(int day) const;
  bool is_own(const SharedRun& run) const { return run.use_count() == 1 && run->scenario == scenario_; }
  const Batch* ready(int day) const;

  std::shared_ptr<const Scenario> scenario_;
  std::shared_ptr<const World> world_;  // of day 0
  std::vector<std::uint32_t> replicates_;
  std::size_t budget_;
  int computed_ = -1;
  Curves curves_;
  mutable std::shared_ptr<const Curves> shared_curves_;
  LookStore looks_;
  Keyframes keyframes_;
  std::shared_ptr<const StoredLook> asked_for_;  // the last day that look() had to make anew
  SharedRun frontier_;                           // may lag behind computed_ after replace_plan(), or be absent
  SharedRun again_;                              // runs a day again that is over
};

}  // namespace trust::viz
