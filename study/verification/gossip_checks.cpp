// M10 and M14: news about third parties (Burt & Knez 1995; Ferrin, Dirks & Shah 2006), and giving back the trust that
// one is given.
#include <algorithm>
#include <cmath>

#include "study/verification/estimate.hpp"
#include "study/verification/families.hpp"
#include "study/verification/opinions.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

// One listener (talker 1), who trusts two others, .8 and .4, who think .9 and .3 of the outsider.
Circle listener(double opinion, double rate, GossipRule rule) {
  Circle circle{.opinions = {static_cast<float>(opinion), 0.9F, 0.3F}, .trusts = all_alike(3, -1.0F)};
  circle.trusts[0][1] = 0.8F;
  circle.trusts[0][2] = 0.4F;
  circle.levers = {{Lever::gossip_rate, static_cast<float>(rate)}, {Lever::gossip_threshold, 0.5F}};
  circle.rule = rule;
  return circle;
}

Check heard(const std::string& id, const std::string& what, const Circle& circle, int rounds, double expected) {
  return {"M10." + id, what, [=](Laboratory& l) { return exactly(expected, opinions_after(l, circle, rounds)[0]); }};
}

double range_of(const std::vector<double>& values) {
  const auto [low, high] = std::ranges::minmax(values);
  return high - low;
}

// Opinions of five who trust one another, over 10 weeks: how often they moved apart.
double weeks_apart(Laboratory& laboratory, GossipRule rule, double direction) {
  Circle circle{.opinions = {0.55F, 0.6F, 0.45F, 0.65F, 0.4F}, .trusts = all_alike(5, 0.6F)};
  circle.levers = {{Lever::gossip_rate, 0.05F}, {Lever::gossip_threshold, 0.5F}};
  circle.rule = rule;
  double before = range_of(opinions_after(laboratory, circle, 0));
  double count = 0;
  for (int week = 1; week <= 5; ++week) {
    const double after = range_of(opinions_after(laboratory, circle, week));
    count += direction * (after - before) >= 0 ? 0 : 1;
    before = after;
  }
  return count;
}

// What each further third party adds to a listener's trust in a week: the slope of ordinary least squares over
// listeners with 1 to 4 tellers who think 0.5 of the outsider.
double slope_of_third_parties(const Laboratory& laboratory, double opinion, GossipRule rule) {
  double slope = 0;
  for (int tellers = 1; tellers <= 4; ++tellers) {
    const auto talkers = static_cast<std::size_t>(tellers) + 1;
    Circle circle{.opinions = std::vector<float>(talkers, 0.5F), .trusts = all_alike(talkers, -1.0F)};
    circle.opinions[0] = static_cast<float>(opinion);
    for (std::size_t teller = 1; teller < talkers; ++teller) circle.trusts[0][teller] = 0.8F;
    circle.levers = {{Lever::gossip_rate, 0.05F}, {Lever::gossip_threshold, 0.5F}};
    circle.rule = rule;
    const double from_middle = tellers - 2.5;
    slope += from_middle * opinions_after(laboratory, circle, 1)[0] / 5;  // 5: sum of the squares of from_middle
  }
  return slope;
}

Check slope(const std::string& id, const std::string& what, double opinion, GossipRule rule, double expected) {
  return {"M10." + id, what,
          [=](Laboratory& l) { return exactly(expected, slope_of_third_parties(l, opinion, rule)); }};
}

}  // namespace

Family gossip_checks() {
  Family family{"M10", "gossip: transfer evens out, echo amplifies (Burt & Knez 1995; Ferrin, Dirks & Shah 2006)", {}};
  family.checks = {
      heard("transfer.whole", "transfer, gamma = 1: what the trusted report, weighted by trust",
            listener(0.2, 1, GossipRule::transfer), 1, 0.7),
      heard("transfer.quarter", "transfer, gamma = .25: a quarter of the way",
            listener(0.2, 0.25, GossipRule::transfer), 1, 0.325),
      heard(
          "transfer.is_degroot", "transfer, gamma = 1, is DeGroot's step without self-weight",
          [] {
            Circle circle = listener(0.2, 1, GossipRule::degroot);
            circle.self_weights = {0, 0, 0};
            return circle;
          }(),
          1, 0.7),
      {"M10.transfer.evens_out", "weeks, of 5, in which honest news moved opinions apart",
       [](Laboratory& l) { return never(weeks_apart(l, GossipRule::transfer, -1)); }},
      heard("echo.up", "echo, gamma = .1, two tellers: theta + delta (1 + 2 gamma)^t after 3 weeks, delta = .05",
            listener(0.55, 0.1, GossipRule::echo), 3, 0.5864),
      heard("echo.down", "... delta = -.05", listener(0.45, 0.1, GossipRule::echo), 3, 0.4136),
      heard("echo.bound", "... until trust is full", listener(0.55, 0.1, GossipRule::echo), 20, 1),
      slope("echo.strong", "regression on third parties, echo, strong ties (.6): each adds .05 x .1", 0.6,
            GossipRule::echo, 0.005),
      slope("echo.weak", "... weak ties (.4): each takes as much", 0.4, GossipRule::echo, -0.005),
      slope("transfer.strong", "regression on third parties, transfer, strong ties (.6): as far to the mean by one",
            0.6, GossipRule::transfer, 0),
      slope("transfer.weak", "... weak ties (.4): the same", 0.4, GossipRule::transfer, 0),
      {"M10.echo.amplifies", "weeks, of 5, in which echo brought opinions together",
       [](Laboratory& l) { return never(weeks_apart(l, GossipRule::echo, 1)); }}};
  return family;
}

}  // namespace trust::verification
