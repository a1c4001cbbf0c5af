// Oracle of the phase `chain`: each seller's leads, opportunities and wins one by one in double precision, by the
// engine's own draws. Runs from `campaign` on, as what carriers of the change do is handed on.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

double logistic_of(double x) { return 1 / (1 + std::exp(-x)); }

struct Counts {
  long long sellers = 0, skipped = 0, leads = 0, wins = 0;
};

// A count that may be off by what rounding decides.
struct Known {
  std::int64_t least = 0;
  std::int64_t most = 0;

  void add(std::optional<bool> happened) {
    least += happened.value_or(false) ? 1 : 0;
    most += happened.value_or(true) ? 1 : 0;
  }
  bool exact() const { return least == most; }
};

class Seller {
 public:
  Seller(const PhaseRun& run, Seat seat, int lane, double carriers_adopted)
      : run_(run), seat_(seat), lane_(lane), carriers_adopted_(carriers_adopted), there_(run.present(seat, lane)) {}

  /// What the wins are worth; nothing where rounding decides.
  std::optional<double> compare(Counts& counts) {
    ++counts.sellers;
    run_.expect(Column::trust_in_marketing, seat_, lane_, there_ ? trust_in_marketing() : 0, tolerance);
    const std::int64_t deals = count_before(Column::open_opportunities);
    const std::int64_t open = count_before(Column::open_leads);
    decide(deals, Lever::opportunity_rate, Purpose::decide_deal, Purpose::win, chance_to_win());
    const Known wins = yes_;
    const Known lost_deals = no_;
    decide(open, Lever::leads_work_rate, Purpose::decide_lead, Purpose::opportunity, lever(Lever::opportunity_share));
    const Known opportunities = yes_;
    const Known lost_leads = no_;
    answer();
    if (!(wins.exact() && lost_deals.exact() && opportunities.exact() && lost_leads.exact() && known_)) {
      ++counts.skipped;
      return std::nullopt;
    }
    counts.leads += leads_;
    counts.wins += wins.least;
    RC_ASSERT(count_after(Column::wins) == wins.least);
    RC_ASSERT(count_after(Column::open_opportunities) == deals - wins.least - lost_deals.least + opportunities.least);
    RC_ASSERT(count_after(Column::open_leads) == open - opportunities.least - lost_leads.least + followed_.least);
    compare_shown();
    return static_cast<double>(wins.least) *
           (1 + lever(Lever::change_payoff) * run_.before(Column::adopted, seat_, lane_) * carriers_adopted_);
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }
  double before(Column column) const { return run_.before(column, seat_, lane_); }
  std::int64_t count_before(Column column) const { return run_.count_before(column, seat_, lane_); }
  std::int64_t count_after(Column column) const { return run_.count_after(column, seat_, lane_); }
  std::optional<bool> happens(Purpose purpose, std::int64_t which, double chance) const {
    return run_.happens(purpose, seat_, static_cast<Seat>(which), lane_, chance, 4 * tolerance);
  }

  double trust_in_marketing() const {
    double sum = 0;
    int known = 0;
    for (const OutgoingTie& tie : run_.graph().outgoing(seat_)) {
      if (run_.world().part()[tie.target] != ChainPart::marketing || !run_.active(tie.slot, lane_)) continue;
      sum += run_.before(Column::trust, tie.slot, lane_);
      ++known;
    }
    return known == 0 ? lever(Lever::trust_disposition_across) : sum / known;
  }

  double chance_to_win() const {
    return logistic_of(lever(Lever::win_base) + lever(Lever::win_skill) * (before(Column::skill) - 0.6) +
                       lever(Lever::win_trust) * (before(Column::clients_trust) - 0.5));
  }

  void decide(std::int64_t open, Lever rate, Purpose decision, Purpose outcome, double better) {
    yes_ = no_ = {};
    const double chance = run_.per_step(lever(rate));
    for (std::int64_t k = 0; k < open; ++k) {
      const std::optional<bool> decided = happens(decision, k, chance);
      if (decided == false) continue;
      const std::optional<bool> good = happens(outcome, k, better);
      if (!decided.has_value() || !good.has_value()) {
        yes_.add(std::nullopt);
        no_.add(std::nullopt);
      } else {
        yes_.add(*good);
        no_.add(!*good);
      }
    }
  }

  // The number of events at which the cumulative chance passes the draw; nothing where it passes within rounding.
  std::optional<std::int64_t> poisson(double mean, Seat which) const {
    const DrawAddress at{seat_, which, run_.step(), static_cast<std::uint8_t>(Purpose::lead)};
    const double luck = draw32(run_.key(), at, run_.replicate(lane_)) / 4294967296.0;
    double chance = std::exp(-mean);
    double sum = chance;
    std::int64_t count = 0;
    while (luck >= sum && count < 48) {
      if (std::abs(luck - sum) < 4 * tolerance) return std::nullopt;
      chance *= mean / static_cast<double>(++count);
      sum += chance;
    }
    if (std::abs(luck - sum) < 4 * tolerance && sum < 1 - 1e-9) return std::nullopt;
    return count;
  }

