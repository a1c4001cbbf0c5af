#include "viz/panels/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace trust::viz {
namespace {

constexpr float pi = 3.14159265F;

// Draws in units of the icon's radius: -1 .. 1 to the right and down.
class Pencil {
 public:
  Pencil(ImDrawList* draw, ImVec2 middle, float radius, ImU32 colour)
      : draw_(draw), middle_(middle), radius_(radius), colour_(colour) {}

  void line(std::initializer_list<ImVec2> points, bool closed = false) const {
    for (const ImVec2& point : points) draw_->PathLineTo(at(point));
    draw_->PathStroke(colour_, closed ? ImDrawFlags_Closed : 0, width());
  }
  void filled(std::initializer_list<ImVec2> points) const {
    for (const ImVec2& point : points) draw_->PathLineTo(at(point));
    draw_->PathFillConvex(colour_);
  }
  void block(float left, float top, float right, float bottom) const {
    draw_->AddRectFilled(at({left, top}), at({right, bottom}), colour_);
  }
  void frame(float left, float top, float right, float bottom, float rounding = 0.15F) const {
    draw_->AddRect(at({left, top}), at({right, bottom}), colour_, rounding * radius_, 0, width());
  }
  void dot(float x, float y, float r) const { draw_->AddCircleFilled(at({x, y}), r * radius_, colour_); }
  void ring(float x, float y, float r) const { draw_->AddCircle(at({x, y}), r * radius_, colour_, 0, width()); }
  void arc(float r, float from, float to) const {
    draw_->PathArcTo(middle_, r * radius_, from, to);
    draw_->PathStroke(colour_, 0, width());
  }

 private:
  ImVec2 at(ImVec2 p) const { return {middle_.x + p.x * radius_, middle_.y + p.y * radius_}; }
  float width() const { return std::max(1.2F, radius_ * 0.24F); }

