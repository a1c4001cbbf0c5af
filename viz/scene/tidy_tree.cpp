#include "viz/scene/tidy_tree.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "viz/scene/outline.hpp"

namespace trust::viz {
namespace {

// Layout units.
constexpr float row_height = 3.4F;
constexpr float half_leader = 2.0F;  // half the width that one who leads others takes up
constexpr float half_person = 1.35F;
constexpr float branch_gap = 0.8F;
constexpr float trunk_room = 1.2F;  // left of rows that do not lie directly below their manager

// What stands side by side below a manager: a branch, or the block of those who lead nobody.
struct Item {
  Outline outline;
  std::uint32_t branch = no_place;
  float x = 0;
};

struct Row {
  Outline outline;
  std::size_t begin = 0, end = 0;  // items
  std::size_t depth = 1;           // below the manager
};

class Placer {
 public:
  Placer(const ReportingTree& tree, float wrapping)
      : tree_(tree),
        wrapping_(wrapping),
        size_(static_cast<std::uint32_t>(tree.order.size())),
        offsets_(size_),
        outlines_(size_) {
    result_.branches.resize(size_);
    result_.centres.resize(size_);
  }

  TidyTree place() {
    for (std::uint32_t place = size_; place-- > 0;) {
      result_.branches[place].end = tree_.end[place];
      if (tree_.leads(place)) place_below(place);
    }
    arrange(0, size_, false);
    for (std::uint32_t place = 0; place < size_; ++place) settle(place);
    measure_bounds();
    return std::move(result_);
  }

 private:
  void place_below(std::uint32_t place) {
    SeatRange& lines = result_.branches[place].lines;
    lines.begin = static_cast<std::uint32_t>(result_.lines.size());
    Outline outline = arrange(place + 1, tree_.end[place], true);
    lines.end = static_cast<std::uint32_t>(result_.lines.size());
    outline.cover(-half_leader, half_leader);
    // As seen from this person; settle() moves it to its place.
    result_.branches[place].box = {{outline.left(), -row_height / 2},
                                   {outline.right(), (static_cast<float>(outline.rows()) - 0.5F) * row_height}};
    outlines_[place] = std::move(outline);
  }

  // Gives those in [begin, end) who report to nobody else there their offsets from their manager, and says how wide
  // all of it is.
  Outline arrange(std::uint32_t begin, std::uint32_t end, bool with_lines) {
    gather(begin, end);
    wrap();
    const float middle = rows_.empty() ? 0 : (items_[0].x + items_[rows_[0].end - 1].x) / 2;
    const bool trunk = rows_.size() > 1;
    float left = 0;
    for (const Row& row : rows_) left = std::min(left, row.outline.left());
    const float trunk_x = left - middle - trunk_room;
    std::size_t depth = 1;
    for (Row& row : rows_) {
      row.outline.move(-middle);
      row.depth = depth;
      depth += row.outline.rows() + 1;
      for (std::size_t i = row.begin; i < row.end; ++i) put(items_[i], items_[i].x - middle, row.depth);
    }
    if (with_lines) draw_lines(trunk, trunk_x);
    return stack(trunk, trunk_x);
  }

  void gather(std::uint32_t begin, std::uint32_t end) {
    items_.clear();
    leaves_.clear();
    for (std::uint32_t child = begin; child < end; child = tree_.end[child]) {
      if (!tree_.leads(child)) leaves_.push_back(child);
    }
    if (!leaves_.empty()) items_.push_back({block_of_leaves(), no_place, 0});
    for (std::uint32_t child = begin; child < end; child = tree_.end[child]) {
      if (tree_.leads(child)) items_.push_back({std::move(outlines_[child]), child, 0});
    }
  }

  Outline block_of_leaves() {
    const auto count = leaves_.size();
    columns_ = count;
    if (std::isfinite(wrapping_)) {
      const float wide = std::sqrt(static_cast<float>(count) * wrapping_ * row_height / (2 * half_person));
      columns_ = std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(wide)), 1, count);
    }
    const std::size_t rows = (count + columns_ - 1) / columns_;
    columns_ = (count + rows - 1) / rows;
    const float half = half_person * static_cast<float>(columns_);
    return {-half, half, rows};
  }

