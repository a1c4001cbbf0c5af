#include "tests/cli/program_runner.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "tests/study/temporary_folder.hpp"

namespace trust::test {
namespace {

const std::string program = TRUSTSIM_BINARY_DIR "/trustsim";

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> whole_environment(const std::vector<std::string>& extra) {
  std::vector<std::string> result = extra;
  result.emplace_back("TRUSTSIM=" + program);
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string name = std::string(*entry).substr(0, std::string(*entry).find('=') + 1);
    bool overridden = false;
    for (const std::string& other : extra) overridden = overridden || other.starts_with(name);
    if (!overridden) result.emplace_back(*entry);
  }
  return result;
}

pid_t start(std::vector<std::string> words, const std::vector<std::string>& extra, const TemporaryFolder& place) {
  std::vector<std::string> environment = whole_environment(extra);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  constexpr int flags = 01 | 0100 | 01000;  // O_WRONLY | O_CREAT | O_TRUNC
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, (place / "out").c_str(), flags, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (place / "err").c_str(), flags, 0600);
  posix_spawn_file_actions_addchdir_np(&actions, TRUSTSIM_SOURCE_DIR);
  pid_t child = 0;
  const int failure =
      posix_spawn(&child, words[0].c_str(), &actions, nullptr, pointers(words).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) throw std::runtime_error("cannot start " + words[0]);
  return child;
}

Outcome finish(pid_t child, const TemporaryFolder& place) {
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(place / "out"), text_of(place / "err")};
}

}  // namespace

Outcome run_trustsim(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                     int interrupt_after_ms, int signal) {
  const TemporaryFolder place;
  std::vector<std::string> all = {program};
  all.insert(all.end(), words.begin(), words.end());
  const pid_t child = start(all, environment, place);
  if (interrupt_after_ms >= 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(interrupt_after_ms));
    kill(child, signal);
  }
  return finish(child, place);
}

Outcome run_shell(const std::string& command) {
  const TemporaryFolder place;
  return finish(start({"/bin/sh", "-c", command}, {}, place), place);
}

}  // namespace trust::test
