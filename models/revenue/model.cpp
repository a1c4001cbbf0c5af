// The chain: each person who sells, from the leads of the day to the wins of the day.
#include "models/revenue/model.hpp"

#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "models/revenue/arrivals.hpp"
#include "models/revenue/happened.hpp"
#include "sim/assert.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// What holds for everybody who sells.
struct Today {
  PoissonLanes arrivals;
  Lanes quality;
  Lanes carriers_adopted;  // share of those who carry the change that work the new way; 0 where nobody carries it

  Today(const DayContext& day, const LeversOf& levers)
      : arrivals(expected_leads(day, levers)), quality(get(day, Column::leads_quality, 0)) {
    alignas(64) float shares[lane_count];
    for (int l = 0; l < lane_count; ++l) {
      const auto carriers = static_cast<float>(total_of(day, Total::carriers, l));
      shares[l] = carriers > 0 ? static_cast<float>(total_of(day, Total::carriers_adopted, l)) / carriers : 0.0F;
    }
    carriers_adopted = load(shares);
  }
};

struct Sums {
  LaneInts leads{0}, followed{0}, rejected{0}, silent{0}, lost_leads{0}, opportunities{0}, lost_deals{0}, wins{0};
  LaneInts open_leads{0}, open_opportunities{0};

  void add_to(const DayContext& day, int worker) const {
    add_total(day, worker, Total::leads, leads);
    add_total(day, worker, Total::followed, followed);
    add_total(day, worker, Total::rejected, rejected);
    add_total(day, worker, Total::silent, silent);
    add_total(day, worker, Total::lost_leads, lost_leads);
    add_total(day, worker, Total::opportunities, opportunities);
    add_total(day, worker, Total::lost_deals, lost_deals);
    add_total(day, worker, Total::wins, wins);
    add_total(day, worker, Total::open_leads, open_leads);
    add_total(day, worker, Total::open_opportunities, open_opportunities);
  }
};

// One person who sells.
class Seller {
 public:
  TRUST_INLINE Seller(const DayContext& day, const Today& today, Seat seat)
      : day_(day), today_(today), seat_(seat), levers_(day, seat), there_(present(day, seat) > 0.0F) {}

  TRUST_INLINE void work(int worker, Sums& sums) {
    const LaneInts open_leads = get_ints(day_, Column::open_leads, seat_) & there_;
    const LaneInts open_deals = get_ints(day_, Column::open_opportunities, seat_) & there_;
    const Split deals = decide(open_deals, levers_(Lever::opportunity_rate), Purpose::decide_deal, Purpose::win,
                               [&] { return chance_to_win(); });
    const Split leads = decide(open_leads, levers_(Lever::leads_work_rate), Purpose::decide_lead, Purpose::opportunity,
                               [&] { return levers_(Lever::opportunity_share); });
    const Lanes trust = trust_in_marketing();
    const Answers answers = answer(trust, open_leads);

    put(day_, Column::trust_in_marketing, seat_, where(there_, trust));
    keep(Column::open_leads, open_leads - leads.yes - leads.no + answers.followed);
    keep(Column::open_opportunities, open_deals - deals.yes - deals.no + leads.yes);
    keep(Column::wins, deals.yes);
    show(answers);
    if (any(deals.yes > LaneInts(0))) value(deals.yes, worker);
    add(answers, leads, deals, sums);
  }

  // What is open where the chain has run for long as it runs at the outset: in a row of waiting lines without limits
  // the numbers are independent and Poisson. Follow-up depends on what is open, which two rounds settle well enough.
  TRUST_INLINE void start(Sums& sums) const {
    const Lanes leads = expected_leads(day_, levers_) / day_.step_length;
    const Lanes trust = trust_in_marketing();
    const Lanes rate = levers_(Lever::leads_work_rate);
    Lanes open = 0.0F;
    for (int round = 0; round < 2; ++round) {
      open = waiting(leads * chance_to_follow(trust, 1.0F, open), rate);
    }
    const Lanes deals = waiting(open * rate * levers_(Lever::opportunity_share), levers_(Lever::opportunity_rate));
    begin(Column::open_leads, open, Purpose::lead, sums.open_leads);
    begin(Column::open_opportunities, deals, Purpose::opportunity, sums.open_opportunities);
  }