  ImDrawList* draw_;
  ImVec2 middle_;
  float radius_;
  ImU32 colour_;
};

using Drawing = void (*)(const Pencil&);

void nothing(const Pencil&) {}
void run(const Pencil& p) { p.filled({{-0.7F, -1}, {1, 0}, {-0.7F, 1}}); }
void pause(const Pencil& p) {
  p.block(-0.8F, -0.95F, -0.22F, 0.95F);
  p.block(0.22F, -0.95F, 0.8F, 0.95F);
}
void step(const Pencil& p) {
  p.filled({{-0.9F, -0.9F}, {0.45F, 0}, {-0.9F, 0.9F}});
  p.block(0.5F, -0.9F, 0.9F, 0.9F);
}
void step_back(const Pencil& p) {
  p.filled({{0.9F, 0.9F}, {-0.45F, 0}, {0.9F, -0.9F}});
  p.block(-0.9F, -0.9F, -0.5F, 0.9F);
}
void reset(const Pencil& p) {
  p.filled({{0.1F, 0.85F}, {-0.7F, 0}, {0.1F, -0.85F}});
  p.filled({{1, 0.85F}, {0.2F, 0}, {1, -0.85F}});
  p.block(-1, -0.85F, -0.7F, 0.85F);
}
void end(const Pencil& p) {
  p.filled({{-0.1F, -0.85F}, {0.7F, 0}, {-0.1F, 0.85F}});
  p.filled({{-1, -0.85F}, {-0.2F, 0}, {-1, 0.85F}});
  p.block(0.7F, -0.85F, 1, 0.85F);
}
void undo(const Pencil& p) {
  p.arc(0.75F, -0.75F * pi, 0.6F * pi);
  p.filled({{-0.25F, -1.15F}, {-0.35F, 0}, {-1.05F, -0.6F}});
}
void redo(const Pencil& p) {
  p.arc(0.75F, 0.4F * pi, 1.75F * pi);
  p.filled({{0.25F, -1.15F}, {1.05F, -0.6F}, {0.35F, 0}});
}
void save(const Pencil& p) {
  p.line({{-0.9F, -0.9F}, {0.5F, -0.9F}, {0.9F, -0.5F}, {0.9F, 0.9F}, {-0.9F, 0.9F}}, true);
  p.block(-0.5F, -0.9F, 0.25F, -0.35F);
  p.frame(-0.5F, 0.15F, 0.5F, 0.9F, 0);
}
void open(const Pencil& p) {
  p.line({{-0.95F, 0.8F}, {-0.95F, -0.8F}, {-0.3F, -0.8F}, {0, -0.45F}, {0.85F, -0.45F}, {0.85F, -0.1F}});
  p.line({{-0.95F, 0.8F}, {-0.55F, -0.1F}, {1.1F, -0.1F}, {0.75F, 0.8F}}, true);
}
void camera(const Pencil& p) {
  p.frame(-1, -0.55F, 1, 0.8F);
  p.ring(0, 0.12F, 0.38F);
  p.block(-0.4F, -0.85F, 0.4F, -0.5F);
}
void sun(const Pencil& p) {
  p.dot(0, 0, 0.45F);
  for (int i = 0; i < 8; ++i) {
    const float angle = static_cast<float>(i) * pi / 4;
    p.line({{0.7F * std::cos(angle), 0.7F * std::sin(angle)}, {1.05F * std::cos(angle), 1.05F * std::sin(angle)}});
  }
}
// A crescent, in slices between the rim and the shadow's edge, from one horn to the other.
void moon(const Pencil& p) {
  constexpr int slices = 14;
  const auto on_circle = [](float x, float y, float r, float angle) {
    return ImVec2{x + r * std::cos(angle), y + r * std::sin(angle)};
  };
  const auto part = [](int i) { return static_cast<float>(i) / slices; };
  const auto rim = [&](int i) { return on_circle(0, 0, 0.95F, pi * (0.066F + 1.368F * part(i))); };
  const auto shadow = [&](int i) { return on_circle(0.42F, -0.42F, 0.8F, pi * (0.281F + 0.938F * part(i))); };
  for (int i = 0; i < slices; ++i) p.filled({rim(i), rim(i + 1), shadow(i + 1), shadow(i)});
}
void help(const Pencil& p) {
  p.line({{-0.5F, -0.5F},
          {-0.35F, -0.85F},
          {0, -1},
          {0.38F, -0.85F},
          {0.52F, -0.5F},
          {0.35F, -0.15F},
          {0, 0.1F},
          {0, 0.4F}});
  p.dot(0, 0.9F, 0.2F);
}
void tour(const Pencil& p) {  // a flag on the way
  p.line({{-0.6F, -1}, {-0.6F, 1}});
  p.filled({{-0.6F, -1}, {0.9F, -0.5F}, {-0.6F, 0}});
}
void dice(const Pencil& p) {
  p.frame(-0.9F, -0.9F, 0.9F, 0.9F, 0.35F);
  for (const auto& [x, y] : std::array<std::array<float, 2>, 5>{
           {{0, 0}, {-0.45F, -0.45F}, {0.45F, 0.45F}, {0.45F, -0.45F}, {-0.45F, 0.45F}}}) {
    p.dot(x, y, 0.17F);
  }
}
void more(const Pencil& p) {
  for (const float y : {-0.65F, 0.0F, 0.65F}) p.block(-0.9F, y - 0.12F, 0.9F, y + 0.12F);
}
void close(const Pencil& p) {
  p.line({{-0.7F, -0.7F}, {0.7F, 0.7F}});
  p.line({{-0.7F, 0.7F}, {0.7F, -0.7F}});
}
void maximise(const Pencil& p) {
  p.line({{0.15F, -0.85F}, {0.85F, -0.85F}, {0.85F, -0.15F}});
  p.line({{-0.15F, 0.85F}, {-0.85F, 0.85F}, {-0.85F, 0.15F}});
  p.line({{0.85F, -0.85F}, {0.2F, -0.2F}});
  p.line({{-0.85F, 0.85F}, {-0.2F, 0.2F}});
}
void restore(const Pencil& p) {
  p.line({{0.2F, -0.9F}, {0.2F, -0.2F}, {0.9F, -0.2F}});
  p.line({{-0.2F, 0.9F}, {-0.2F, 0.2F}, {-0.9F, 0.2F}});
  p.line({{0.2F, -0.2F}, {0.9F, -0.9F}});
  p.line({{-0.2F, 0.2F}, {-0.9F, 0.9F}});
}
void copy(const Pencil& p) {
  p.frame(-0.4F, -0.4F, 0.9F, 0.9F);
  p.line({{-0.5F, 0.35F}, {-0.9F, 0.35F}, {-0.9F, -0.9F}, {0.35F, -0.9F}, {0.35F, -0.5F}});
}
void search(const Pencil& p) {
  p.ring(-0.2F, -0.2F, 0.6F);
  p.line({{0.25F, 0.25F}, {0.9F, 0.9F}});
}
void check(const Pencil& p) { p.line({{-0.8F, 0}, {-0.25F, 0.6F}, {0.85F, -0.65F}}); }
void plus(const Pencil& p) {
  p.line({{-0.8F, 0}, {0.8F, 0}});
  p.line({{0, -0.8F}, {0, 0.8F}});
}
void bin(const Pencil& p) {
  p.line({{-0.7F, -0.5F}, {-0.55F, 0.95F}, {0.55F, 0.95F}, {0.7F, -0.5F}});
  p.line({{-0.95F, -0.5F}, {0.95F, -0.5F}});
  p.line({{-0.3F, -0.5F}, {-0.3F, -0.9F}, {0.3F, -0.9F}, {0.3F, -0.5F}});
}
void left(const Pencil& p) { p.line({{0.35F, -0.8F}, {-0.4F, 0}, {0.35F, 0.8F}}); }
void right(const Pencil& p) { p.line({{-0.35F, -0.8F}, {0.4F, 0}, {-0.35F, 0.8F}}); }
void up(const Pencil& p) { p.line({{-0.8F, 0.35F}, {0, -0.4F}, {0.8F, 0.35F}}); }
void down(const Pencil& p) { p.line({{-0.8F, -0.35F}, {0, 0.4F}, {0.8F, -0.35F}}); }

// In the order of Icon.
constexpr std::array<Drawing, static_cast<std::size_t>(Icon::count)> drawings{
    nothing, run,  pause, step,  step_back, reset,   end,  undo,   redo,  save, open, camera, sun,   moon, help,
    tour,    dice, more,  close, maximise,  restore, copy, search, check, plus, bin,  left,   right, up,   down};

}  // namespace

void draw_icon(ImDrawList* draw, Icon icon, ImVec2 middle, float radius, ImU32 colour) {
  drawings[static_cast<std::size_t>(icon)](Pencil(draw, middle, radius, colour));
}

}  // namespace trust::viz
