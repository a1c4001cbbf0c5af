// Who could have met whom: everybody in a unit, and outside it either everybody (in small organisations) or a sample
// whose size is in proportion to the ties asked for. And who is sure to know whom.
#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/generator_structure.hpp"
#include "scenarios/generator_tie_shape.hpp"
#include "sim/cipher.hpp"

namespace trust {

/// Two people, the lower seat first.
struct Pair {
  Seat low;
  Seat high;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

/// Decides who knows whom whatever the luck: manager and report, a small team, leaders side by side.
class SureAcquaintance {
 public:
  SureAcquaintance(const OrganisationFrame& frame, const TieShape& shape, double ties_per_person);

  bool operator()(Seat i, Seat j) const;

  /// Those pairs of which the two are in different units.
  std::vector<Pair> across_units() const;

 private:
  bool leads(Seat seat) const { return organisation_.roles[organisation_.people[seat].role].leads; }
  bool side_by_side(Seat i, Seat j) const;

  const OrganisationFrame& frame_;
  const Organisation& organisation_;
  std::vector<bool> close_team_;             // by team
  std::vector<std::vector<Seat>> of_level_;  // leaders, by level
  std::uint32_t few_;
};

/// Pairs of people of different units who could have met, sorted, each once. `wanted` is the mean number of ties that a
/// person is to have outside the unit.
std::vector<Pair> pairs_across_units(const OrganisationFrame& frame, const SureAcquaintance& sure,
                                     const TieShape& shape, double wanted, const CipherKey& key, std::uint32_t draw);

}  // namespace trust
