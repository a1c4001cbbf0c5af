// The pictures of docs/viewer.md are what its commands draw: each command is run and its picture compared with the one
// that is shown.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/viz/likeness.hpp"

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
  expect_alike(drawn, source / GetParam().picture);
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
