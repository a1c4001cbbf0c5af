#include "sim/assert.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace trust {
namespace {

std::atomic<AssertHandler> current_handler{print_broken_invariant};

}  // namespace

void print_broken_invariant(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: broken invariant: %s\n", file, line, condition);
}

AssertHandler set_assert_handler(AssertHandler handler) {
  return current_handler.exchange(handler != nullptr ? handler : print_broken_invariant);
}

void broken_invariant(const char* condition, const char* file, int line) {
  current_handler.load()(condition, file, line);
  std::abort();
}

}  // namespace trust
