// Oracle of the phases `market` and `close chain`: awareness and the quality of leads in double precision, from the
// campaigns that the engine drew; and the count of leads since the start.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

// `campaign` and `market` in a row, as the pay-offs are handed on.
class Market {
 public:
  Market(const PhaseRun& run, int lane) : run_(run), lane_(lane) {}

  void compare() {
    for (Seat seat = 0; seat < run_.world().seats(); ++seat) add(seat);
    const double before = run_.before(Column::awareness, 0, lane_);
    const double forgotten = before * run_.share_of_half_life(lever(Lever::awareness_half_life));
    const double campaigns = lever(Lever::awareness_campaign) * pay_off_ / std::max(marketing_seats_, 1);
    const double referrals =
        lever(Lever::client_referral) * trusting_ / 260 * run_.step_length() / std::max(sales_seats_, 1);
    const double size = before + lever(Lever::awareness_campaign) * worth_ + referrals;
    run_.expect(Column::awareness, 0, lane_, std::max(before - forgotten + campaigns + referrals, 0.0),
                5 * tolerance * (1 + size));
    compare_quality();
  }

 private:
  void add(Seat seat) {
    const bool there = run_.present(seat, lane_);
    switch (run_.world().part()[seat]) {
      case ChainPart::marketing:
        ++marketing_seats_;
        if (there) add_marketer(seat);
        break;
      case ChainPart::development:
        if (there) hours_ += run_.before(Column::output, seat, lane_) * run_.step_length();
        break;
      case ChainPart::sales:
        ++sales_seats_;
        if (there) ++sellers_;
        trusting_ += static_cast<double>(run_.count_before(Column::accounts, seat, lane_)) *
                     run_.before(Column::clients_trust, seat, lane_);
        break;
      default:
        break;
    }
  }

  void add_marketer(Seat seat) {
    ++marketers_;
    granted_ += static_cast<double>(run_.count_before(Column::checklist, seat, lane_));
    const std::uint32_t bits = run_.bits_after(Column::bold, seat, lane_);
    if (bits == 0) return;
    const bool bold = bits == 3U;
    const double mean = lever(bold ? Lever::campaign_bold_mean : Lever::campaign_safe_mean);
    const double deviation = lever(bold ? Lever::campaign_bold_deviation : Lever::campaign_safe_deviation);
    const DrawAddress at{seat, no_seat, run_.step(), static_cast<std::uint8_t>(Purpose::pay_off)};
    const double luck = standard_normal(run_.key(), at, run_.replicate(lane_));
    const double seen =
        lever(Lever::campaign_visible) * run_.before(Column::output, seat, lane_) / lever(Lever::campaign_output);
    pay_off_ += (mean + deviation * luck) * seen;
    worth_ += (mean + deviation * std::abs(luck)) * seen;
  }

  // The leads to be expected are those of the awareness of today.
  void compare_quality() const {
    const double leads = lever(Lever::leads_rate) * run_.after(Column::awareness, 0, lane_) *
                         lever(Lever::market_demand) * run_.step_length() * sellers_;
    const double qualified = leads > 0 ? std::min(1.0, hours_ / leads) : 1;
    const double checklist = marketers_ > 0 ? granted_ / marketers_ : 0;
    const double quality = lever(Lever::leads_quality) + lever(Lever::leads_qualification) * qualified +
                           lever(Lever::request_use) * checklist / 8;
    run_.expect(Column::leads_quality, 0, lane_, std::clamp(quality, 0.0, 1.0), 10 * tolerance);
  }

  double lever(Lever which) const { return run_.lever(which, 0, lane_); }

  const PhaseRun& run_;
  int lane_;
  int marketing_seats_ = 0, sales_seats_ = 0, marketers_ = 0, sellers_ = 0;
  double pay_off_ = 0, worth_ = 0, hours_ = 0, trusting_ = 0, granted_ = 0;
};

TEST(MarketOracle, AwarenessAndQualityFollowFromTheirCauses) {
  check_property(200, [] {
    const RandomCase chosen = random_case();
    const PhaseRun run("campaign", "market", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) Market(run, lane).compare();
    run.expect_nothing_else_changed();
  });
}

TEST(MarketOracle, LeadsSinceTheStartAreThoseOfTheDaysOneAfterTheOther) {
  check_property(200, [] {
    RandomCase chosen = random_case();
    chosen.options.steps_per_day = 1;  // else the day is not over
    const PhaseRun run("chain", "close chain", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      const Figures figures = run.figures(lane);
      const auto grew = [&](Column column) {
        return static_cast<std::uint32_t>(run.bits_after(column, 0, lane) - run.bits_before(column, 0, lane));
      };
      const auto figure = [&](Measure measure) {
        return static_cast<std::uint32_t>(figures[static_cast<std::size_t>(measure)]);
      };
      RC_ASSERT(grew(Column::leads_in_all) == figure(Measure::leads));
      RC_ASSERT(grew(Column::won_in_all) == figure(Measure::wins));
      RC_ASSERT(grew(Column::rejected_in_all) == figure(Measure::leads_rejected));
      RC_ASSERT(grew(Column::silent_in_all) == figure(Measure::leads_silent));
      std::uint32_t open = 0;
      for (Seat seat = 0; seat < run.world().seats(); ++seat) {
        for (const Column column : {Column::open_leads, Column::open_opportunities}) {
          open += run.bits_after(column, seat, lane) - run.bits_before(column, seat, lane);
        }
      }
      RC_ASSERT(grew(Column::leads_in_all) == grew(Column::won_in_all) + grew(Column::lost_in_all) +
                                                  grew(Column::rejected_in_all) + grew(Column::silent_in_all) + open);
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
