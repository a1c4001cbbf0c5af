// A font that is missing or broken costs its beauty, never the window.
#include <gtest/gtest.h>
#include <imgui.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "viz/platform/ui_context.hpp"

namespace trust::viz {
namespace {

class Fonts : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream(broken) << std::string(4000, 'x');
    std::ofstream(empty).close();
    std::ofstream(cut, std::ios::binary) << beginning_of(usual_fonts()[0].path);
  }
  void TearDown() override {
    for (const std::string& file : {broken, empty, cut}) std::filesystem::remove(file);
  }

  static std::string beginning_of(const char* file) {
    std::string bytes(2000, '\0');
    std::ifstream(file, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
  }

  static void expect_letters(const UiContext&) {
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    ASSERT_TRUE(pixels);
    ASSERT_TRUE(ImGui::GetIO().Fonts->IsBuilt());
    EXPECT_GT(ImGui::GetIO().Fonts->Fonts[0]->GetCharAdvance('m'), 3);
  }

  const std::string broken = testing::TempDir() + "broken.otf";
  const std::string empty = testing::TempDir() + "empty.otf";
  const std::string cut = testing::TempDir() + "cut.otf";
  const std::string missing = testing::TempDir() + "no/such.otf";
};

TEST_F(Fonts, TheUsualOneIsNothingToSpeakOf) {
  const UiContext context(1);
  expect_letters(context);
  EXPECT_EQ(context.font_note(), "");
}

TEST_F(Fonts, OneThatCannotBeReadIsNamedAndTheNextIsTaken) {
  for (const std::string& file : {broken, empty, cut, missing, testing::TempDir()}) {
    const std::array fonts{FontFile{file.c_str(), "Fancy", "fonts-fancy"}, usual_fonts()[1]};
    UiContext context(1, fonts);
    expect_letters(context);
    EXPECT_EQ(context.font_note(),
              "the font Fancy cannot be read (" + file + ", package fonts-fancy); using " + usual_fonts()[1].path);
    context.set_scale(1.5F);
    expect_letters(context);
  }
}

TEST_F(Fonts, OneThatOnlyOthersMayReadIsNoError) {
  std::filesystem::permissions(cut, std::filesystem::perms::none);
  const std::array fonts{FontFile{cut.c_str(), "Fancy", "fonts-fancy"}};
  const UiContext context(1, fonts);
  expect_letters(context);
}

TEST_F(Fonts, WithoutAnyTheBuiltInOneIsTaken) {
  const std::array fonts{FontFile{missing.c_str(), "Fancy", "fonts-fancy"}, FontFile{broken.c_str(), "Plain", "plain"}};
  UiContext context(1, fonts);
  expect_letters(context);
  EXPECT_EQ(context.font_note(), "the font Fancy cannot be read (" + missing +
                                     ", package fonts-fancy); the font Plain " + "cannot be read (" + broken +
                                     ", package plain); using a plain built-in font");
  context.set_scale(2);
  expect_letters(context);
}

}  // namespace
}  // namespace trust::viz
