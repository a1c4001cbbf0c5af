// What a session shows of itself.
#include <fmt/format.h>

#include <algorithm>

#include "viz/session/engine.hpp"

namespace trust::viz {
namespace {

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

// Leaders whom the generator adds are not counted.
std::string people_of(const Scenario& scenario) {
  if (scenario.imported) return with_commas(scenario.imported->people.size()) + " people";
  std::uint64_t people = 0;
  if (scenario.generator) {
    for (const auto& [role, count] : scenario.generator->roles) people += count;
  }
  return with_commas(people) + " people";
}

// Here rather than where it is drawn: with a hundred thousand people the sums take longer than a frame may.
std::shared_ptr<const Look> picture_of(const StoredLook& stored, GroupTrustSummer& summer) {
  const auto look = stored.whole();
  look->between_functions = summer.of(*look, look->organisation, false);
  look->between_teams = summer.of(*look, look->organisation, true);
  return look;
}

}  // namespace

std::optional<RefineJob> Engine::refine_job() const {
  if (!refine_ || !arms_ || opening_) return std::nullopt;
  RefineJob job;
  job.edition = edition_;
  job.baseline = arms_->of(Arm::baseline).scenario();
  job.what_if = arms_->of(Arm::what_if).scenario();
  job.uncertain = uncertain_;
  job.watched = watched_;
  return job;
}

void Engine::fill(Snapshot& snapshot) {
  snapshot.phase = arms_                          ? Snapshot::Phase::ready
                   : opening_ || message_.empty() ? Snapshot::Phase::loading
                                                  : Snapshot::Phase::failed;
  snapshot.message = message_;
  snapshot.news = news_;
  snapshot.running = running_;
  snapshot.speed = speed_;
  snapshot.run = runs_;
  snapshot.edition = edition_;
  snapshot.refinement = refinement_;
  fill_progress(snapshot);
  if (arms_) fill_arms(snapshot);
}

void Engine::fill_progress(Snapshot& snapshot) const {
  snapshot.busy.clear();
  snapshot.progress = 0;
  if (opening_) {
    const Sitting* sitting = opening_->sitting ? &*opening_->sitting : sitting_ ? &*sitting_ : nullptr;
    const Scenario* scenario = opening_->scenario ? &*opening_->scenario
                               : sitting          ? sitting->baseline().get()
                                                  : nullptr;
    const bool reads = !opening_->file.empty() || !scenario;
    snapshot.busy =
        reads ? "Reading " + opening_->file.filename().string() : "Making the organisation: " + people_of(*scenario);
    snapshot.progress = -1;
    return;
  }
  if (!arms_) return;
  const int computed = arms_->computed();
  int goal = goal_;
  if (seeking_ && computed < goal_) {
    snapshot.busy = fmt::format("Running to day {}", goal_);
  } else if (!there() && stale_) {
    snapshot.busy = fmt::format("Running the what-if again to day {}", goal_);
  } else if (!there() && seeking_) {
    snapshot.busy = fmt::format("Going back to day {}", goal_);
    snapshot.progress = -1;
    return;
  } else if (!stories_.answered()) {
    snapshot.busy = stories_.busy();
    snapshot.progress = -1;
    return;
  } else if (!all_run()) {
    goal = arms_->farthest();
    snapshot.busy = fmt::format("Running the what-if again to day {}", goal);
  } else {
    return;
  }
  const int whole = std::max(goal - seek_from_, 1);
  snapshot.progress = std::clamp(static_cast<float>(computed - seek_from_) / static_cast<float>(whole), 0.0F, 1.0F);
}

void Engine::fill_arms(Snapshot& snapshot) {
  const Timeline& baseline = arms_->of(Arm::baseline);
  const Timeline& what_if = arms_->of(Arm::what_if);
  const Scenario& scenario = *baseline.scenario();
  snapshot.scenario = scenario.name;
  snapshot.story = scenario.story;
  snapshot.seed = scenario.seed;
  snapshot.days = scenario.days;
  snapshot.replicates = baseline.lanes();
  snapshot.day = day_;
  snapshot.sitting = sitting_state_;
  snapshot.history = stories_.history();
  snapshot.explanation = stories_.explanation();
  snapshot.refining = refine_;
  snapshot.refining_uncertain = uncertain_;
  for (std::size_t arm = 0; arm < arm_count; ++arm) {
    if (pictures_[arm].first == shown_[arm]) continue;
    const bool shared = arm > 0 && pictures_[0].first == shown_[arm];
    pictures_[arm] = {shown_[arm], shared ? pictures_[0].second : picture_of(*shown_[arm], summers_[arm])};
  }
  snapshot.looks = {pictures_[0].second, pictures_[1].second};
  snapshot.curves = {baseline.curves(), stale_curves_ ? stale_curves_ : what_if.curves()};
  const auto last = [](const Curves& curves) { return static_cast<int>(curves.series[0].value.size()) - 1; };
  snapshot.computed = std::min(last(*snapshot.curves[0]), last(*snapshot.curves[1]));
  snapshot.levers = board_.on(day_, what_if.scenario(), shown_[1]->organisation(),
                              [this](Lever lever, int day) { return sitting_->holds(lever, day); });
}

}  // namespace trust::viz
