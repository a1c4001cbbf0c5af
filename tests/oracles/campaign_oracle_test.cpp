// Oracle of the phase `campaign`: each person's campaign in double precision, and the engine's own draws.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <utility>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

double logistic_of(double x) { return 1 / (1 + std::exp(-x)); }

class Campaigns {
 public:
  Campaigns(const PhaseRun& run, int lane) : run_(run), lane_(lane) {}

  void compare() {
    for (Seat seat = 0; seat < run_.world().seats(); ++seat) {
      if (run_.world().part()[seat] == ChainPart::marketing) {
        compare(seat);
      } else {
        RC_ASSERT(run_.bits_after(Column::bold, seat, lane_) == run_.bits_before(Column::bold, seat, lane_));
      }
    }
    const double share = campaigns_ == 0 ? 0 : static_cast<double>(bold_) / campaigns_;
    RC_ASSERT(run_.figures(lane_)[static_cast<std::size_t>(Measure::bold_share)] == share);
  }

  int campaigns() const { return campaigns_; }
  int skipped() const { return skipped_; }

 private:
  void compare(Seat seat) {
    const std::uint32_t bits = run_.bits_after(Column::bold, seat, lane_);
    RC_ASSERT(bits == 0U || bits == 1U || bits == 3U);
    campaigns_ += bits & 1U;
    bold_ += bits >> 1U;
    if (!run_.present(seat, lane_)) {
      RC_ASSERT(bits == 0U);
      return;
    }
    check(run_.happens(Purpose::campaign, seat, no_seat, lane_, run_.per_step(lever(seat, Lever::campaign_rate))),
          (bits & 1U) != 0);
    if (bits != 0) check(run_.happens(Purpose::bold, seat, no_seat, lane_, chance_of_bold(seat)), bits == 3U);
  }

  void check(std::optional<bool> expected, bool found) {
    if (!expected.has_value()) ++skipped_;
    RC_ASSERT(expected.value_or(found) == found);
  }

  double chance_of_bold(Seat seat) const {
    const double backing = run_.trust_of_manager(seat, lane_) * (1 - lever(seat, Lever::campaign_blame));
    const double safety = run_.before(Column::safety, seat, lane_);
    return logistic_of(lever(seat, Lever::campaign_sensitivity) *
                       (backing + safety - lever(seat, Lever::campaign_threshold)));
  }

  double lever(Seat seat, Lever which) const { return run_.lever(which, seat, lane_); }

  const PhaseRun& run_;
  int lane_;
  int campaigns_ = 0;
  int bold_ = 0;
  int skipped_ = 0;
};

// Every other case has more of what is rare as a rule.
RandomCase lively_case() {
  RandomCase chosen = random_case();
  if (chosen.fill % 2 == 0) return chosen;
  for (Plan& plan : chosen.plans) {
    for (const auto& [lever, value] : {std::pair{Lever::campaign_rate, 0.5F}})
      plan.settings.push_back({{}, lever, value});
  }
  return chosen;
}

TEST(CampaignOracle, EveryCampaignFollowsFromItsChanceAndItsDraw) {
  int campaigns = 0;
  int skipped = 0;
  check_property(200, [&] {
    const RandomCase chosen = lively_case();
    const PhaseRun run("campaign", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      Campaigns of_lane(run, lane);
      of_lane.compare();
      campaigns += of_lane.campaigns();
      skipped += of_lane.skipped();
    }
    run.expect_nothing_else_changed();
  });
  EXPECT_GT(campaigns, 1000);
  EXPECT_LT(skipped, campaigns / 100);
}

}  // namespace
}  // namespace trust::testing
