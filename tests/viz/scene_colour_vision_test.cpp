// Colours that people with any colour vision can tell apart. Deficiencies are simulated after G. Machado, M. Oliveira
// and L. Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009,
// doi 10.1109/TVCG.2009.113): their matrices for severity 1.0, on linear RGB. Distances are CIE 1976 Delta E in CIELAB
// (D65). A difference of 2.3 is just noticeable (M. Mahy et al. 1994, doi 10.1002/col.5080190207); for discs of a few
// pixels we ask for much more: 25 between the ends and the middle of a scale, 15 between neighbours of the first eight
// group colours, and 10 between neighbours of the lighter and darker ones after them.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "viz/scene/colouring.hpp"

namespace trust::viz {
namespace {

constexpr double far_apart = 25;   // ends and middle of a scale
constexpr double told_apart = 15;  // colours of neighbouring groups, the first eight
constexpr double many_apart = 10;  // ... and the rest

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

struct Vision {
  const char* name;
  Matrix matrix;
};

constexpr std::array<Vision, 4> visions{{
    {"usual", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Triple times(const Matrix& matrix, const Triple& v) {
  Triple result{};
  for (std::size_t i = 0; i < 3; ++i) {
    result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
  }
  return result;
}

// As somebody of that vision sees it, in CIELAB.
Triple lab(Colour colour, const Vision& vision) {
  Triple rgb = times(vision.matrix, {linear(colour.red), linear(colour.green), linear(colour.blue)});
  for (double& channel : rgb) channel = std::min(1.0, std::max(0.0, channel));
  constexpr Matrix to_xyz{
      {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
  Triple xyz = times(to_xyz, rgb);
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  const double x = f(xyz[0] / 0.95047);
  const double y = f(xyz[1]);
  const double z = f(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double apart(Colour a, Colour b, const Vision& vision) {
  const Triple p = lab(a, vision);
  const Triple q = lab(b, vision);
  return std::sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

TEST(ColourVision, TheYardstickIsRight) {  // known values of sRGB in CIELAB
  const Triple white = lab({255, 255, 255}, visions[0]);
  EXPECT_NEAR(white[0], 100, 0.01);
  EXPECT_NEAR(white[1], 0, 0.02);
  const Triple red = lab({255, 0, 0}, visions[0]);
  EXPECT_NEAR(red[0], 53.24, 0.05);
  EXPECT_NEAR(red[1], 80.09, 0.1);
  EXPECT_NEAR(red[2], 67.20, 0.1);
  for (const Vision& vision : visions) EXPECT_LT(apart({90, 90, 90}, {90, 90, 90}, vision), 1e-9);
  // What each of them is known for: red and green, or blue and green, come together.
  EXPECT_LT(apart({200, 100, 60}, {125, 130, 50}, visions[2]), apart({200, 100, 60}, {125, 130, 50}, visions[0]) / 2);
}

TEST(ColourVision, GreyStaysGrey) {
  for (const Vision& vision : visions) {
    for (const std::uint8_t level : std::array<std::uint8_t, 3>{30, 128, 220}) {
      const Triple seen = lab({level, level, level}, vision);
      EXPECT_LT(std::hypot(seen[1], seen[2]), 1.0) << vision.name;
    }
  }
}

TEST(ColourVision, EndsAndMiddleOfTheScalesStayApart) {
  for (const Vision& vision : visions) {
    for (const auto map : {orange_blue, viridis}) {
      EXPECT_GT(apart(map(0), map(0.5F), vision), far_apart) << vision.name;
      EXPECT_GT(apart(map(0.5F), map(1), vision), far_apart) << vision.name;
      EXPECT_GT(apart(map(0), map(1), vision), far_apart) << vision.name;
    }
  }
}

TEST(ColourVision, BothSidesOfTheDivergingScaleStayApartHalfWay) {
  for (const Vision& vision : visions) {
    EXPECT_GT(apart(orange_blue(0.25F), orange_blue(0.75F), vision), far_apart) << vision.name;
  }
}

TEST(ColourVision, SequentialLightnessRisesForEverybody) {
  for (const Vision& vision : visions) {
    double before = -1;
    for (int i = 0; i <= 64; ++i) {
      const double now = lab(viridis(static_cast<float>(i) / 64), vision)[0];
      EXPECT_GT(now, before) << vision.name << " at " << i;
      before = now;
    }
  }
}

TEST(ColourVision, DivergingLightnessRisesToTheMiddleAndFalls) {
  for (const Vision& vision : visions) {
    for (int i = 0; i < 32; ++i) {
      const auto at = [&](int step) { return lab(orange_blue(static_cast<float>(step) / 64), vision)[0]; };
      EXPECT_LT(at(i), at(i + 1)) << vision.name << " at " << i;
      EXPECT_GT(at(32 + i), at(33 + i)) << vision.name << " at " << 32 + i;
    }
  }
}

TEST(ColourVision, NeighbouringGroupsStayApart) {
  for (const Vision& vision : visions) {
    for (std::uint32_t i = 0; i + 1 < 24; ++i) {
      EXPECT_GT(apart(group_colour(i), group_colour(i + 1), vision), i + 1 < 8 ? told_apart : many_apart)
          << vision.name << ": " << i << " and " << i + 1;
    }
  }
}

TEST(ColourVision, NoDifferenceIsNeutralGrey) {
  const Colour none = colour_of(Colouring::difference, 0, 0.1F);
  EXPECT_LT(std::hypot(lab(none, visions[0])[1], lab(none, visions[0])[2]), 4.0);
  for (const float reach : {0.05F, 0.5F}) EXPECT_EQ(colour_of(Colouring::difference, 0, reach), none);
  EXPECT_EQ(colour_of(Colouring::difference, 0.1F, 0.1F), orange_blue(1));
  EXPECT_EQ(colour_of(Colouring::difference, -0.1F, 0.1F), orange_blue(0));
}

}  // namespace
}  // namespace trust::viz
