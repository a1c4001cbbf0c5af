// The pictures of docs/viewer.md are what its commands draw: each command is run and its picture compared with the one
// that is shown. Another Mesa or FreeType may shade a letter differently, so a picture may differ a little.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "viz/platform/picture_frame.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

const fs::path source{TRUSTSIM_SOURCE_DIR};
const std::string program = "build/release/trustsim-viewer --screenshot ";

struct Documented {
  std::string picture;  // docs/pictures/...
  std::string options;
};

// Every command of the page, its continued lines joined.
std::vector<Documented> documented_pictures() {
  std::vector<Documented> found;
  std::ifstream page(source / "docs/viewer.md");
  for (std::string line; std::getline(page, line);) {
    for (std::string more; line.ends_with('\\') && std::getline(page, more);) {
      line = line.substr(0, line.size() - 1) + more;
    }
    const std::size_t at = line.find(program + "docs/pictures/");
    if (at == std::string::npos) continue;
    const std::string words = line.substr(at + program.size());
    const std::size_t gap = words.find(' ');
    found.push_back({words.substr(0, gap), words.substr(gap)});
  }
  return found;
}

struct Distance {
  double mean = 0;       // of a colour channel, 0 .. 255
  double share_far = 0;  // of pixels with a channel more than `far` away
  static constexpr int far = 48;
};

Distance distance(const Pixels& one, const Pixels& other) {
  Distance result;
  double sum = 0;
  std::size_t pixels_far = 0;
  for (std::size_t pixel = 0; pixel < one.bytes.size(); pixel += 4) {
    int most = 0;
    for (std::size_t channel = pixel; channel < pixel + 3; ++channel) {
      const int apart = std::abs(int{one.bytes[channel]} - int{other.bytes[channel]});
      sum += apart;
      most = std::max(most, apart);
    }
    pixels_far += most > Distance::far ? 1 : 0;
  }
  const auto pixels = static_cast<double>(one.bytes.size()) / 4;
  result.mean = sum / pixels / 3;
  result.share_far = static_cast<double>(pixels_far) / pixels;
  return result;
}

class DocumentedPictures : public testing::TestWithParam<Documented> {};

TEST_P(DocumentedPictures, AreWhatTheirCommandsDraw) {
  try {
    PictureFrame frame({64, 64}, 1);
  } catch (const PlatformError& error) {
    GTEST_SKIP() << "no pictures here: " << error.what();
  }
  const fs::path drawn = fs::path(testing::TempDir()) / fs::path(GetParam().picture).filename();
  const std::string command = "cd '" + source.string() + "' && env -u DISPLAY '" + TRUSTSIM_BINARY_DIR +
                              "/trustsim-viewer' --screenshot '" + drawn.string() + "'" + GetParam().options +
                              " >/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
  const Pixels now = read_png(drawn);
  const Pixels shown = read_png(source / GetParam().picture);
  ASSERT_EQ(now.size.width, shown.size.width);
  ASSERT_EQ(now.size.height, shown.size.height);
  const Distance apart = distance(now, shown);
  EXPECT_LE(apart.mean, 1.0) << "draw it anew with scripts/docs and look at it";
  EXPECT_LE(apart.share_far, 0.01) << "draw it anew with scripts/docs and look at it";
  fs::remove(drawn);
}

INSTANTIATE_TEST_SUITE_P(Viewer, DocumentedPictures, testing::ValuesIn(documented_pictures()),
                         [](const auto& documented) {
                           std::string name;
                           for (const char letter : fs::path(documented.param.picture).stem().string()) {
                             name += std::isalnum(static_cast<unsigned char>(letter)) ? letter : '_';
                           }
                           return name;
                         });

TEST(DocumentedPicturesOfJourneys, AreAllThere) { EXPECT_GE(documented_pictures().size(), 8u); }

}  // namespace
}  // namespace trust::viz
