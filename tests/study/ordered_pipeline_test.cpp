// Tasks over threads: in order at both ends, side by side between them, and nothing left when one fails.
#include "study/ordered_pipeline.hpp"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <stdexcept>
#include <string>
#include <thread>

#include "sim/blocks.hpp"

namespace trust {
namespace {

enum class Step { next, work, hand_over };

// What exists of its kind is counted.
struct Task {
  Task(int number_, std::atomic<int>& alive_) : number(number_), alive(alive_) { ++alive; }
  ~Task() { --alive; }
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  int number;
  int square = 0;
  std::atomic<int>& alive;
};

// Squares numbers; fails in a step of a task where it is asked to.
class Squares {
 public:
  explicit Squares(int count) : count_(count) {}

  void fail(Step step, int number) { failure_ = {step, number}; }

  std::shared_ptr<Task> next() {
    if (picked_ == count_) return nullptr;
    may_fail(Step::next, picked_);
    auto task = std::make_shared<Task>(picked_++, alive_);
    if (alive_ > most_alive_) most_alive_ = alive_;
    return task;
  }

  void work(Task& task) {
    may_fail(Step::work, task.number);
    for (int spin = 0; spin < task.number % 7; ++spin) std::this_thread::yield();
    task.square = task.number * task.number;
  }

  void hand_over(Task& task) {
    may_fail(Step::hand_over, task.number);
    squares_.push_back(task.square);
  }

  const std::vector<int>& squares() const { return squares_; }
  int alive() const { return alive_; }
  int most_alive() const { return most_alive_; }
  void add(int more) { count_ += more; }

 private:
  void may_fail(Step step, int number) const {
    if (failure_ == std::pair(step, number)) throw std::runtime_error("task " + std::to_string(number));
  }

  int count_;
  std::pair<Step, int> failure_{Step::next, -1};
  int picked_ = 0;
  std::atomic<int> alive_{0};
  int most_alive_ = 0;
  std::vector<int> squares_;
};

void expect_squares(const Squares& squares, int count) {
  ASSERT_EQ(squares.squares().size(), static_cast<std::size_t>(count));
  for (int number = 0; number < count; ++number) {
    EXPECT_EQ(squares.squares()[static_cast<std::size_t>(number)], number * number);
  }
}

class OrderedPipelines : public testing::TestWithParam<int> {
 protected:
  template <class Work>
  void over_threads(const Work& work) {
    const ThreadLimit limit(GetParam());
    tbb::task_arena arena(GetParam());
    arena.execute(work);
  }
};

TEST_P(OrderedPipelines, HandOverInTheOrderOfPickingAndKeepOnlyAFewAtOnce) {
  for (const int at_once : {1, 2, 5, 16}) {
    Squares squares(300);
    OrderedPipeline<Task, Squares> pipeline(squares);
    over_threads([&] { pipeline.run(static_cast<std::size_t>(at_once)); });
    expect_squares(squares, 300);
    EXPECT_LE(squares.most_alive(), at_once);
    EXPECT_EQ(squares.alive(), 0);
    EXPECT_FALSE(pipeline.failed());
  }
}

TEST_P(OrderedPipelines, GoOnWhereTheyEnded) {
  Squares squares(41);
  OrderedPipeline<Task, Squares> pipeline(squares);
  over_threads([&] {
    pipeline.run(4);
    pipeline.run(4);  // of nothing
    squares.add(60);
    pipeline.run(3);
  });
  expect_squares(squares, 101);
}

TEST_P(OrderedPipelines, ThrowWhatFailedAndHandOverNoneAfterIt) {
  for (const Step step : {Step::next, Step::work, Step::hand_over}) {
    Squares squares(200);
    squares.fail(step, 50);
    OrderedPipeline<Task, Squares> pipeline(squares);
    over_threads([&] {
      try {
        pipeline.run(6);
        ADD_FAILURE() << "nothing was thrown";
      } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "task 50");
      }
    });
    EXPECT_TRUE(pipeline.failed());
    EXPECT_LE(squares.squares().size(), 50U);
    if (step == Step::hand_over) {
      EXPECT_EQ(squares.squares().size(), 50U);
    }
    EXPECT_EQ(squares.alive(), 0);
  }
}

INSTANTIATE_TEST_SUITE_P(Over, OrderedPipelines, testing::Values(1, 2, 4));

}  // namespace
}  // namespace trust
