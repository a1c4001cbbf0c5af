// A few people who talk about one outsider: the world of theories of opinion (M4, M5, M6) and of gossip (M10). What
// they think of the outsider are their opinions; whom they trust among themselves are the weights.
#pragma once

#include <vector>

#include "study/verification/laboratory.hpp"

namespace trust::verification {

struct Circle {
  std::vector<float> opinions;                  // of each talker about the outsider, 0 .. 1
  std::vector<std::vector<float>> trusts = {};  // [i][k]: i's trust in k; below 0: they do not know each other
  std::vector<float> self_weights = {};         // of each talker, where the rule has them
  std::vector<float> susceptibilities = {};
  Levers levers = {};
  GossipRule rule = GossipRule::degroot;
};

/// Everybody trusts everybody else alike.
std::vector<std::vector<float>> all_alike(std::size_t talkers, float trust = 1.0F);

/// A circle whose weights in the sense of DeGroot are `weights` (rows sum to 1): the diagonal makes the self-weights,
/// the rest the trusts.
Circle circle_with(const std::vector<std::vector<double>>& weights, std::vector<float> opinions);

/// The opinions after so many weekly rounds. Nothing else happens meanwhile.
std::vector<double> opinions_after(const Laboratory& laboratory, const Circle& circle, int rounds);

/// Working days until a weekly round has taken place so many times: the first one is on day 1.
inline int days_of_rounds(int rounds) { return rounds == 0 ? 0 : 5 * (rounds - 1) + 1; }

}  // namespace trust::verification
