#include "viz/panels/bar_items.hpp"

namespace trust::viz {
namespace {

float needed(const std::vector<BarItem>& items) {
  float width = 0;
  for (const BarItem& item : items) width += item.kept ? item.width + item.gap : 0;
  return width;
}

BarItem* least_important(std::vector<BarItem>& items) {
  BarItem* found = nullptr;
  for (BarItem& item : items) {
    if (item.kept && item.rank > 0 && (!found || item.rank > found->rank)) found = &item;
  }
  return found;
}

}  // namespace

void keep_what_fits(std::vector<BarItem>& items, float room) {
  while (needed(items) > room) {
    BarItem* last = least_important(items);
    if (!last) return;
    last->kept = false;
  }
}

}  // namespace trust::viz
