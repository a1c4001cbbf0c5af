#include "viz/tour/tour_state.hpp"

#include <algorithm>

#include "viz/plot/ticks.hpp"

namespace trust::viz {
namespace {

constexpr int watched_speed = 4;  // of a bet's run, index into speeds(): 65 days in some seconds

// One command for the one thing that a try changes.
void add_edit(const TourEdit& edit, std::vector<Command>& commands) {
  if (const auto* lever = std::get_if<LeverTry>(&edit)) commands.emplace_back(SetLever{lever->lever, lever->value});
  if (const auto* kind = std::get_if<KindTry>(&edit)) commands.emplace_back(AddIntervention{std::string(kind->words)});
  if (const auto* lane = std::get_if<StrengthTry>(&edit)) {
    ChangeLane change{};
    change.lane = lane->lane;
    change.strength = lane->strength;
    commands.emplace_back(change);
  }
}

bool complete(const TourFacts& facts) {
  const auto all = static_cast<std::size_t>(facts.days) + 1;
  return facts.ready && facts.what_if.size() >= all && facts.baseline.size() >= all;
}

Finding finding_of(const TourFacts& facts, std::string label) {
  const auto last = static_cast<std::size_t>(facts.days);
  return {std::move(label), facts.what_if.front(), facts.what_if[last], facts.baseline[last]};
}

}  // namespace

std::size_t truth_of(const Question& question, const Finding& finding) {
  float value = finding.end;
  if (question.ruler == Ruler::since_start) value -= finding.start;
  if (question.ruler == Ruler::against_baseline) value -= finding.other;
  return value < question.low ? 0 : value > question.high ? 2 : 1;
}

const Question* TourState::question() const {
  for (std::size_t at = step_ + 1; at-- > 0;) {
    if (chapter().steps[at].kind == StepKind::bet) return &*chapter().steps[at].question;
  }
  return nullptr;
}

// What a step needs open is what the last step before it that names a scenario asks for.
std::string_view TourState::scenario_of(std::size_t chapter, std::size_t step) const {
  const auto& steps = tour_chapters()[chapter].steps;
  for (std::size_t at = step + 1; at-- > 0;) {
    if (!steps[at].scenario.empty()) return steps[at].scenario;
  }
  return {};
}

bool TourState::can_go_on(const TourFacts& facts) const {
  if (waiting() || failed_) return false;
  switch (step().kind) {
    case StepKind::person:
      return !facts.person.empty();
    case StepKind::bet:
      return false;
    case StepKind::tries:
      return tried_.size() >= step().needed;
    default:
      return true;
  }
}

// Until a chapter's first bet is answered, and from any later bet until its answer.
bool TourState::hides_future() const {
  if (!on_) return false;
  const auto& steps = chapter().steps;
  if (step().kind == StepKind::bet || step().kind == StepKind::run) return true;
  const auto is_bet = [](const TourStep& one) { return one.kind == StepKind::bet; };
  const auto here = steps.begin() + static_cast<std::ptrdiff_t>(step_);
  return std::none_of(steps.begin(), here, is_bet) && std::any_of(here, steps.end(), is_bet);
}

bool TourState::compares() const {
  if (step().kind == StepKind::tries) return true;
  const Question* asked = question();
  return asked && asked->ruler == Ruler::against_baseline;
}

std::optional<Lever> TourState::lever() const {
  const TourEdit& edit = step().tries.empty() ? step().edit : step().tries.front().edit;
  const auto* lever = std::get_if<LeverTry>(&edit);
  return lever ? std::optional(lever->lever) : std::nullopt;
}

std::vector<Command> TourState::start(const TourFacts& facts) {
  on_ = true;
  failed_ = false;
  asking_ = TourQuestion::none;
  if (facts.unsaved && facts.edition != left_edition_) {
    asking_ = TourQuestion::unsaved;
    return {};
  }
  if (begun_) {
    asking_ = TourQuestion::resume;
    return {};
  }
  return enter(0, 0, facts);
}

std::vector<Command> TourState::press(TourPress press, std::size_t which, const TourFacts& facts) {
  switch (press) {
    case TourPress::next:
      return can_go_on(facts) ? go_on(facts) : std::vector<Command>{};
    case TourPress::back:
      return go_back(facts);
    case TourPress::bet:
      if (step().kind != StepKind::bet || waiting()) return {};
      bet_ = which;
      return enter(chapter_, step_ + 1, facts);
    case TourPress::attempt:
      if (step().kind != StepKind::tries || waiting() || which >= step().tries.size()) return {};
      return attempt(which, facts);
    case TourPress::chapter:
      return which < tour_chapters().size() ? enter(which, 0, facts) : std::vector<Command>{};
    case TourPress::leave:
      asking_ = TourQuestion::leave;
      return {};
    case TourPress::leave_now:
      return leave(facts);
    case TourPress::stay:
      asking_ = TourQuestion::none;
      return {};
    case TourPress::keep:
      on_ = false;
      asking_ = TourQuestion::none;
      return {};
    case TourPress::start_anyway:
      if (!begun_) return enter(0, 0, facts);
      asking_ = TourQuestion::resume;
      return {};
    case TourPress::resume:
      open_.clear();  // whatever was done in between: the chapter's own firm again
      return enter(chapter_, bet_before(step_), facts);
    case TourPress::restart:
      open_.clear();
      return enter(0, 0, facts);
  }
  return {};
}

std::vector<Command> TourState::go_on(const TourFacts& facts) {
  if (step().kind == StepKind::run) {
    waiting_ = Waiting::run;
    return {StartRun{}};
  }
  if (step_ + 1 < chapter().steps.size()) return enter(chapter_, step_ + 1, facts);
  if (chapter_ + 1 < tour_chapters().size()) return enter(chapter_ + 1, 0, facts);
  begun_ = false;  // it is done: next time from the beginning
  return leave(facts);
}

// Runs and answers follow from a bet: one comes back to that.
std::size_t TourState::bet_before(std::size_t step) const {
  const auto follows = [&](StepKind kind) { return kind == StepKind::run || kind == StepKind::answer; };
  while (step > 0 && follows(chapter().steps[step].kind)) --step;
  return step;
}

// From a chapter's first step to the chapter before.
std::vector<Command> TourState::go_back(const TourFacts& facts) {
  if (step_ > 0) return enter(chapter_, bet_before(step_ - 1), facts);
  return chapter_ > 0 ? enter(chapter_ - 1, 0, facts) : std::vector<Command>{};
}

// Leaves the firm as it stands: the sandbox goes on with it.
std::vector<Command> TourState::leave(const TourFacts& facts) {
  on_ = false;
  asking_ = TourQuestion::none;
  left_edition_ = facts.edition;
  const bool was_busy = waiting();
  waiting_ = Waiting::nothing;
  ghosts_.clear();
  return was_busy ? std::vector<Command>{Pause{}} : std::vector<Command>{};
}

std::vector<Command> TourState::enter(std::size_t chapter, std::size_t step, const TourFacts& facts) {
  const bool was_busy = waiting();
  begun_ = true;
  asking_ = TourQuestion::none;
  failed_ = false;
  waiting_ = Waiting::nothing;
  chapter_ = chapter;
  step_ = step;
  tried_.clear();
  const StepKind kind = this->step().kind;
  if (kind != StepKind::run && kind != StepKind::answer) bet_.reset();
  if (kind != StepKind::answer) finding_.reset();
  if (kind == StepKind::bet || kind == StepKind::tries || step == 0) ghosts_.clear();
  const std::string wanted(scenario_of(chapter, step));
  if (wanted != open_) {
    waiting_ = Waiting::load;
    opening_ = wanted;
    run_before_ = facts.run;
    return {LoadScenario{folder_ / wanted}};
  }
  std::vector<Command> commands = arrange(facts);
  if (was_busy) commands.insert(commands.begin(), Command(Pause{}));
  return commands;
}

// Brings the open firm to where the step wants it: a bet's run only waits for Run.
std::vector<Command> TourState::arrange(const TourFacts& facts) {
  edition_ = facts.edition;
  const StepKind kind = step().kind;
  std::vector<Command> commands;
  if (kind == StepKind::bet || kind == StepKind::run || kind == StepKind::tries || step_ == 0) {
    commands.emplace_back(Reset{});
    if (facts.edited) commands.emplace_back(ClearEdits{});
  }
  if (kind == StepKind::run) {
    add_edit(step().edit, commands);
    commands.emplace_back(SetSpeed{watched_speed});
  }
  if (step().day) commands.emplace_back(SeekDay{*step().day});
  return commands;
}

// A bet's run is watched day by day; a try is over at once.
std::vector<Command> TourState::attempt(std::size_t which, const TourFacts& facts) {
  waiting_ = Waiting::attempt;
  attempt_ = which;
  std::vector<Command> commands{Reset{}};
  if (facts.edited) commands.emplace_back(ClearEdits{});
  add_edit(step().tries[which].edit, commands);
  commands.emplace_back(SeekDay{facts.days});
  return commands;
}

std::vector<Command> TourState::observe(const TourFacts& facts) {
  if (!on_ || asking_ == TourQuestion::unsaved || asking_ == TourQuestion::resume) return {};
  const bool answered = facts.commands_done >= awaited_;
  if (waiting_ == Waiting::load) return answered ? loaded(facts) : std::vector<Command>{};
  if (!answered || failed_ || !facts.ready) return {};
  const bool over = complete(facts) && facts.day >= facts.days && !facts.running;
  if (step().kind == StepKind::run && over) {  // by the tour's button or by the bar's
    waiting_ = Waiting::nothing;
    const Finding found = finding_of(facts, "");
    std::vector<Command> commands = enter(chapter_, step_ + 1, facts);
    finding_ = found;
    return commands;
  }
  if (waiting_ == Waiting::attempt && complete(facts)) {
    waiting_ = Waiting::nothing;
    return finished_try(facts, std::string(step().tries[attempt_].label));
  }
  // Something was tried by hand.
  if (step().kind == StepKind::tries && waiting_ == Waiting::nothing && over && facts.edited &&
      facts.edition != edition_) {
    return finished_try(facts, label_of(facts));
  }
  return {};
}

std::vector<Command> TourState::loaded(const TourFacts& facts) {
  waiting_ = Waiting::nothing;
  failed_ = facts.run == run_before_ || !facts.ready;
  if (failed_) {
    open_.clear();
    return {};
  }
  open_ = opening_;
  return arrange(facts);
}

std::vector<Command> TourState::finished_try(const TourFacts& facts, const std::string& label) {
  edition_ = facts.edition;
  const auto same = [&](const auto& one) { return one.label == label; };
  tried_.erase(std::remove_if(tried_.begin(), tried_.end(), same), tried_.end());
  ghosts_.erase(std::remove_if(ghosts_.begin(), ghosts_.end(), same), ghosts_.end());
  tried_.push_back(finding_of(facts, label));
  ghosts_.push_back({label, chapter().measure, {facts.what_if.begin(), facts.what_if.end()}});
  // Back to the first day: a lever that is moved by hand holds from the day after the one looked at.
  return lever() ? std::vector<Command>{Reset{}} : std::vector<Command>{};
}

std::string TourState::label_of(const TourFacts& facts) const {
  return lever() ? format_number(static_cast<double>(facts.lever), 2) : "by hand";
}

}  // namespace trust::viz
