// Generated ties against measured ones: reciprocity .40-.75, transitivity .40-.60 and a Gini coefficient of ties
// received of .20-.45, when the most trusting ties are kept up to a density of .10 to .25.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/scenarios/generated.hpp"

namespace trust {
namespace {

using generated::department;
using generated::Mix;

struct Case {
  const char* name;
  std::uint32_t people;
  Mix mix = Mix::two_functions;
  double ties_per_person = 30;
  bool one_unit = false;  // the ties inside one unit of about 128 people
  double within = 0.55;
  double across = 0.45;
  friend void PrintTo(const Case& tested, std::ostream* out) { *out << tested.name; }
};

struct Band {
  double low, high;
  bool holds(double value) const { return value >= low && value <= high; }
};

constexpr Band reciprocity_band{0.40, 0.75};
constexpr Band transitivity_band{0.40, 0.60};
constexpr Band gini_band{0.20, 0.45};

struct Means {
  double density = 0, reciprocity = 0, transitivity = 0, gini = 0;
  int draws = 0, outside = 0;

  void add(const GraphMeasures& shape) {
    ++draws;
    density += (shape.density - density) / draws;
    reciprocity += (shape.reciprocity - reciprocity) / draws;
    transitivity += (shape.transitivity - transitivity) / draws;
    gini += (shape.in_degree_gini - gini) / draws;
    outside += !reciprocity_band.holds(shape.reciprocity) || !transitivity_band.holds(shape.transitivity);
  }
};

constexpr std::array densities{0.10, 0.15, 0.20, 0.25};

class GeneratedShape : public testing::TestWithParam<Case> {
 protected:
  /// The shapes at all densities, over four seeds and some organisation draws of each.
  static std::array<Means, densities.size()> measure() {
    const std::uint32_t draws = GetParam().people <= 50 ? 20 : GetParam().one_unit ? 3 : 5;
    std::array<Means, densities.size()> means;
    for (const std::uint64_t seed : {11u, 12u, 13u, 14u}) {
      for (std::uint32_t draw = 0; draw < draws; ++draw) {
        const auto [people, ties] = draw_ties(seed, draw);
        for (std::size_t d = 0; d < densities.size(); ++d) {
          means[d].add(generated::shape_of_strongest(people, ties, densities[d]));
        }
      }
    }
    return means;
  }

 private:
  static std::pair<Seat, std::vector<Tie>> draw_ties(std::uint64_t seed, std::uint32_t draw) {
    GeneratorSpec spec = department(GetParam().people, GetParam().mix);
    spec.ties_per_person = GetParam().ties_per_person;
    spec.trust_within = GetParam().within;
    spec.trust_across = GetParam().across;
    Organisation organisation = generated::generate(spec, seed, draw);
    if (!GetParam().one_unit) return {organisation.seats(), std::move(organisation.ties)};
    const auto units = generated::units(organisation);
    const auto& unit = units[1 + draw % (units.size() - 1)];  // the first is the top alone
    return {static_cast<Seat>(unit.size()), generated::ties_among(organisation.ties, unit)};
  }
};

TEST_P(GeneratedShape, IsInTheBandsOfMeasuredOrganisations) {
  for (const Means& means : measure()) {
    const std::string what = std::string(GetParam().name) + " at " + std::to_string(means.density).substr(0, 5);
    EXPECT_TRUE(reciprocity_band.holds(means.reciprocity)) << what << ": " << means.reciprocity;
    EXPECT_TRUE(transitivity_band.holds(means.transitivity)) << what << ": " << means.transitivity;
    EXPECT_TRUE(gini_band.holds(means.gini)) << what << ": " << means.gini;
    EXPECT_GT(means.transitivity, 1.5 * means.density) << what;
    if (GetParam().people >= 50) {
      EXPECT_LE(means.outside * 10, means.draws) << what;  // fewer people have too few ties for that
    }
    std::printf("| %s | %.3f | %.3f | %.3f | %.3f | %d of %d |\n", GetParam().name, means.density, means.reciprocity,
                means.transitivity, means.gini, means.outside, means.draws);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Organisations, GeneratedShape,
    testing::Values(Case{"20 people", 20}, Case{"20 people, one function", 20, Mix::one_function},
                    Case{"50 people", 50}, Case{"50 people, one function", 50, Mix::one_function},
                    Case{"120 people", 120}, Case{"120 people, two equal functions", 120, Mix::two_equal_functions},
                    Case{"120 people, trust .5 and .3", 120, Mix::two_functions, 30, false, 0.5, 0.3},
                    Case{"120 people, trust .45 and .45", 120, Mix::two_functions, 30, false, 0.45, 0.45},
                    Case{"200 people", 200}, Case{"200 people, 60 ties each", 200, Mix::two_functions, 60},
                    Case{"a unit of 2,000", 2000, Mix::two_functions, 30, true},
                    Case{"a unit of 2,000, 50 ties each", 2000, Mix::two_functions, 50, true}));

}  // namespace
}  // namespace trust
