// From the command line to the task and its exit code.
#pragma once

namespace trust::viz {

enum ExitCode : int {
  exit_ok = 0,
  exit_bad_input = 2,  // nothing was written
  exit_failure = 3,    // no display, no OpenGL, or something failed while running
};

/// Everything the program does. Messages go to stderr, results to stdout.
int run_program(int count, const char* const* words);

}  // namespace trust::viz
