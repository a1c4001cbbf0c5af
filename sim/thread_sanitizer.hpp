// Tells the thread sanitizer about a fork and a join that it cannot see: oneTBB comes compiled without it, so that it
// misses that work begins after it was handed out and is over when the call returns. Races between the pieces of work
// themselves are found as ever. Costs nothing in other builds.
#pragma once

#if defined(__SANITIZE_THREAD__)
#define TRUST_THREAD_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TRUST_THREAD_SANITIZER 1
#endif
#endif

/// Of a function that does no more than take what oneTBB hands it and call our own with it: it reads what the library
/// put where the sanitizer did not see it.
#ifdef TRUST_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#define TRUST_HANDED_ON __attribute__((no_sanitize("thread")))
#else
#define TRUST_HANDED_ON
#endif

namespace trust {

/// One parallel call: made before it, gone after it, with a Piece for as long as each piece of work takes.
class ForkJoin {
 public:
  class Piece {
   public:
    explicit Piece(ForkJoin& call) : call_(call) { call_.begin(); }
    ~Piece() { call_.end(); }
    Piece(const Piece&) = delete;
    Piece& operator=(const Piece&) = delete;

   private:
    ForkJoin& call_;
  };

  ForkJoin(const ForkJoin&) = delete;
  ForkJoin& operator=(const ForkJoin&) = delete;

#ifdef TRUST_THREAD_SANITIZER
  ForkJoin() { __tsan_release(&fork_); }
  ~ForkJoin() { __tsan_acquire(&join_); }

 private:
  void begin() { __tsan_acquire(&fork_); }
  void end() { __tsan_release(&join_); }

  char fork_ = 0;
  char join_ = 0;
#else
  ForkJoin() {}  // not defaulted: a variable that is never used otherwise is warned of
  ~ForkJoin() {}

 private:
  void begin() {}
  void end() {}
#endif
};

/// Work that is handed from stage to stage, one piece at a time: enter() a stage, leave() it. Orders what one thread
/// did before leaving and what another does after entering.
class Relay {
 public:
  /// One stage, from its beginning to the end of the block.
  class Leg {
   public:
    explicit Leg(Relay& relay) : relay_(relay) { relay_.enter(); }
    ~Leg() { relay_.leave(); }
    Leg(const Leg&) = delete;
    Leg& operator=(const Leg&) = delete;

   private:
    Relay& relay_;
  };

#ifdef TRUST_THREAD_SANITIZER
  void enter() { __tsan_acquire(&baton_); }
  void leave() { __tsan_release(&baton_); }

 private:
  char baton_ = 0;
#else
  void enter() {}
  void leave() {}
#endif
};

}  // namespace trust
