// The supervisor's choice of monitoring, m* = max(0, ln(kappa L (1 - T) / c) / kappa): what costs least in all.
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

// Of a manager whose trust in the one report is `trust`: kappa = 3, L = 1, c = 0.4.
double monitoring_at(const Laboratory& laboratory, double trust) {
  auto organisation = people_apart(2, {{0, 1, static_cast<float>(trust)}});
  organisation->people[1].manager = 0;
  const Levers levers = with(nothing_happens(), {{Lever::monitoring_detection, 3.0F},
                                                 {Lever::monitoring_loss, 1.0F},
                                                 {Lever::monitoring_cost, 0.4F},
                                                 {Lever::trust_disposition_within, static_cast<float>(trust)}});
  Trial trial = laboratory.start({.world = world_of(organisation), .levers = levers, .lanes = 1});
  trial.run(1);
  return trial.of_person(Column::monitoring, 1);
}

Check monitoring(const std::string& name, double trust, double expected) {
  return {"monitoring." + name, "monitoring that costs least at trust " + name + " (kappa 3, L 1, c 0.4)",
          [=](Laboratory& laboratory) { return exactly(expected, monitoring_at(laboratory, trust)); }};
}

// How often more trust was not met by less monitoring, on the way up to where it ends.
double rises(const Laboratory& laboratory) {
  double count = 0;
  for (double trust = 0.05; trust < 0.86; trust += 0.05) {
    if (monitoring_at(laboratory, trust) >= monitoring_at(laboratory, trust - 0.05)) ++count;
  }
  return count;
}

}  // namespace

Family monitoring_checks() {
  Family family{"monitoring", "the supervisor's choice m* = ln(kappa L (1 - T) / c) / kappa", {}};
  family.checks = {monitoring("0", 0, 0.6716343), monitoring("0.5", 0.5, 0.4405853), monitoring("0.7", 0.7, 0.2703101),
                   monitoring("0.87", 0.87, 0), monitoring("1", 1, 0)};
  family.checks.push_back({"monitoring.falls", "times that more trust did not mean less monitoring, T = 0 to 0.85",
                           [](Laboratory& laboratory) { return never(rises(laboratory)); }});
  return family;
}

}  // namespace trust::verification
