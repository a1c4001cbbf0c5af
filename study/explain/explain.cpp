#include "study/explain/explain.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>

#include "models/schedule.hpp"
#include "study/explain/contact_steps.hpp"
#include "study/explain/reckoning.hpp"

namespace trust {
namespace {

void check(const Batch& batch, const TieQuestion& question) {
  const Seat seats = batch.world().seats();
  if (question.plan == nullptr) throw std::invalid_argument("a question needs the lane's plan");
  if (question.lane < 0 || question.lane >= batch.lanes()) throw std::invalid_argument("the batch has no such lane");
  if (question.source >= seats || question.target >= seats) throw std::invalid_argument("nobody has such a seat");
}

/// Who sits in a seat.
struct Sitter {
  bool present = false;
  std::uint32_t generation = 0;
  friend bool operator==(const Sitter&, const Sitter&) = default;
};

class DayWalk {
 public:
  DayWalk(Batch& batch, const TieQuestion& question) : batch_(batch), question_(question) {}

  TieDay walk();

 private:
  void walk_step(std::uint32_t step);
  void run(std::string_view phase);
  void run_change_of_seats(std::string_view phase);
  void run_change_of_ties(std::string_view phase);
  void run_repair(std::string_view phase);
  void run_hear(std::string_view phase);
  void run_contact(std::string_view phase);

  void add(std::string_view phase, TieCause cause, float after, const Event* event = nullptr, Seat about = no_seat);
  void find_interventions();
  void find_speakers();
  const Event* event_about(Seat seat, std::initializer_list<Event::Kind> kinds) const;

  float trust(Seat source, Seat target) const;
  float trust() const { return trust(question_.source, question_.target); }
  bool known() const { return batch_.world().graph().find(question_.source, question_.target) != no_slot; }
  Sitter sitter(Seat seat) const;

