// The days of a timeline that can be looked at at once.
//
// While they fit the budget all are kept. When they do not, every second of them goes: first every odd day, then every
// day that four does not divide, and so on; the newest is always kept. Days that were made anew on the way to a day
// that was asked for are kept besides, while there is room, the oldest request's first to go.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <memory>

#include "viz/session/stored_look.hpp"

namespace trust::viz {

class LookStore {
 public:
  explicit LookStore(std::size_t budget_bytes) : budget_(budget_bytes) {}

  /// A day at the frontier, later than all before.
  void add(std::shared_ptr<const StoredLook> look);

  /// A day that was run again.
  void add_again(std::shared_ptr<const StoredLook> look);

  /// Null where the day is not kept.
  std::shared_ptr<const StoredLook> find(int day) const;

  void forget_after(int day);

  /// Gives room back, or gets some.
  void set_budget(std::size_t bytes);

  std::size_t bytes() const { return bytes_; }
  int spacing() const { return spacing_; }

 private:
  void keep(std::shared_ptr<const StoredLook> look);
  void drop(int day);
  void fit();
  bool is_of_spacing(int day) const { return day % spacing_ == 0; }

  std::size_t budget_;
  std::size_t bytes_ = 0;
  int spacing_ = 1;
  std::map<int, std::shared_ptr<const StoredLook>> looks_;
  std::deque<int> made_again_;  // days beside the spacing, as they came
};

}  // namespace trust::viz
