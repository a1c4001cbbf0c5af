// M3: ability, benevolence and integrity (Mayer, Davis & Schoorman 1995), rule `abi`: each learns from evidence of its
// own, and trust is their weighted sum with one's propensity to trust.
#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

constexpr double weight[4] = {0.13, 0.424, 0.283, 0.163};  // of propensity, ability, benevolence, integrity
constexpr const char* name[4] = {"propensity", "ability", "benevolence", "integrity"};

// Each day an answer (ability), recognition (benevolence) and transparency (integrity), or not, by luck; a contact
// without one is worth -0.3 of that side.
Levers evidence_on_each_side(double chance) {
  const auto p = static_cast<float>(chance);
  return with(learning_alone(0, 0.1, 0.2), {{Lever::contact_ordinary, 0.0F},
                                            {Lever::responsiveness_effect, 1.0F},
                                            {Lever::responsiveness_silence, 0.3F},
                                            {Lever::responsiveness_propensity, p},
                                            {Lever::recognition_effect, 1.0F},
                                            {Lever::recognition_unexpected, 0.0F},
                                            {Lever::recognition_delay, 0.0F},
                                            {Lever::recognition_moderator, 0.0F},
                                            {Lever::recognition_propensity, p},
                                            {Lever::transparency_effect, 1.0F},
                                            {Lever::transparency_propensity, p}});
}

TrialSetup setup_of(std::shared_ptr<const World> world, const Levers& levers) {
  return {.world = std::move(world), .levers = levers, .options = {.seed = 1, .rules = {.trust = TrustRule::abi}}};
}

// A ring of people who differ in their propensity to trust.
std::shared_ptr<const World> mixed_ring(Seat size) {
  auto organisation = std::make_shared<Organisation>(ring(size, 0.5F)->organisation());
  for (Seat seat = 0; seat < size; ++seat) {
    organisation->people[seat].propensity = 0.1F + 0.8F * static_cast<float>(seat) / static_cast<float>(size - 1);
  }
  return world_of(organisation);
}

struct Table {
  Eigen::MatrixXd sides;  // [tie and lane][propensity, ability, benevolence, integrity]
  Eigen::VectorXd trust;
};

const Table& table(Laboratory& laboratory) {
  return laboratory.once<Table>("table", [&] {
    constexpr Seat size = 64;
    Trial trial = laboratory.start(setup_of(mixed_ring(size), evidence_on_each_side(0.5)));
    trial.run(30);
    Table result{Eigen::MatrixXd(size * lane_columns, 4), Eigen::VectorXd(size * lane_columns)};
    const State& state = trial.batch().state();
    for (Seat seat = 0; seat < size; ++seat) {
      const Seat source = (seat + 1) % size;
      const Slot slot = trial.batch().world().graph().find(source, seat);
      for (int lane = 0; lane < lane_columns; ++lane) {
        const Eigen::Index row = static_cast<Eigen::Index>(seat) * lane_columns + lane;
        result.sides.row(row) << state[Column::propensity].at(source, lane), state[Column::ability].at(slot, lane),
            state[Column::benevolence].at(slot, lane), state[Column::integrity].at(slot, lane);
        result.trust(row) = state[Column::trust].at(slot, lane);
      }
    }
    return result;
  });
}

// Ordinary least squares of trust on the four.
double regressed(Laboratory& laboratory, int side) {
  const Table& of = table(laboratory);
  const Eigen::VectorXd found = (of.sides.transpose() * of.sides).ldlt().solve(of.sides.transpose() * of.trust);
  return found(side);
}

double residual(Laboratory& laboratory) {
  const Table& of = table(laboratory);
  return (of.trust - of.sides * Eigen::Vector4d(weight)).cwiseAbs().maxCoeff();
}

// One person's sides of trust in another after ten days of transparency alone, from 0.5 each.
Trial after_ten_days_of_honesty(const Laboratory& laboratory) {
  auto organisation = people_apart(2, {{1, 0, 0.5F}});
  const Levers levers =
      with(evidence_on_each_side(0), {{Lever::responsiveness_silence, 0.0F}, {Lever::transparency_propensity, 1.0F}});
  Trial trial = laboratory.start(setup_of(world_of(organisation), levers));
  trial.run(10);
  return trial;
}

Check side(const std::string& id, const std::string& what, Column column, double expected) {
  return {"M3." + id, what, [=](Laboratory& l) {
            const Trial trial = after_ten_days_of_honesty(l);
            return exactly(expected, trial.batch().state()[column].at(trial.batch().world().graph().find(1, 0), 0));
          }};
}

// What propensities of 0.2 and 0.8 still make of trust, with the same luck, after so many days.
double of_propensity(const Laboratory& laboratory, double own_start, int days) {
  const auto trust = [&](float propensity, double start) {
    auto organisation = people_apart(2, {{1, 0, static_cast<float>(start)}});
    organisation->people[1].propensity = propensity;
    Trial trial = laboratory.start(setup_of(world_of(organisation), evidence_on_each_side(0.5)));
    trial.run(days);
    return trial.trust(1, 0);
  };
  return trust(0.8F, own_start + 0.3) - trust(0.2F, own_start - 0.3);
}

}  // namespace

Family abi_checks() {
  Family family{"M3", "ability, benevolence, integrity, rule abi (Mayer, Davis & Schoorman 1995)", {}};
  for (int s = 0; s < 4; ++s) {
    family.checks.push_back({std::string("M3.weight.") + name[s],
                             std::string("weight of ") + name[s] + " by least squares, after 30 days of 1,024 ties",
                             [s](Laboratory& l) { return exactly(weight[s], regressed(l, s)); }});
  }
  family.checks.push_back({"M3.sum", "largest gap between trust and the weighted sum",
                           [](Laboratory& l) { return exactly(0, residual(l)); }});
  family.checks.push_back(side("tagged.integrity", "ten days of honesty alone, integrity: 1 - 0.5 x 0.9^10",
                               Column::integrity, 1 - 0.5 * std::pow(0.9, 10)));
  family.checks.push_back(side("tagged.ability", "... ability as it was", Column::ability, 0.5));
  family.checks.push_back(side("tagged.benevolence", "... benevolence as it was", Column::benevolence, 0.5));
  family.checks.push_back({"M3.propensity.first",
                           "two who expect 0.8 and 0.2 of everybody differ by 0.6 before any contact",
                           [](Laboratory& l) { return exactly(0.6, of_propensity(l, 0.5, 0)); }});
  family.checks.push_back({"M3.propensity.last", "... and by 0.13 x 0.6 when contacts have taught them the same",
                           [](Laboratory& l) { return exactly(0.078, of_propensity(l, 0.5, 400)); }});
  return family;
}

}  // namespace trust::verification
