// Oracle of the phases `meet`, `experience` and `trust` under the rule `asymmetric`, tie by tie in double precision.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "models/purposes.hpp"
#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

struct Contacts {
  std::size_t all = 0;
  std::size_t skipped = 0;
};

class Tie {
 public:
  Tie(const PhaseRun& run, Seat source, Seat target, int lane)
      : run_(run),
        source_(source),
        target_(target),
        lane_(lane),
        kind_(tie_kind(run.world().organisation(), source, target)) {}

  /// Whether the source saw what the target did; nothing where rounding decides.
  std::optional<bool> contact() const {
    const auto purpose = static_cast<std::uint8_t>(Purpose::contact);
    const double luck = draw16(run_.key(), {source_, target_, run_.step(), purpose}, run_.replicate(lane_));
    const double threshold = run_.per_step(lever(contact_lever())) * 65536 + 0.5;
    if (luck < std::floor(threshold - 0.05)) return true;
    if (luck >= std::floor(threshold + 0.05)) return false;
    return std::nullopt;
  }

  double after(bool contact, double before) const {
    const double seen = contact ? after_outcome(before, outcome()) : before;
    const double half_life =
        lever(Lever::trust_half_life) / (across() ? std::max(lever(Lever::trust_decay_across), 1e-6) : 1.0);
    const double home = lever(across() ? Lever::trust_disposition_across : Lever::trust_disposition_within);
    return seen + run_.share_of_half_life(half_life) * (home - seen);
  }

 private:
  double lever(Lever which) const { return run_.lever(which, target_, lane_); }
  bool across() const { return kind_ == TieKind::cross_function; }
  bool did(BehaviourBit behaviour) const { return run_.did(target_, lane_, behaviour); }

  Lever contact_lever() const {
    switch (kind_) {
      case TieKind::manager:
        return Lever::contact_manager;
      case TieKind::report:
        return Lever::contact_report;
      case TieKind::leader_leader:
        return Lever::contact_leaders;
      case TieKind::cross_function:
        return Lever::contact_across;
      default:
        return Lever::contact_peer;
    }
  }

  bool trained() const {
    return run_.before(Column::skill, source_, lane_) >= run_.lever(Lever::discretion_skill_threshold, source_, lane_);
  }

  double outcome() const {
    double sum = lever(Lever::contact_ordinary);
    if (did(BehaviourBit::recognition)) {
      const double weight = lever(Lever::recognition_unexpected);
      const double expected = run_.before(Column::recognition_expectation, target_, lane_);
      const double factor = kind_ == TieKind::peer ? lever(Lever::recognition_peer) : 1.0;
      sum += factor * lever(Lever::recognition_effect) * (1 + weight * (1 - expected)) / (1 + weight);
    }
    if (did(BehaviourBit::transparency)) sum += lever(Lever::transparency_effect);
    if (kind_ == TieKind::manager && did(BehaviourBit::discretion) && trained()) sum += lever(Lever::discretion_effect);
    if (kind_ == TieKind::manager && did(BehaviourBit::micromanagement)) sum -= lever(Lever::micromanagement_effect);
    return std::clamp(sum, -1.0, 1.0);
  }

  double after_outcome(double before, double outcome) const {
    if (outcome >= 0) return before + lever(Lever::trust_gain) * outcome * (1 - before);
    const Organisation& organisation = run_.world().organisation();
    const bool exposed = across() && organisation.roles[organisation.people[source_].role].exposed;
    const double share = lever(Lever::trust_loss) * (exposed ? lever(Lever::trust_exposure) : 1.0) * -outcome;
    return before - std::min(share, 1.0) * before;
  }

  const PhaseRun& run_;
  Seat source_;
  Seat target_;
  int lane_;
  TieKind kind_;
};

// Every tie to one person in one lane, and the mean that they make.
void compare_row(const PhaseRun& run, Seat target, int lane, Contacts& contacts) {
  double sum = 0;
  int active = 0;
  bool complete = true;
  for (Slot slot = run.graph().row_begin(target); slot < run.graph().row_end(target); ++slot) {
    const double before = run.before(Column::trust, slot, lane);
    if (before < 0) {
      RC_ASSERT(run.after(Column::trust, slot, lane) == -1.0);
      continue;
    }
    const Tie tie(run, run.graph().source(slot), target, lane);
    const std::optional<bool> contact = tie.contact();
    ++contacts.all;
    ++active;
    if (!contact) {
      ++contacts.skipped;
      complete = false;
      continue;
    }
    const double expected = tie.after(*contact, before);
    run.expect(Column::trust, slot, lane, expected, tolerance);
    sum += expected;
  }
  if (complete)
    run.expect(Column::trust_received, target, lane,
               active == 0 ? run.lever(Lever::trust_disposition_within, target, lane) : sum / active, mean_tolerance);
}

TEST(AsymmetricOracle, EveryTieFollowsFromItsContactAndItsOutcome) {
  Contacts contacts;
  check_property(200, [&] {
    const RandomCase chosen = random_case();
    const PhaseRun run("meet + experience + trust", chosen);
    for (Seat target = 0; target < run.world().seats(); ++target) {
      for (int lane = 0; lane < run.lanes(); ++lane) compare_row(run, target, lane, contacts);
    }
    run.expect_nothing_else_changed();
  });
  RecordProperty("contacts", static_cast<int>(contacts.all));
  RecordProperty("skipped", static_cast<int>(contacts.skipped));
  EXPECT_GT(contacts.all, 50000U);
  EXPECT_LT(static_cast<double>(contacts.skipped), 1e-4 * static_cast<double>(contacts.all));
}

}  // namespace
}  // namespace trust::testing
