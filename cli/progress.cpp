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
constexpr std::size_t line_width = 78;
const std::string empty_line = "\r" + std::string(line_width, ' ') + "\r";

std::string figures(const ProgressView& view, std::string_view unit) {
  if (view.replicate_days_a_second < 1) return fmt::format("{:.0f} %", std::floor(100 * view.fraction));
  return fmt::format("{:.0f} %, {} {} a second, {} left", std::floor(100 * view.fraction),
                     with_separators(static_cast<std::uint64_t>(view.replicate_days_a_second)), unit,
                     readable_time(view.seconds_left));
}

}  // namespace

ProgressStyle progress_style(bool quiet) {
  if (quiet) return ProgressStyle::none;
  return error_stream_is_terminal() ? ProgressStyle::bar : ProgressStyle::lines;
}

std::string progress_bar(const ProgressView& view, std::size_t width, std::string_view unit) {
  const double share = std::clamp(view.fraction, 0.0, 1.0);
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(width));
  return "[" + std::string(filled, '#') + std::string(width - filled, '.') + "] " + figures(view, unit);
}

std::string progress_line(const ProgressView& view, std::string_view unit) {
  return "trustsim: " + figures(view, unit) + "\n";
}

ProgressReporter::ProgressReporter(const RunControl& control, ProgressStyle style, std::string_view unit, Note note)
    : ProgressReporter(control, style, style == ProgressStyle::bar ? 100ms : 10'000ms, print_error, unit,
                       std::move(note)) {}

ProgressReporter::ProgressReporter(const RunControl& control, ProgressStyle style, std::chrono::milliseconds period,
                                   Writer writer, std::string_view unit, Note note)
    : control_(control),
      style_(style),
      period_(period),
      writer_(std::move(writer)),
      unit_(unit),
      note_(note ? std::move(note) : [] { return std::string(); }) {
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

// As wide a bar as the line has room for.
std::string ProgressReporter::bar_line() {
  const ProgressView now = view();
  const std::string note = note_();
  const std::size_t words = progress_bar(now, 0, unit_).size() + note.size();
  const std::size_t width = words < line_width ? std::min<std::size_t>(24, line_width - words) : 0;
  std::string line = progress_bar(now, width, unit_) + note;
  line.resize(std::max(line.size(), line_width), ' ');
  return line;
}

void ProgressReporter::show() {
  if (style_ == ProgressStyle::bar) return writer_("\r" + bar_line());
  std::string line = progress_line(view(), unit_);
  line.insert(line.size() - 1, note_());
  writer_(line);
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
