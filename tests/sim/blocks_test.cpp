#include "sim/blocks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

TieGraph random_graph(Seat seats, unsigned percent) { return {seats, oracle::random_arcs(seats, percent, 60)}; }

// A hub that everybody knows, among seats that nobody knows.
TieGraph star(Seat seats) {
  std::vector<Arc> arcs;
  for (Seat seat = 1; seat < seats; ++seat) arcs.push_back({seat, 0});
  return {seats, arcs};
}

std::vector<TieGraph> graphs() {
  return {random_graph(1, 0),    random_graph(17, 30), random_graph(200, 40),
          random_graph(1000, 2), star(3000),           TieGraph(5000, {})};
}

void expect_every_row_once(const TieGraph& graph, const std::vector<RowBlock>& blocks) {
  Seat next = 0;
  for (const RowBlock& block : blocks) {
    ASSERT_EQ(block.begin, next);
    ASSERT_LT(block.begin, block.end);
    next = block.end;
  }
  ASSERT_EQ(next, graph.seats());
}

TEST(CutRows, CoversEveryRowOnceInOrder) {
  for (const TieGraph& graph : graphs()) {
    for (const std::size_t slots : {0u, 1u, 15u, 16u, 64u, 300u, 4096u, 1'000'000u}) {
      expect_every_row_once(graph, cut_rows(graph, slots));
    }
    expect_every_row_once(graph, cut_rows(graph));
  }
}

TEST(CutRows, OfNoSeatsGivesNoBlocks) {
  EXPECT_TRUE(cut_rows(TieGraph()).empty());
  EXPECT_TRUE(cut_rows(TieGraph(0, {})).empty());
}

TEST(CutRows, KeepsToTheSizeAskedForUnlessOneRowIsLonger) {
  for (const TieGraph& graph : graphs()) {
    for (const std::size_t slots : {64u, 300u, 4096u}) {
      for (const RowBlock& block : cut_rows(graph, slots)) {
        const std::size_t size =
            graph.row_begin(block.end - 1) + graph.in_degree(block.end - 1) - graph.row_begin(block.begin);
        EXPECT_TRUE(size <= slots || block.end == block.begin + 1) << size;
      }
    }
  }
}

TEST(CutRows, LeavesNoMoreBlocksThanNeeded) {
  // Two neighbours never fit into one: blocks are not smaller than they must be. Many empty rows are work too.
  const std::size_t slots = 300;
  for (const TieGraph& graph : graphs()) {
    const auto blocks = cut_rows(graph, slots);
    for (std::size_t b = 0; b + 1 < blocks.size(); ++b) {
      const bool long_enough = graph.row_begin(blocks[b + 1].end) - graph.row_begin(blocks[b].begin) > slots;
      const bool many_rows = blocks[b + 1].end - blocks[b].begin > slots / 16;
      EXPECT_TRUE(long_enough || many_rows) << "block " << b;
    }
  }
}

TEST(CutRows, DoesNotAskHowManyThreadsThereAre) {
  const TieGraph graph = random_graph(1000, 2);
  const auto wanted = cut_rows(graph, 256);
  for (const int threads : {1, 2, 8}) {
    const ThreadLimit limit(threads);
    const auto found = cut_rows(graph, 256);
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t b = 0; b < found.size(); ++b) EXPECT_EQ(found[b].end, wanted[b].end);
  }
}

// What happened while blocks or indices were shared out.
class Watch {
 public:
  explicit Watch(std::size_t items) : times_(items) {}

  void visit(std::size_t item, int worker) {
    const int now = ++working_;
    int most = most_working_.load();
    while (now > most && !most_working_.compare_exchange_weak(most, now)) {
    }
    ++times_[item];
    {
      const std::scoped_lock lock(mutex_);
      workers_.insert(worker);
      threads_.insert(std::this_thread::get_id());
    }
    for (int spin = 0; spin < 50; ++spin) std::this_thread::yield();  // lets the others overlap
    --working_;
  }

