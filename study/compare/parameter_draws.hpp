// Parameters that nobody knows exactly, drawn from what is believed of them (the priors of the parameter table): a draw
// of every lever for each replicate, the same under every plan of a comparison.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scenarios/scenario.hpp"
#include "study/design/prior.hpp"

namespace trust {

/// Seat draw at (number of the lever): the share of the prior below the value. Purposes 220 to 222 are those of
/// study/effects.
inline constexpr std::uint8_t purpose_of_parameter_draws = 230;

class ParameterDraws {
 public:
  /// Draws every lever that has a prior, except those that the scenario sets for everyone. What it says for some of its
  /// people, and in what its roles differ from the table, stays as it is.
  explicit ParameterDraws(const Scenario& baseline);

  std::span<const Lever> levers() const { return levers_; }

  /// Where in its prior the lever stands in that replicate, 0 .. 1: what its value is ranked by.
  double share(Lever lever, std::uint32_t replicate) const;

  /// `plan` in that replicate: with the drawn values beneath its own settings.
  Plan drawn(const Plan& plan, std::uint32_t replicate) const;

 private:
  std::uint64_t seed_;
  std::vector<Lever> levers_;
  std::vector<Prior> priors_;                // one a lever
  std::vector<LeverSetting> role_defaults_;  // of drawn levers, which a setting for everyone would cover
};

}  // namespace trust
