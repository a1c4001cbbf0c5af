#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/sparkline.hpp"
#include "cli/text_table.hpp"

namespace trust::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(Sparkline, RisesFromTheLowestToTheHighestBlock) {
  EXPECT_EQ(sparkline(std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7}, 20, true), "▁▂▃▄▅▆▇█");
  EXPECT_EQ(sparkline(std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7}, 20, false), "_.-~=+*#");
}

TEST(Sparkline, IsNeverWiderThanAsked) {
  for (const std::size_t count : {1u, 5u, 20u, 21u, 66u, 1000u}) {
    std::vector<double> values(count);
    for (std::size_t v = 0; v < count; ++v) values[v] = static_cast<double>(v * v);
    EXPECT_EQ(display_width(sparkline(values, 20, true)), std::min<std::size_t>(count, 20));
  }
}

TEST(Sparkline, WhatDoesNotMoveIsFlat) {
  EXPECT_EQ(sparkline(std::vector<double>(5, 0.4), 20, false), "~~~~~");
  EXPECT_EQ(sparkline(std::vector<double>{0.4, 0.4 + 1e-15, 0.4}, 20, false), "~~~");
  EXPECT_EQ(sparkline(std::vector<double>(3, 0.0), 20, false), "~~~");
  EXPECT_EQ(sparkline({}, 20, true), "");
  EXPECT_EQ(sparkline(std::vector<double>{0, std::nan(""), 1}, 20, false), "_ #");
}

TEST(TextTable, AlignsByWhatIsSeen) {
  TextTable table({Align::left, Align::right, Align::left});
  table.add_row({"a", "1", "▁▂"});
  table.add_row({"bcd", "1,000", ""});
  EXPECT_EQ(table.text(), "  a        1  ▁▂\n  bcd  1,000\n");
}

TEST(TextTable, FiguresHaveTheDecimalsWorthReading) {
  EXPECT_EQ(readable(0.4567), "0.457");
  EXPECT_EQ(readable(-6.314), "-6.31");
  EXPECT_EQ(readable(120.44), "120.4");
  EXPECT_EQ(readable(12345.6), "12,346");
  EXPECT_EQ(readable(std::nan("")), "-");
  EXPECT_EQ(readable_change(0), "0");
  EXPECT_EQ(readable_change(0.0186), "+0.0186");
  EXPECT_EQ(readable_change(-0.0000123), "-1e-05");
  EXPECT_EQ(readable_change(150), "+150.0");
}

TEST(TextTable, TimesAreReadable) {
  EXPECT_EQ(readable_time(0.0451), "45 ms");
  EXPECT_EQ(readable_time(1.24), "1.2 s");
  EXPECT_EQ(readable_time(12.4), "12 s");
  EXPECT_EQ(readable_time(59.7), "1 min 0 s");
  EXPECT_EQ(readable_time(200), "3 min 20 s");
  EXPECT_EQ(readable_time(7500), "2 h 5 min");
}

TEST(Progress, TheBarFillsAndSaysHowLong) {
  EXPECT_EQ(progress_bar({0.5, 1234, 75}, 10), "[#####.....] 50 %, 1,234 replicate-days a second, 1 min 15 s left");
  EXPECT_EQ(progress_bar({0, 0, 0}, 10), "[..........] 0 %");
  EXPECT_THAT(progress_bar({0.999, 1, 1}, 10), StartsWith("[#########.] 99 %"));
  EXPECT_THAT(progress_bar({1, 1, 0}, 10), StartsWith("[##########] 100 %"));
}

TEST(Progress, LinesComeWhileTheRunGoesOn) {
  RunControl control;
  control.replicate_days_total = 100;
  std::mutex mutex;
  std::condition_variable told;
  std::vector<std::string> lines;
  ProgressReporter reporter(control, ProgressStyle::lines, std::chrono::milliseconds(1), [&](std::string_view line) {
    const std::scoped_lock lock(mutex);
    lines.emplace_back(line);
    control.replicate_days += 20;
    told.notify_one();
  });
  std::unique_lock lock(mutex);
  told.wait(lock, [&] { return lines.size() >= 4; });
  lock.unlock();
  reporter.finish();
  EXPECT_EQ(lines[0], "trustsim: 0 %\n");
  EXPECT_THAT(lines[3], StartsWith("trustsim: 60 %, "));
  EXPECT_THAT(lines[3], HasSubstr("replicate-days a second"));
}

TEST(Progress, TheBarIsClearedAtTheEnd) {
  RunControl control;
  std::string written;
  {
    ProgressReporter reporter(control, ProgressStyle::bar, std::chrono::milliseconds(1),
                              [&](std::string_view text) { written += text; });
  }
  EXPECT_EQ(written.back(), '\r');
  EXPECT_EQ(written.find('\n'), std::string::npos);
}

TEST(Progress, QuietSaysNothing) {
  RunControl control;
  ProgressReporter reporter(control, ProgressStyle::none, std::chrono::milliseconds(1),
                            [](std::string_view) { FAIL(); });
  reporter.finish();
}

TEST(Help, FitsAScreen) {
  EXPECT_LE(lines_of(program_help()).size(), 24u);
  for (const std::string& line : lines_of(program_help())) EXPECT_LE(line.size(), 80u) << line;
}

TEST(Help, EveryCommandHasAPageWithAnExample) {
  EXPECT_EQ(commands().size(), 12u);
  for (const Command* command : commands()) {
    const std::string page = command_help(*command);
    EXPECT_THAT(page, HasSubstr("Example:\n  trustsim " + std::string(command->name)));
    EXPECT_THAT(page, HasSubstr("--help"));
    EXPECT_THAT(program_help(), HasSubstr("  " + std::string(command->name) + " "));
    EXPECT_LE(lines_of(page).size(), 36u);
    for (const std::string& line : lines_of(page)) EXPECT_LE(line.size(), 80u) << line;
  }
}

TEST(Help, TheManualShowsTheSamePages) {
  std::ifstream file(TRUSTSIM_SOURCE_DIR "/docs/command-line.md");
  std::ostringstream manual;
  manual << file.rdbuf();
  EXPECT_THAT(manual.str(), HasSubstr(program_help()));
  for (const Command* command : commands()) EXPECT_THAT(manual.str(), HasSubstr(command_help(*command)));
}

}  // namespace
}  // namespace trust::cli
