// Oracle of the phase `repair`, lane by lane in double precision: the plan's events of the day in order, then what
// people do of their own accord.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/tie_word.hpp"
#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

struct Counts {
  std::size_t lanes = 0;
  std::size_t skipped = 0;
  std::size_t wounds = 0;
  std::size_t answers = 0;
  std::size_t contracts = 0;
  std::size_t promises = 0;
};

// All that the phase may change, in one lane.
class Lane {
 public:
  Lane(const PhaseRun& run, int lane, Counts& counts) : run_(run), lane_(lane), counts_(counts) {
    for (Slot slot = 0; slot < graph().slots(); ++slot) {
      trust_.push_back(run.before(Column::trust, slot, lane));
      hurt_.push_back(run.before(Column::hurt, slot, lane));
      ceiling_.push_back(run.before(Column::ceiling, slot, lane));
      word_.push_back(run.bits_before(Column::tie_word, slot, lane));
      slack_.push_back(2 * tolerance);
    }
    for (Seat seat = 0; seat < graph().seats(); ++seat) {
      harm_.push_back(run.bits_before(Column::harm, seat, lane));
      promise_.push_back(std::max(0.0, run.before(Column::promise_left, seat, lane) - run.step_length()));
      if (promise_.back() < 0.5 * run.step_length()) promise_.back() = 0;
    }
  }

  void live() {
    const std::vector<Event>& events = run_.plan(lane_).events;
    for (std::uint32_t number = 0; number < events.size(); ++number) {
      const Event& event = events[number];
      if (event.day != run_.day()) continue;
      if (event.kind == Event::Kind::contract) agree(event, number);
      for (Seat seat = 0; seat < graph().seats(); ++seat) {
        if (!about(event, seat)) continue;
        if (event.kind == Event::Kind::violation) violate(event, seat);
        if (event.kind == Event::Kind::response && meant(event, number, seat)) respond(event, seat);
      }
    }
    for (Seat seat = 0; seat < graph().seats(); ++seat) {
      const double chance =
          run_.per_step(lever(Lever::repair_hazard) * run_.before(Column::trust_received, seat, lane_));
      if (harm_[seat] != 0 && decided(run_.happens(Purpose::apology, seat, no_seat, lane_, chance))) {
        answer(seat, lever(harm_[seat] & 2U ? Lever::repair_apology_integrity : Lever::repair_apology_ability));
      }
    }
  }

  void compare() const {
    ++counts_.lanes;
    if (unsure_) {
      ++counts_.skipped;
      return;
    }
    for (Seat seat = 0; seat < graph().seats(); ++seat) {
      RC_ASSERT(run_.bits_after(Column::harm, seat, lane_) == harm_[seat]);
      run_.expect(Column::promise_left, seat, lane_, promise_[seat], 1e-4);
      for (Slot slot = graph().row_begin(seat); slot < graph().row_end(seat); ++slot) compare_tie(slot);
    }
  }

 private:
  const TieGraph& graph() const { return run_.graph(); }
  double lever(Lever which) const { return run_.lever(which, 0, lane_); }

  bool decided(std::optional<bool> luck) {
    if (!luck) unsure_ = true;
    return luck.value_or(false);
  }

  bool about(const Event& event, Seat seat) const {
    return std::any_of(event.who.begin(), event.who.end(),
                       [&](const Target& target) { return matches(target, run_.organisation(), seat); });
  }

  bool meant(const Event& event, std::uint32_t number, Seat seat) {
    if (!about(event, seat)) return false;
    return event.share >= 1 || decided(run_.happens(Purpose::event_share, seat, number, lane_, event.share));
  }

  bool exposed(Seat source, Seat target) const {
    const Organisation& all = run_.organisation();
    const Role& of_source = all.roles[all.people[source].role];
    const bool asks =
        of_source.part == ChainPart::marketing && all.roles[all.people[target].role].part == ChainPart::sales;
    return tie_kind(all, source, target) == TieKind::cross_function && of_source.exposed && !asks;
  }

  // Not every trust can be had under every rule.
  void set_trust(Slot slot, double wanted) {
    const double propensity = run_.before(Column::propensity, graph().source(slot), lane_);
    trust_[slot] = run_.reachable_trust(wanted, propensity, 0, lane_);
    slack_[slot] += run_.slack_of_trust(wanted);
  }

