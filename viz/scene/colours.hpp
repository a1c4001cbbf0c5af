// Colours that people with any colour vision can tell apart: a sequential map that rises evenly in lightness, a
// diverging one between orange and blue, and eight colours for groups.
#pragma once

#include <cstdint>
#include <string_view>

namespace trust::viz {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// Dark violet (0) over green to yellow (1), after viridis (S. van der Walt, N. Smith 2015). Values outside are
/// clamped.
Colour viridis(float share);

/// Orange (0) over light grey (0.5) to blue (1), after ColorBrewer's PuOr and RdBu. Values outside are clamped.
Colour orange_blue(float share);

/// One of eight colours (Okabe and Ito 2008) for group `index`; beyond eight they come again lighter, then darker, and
/// from 24 on the same. Neighbours differ for any colour vision (tests/viz/scene_colour_vision_test.cpp).
Colour group_colour(std::uint32_t index);

/// `share` 0: all of a; 1: all of b.
Colour mix(Colour a, Colour b, float share);

/// Relative luminance 0 .. 1 (WCAG 2.1): whether text on it should be dark or light.
float luminance(Colour colour);

}  // namespace trust::viz
