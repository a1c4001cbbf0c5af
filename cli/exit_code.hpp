// What the shell learns from the program.
#pragma once

namespace trust::cli {

enum ExitCode : int {
  exit_ok = 0,
  exit_differ = 1,        // `trace` found a divergence
  exit_check_failed = 1,  // `verify` found a check that does not hold
  exit_bad_input = 2,     // nothing was written
  exit_failure = 3,       // something failed while running; nothing half-written is left
  exit_interrupted = 130  // stopped by Ctrl-C, as shells count it (128 + the signal's number)
};

}  // namespace trust::cli
