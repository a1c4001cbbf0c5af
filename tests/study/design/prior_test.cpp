// Priors of the table: every row can be drawn, quantiles are those of the distributions, bits are the same everywhere.
#include "study/design/prior.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <boost/math/distributions/beta.hpp>
#include <cmath>
#include <set>
#include <string_view>

namespace trust {
namespace {

TEST(Prior, IsThereForEveryLeverOfWhichTheTableHasOne) {
  const std::set<std::string_view> figures{"calibrated", "6.2 months", "90 % after 3.2 months"};
  std::size_t drawn = 0;
  for (const Parameter& row : parameters()) {
    const auto prior = prior_of(row.id);
    const bool known = row.prior.starts_with("fixed") || figures.contains(row.prior);
    EXPECT_EQ(prior.has_value(), !known) << row.name << ": " << row.prior;
    if (!prior) continue;
    ++drawn;
    EXPECT_GE(prior->at(0), row.low) << row.name;
    EXPECT_LE(prior->at(1), row.high) << row.name;
    EXPECT_LE(prior->at(0), row.initial) << row.name;
    EXPECT_GE(prior->at(1), row.initial) << row.name;
  }
  EXPECT_GT(drawn, 200u);
}

TEST(Prior, OfARatioIsInUnitsOfTheOtherLever) {
  const Prior prior = prior_of(Lever::trust_loss).value();
  EXPECT_FLOAT_EQ(prior.at(0), parameter(Lever::trust_gain).initial);
  EXPECT_FLOAT_EQ(prior.at(1), 3 * parameter(Lever::trust_gain).initial);
}

TEST(Prior, RisesWithTheShare) {
  for (const char* text : {"uniform(0.1, 0.3)", "beta(3, 7)", "beta(19, 1)", "beta(1, 19)", "beta(1, 1)"}) {
    const Prior prior = parse_prior(text).value();
    float last = prior.at(0);
    for (int i = 1; i <= 1000; ++i) {
      const float next = prior.at(i / 1000.0);
      EXPECT_GT(next, last) << text << " at " << i;
      last = next;
    }
    EXPECT_EQ(prior.at(-1), prior.at(0));
    EXPECT_EQ(prior.at(2), prior.at(1));
  }
}

TEST(Prior, OfAUniformIsItsShareOfTheWay) {
  const Prior prior = parse_prior("uniform(0.2, 1.2)").value();
  EXPECT_EQ(prior.at(0), 0.2F);
  EXPECT_FLOAT_EQ(prior.at(0.25), 0.45F);
  EXPECT_EQ(prior.at(1), 1.2F);
}

TEST(Prior, OfABetaIsItsQuantile) {
  for (const auto& [a, b] : {std::pair{3, 7}, {6, 4}, {1, 9}, {19, 1}, {2, 14}, {5, 5}, {1, 1}, {60, 40}}) {
    const Prior prior(Prior::Form::beta, a, b);
    const boost::math::beta_distribution<double> known(a, b);
    for (const double share : {1e-6, 0.001, 0.05, 0.3, 0.5, 0.8, 0.975, 0.9999}) {
      const float value = prior.at(share);  // the smallest float with that share below it
      EXPECT_GE(cdf(known, value), share * (1 - 1e-12)) << a << ", " << b;
      EXPECT_LT(cdf(known, std::nextafter(value, 0.0F)), share * (1 + 1e-12)) << a << ", " << b;
    }
    EXPECT_EQ(prior.at(0), 0.0F);
    EXPECT_EQ(prior.at(1), 1.0F);
  }
}

// Found with GCC 12 on x86-64; a compiler or library that gives others changes results.
TEST(Prior, HasTheSameBitsEverywhere) {
  EXPECT_EQ(std::bit_cast<std::uint32_t>(Prior(Prior::Form::beta, 3, 7).at(0.5)), 0x3E928D9Du);
  EXPECT_EQ(std::bit_cast<std::uint32_t>(Prior(Prior::Form::beta, 19, 1).at(0.1)), 0x3F62C82Bu);
  EXPECT_EQ(std::bit_cast<std::uint32_t>(Prior(Prior::Form::uniform, 0.1, 0.3).at(0.7)), 0x3E75C28Fu);
}

TEST(Prior, OfOtherTextsIsNone) {
  for (const char* text :
       {"fixed", "fixed: why", "", "uniform", "uniform(", "uniform(1)", "uniform(1, 2", "uniform(2, 1)",
        "uniform(1, 1)", "uniform(1, 2) or so", "beta(0, 3)", "beta(1.5, 2)", "beta(3)", "beta(a, b)", "normal(0, 1)"})
    EXPECT_FALSE(parse_prior(text)) << text;
}

}  // namespace
}  // namespace trust