 private:
  // Mean number waiting where so many come a day and each is dealt with at that rate; 0 where none ever is.
  static TRUST_INLINE Lanes waiting(Lanes coming, Lanes rate) { return where(rate > 0.0F, coming / max(rate, 1e-6F)); }

  TRUST_INLINE void begin(Column column, Lanes mean, Purpose purpose, LaneInts& sum) const {
    const DrawAddress at{seat_, 0, 0, static_cast<std::uint8_t>(purpose)};
    const LaneInts count = there_ & PoissonLanes(mean).draw(day_.luck, at);
    keep(column, count);
    sum += count;
  }

  struct Split {
    LaneInts yes{0};
    LaneInts no{0};
  };
  struct Answers {
    LaneInts leads{0};
    LaneInts followed{0};
    LaneInts rejected{0};
    LaneInts silent{0};
  };

  TRUST_INLINE LaneInts luck(Purpose purpose, int which) const {
    return draw32(day_.luck, {seat_, static_cast<std::uint32_t>(which), day_.step, static_cast<std::uint8_t>(purpose)});
  }

  TRUST_INLINE void keep(Column column, LaneInts count) const { put_ints(day_, column, seat_, count); }

  // Of `open` things each is decided on with a chance of `rate` a day, and then for the better with a chance of
  // `better()`.
  template <class Better>
  TRUST_INLINE Split decide(LaneInts open, Lanes rate, Purpose decision, Purpose outcome, const Better& better) const {
    Split split;
    const Lanes chance = per_step(day_, rate);
    for (int k = 0; any(LaneInts(k) < open); ++k) {
      const LaneMask decided = (LaneInts(k) < open) & happens(luck(decision, k), chance);
      if (!any(decided)) continue;
      const LaneMask good = decided & happens(luck(outcome, k), better());
      split.yes += good & LaneInts(1);
      split.no += decided & ~good & LaneInts(1);
    }
    TRUST_ASSERT(!any(split.yes + split.no > open));
    return split;
  }

  TRUST_INLINE Lanes chance_to_win() const {
    return logistic(levers_(Lever::win_base) + levers_(Lever::win_skill) * (get(day_, Column::skill, seat_) - 0.6F) +
                    levers_(Lever::win_trust) * (get(day_, Column::clients_trust, seat_) - 0.5F));
  }

  // Mean trust in the people in marketing whom the person knows; where there are none, the level to which trust across
  // functions drifts.
  TRUST_INLINE Lanes trust_in_marketing() const {
    const World& world = *day_.world;
    Lanes sum = 0.0F;
    LaneInts known(0);
    for (std::uint32_t t = world.marketing_begin()[seat_]; t < world.marketing_begin()[seat_ + 1]; ++t) {
      const Lanes trust = get(day_, Column::trust, world.ties_to_marketing()[t]);
      sum += max(trust, 0.0F);  // -1 where the tie is not active
      known += (trust >= 0.0F) & LaneInts(1);
    }
    return choose(known > LaneInts(0), sum / max(to_floats(known), 1.0F), levers_(Lever::trust_disposition_across));
  }

  TRUST_INLINE Lanes chance_to_follow(Lanes trust, Lanes leads, Lanes open) const {
    const Lanes tenure = get(day_, Column::tenure, seat_);
    const Lanes experience = tenure / (tenure + levers_(Lever::leads_experience));
    const Lanes capacity = levers_(Lever::leads_capacity) * get(day_, Column::hours_outside, seat_);
    const Lanes load = open / max(capacity, 1e-3F);
    return logistic(levers_(Lever::follow_up_base) + levers_(Lever::follow_up_trust) * (trust - 0.5F) +
                    levers_(Lever::follow_up_quality) * (today_.quality - 0.5F) +
                    levers_(Lever::follow_up_tracking) * levers_(Lever::leads_tracking) * (1.0F - experience) +
                    levers_(Lever::follow_up_volume) * get(day_, Column::skill, seat_) * logarithm(1.0F + leads) -
                    levers_(Lever::follow_up_load) * load);
  }

