// What a session does with commands, whatever thread it lives on.
//
// A command says at once what is wanted: a day to look at, another what-if, a question. work() gets there in slices of
// one simulated day of one arm at most, so that newer commands never wait long. What was shown last stays until what is
// wanted can be shown.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "viz/session/both_arms.hpp"
#include "viz/session/commands.hpp"
#include "viz/session/group_trust.hpp"
#include "viz/session/lever_board.hpp"
#include "viz/session/refiner.hpp"
#include "viz/session/sitting.hpp"
#include "viz/session/stories.hpp"

namespace trust::viz {

/// A scenario on its way to its first day. One part after another is there.
struct Opening {
  std::filesystem::path file;
  std::optional<Scenario> scenario;
  std::optional<Sitting> sitting;  // none: the present one, whose organisation became another
  std::shared_ptr<const World> world;
  int goal = 0;
};

class Engine {
 public:
  /// Most memory that both arms together may keep of days gone by.
  static constexpr std::size_t usual_budget = 2 * Timeline::usual_budget;

  explicit Engine(std::size_t budget_bytes = usual_budget) : budget_(budget_bytes) {}

  /// Takes a command; work() carries out what takes time. Never throws for what a user can do wrong: the snapshot's
  /// message says it.
  void apply(const Command& command);

  /// Starts with a scenario that is read already; as LoadScenario otherwise.
  void load(Scenario scenario);

  /// Whether an organisation is being made: commands that came later are about it, and have to wait for it.
  bool opening() const { return opening_.has_value(); }

  /// Whether all that was wanted is there to be seen.
  bool settled() const;

  /// Whether work() has something to do.
  bool working() const;

  /// A slice of it. Never throws.
  void work();

  /// Whether a session that runs can go on to its next day.
  bool ready_for_next_day() const { return arms_ && !opening_ && there() && !stories_.waiting(*arms_, all_run()); }

  /// The next day of a session that runs; it pauses at the scenario's end.
  void advance();

  bool running() const { return running_; }
  double days_per_second() const { return speeds()[static_cast<std::size_t>(speed_)]; }

  /// The runs, once a scenario is loaded.
  BothArms* arms() { return arms_ ? &*arms_ : nullptr; }

  /// What should be refined in the background at present; nothing where nobody wants it.
  std::optional<RefineJob> refine_job() const;
  void show(std::shared_ptr<const Refinement> refinement) { refinement_ = std::move(refinement); }

  /// Writes all that is known into `snapshot` (all but commands_done).
  void fill(Snapshot& snapshot);

 private:
  void on(const StartRun&);
  void on(const Pause&);
  void on(const Step& step);
  void on(const SeekDay& command);
  void on(const SetSpeed& command);
  void on(const Reset&);
  void on(const SetLever& command);
  void on(const ResetLever& command);
  void on(const AddIntervention& command);
  void on(const ChangeLane& command);
  void on(const SetLaneOption& command);
  void on(const RemoveLane& command);
  void on(const ClearEdits&);
  void on(const SetSeed& command);
  void on(const Undo&);
  void on(const Redo&);
  void on(const LoadScenario& command);
  void on(const SetWhatIf& command);
  void on(const SaveSitting& command);
  void on(const Refine& command);
  void on(const Watch& command);
  void on(const Follow& command);
  void on(const Explain& command);

  void note_gesture(const Command& command);
  template <typename Edit>
  void edit(const Edit& change);
  void take_up_edits();
  void look_at(int day);
  int tomorrow() const;

  void open_more();
  void adopt();
  void give_up_opening(std::string why);
  void go_on();
  void show_day();
  void stop_where_it_is();
  bool there() const { return day_ == goal_ && !stale_; }
  bool all_run() const { return !catching_up_ || arms_->computed() == arms_->farthest(); }

  void fill_progress(Snapshot& snapshot) const;
  void fill_arms(Snapshot& snapshot);

  std::size_t budget_;
  std::optional<Opening> opening_;
  std::optional<Sitting> sitting_;
  std::shared_ptr<const World> world_;  // of the baseline on day 0
  std::optional<BothArms> arms_;
  Stories stories_;
  LeverBoard board_;

  int day_ = 0;               // that is shown
  int goal_ = 0;              // that should be
  int seek_from_ = 0;         // how far both arms were run when the goal was set
  bool seeking_ = false;      // to a goal that is more than the next day of a run
  bool stale_ = false;        // the what-if that is shown has been replaced
  bool catching_up_ = false;  // one arm has days that the other had too, before it was edited
  std::array<std::shared_ptr<const StoredLook>, arm_count> shown_;
  std::shared_ptr<const Curves> stale_curves_;  // of the what-if that is shown where it is stale

  std::uint64_t runs_ = 0;
  std::uint64_t edition_ = 0;
  bool running_ = false;
  int speed_ = default_speed;
  std::string message_;
  std::string news_;

  Sitting::Gesture gesture_ = 0;
  std::array<std::size_t, 3> gesture_of_{};  // kind of command, which lever or lane, and which of its gestures

  SittingState sitting_state_;

  bool refine_ = false;
  bool uncertain_ = false;
  std::vector<Measure> watched_;
  std::shared_ptr<const Refinement> refinement_;

  // What the last snapshot was made of.
  std::array<std::pair<std::shared_ptr<const StoredLook>, std::shared_ptr<const Look>>, arm_count> pictures_;
  std::array<GroupTrustSummer, arm_count> summers_;
};

}  // namespace trust::viz
