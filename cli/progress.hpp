// Tells whoever waits how far a run is: a bar that is redrawn on a terminal, plain lines now and then elsewhere.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "study/run_control.hpp"

namespace trust::cli {

enum class ProgressStyle { none, bar, lines };

/// A bar on a terminal, lines elsewhere, nothing where the user wants quiet.
ProgressStyle progress_style(bool quiet);

/// How far a run is and how long it will still take.
struct ProgressView {
  double fraction = 0;
  double replicate_days_a_second = 0;
  double seconds_left = 0;
};

/// `unit` is what is counted: "replicate-days", "checks".
std::string progress_bar(const ProgressView& view, std::size_t width = 24, std::string_view unit = "replicate-days");
std::string progress_line(const ProgressView& view, std::string_view unit = "replicate-days");

/// Watches a run from a thread of its own until it is destroyed or finish() is called.
class ProgressReporter {
 public:
  using Writer = std::function<void(std::string_view)>;
  using Note = std::function<std::string()>;  // what else is to be said behind the figures; called from the thread

  /// Writes to the error stream, ten times a second (bar) or every ten seconds (lines).
  ProgressReporter(const RunControl& control, ProgressStyle style, std::string_view unit = "replicate-days",
                   Note note = {});
  ProgressReporter(const RunControl& control, ProgressStyle style, std::chrono::milliseconds period, Writer writer,
                   std::string_view unit = "replicate-days", Note note = {});
  ~ProgressReporter() { finish(); }

  /// Ends the watching and clears the bar.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  void watch();
  ProgressView view();
  void show();
  std::string bar_line();

  const RunControl& control_;
  ProgressStyle style_;
  std::chrono::milliseconds period_;
  Writer writer_;
  std::string_view unit_;
  Note note_;
  Clock::time_point first_day_seen_{};  // when the first day was done: making the organisation is not counted
  std::uint64_t days_at_first_ = 0;
  bool finished_ = false;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::thread thread_;
};

}  // namespace trust::cli
