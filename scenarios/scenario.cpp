#include "scenarios/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/lever_reader.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

constexpr const char* option = "--set";

/// The lever and value that "lever=value" says.
LeverSetting read_assignment(const std::string& assignment, Problems& problems) {
  const std::size_t equals = assignment.find('=');
  const std::string name(trimmed(assignment.substr(0, equals)));
  LeverSetting setting{{}, Lever::count, 0};
  Problem place{option, 0, name, {}, {}};
  if (equals == std::string::npos || name.empty()) {
    problems.add({option, 0, "", "is " + in_quotes(assignment), "LEVER=VALUE, as in recognition.propensity=0.3"});
    return setting;
  }
  const auto lever = lever_named(name, place, problems);
  const std::string text(trimmed(assignment.substr(equals + 1)));
  const auto value = parse_number(text);
  if (lever && !value) {
    place.what = "is " + in_quotes(text);
    place.accepted =
        fmt::format("a number {} .. {} ({})", parameter(*lever).low, parameter(*lever).high, parameter(*lever).unit);
  } else if (lever && accepts(*lever, *value, LeverChange::How::set, place)) {
    setting.lever = *lever;
    setting.value = static_cast<float>(*value);
  }
  if (!place.what.empty()) problems.add(std::move(place));
  return setting;
}

std::vector<std::string> names_of(std::span<const RuleRow> rows) {
  std::vector<std::string> names;
  for (const RuleRow& row : rows) names.emplace_back(row.name);
  return names;
}

}  // namespace

std::vector<std::string> trust_rule_names() { return names_of(trust_rules()); }
std::vector<std::string> gossip_rule_names() { return names_of(gossip_rules()); }

void apply_rules(Scenario& scenario, const std::optional<std::string>& trust,
                 const std::optional<std::string>& gossip) {
  Problems problems;
  const auto trust_rule = trust ? find_trust_rule(*trust) : scenario.rules.trust;
  const auto gossip_rule = gossip ? find_gossip_rule(*gossip) : scenario.rules.gossip;
  if (!trust_rule) problems.add({"--rule", 0, "", "is " + in_quotes(*trust), suggestion(*trust, trust_rule_names())});
  if (!gossip_rule)
    problems.add({"--gossip", 0, "", "is " + in_quotes(*gossip), suggestion(*gossip, gossip_rule_names())});
  problems.throw_if_any();
  scenario.rules = {*trust_rule, *gossip_rule};
}

std::uint32_t Scenario::organisation_draw(std::uint32_t replicate) const {
  return generator ? replicate / replicates_per_organisation : 0;
}

std::shared_ptr<const Organisation> Scenario::organisation(std::uint32_t draw) const {
  if (!generator) return imported;
  return std::make_shared<const Organisation>(generate_organisation(*generator, roles, seed, draw));
}

void apply_setting(Scenario& scenario, const std::string& assignment) {
  Problems problems;
  LeverSetting setting = read_assignment(assignment, problems);
  problems.throw_if_any();
  // After what the file says for everyone, before what it says for some: the order in which a plan applies.
  std::vector<LeverSetting>& settings = scenario.plan.settings;
  const auto place = std::find_if(settings.begin(), settings.end(),
                                  [](const LeverSetting& other) { return other.who.kind != Target::Kind::everyone; });
  settings.insert(place, std::move(setting));
}

}  // namespace trust
