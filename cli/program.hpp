// From the words on the command line to an exit code.
#pragma once

#include <string>
#include <vector>

namespace trust::cli {

/// Finds the command, runs it and reports its errors on the error stream, one line each. Returns an ExitCode.
int run_program(const std::vector<std::string>& words);

}  // namespace trust::cli
