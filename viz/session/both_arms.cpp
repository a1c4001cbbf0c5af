#include "viz/session/both_arms.hpp"

#include <algorithm>
#include <utility>

namespace trust::viz {

BothArms::BothArms(const std::shared_ptr<const Scenario>& baseline, const std::shared_ptr<const Scenario>& what_if,
                   const std::shared_ptr<const World>& world, std::size_t budget_bytes)
    : baseline_(std::make_shared<Timeline>(baseline, world, budget_bytes / arm_count)), what_if_(baseline_) {
  set_what_if(what_if);
}

void BothArms::set_what_if(const std::shared_ptr<const Scenario>& what_if) {
  if (what_if == baseline_->scenario()) {
    what_if_ = baseline_;
    return;
  }
  const int by_baseline = baseline_->days_in_common(*what_if);
  if (are_one() || by_baseline > what_if_->days_in_common(*what_if)) {
    what_if_ = std::make_shared<Timeline>(baseline_->branch(what_if));
  } else {
    what_if_->replace_plan(what_if);
  }
}

int BothArms::computed() const { return std::min(baseline_->computed(), what_if_->computed()); }

int BothArms::farthest() const { return std::max(baseline_->computed(), what_if_->computed()); }

bool BothArms::work_towards(int day) {
  Timeline& behind = what_if_->computed() <= baseline_->computed() ? *what_if_ : *baseline_;
  behind.work_towards(day);
  return computed() >= std::min(day, baseline_->days());
}

bool BothArms::work_towards_looks(int day) {
  if (!baseline_->kept(day)) {
    baseline_->work_towards_look(day);
  } else if (!what_if_->kept(day)) {
    what_if_->work_towards_look(day);
  }
  return baseline_->kept(day) && what_if_->kept(day);
}

}  // namespace trust::viz
