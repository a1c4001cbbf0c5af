// Whether two pictures look alike. Another Mesa or FreeType may shade the edge of a letter differently, so pixels may
// differ a little; but a label that moved, a line that is missing and another colour are seen.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <string>

#include "viz/platform/picture_frame.hpp"

namespace trust::viz {

struct Likeness {
  double mean = 0;       // of how far a colour channel is off, 0 .. 255
  double share_far = 0;  // of pixels with a channel more than `far` off
  int squares_off = 0;   // squares of `square` pixels whose mean colour has a channel more than `off` off
  double worst = 0;      // ... of the squares, by how much
  int worst_x = 0;       // ... and where
  int worst_y = 0;

  static constexpr int far = 48;
  static constexpr int square = 8;
  static constexpr double off = 12;

  bool alike() const { return mean <= 1 && share_far <= 0.01 && squares_off == 0; }
};

inline std::ostream& operator<<(std::ostream& out, const Likeness& likeness) {
  return out << "channels are off by " << likeness.mean << " on average, " << 100 * likeness.share_far
             << " % of the pixels by much; " << likeness.squares_off << " squares are off, most the one at "
             << likeness.worst_x << ", " << likeness.worst_y << ", by " << likeness.worst;
}

/// Of two pictures of one size.
inline Likeness likeness(const Pixels& one, const Pixels& other) {
  Likeness result;
  const int width = one.size.width;
  const int height = one.size.height;
  for (int top = 0; top < height; top += Likeness::square) {
    for (int left = 0; left < width; left += Likeness::square) {
      const int bottom = std::min(top + Likeness::square, height);
      const int right = std::min(left + Likeness::square, width);
      double sums[3] = {0, 0, 0};
      for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
          const std::size_t pixel =
              4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
          int most = 0;
          for (std::size_t channel = 0; channel < 3; ++channel) {
            const int apart = int{one.bytes[pixel + channel]} - int{other.bytes[pixel + channel]};
            sums[channel] += apart;
            result.mean += std::abs(apart);
            most = std::max(most, std::abs(apart));
          }
          result.share_far += most > Likeness::far ? 1 : 0;
        }
      }
      const double pixels = (bottom - top) * (right - left);
      const double most = std::max({std::abs(sums[0]), std::abs(sums[1]), std::abs(sums[2])}) / pixels;
      result.squares_off += most > Likeness::off ? 1 : 0;
      if (most <= result.worst) continue;
      result.worst = most;
      result.worst_x = left;
      result.worst_y = top;
    }
  }
  const auto pixels = static_cast<double>(one.bytes.size()) / 4;
  result.mean /= 3 * pixels;
  result.share_far /= pixels;
  return result;
}

/// Compares a picture just drawn with the one that is kept, names both and what to do; removes the first if they are
/// alike.
inline void expect_alike(const std::filesystem::path& drawn, const std::filesystem::path& kept) {
  const std::string both = "drawn now: " + drawn.string() + "\nkept:      " + kept.string() +
                           "\nLook at both. If the new one is meant, scripts/docs draws all anew.";
  ASSERT_TRUE(std::filesystem::exists(kept)) << both;
  const Pixels now = read_png(drawn);
  const Pixels before = read_png(kept);
  ASSERT_EQ(now.size.width, before.size.width) << both;
  ASSERT_EQ(now.size.height, before.size.height) << both;
  const Likeness found = likeness(now, before);
  EXPECT_TRUE(found.alike()) << drawn.stem().string() << ": " << found << "\n" << both;
  if (found.alike()) std::filesystem::remove(drawn);
}

}  // namespace trust::viz
