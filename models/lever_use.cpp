#include "models/lever_use.hpp"

namespace trust {
namespace {

// By models/gossip/README.md: what is heard, and how it is weighed.
bool is_read_by(Lever lever, GossipRule rule) {
  const bool talk = rule != GossipRule::none && rule != GossipRule::mirror;
  const bool averages = rule == GossipRule::degroot || rule == GossipRule::friedkin_johnsen;
  const bool weighs = averages || rule == GossipRule::transfer;
  switch (lever) {
    case Lever::trust_reciprocity:
      return rule != GossipRule::none;
    case Lever::gossip_about:
      return talk;
    case Lever::gossip_rate:
      return rule == GossipRule::echo || rule == GossipRule::transfer;
    case Lever::gossip_threshold:
    case Lever::gossip_voices:
      return rule == GossipRule::echo;
    case Lever::gossip_frozen:
    case Lever::gossip_leaders:
      return weighs;
    case Lever::gossip_good_news:
      return weighs || rule == GossipRule::bounded;
    case Lever::gossip_self_weight:
      return averages;
    case Lever::gossip_susceptibility:
      return rule == GossipRule::friedkin_johnsen;
    case Lever::gossip_bound:
      return rule == GossipRule::bounded;
    default:
      return true;
  }
}

// By models/trust_rules/: what a contact does to trust.
bool is_read_by(Lever lever, TrustRule rule) {
  const bool counts = rule == TrustRule::beta || rule == TrustRule::subjective_logic;
  switch (lever) {
    case Lever::trust_gain:
    case Lever::trust_loss:
      return rule == TrustRule::asymmetric || rule == TrustRule::abi;
    case Lever::abi_ability:
    case Lever::abi_benevolence:
    case Lever::abi_integrity:
    case Lever::abi_propensity:
      return rule == TrustRule::abi;
    case Lever::evidence_memory:
    case Lever::evidence_loss_weight:
    case Lever::evidence_initial:
    case Lever::evidence_prior:
      return counts;
    case Lever::inflation_memory:
      return rule == TrustRule::inflation;
    default:
      return true;
  }
}

}  // namespace

bool is_read(Lever lever, const Rules& rules) {
  return is_read_by(lever, rules.gossip) && is_read_by(lever, rules.trust);
}

}  // namespace trust
