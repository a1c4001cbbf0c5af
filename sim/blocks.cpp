#include "sim/blocks.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <thread>

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

// The arena of the innermost ThreadLimit; the library's default one while there is none.
std::atomic<tbb::task_arena*> limited_arena{nullptr};

template <class Work>
void in_arena(const Work& work) {
  tbb::task_arena* arena = limited_arena.load();
  if (arena == nullptr) {
    work();
  } else {
    arena->execute(work);
  }
}

// simple_partitioner and a grain of one: the other partitioners were seen to leave threads idle.
template <class Body>
void share_out(std::size_t count, const Body& body) {
  in_arena([&] {
    ForkJoin work;
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, count, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          work.begin();
          for (std::size_t i = range.begin(); i < range.end(); ++i) body(i);
          work.end();
        },
        tbb::simple_partitioner());
    work.join();
  });
}

}  // namespace

int worker_limit() {
  const tbb::task_arena* arena = limited_arena.load();
  return arena == nullptr ? tbb::this_task_arena::max_concurrency() : arena->max_concurrency();
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
        outer(limited_arena.exchange(&arena)) {}
  ~Control() { limited_arena.store(outer); }
  tbb::global_control control;
  tbb::task_arena arena;
  tbb::task_arena* outer;
};

ThreadLimit::ThreadLimit(int threads)
    : control_(std::make_unique<Control>(threads > 0 ? static_cast<std::size_t>(threads)
                                                     : std::max(1U, std::thread::hardware_concurrency()))) {}

ThreadLimit::~ThreadLimit() = default;

}  // namespace trust
