// How trust, stress and the like are spread over people and ties on the day looked at, the baseline as a ghost behind.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "viz/panels/panel.hpp"
#include "viz/plot/histogram.hpp"

namespace trust::viz {

/// What is counted, from top to bottom.
struct SpreadRow {
  std::string_view name;  // of its control: "spread/<name>"
  std::string_view label;
  std::string_view counted;          // "ties" or "people"
  std::optional<PersonValue> value;  // none: the trust in ties
  std::string_view sentence;
};

inline constexpr std::size_t spread_count = 5;
const std::array<SpreadRow, spread_count>& spread_rows();

using Spread = std::array<Histogram, spread_count>;

/// Everything that is counted on one day, 0 .. 1 in twenty classes; people who are there and ties that hold.
Spread spread_of(const Look& look);

class SpreadPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);

  /// How often it has counted: once for every picture that it was given.
  int counted() const { return counted_; }

 private:
  struct Known {
    std::shared_ptr<const Look> look;
    Spread spread;
  };

  const Spread& of(const PanelContext& context, Arm arm);
  void draw_row(PanelContext& context, std::size_t row, const Spread& shown, const Spread* ghost, float height);

  std::array<Known, arm_count> known_;
  int chosen_ = 0;  // where there is room for one
  int counted_ = 0;
};

}  // namespace trust::viz
