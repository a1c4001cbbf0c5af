// How every lever stands on a day, for the panel of levers: from the plans alone, whatever day was run.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "models/lever_table.hpp"
#include "scenarios/scenario.hpp"
#include "viz/session/snapshot.hpp"

namespace trust::viz {

class LeverBoard {
 public:
  using States = std::array<LeverState, lever_count>;
  /// Whether the hand holds a lever on a day.
  using Holds = std::function<bool(Lever lever, int day)>;

  /// What every lever of the baseline is compared with: its means on day 0.
  void set_baseline(const std::shared_ptr<const Scenario>& baseline, std::shared_ptr<const Organisation> on_day_0);

  /// The what-if's levers on `day` among the people of `organisation`, as that day left it. A lever that the hand holds
  /// is shown as it will be tomorrow: the hand acts from then on.
  States on(int day, const std::shared_ptr<const Scenario>& what_if,
            const std::shared_ptr<const Organisation>& organisation, const Holds& holds);

 private:
  // A plan's levers for everybody of an organisation. All lanes of the table have the one plan.
  class Board {
   public:
    Board(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const Organisation> organisation);
    bool is_of(const Scenario* scenario, const Organisation* organisation) const;
    LeverState state(Lever lever, int day);

   private:
    std::shared_ptr<const Scenario> scenario_;
    std::shared_ptr<const Organisation> organisation_;
    LeverTable table_;
    std::vector<std::size_t> people_;  // [group]
  };

  std::optional<Board> what_if_;
  std::array<float, lever_count> baseline_{};
};

}  // namespace trust::viz
