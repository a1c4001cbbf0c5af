#include "models/trust_rules/asymmetric/model.hpp"

#include "models/trust_rules/asymmetric/learning.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

class Asymmetric {
 public:
  static constexpr int dimensions = 1;

  explicit Asymmetric(const DayContext& day) : learning_(day) {}

  TRUST_INLINE Lanes after(const DayContext&, const TieNow& tie, Lanes before, LaneMask contact,
                           const Outcome<1>& outcome, Lanes gain_factor) const {
    return learning_.after(tie.tie, before, contact, outcome.value[0], gain_factor);
  }

  static Lanes set(const DayContext&, const TieNow&, Lanes trust, LaneMask) { return trust; }

 private:
  AsymmetricLearning learning_;
};

}  // namespace

void update_trust_by_asymmetric(const DayContext& day, RowBlock block, int worker) {
  meet_and_trust<Asymmetric>(day, block, worker);
}

Lanes set_trust_by_asymmetric(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
  return Asymmetric::set(day, tie, trust, which);
}

}  // namespace TRUST_PATH
}  // namespace trust
