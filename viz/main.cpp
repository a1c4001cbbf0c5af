// trustsim-viewer: a window onto a running organisation. Exit codes: 0 done, 2 bad input, 3 no display or a failure.
#include <cstdio>
#include <exception>

#include "viz/app/program.hpp"

int main(int count, char** words) {
  try {
    return trust::viz::run_program(count, words);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "trustsim-viewer: %s\n", error.what());
    return trust::viz::exit_failure;
  }
}
