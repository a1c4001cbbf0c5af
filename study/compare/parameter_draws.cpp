#include "study/compare/parameter_draws.hpp"

#include <algorithm>

#include "sim/draws.hpp"

namespace trust {
namespace {

bool set_for_everyone(const Plan& plan, Lever lever) {
  return std::ranges::any_of(plan.settings, [&](const LeverSetting& setting) {
    return setting.lever == lever && setting.who.kind == Target::Kind::everyone;
  });
}

}  // namespace

ParameterDraws::ParameterDraws(const Scenario& baseline) : seed_(baseline.seed) {
  for (const Parameter& row : parameters()) {
    const std::optional<Prior> prior = prior_of(row.id);
    if (!prior || set_for_everyone(baseline.plan, row.id)) continue;
    levers_.push_back(row.id);
    priors_.push_back(*prior);
  }
  for (const Role& role : baseline.roles) {
    for (const auto& [lever, value] : role.defaults) {
      if (std::ranges::find(levers_, lever) != levers_.end())
        role_defaults_.push_back({{Target::Kind::role, role.name}, lever, value});
    }
  }
}

double ParameterDraws::share(Lever lever, std::uint32_t replicate) const {
  const DrawAddress at{.first = static_cast<std::uint32_t>(lever), .purpose = purpose_of_parameter_draws};
  return uniform(key_of_seed(seed_), at, replicate);
}

Plan ParameterDraws::drawn(const Plan& plan, std::uint32_t replicate) const {
  Plan drawn = plan;
  drawn.settings.clear();
  for (std::size_t l = 0; l < levers_.size(); ++l)
    drawn.settings.push_back({Target{}, levers_[l], priors_[l].at(share(levers_[l], replicate))});
  drawn.settings.insert(drawn.settings.end(), role_defaults_.begin(), role_defaults_.end());
  drawn.settings.insert(drawn.settings.end(), plan.settings.begin(), plan.settings.end());
  return drawn;
}

}  // namespace trust
