// What counts as one independent observation. Replicates that live in the same organisation draw are alike, so where
// organisations vary the draw is the unit, else the replicate.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "study/effects/table.hpp"

namespace trust {

class Units {
 public:
  /// `organisation[r]`: the organisation draw that replicate r lives in, in any order.
  explicit Units(std::span<const std::uint32_t> organisation);

  std::size_t count() const { return sizes_.size(); }
  std::size_t replicates() const { return unit_of_.size(); }
  bool organisations_vary() const { return organisations_vary_; }

  /// One value a unit, of one value a replicate: their mean. A unit with anything that is not finite is not a number.
  ///
  /// Units weigh alike, also one that is cut short and has fewer replicates. Student's t on such means never covers
  /// less than it says (Ibragimov & Mueller 2010, doi 10.1198/jbes.2009.08046), whereas the mean over replicates with a
  /// cluster-robust error covers 85 % with two whole organisations and a sixteenth of a third.
  std::vector<double> means(std::span<const double> by_replicate) const;
  Table means(const Table& by_replicate) const;

 private:
  std::vector<std::size_t> unit_of_;  // [replicate]
  std::vector<std::size_t> sizes_;    // [unit], in replicates
  bool organisations_vary_ = false;
};

}  // namespace trust
