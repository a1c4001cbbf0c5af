// Rows in fixed blocks, shared out over threads. The blocks depend on the graph alone, so that any number of threads
// does the same work on the same rows; what crosses rows is added as exact integers, so that order cannot matter.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "sim/tie_graph.hpp"

namespace trust {

/// Whether a batch's own phases use several threads; `serial` where whole batches run side by side instead.
enum class Parallelism : std::uint8_t { serial, blocks };

struct RowBlock {
  Seat begin;
  Seat end;
};

/// Cuts all rows into blocks of about `slots_per_block` slots (at least one row each).
std::vector<RowBlock> cut_rows(const TieGraph& graph, std::size_t slots_per_block = 4096);

/// The number of threads that blocks can run on: worker indices are below this.
int worker_limit();

/// Calls body(block, worker) for every block; worker < worker_limit() names the thread, for scratch memory of its own.
void for_each_block(std::span<const RowBlock> blocks, Parallelism parallelism,
                    const std::function<void(RowBlock, int worker)>& body);

/// Calls body(index) for 0 .. count - 1 over threads, in no particular order.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& body);

/// While one lives, at most `threads` threads (0: as many as the machine has) work for the thread that made it.
class ThreadLimit {
 public:
  explicit ThreadLimit(int threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

 private:
  struct Control;
  std::unique_ptr<Control> control_;
};

}  // namespace trust
