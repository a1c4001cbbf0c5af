// Keeps a picture in a texture of the graphics card, or of the memory that plays one.
#pragma once

#include "viz/panels/picture_cache.hpp"

namespace trust::viz {

/// Works while the OpenGL context lives that is current when it is first used. Not to be copied.
class TextureCache final : public PictureCache {
 public:
  TextureCache() = default;
  ~TextureCache() override;
  TextureCache(const TextureCache&) = delete;
  TextureCache& operator=(const TextureCache&) = delete;

  ImTextureID keep(ImDrawList& marks, ImVec2 low, ImVec2 high) override;

 private:
  bool make(int width, int height);
  void drop();

  unsigned int texture_ = 0;
  unsigned int target_ = 0;
  int width_ = 0;
  int height_ = 0;
};

}  // namespace trust::viz
