// What a user picks by name: how trust learns from a contact, and how news about third parties travels.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "models/column.hpp"

namespace trust {

enum class TrustRule : std::uint8_t {
#define TRUST_RULE(id, ...) id,
#include "models/trust_rules/rules.def"
#undef TRUST_RULE
  count
};

enum class GossipRule : std::uint8_t {
#define TRUST_GOSSIP(id, ...) id,
#include "models/gossip/rules.def"
#undef TRUST_GOSSIP
  count
};

/// The rules of a batch: every lane of it has the same.
struct Rules {
  TrustRule trust = TrustRule::asymmetric;
  GossipRule gossip = GossipRule::none;
  friend bool operator==(const Rules&, const Rules&) = default;
};

struct RuleRow {
  std::string_view name;      // as scenario files write it
  std::string_view sentence;  // what it says, in plain words
};

/// Whether the rule keeps columns of that kind.
bool rule_has(TrustRule rule, Entity entity);

/// What a user may pick, in the order of TrustRule and of GossipRule. The template of a trust rule, which comes last
/// among the enumerators, is not among them.
std::span<const RuleRow> trust_rules();
std::span<const RuleRow> gossip_rules();

std::optional<TrustRule> find_trust_rule(std::string_view name);
std::optional<GossipRule> find_gossip_rule(std::string_view name);
std::string_view name_of(TrustRule rule);
std::string_view name_of(GossipRule rule);

}  // namespace trust
