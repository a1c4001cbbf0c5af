#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/arguments.hpp"
#include "cli/terminal.hpp"
#include "cli/text_table.hpp"

namespace trust::cli {
namespace {

using namespace std::chrono_literals;

// The bar's own line, emptied: blanks, as not every terminal knows escape codes.
const std::string empty_line = "\r" + std::string(78, ' ') + "\r";

std::string figures(const ProgressView& view) {
  if (view.replicate_days_a_second <= 0) return fmt::format("{:.0f} %", std::floor(100 * view.fraction));
  return fmt::format("{:.0f} %, {} replicate-days a second, {} left", std::floor(100 * view.fraction),
                     with_separators(static_cast<std::uint64_t>(view.replicate_days_a_second)),
                     readable_time(view.seconds_left));
}

}  // namespace

ProgressStyle progress_style(bool quiet) {
  if (quiet) return ProgressStyle::none;
  return error_stream_is_terminal() ? ProgressStyle::bar : ProgressStyle::lines;
}

std::string progress_bar(const ProgressView& view, std::size_t width) {
  const double share = std::clamp(view.fraction, 0.0, 1.0);
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(width));
  return "[" + std::string(filled, '#') + std::string(width - filled, '.') + "] " + figures(view);
}

std::string progress_line(const ProgressView& view) { return "trustsim: " + figures(view) + "\n"; }

ProgressReporter::ProgressReporter(const RunControl& control, ProgressStyle style)
    : ProgressReporter(control, style, style == ProgressStyle::bar ? 100ms : 10'000ms, print_error) {}

ProgressReporter::ProgressReporter(const RunControl& control, ProgressStyle style, std::chrono::milliseconds period,
                                   Writer writer)
    : control_(control), style_(style), period_(period), writer_(std::move(writer)) {
  if (style_ != ProgressStyle::none) thread_ = std::thread([this] { watch(); });
}

void ProgressReporter::watch() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, period_, [this] { return finished_; })) show();
}

ProgressView ProgressReporter::view() {
  const std::uint64_t done = control_.replicate_days;
  const std::uint64_t total = control_.replicate_days_total;
  const Clock::time_point now = Clock::now();
  if (first_day_seen_ == Clock::time_point{} && done > 0) {
    first_day_seen_ = now;
    days_at_first_ = done;
  }
  ProgressView view{.fraction = fraction_done(control_), .replicate_days_a_second = 0, .seconds_left = 0};
  const double seconds = std::chrono::duration<double>(now - first_day_seen_).count();
  if (done > days_at_first_ && seconds > 0) {
    view.replicate_days_a_second = static_cast<double>(done - days_at_first_) / seconds;
    view.seconds_left = static_cast<double>(total - std::min(done, total)) / view.replicate_days_a_second;
  }
  return view;
}

void ProgressReporter::show() {
  if (style_ == ProgressStyle::lines) return writer_(progress_line(view()));
  std::string line = progress_bar(view());
  line.resize(std::max<std::size_t>(line.size(), empty_line.size() - 2), ' ');
  writer_("\r" + line);
}

void ProgressReporter::finish() {
  if (!thread_.joinable()) return;
  {
    const std::scoped_lock lock(mutex_);
    finished_ = true;
  }
  wake_.notify_one();
  thread_.join();
  if (style_ == ProgressStyle::bar) writer_(empty_line);
}

}  // namespace trust::cli
