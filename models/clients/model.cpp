// Accounts: each person who sells has places for them, each place an account or free (trust -1) in a lane.
#include "models/clients/model.hpp"

#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "sim/assert.hpp"
#include "sim/calendar.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

struct Sums {
  LaneInts accounts{0}, trust{0}, churned{0}, served{0}, delivered{0};

  void add_to(const DayContext& day, int worker) const {
    add_total(day, worker, Total::accounts, accounts);
    add_total(day, worker, Total::client_trust, trust);
    add_total(day, worker, Total::churned, churned);
    add_total(day, worker, Total::served, served);
    add_total(day, worker, Total::delivered, delivered);
  }
};

// 1 - e^-x for x in 0 .. 0.4 without losing the digits of a small x; relative error below 5e-7.
TRUST_INLINE Lanes chance_of_hazard(Lanes x) {
  Lanes sum = 1.0F - x * (1.0F / 6.0F);
  sum = 1.0F - x * 0.2F * sum;
  sum = 1.0F - x * 0.25F * sum;
  sum = 1.0F - x * (1.0F / 3.0F) * sum;
  sum = 1.0F - x * 0.5F * sum;
  return x * sum;
}

// The accounts of one person who sells.
class Owner {
 public:
  TRUST_INLINE Owner(const DayContext& day, Seat seat)
      : day_(day),
        seat_(seat),
        levers_(day, seat),
        begin_(day.world->account_begin()[seat]),
        end_(day.world->account_begin()[seat + 1]) {}

  TRUST_INLINE void serve(Sums& sums) const {
    const LaneMask there = present(day_, seat_) > 0.0F;
    const Lanes chance = per_step(day_, levers_(Lever::client_service));
    const Lanes reliability = get(day_, Column::reliability, 0);
    const Lanes worth = worth_of_delivery();
    const Lanes rate = levers_(Lever::client_rate);
    for (std::uint32_t place = begin_; place < end_; ++place) {
      Lanes trust = get(day_, Column::client_trust, place);
      const LaneMask taken = trust >= 0.0F;
      if (!any(taken)) continue;
      const LaneMask served = taken & there & happens(luck(Purpose::serve, place), chance);
      if (any(served)) {
        const LaneMask delivered = served & happens(luck(Purpose::deliver, place), reliability);
        trust = choose(served, towards(trust, where(delivered, worth), rate), trust);
        sums.served += served & LaneInts(1);
        sums.delivered += delivered & LaneInts(1);
      }
      const LaneMask lost = taken & happens(luck(Purpose::churn, place), chance_to_leave(trust));
      sums.churned += lost & LaneInts(1);
      put(day_, Column::client_trust, place, choose(lost, Lanes(-1.0F), trust));
    }
  }

  // A win takes the first free place; where there is none, the client is not kept.
  TRUST_INLINE LaneInts take_in() const {
    LaneInts taken_in(0);
    const LaneInts wins = get_ints(day_, Column::wins, seat_);
    if (!any(wins > LaneInts(0))) return taken_in;
    for (int l = 0; l < lane_count; ++l) {
      for (int placed = place_new(l, lane(wins, l)); placed > 0; --placed) taken_in += only_lane(l) & LaneInts(1);
    }
    return taken_in;
  }

  // Counts what there is, and their mean trust.
  TRUST_INLINE LaneInts count(Sums& sums) const {
    LaneInts accounts(0);
    Lanes trust = 0.0F;
    for (std::uint32_t place = begin_; place < end_; ++place) {
      const Lanes clients = get(day_, Column::client_trust, place);
      const LaneMask taken = clients >= 0.0F;
      accounts += taken & LaneInts(1);
      trust += max(clients, 0.0F);
      sums.trust += taken & trust_units(clients);
    }
    sums.accounts += accounts;
    put_ints(day_, Column::accounts, seat_, accounts);
    put(day_, Column::clients_trust, seat_,
        choose(accounts > LaneInts(0), trust / max(to_floats(accounts), 1.0F), levers_(Lever::client_initial)));
    return accounts;
  }

  TRUST_INLINE void start(std::uint32_t initial) const {
    const Lanes trust = choose(present(day_, seat_) > 0.0F, levers_(Lever::client_initial), Lanes(-1.0F));
    for (std::uint32_t place = begin_; place < end_; ++place) {
      put(day_, Column::client_trust, place, place - begin_ < initial ? trust : Lanes(-1.0F));
    }
  }

 private:
  TRUST_INLINE LaneInts luck(Purpose purpose, std::uint32_t place) const {
    return draw32(day_.luck, {seat_, place - begin_, day_.step, static_cast<std::uint8_t>(purpose)});
  }

  // What a delivery as promised is worth to the client: less where the one who sells passes on little trust, or only
  // sells.
  TRUST_INLINE Lanes worth_of_delivery() const {
    const Lanes openness = levers_(Lever::client_openness);
    const LaneMask focused = did(get_ints(day_, Column::behaviour_word, seat_), Behaviour::customer_focus);
    return (1.0F - openness + openness * get(day_, Column::felt_trust, seat_)) *
           (1.0F - where(~focused, levers_(Lever::client_selling)));
  }

  TRUST_INLINE Lanes chance_to_leave(Lanes trust) const {
    constexpr float year = calendar::days_per_year;
    return chance_of_hazard(levers_(Lever::client_churn) * exponential(-levers_(Lever::client_protection) * trust) *
                            (day_.step_length / year));
  }

  // How many of `wins` found a place.
  int place_new(int l, int wins) const {
    int placed = 0;
    for (std::uint32_t place = begin_; place < end_ && placed < wins; ++place) {
      float& trust = cells(day_, Column::client_trust, place)[l];
      if (trust >= 0.0F) continue;
      trust = lane(levers_(Lever::client_initial), l);
      ++placed;
    }
    return placed;
  }

  const DayContext& day_;
  Seat seat_;
  LeversOf levers_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

}  // namespace

void serve(const DayContext& day, RowBlock block, int worker) {
  Sums sums;
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    if (day.world->part()[seat] != ChainPart::sales) continue;
    const Owner owner(day, seat);
    const LaneInts before = get_ints(day, Column::accounts, seat) + sums.churned;
    owner.serve(sums);
    const LaneInts taken_in = owner.take_in();
    const LaneInts now = owner.count(sums);
    TRUST_ASSERT(!any(~(now == before + taken_in - sums.churned)));
  }
  sums.add_to(day, worker);
}

void start_accounts(const DayContext& day, RowBlock block, int worker) {
  Sums sums;
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    if (day.world->part()[seat] != ChainPart::sales) continue;
    const Owner owner(day, seat);
    owner.start(day.world->organisation().initial_accounts);
    owner.count(sums);
  }
  sums.add_to(day, worker);
}

}  // namespace TRUST_PATH
}  // namespace trust
