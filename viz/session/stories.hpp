// What was asked about people and ties, found out a slice at a time while the session goes on.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "viz/session/both_arms.hpp"
#include "viz/session/commands.hpp"
#include "viz/session/story_teller.hpp"

namespace trust::viz {

class Stories {
 public:
  void follow(const Follow& whom);
  void explain(const Explain& what);

  /// Everything about that arm is void: it runs otherwise from now on.
  void forget(Arm arm);

  /// Whether the last question has its answer.
  bool answered() const { return !question_; }

  /// Whether a slice would find out more. `all_run`: no day that is wanted is still to be run.
  bool waiting(const BothArms& arms, bool all_run) const;

  /// One slice: a simulated day at most, or some days of the person who is followed.
  void work(BothArms& arms, bool all_run);

  std::string busy() const;  // empty where nobody has to wait

  std::shared_ptr<const PersonHistory> history();
  std::shared_ptr<const TieExplanation> explanation() const { return explanation_; }

 private:
  bool can_answer(const BothArms& arms, bool all_run) const;
  void answer(BothArms& arms);
  void tell_more(BothArms& arms);

  Follow followed_;
  std::optional<PersonTale> tale_;
  int told_ = 0;  // days that the tale has, or that nobody kept
  bool history_is_old_ = false;
  std::shared_ptr<const PersonHistory> history_;
  std::optional<Explain> question_;
  std::shared_ptr<const TieExplanation> explanation_;
};

}  // namespace trust::viz
