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
  std::uint32_t first_replicate = 0;              // of the search; moved up to the next organisation's first
  std::uint32_t replicates_per_organisation = 0;  // 0: all live in one organisation
  std::uint32_t most_replicates = 1u << 20;       // no block is added that would take more, search and confirming block
};

/// Searches with 64 replicates (whole organisations where they vary, at least four), 128, 256 ..., each block added to
/// those before, then asks for the confirming block, of as many as were searched:
///
///     while (!stop.done()) {
///       run stop.next();
///       stop.report(half the width of the interval over stop.searched());
///     }
///     the figures to show are those of stop.result() alone
class SequentialStop {
 public:
  explicit SequentialStop(const StopRule& rule);

  bool done() const { return stage_ == Stage::done; }
  bool is_confirming() const { return stage_ == Stage::confirming; }

  ReplicateBlock next() const;      // what to run now
  ReplicateBlock searched() const;  // all blocks of the search, with the one of next()
  ReplicateBlock result() const;    // what the reported interval comes from: the confirming block

  /// Half the width of the interval over searched(); the widest, where several must be narrow enough. One that is not a
  /// number would stay so: the search ends without a confirming block, and result() is what was searched. Of the
  /// confirming block nothing is read.
  void report(double half_width);

  /// Did the search get there? The confirming block's own interval may be a little wider.
  bool narrow_enough() const { return narrow_enough_; }

 private:
  enum class Stage : std::uint8_t { searching, confirming, done };

  StopRule rule_;
  Stage stage_ = Stage::searching;
  std::uint32_t before_ = 0;    // replicates searched and reported
  std::uint32_t searched_ = 0;  // ... with those of next()
  bool confirms_ = false;
  bool narrow_enough_ = false;
};

}  // namespace trust
