// Stands in for sitting.cpp and refiner.cpp until they are there.
#include "viz/session/refiner.hpp"
#include "viz/session/sitting.hpp"
#include "scenarios/added_plan.hpp"

namespace trust::viz {
class Sitting::Parts {
 public:
  std::shared_ptr<const Scenario> baseline, what_if;
  std::vector<std::pair<std::shared_ptr<const Scenario>, std::shared_ptr<const Scenario>>> past, future;
  std::pair<int, Gesture> last{};
  void to(std::shared_ptr<const Scenario> b, std::shared_ptr<const Scenario> w, int kind = 0, Gesture g = 0) {
    if (g == 0 || last != std::pair{kind, g}) past.push_back({baseline, what_if});
    last = {kind, g};
    future.clear();
    baseline = b;
    what_if = w;
  }
};
Sitting::Sitting(const std::filesystem::path& file) : Sitting(load_scenario(file)) {}
Sitting::Sitting(Scenario baseline) : parts_(std::make_unique<Parts>()) {
  parts_->baseline = parts_->what_if = std::make_shared<const Scenario>(std::move(baseline));
}
Sitting::~Sitting() = default;
Sitting::Sitting(Sitting&&) noexcept = default;
Sitting& Sitting::operator=(Sitting&&) noexcept = default;
const std::shared_ptr<const Scenario>& Sitting::baseline() const { return parts_->baseline; }
const std::shared_ptr<const Scenario>& Sitting::what_if() const { return parts_->what_if; }
bool Sitting::edited() const { return parts_->baseline != parts_->what_if; }
bool Sitting::unsaved() const { return edited(); }
void Sitting::add(const std::string& words, int) {
  throw InputError({{"the sitting", 0, words, "cannot be added", "later"}});
}
void Sitting::change(const ChangeLane& change, Gesture gesture) {
  Scenario next = *parts_->what_if;
  if (change.lane >= next.plan.interventions.size()) throw InputError({{"the sitting", 0, "lane", "is not there", ""}});
  Intervention& one = next.plan.interventions[change.lane];
  if (change.first_day) one.first_day = *change.first_day;
  if (change.last_day) one.last_day = *change.last_day;
  if (change.strength) one.strength = *change.strength;
  parts_->to(parts_->baseline, std::make_shared<const Scenario>(next), 2, gesture);
}
void Sitting::set_option(const SetLaneOption&) {}
void Sitting::remove(std::size_t lane) {
  Scenario next = *parts_->what_if;
  if (lane >= next.plan.interventions.size()) throw InputError({{"the sitting", 0, "lane", "is not there", ""}});
  next.plan.interventions.erase(next.plan.interventions.begin() + static_cast<long>(lane));
  parts_->to(parts_->baseline, std::make_shared<const Scenario>(next));
}
static void cut(Scenario& next, Lever lever, int from) {
  std::erase_if(next.plan.interventions, [&](Intervention& one) {
    if (one.name != "By hand: " + std::string(parameter(lever).name)) return false;
    one.last_day = std::min(one.last_day, from - 1);
    return one.last_day < one.first_day;
  });
}
void Sitting::set_lever(Lever lever, float value, int from, Gesture gesture) {
  Scenario next = *parts_->what_if;
  cut(next, lever, from);
  Intervention moved;
  moved.name = "By hand: " + std::string(parameter(lever).name);
  moved.first_day = from;
  moved.last_day = next.days;
  moved.who = {Target{}};
  moved.changes = {{LeverChange::How::set, lever, value}};
  next.plan.interventions.push_back(moved);
  parts_->to(parts_->baseline, std::make_shared<const Scenario>(next), 100 + static_cast<int>(lever), gesture);
}
void Sitting::reset_lever(Lever lever, int from) {
  Scenario next = *parts_->what_if;
  cut(next, lever, from);
  parts_->to(parts_->baseline, std::make_shared<const Scenario>(next));
}
void Sitting::clear() { parts_->to(parts_->baseline, parts_->baseline); }
void Sitting::set_seed(std::uint64_t seed) {
  Scenario one = *parts_->baseline, other = *parts_->what_if;
  one.seed = other.seed = seed;
  auto b = std::make_shared<const Scenario>(one);
  parts_->to(b, edited() ? std::make_shared<const Scenario>(other) : b);
}
void Sitting::set_what_if(const std::string& word) {
  throw InputError({{"the sitting", 0, word, "cannot be read", "later"}});
}
bool Sitting::undo() {
  if (parts_->past.empty()) return false;
  parts_->future.push_back({parts_->baseline, parts_->what_if});
  std::tie(parts_->baseline, parts_->what_if) = parts_->past.back();
  parts_->past.pop_back();
  parts_->last = {};
  return true;
}
bool Sitting::redo() {
  if (parts_->future.empty()) return false;
  parts_->past.push_back({parts_->baseline, parts_->what_if});
  std::tie(parts_->baseline, parts_->what_if) = parts_->future.back();
  parts_->future.pop_back();
  parts_->last = {};
  return true;
}
SittingState Sitting::state() const {
  SittingState state;
  state.edited = edited();
  if (!parts_->past.empty()) state.undo = "something";
  return state;
}
bool Sitting::holds(Lever lever, int day) const {
  for (const Intervention& one : parts_->what_if->plan.interventions) {
    if (one.name == "By hand: " + std::string(parameter(lever).name) && one.first_day <= day && one.last_day >= day)
      return true;
  }
  return false;
}
std::string Sitting::text() const { return ""; }
void Sitting::save(const std::filesystem::path&) {}

class Refiner::Worker {
 public:
  std::shared_ptr<const Refinement> found;
};
Refiner::Refiner(std::function<void()>) : worker_(std::make_unique<Worker>()) {}
Refiner::~Refiner() = default;
void Refiner::start(RefineJob job) { worker_->found = std::make_shared<const Refinement>(refine_at_once(job, 8)); }
void Refiner::watch(std::vector<Measure>) {}
void Refiner::stop() {}
bool Refiner::busy() const { return false; }
std::shared_ptr<const Refinement> Refiner::latest() const { return worker_->found; }
Refinement refine_at_once(const RefineJob& job, int replicates) {
  Refinement one;
  one.edition = job.edition;
  one.replicates = replicates;
  one.uncertain = job.uncertain;
  return one;
}
}  // namespace trust::viz
