// Asymmetric learning of one number from one outcome, for the rules that are made of it: `asymmetric` learns trust
// itself that way, `abi` each side of trustworthiness.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

class AsymmetricLearning {
 public:
  explicit AsymmetricLearning(const DayContext& day) : drift_(day) {
    const LeversOf levers(day, 0);
    gain_ = levers(Lever::trust_gain);
    for (std::size_t c = 0; c < tie_class_count; ++c) {
      loss_[c] = levers(Lever::trust_loss) * exposure_of(levers, static_cast<TieClass>(c));
    }
  }

  /// The number after the day: moved by the outcome where there was a contact, drifted in any case.
  TRUST_INLINE Lanes after(TieClass tie, Lanes before, LaneMask contact, Lanes outcome, Lanes gain_factor) const {
    const auto c = static_cast<std::size_t>(tie);
    const Lanes gain = where(contact, min(gain_ * gain_factor, 1.0F) * max(outcome, 0.0F));
    const Lanes loss = where(contact, min(loss_[c] * max(-outcome, 0.0F), 1.0F));
    const Lanes learned = before + gain * (1.0F - before) - loss * before;
    return towards(learned, drift_.home[c], drift_.share[c]);
  }

 private:
  Drift drift_;
  Lanes gain_;
  Lanes loss_[tie_class_count];
};

}  // namespace TRUST_PATH
}  // namespace trust