  std::optional<std::int64_t> leads() const {
    if (!there_) return 0;
    const double mean = std::min(512.0, lever(Lever::leads_rate) * run_.after(Column::awareness, 0, lane_) *
                                            lever(Lever::market_demand) * run_.step_length());
    const double draws = std::max(1.0, std::ceil(mean / 16));
    if (std::abs(mean / 16 - std::round(mean / 16)) < 1e-5 && mean > 1) return std::nullopt;  // one draw or two?
    std::int64_t sum = 0;
    for (Seat d = 0; d < static_cast<Seat>(draws); ++d) {
      const std::optional<std::int64_t> count = poisson(mean / draws, d);
      if (!count.has_value()) return std::nullopt;
      sum += *count;
    }
    return sum;
  }

  double chance_to_follow() const {
    const double tenure = before(Column::tenure);
    const double experience = tenure / (tenure + lever(Lever::leads_experience));
    const double capacity = std::max(lever(Lever::leads_capacity) * before(Column::hours_outside), 1e-3);
    return logistic_of(lever(Lever::follow_up_base) + lever(Lever::follow_up_trust) * (trust_in_marketing() - 0.5) +
                       lever(Lever::follow_up_quality) * (run_.after(Column::leads_quality, 0, lane_) - 0.5) +
                       lever(Lever::follow_up_tracking) * lever(Lever::leads_tracking) * (1 - experience) +
                       lever(Lever::follow_up_volume) * before(Column::skill) *
                           std::log(1 + static_cast<double>(leads_)) -
                       lever(Lever::follow_up_load) * static_cast<double>(count_before(Column::open_leads)) / capacity);
  }

  void answer() {
    const std::optional<std::int64_t> count = leads();
    known_ = count.has_value();
    leads_ = count.value_or(0);
    const double follow = chance_to_follow();
    const double reject =
        logistic_of(lever(Lever::reject_base) + lever(Lever::reject_trust) * (trust_in_marketing() - 0.5));
    for (std::int64_t k = 0; k < leads_; ++k) {
      const std::optional<bool> followed = happens(Purpose::follow, k, follow);
      followed_.add(followed);
      if (followed == true) continue;
      rejected_.add(happens(Purpose::reject, k, reject));
    }
    known_ = known_ && followed_.exact() && rejected_.exact();
  }

  void compare_shown() const {
    const bool answered = followed_.least + rejected_.least > 0;
    const bool silent = leads_ > followed_.least + rejected_.least;
    const std::uint32_t today = (answered ? 1U : 0U) << static_cast<unsigned>(Behaviour::answered_leads) |
                                (silent ? 1U : 0U) << static_cast<unsigned>(Behaviour::silent_on_leads);
    // Where a day has several steps, what is shown stays until the day ends; what will be shown waits 8 bits further.
    const std::uint32_t shown = run_.bits_before(Column::happened, seat_, lane_);
    const std::uint32_t expected = run_.step_length() == 1 ? today : shown | today << 8U;
    RC_ASSERT(run_.bits_after(Column::happened, seat_, lane_) == expected);
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
  double carriers_adopted_;
  bool there_;
  bool known_ = true;
  std::int64_t leads_ = 0;
  Known yes_, no_, followed_, rejected_;
};

double share_of_carriers(const PhaseRun& run, int lane) {
  double carriers = 0;
  double adopted = 0;
  for (Seat seat = 0; seat < run.world().seats(); ++seat) {
    if (run.world().carries_change()[seat] == 0 || !run.present(seat, lane)) continue;
    ++carriers;
    adopted += run.before(Column::adopted, seat, lane);
  }
  return carriers == 0 ? 0 : adopted / carriers;
}

void compare_lane(const PhaseRun& run, int lane, Counts& counts) {
  const double carriers_adopted = share_of_carriers(run, lane);
  double won = 0;
  bool known = true;
  for (Seat seat = 0; seat < run.world().seats(); ++seat) {
    if (run.world().part()[seat] != ChainPart::sales) continue;
    const std::optional<double> worth = Seller(run, seat, lane, carriers_adopted).compare(counts);
    known = known && worth.has_value();
    won += worth.value_or(0);
  }
  if (!known) return;
  const double value = run.lever(Lever::deal_value, 0, lane);
  const double revenue = run.figures(lane)[static_cast<std::size_t>(Measure::revenue)];
  RC_ASSERT(std::abs(revenue - won * value) <= 1e-4 * value * (1 + won));
}

// Every other case has more of what is rare as a rule.
RandomCase lively_case() {
  RandomCase chosen = random_case();
  if (chosen.fill % 2 == 0) return chosen;
  for (Plan& plan : chosen.plans) {
    for (const auto& [lever, value] : {std::pair{Lever::opportunity_rate, 0.3F}, std::pair{Lever::leads_rate, 10.0F}})
      plan.settings.push_back({{}, lever, value});
  }
  return chosen;
}

TEST(ChainOracle, EveryLeadFollowsFromItsChancesAndItsDraws) {
  Counts counts;
  check_property(200, [&] {
    const RandomCase chosen = lively_case();
    const PhaseRun run("campaign", "chain", chosen);
    for (int lane = 0; lane < run.lanes(); ++lane) compare_lane(run, lane, counts);
    run.expect_nothing_else_changed();
  });
  RecordProperty("skipped", static_cast<int>(counts.skipped));
  EXPECT_GT(counts.leads, 10000);
  EXPECT_GT(counts.wins, 1000);
  EXPECT_LT(counts.skipped, counts.sellers / 50);
}

}  // namespace
}  // namespace trust::testing
