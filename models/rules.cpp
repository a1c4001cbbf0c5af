#include "models/rules.hpp"

#include <algorithm>

namespace trust {
namespace {

constexpr RuleRow trust_rows[] = {
#define TRUST_RULE(id, entity, sentence) {#id, sentence},
#include "models/trust_rules/rules.def"
#undef TRUST_RULE
};

constexpr Entity entities[] = {
#define TRUST_RULE(id, entity, sentence) Entity::entity,
#include "models/trust_rules/rules.def"
#undef TRUST_RULE
};

constexpr RuleRow gossip_rows[] = {
#define TRUST_GOSSIP(id, sentence) {#id, sentence},
#include "models/gossip/rules.def"
#undef TRUST_GOSSIP
};

template <class Rule>
std::optional<Rule> find(std::span<const RuleRow> rows, std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const RuleRow& row) { return row.name == name; });
  if (found == rows.end()) return std::nullopt;
  return static_cast<Rule>(found - rows.begin());
}

}  // namespace

bool rule_has(TrustRule rule, Entity entity) { return entities[static_cast<std::size_t>(rule)] == entity; }

// The last one is the template that new rules are copied from: tests run it, users do not see it.
std::span<const RuleRow> trust_rules() { return std::span(trust_rows).first(std::size(trust_rows) - 1); }
std::span<const RuleRow> gossip_rules() { return gossip_rows; }

std::optional<TrustRule> find_trust_rule(std::string_view name) { return find<TrustRule>(trust_rules(), name); }
std::optional<GossipRule> find_gossip_rule(std::string_view name) { return find<GossipRule>(gossip_rows, name); }

std::string_view name_of(TrustRule rule) { return trust_rows[static_cast<std::size_t>(rule)].name; }
std::string_view name_of(GossipRule rule) { return gossip_rows[static_cast<std::size_t>(rule)].name; }

}  // namespace trust
