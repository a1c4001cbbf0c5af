// How a replicate stood on a day, in little memory: what a timeline keeps of every day that it ran.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/batch.hpp"
#include "viz/session/look.hpp"

namespace trust::viz {

/// What is known of people has 65,536 steps and trust in ties 255: a Look never says more, so that it is the same one
/// whether it was kept or made anew.
class StoredLook {
 public:
  /// As replicate `lane` of a batch stands now.
  explicit StoredLook(const Batch& batch, int lane = 0);

  int day() const { return day_; }
  const std::shared_ptr<const Organisation>& organisation() const { return organisation_; }
  const std::shared_ptr<const TieGraph>& ties() const { return ties_; }

  float value(PersonValue value, Seat seat) const { return from_word(people_[static_cast<std::size_t>(value)][seat]); }
  bool present(Seat seat) const { return present_[seat] != 0; }
  TrustByte tie(Slot slot) const { return tie_trust_[slot]; }

  /// All of it for a picture; trust between groups is not summed yet.
  std::shared_ptr<Look> whole() const;

  /// What it takes of memory. Organisation and ties are the batch's own, and not counted.
  std::size_t bytes() const;

 private:
  using Word = std::uint16_t;
  static Word to_word(float value);
  static float from_word(Word word) { return static_cast<float>(word) / 65535.0F; }

  int day_;
  std::shared_ptr<const Organisation> organisation_;
  std::shared_ptr<const TieGraph> ties_;
  std::array<std::vector<Word>, person_value_count> people_;
  std::vector<std::uint8_t> present_;
  std::vector<TrustByte> tie_trust_;
};

}  // namespace trust::viz
