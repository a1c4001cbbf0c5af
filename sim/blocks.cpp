#include "sim/blocks.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "sim/thread_sanitizer.hpp"

namespace trust {

std::vector<RowBlock> cut_rows(const TieGraph& graph, std::size_t slots_per_block) {
  std::vector<RowBlock> blocks;
  Seat begin = 0;
  while (begin < graph.seats()) {
    Seat end = begin + 1;
    while (end < graph.seats() && graph.row_begin(end + 1) - graph.row_begin(begin) <= slots_per_block &&
           end - begin < slots_per_block / 16) {
      ++end;
    }
    blocks.push_back({begin, end});
    begin = end;
  }
  return blocks;
}

namespace {

// The arena of this thread's innermost ThreadLimit; while there is none, work is shared out in the arena that the
// thread is in: the library's default one, or the one that it helps. Each thread has its own limit, as nobody else
// could tell when it goes: a thread that used another's would be left with an arena that is gone, and with worker
// numbers beyond the memory that it has for them.
thread_local tbb::task_arena* limited_arena = nullptr;

template <class Work>
void in_arena(const Work& work) {
  if (limited_arena == nullptr) {
    work();
  } else {
    limited_arena->execute(work);
  }
}

// A piece of a call's work: some of the indices, on any thread.
template <class Body>
void do_piece(const Body& body, ForkJoin& call, std::size_t begin, std::size_t end) {
  const ForkJoin::Piece piece(call);
  for (std::size_t i = begin; i < end; ++i) body(i);
}

// simple_partitioner and a grain of one: the other partitioners were seen to leave threads idle.
template <class Body>
void share_out(std::size_t count, const Body& body) {
  in_arena([&] {
    ForkJoin call;
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, count, 1),
        [&](const tbb::blocked_range<std::size_t>& range)
            TRUST_HANDED_ON { do_piece(body, call, range.begin(), range.end()); },
        tbb::simple_partitioner());
  });
}

}  // namespace

int worker_limit() {
  return limited_arena == nullptr ? tbb::this_task_arena::max_concurrency() : limited_arena->max_concurrency();
}

void for_each_block(std::span<const RowBlock> blocks, Parallelism parallelism,
                    const std::function<void(RowBlock, int)>& body) {
  if (parallelism == Parallelism::serial) {
    for (const RowBlock& block : blocks) body(block, 0);
    return;
  }
  share_out(blocks.size(),
            [&](std::size_t b) { body(blocks[b], std::max(0, tbb::this_task_arena::current_thread_index())); });
}

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& body) { share_out(count, body); }

struct ThreadLimit::Control {
  explicit Control(std::size_t threads)
      : control(tbb::global_control::max_allowed_parallelism, threads),
        arena(static_cast<int>(threads)),
        outer(std::exchange(limited_arena, &arena)) {}
  ~Control() { limited_arena = outer; }
  tbb::global_control control;
  tbb::task_arena arena;
  tbb::task_arena* outer;
};

ThreadLimit::ThreadLimit(int threads)
    : control_(std::make_unique<Control>(threads > 0 ? static_cast<std::size_t>(threads)
                                                     : std::max(1U, std::thread::hardware_concurrency()))) {}

ThreadLimit::~ThreadLimit() = default;

}  // namespace trust