  Batch& batch_;
  const TieQuestion& question_;
  TieDay day_;
  std::optional<TieTrial> trial_;  // of the step
  int step_of_day_ = 1;
  float now_ = -1;  // where the steps so far have brought trust
};

TieDay DayWalk::walk() {
  day_.day = batch_.day() + 1;
  day_.before = now_ = trust();
  const int steps = question_.options.steps_per_day;
  for (step_of_day_ = 1; step_of_day_ <= steps; ++step_of_day_) {
    walk_step(static_cast<std::uint32_t>((day_.day - 1) * steps + step_of_day_));
  }
  day_.known = known();
  day_.after = trust();
  return std::move(day_);
}

void DayWalk::walk_step(std::uint32_t step) {
  trial_.reset();
  for (const DayPhase& phase : schedule(question_.options.instruction_set).day) {
    if (phase.name == "change seats") {
      run_change_of_seats(phase.name);
    } else if (phase.name == "change ties") {
      run_change_of_ties(phase.name);
    } else if (phase.name == "repair") {
      run_repair(phase.name);
    } else if (phase.name == "hear") {
      run_hear(phase.name);
    } else if (phase.name == "meet + experience + trust") {
      run_contact(phase.name);
    } else {
      run(phase.name);
    }
    if (phase.name == "intervene" && known()) {
      trial_.emplace(batch_, question_, step);
      if (step_of_day_ == 1) find_interventions();
    }
  }
}

void DayWalk::run(std::string_view phase) {
  batch_.run_phase(phase);
  add(phase, TieCause::other, trust());
}

// Where a phase has brought trust: another step, unless it is where it was.
void DayWalk::add(std::string_view phase, TieCause cause, float after, const Event* event, Seat about) {
  if (after == now_) return;
  day_.steps.push_back({phase, step_of_day_, cause, now_, after, nullptr, event, about});
  now_ = after;
}

void DayWalk::run_change_of_seats(std::string_view phase) {
  const Sitter source = sitter(question_.source);
  const Sitter target = sitter(question_.target);
  batch_.run_phase(phase);
  const bool source_changed = !(sitter(question_.source) == source);
  const bool target_changed = !(sitter(question_.target) == target);
  const Seat about = source_changed ? question_.source : target_changed ? question_.target : no_seat;
  const float after = trust();
  if (now_ >= 0 && (after < 0 || about != no_seat)) {
    add(phase, TieCause::ended, -1, event_about(about, {Event::Kind::leave, Event::Kind::replace}), about);
  }
  if (after >= 0) {
    add(phase, TieCause::began, after, event_about(about, {Event::Kind::hire, Event::Kind::replace}), about);
  }
}

void DayWalk::run_change_of_ties(std::string_view phase) {
  batch_.run_phase(phase);
  add(phase, trust() < 0 ? TieCause::ended : TieCause::began, trust());
}

// One event after the other, without any apology that nobody planned; then with it.
void DayWalk::run_repair(std::string_view phase) {
  if (now_ >= 0 && trial_) {
    trial_->set(Lever::repair_hazard, 0);
    for (std::size_t event = 0; event < trial_->events().size(); ++event) {
      trial_->set_events(event + 1);
      const Event& what = *trial_->events()[event].event;
      const bool hurts = what.kind == Event::Kind::violation;
      add(phase, hurts ? TieCause::violation : TieCause::answer, trial_->run(TrialPhase::repair).trust, &what,
          question_.target);
    }
    trial_->as_it_is();
  }
  batch_.run_phase(phase);
  add(phase, TieCause::own_apology, trust(), nullptr, question_.target);
}

void DayWalk::run_hear(std::string_view phase) {
  const bool talk = now_ >= 0 && trial_ && question_.options.rules.gossip != GossipRule::none;
  if (talk) {
    trial_->set(Lever::trust_reciprocity, 0);
    const float heard = trial_->run(TrialPhase::gossip_and_hear).trust;
    if (heard != now_) find_speakers();
    add(phase, TieCause::heard, heard);
    trial_->as_it_is();
  }
  batch_.run_phase(phase);
  add(phase, TieCause::given_back, trust());
}

void DayWalk::run_contact(std::string_view phase) {
  if (now_ < 0 || !trial_) return run(phase);
  MeetingOfStep meeting = trial_->meeting();
  meeting.step_of_day = step_of_day_;
  const float before = now_;
  // The trial stands before the phase, so it goes first: it knows where the phase will end.
  const float after = trial_->run(TrialPhase::trust).trust;
  for (ExplainedStep step : contact_steps(*trial_, meeting, question_.options.rules, now_, after)) {
    step.phase = phase;
    step.step_of_day = step_of_day_;
    day_.steps.push_back(step);
    now_ = step.after;
  }
  const Slot slot = batch_.world().graph().find(question_.source, question_.target);
  const TieClass tie = batch_.world().tie_class()[slot];
  if (const auto numbers = reckon(*trial_, question_, meeting, tie, before, after)) day_.reckonings.push_back(*numbers);
  day_.meetings.push_back(std::move(meeting));
  run(phase);
}

void DayWalk::find_interventions() {
  const Organisation& organisation = batch_.world().organisation();
  const auto touches = [&](const Intervention& one, Seat seat) {
    return std::any_of(one.who.begin(), one.who.end(),
                       [&](const Target& target) { return matches(target, organisation, seat); });
  };
  for (const Intervention& one : question_.plan->interventions) {
    const float share = ramp_on(one, day_.day) * one.strength;
    const InForce found{&one, share, touches(one, question_.source), touches(one, question_.target)};
    if (share > 0 && (found.of_source || found.of_target)) day_.interventions.push_back(found);
  }
}

// Whoever knows the target and is known by the source.
void DayWalk::find_speakers() {
  const TieGraph& graph = batch_.world().graph();
  for (Slot slot = graph.row_begin(question_.target); slot < graph.row_end(question_.target); ++slot) {
    const Seat who = graph.source(slot);
    if (who == question_.source) continue;
    const Speaker speaker{who, trust(who, question_.target), trust(question_.source, who)};
    if (speaker.says >= 0 && speaker.trusted >= 0) day_.speakers.push_back(speaker);
  }
  const float own = now_;
  std::stable_sort(day_.speakers.begin(), day_.speakers.end(), [&](const Speaker& one, const Speaker& other) {
    return std::fabs(one.says - own) > std::fabs(other.says - own);
  });
}

const Event* DayWalk::event_about(Seat seat, std::initializer_list<Event::Kind> kinds) const {
  if (seat == no_seat || !trial_) return nullptr;
  for (const EventOfDay& event : trial_->events()) {
    const bool of_kind = std::find(kinds.begin(), kinds.end(), event.event->kind) != kinds.end();
    if (of_kind && std::binary_search(event.seats, event.seats + event.seat_count, seat)) return event.event;
  }
  return nullptr;
}

float DayWalk::trust(Seat source, Seat target) const {
  const Slot slot = batch_.world().graph().find(source, target);
  return slot == no_slot ? -1.0F : batch_.state()[Column::trust].at(slot, question_.lane);
}

Sitter DayWalk::sitter(Seat seat) const {
  Sitter found{batch_.state()[Column::present].at(seat, question_.lane) > 0, 0};
  const float generation = batch_.state()[Column::generation].at(seat, question_.lane);
  std::memcpy(&found.generation, &generation, sizeof generation);
  return found;
}

}  // namespace

TieDay explain_tie_day(Batch& batch, const TieQuestion& question) {
  check(batch, question);
  return DayWalk(batch, question).walk();
}

}  // namespace trust
