#include "study/verification/laboratory.hpp"

#include <exception>
#include <mutex>

namespace trust::verification {
namespace {

Batch batch_of(const TrialSetup& setup, const Plan& plan) {
  std::vector<LanePlan> lanes;
  lanes.reserve(static_cast<std::size_t>(setup.lanes));
  for (int lane = 0; lane < setup.lanes; ++lane) {
    lanes.push_back({setup.first_replicate + static_cast<std::uint32_t>(lane), &plan});
  }
  return {setup.world, lanes, setup.options};
}

}  // namespace

Trial Laboratory::start(const TrialSetup& setup) const {
  stop_if_asked();
  auto plan = std::make_unique<Plan>();
  for (const auto& [lever, value] : setup.levers) plan->settings.push_back({{}, lever, value});
  plan->settings.insert(plan->settings.end(), setup.settings.begin(), setup.settings.end());
  plan->settings.insert(plan->settings.end(), tampering_.begin(), tampering_.end());
  plan->interventions = setup.interventions;
  plan->events = setup.events;
  return {*this, setup, std::move(plan)};
}

// What is thrown in a body is noted and thrown again here: nothing may fly through other people's threads.
void Laboratory::for_each(std::size_t count, const std::function<void(std::size_t)>& body) const {
  std::mutex mutex;
  std::exception_ptr first;
  for_each_index(count, [&](std::size_t index) {
    try {
      body(index);
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!first) first = std::current_exception();
    }
  });
  if (first) std::rethrow_exception(first);
}

Trial::Trial(const Laboratory& laboratory, const TrialSetup& setup, std::unique_ptr<Plan> plan)
    : laboratory_(&laboratory), plan_(std::move(plan)), batch_(batch_of(setup, *plan_)) {}

void Trial::run(int days) {
  for (int day = 0; day < days; ++day) {
    laboratory_->stop_if_asked();
    batch_.step();
  }
}

double Trial::trust(Seat source, Seat target, int lane) const {
  return batch_.state()[Column::trust].at(batch_.world().graph().find(source, target), lane);
}

}  // namespace trust::verification
