#include "viz/platform/ui_context.hpp"

#include <imgui.h>
#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace trust::viz {
namespace {

constexpr float font_pixels = 15;
constexpr std::array font_files = {
    FontFile{"/usr/share/fonts/opentype/inter/Inter-Regular.otf", "Inter", "fonts-inter"},
    FontFile{"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "DejaVu Sans", "fonts-dejavu-core"}};

// Latin with all its accents, Greek, Cyrillic and punctuation: what names of people are written with.
constexpr std::array<ImWchar, 9> letters = {0x20, 0x24F, 0x370, 0x3FF, 0x400, 0x4FF, 0x2010, 0x2044, 0};

std::string bytes_of(const char* path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The file is read here: ImGui ends the program over one that it cannot read.
bool add_font(const FontFile& font, float pixels) {
  const std::string bytes = bytes_of(font.path);
  if (bytes.empty()) return false;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.GlyphRanges = letters.data();
  void* owned_by_atlas = ImGui::MemAlloc(bytes.size());
  std::memcpy(owned_by_atlas, bytes.data(), bytes.size());
  if (atlas.AddFontFromMemoryTTF(owned_by_atlas, static_cast<int>(bytes.size()), pixels, &config) && atlas.Build()) {
    return true;
  }
  atlas.Clear();  // the file is no font
  return false;
}

void add_own_font(float pixels) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.SizePixels = std::floor(pixels * 13 / 15);
  atlas.AddFontDefault(&config);
  atlas.Build();
}

std::string load_font(std::span<const FontFile> fonts, float pixels) {
  ImGui::GetIO().Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  std::string missing;
  for (const FontFile& font : fonts) {
    if (add_font(font, pixels)) return missing.empty() ? "" : missing + "using " + font.path;
    missing +=
        std::string("the font ") + font.name + " cannot be read (" + font.path + ", package " + font.package + "); ";
  }
  add_own_font(pixels);
  return missing + "using a plain built-in font";
}

}  // namespace

std::span<const FontFile> usual_fonts() { return font_files; }

UiContext::UiContext(float scale, std::span<const FontFile> fonts) : fonts_(fonts), context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  set_scale(scale);
}

void UiContext::set_scale(float scale) {
  ImGui::GetIO().Fonts->Clear();
  font_note_ = load_font(fonts_, std::round(font_pixels * scale));
}

UiContext::~UiContext() { ImGui::DestroyContext(context_); }

}  // namespace trust::viz
