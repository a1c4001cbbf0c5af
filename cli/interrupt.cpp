#include "cli/interrupt.hpp"

#include <csignal>

namespace trust::cli {
namespace {

static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<RunControl*>::is_always_lock_free);

std::atomic<RunControl*> watched{nullptr};
volatile std::sig_atomic_t last_signal = SIGINT;

void ask_to_stop(int signal) {
  last_signal = signal;
  if (RunControl* control = watched.load()) control->stop = true;
}

void set_handlers(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;  // the second signal does what it always does
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch(RunControl& control) {
  watched = &control;
  set_handlers(ask_to_stop);
}

InterruptWatch::~InterruptWatch() {
  set_handlers(SIG_DFL);
  watched = nullptr;
}

int interrupted_exit_code() { return 128 + last_signal; }

}  // namespace trust::cli
