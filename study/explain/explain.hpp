// Why did one person's trust in another move on a day? Answered by running the day again, phase by phase, and looking
// at one tie in one lane: no story is ever written down while a run lasts. Nothing is drawn that the day does not draw,
// and afterwards the batch is as an ordinary step leaves it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/batch.hpp"
#include "study/explain/evidence.hpp"

namespace trust {

struct TieQuestion {
  const Plan* plan = nullptr;  // of the lane
  BatchOptions options{};      // that the batch was made with
  int lane = 0;
  Seat source = no_seat;  // who trusts
  Seat target = no_seat;  // who is trusted
};

/// What can move a tie.
enum class TieCause : std::uint8_t {
  ended,        // somebody left, or the two lost touch
  began,        // somebody came, or the two got to know each other
  violation,    // the target let people down
  answer,       // ... and answered for it: an event of the plan
  own_apology,  // ... or apologised unasked
  heard,        // talk about the target
  given_back,   // the target's own trust in the source, returned
  drift,        // time
  contact,      // a contact as such: earlier ones count for less
  evidence,     // what the target did, as the source saw it
  ceiling,      // no higher than an old deception leaves it
  other,        // nothing of these (never, by the tests)
};

/// One step of the day. An inactive tie is exactly -1.
struct ExplainedStep {
  std::string_view phase;  // of the schedule
  int step_of_day = 1;     // 1 .. steps_per_day
  TieCause cause = TieCause::other;
  float before = 0;
  float after = 0;
  const EvidenceRow* evidence = nullptr;  // where the cause is evidence
  const Event* event = nullptr;           // of the plan, where one did it
  Seat about = no_seat;                   // who left or came: source or target; no_seat for neither
};

/// One piece of what a contact showed.
struct SeenEvidence {
  const EvidenceRow* row;
  std::array<float, dimension_count> worth;  // by Dimension, of an outcome of -1 .. 1
  float total() const { return worth[0] + worth[1] + worth[2]; }
};

enum class Channel : std::uint8_t { face_to_face, call, chat, mail };

/// Whether the two met in a step of the day, and what that would show whoever meets.
struct MeetingOfStep {
  int step_of_day = 1;
  bool met = false;
  Channel channel = Channel::face_to_face;  // where they met
  float richness = 0;                       // of the channel: the share of good news that gets across
  std::vector<SeenEvidence> seen;           // what the source saw; empty where they did not meet
  std::uint32_t behaviours = 0;             // what the target did, a bit a Behaviour
  bool promise_is_fresh = false;            // the target promised to change, and gains count more (or less)
};

/// What a step with or without a contact does to `before`, as the rule of trust `asymmetric` says it
/// (models/trust_rules/asymmetric/README.md), with the numbers of one tie:
///   learned = before + rate x outcome x (1 - before)    where the outcome is above 0
///   learned = before + rate x outcome x before          where it is below
///   after   = learned + share x (home - learned)
struct Reckoning {
  int step_of_day = 1;
  float before = 0;
  double outcome = 0;    // of all that was seen, -1 .. 1; 0 where nothing was
  double rate = 0;       // of gain or of loss, as the outcome's sign has it
  double factor = 1;     // that is in the rate: of a fresh promise, or of exposure
  double half_life = 0;  // of the drift, in working days
  double share = 0;      // ... and how much of the difference to `home` it takes in the step
  double home = 0;       // the level that trust drifts to
  double learned = 0;
  double after = 0;
};

/// Somebody who spoke about the target to the source.
struct Speaker {
  Seat who;
  float says;     // their trust in the target
  float trusted;  // the source's trust in them
};

struct InForce {
  const Intervention* intervention;
  float share;  // of its full effect, by ramp and strength
  bool of_source;
  bool of_target;
};

struct TieDay {
  int day = 0;
  bool known = false;  // whether the two ever have a tie; nothing below is filled in where they do not
  float before = -1;   // at the end of the day before
  float after = -1;
  std::vector<ExplainedStep> steps;  // each begins where the last one ended; the last ends at `after`
  std::vector<MeetingOfStep> meetings;
  std::vector<Reckoning> reckonings;  // of the steps that can be reckoned again by hand
  std::vector<Speaker> speakers;      // furthest from the source's own trust first; of a week with talk
  std::vector<InForce> interventions;
};

/// Runs the day after `batch`'s and explains it. Afterwards the batch is at that day's end, as after Batch::step().
/// Throws std::invalid_argument for a seat, lane or plan that there is not.
TieDay explain_tie_day(Batch& batch, const TieQuestion& question);

}  // namespace trust
