// Oracle of the phase `request`: mean trust of those who sell, and the eight draws of each week.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

struct Answers {
  std::size_t all = 0;
  std::size_t skipped = 0;
};

class Marketer {
 public:
  Marketer(const PhaseRun& run, Seat seat, int lane) : run_(run), seat_(seat), lane_(lane) {}

  bool asks() const { return run_.starts_week() && run_.world().part()[seat_] == ChainPart::marketing; }

  void expect_nothing() const {
    for (const Column column : {Column::trust_from_sales, Column::checklist}) {
      RC_ASSERT(run_.bits_after(column, seat_, lane_) == run_.bits_before(column, seat_, lane_));
    }
  }

  void compare(Answers& answers) const {
    const bool there = run_.present(seat_, lane_);
    const double trust = trust_of_sellers();
    run_.expect(Column::trust_from_sales, seat_, lane_, there ? trust : 0, tolerance);
    int granted = 0;
    int open = 0;
    for (int q = 0; q < 8; ++q) {
      const double asked = lever(Lever::request_easiest) + q * lever(Lever::request_step);
      const double chance = 1 / (1 + std::exp(-lever(Lever::request_steepness) * (trust - asked)));
      const auto purpose = static_cast<Purpose>(static_cast<int>(Purpose::request) + q);
      const auto answer = run_.happens(purpose, seat_, no_seat, lane_, chance, 10 * tolerance);
      ++answers.all;
      if (!answer) ++open;
      if (answer.value_or(false)) ++granted;
    }
    answers.skipped += static_cast<std::size_t>(open);
    const std::int64_t found = run_.count_after(Column::checklist, seat_, lane_);
    if (there) {
      RC_ASSERT(found >= granted && found <= granted + open);
    } else {
      RC_ASSERT(found == 0);
    }
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }

  double trust_of_sellers() const {
    const Organisation& organisation = run_.organisation();
    double sum = 0;
    int sellers = 0;
    for (Seat seat = 0; seat < organisation.seats(); ++seat) {
      if (organisation.roles[organisation.people[seat].role].part != ChainPart::sales) continue;
      const Slot slot = run_.graph().find(seat, seat_);
      if (slot == no_slot || !run_.active(slot, lane_)) continue;
      sum += run_.before(Column::trust, slot, lane_);
      ++sellers;
    }
    return sellers == 0 ? lever(Lever::trust_disposition_across) : sum / sellers;
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
};

TEST(RequestsOracle, TheScoreFollowsFromTrustAndEightDraws) {
  Answers answers;
  check_property(200, [&] {
    const RandomCase chosen = random_case();
    const PhaseRun run("request", chosen);
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      for (int lane = 0; lane < run.lanes(); ++lane) {
        const Marketer marketer(run, seat, lane);
        if (marketer.asks()) {
          marketer.compare(answers);
        } else {
          marketer.expect_nothing();
        }
      }
    }
    run.expect_nothing_else_changed();
  });
  EXPECT_GT(answers.all, 20000U);
  EXPECT_LT(static_cast<double>(answers.skipped), 3e-4 * static_cast<double>(answers.all));
}

}  // namespace
}  // namespace trust::testing
