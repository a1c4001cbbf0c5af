// Tells stories: why a tie moved on a day (by running that day again, study/explain/), and what happened to a person
// (from the looks of the days).
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "models/batch.hpp"
#include "scenarios/scenario.hpp"
#include "viz/session/story.hpp"

namespace trust::viz {

/// One arm's run, as far as stories need it. Seat for seat and lane for lane what is shown.
struct StorySource {
  Arm arm = Arm::what_if;
  std::shared_ptr<const Scenario> scenario;  // of the arm: plan, seed, steps a day, rules
  int computed = 0;                          // the last day that was run
  int lane = 0;                              // of the batch, that is looked at
  std::function<std::shared_ptr<const Look>(int day)> look;
  std::function<Batch(int day)> at_end_of;  // a batch of its own; day 0 .. computed - 1 are asked for
};

/// Why `source`'s trust in `target` moved on `day`. Runs one day. Never throws for what a user can ask wrongly: problem
/// says it.
TieExplanation tell_tie(const StorySource& run, const std::string& source, const std::string& target, int day);

/// One person's days in one arm, as they come: extend() costs what the person's own ties cost.
class PersonTale {
 public:
  /// `scenario` is the arm's. An id that nobody has makes a tale with no seat and nothing in it.
  PersonTale(std::shared_ptr<const Scenario> scenario, Arm arm, std::string id);

  int next_day() const { return next_day_; }  // the one that extend() wants
  const std::string& id() const { return id_; }

  /// The next day's look, from day 0 on. A look of another day is skipped over: its days between stay unknown.
  void extend(const std::shared_ptr<const Look>& look);

  /// All that is known so far; at most 40 moments, by day.
  PersonHistory history() const;

 private:
  struct Candidate {
    Moment moment;
    bool always = false;  // of the person, not of a tie: stays however many there are of ties
    float weight = 0;     // among those of ties
  };

  void add_values(const Look& look);
  void add_person(const Look& look);
  void add_events(const Look& look);
  void add_ties(const Look& look);
  void add_tie(const Look& look, Seat other, bool outgoing, TrustByte before, TrustByte after,
               std::vector<Moment>& moves);
  void add_moves(bool outgoing, bool rose, std::vector<Moment>& all);
  void forget_the_smallest();

  std::shared_ptr<const Scenario> scenario_;
  Arm arm_;
  std::string id_;
  int next_day_ = 0;
  Seat seat_ = no_seat;
  int left_on_ = 0;  // the day from which on nobody sat there
  std::shared_ptr<const Look> before_;
  std::array<std::vector<float>, person_value_count> values_;
  std::vector<Candidate> candidates_;
};

}  // namespace trust::viz
