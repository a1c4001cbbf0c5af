// What a sweep has to do next: reads the points of a study chunk by chunk, looks in the store what is there already,
// and lays out the rest in batches.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "study/sweep/points.hpp"
#include "study/sweep/schedule.hpp"
#include "study/sweep/sweep.hpp"

namespace trust {

/// A chunk whose points were read and looked up, on its way into the store.
struct OpenChunk {
  SweepChunk place;
  std::shared_ptr<const SweepPoints> points;
  std::vector<SweepBatch> batches;
  std::vector<std::int64_t> design_ids{};                            // [point], once the chunk is in the store
  std::vector<std::pair<std::uint64_t, std::uint32_t>> in_flight{};  // what it laid out: design, first replicate
  std::size_t tasks_left = 0;
};

/// A chunk, and then each of its batches.
struct SweepTask {
  std::shared_ptr<OpenChunk> chunk;
  const SweepBatch* batch = nullptr;  // none: the chunk itself
  std::vector<RunRow> rows{};         // of a batch that was run
  std::string failure{};              // of one that could not be run
  double seconds = 0;                 // that it took to run

  const std::shared_ptr<const Scenario>& scenario() const;  // of a batch: that of its first lane
};

class SweepFeed {
 public:
  /// `store_mutex` is held while the store is read. All must outlive the feed.
  SweepFeed(const Study& study, const Store& store, std::mutex& store_mutex, SweepControl& control);

  /// The next task, or null where there is none any more or the control says stop. One call at a time, as for take().
  const SweepTask* look();
  std::shared_ptr<SweepTask> take();

  /// Notes that all tasks of a chunk are done with. Call with `store_mutex` held.
  void close(const OpenChunk& chunk);

  /// Whether every task was taken.
  bool is_through() const { return schedule_done_ && waiting_.empty(); }

  std::uint64_t already_there() const { return already_there_; }

 private:
  void open(const SweepChunk& place);
  std::vector<PointToPack> missing_of(OpenChunk& chunk);
  std::vector<std::uint32_t> missing_of(const SweepPoint& point, OpenChunk& chunk);

  const Study& study_;
  const Store& store_;
  std::mutex& store_mutex_;
  SweepControl& control_;
  SweepSchedule schedule_;
  PointReader reader_;
  std::deque<SweepTask> waiting_;
  bool schedule_done_ = false;
  std::uint64_t already_there_ = 0;
  // What was laid out and is not in the store yet: a design that is two points of a study is run once.
  std::set<std::pair<std::uint64_t, std::uint32_t>> in_flight_;
};

}  // namespace trust
