// M4, M5: opinions that average those of others (DeGroot 1974), with everybody tied to where they began (Friedkin &
// Johnsen 1990). Opinions are trust in an outsider; weights are trust among the talkers, frozen as on day 0.
#include "study/verification/families.hpp"
#include "study/verification/opinions.hpp"

namespace trust::verification {
namespace {

using Weights = std::vector<std::vector<double>>;

const Weights three = {{1.0 / 3, 1.0 / 3, 1.0 / 3}, {0.5, 0.5, 0}, {0, 0.25, 0.75}};
const Weights four = {
    {0.220, 0.120, 0.360, 0.300}, {0.147, 0.215, 0.344, 0.294}, {0, 0, 1, 0}, {0.090, 0.178, 0.446, 0.286}};

Circle of_three() { return circle_with(three, {0.9F, 0.5F, 0.2F}); }

Check opinion(const std::string& id, const std::string& what, const Circle& circle, int rounds, std::size_t talker,
              double expected) {
  return {id, what, [=](Laboratory& l) { return exactly(expected, opinions_after(l, circle, rounds)[talker]); }};
}

// Three opinions of a circle in one go, ".1" to ".3" behind the id.
void add_all(std::vector<Check>& checks, const std::string& id, const std::string& what, const Circle& circle,
             int rounds, const std::vector<double>& expected) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    checks.push_back(opinion(id + "." + number, what + ", talker " + number, circle, rounds, i, expected[i]));
  }
}

// Everybody keeps half and takes half from the next: columns sum to 1 too.
Circle doubly_stochastic() {
  return circle_with({{0.5, 0.5, 0, 0}, {0, 0.5, 0.5, 0}, {0, 0, 0.5, 0.5}, {0.5, 0, 0, 0.5}},
                     {0.9F, 0.1F, 0.3F, 0.8F});
}

Circle friedkin(Circle circle, std::vector<float> susceptibilities) {
  circle.rule = GossipRule::friedkin_johnsen;
  circle.susceptibilities = std::move(susceptibilities);
  return circle;
}

// Susceptible as far as one does not listen to oneself: Lambda = I - diag W.
Circle four_actors() {
  return friedkin(circle_with(four, {0.25F, 0.25F, 0.75F, 0.85F}), {0.78F, 0.785F, 0.0F, 0.714F});
}

}  // namespace

Family degroot_checks() {
  Family family{"M4", "averaging opinions (DeGroot 1974)", {}};
  std::vector<Check>& checks = family.checks;
  add_all(checks, "M4.first", "x(0) = (.9, .5, .2) after one round", of_three(), 1, {1.6 / 3, 0.7, 0.275});
  add_all(checks, "M4.limit", "x(0) = (.9, .5, .2) after 30 rounds: consensus", of_three(), 30, {0.5, 0.5, 0.5});
  // A start that differs from consensus along the second eigenvector, (0, 1, -1), whose eigenvalue is 1/2.
  const Circle apart = circle_with(three, {0.5F, 0.9F, 0.1F});
  checks.push_back(opinion("M4.rate.3", "distance to consensus halves each round: .5 + .4 / 2^3", apart, 3, 1, 0.55));
  checks.push_back(opinion("M4.rate.10", "... .5 + .4 / 2^10", apart, 10, 1, 0.5 + 0.4 / 1024));
  checks.push_back(opinion("M4.influence.1", "influence of talker 1: where (1, 0, 0) ends",
                           circle_with(three, {1, 0, 0}), 30, 2, 3.0 / 11));
  checks.push_back(opinion("M4.influence.2", "influence of talker 2: where (0, 1, 0) ends",
                           circle_with(three, {0, 1, 0}), 30, 0, 4.0 / 11));
  checks.push_back(
      opinion("M4.mean", "where columns sum to 1 too, the mean (.525) is reached", doubly_stochastic(), 60, 1, 0.525));
  const Circle copying = circle_with({{0, 1}, {1, 0}}, {0.2F, 0.7F});
  checks.push_back(
      opinion("M4.periodic.odd", "two who copy each other have changed places after 7 rounds", copying, 7, 0, 0.7));
  checks.push_back(opinion("M4.periodic.even", "... and are where they began after 8", copying, 8, 0, 0.2));
  return family;
}

Family friedkin_johnsen_checks() {
  Family family{"M5", "opinions tied to where they began (Friedkin & Johnsen 1990)", {}};
  std::vector<Check>& checks = family.checks;
  add_all(checks, "M5.first", "four actors (25, 25, 75, 85) / 100 after one round", four_actors(), 1,
          {0.5308, 0.523494, 0.75, 0.7033444});
  add_all(checks, "M5.limit", "four actors in the end", four_actors(), 60, {0.600208, 0.599840, 0.75, 0.749862});
  add_all(checks, "M5.uniform", "three talkers, Lambda = 0.7, in the end", friedkin(of_three(), {0.7F, 0.7F, 0.7F}), 60,
          {0.6274336, 0.5686181, 0.3358067});
  checks.push_back(
      opinion("M5.open", "Lambda = 1 is DeGroot's rule: consensus", friedkin(of_three(), {1, 1, 1}), 30, 0, 0.5));
  checks.push_back(opinion("M5.closed", "Lambda = 0 moves nobody", friedkin(of_three(), {0, 0, 0}), 10, 0, 0.9));
  return family;
}

}  // namespace trust::verification
