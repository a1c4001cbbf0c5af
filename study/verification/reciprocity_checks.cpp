// M14: giving back the trust that one is given, and how long two must expect to meet for cooperation to pay (Nowak
// 2006): it does while the chance w of another encounter exceeds cost / benefit. In the engine, people meet by luck and
// leave by their hazard: w is counted there, encounter by encounter. Likewise the chance q that a reputation is known,
// which gossip spreads.
#include <algorithm>
#include <cmath>

#include "study/verification/estimate.hpp"
#include "study/verification/evidence.hpp"
#include "study/verification/families.hpp"
#include "study/verification/opinions.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

struct Pair {
  double sum = 0;
  double difference = 0;
};

// Two who trust each other .8 and .4, after `weeks` of giving back a share `back` of the difference a week, and of
// drifting to 0.5 by a share `drift` a week.
Pair pair_after(const Laboratory& laboratory, double back, double drift, int weeks) {
  const double half_life = drift > 0 ? 5 * std::log(0.5) / std::log(1 - drift) : 26000;
  const Levers levers = with(nothing_happens(), {{Lever::trust_reciprocity, static_cast<float>(back)},
                                                 {Lever::trust_half_life, static_cast<float>(half_life)},
                                                 {Lever::trust_decay_across, drift > 0 ? 1.0F : 0.0F},
                                                 {Lever::trust_disposition_across, 0.5F}});
  Trial trial = laboratory.start({.world = world_of(people_apart(2, {{1, 0, 0.8F}, {0, 1, 0.4F}})),
                                  .levers = levers,
                                  .lanes = 1,
                                  .options = {.seed = 1, .rules = {.gossip = GossipRule::mirror}}});
  trial.run(5 * weeks);
  return {trial.trust(1, 0) + trial.trust(0, 1), trial.trust(1, 0) - trial.trust(0, 1)};
}

// Both, so that a week takes 1 - b of the sum mode and 1 - 2 a - b of the difference: the engine does one after the
// other, hence a b.
constexpr double a = 0.1;
constexpr double b = 0.05;
const double back_of_both = (1 - (1 - 2 * a - b) / (1 - b)) / 2;

constexpr double contact = 0.5;  // a day
constexpr double hazard = 26.0;  // of leaving, a year: 0.1 a working day

// Somebody may leave in the morning, and those who are still there may meet.
double chance_of_another_encounter() {
  const double both_stay = std::exp(-2 * hazard / 260);
  return both_stay * contact / (1 - both_stay * (1 - contact));
}

// How often each of 2,048 x 16 pairs met before one of the two left; those who never met are left out.
const std::vector<double>& encounters(Laboratory& laboratory) {
  return laboratory.once<std::vector<double>>("encounters", [&] {
    constexpr Seat size = 4096;
    std::vector<Tie> ties;
    for (Seat seat = 0; seat < size; seat += 2) ties.push_back({seat + 1, seat, 0.5F});
    auto organisation = people_together(size, std::move(ties));
    organisation->functions = {"even", "odd"};
    for (Seat seat = 0; seat < size; ++seat) organisation->people[seat].function = seat % 2;
    const Levers leaving = {{Lever::exit_rate, static_cast<float>(hazard)},
                            {Lever::exit_trust, 0.0F},
                            {Lever::exit_stress, 0.0F},
                            {Lever::exit_peers, 0.0F},
                            {Lever::exit_growth, 0.0F},
                            {Lever::refill_days, 26000.0F},
                            {Lever::contact_across, static_cast<float>(contact)}};
    Trial trial = laboratory.start({.world = world_of(organisation),
                                    .levers = with(counted(1, 1), leaving),
                                    .options = {.seed = 1, .rules = {.trust = TrustRule::beta}}});
    trial.run(65);
    std::vector<double> counts;
    for (Seat seat = 0; seat < size; seat += 2) {
      const Slot slot = trial.batch().world().graph().find(seat + 1, seat);
      for (int lane = 0; lane < lane_columns; ++lane) {
        const double met = trial.batch().state()[Column::evidence_for].at(slot, lane);
        if (met > 0.5) counts.push_back(met);
      }
    }
    return counts;
  });
}

