// Ctrl-C ends a run in good order: the first one asks it to stop, a second one ends the program at once.
#pragma once

#include "study/run_control.hpp"

namespace trust::cli {

/// While one lives, SIGINT and SIGTERM set control.stop. One at a time.
class InterruptWatch {
 public:
  explicit InterruptWatch(RunControl& control);
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;
};

/// 128 + the number of the signal that came, as shells count it: 130 for Ctrl-C.
int interrupted_exit_code();

}  // namespace trust::cli
