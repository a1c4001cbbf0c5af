// What happened to somebody, day by day; and the box that says why a tie moved on a day.
#pragma once

#include <optional>

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// Why a tie moved: asked of the engine, shown once it answers, walked through the days.
class WhyBox {
 public:
  bool open() const { return asked_.has_value(); }
  void close() { asked_.reset(); }

  /// Asks why `source`'s trust in `target` moved on `day` in the arm that is shown.
  void ask(PanelContext& context, const std::string& source, const std::string& target, int day);

  void draw(PanelContext& context);

 private:
  void send(PanelContext& context);
  void draw_title(PanelContext& context);
  void draw_days(PanelContext& context);
  void draw_answer(PanelContext& context, const TieExplanation& told) const;
  const TieExplanation* answer(const Snapshot& snapshot) const;

  std::optional<Explain> asked_;
  std::uint64_t edition_ = 0;  // that was asked about: another one is asked anew
};

/// "What happened", newest first. Gives the moment that was pressed.
const Moment* draw_moments(PanelContext& context, const PersonHistory& history);

}  // namespace trust::viz
