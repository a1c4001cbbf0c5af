#include <algorithm>

#include "scenarios/kinds/kinds.hpp"

namespace trust {

namespace {

Kinds all_kinds() {
  Kinds all;
  for (const Kinds& group : {openness_kinds(), work_kinds(), relation_kinds(), change_kinds(), shock_kinds()})
    all.insert(all.end(), group.begin(), group.end());
  return all;
}

}  // namespace

const std::vector<InterventionKind>& intervention_kinds() {
  static const Kinds kinds = all_kinds();
  return kinds;
}

const InterventionKind* find_kind(std::string_view name) {
  const Kinds& kinds = intervention_kinds();
  const auto found = std::ranges::find(kinds, name, &InterventionKind::name);
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace trust
