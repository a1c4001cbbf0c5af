// The window looks the same with pictures kept in textures as without.
#include "viz/platform/texture_cache.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/viz/example.hpp"
#include "viz/panels/viewer_window.hpp"
#include "viz/platform/picture_frame.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

std::string why_no_pictures() {
  try {
    PictureFrame frame({64, 64}, 1);
    return "";
  } catch (const PlatformError& error) {
    return error.what();
  }
}

#define NEEDS_PICTURES() \
  if (const std::string why = why_no_pictures(); !why.empty()) GTEST_SKIP() << "no pictures here: " << why

struct Shot {
  std::vector<std::uint8_t> pixels;
  int drawn = 0;
};

template <typename Prepare>
Shot shot(bool cached, const Prepare& prepare) {
  PictureFrame frame({1200, 800}, 1);
  DirectSession engine;
  engine.engine().load(example_scenario(20, 2));
  engine.send(Step{5});
  RecordingSession session;  // stands still
  session.snapshot = engine.latest();
  TextureCache cache;
  ViewerWindow window(session, 1);
  if (cached) window.use(&cache);
  prepare(window.view());
  for (int i = 0; i < 4; ++i) {
    frame.begin();
    window.draw();
    frame.end();
  }
  return {frame.pixels().bytes, window.network().picture().drawn_anew()};
}

template <typename Prepare>
void expect_same(const Prepare& prepare) {
  const Shot direct = shot(false, prepare);
  const Shot cached = shot(true, prepare);
  ASSERT_EQ(direct.pixels.size(), cached.pixels.size());
  std::size_t far = 0;
  for (std::size_t i = 0; i < direct.pixels.size(); i += 4) {
    bool differs = false;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      differs |= std::abs(direct.pixels[i + channel] - cached.pixels[i + channel]) > 8;
    }
    far += differs;
  }
  EXPECT_LT(far, direct.pixels.size() / 4 / 100) << "more than 1 % of the pixels differ by more than 8 of 255";
}

TEST(TextureCacheTest, CirclesLookTheSame) {
  NEEDS_PICTURES();
  expect_same([](ViewState&) {});
}

TEST(TextureCacheTest, AChartInTheDarkLooksTheSame) {
  NEEDS_PICTURES();
  expect_same([](ViewState& view) {
    view.dark = true;
    view.shape = NetworkShape::org_chart;
  });
}

TEST(TextureCacheTest, ZoomedAndFilteredLooksTheSame) {
  NEEDS_PICTURES();
  expect_same([](ViewState& view) {
    view.zoom = {3, {40, -25}};
    view.colouring = Colouring::stress;
  });
}

TEST(TextureCacheTest, IsNotDrawnAgainWhileNothingChanges) {
  NEEDS_PICTURES();
  EXPECT_LE(shot(true, [](ViewState&) {}).drawn, 2);
}

}  // namespace
}  // namespace trust::viz
