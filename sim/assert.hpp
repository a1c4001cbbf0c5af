// A broken invariant is a mistake in the program, not in its input: it stops the program and says where.
//
// Checked in Debug builds and with -DTRUST_CHECKED=ON; elsewhere the condition is compiled (so that it cannot rot) but
// never evaluated. Bad input is another matter and has its own errors (scenarios/problems.hpp).
#pragma once

namespace trust {

/// Called with the condition as it is written and where it stands. May throw; if it returns, the program aborts.
using AssertHandler = void (*)(const char* condition, const char* file, int line);

/// Prints "file:line: broken invariant: condition" on the error stream.
void print_broken_invariant(const char* condition, const char* file, int line);

/// Puts `handler` in place (nullptr: print_broken_invariant) and returns the one before. Any thread may call it.
AssertHandler set_assert_handler(AssertHandler handler);

/// What TRUST_ASSERT calls: the handler, then std::abort.
[[noreturn]] void broken_invariant(const char* condition, const char* file, int line);

}  // namespace trust

#ifdef TRUST_CHECKED
#define TRUST_ASSERT(...) \
  (static_cast<bool>(__VA_ARGS__) ? void() : ::trust::broken_invariant(#__VA_ARGS__, __FILE__, __LINE__))
#else
#define TRUST_ASSERT(...) static_cast<void>(sizeof(static_cast<bool>(__VA_ARGS__)))
#endif
