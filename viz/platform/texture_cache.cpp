#include "viz/platform/texture_cache.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <epoxy/gl.h>

#include <cmath>
#include <cstdint>

namespace trust::viz {
namespace {

ImDrawData as_draw_data(ImDrawList*& list, ImVec2 low, ImVec2 size) {
  ImDrawData data;
  data.Valid = true;
  data.CmdLists = &list;
  data.CmdListsCount = 1;
  data.TotalVtxCount = list->VtxBuffer.Size;
  data.TotalIdxCount = list->IdxBuffer.Size;
  data.DisplayPos = low;
  data.DisplaySize = size;
  data.FramebufferScale = {1, 1};
  return data;
}

}  // namespace

TextureCache::~TextureCache() { drop(); }

void TextureCache::drop() {
  if (target_ != 0) glDeleteFramebuffers(1, &target_);
  if (texture_ != 0) glDeleteTextures(1, &texture_);
  target_ = texture_ = 0;
}

bool TextureCache::make(int width, int height) {
  drop();
  width_ = width;
  height_ = height;
  GLint bound = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
  glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);  // shown pixel by pixel
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
  glGenFramebuffers(1, &target_);
  glBindFramebuffer(GL_FRAMEBUFFER, target_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

// ImGui's own renderer draws the list: it blends colour and opacity apart (glBlendFuncSeparate), so that what is opaque
// stays so, and leaves OpenGL's state as it was but for the viewport's target, which is put back here.
ImTextureID TextureCache::keep(ImDrawList& marks, ImVec2 low, ImVec2 high) {
  const int width = static_cast<int>(std::lround(high.x - low.x));
  const int height = static_cast<int>(std::lround(high.y - low.y));
  if (width <= 0 || height <= 0) return nullptr;
  GLint before = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &before);
  bool ready = true;
  if (target_ == 0 || width != width_ || height != height_) {
    ready = make(width, height);
  } else {
    glBindFramebuffer(GL_FRAMEBUFFER, target_);
  }
  if (ready) {
    ImDrawList* list = &marks;
    ImDrawData data = as_draw_data(list, low, {high.x - low.x, high.y - low.y});
    ImGui_ImplOpenGL3_RenderDrawData(&data);
  }
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before));
  if (!ready) drop();
  return ready ? reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture_)) : nullptr;
}

}  // namespace trust::viz
