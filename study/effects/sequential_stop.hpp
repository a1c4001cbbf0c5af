// Running until an interval is narrow enough. Whoever stops when the figures look good stops too often by luck: the
// interval that is reported comes from a fresh block of as many replicates, which the decision to stop has not seen.
#pragma once

#include <cstdint>

namespace trust {

struct ReplicateBlock {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  friend bool operator==(const ReplicateBlock&, const ReplicateBlock&) = default;
};

struct StopRule {
  double half_width = 0;                          // what the 95 % interval is to reach
  std::uint32_t first_replicate = 0;              // of the search
  std::uint32_t replicates_per_organisation = 0;  // 0: all live in one organisation
  std::uint32_t most_replicates = 1u << 20;       // search and confirming block together
};

/// Searches with 64 replicates, 128, 256 ... (whole organisations where they vary, at least two), each block added to
/// those before, then asks for the confirming block.
///
///     while (!stop.done()) {
///       run stop.next();
///       stop.report(half_width of all replicates of stop.searched(), or of the confirming block);
///     }
///     the result is of stop.confirming();
class SequentialStop {
 public:
  explicit SequentialStop(const StopRule& rule);

  bool done() const { return stage_ == Stage::done; }
  bool is_confirming() const { return stage_ != Stage::searching; }

  ReplicateBlock next() const;        // what to run now
  ReplicateBlock searched() const;    // all blocks of the search so far, with the one of next()
  ReplicateBlock confirming() const;  // what the result comes from; as many replicates as were searched

  /// Half the width of the interval over searched() (the widest, where several must be narrow enough). One that is not
  /// a number never becomes one: the search ends.
  void report(double half_width);

  bool narrow_enough() const { return narrow_enough_; }  // did the search get there?

 private:
  enum class Stage : std::uint8_t { searching, confirming, done };

  StopRule rule_;
  Stage stage_ = Stage::searching;
  std::uint32_t before_ = 0;    // replicates searched and reported
  std::uint32_t searched_ = 0;  // ... with those of next()
  bool narrow_enough_ = false;
};

}  // namespace trust
