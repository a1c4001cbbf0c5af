#include "models/trust_rules/abi/model.hpp"

#include "models/trust_rules/asymmetric/learning.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

constexpr Column side[dimension_count] = {Column::ability, Column::benevolence, Column::integrity};

// The levers count in proportion, so that trust stays within 0 .. 1 whatever they are.
struct SideWeights {
  Lanes of[dimension_count];
  Lanes of_propensity;

  explicit SideWeights(const LeversOf& levers) {
    const Lanes sum = levers(Lever::abi_ability) + levers(Lever::abi_benevolence) + levers(Lever::abi_integrity) +
                      levers(Lever::abi_propensity);
    const Lanes each = 1.0F / max(sum, 1e-6F);
    of[static_cast<int>(Dimension::ability)] = levers(Lever::abi_ability) * each;
    of[static_cast<int>(Dimension::benevolence)] = levers(Lever::abi_benevolence) * each;
    of[static_cast<int>(Dimension::integrity)] = levers(Lever::abi_integrity) * each;
    of_propensity = levers(Lever::abi_propensity) * each;
  }
};

// The three sides of a tie, for bringing them to a trust that something else decided.
class Sides {
 public:
  Sides(const DayContext& day, const TieNow& tie)
      : weights_(LeversOf(day, 0)), propensity_(get(day, Column::propensity, tie.source)) {
    const LaneMask begins = get(day, Column::trust, tie.slot) < 0.0F;
    for (int d = 0; d < dimension_count; ++d) value_[d] = choose(begins, 0.0F, get(day, side[d], tie.slot));
  }

  /// Moves all sides by the same amount; where that takes one of them to 0 or 1, the others go on.
  void move_to(Lanes trust) {
    for (int round = 0; round < dimension_count; ++round) {
      const Lanes missing = trust - this->trust();
      LaneMask free[dimension_count];
      Lanes weight = 0.0F;
      for (int d = 0; d < dimension_count; ++d) {
        free[d] = choose(missing > 0.0F, (value_[d] < 1.0F), (value_[d] > 0.0F));
        weight += where(free[d], weights_.of[d]);
      }
      const Lanes by = where(weight > 0.0F, missing / max(weight, 1e-6F));
      for (int d = 0; d < dimension_count; ++d) value_[d] = clamp01(value_[d] + where(free[d], by));
    }
  }

  Lanes trust() const {
    Lanes sum = weights_.of_propensity * propensity_;
    for (int d = 0; d < dimension_count; ++d) sum += weights_.of[d] * value_[d];
    return sum;
  }

  void write(const DayContext& day, Slot slot, LaneMask which) const {
    for (int d = 0; d < dimension_count; ++d) {
      put(day, side[d], slot, choose(which, value_[d], get(day, side[d], slot)));
    }
  }

 private:
  SideWeights weights_;
  Lanes propensity_;
  Lanes value_[dimension_count];
};

class Abi {
 public:
  static constexpr int dimensions = dimension_count;

  explicit Abi(const DayContext& day) : learning_(day), weights_(LeversOf(day, 0)) {}

  TRUST_INLINE Lanes after(const DayContext& day, const TieNow& tie, Lanes, LaneMask contact,
                           const Outcome<dimensions>& outcome, Lanes gain_factor) const {
    Lanes trust = weights_.of_propensity * get(day, Column::propensity, tie.source);
    for (int d = 0; d < dimensions; ++d) {
      const Lanes before = get(day, side[d], tie.slot);
      const Lanes after = clamp01(learning_.after(tie.tie, before, contact, outcome.value[d], gain_factor));
      put(day, side[d], tie.slot, after);
      trust += weights_.of[d] * after;
    }
    return trust;
  }

  static Lanes set(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
    Sides sides(day, tie);
    sides.move_to(trust);
    sides.write(day, tie.slot, which);
    const Lanes reached = sides.trust();
    return choose(absolute(reached - trust) < 1e-6F, trust, reached);
  }

 private:
  AsymmetricLearning learning_;
  SideWeights weights_;
};

}  // namespace

void update_trust_by_abi(const DayContext& day, RowBlock block, int worker) { meet_and_trust<Abi>(day, block, worker); }

Lanes set_trust_by_abi(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
  return Abi::set(day, tie, trust, which);
}

}  // namespace TRUST_PATH
}  // namespace trust
