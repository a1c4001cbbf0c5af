#include "study/explain/reckoning.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trust {
namespace {

constexpr double agreement = 2e-6;  // of numbers in double with the engine's in float

class Reckoner {
 public:
  Reckoner(const TieTrial& trial, const TieQuestion& question, TieClass tie)
      : trial_(trial), question_(question), tie_(tie) {}

  Reckoning with(const MeetingOfStep& meeting, float before, double factor) const {
    Reckoning numbers;
    numbers.step_of_day = meeting.step_of_day;
    numbers.before = before;
    for (const SeenEvidence& piece : meeting.seen) numbers.outcome += static_cast<double>(piece.total());
    numbers.outcome = std::clamp(numbers.outcome, -1.0, 1.0);
    numbers.factor = factor;
    const bool gain = numbers.outcome > 0;
    numbers.rate = std::min(1.0, factor * of(gain ? Lever::trust_gain : Lever::trust_loss));
    const auto was = static_cast<double>(before);
    numbers.learned = was + numbers.rate * numbers.outcome * (gain ? 1 - was : was);
    const bool across = is_across(tie_);
    numbers.half_life = of(Lever::trust_half_life) / (across ? std::max(of(Lever::trust_decay_across), 1e-6) : 1.0);
    numbers.share = 1 - std::exp2(-1.0 / (question_.options.steps_per_day * numbers.half_life));
    numbers.home = of(across ? Lever::trust_disposition_across : Lever::trust_disposition_within);
    numbers.after = numbers.learned + numbers.share * (numbers.home - numbers.learned);
    return numbers;
  }

  // What gains or losses may be multiplied by; a scar decides which of the promise's two it is.
  std::array<double, 3> factors(const MeetingOfStep& meeting) const {
    const double exposed = tie_ == TieClass::cross_function_exposed ? of(Lever::trust_exposure) : 1;
    if (!meeting.promise_is_fresh) return {1, exposed, exposed};
    return {of(Lever::repair_promise_factor, question_.target),
            of(Lever::repair_promise_factor_deceived, question_.target), exposed};
  }

 private:
  double of(Lever lever, Seat seat = 0) const { return static_cast<double>(trial_.lever(lever, seat)); }

  const TieTrial& trial_;
  const TieQuestion& question_;
  TieClass tie_;
};

}  // namespace

std::optional<Reckoning> reckon(const TieTrial& trial, const TieQuestion& question, const MeetingOfStep& meeting,
                                TieClass tie, float before, float after) {
  if (question.options.rules.trust != TrustRule::asymmetric || before < 0) return std::nullopt;
  const Reckoner reckoner(trial, question, tie);
  for (const double factor : reckoner.factors(meeting)) {
    const Reckoning numbers = reckoner.with(meeting, before, factor);
    if (std::fabs(numbers.after - static_cast<double>(after)) < agreement) return numbers;
  }
  return std::nullopt;
}

}  // namespace trust