  bool each_once() const {
    return std::ranges::all_of(times_, [](const std::atomic<int>& times) { return times == 1; });
  }
  int most_working() const { return most_working_; }
  const std::set<int>& workers() const { return workers_; }
  const std::set<std::thread::id>& threads() const { return threads_; }

 private:
  std::vector<std::atomic<int>> times_;
  std::atomic<int> working_{0}, most_working_{0};
  std::mutex mutex_;
  std::set<int> workers_;
  std::set<std::thread::id> threads_;
};

std::vector<RowBlock> single_rows(Seat count) {
  std::vector<RowBlock> blocks;
  for (Seat row = 0; row < count; ++row) blocks.push_back({row, row + 1});
  return blocks;
}

class Threads : public testing::TestWithParam<int> {};

TEST_P(Threads, VisitEveryBlockOnce) {
  const ThreadLimit limit(GetParam());
  EXPECT_EQ(worker_limit(), GetParam());
  const auto blocks = single_rows(500);
  for (int repetition = 0; repetition < 5; ++repetition) {
    Watch watch(blocks.size());
    for_each_block(blocks, Parallelism::blocks, [&](RowBlock block, int worker) { watch.visit(block.begin, worker); });
    EXPECT_TRUE(watch.each_once());
    EXPECT_LE(watch.most_working(), GetParam());
    EXPECT_GE(*watch.workers().begin(), 0);
    EXPECT_LT(*watch.workers().rbegin(), worker_limit());
  }
}

TEST_P(Threads, NeverShareAWorkerNumberAtOneTime) {
  // Scratch memory goes by the number: two bodies that run together must not have the same one.
  const ThreadLimit limit(GetParam());
  const auto blocks = single_rows(500);
  std::vector<std::atomic<int>> busy(static_cast<std::size_t>(worker_limit()));
  std::atomic<int> clashes{0};
  for_each_block(blocks, Parallelism::blocks, [&](RowBlock, int worker) {
    if (++busy[static_cast<std::size_t>(worker)] != 1) ++clashes;
    std::this_thread::yield();
    --busy[static_cast<std::size_t>(worker)];
  });
  EXPECT_EQ(clashes, 0);
}

TEST_P(Threads, VisitEveryIndexOnce) {
  const ThreadLimit limit(GetParam());
  Watch watch(300);
  for_each_index(300, [&](std::size_t index) { watch.visit(index, 0); });
  EXPECT_TRUE(watch.each_once());
  EXPECT_LE(watch.most_working(), GetParam());
}

TEST_P(Threads, AreGivenWholeBatchesThatWorkOneBlockAfterAnother) {
  const ThreadLimit limit(GetParam());
  const auto blocks = single_rows(20);
  std::vector<std::vector<Seat>> seen(30);
  for_each_index(seen.size(), [&](std::size_t batch) {
    for_each_block(blocks, Parallelism::serial, [&](RowBlock block, int worker) {
      EXPECT_EQ(worker, 0);
      seen[batch].push_back(block.begin);
    });
  });
  for (const auto& rows : seen) {
    ASSERT_EQ(rows.size(), blocks.size());
    EXPECT_TRUE(std::ranges::is_sorted(rows));
  }
}

TEST_P(Threads, HandOnWhatABodyThrows) {
  const ThreadLimit limit(GetParam());
  const auto throws = [](std::size_t index) {
    if (index == 40) throw std::runtime_error("row 40");
  };
  EXPECT_THROW(for_each_index(100, throws), std::runtime_error);
  EXPECT_THROW(for_each_block(single_rows(100), Parallelism::blocks, [&](RowBlock block, int) { throws(block.begin); }),
               std::runtime_error);
  // And the next call works.
  Watch watch(50);
  for_each_index(50, [&](std::size_t index) { watch.visit(index, 0); });
  EXPECT_TRUE(watch.each_once());
}

INSTANTIATE_TEST_SUITE_P(Limit, Threads, testing::Values(1, 2, 4, 8));

