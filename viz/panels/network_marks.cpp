#include "viz/panels/network_marks.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "viz/scene/colouring.hpp"

namespace trust::viz {
namespace {

constexpr float least_round_radius = 1.5F;     // in pixels: a smaller disc is a dot
constexpr float least_outlined_radius = 3.5F;  // an outline on a smaller disc would swallow its colour

}  // namespace

bool in_sight(const Circle& circle, const Box& canvas) {
  const float r = circle.radius;
  return circle.centre.x + r >= canvas.low.x && circle.centre.x - r <= canvas.high.x &&
         circle.centre.y + r >= canvas.low.y && circle.centre.y - r <= canvas.high.y;
}

bool in_sight(const Box& box, const Box& canvas) {
  return box.high.x >= canvas.low.x && box.low.x <= canvas.high.x && box.high.y >= canvas.low.y &&
         box.low.y <= canvas.high.y;
}

ImU32 with_opacity(ImU32 colour, float opacity) {
  const auto alpha = static_cast<ImU32>(std::lround(opacity * 255));
  return (colour & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
}

void draw_disc(const Circle& circle, ImU32 colour, ImU32 edge, float line, ImDrawList* draw) {
  if (circle.radius < least_round_radius) {
    const float half = std::max(0.6F, circle.radius * 0.9F);
    draw->AddRectFilled({circle.centre.x - half, circle.centre.y - half},
                        {circle.centre.x + half, circle.centre.y + half}, colour);
    return;
  }
  draw->AddCircleFilled(im(circle.centre), circle.radius, colour);
  if (circle.radius >= least_outlined_radius && edge != 0)
    draw->AddCircle(im(circle.centre), circle.radius, edge, 0, line);
}

void draw_empty_seat(const Circle& circle, const Theme& theme, float opacity, ImDrawList* draw) {
  if (circle.radius < least_round_radius) return;
  draw->AddCircleFilled(im(circle.centre), circle.radius, with_opacity(theme.canvas, opacity));
  const float radius = std::max(1.0F, circle.radius - theme.px(0.5F));
  const ImU32 colour = with_opacity(theme.faint_text, 0.9F * opacity);
  if (circle.radius < least_outlined_radius) return draw->AddCircle(im(circle.centre), radius, colour);
  constexpr int dashes = 7;
  constexpr float whole = 6.2831853F / dashes;
  for (int i = 0; i < dashes; ++i) {  // dashed: a pale disc with an edge is somebody
    draw->PathArcTo(im(circle.centre), radius, whole * static_cast<float>(i), whole * (static_cast<float>(i) + 0.6F));
    draw->PathStroke(colour, 0, theme.px(1.2F));
  }
}

void draw_tie(Point from, Point to, float trust, float opacity, float width, ImDrawList* draw) {
  draw->AddLine(im(from), im(to), to_imgui(colour_of(Colouring::trusted, trust), opacity), width);
}

Segment beside(Point from, Point to, float aside) {
  const Point along = to - from;
  const float far = length(along);
  if (!(far > 0)) return {from, to};
  const Point right{-along.y / far * aside, along.x / far * aside};
  return {from + right, to + right};
}

float distance(const Segment& segment, Point point) {
  const Point along = segment.to - segment.from;
  const float square = along.x * along.x + along.y * along.y;
  const Point to_point = point - segment.from;
  const float share = square > 0 ? (along.x * to_point.x + along.y * to_point.y) / square : 0;
  return length(to_point - along * std::clamp(share, 0.0F, 1.0F));
}

void append(const ImDrawList& marks, ImDrawList* draw) {
  for (int i = 0; i < marks.CmdBuffer.Size; ++i) {
    const ImDrawCmd& command = marks.CmdBuffer[i];
    if (command.ElemCount == 0) continue;
    unsigned int end = static_cast<unsigned int>(marks.VtxBuffer.Size);
    for (int j = i + 1; j < marks.CmdBuffer.Size && end > command.VtxOffset; ++j) {
      if (marks.CmdBuffer[j].VtxOffset <= command.VtxOffset) continue;
      end = marks.CmdBuffer[j].VtxOffset;
      break;
    }
    const unsigned int vertices = end - command.VtxOffset;
    draw->PrimReserve(static_cast<int>(command.ElemCount), static_cast<int>(vertices));
    std::memcpy(draw->_VtxWritePtr, marks.VtxBuffer.Data + command.VtxOffset, vertices * sizeof(ImDrawVert));
    const auto first = draw->_VtxCurrentIdx;
    const ImDrawIdx* index = marks.IdxBuffer.Data + command.IdxOffset;
    for (unsigned int k = 0; k < command.ElemCount; ++k)
      draw->_IdxWritePtr[k] = static_cast<ImDrawIdx>(index[k] + first);
    draw->_VtxWritePtr += vertices;
    draw->_IdxWritePtr += command.ElemCount;
    draw->_VtxCurrentIdx += vertices;
  }
}

}  // namespace trust::viz
