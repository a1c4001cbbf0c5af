// The days of a timeline that can be looked at at once.
//
// While they fit the budget all are kept. When they do not, every second of them goes: first every odd day, then every
// day that four does not divide, and so on; the newest stays longest. A quarter of the budget is left to days that were
// made anew, so that going through them a day at a time stays quick: of these the oldest goes first.
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

  /// A day that was run for the first time, later than all before.
  void add(std::shared_ptr<const StoredLook> look);

  /// A day that was run again.
  void add_again(std::shared_ptr<const StoredLook> look);

  /// Null where the day is not kept.
  std::shared_ptr<const StoredLook> find(int day) const;

  void forget_after(int day);

  /// Gives memory back where it has less from now on.
  void set_budget(std::size_t bytes);

  std::size_t bytes() const { return bytes_ + bytes_again_; }
  int spacing() const { return spacing_; }

 private:
  void fit();
  void thin();
  void drop_oldest_again();

  std::size_t budget_;
  std::size_t bytes_ = 0;
  std::size_t bytes_again_ = 0;
  int spacing_ = 1;
  std::map<int, std::shared_ptr<const StoredLook>> looks_;
  std::deque<std::shared_ptr<const StoredLook>> again_;  // as they came
};

}  // namespace trust::viz
