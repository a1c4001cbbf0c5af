#include "study/verification/opinions.hpp"

#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

std::shared_ptr<const World> world_of_circle(const Circle& circle) {
  const auto talkers = static_cast<Seat>(circle.opinions.size());
  std::vector<Tie> ties;
  for (Seat i = 0; i < talkers; ++i) {
    for (Seat k = 0; k < talkers; ++k) {
      if (i != k && circle.trusts[i][k] >= 0) ties.push_back({i, k, circle.trusts[i][k]});
    }
    ties.push_back({i, talkers, circle.opinions[i]});
  }
  return world_of(people_apart(talkers + 1, std::move(ties)));
}

std::vector<LeverSetting> settings_of(const Circle& circle) {
  std::vector<LeverSetting> settings;
  for (std::size_t i = 0; i < circle.self_weights.size(); ++i) {
    settings.push_back({person(i), Lever::gossip_self_weight, circle.self_weights[i]});
  }
  for (std::size_t i = 0; i < circle.susceptibilities.size(); ++i) {
    settings.push_back({person(i), Lever::gossip_susceptibility, circle.susceptibilities[i]});
  }
  settings.push_back({person(circle.opinions.size()), Lever::gossip_about, 1.0F});
  return settings;
}

}  // namespace

std::vector<std::vector<float>> all_alike(std::size_t talkers, float trust) {
  return std::vector<std::vector<float>>(talkers, std::vector<float>(talkers, trust));
}

Circle circle_with(const std::vector<std::vector<double>>& weights, std::vector<float> opinions) {
  Circle circle{.opinions = std::move(opinions), .trusts = all_alike(weights.size(), -1.0F)};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    circle.self_weights.push_back(static_cast<float>(weights[i][i]));
    for (std::size_t k = 0; k < weights.size(); ++k) {
      if (i != k && weights[i][k] > 0) circle.trusts[i][k] = static_cast<float>(weights[i][k]);
    }
  }
  return circle;
}

std::vector<double> opinions_after(const Laboratory& laboratory, const Circle& circle, int rounds) {
  const Levers alone = with(nothing_happens(), {{Lever::gossip_frozen, 1.0F},
                                                {Lever::gossip_about, 0.0F},
                                                {Lever::gossip_good_news, 0.0F},
                                                {Lever::trust_reciprocity, 0.0F}});
  Trial trial = laboratory.start({.world = world_of_circle(circle),
                                  .levers = with(alone, circle.levers),
                                  .lanes = 1,
                                  .options = {.seed = 1, .rules = {.gossip = circle.rule}},
                                  .settings = settings_of(circle)});
  trial.run(days_of_rounds(rounds));
  const auto talkers = static_cast<Seat>(circle.opinions.size());
  std::vector<double> opinions;
  opinions.reserve(talkers);
  for (Seat i = 0; i < talkers; ++i) opinions.push_back(trial.trust(i, talkers));
  return opinions;
}

}  // namespace trust::verification
