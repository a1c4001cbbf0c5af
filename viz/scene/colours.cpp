#include "viz/scene/colours.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace trust::viz {
namespace {

constexpr std::array<Colour, 9> viridis_points{{{68, 1, 84},
                                                {71, 44, 122},
                                                {59, 81, 139},
                                                {44, 113, 142},
                                                {33, 144, 141},
                                                {39, 173, 129},
                                                {92, 200, 99},
                                                {170, 220, 50},
                                                {253, 231, 37}}};

constexpr std::array<Colour, 7> orange_blue_points{
    {{166, 74, 4}, {224, 130, 20}, {246, 186, 108}, {236, 234, 230}, {146, 197, 222}, {67, 147, 195}, {24, 84, 150}}};

constexpr std::array<Colour, 8> groups{{{0, 114, 178},
                                        {230, 159, 0},
                                        {0, 158, 115},
                                        {204, 121, 167},
                                        {86, 180, 233},
                                        {213, 94, 0},
                                        {240, 228, 66},
                                        {110, 110, 110}}};

std::uint8_t between(std::uint8_t a, std::uint8_t b, float share) {
  return static_cast<std::uint8_t>(
      std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * share));
}

Colour along(std::span<const Colour> points, float share) {
  const float place = std::clamp(share, 0.0F, 1.0F) * static_cast<float>(points.size() - 1);
  const auto index = std::min(static_cast<std::size_t>(place), points.size() - 2);
  return mix(points[index], points[index + 1], place - static_cast<float>(index));
}

float linear(std::uint8_t channel) {
  const float value = static_cast<float>(channel) / 255;
  return value <= 0.03928F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
}

}  // namespace

Colour viridis(float share) { return along(viridis_points, share); }
Colour orange_blue(float share) { return along(orange_blue_points, share); }

Colour group_colour(std::uint32_t index) {
  const Colour colour = groups[index % groups.size()];
  const auto round = index / groups.size() % 3;
  if (round == 0) return colour;
  return round == 1 ? mix(colour, {255, 255, 255}, 0.25F) : mix(colour, {0, 0, 0}, 0.4F);
}

Colour mix(Colour a, Colour b, float share) {
  return {between(a.red, b.red, share), between(a.green, b.green, share), between(a.blue, b.blue, share)};
}

float luminance(Colour c) { return 0.2126F * linear(c.red) + 0.7152F * linear(c.green) + 0.0722F * linear(c.blue); }

}  // namespace trust::viz
