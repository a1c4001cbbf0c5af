// The real program in a real window on a display of its own (Xvfb), worked by a mouse and a keyboard (xdotool).
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <utility>

#include "viz/scene/geometry.hpp"

namespace trust::viz {

/// A program that ends with this object.
class Process {
 public:
  /// `command` for the shell; its standard output can be read.
  explicit Process(const std::string& command) : pipe_(popen(("echo $$; exec " + command).c_str(), "r")) {
    pid_ = std::atoi(line().c_str());
  }
  ~Process() { stop(); }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  std::string line() {
    char text[256] = "";
    if (!pipe_ || !std::fgets(text, sizeof text, pipe_)) return "";
    return text;
  }

  bool alive() const { return pid_ > 0 && kill(pid_, 0) == 0; }
  int pid() const { return pid_; }

  /// Ends it if it still runs; its exit code as the shell has it.
  int stop() {
    if (!pipe_) return code_;
    kill(pid_, SIGTERM);
    return wait();
  }
  int wait() {
    if (pipe_) code_ = pclose(pipe_);
    pipe_ = nullptr;
    return WIFEXITED(code_) ? WEXITSTATUS(code_) : -1;
  }

 private:
  FILE* pipe_;
  int pid_ = 0;
  int code_ = 0;
};

class RealWindow {
 public:
  RealWindow(const std::filesystem::path& folder, const std::string& words)
      : report_(folder / "report"),
        display_("Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null"),
        number_(":" + trimmed(display_.line())),
        program_("env DISPLAY=" + number_ + " '" + TRUSTSIM_BINARY_DIR + "/trustsim-viewer' --report '" +
                 report_.string() + "' " + words + " 2>&1") {}

  static bool can_be_had() { return std::system("command -v Xvfb xdotool >/dev/null 2>&1") == 0; }

  /// Waits until a fact of the report reads so; false if it never does.
  bool comes_to(const std::string& fact, const std::string& value) {
    return wait_for([&] { return facts()[fact] == value; });
  }

  template <typename Condition>
  bool wait_for(const Condition& condition) {
    for (int i = 0; i < 1200 && program_.alive(); ++i) {
      if (condition()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return condition();
  }

  std::map<std::string, std::string> facts() const {
    std::map<std::string, std::string> found;
    std::ifstream in(report_);
    for (std::string line; std::getline(in, line);) {
      const std::size_t gap = line.rfind("control ", 0) == 0 ? control_name_end(line) : line.find(' ');
      found[line.substr(0, gap)] = gap < line.size() ? line.substr(gap + 1) : "";
    }
    return found;
  }

  bool shows(const std::string& control) const { return facts().contains("control " + control); }

  /// Where it lies once it lies still.
  Box box(const std::string& control) {
    Box place;
    std::string before;
    wait_for([&] {
      settle();
      auto known = facts();
      const std::string now = known["control " + control];
      return !now.empty() && known["resting"] == "1" && std::exchange(before, now) == now;
    });
    std::istringstream(facts()["control " + control]) >> place.low.x >> place.low.y >> place.high.x >> place.high.y;
    EXPECT_GT(place.width(), 0) << "no control is called " << control;
    return place;
  }

  void point(const std::string& control, float across = 0.5F) {
    const Box place = box(control);
    hands("mousemove " + std::to_string(static_cast<int>(place.low.x + across * place.width())) + " " +
          std::to_string(static_cast<int>((place.low.y + place.high.y) / 2)));
    settle();
  }
  void click(const std::string& control, float across = 0.5F, int button = 1) {
    point(control, across);
    hands("click " + std::to_string(button));
    settle();
  }
  /// Taps, faster than frames come. Not below 20 ms: GLFW takes these for a key that is held (its X11 back end).
  void keys(const std::string& names) { hands("key --delay 25 " + names); }
  void type(const std::string& text) { hands("type --delay 5 '" + text + "'"); }

  /// A click without waiting for anything.
  void press(const Box& place) {
    hands("mousemove " + std::to_string(static_cast<int>((place.low.x + place.high.x) / 2)) + " " +
          std::to_string(static_cast<int>((place.low.y + place.high.y) / 2)) + " click 1");
  }

  /// The program does nothing meanwhile; it finds all of it when it goes on.
  template <typename Work>
  void stand_still(const Work& work) {
    settle();  // in the middle of no frame: it sleeps
    kill(program_.pid(), SIGSTOP);
    work();
    kill(program_.pid(), SIGCONT);
  }

  /// The program gets a moment to run three times a second.
  template <typename Work>
  void stutter(const Work& work) {
    std::atomic<bool> done = false;
    std::thread stutterer([&] {
      while (!done) {
        kill(program_.pid(), SIGSTOP);
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        kill(program_.pid(), SIGCONT);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
    });
    work();
    done = true;
    stutterer.join();
  }

  int hands(const std::string& words) const {
    return std::system(("env DISPLAY=" + number_ + " xdotool " + words + " >/dev/null 2>&1").c_str());
  }

  static void settle() { std::this_thread::sleep_for(std::chrono::milliseconds(150)); }

  /// Processor time that the program has used, in clock ticks.
  long ticks() const {
    std::ifstream in("/proc/" + std::to_string(program_.pid()) + "/stat");
    std::string word;
    long used = 0;
    for (int i = 1; i <= 15 && in >> word; ++i) {
      if (i >= 14) used += std::atol(word.c_str());  // user and system time; no name with a blank comes before
    }
    return used;
  }

  Process& program() { return program_; }

 private:
  static std::string trimmed(std::string text) {
    while (!text.empty() && text.back() <= ' ') text.pop_back();
    return text;
  }

  // A control's name may hold blanks: four numbers follow it.
  static std::size_t control_name_end(const std::string& line) {
    std::size_t end = line.size();
    for (int i = 0; i < 4 && end != std::string::npos && end > 0; ++i) end = line.rfind(' ', end - 1);
    return end;
  }

  std::filesystem::path report_;
  Process display_;
  std::string number_;
  Process program_;
};

}  // namespace trust::viz
