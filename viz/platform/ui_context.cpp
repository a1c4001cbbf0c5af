#include "viz/platform/ui_context.hpp"

#include <imgui.h>
#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <filesystem>

namespace trust::viz {
namespace {

constexpr float font_pixels = 15;
constexpr std::array font_files = {"/usr/share/fonts/opentype/inter/Inter-Regular.otf",
                                   "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"};

// Latin with all its accents, Greek, Cyrillic and punctuation: what names of people are written with.
constexpr std::array<ImWchar, 9> letters = {0x20, 0x24F, 0x370, 0x3FF, 0x400, 0x4FF, 0x2010, 0x2044, 0};

bool add_font(const char* file, float pixels) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return false;
  ImFontConfig config;
  config.GlyphRanges = letters.data();
  ImGui::GetIO().Fonts->AddFontFromFileTTF(file, pixels, &config);
  return true;
}

std::string load_font(float pixels) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  for (std::size_t i = 0; i < font_files.size(); ++i) {
    if (!add_font(font_files[i], pixels)) continue;
    if (atlas.Build())
      return i == 0 ? "" : std::string("the font Inter is missing (package fonts-inter): using ") + font_files[i];
    atlas.Clear();
  }
  ImFontConfig config;
  config.SizePixels = std::floor(pixels * 13 / 15);
  atlas.AddFontDefault(&config);
  atlas.Build();
  return "neither Inter nor DejaVu Sans was found (packages fonts-inter, fonts-dejavu-core): using a plain built-in "
         "font";
}

}  // namespace

UiContext::UiContext(float scale) : context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  font_note_ = load_font(std::round(font_pixels * scale));
}

void UiContext::set_scale(float scale) {
  ImGui::GetIO().Fonts->Clear();
  font_note_ = load_font(std::round(font_pixels * scale));
}

UiContext::~UiContext() { ImGui::DestroyContext(context_); }

}  // namespace trust::viz
