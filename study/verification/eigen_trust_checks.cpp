// M9: reputation as EigenTrust measures it (Kamvar, Schlosser & Garcia-Molina 2003), on the three-person example whose
// left eigenvector is (3, 4, 4) / 11, and on trust as the engine leaves it.
#include <numeric>

#include "sim/eigen_trust.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

// Rows (1/3, 1/3, 1/3), (1/2, 1/2, 0), (0, 1/4, 3/4).
const std::vector<Rating> three = {{0, 0, 1}, {0, 1, 1}, {0, 2, 1}, {1, 0, 2}, {1, 1, 2}, {2, 1, 1}, {2, 2, 3}};

Check reputation(const std::string& id, const std::string& what, const EigenTrustOptions& options, Seat seat,
                 double expected) {
  return {"M9." + id, what,
          [=](Laboratory&) { return exactly(expected, eigen_trust(3, three, options).reputation[seat]); }};
}

// Everybody trusts the first person most: what the engine holds after a quarter, rated by 2 T - 1.
std::vector<double> reputations_of_a_run(const Laboratory& laboratory) {
  Trial trial = laboratory.start({.world = world_of(usual_organisation(24)), .lanes = 1});
  trial.run(20);
  const TieGraph& graph = trial.batch().world().graph();
  std::vector<Rating> ratings;
  for (Seat target = 0; target < graph.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      const double trust = trial.batch().state()[Column::trust].at(slot, 0);
      if (trust >= 0) ratings.push_back({graph.source(slot), target, 2 * trust - 1});
    }
  }
  return eigen_trust(graph.seats(), ratings).reputation;
}

double hostile_part(Laboratory&) {
  std::vector<Rating> ratings = three;
  ratings.push_back({1, 2, -5});
  return eigen_trust(3, ratings, {.damping = 0}).reputation[0];
}

// 0 trusts 1, who trusts nobody; p = (1/4, 3/4): t0 = t1 / 4.
double of_a_silent_row(Laboratory&) {
  const std::vector<Rating> one = {{0, 1, 5}};
  return eigen_trust(2, one, {.damping = 0, .given = {1, 3}}).reputation[0];
}

}  // namespace

Family eigen_trust_checks() {
  Family family{"M9", "EigenTrust, a measure of reputation (Kamvar, Schlosser & Garcia-Molina 2003)", {}};
  family.checks = {
      reputation("eigenvector.1", "no damping: the first of (3, 4, 4) / 11", {.damping = 0}, 0, 3.0 / 11),
      reputation("eigenvector.2", "no damping: the second of (3, 4, 4) / 11", {.damping = 0}, 1, 4.0 / 11),
      reputation("damped.1", "a = 0.15, p uniform: the first", {}, 0, 0.2825112),
      reputation("damped.2", "a = 0.15, p uniform: the second", {}, 1, 0.3587444),
      reputation("damped.3", "a = 0.15, p uniform: the third", {}, 2, 0.3587444),
      reputation("given", "a = 1: what was given in advance", {.damping = 1, .given = {1, 2, 1}}, 1, 0.5),
      {"M9.negative", "negative trust is ignored", [](Laboratory& l) { return exactly(3.0 / 11, hostile_part(l)); }},
      {"M9.silent", "who trusts nobody speaks as p does",
       [](Laboratory& l) { return exactly(0.2, of_a_silent_row(l)); }},
      {"M9.sum", "reputations in a simulated organisation sum to 1", [](Laboratory& l) {
         const std::vector<double> all = reputations_of_a_run(l);
         return exactly(1, std::accumulate(all.begin(), all.end(), 0.0));
       }}};
  return family;
}

}  // namespace trust::verification
