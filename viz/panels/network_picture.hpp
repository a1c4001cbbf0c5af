// The network's picture without names and without what the pointer does: discs, ties and bundles as one list of marks.
// It is drawn again only when something in it changed; in all other frames it is copied, or shown as the picture that a
// PictureCache keeps.
#pragma once

#include <imgui.h>

#include <memory>

#include "viz/panels/network_contents.hpp"
#include "viz/panels/picture_cache.hpp"
#include "viz/scene/detail.hpp"

namespace trust::viz {

class NetworkPicture {
 public:
  /// Null: pictures are drawn directly.
  void use(PictureCache* cache) { cache_ = cache; }

  /// Draws what changed. `canvas`: whole pixels.
  void update(const NetworkContents& contents, const View& view, const Box& canvas, const Theme& theme);

  /// Puts the picture into a window.
  void show(ImDrawList* draw);

  Detail detail() const { return detail_; }
  int drawn_anew() const { return drawn_; }  // how often so far

  /// What is said of ties: "159 of 4,210 ties".
  const std::string& ties_text() const { return ties_text_; }

  /// Who is in sight, where people are drawn one by one.
  const std::vector<Seat>& people() const { return people_; }

 private:
  struct Key {
    std::uint64_t edition = 0;
    float pixels = 0;
    Point origin, low, high;
    bool dark = false;
    float scale = 0;
    ImTextureID font = nullptr;
    ImVec2 white;  // where the font's texture is white
    bool same(const Key& other) const;
  };

  void draw_all(const NetworkContents& contents, const View& view, const Theme& theme);
  void draw_circles(const NetworkContents& contents, const View& view, const Theme& theme);
  void draw_chart(const NetworkContents& contents, const View& view, const Theme& theme);
  void draw_ties(const NetworkContents& contents, const View& view, const Theme& theme);
  void draw_bundles(const NetworkContents& contents, const View& view, const Theme& theme, bool by_team);
  void draw_person(const NetworkContents& contents, const View& view, const Theme& theme, Seat seat);

  PictureCache* cache_ = nullptr;
  Key key_;
  Box canvas_;
  std::unique_ptr<ImDrawList> marks_;
  ImTextureID kept_ = nullptr;
  Detail detail_ = Detail::people;
  std::vector<Seat> people_;
  std::string ties_text_;
  int drawn_ = 0;
};

}  // namespace trust::viz
