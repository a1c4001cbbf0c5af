// Runs the program as a user would, and keeps what it said.
#pragma once

#include <csignal>
#include <string>
#include <vector>

namespace trust::test {

struct Outcome {
  int exit_code = -1;  // -1 where a signal ended it
  std::string out;
  std::string err;
};

/// Starts build/trustsim with `words` in the folder of the sources. Extra `environment` entries are "NAME=value".
/// With `interrupt_after_ms` >= 0, sends it SIGINT that long after its start.
Outcome run_trustsim(const std::vector<std::string>& words, const std::vector<std::string>& environment = {},
                     int interrupt_after_ms = -1, int signal = SIGINT);

/// Runs a shell command in the same place, with $TRUSTSIM being the program.
Outcome run_shell(const std::string& command);

}  // namespace trust::test
