// Oracle of the phases `promise delivery` and `serve`: account by account in double precision, by the engine's own
// draws.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

double reliability_of(const PhaseRun& run, int lane) {
  const double base = run.lever(Lever::delivery_base, 0, lane);
  double product = 1;
  for (std::size_t function = 0; function < run.world().functions(); ++function) {
    int seats = 0, people = 0, kept = 0;
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      if (run.world().function_of()[seat] != function) continue;
      ++seats;
      if (!run.present(seat, lane)) continue;
      ++people;
      if (run.did(seat, lane, Behaviour::promise)) ++kept;
    }
    if (seats > 0) product *= base + (1 - base) * (people == 0 ? 0.0 : static_cast<double>(kept) / people);
  }
  return product;
}

TEST(ClientsOracle, DeliveryIsAsReliableAsTheProductOfFunctions) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("promise delivery", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      run.expect(Column::reliability, 0, lane, reliability_of(run, lane), tolerance);
    }
    run.expect_nothing_else_changed();
  });
}

// Every other case has more of what is rare as a rule.
RandomCase lively_case() {
  RandomCase chosen = random_case();
  if (chosen.fill % 2 == 0) return chosen;
  for (Plan& plan : chosen.plans) {
    for (const auto& [lever, value] : {std::pair{Lever::client_service, 0.5F}, std::pair{Lever::client_churn, 50.0F}})
      plan.settings.push_back({{}, lever, value});
  }
  return chosen;
}

struct Tally {
  long long accounts = 0, skipped = 0, served = 0, lost = 0, won = 0;
};

class Owner {
 public:
  Owner(const PhaseRun& run, Seat seat, int lane)
      : run_(run), seat_(seat), lane_(lane), begin_(run.world().account_begin()[seat]) {
    for (std::size_t place = begin_; place < run.world().account_begin()[seat + 1]; ++place) {
      expected_.push_back(run.before(Column::client_trust, place, lane));
    }
  }

  void compare(Tally& tally) {
    for (std::size_t k = 0; k < expected_.size(); ++k) {
      if (expected_[k] >= 0) live(k, tally);
    }
    take_in(tally);
    if (!known_) ++tally.skipped;
    if (known_) {
      for (std::size_t k = 0; k < expected_.size(); ++k) {
        run_.expect(Column::client_trust, begin_ + k, lane_, expected_[k], tolerance);
      }
    }
    compare_sums(tally);
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }

  std::optional<bool> happens(Purpose purpose, std::size_t k, double chance) {
    const auto decided = run_.happens(purpose, seat_, static_cast<Seat>(k), lane_, chance);
    known_ = known_ && decided.has_value();
    return decided;
  }

  // A day of the account in place k.
  void live(std::size_t k, Tally& tally) {
    double& trust = expected_[k];
    const double chance = run_.per_step(lever(Lever::client_service));
    if (run_.present(seat_, lane_) && happens(Purpose::serve, k, chance).value_or(false)) {
      ++tally.served;
      const bool delivered = happens(Purpose::deliver, k, run_.before(Column::reliability, 0, lane_)).value_or(false);
      const double openness = lever(Lever::client_openness);
      const bool focused = run_.did(seat_, lane_, Behaviour::customer_focus);
      const double worth = (1 - openness + openness * run_.before(Column::felt_trust, seat_, lane_)) *
                           (1 - (focused ? 0 : lever(Lever::client_selling)));
      trust += lever(Lever::client_rate) * ((delivered ? worth : 0) - trust);
    }
    const double hazard = lever(Lever::client_churn) * std::exp(-lever(Lever::client_protection) * trust) / 260;
    if (happens(Purpose::churn, k, 1 - std::exp(-hazard * run_.step_length())).value_or(false)) {
      ++tally.lost;
      trust = -1;
    }
  }

  void take_in(Tally& tally) {
    std::int64_t wins = run_.count_before(Column::wins, seat_, lane_);
    for (double& trust : expected_) {
      if (trust >= 0 || wins == 0) continue;
      trust = lever(Lever::client_initial);
      --wins;
      ++tally.won;
    }
  }

  void compare_sums(Tally& tally) const {
    double sum = 0;
    std::int64_t accounts = 0;
    for (std::size_t k = 0; k < expected_.size(); ++k) {
      const double trust = run_.after(Column::client_trust, begin_ + k, lane_);
      if (trust < 0) {
        RC_ASSERT(trust == -1);
        continue;
      }
      sum += trust;
      ++accounts;
    }
    tally.accounts += accounts;
    RC_ASSERT(run_.count_after(Column::accounts, seat_, lane_) == accounts);
    run_.expect(Column::clients_trust, seat_, lane_,
                accounts == 0 ? lever(Lever::client_initial) : sum / static_cast<double>(accounts), tolerance);
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
  std::size_t begin_;
  std::vector<double> expected_;
  bool known_ = true;
};

TEST(ClientsOracle, EveryAccountFollowsFromItsChancesAndItsDraws) {
  Tally tally;
  check_property(200, [&] {
    const RandomCase chosen = lively_case();
    const PhaseRun run("serve", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      const long long before = tally.accounts;
      const long long lost = tally.lost;
      const long long skipped = tally.skipped;
      for (Seat seat = 0; seat < run.world().seats(); ++seat) {
        if (run.world().part()[seat] == ChainPart::sales) Owner(run, seat, lane).compare(tally);
      }
      const Figures figures = run.figures(lane);
      RC_ASSERT(figures[static_cast<std::size_t>(Measure::accounts)] == static_cast<double>(tally.accounts - before));
      if (tally.skipped == skipped) {
        RC_ASSERT(figures[static_cast<std::size_t>(Measure::accounts_lost)] == static_cast<double>(tally.lost - lost));
      }
    }
    run.expect_nothing_else_changed();
  });
  EXPECT_GT(tally.accounts, 10000);
  EXPECT_GT(tally.served, 1000);
  EXPECT_GT(tally.lost, 20);
  EXPECT_GT(tally.won, 1000);
  EXPECT_LT(tally.skipped, tally.accounts / 200);
}

}  // namespace
}  // namespace trust::testing