  void violate(const Event& event, Seat seat) {
    for (Slot slot = graph().row_begin(seat); slot < graph().row_end(seat); ++slot) {
      const Seat source = graph().source(slot);
      if (trust_[slot] < 0) continue;
      if (event.share < 1 && !decided(run_.happens(Purpose::violation, source, seat, lane_, event.share))) continue;
      const double before = trust_[slot];
      const double stake = exposed(source, seat) ? lever(Lever::trust_exposure) : 1;
      double left = before * (1 - std::min(1.0, event.severity * stake));
      hurt_[slot] = before - left;
      if (event.deception) {
        ceiling_[slot] = std::min(ceiling_[slot], lever(Lever::repair_deception_ceiling) * before);
        left = std::min(left, ceiling_[slot]);
        word_[slot] |= static_cast<std::uint32_t>(scar_bit);
      }
      set_trust(slot, left);
      harm_[seat] |= (event.dimension == Dimension::ability ? 1U : 2U) | (event.deception ? 4U : 0U);
      ++counts_.wounds;
    }
  }

  void respond(const Event& event, Seat seat) {
    const bool of_integrity = (harm_[seat] & 2U) != 0;
    const bool apology = event.response == Event::Response::apology;
    switch (event.response) {
      case Event::Response::promise:
        ++counts_.promises;
        if (run_.present(seat, lane_)) promise_[seat] = lever(Lever::repair_promise_days);
        return;
      case Event::Response::penance:
        return answer(seat, event.richness * lever(Lever::repair_penance));
      case Event::Response::apology:
      case Event::Response::denial:
        if (harm_[seat] == 0) return;
        if (!of_integrity) {
          return answer(seat,
                        event.richness * lever(apology ? Lever::repair_apology_ability : Lever::repair_denial_ability));
        }
        return answer(seat, event.richness * lever(apology == event.guilt_proven ? Lever::repair_denial_integrity
                                                                                 : Lever::repair_apology_integrity));
    }
  }

  void answer(Seat seat, double share) {
    for (Slot slot = graph().row_begin(seat); slot < graph().row_end(seat); ++slot) {
      if (trust_[slot] < 0 || hurt_[slot] <= 0) continue;
      const double most = (word_[slot] & static_cast<std::uint32_t>(scar_bit)) != 0 ? ceiling_[slot] : 1;
      set_trust(slot, std::min({trust_[slot] + share * hurt_[slot], most, 1.0}));
      hurt_[slot] *= 1 - share;
      ++counts_.answers;
    }
    harm_[seat] = 0;
  }

  void agree(const Event& event, std::uint32_t number) {
    std::vector<bool> among;
    for (Seat seat = 0; seat < graph().seats(); ++seat) among.push_back(meant(event, number, seat));
    for (Seat target = 0; target < graph().seats(); ++target) {
      for (Slot slot = graph().row_begin(target); slot < graph().row_end(target); ++slot) {
        if (!among[target] || !among[graph().source(slot)] || trust_[slot] < 0) continue;
        word_[slot] |= static_cast<std::uint32_t>(contract_bit);
        ++counts_.contracts;
      }
    }
  }

  void compare_tie(Slot slot) const {
    run_.expect(Column::trust, slot, lane_, trust_[slot], slack_[slot]);
    run_.expect(Column::hurt, slot, lane_, hurt_[slot], slack_[slot]);
    run_.expect(Column::ceiling, slot, lane_, ceiling_[slot], slack_[slot]);
    RC_ASSERT(run_.bits_after(Column::tie_word, slot, lane_) == word_[slot]);
  }

  const PhaseRun& run_;
  int lane_;
  Counts& counts_;
  bool unsure_ = false;
  std::vector<double> trust_, hurt_, ceiling_, promise_, slack_;
  std::vector<std::uint32_t> word_, harm_;
};

TEST(RepairOracle, EveryViolationAndAnswerIsAsThePlanAndLuckSay) {
  Counts counts;
  check_property(200, [&] {
    const RandomCase chosen = random_case({.with_events = true});
    const PhaseRun run("repair", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      Lane expected(run, lane, counts);
      expected.live();
      expected.compare();
    }
    run.expect_nothing_else_changed();
  });
  RecordProperty("lanes", static_cast<int>(counts.lanes));
  RecordProperty("skipped", static_cast<int>(counts.skipped));
  EXPECT_LT(counts.skipped * 100, counts.lanes);
  EXPECT_GT(counts.wounds, 1000U);
  EXPECT_GT(counts.answers, 1000U);
  EXPECT_GT(counts.contracts, 1000U);
  EXPECT_GT(counts.promises, 100U);
}

}  // namespace
}  // namespace trust::testing