TEST(SerialBlocks, RunInOrderOnTheCallersThread) {
  const auto blocks = single_rows(100);
  std::vector<Seat> rows;
  for_each_block(blocks, Parallelism::serial, [&](RowBlock block, int worker) {
    EXPECT_EQ(worker, 0);
    rows.push_back(block.begin);
  });
  std::vector<Seat> wanted(100);
  std::iota(wanted.begin(), wanted.end(), Seat{0});
  EXPECT_EQ(rows, wanted);
}

TEST(Blocks, OfNothingRunNothing) {
  const auto never = [](auto&&...) { FAIL(); };
  for_each_block({}, Parallelism::blocks, never);
  for_each_block({}, Parallelism::serial, never);
  for_each_index(0, never);
}

TEST(Blocks, StayBelowTheWorkerLimitWithoutAThreadLimit) {
  const auto blocks = single_rows(500);
  Watch watch(blocks.size());
  for_each_block(blocks, Parallelism::blocks, [&](RowBlock block, int worker) { watch.visit(block.begin, worker); });
  EXPECT_TRUE(watch.each_once());
  EXPECT_LT(*watch.workers().rbegin(), worker_limit());
}

TEST(ThreadLimits, NestAndGiveBackTheOuterOne) {
  const int without = worker_limit();
  {
    const ThreadLimit outer(4);
    EXPECT_EQ(worker_limit(), 4);
    {
      const ThreadLimit inner(1);
      EXPECT_EQ(worker_limit(), 1);
      Watch watch(100);
      for_each_index(100, [&](std::size_t index) { watch.visit(index, 0); });
      EXPECT_EQ(watch.most_working(), 1);
    }
    EXPECT_EQ(worker_limit(), 4);
  }
  EXPECT_EQ(worker_limit(), without);
}

TEST(ThreadLimits, OfOneWorkOnTheCallersThread) {
  const ThreadLimit limit(1);
  Watch watch(100);
  for_each_index(100, [&](std::size_t index) { watch.visit(index, 0); });
  EXPECT_EQ(watch.threads(), std::set{std::this_thread::get_id()});
}

TEST(ThreadLimits, AreNotWidenedFromWithin) {
  const ThreadLimit outer(2);
  const ThreadLimit inner(8);
  Watch watch(500);
  for_each_index(500, [&](std::size_t index) { watch.visit(index, 0); });
  EXPECT_LE(watch.most_working(), 2);
}

// Several threads work for themselves side by side: the viewer's days and its replicates in the background.
TEST(ThreadLimits, AreOfTheThreadThatMadeThem) {
  const int mine = worker_limit();
  const ThreadLimit limit(5);
  std::thread([&] {
    EXPECT_EQ(worker_limit(), mine);
    const ThreadLimit of_the_other(3);
    EXPECT_EQ(worker_limit(), 3);
  }).join();
  EXPECT_EQ(worker_limit(), 5);
}

TEST(ThreadLimits, ThatComeAndGoDisturbNobodyElse) {
  std::atomic<bool> over{false};
  std::thread other([&] {
    for (int threads = 1; !over; threads = threads % 4 + 1) {
      const ThreadLimit limit(threads);
      for_each_index(8, [](std::size_t) { std::this_thread::yield(); });
    }
  });
  const auto blocks = single_rows(200);
  const int workers = worker_limit();
  for (int repetition = 0; repetition < 50; ++repetition) {
    Watch watch(blocks.size());
    for_each_block(blocks, Parallelism::blocks, [&](RowBlock block, int worker) { watch.visit(block.begin, worker); });
    EXPECT_TRUE(watch.each_once());
    EXPECT_LT(*watch.workers().rbegin(), workers);
    EXPECT_EQ(worker_limit(), workers);
  }
  over = true;
  other.join();
}

TEST(ThreadLimits, OfZeroAreTheMachine) {
  const ThreadLimit limit(0);
  EXPECT_EQ(worker_limit(), static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
}

}  // namespace
}  // namespace trust
