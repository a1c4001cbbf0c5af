#include "study/explain/contact_steps.hpp"

#include <algorithm>
#include <cmath>

namespace trust {
namespace {

constexpr std::array contact_levers = {Lever::contact_manager, Lever::contact_report, Lever::contact_peer,
                                       Lever::contact_across, Lever::contact_leaders};
constexpr std::array side_levers = {Lever::abi_ability, Lever::abi_benevolence, Lever::abi_integrity};

// Below it, good and bad evidence cancel and nothing can be shared out.
constexpr double no_outcome = 1e-6;

// All without a ceiling, which comes last.
struct Trials {
  TrialResult without_contact;
  TrialResult nothing_shown;
  TrialResult as_it_was;
};

Trials try_out(TieTrial& trial) {
  Trials found;
  trial.lift_ceiling(true);
  found.as_it_was = trial.run(TrialPhase::trust);
  for (const EvidenceRow& row : evidence_rows()) trial.set(row.size, 0);
  found.nothing_shown = trial.run(TrialPhase::trust);
  for (const Lever lever : contact_levers) trial.set(lever, 0);
  found.without_contact = trial.run(TrialPhase::trust);
  trial.as_it_is();
  return found;
}

struct Share {
  const EvidenceRow* row;
  double change;
};

// How much of the change each piece makes, where all are evidence of the same.
void share_out(const MeetingOfStep& meeting, const auto& worth_of, double change, std::vector<Share>& shares) {
  double sum = 0;
  for (const SeenEvidence& piece : meeting.seen) sum += worth_of(piece);
  if (std::fabs(sum) < no_outcome) return;
  for (std::size_t p = 0; p < shares.size(); ++p) shares[p].change += worth_of(meeting.seen[p]) / sum * change;
}

// The weight of a side of trustworthiness in trust.
double weight_of(const TieTrial& trial, std::size_t side) {
  double sum = static_cast<double>(trial.lever(Lever::abi_propensity, 0));
  for (const Lever lever : side_levers) sum += static_cast<double>(trial.lever(lever, 0));
  return sum > 0 ? static_cast<double>(trial.lever(side_levers[side], 0)) / sum : 0;
}

std::vector<Share> shares_of(const TieTrial& trial, const MeetingOfStep& meeting, Rules rules, const Trials& trials) {
  std::vector<Share> shares;
  for (const SeenEvidence& piece : meeting.seen) shares.push_back({piece.row, 0});
  if (!rule_has(rules.trust, Entity::ability_tie)) {
    const double change = static_cast<double>(trials.as_it_was.trust) - static_cast<double>(trials.nothing_shown.trust);
    share_out(meeting, [](const SeenEvidence& piece) { return static_cast<double>(piece.total()); }, change, shares);
  } else {
    for (std::size_t d = 0; d < dimension_count; ++d) {
      const double change =
          static_cast<double>(trials.as_it_was.sides[d]) - static_cast<double>(trials.nothing_shown.sides[d]);
      share_out(meeting, [&](const SeenEvidence& piece) { return static_cast<double>(piece.worth[d]); },
                change * weight_of(trial, d), shares);
    }
  }
  std::stable_sort(shares.begin(), shares.end(), [](const Share& one, const Share& other) {
    return std::fabs(one.change) > std::fabs(other.change);
  });
  return shares;
}

// Steps one behind the other.
class Chain {
 public:
  explicit Chain(float start) : now_(start) {}

  void to(float after, TieCause cause, const EvidenceRow* row = nullptr) {
    if (after == now_) return;
    steps_.push_back({{}, 1, cause, now_, after, row, nullptr, no_seat});
    now_ = after;
  }

  // Moves the last step's end: where rounding of shares would leave a rest.
  void end_at(float after, TieCause if_none) {
    if (after == now_) return;
    if (steps_.empty() || steps_.back().cause != TieCause::evidence) return to(after, if_none);
    steps_.back().after = now_ = after;
    if (steps_.back().before == after) steps_.pop_back();
  }

  float now() const { return now_; }
  std::vector<ExplainedStep> take() { return std::move(steps_); }

 private:
  float now_;
  std::vector<ExplainedStep> steps_;
};

}  // namespace

std::vector<ExplainedStep> contact_steps(TieTrial& trial, const MeetingOfStep& meeting, Rules rules, float before,
                                         float after) {
  const Trials trials = try_out(trial);
  Chain chain(before);
  chain.to(trials.without_contact.trust, TieCause::drift);
  if (meeting.met) {
    chain.to(trials.nothing_shown.trust, TieCause::contact);
    double running = static_cast<double>(chain.now());
    for (const Share& share : shares_of(trial, meeting, rules, trials)) {
      running += share.change;
      chain.to(static_cast<float>(std::clamp(running, 0.0, 1.0)), TieCause::evidence, share.row);
    }
    chain.end_at(trials.as_it_was.trust, TieCause::contact);
  }
  const bool lowered = after < chain.now();
  chain.to(after, lowered ? TieCause::ceiling : TieCause::other);
  return chain.take();
}

}  // namespace trust