  // Items into rows, each row as close together as outlines allow.
  void wrap() {
    rows_.clear();
    float area = 0;
    for (const Item& item : items_) {
      area += (item.outline.right() - item.outline.left()) * static_cast<float>(item.outline.rows() + 1) * row_height;
    }
    const float widest = std::isfinite(wrapping_) ? std::sqrt(area * wrapping_) : wrapping_;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      Item& item = items_[i];
      const float width = item.outline.right() - item.outline.left();
      if (rows_.empty() || rows_.back().outline.right() - rows_.back().outline.left() + width > widest) {
        const float left = rows_.empty() ? item.outline.left() : rows_[0].outline.left();
        item.x = left - item.outline.left();
        item.outline.move(item.x);
        rows_.push_back({std::move(item.outline), i, i + 1, 1});
        continue;
      }
      Row& row = rows_.back();
      item.x = row.outline.room_for(item.outline) + branch_gap;
      item.outline.move(item.x);
      row.outline.join(std::move(item.outline));
      row.end = i + 1;
    }
  }

  // Where an item's people stand, seen from their manager: x in layout units, y in rows.
  void put(Item& item, float x, std::size_t depth) {
    item.x = x;
    if (item.branch != no_place) {
      offsets_[item.branch] = {x, static_cast<float>(depth)};
      return;
    }
    const float left = x - half_person * static_cast<float>(columns_ - 1);
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      offsets_[leaves_[i]] = {left + 2 * half_person * static_cast<float>(i % columns_),
                              static_cast<float>(depth + i / columns_)};
    }
  }

  Outline stack(bool trunk, float trunk_x) {
    Outline all;
    if (rows_.empty()) return all;
    all = std::move(rows_.back().outline);
    for (std::size_t i = rows_.size() - 1; i-- > 0;) {
      all.cover(trunk_x, trunk_x);
      all.cover(rows_[i].outline);
    }
    if (trunk) all.reach_left(trunk_x - trunk_room / 2, rows_.back().depth - 1);
    return all;
  }

  void line(Point from, Point to) {
    result_.lines.push_back({{from.x, from.y * row_height}, {to.x, to.y * row_height}});
  }

  // From the manager down, along above each row, and down to everybody in it. Those who stand below one another in a
  // block share a line.
  void draw_lines(bool trunk, float trunk_x) {
    line({0, 0}, {0, 0.5F});
    for (const Row& row : rows_) {
      const float y = static_cast<float>(row.depth) - 0.5F;
      float left = row.depth == 1 ? 0.0F : trunk_x;
      float right = left;
      if (trunk) left = std::min(left, trunk_x);
      const auto drop = [&](Point to) {
        line({to.x, y}, to);
        left = std::min(left, to.x);
        right = std::max(right, to.x);
      };
      for (std::size_t i = row.begin; i < row.end; ++i) {
        if (items_[i].branch != no_place) drop(offsets_[items_[i].branch]);
        const std::size_t below = items_[i].branch == no_place ? std::min(columns_, leaves_.size()) : 0;
        for (std::size_t j = leaves_.size() - below; j < leaves_.size(); ++j) drop(offsets_[leaves_[j]]);
      }
      line({left, y}, {right, y});
    }
    if (trunk) line({trunk_x, 0.5F}, {trunk_x, static_cast<float>(rows_.back().depth) - 0.5F});
  }

  // From offsets to places; a manager comes before everybody below.
  void settle(std::uint32_t place) {
    const Point offset{offsets_[place].x, offsets_[place].y * row_height};
    const std::uint32_t manager = tree_.manager[place];
    const Point here = manager == no_place ? offset : result_.centres[manager] + offset;
    result_.centres[place] = here;
    Branch& branch = result_.branches[place];
    if (!tree_.leads(place)) branch.box = {{-half_person, -row_height / 2}, {half_person, row_height / 2}};
    branch.box = {branch.box.low + here, branch.box.high + here};
    for (std::uint32_t i = branch.lines.begin; i < branch.lines.end; ++i) {
      result_.lines[i] = {result_.lines[i].from + here, result_.lines[i].to + here};
    }
  }

  void measure_bounds() {
    Box& bounds = result_.bounds;
    if (size_ > 0) bounds = result_.branches[0].box;
    for (const Branch& branch : result_.branches) {
      bounds.low = {std::min(bounds.low.x, branch.box.low.x), std::min(bounds.low.y, branch.box.low.y)};
      bounds.high = {std::max(bounds.high.x, branch.box.high.x), std::max(bounds.high.y, branch.box.high.y)};
    }
  }

  const ReportingTree& tree_;
  float wrapping_;
  std::uint32_t size_;
  std::vector<Point> offsets_;     // from the manager: x in layout units, y in rows
  std::vector<Outline> outlines_;  // of branches that nobody took up yet
  TidyTree result_;

  // Of the manager at hand.
  std::vector<Item> items_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> leaves_;
  std::size_t columns_ = 1;
};

}  // namespace

TidyTree place_tree(const ReportingTree& tree, float wrapping) { return Placer(tree, wrapping).place(); }

}  // namespace trust::viz
