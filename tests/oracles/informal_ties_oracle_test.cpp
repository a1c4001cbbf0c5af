// Oracle of the phases `draw ties` and `change ties`: which ties form and end, from their chances and draws; what a new
// tie starts from; and the counts of ties, counted anew.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

struct Counts {
  std::size_t formed = 0;
  std::size_t ended = 0;
  std::size_t drawn = 0;
  std::size_t skipped = 0;  // rounding decides
};

// A weekly chance, moved by trust on the scale of log-odds.
double moved_chance(double rate, double log_odds) {
  if (rate <= 0) return 0;
  const double kept = std::clamp(rate, 1e-6, 1 - 1e-6);
  return 1 / (1 + std::exp(-(std::log(kept / (1 - kept)) + log_odds)));
}

class Acquaintance {
 public:
  Acquaintance(const PhaseRun& run, Slot slot, Seat target, int lane)
      : run_(run), slot_(slot), source_(run.graph().source(slot)), target_(target), lane_(lane) {}

  // Whether the tie is active afterwards; nothing where rounding decides.
  std::optional<bool> is_active(Counts& counts) const {
    const bool before = run_.active(slot_, lane_);
    const TieKind kind = tie_kind(run_.organisation(), source_, target_);
    if (!run_.starts_week() || kind == TieKind::manager || kind == TieKind::report) return before;
    if (!before && !(run_.present(source_, lane_) && run_.present(target_, lane_))) return before;
    ++counts.drawn;
    const std::optional<bool> changed = run_.happens(before ? Purpose::tie_ends : Purpose::tie_forms, source_, target_,
                                                     lane_, before ? chance_to_end() : chance_to_form(), 4e-6);
    if (!changed) {
      ++counts.skipped;
      return std::nullopt;
    }
    (before ? counts.ended : counts.formed) += *changed ? 1 : 0;
    return before != *changed;
  }

  // A tie that forms starts from nothing but what people think before they know each other.
  void expect_new() const {
    if (run_.rules().trust == TrustRule::asymmetric) {
      run_.expect(Column::trust, slot_, lane_, first_trust(), tolerance);
    }
    run_.expect(Column::hurt, slot_, lane_, 0, 0);
    run_.expect(Column::ceiling, slot_, lane_, 1, 0);
    const auto at = [&](Column column, Seat seat) { return run_.before(column, seat, lane_); };
    const double distance = 0.5 * (std::abs(at(Column::style_x, source_) - at(Column::style_x, target_)) +
                                   std::abs(at(Column::style_y, source_) - at(Column::style_y, target_)));
    const double word = static_cast<double>(run_.bits_after(Column::tie_word, slot_, lane_));
    RC_ASSERT(std::abs(word - distance * 65535) <= 0.51);
  }

 private:
  double lever(Lever which) const { return run_.lever(which, source_, lane_); }

  double chance_to_form() const {
    const double known = run_.before(Column::trust_received, target_, lane_);
    return moved_chance(lever(Lever::tie_formation), lever(Lever::tie_formation_trust) * (known - 0.5));
  }

  double chance_to_end() const {
    const double trust = run_.before(Column::trust, slot_, lane_);
    return moved_chance(lever(Lever::tie_ending), -lever(Lever::tie_ending_trust) * (trust - 0.5));
  }

  double first_trust() const {
    const Organisation& organisation = run_.organisation();
    const bool across = tie_kind(organisation, source_, target_) == TieKind::cross_function;
    const std::size_t pair =
        organisation.people[source_].function * organisation.functions.size() + organisation.people[target_].function;
    double category = run_.before(Column::function_trust, pair, lane_);
    if (category < 0) category = lever(across ? Lever::trust_disposition_across : Lever::trust_disposition_within);
    const double weight = lever(Lever::newcomer_category);
    return weight * category + (1 - weight) * run_.before(Column::propensity, source_, lane_);
  }

  const PhaseRun& run_;
  Slot slot_;
  Seat source_;
  Seat target_;
  int lane_;
};

void check_ties(const PhaseRun& run, int lane, Counts& counts) {
  const TieGraph& graph = run.graph();
  for (Seat target = 0; target < graph.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      const Acquaintance tie(run, slot, target, lane);
      const std::optional<bool> active = tie.is_active(counts);
      if (!active) continue;
      const bool was_active = run.active(slot, lane);
      if (*active && !was_active) {
        RC_ASSERT(run.after(Column::trust, slot, lane) >= 0);
        tie.expect_new();
      } else {
        run.expect(Column::trust, slot, lane, *active ? run.before(Column::trust, slot, lane) : -1.0, 0);
        RC_ASSERT(run.bits_after(Column::tie_word, slot, lane) == run.bits_before(Column::tie_word, slot, lane));
      }
    }
  }
}

void check_counts(const PhaseRun& run, int lane) {
  const TieGraph& graph = run.graph();
  std::vector<std::int64_t> received(graph.seats());
  std::vector<std::int64_t> given(graph.seats());
  for (Seat target = 0; target < graph.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      if (run.after(Column::trust, slot, lane) < 0) continue;
      ++received[target];
      ++given[graph.source(slot)];
    }
  }
  for (Seat seat = 0; seat < graph.seats(); ++seat) {
    RC_ASSERT(run.count_after(Column::ties_received, seat, lane) == received[seat]);
    RC_ASSERT(run.count_after(Column::ties_given, seat, lane) == given[seat]);
  }
}

// A case in which ties form and end often.
RandomCase lively_case() {
  RandomCase made = random_case({.with_interventions = true});
  for (Plan& plan : made.plans) {
    for (const Lever lever : {Lever::tie_formation, Lever::tie_ending}) {
      const double place = *rc::gen::element(0.0, 0.004, 0.2, 0.9, 1.0);
      plan.settings.push_back(LeverSetting{Target{}, lever, sensible_value(lever, place)});
    }
  }
  return made;
}

TEST(InformalTiesOracle, DerivesWhichTiesFormAndEnd) {
  Counts counts;
  check_property(200, [&] {
    const RandomCase made = lively_case();
    const PhaseRun run("draw ties", "change ties", made);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      check_ties(run, lane, counts);
      check_counts(run, lane);
    }
    run.expect_nothing_else_changed();
  });
  EXPECT_GT(counts.formed, 1000U);
  EXPECT_GT(counts.ended, 1000U);
  EXPECT_LT(counts.skipped, counts.drawn / 1000) << "of " << counts.drawn;
}

}  // namespace
}  // namespace trust::testing
