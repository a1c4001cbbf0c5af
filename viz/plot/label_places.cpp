#include "viz/plot/label_places.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trust::viz {
namespace {

struct Taken {
  float left;
  float right;
  int row;
};

bool is_free(const std::vector<Taken>& taken, float left, float right, int row, float gap) {
  return std::none_of(taken.begin(), taken.end(), [&](const Taken& one) {
    return one.row == row && left < one.right + gap && one.left < right + gap;
  });
}

}  // namespace

std::vector<std::optional<LabelPlace>> place_labels(std::span<const LabelWish> wishes, Range room, float gap,
                                                    int rows) {
  std::vector<std::size_t> order(wishes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return wishes[a].rank < wishes[b].rank || (wishes[a].rank == wishes[b].rank && wishes[a].at < wishes[b].at);
  });
  std::vector<std::optional<LabelPlace>> places(wishes.size());
  std::vector<Taken> taken;
  const auto low = static_cast<float>(room.low);
  const auto high = static_cast<float>(room.high);
  for (const std::size_t i : order) {
    const LabelWish& wish = wishes[i];
    if (!std::isfinite(wish.at) || !(wish.width <= high - low)) continue;
    const float left = std::clamp(wish.at, low, high - wish.width);
    for (int row = 0; row < rows; ++row) {
      if (!is_free(taken, left, left + wish.width, row, gap)) continue;
      taken.push_back({left, left + wish.width, row});
      places[i] = LabelPlace{left, row};
      break;
    }
  }
  return places;
}

}  // namespace trust::viz
