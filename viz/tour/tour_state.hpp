// Where somebody is in the tour and what comes next: a state machine that knows neither window nor engine. It is told
// what a snapshot shows and which button was pressed, and says which commands to send.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "viz/plot/ghost_curve.hpp"
#include "viz/session/commands.hpp"
#include "viz/tour/chapters.hpp"

namespace trust::viz {

/// What the tour needs of a snapshot.
struct TourFacts {
  bool ready = false;
  std::uint64_t run = 0;
  std::uint64_t edition = 0;
  std::uint64_t commands_done = 0;
  int day = 0;
  int days = 0;
  bool running = false;
  bool edited = false;
  bool unsaved = false;
  float lever = 0;                  // of the step's lever today; 0 where it has none
  std::string person;               // who was clicked; empty for nobody
  std::span<const float> what_if;   // the chapter's measure by day, as far as it was run
  std::span<const float> baseline;  // ... without what is tried
};

enum class TourPress : std::uint8_t {
  next,
  back,
  bet,      // which: 0 .. 2
  attempt,  // which: of the step's tries
  chapter,  // which
  leave,    // asks first
  leave_now,
  stay,
  keep,  // rather not start: something is unsaved
  start_anyway,
  resume,
  restart,
};

/// What the tour asks, in place of a step.
enum class TourQuestion : std::uint8_t { none, unsaved, resume, leave };

/// What a run showed, of the chapter's measure.
struct Finding {
  std::string label;  // of what was tried
  float start = 0;
  float end = 0;
  float other = 0;  // the baseline's end
};

/// The answer that a run gives to a bet: 0, 1 or 2.
std::size_t truth_of(const Question& question, const Finding& finding);

class TourState {
 public:
  /// `folder`: where the chapters' scenarios are.
  void set_folder(std::filesystem::path folder) { folder_ = std::move(folder); }

  bool on() const { return on_; }
  std::size_t chapter_number() const { return chapter_; }
  std::size_t step_number() const { return step_; }
  const Chapter& chapter() const { return tour_chapters()[chapter_]; }
  const TourStep& step() const { return chapter().steps[step_]; }
  TourQuestion asking() const { return asking_; }

  /// The bet that a run or an answer is about; null where there is none.
  const Question* question() const;
  std::optional<std::size_t> bet() const { return bet_; }
  const std::optional<Finding>& finding() const { return finding_; }

  /// What was tried in this step, in order; a second try of the same takes the place of the first.
  const std::vector<Finding>& tried() const { return tried_; }
  const std::vector<GhostCurve>& ghosts() const { return ghosts_; }

  bool waiting() const { return waiting_ != Waiting::nothing; }  // for the engine
  bool running() const { return waiting_ == Waiting::run; }
  bool failed() const { return failed_; }  // a chapter's scenario could not be opened
  bool can_go_on(const TourFacts& facts) const;
  bool can_go_back() const { return chapter_ > 0 || step_ > 0; }

  /// Curves that would tell a bet are hidden.
  bool hides_future() const;
  bool compares() const;               // whether baseline and what-if are shown side by side
  std::optional<Lever> lever() const;  // that the step is about

  /// Each returns what is to be sent, in order; tell the number of the last by sent().
  std::vector<Command> start(const TourFacts& facts);
  std::vector<Command> press(TourPress press, std::size_t which, const TourFacts& facts);
  std::vector<Command> observe(const TourFacts& facts);
  void sent(std::uint64_t number) { awaited_ = number; }

 private:
  enum class Waiting : std::uint8_t { nothing, load, run, attempt };

  std::vector<Command> enter(std::size_t chapter, std::size_t step, const TourFacts& facts);
  std::vector<Command> arrange(const TourFacts& facts);
  std::vector<Command> attempt(std::size_t which, const TourFacts& facts);
  std::vector<Command> go_on(const TourFacts& facts);
  std::vector<Command> go_back(const TourFacts& facts);
  std::size_t bet_before(std::size_t step) const;
  std::vector<Command> loaded(const TourFacts& facts);
  std::vector<Command> finished_try(const TourFacts& facts, const std::string& label);
  std::vector<Command> leave(const TourFacts& facts);
  std::string label_of(const TourFacts& facts) const;
  std::string_view scenario_of(std::size_t chapter, std::size_t step) const;

  std::filesystem::path folder_;
  bool on_ = false;
  bool begun_ = false;  // once: then it can be gone on with
  TourQuestion asking_ = TourQuestion::none;
  std::size_t chapter_ = 0;
  std::size_t step_ = 0;
  std::optional<std::size_t> bet_;
  std::optional<Finding> finding_;
  std::vector<Finding> tried_;
  std::vector<GhostCurve> ghosts_;

  Waiting waiting_ = Waiting::nothing;
  std::uint64_t awaited_ = 0;  // number of the last command sent
  std::uint64_t run_before_ = 0;
  std::string open_;     // file that is open; empty for none of the tour's
  std::string opening_;  // ... that was asked for
  bool failed_ = false;
  std::size_t attempt_ = 0;                    // which try runs
  std::uint64_t edition_ = 0;                  // of the last run that was noted
  std::optional<std::uint64_t> left_edition_;  // when it was left: what is unsaved then is the tour's own
};

}  // namespace trust::viz
