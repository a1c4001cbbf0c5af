#include "study/design/study.hpp"

namespace trust {

std::vector<Override> Study::overrides(std::uint64_t i) const {
  std::vector<Override> changes = for_every_point;
  for (Override& change : design.point(i)) changes.push_back(std::move(change));
  return changes;
}

Scenario Study::scenario_at(std::uint64_t i) const {
  Scenario scenario = source.with(overrides(i));
  scenario.days = days;
  scenario.replicates = replicates;
  scenario.seed = seed;
  return scenario;
}

}  // namespace trust
