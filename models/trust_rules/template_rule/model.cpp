#include "models/trust_rules/template_rule/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

class TemplateRule {
 public:
  // 1: a contact has one outcome. 3: it has one each for ability, benevolence and integrity.
  static constexpr int dimensions = 1;

  // What holds all day for everybody: levers, and whatever can be worked out from them once.
  explicit TemplateRule(const DayContext& day) : drift_(day) {
    const LeversOf levers(day, 0);
    share_ = levers(Lever::trust_gain);
  }

  // The trust of one tie after the day, in 16 replicates at once. `contact` says in which of them there was a contact;
  // the outcome means something there only. The rest of the pass keeps trust within 0 .. 1.
  TRUST_INLINE Lanes after(const DayContext&, const TieNow& tie, Lanes before, LaneMask contact,
                           const Outcome<1>& outcome, Lanes gain_factor) const {
    const auto c = static_cast<std::size_t>(tie.tie);
    const Lanes gain = gain_factor * max(outcome.value[0], 0.0F);
    const Lanes loss = max(-outcome.value[0], 0.0F);
    const Lanes learned = clamp01(before + where(contact, share_ * (gain - loss)));
    return towards(learned, drift_.home[c], drift_.share[c]);
  }

  // A rule with columns of its own brings them here to a trust that something else decided: on day 0, for a newcomer,
  // after gossip or a violation. This one has none.
  static Lanes set(const DayContext&, const TieNow&, Lanes trust, LaneMask) { return trust; }

 private:
  Drift drift_;
  Lanes share_;
};

}  // namespace

void update_trust_by_template_rule(const DayContext& day, RowBlock block, int worker) {
  meet_and_trust<TemplateRule>(day, block, worker);
}

Lanes set_trust_by_template_rule(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
  return TemplateRule::set(day, tie, trust, which);
}

}  // namespace TRUST_PATH
}  // namespace trust
