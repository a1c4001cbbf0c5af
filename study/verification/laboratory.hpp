// Where checks run the shipped engine: batches on tiny organisations made in code, with levers set through a plan.
#pragma once

#include <any>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/batch.hpp"
#include "study/run_control.hpp"

namespace trust::verification {

using Levers = std::vector<std::pair<Lever, float>>;

/// `first`, then `more`: where both name a lever, `more` counts.
inline Levers with(Levers first, const Levers& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

struct TrialSetup {
  std::shared_ptr<const World> world;
  Levers levers = {};  // for everyone
  std::uint32_t first_replicate = 0;
  int lanes = 16;
  BatchOptions options = {.seed = 1};
  std::vector<LeverSetting> settings = {};  // for roles, teams or persons
  std::vector<Intervention> interventions = {};
  std::vector<Event> events = {};
};

class Trial;

/// One family's place to work: it stops when asked to, and keeps what several checks look at.
class Laboratory {
 public:
  /// `tampering` is set on top of every plan: a check that notices nothing of it is blind to that lever.
  Laboratory(const RunControl& control, std::vector<LeverSetting> tampering)
      : control_(control), tampering_(std::move(tampering)) {}

  Trial start(const TrialSetup& setup) const;

  /// The result of `make`, made once however many checks ask for `key`.
  template <typename Result>
  const Result& once(const std::string& key, const std::function<Result()>& make) {
    auto found = kept_.find(key);
    if (found == kept_.end()) found = kept_.emplace(key, make()).first;
    return std::any_cast<const Result&>(found->second);
  }

  /// Calls body(index) for 0 .. count - 1 over threads; throws the first failure.
  void for_each(std::size_t count, const std::function<void(std::size_t)>& body) const;

  /// Throws Interrupted where the run is to stop.
  void stop_if_asked() const {
    if (control_.stop) throw Interrupted();
  }

 private:
  const RunControl& control_;
  std::vector<LeverSetting> tampering_;
  std::map<std::string, std::any> kept_;
};

/// A batch with the plan that it runs under.
class Trial {
 public:
  Trial(const Laboratory& laboratory, const TrialSetup& setup, std::unique_ptr<Plan> plan);

  void run(int days);

  Batch& batch() { return batch_; }
  const Batch& batch() const { return batch_; }
  const Plan& plan() const { return *plan_; }
  double figure(Measure measure, int lane) const { return batch_.figures(lane)[static_cast<std::size_t>(measure)]; }
  /// The trust of `source` in `target`.
  double trust(Seat source, Seat target, int lane = 0) const;
  /// The value of a person's column.
  double of_person(Column column, Seat seat, int lane = 0) const { return batch_.state()[column].at(seat, lane); }

 private:
  const Laboratory* laboratory_;
  std::unique_ptr<Plan> plan_;
  Batch batch_;
};

}  // namespace trust::verification