  TRUST_INLINE Answers answer(Lanes trust, LaneInts open) const {
    Answers answers;
    answers.leads =
        there_ & today_.arrivals.draw(day_.luck, {seat_, 0, day_.step, static_cast<std::uint8_t>(Purpose::lead)});
    if (!any(answers.leads > LaneInts(0))) return answers;
    const Lanes follow = chance_to_follow(trust, to_floats(answers.leads), to_floats(open));
    const Lanes reject = logistic(levers_(Lever::reject_base) + levers_(Lever::reject_trust) * (trust - 0.5F));
    for (int k = 0; any(LaneInts(k) < answers.leads); ++k) {
      const LaneMask is_lead = LaneInts(k) < answers.leads;
      const LaneMask followed = is_lead & happens(luck(Purpose::follow, k), follow);
      const LaneMask rejected = is_lead & ~followed & happens(luck(Purpose::reject, k), reject);
      answers.followed += followed & LaneInts(1);
      answers.rejected += rejected & LaneInts(1);
    }
    answers.silent = answers.leads - answers.followed - answers.rejected;
    TRUST_ASSERT(!any(answers.silent < LaneInts(0)));
    return answers;
  }

  // What others will see tomorrow.
  TRUST_INLINE void show(const Answers& answers) const {
    const LaneMask answered = answers.followed + answers.rejected > LaneInts(0);
    const LaneMask silent = answers.silent > LaneInts(0);
    const LaneInts new_bits = (answered & LaneInts(answered_bit)) | (silent & LaneInts(silent_bit));
    keep(Column::happened, shown_after(day_, get_ints(day_, Column::happened, seat_), new_bits));
  }

  // Lane by lane: wins are rare. A deal is worth more where the seller and those who carry the change work the new way.
  __attribute__((noinline)) void value(const LaneInts& wins, int worker) const {
    const Lanes each =
        1.0F + levers_(Lever::change_payoff) * get(day_, Column::adopted, seat_) * today_.carriers_adopted;
    const LaneInts units = in_units(each);
    for (int l = 0; l < lane_count; ++l) {
      add_total(day_, worker, Total::win_value, l, std::int64_t{lane(wins, l)} * lane(units, l));
    }
  }

  TRUST_INLINE void add(const Answers& answers, const Split& leads, const Split& deals, Sums& sums) const {
    sums.leads += answers.leads;
    sums.followed += answers.followed;
    sums.rejected += answers.rejected;
    sums.silent += answers.silent;
    sums.lost_leads += leads.no;
    sums.opportunities += leads.yes;
    sums.lost_deals += deals.no;
    sums.wins += deals.yes;
    sums.open_leads += get_ints(day_, Column::open_leads, seat_);
    sums.open_opportunities += get_ints(day_, Column::open_opportunities, seat_);
  }

  const DayContext& day_;
  const Today& today_;
  Seat seat_;
  LeversOf levers_;
  LaneMask there_;
};

Seat first_seller(const DayContext& day, RowBlock block) {
  Seat seat = block.begin;
  while (seat < block.end && day.world->part()[seat] != ChainPart::sales) ++seat;
  return seat;
}

}  // namespace

void chain(const DayContext& day, RowBlock block, int worker) {
  const Seat first = first_seller(day, block);
  if (first == block.end) return;
  const Today today(day, LeversOf(day, first));
  Sums sums;
  for (Seat seat = first; seat < block.end; ++seat) {
    if (day.world->part()[seat] == ChainPart::sales) Seller(day, today, seat).work(worker, sums);
  }
  sums.add_to(day, worker);
}

void start_chain(const DayContext& day, RowBlock block, int worker) {
  const Seat first = first_seller(day, block);
  if (first == block.end) return;
  const Today today(day, LeversOf(day, first));
  Sums sums;
  for (Seat seat = first; seat < block.end; ++seat) {
    if (day.world->part()[seat] == ChainPart::sales) Seller(day, today, seat).start(sums);
  }
  sums.add_to(day, worker);
}

void hand_over_leads(DayContext& day, Seat seat, int lane) {
  const LaneMask only = only_lane(lane);
  LaneInts lost(0);
  for (const Column column : {Column::open_leads, Column::open_opportunities}) {
    float* row = cells(day, column, seat);
    lost += only & load_ints(row);
    store_ints(row, load_ints(row) & ~only);
  }
  float* in_all = cells(day, Column::lost_in_all, 0);
  store_ints(in_all, load_ints(in_all) + lost);
}

}  // namespace TRUST_PATH
}  // namespace trust