// What one who cooperates as long as the other does gains over one who takes the benefit once, in benefits.
Estimate gain(Laboratory& laboratory, double cost) {
  std::vector<double> gains;
  gains.reserve(encounters(laboratory).size());
  for (const double met : encounters(laboratory)) gains.push_back(met * (1 - cost) - 1);
  return estimate(gains);
}

Check worth(const std::string& id, const std::string& what, double beside) {
  return {"M14.cooperation." + id, what, [=](Laboratory& l) {
            const double w = chance_of_another_encounter();
            return within_four_errors((0 - beside) / (1 - w), gain(l, w + beside));
          }};
}

// The share, of ten who think well of a stranger, who still do when a teller, whom `known` of them know, has told what
// she thinks of him.
double share_that_trusts(const Laboratory& laboratory, int known, float opinion_of_teller) {
  constexpr std::size_t people = 10;
  Circle circle{.opinions = std::vector<float>(people + 1, 0.8F), .trusts = all_alike(people + 1, -1.0F)};
  circle.opinions[people] = opinion_of_teller;
  for (int i = 0; i < known; ++i) circle.trusts[static_cast<std::size_t>(i)][people] = 0.9F;
  circle.levers = {{Lever::gossip_rate, 1.0F}};
  circle.rule = GossipRule::transfer;
  const std::vector<double> opinions = opinions_after(laboratory, circle, 1);
  return static_cast<double>(std::count_if(opinions.begin(), opinions.end() - 1, [](double o) { return o > 0.5; })) /
         people;
}

// All who trust a stranger help him. What one who helps them too, at a cost, has more than one who does not, in
// benefits a meeting: positive where the chance q that one's reputation is known exceeds cost / benefit.
Check reputation(const std::string& id, const std::string& what, int known, double cost) {
  return {"M14.reputation." + id, what, [=](Laboratory& l) {
            const double helper = share_that_trusts(l, known, 0.8F) - cost;
            const double taker = share_that_trusts(l, known, 0.0F);
            return exactly(known / 10.0 - cost, helper - taker);
          }};
}

}  // namespace

Family reciprocity_checks() {
  Family family{"M14", "reciprocity and how long cooperation pays (Nowak 2006)", {}};
  family.checks = {
      {"M14.sum", "giving back 0.1 of the difference a week leaves the sum as it is, three weeks",
       [](Laboratory& l) { return exactly(1.2, pair_after(l, a, 0, 3).sum); }},
      {"M14.difference", "... and takes 2 x 0.1 of the difference a week: 0.4 x 0.8^3",
       [](Laboratory& l) { return exactly(0.2048, pair_after(l, a, 0, 3).difference); }},
      {"M14.both.sum", "with a drift to 0.5 of b = 0.05 a week: the sum's distance shrinks by 0.95",
       [](Laboratory& l) { return exactly(1 + 0.2 * 0.95, pair_after(l, back_of_both, b, 1).sum); }},
      {"M14.both.difference", "... the difference by 1 - 2 a - b = 0.75, a = 0.1",
       [](Laboratory& l) { return exactly(0.4 * 0.75, pair_after(l, back_of_both, b, 1).difference); }},
      {"M14.encounters", "encounters of two who met, contact 0.5 a day, leaving 0.1 a day each: 1 / (1 - w)",
       [](Laboratory& l) {
         return within_four_errors(1 / (1 - chance_of_another_encounter()), estimate(encounters(l)));
       }},
      worth("break_even", "gain of cooperating over taking the benefit once, cost / benefit = w: none", 0),
      worth("cheap", "... cost / benefit = w - 0.1: a gain of 0.1 / (1 - w)", -0.1),
      worth("dear", "... cost / benefit = w + 0.1: a loss of 0.1 / (1 - w)", 0.1),
      reputation("break_even", "gain of helping over taking, reputation known to q = .4, cost / benefit .4: none", 4,
                 0.4),
      reputation("known", "... q = .6: a gain", 6, 0.4),
      reputation("unknown", "... q = .2: a loss", 2, 0.4)};
  return family;
}

}  // namespace trust::verification
