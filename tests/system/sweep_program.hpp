// `trustsim sweep` as a process that can be watched, stopped and killed at any moment.
#pragma once

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/study/sweep/sweep_studies.hpp"

namespace trust::test {

struct Ended {
  int exit_code = -1;  // -1 where a signal ended it
  std::string out;
  std::string err;
};

class SweepProgram {
 public:
  /// Starts the program with these words. `limits` is what a shell does before (ulimit, trap), if anything.
  explicit SweepProgram(const std::vector<std::string>& words, const std::string& limits = "") {
    std::vector<std::string> all = {TRUSTSIM_BINARY_DIR "/trustsim"};
    all.insert(all.end(), words.begin(), words.end());
    if (!limits.empty()) all.insert(all.begin(), {"/bin/sh", "-c", limits + "; exec \"$@\"", "sh"});
    std::vector<char*> pointers;
    for (std::string& word : all) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int flags = 01 | 0100 | 01000;  // O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, (place_ / "out").c_str(), flags, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (place_ / "err").c_str(), flags, 0600);
    const int failure = posix_spawn(&child_, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error("cannot start " + all[0]);
  }
  ~SweepProgram() {
    send(SIGKILL);
    end();
  }
  SweepProgram(const SweepProgram&) = delete;
  SweepProgram& operator=(const SweepProgram&) = delete;

  void send(int signal) {
    if (running()) kill(child_, signal);
  }

  bool running() {
    if (child_ > 0 && waitpid(child_, &status_, WNOHANG) == child_) child_ = 0;
    return child_ > 0;
  }

  /// Waits until it has ended.
  Ended end() {
    if (child_ > 0) waitpid(child_, &status_, 0);
    child_ = 0;
    return {WIFEXITED(status_) ? WEXITSTATUS(status_) : -1, text_of(place_ / "out"), text_of(place_ / "err")};
  }

 private:
  TemporaryFolder place_;
  pid_t child_ = 0;
  int status_ = 0;
};

inline Ended run_to_end(const std::vector<std::string>& words, const std::string& limits = "") {
  return SweepProgram(words, limits).end();
}

/// How many runs a store holds that somebody may be writing to or may not have made yet.
inline std::uint64_t runs_in(const std::filesystem::path& store) {
  try {
    return std::stoull(count_of(store, "runs"));
  } catch (const SQLite::Exception&) {
    return 0;
  }
}

/// Waits until the program has ended or the store holds at least so many runs.
inline void wait_for_runs(SweepProgram& program, const std::filesystem::path& store, std::uint64_t runs) {
  while (program.running() && runs_in(store) < runs) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace trust::test
