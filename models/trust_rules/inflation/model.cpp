#include "models/trust_rules/inflation/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

class Inflation {
 public:
  static constexpr int dimensions = 1;

  explicit Inflation(const DayContext& day) : drift_(day) {
    const LeversOf levers(day, 0);
    gain_ = 1.0F - levers(Lever::inflation_memory);
    for (std::size_t c = 0; c < tie_class_count; ++c) {
      loss_[c] = min(gain_ * exposure_of(levers, static_cast<TieClass>(c)), 1.0F);
    }
  }

  TRUST_INLINE Lanes after(const DayContext&, const TieNow& tie, Lanes before, LaneMask contact,
                           const Outcome<1>& outcome, Lanes gain_factor) const {
    const auto c = static_cast<std::size_t>(tie.tie);
    const Lanes difference = 0.5F * (outcome.value[0] + 1.0F) - before;
    const Lanes share = choose(difference > 0.0F, min(gain_ * gain_factor, 1.0F), loss_[c]);
    const Lanes learned = before + where(contact, share * difference);
    return towards(learned, drift_.home[c], drift_.share[c]);
  }

  static Lanes set(const DayContext&, const TieNow&, Lanes trust, LaneMask) { return trust; }

 private:
  Drift drift_;
  Lanes gain_;  // share that a contact replaces upwards
  Lanes loss_[tie_class_count];
};

}  // namespace

void update_trust_by_inflation(const DayContext& day, RowBlock block, int worker) {
  meet_and_trust<Inflation>(day, block, worker);
}

Lanes set_trust_by_inflation(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
  return Inflation::set(day, tie, trust, which);
}

}  // namespace TRUST_PATH
}  // namespace trust
