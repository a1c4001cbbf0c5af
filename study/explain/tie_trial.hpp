// One tie's phases tried out in the middle of a day, with levers or state changed for the trial: what would trust be
// without the contact, without this event? The engine's own code answers; afterwards the state is as it was, bit for
// bit.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "models/batch.hpp"
#include "models/event_list.hpp"
#include "study/explain/explain.hpp"

namespace trust {

enum class TrialPhase : std::uint8_t { repair, gossip_and_hear, trust };

/// What the tie would be after a trial.
struct TrialResult {
  float trust = 0;
  std::array<float, dimension_count> sides{};  // rule abi: ability, benevolence, integrity; else 0
};

class TieTrial {
 public:
  /// `batch` is in the middle of a day, at phase `intervene` or later; `step` counts the run's steps from 1. Both
  /// arguments must outlive the trial.
  TieTrial(Batch& batch, const TieQuestion& question, std::uint32_t step);
  ~TieTrial();
  TieTrial(const TieTrial&) = delete;
  TieTrial& operator=(const TieTrial&) = delete;

  // --- How the trial differs from the day, until as_it_is()
  void set(Lever lever, float value);  // for everybody
  void set_events(std::size_t count);  // only the lane's first so many of today
  void lift_ceiling(bool lifted);
  void as_it_is();

  std::span<const EventOfDay> events() const;  // of the lane, today
  float lever(Lever lever, Seat seat) const;   // as the trial has it

  /// Tries the phase on all ties towards the target. The state is untouched afterwards.
  TrialResult run(TrialPhase phase);

  /// Whether the source sees the target this step, and what that shows.
  MeetingOfStep meeting();

 private:
  std::vector<SeenEvidence> seen_at(float richness);

  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace trust
