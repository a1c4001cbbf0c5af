#include "viz/session/stories.hpp"

#include <utility>

namespace trust::viz {
namespace {

constexpr std::size_t bytes_a_slice = std::size_t{8} << 20;  // of looks that are read: some milliseconds

StorySource source_of(BothArms& arms, Arm arm) {
  Timeline& timeline = arms.of(arm);
  StorySource source;
  source.arm = arm;
  source.scenario = timeline.scenario();
  source.computed = timeline.computed();
  source.look = [&timeline](int day) { return timeline.look(day); };
  source.at_end_of = [&timeline](int day) { return timeline.at_end_of(day); };
  return source;
}

}  // namespace

void Stories::follow(const Follow& whom) {
  followed_ = whom;
  forget(whom.arm);
  if (whom.person.empty()) history_.reset();
}

void Stories::explain(const Explain& what) { question_ = what; }

void Stories::forget(Arm arm) {
  if (followed_.arm == arm) {
    tale_.reset();  // the old history stays in sight until there is a new one
    told_ = 0;
  }
  if (explanation_ && explanation_->arm == arm) explanation_.reset();
}

bool Stories::can_answer(const BothArms& arms, bool all_run) const {
  return question_ && (all_run || question_->day <= arms.of(question_->arm).computed());
}

bool Stories::waiting(const BothArms& arms, bool all_run) const {
  if (can_answer(arms, all_run)) return true;
  return !followed_.person.empty() && told_ <= arms.of(followed_.arm).computed();
}

void Stories::work(BothArms& arms, bool all_run) {
  if (can_answer(arms, all_run)) {
    answer(arms);
  } else if (!followed_.person.empty()) {
    tell_more(arms);
  }
}

// The day is run again phase by phase from the end of the day before, which has to be there first.
void Stories::answer(BothArms& arms) {
  Timeline& timeline = arms.of(question_->arm);
  const bool can_be_run = question_->day >= 1 && question_->day <= timeline.computed();
  if (can_be_run && !timeline.work_towards_end_of(question_->day - 1)) return;
  const StorySource source = source_of(arms, question_->arm);
  explanation_ =
      std::make_shared<const TieExplanation>(tell_tie(source, question_->source, question_->target, question_->day));
  question_.reset();
}

// Days that are not kept are left out: a person's days are not worth running the organisation's again.
void Stories::tell_more(BothArms& arms) {
  const Timeline& timeline = arms.of(followed_.arm);
  if (!tale_) tale_.emplace(timeline.scenario(), followed_.arm, followed_.person);
  std::size_t bytes = 0;
  for (; told_ <= timeline.computed() && bytes < bytes_a_slice; ++told_) {
    const auto kept = timeline.kept(told_);
    if (!kept) continue;
    tale_->extend(kept->whole());
    bytes += kept->bytes();
  }
  history_is_old_ = true;
}

std::string Stories::busy() const {
  return question_ ? "Running day " + std::to_string(question_->day) + " again to see why" : "";
}

std::shared_ptr<const PersonHistory> Stories::history() {
  if (history_is_old_ && tale_) history_ = std::make_shared<const PersonHistory>(tale_->history());
  history_is_old_ = false;
  return history_;
}

}  // namespace trust::viz
