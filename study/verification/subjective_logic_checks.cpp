// M8: opinions with their uncertainty (Josang 2001, 2016): the rule `subjective_logic` and its operators, the shipped
// ones.
#include <algorithm>
#include <cmath>

#include "models/trust_rules/subjective_logic/opinion.hpp"
#include "study/verification/evidence.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

using Held = Opinion<double>;

Held of_evidence(double good, double bad) { return opinion_of(good, bad, 2.0); }

// What a history of '+' and '-' leaves one person with.
Held opinion_after(const Laboratory& laboratory, const std::string& contacts) {
  const Trial trial = after_contacts(laboratory, TrustRule::subjective_logic, counted(1, 1), contacts);
  const Slot slot = trial.batch().world().graph().find(1, 0);
  const State& state = trial.batch().state();
  const double belief = state[Column::belief].at(slot, 0);
  const double disbelief = state[Column::disbelief].at(slot, 0);
  return {belief, disbelief, 1 - belief - disbelief};
}

double distance(const Held& one, const Held& other) {
  return std::max({std::abs(one.belief - other.belief), std::abs(one.disbelief - other.disbelief),
                   std::abs(one.uncertainty - other.uncertainty)});
}

// The largest difference to rule `beta` at a = 1/2 and W = 2, with the same luck over 150 days.
double unlike_beta(const Laboratory& laboratory) {
  constexpr Seat size = 64;
  const auto world = ring(size);
  const Levers levers = counted(0.7, 0.9);
  Trial one = laboratory.start({.world = world, .levers = levers, .options = {.seed = 1, .rules = {TrustRule::beta}}});
  Trial other = laboratory.start(
      {.world = world, .levers = levers, .options = {.seed = 1, .rules = {TrustRule::subjective_logic}}});
  double largest = 0;
  for (int day = 0; day < 150; ++day) {
    one.run(1);
    other.run(1);
    for (Seat seat = 0; seat < size; ++seat) {
      const Seat source = (seat + 1) % size;
      for (int lane = 0; lane < lane_columns; ++lane) {
        largest = std::max(largest, std::abs(one.trust(source, seat, lane) - other.trust(source, seat, lane)));
      }
    }
  }
  return largest;
}

const Held x = of_evidence(8, 2), y = of_evidence(5, 5), z = of_evidence(1, 6);

double chain_of_five() {
  Held told = x;
  for (int adviser = 0; adviser < 5; ++adviser) told = discounted<double>({0.9, 0, 0.1}, told);
  return told.belief;
}

void add_operators(std::vector<Check>& checks) {
  const Held discount = discounted(x, y), fusion = fused(x, y);
  const auto add = [&](const std::string& id, const std::string& what, double expected, double got) {
    checks.push_back({"M8." + id, what, [=](Laboratory&) { return exactly(expected, got); }});
  };
  add("discount.belief", "(8, 2) discounts (5, 5): belief", 0.2777778, discount.belief);
  add("discount.disbelief", "... disbelief", 0.2777778, discount.disbelief);
  add("discount.uncertainty", "... uncertainty", 0.4444444, discount.uncertainty);
  add("discount.evidence", "... as evidence it is (1.25, 1.25)", 1.25, 2 * discount.belief / discount.uncertainty);
  add("fusion.belief", "(8, 2) and (5, 5) fused: belief of (13, 7)", 0.5909091, fusion.belief);
  add("fusion.disbelief", "... disbelief", 0.3181818, fusion.disbelief);
  add("fusion.uncertainty", "... uncertainty", 0.0909091, fusion.uncertainty);
  add("discount.associative", "how far discounting is from associative", 0,
      distance(discounted(discounted(x, y), z), discounted(x, discounted(y, z))));
  add("fusion.commutative", "how far fusion is from commutative", 0, distance(fused(x, y), fused(y, x)));
  add("fusion.associative", "how far fusion is from associative", 0,
      distance(fused(fused(x, y), z), fused(x, fused(y, z))));
  add("chain", "belief through five advisers of belief 0.9: 0.9^5 b", std::pow(0.9, 5) * 2 / 3, chain_of_five());
  // x (y + z) against x y + x z: a shared edge counts twice.
  const double twice = distance(discounted(x, fused(y, z)), fused(discounted(x, y), discounted(x, z)));
  checks.push_back(
      {"M8.not_distributive", "1: discounting does not distribute over fusion, a known defect", [=](Laboratory&) {
         return Finding{1, twice > 0.01 ? 1.0 : 0.0, 0};
       }});
}

}  // namespace

Family subjective_logic_checks() {
  Family family{"M8", "opinions with uncertainty, rule subjective_logic (Josang 2001, 2016)", {}};
  const std::string eight_two = "++++++++--";
  family.checks = {{"M8.belief", "belief after 8 good and 2 bad contacts: 2/3",
                    [=](Laboratory& l) { return exactly(2.0 / 3, opinion_after(l, eight_two).belief); }},
                   {"M8.disbelief", "... disbelief: 1/6",
                    [=](Laboratory& l) { return exactly(1.0 / 6, opinion_after(l, eight_two).disbelief); }},
                   {"M8.trust", "... trust b + u / 2: 0.75",
                    [=](Laboratory& l) {
                      return exactly(
                          0.75, after_contacts(l, TrustRule::subjective_logic, counted(1, 1), eight_two).trust(1, 0));
                    }},
                   {"M8.fusion", "how far (8, 2), then (5, 5) is from the opinion of (13, 7)",
                    [=](Laboratory& l) {
                      return exactly(0, distance(opinion_after(l, eight_two + "+++++-----"), of_evidence(13, 7)));
                    }},
                   {"M8.is_M1", "largest difference to rule beta at a = 1/2, W = 2, equal luck, 150 days",
                    [](Laboratory& l) { return exactly(0, unlike_beta(l)); }}};
  add_operators(family.checks);
  return family;
}

}  // namespace trust::verification
