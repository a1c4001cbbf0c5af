#include "models/batch.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "models/batch_parts.hpp"
#include "models/schedule.hpp"

namespace trust {

namespace {

// Lanes that nobody asked for repeat others, so that the luck of a half stays in order; nobody looks at them.
void fill_lanes(std::span<const LanePlan> wanted, std::array<std::uint32_t, lane_columns>& replicates,
                std::array<const Plan*, lane_columns>& plans) {
  for (std::size_t l = 0; l < lane_columns; ++l) {
    if (l < wanted.size()) {
      replicates[l] = wanted[l].replicate;
      plans[l] = wanted[l].plan;
    } else {
      replicates[l] = l >= 8 && wanted.size() <= 8 ? replicates[l - 8] : replicates[l - 1] + 1;
      plans[l] = plans[0];
    }
  }
}

const std::array<const Plan*, lane_columns>& filled(std::span<const LanePlan> wanted,
                                                    std::array<std::uint32_t, lane_columns>& replicates,
                                                    std::array<const Plan*, lane_columns>& plans) {
  if (wanted.empty() || wanted.size() > lane_columns) {
    throw std::invalid_argument("a batch has 1 to 16 lanes, not " + std::to_string(wanted.size()));
  }
  fill_lanes(wanted, replicates, plans);
  return plans;
}

void count_active(const World& world, State& state, LaneCounts& counts) {
  counts = {};
  const TieGraph& graph = world.graph();
  std::vector<std::array<std::int32_t, lane_columns>> received(world.seats());
  std::vector<std::array<std::int32_t, lane_columns>> given(world.seats());
  for (Seat target = 0; target < world.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      for (std::size_t l = 0; l < lane_columns; ++l) {
        const int active = state[Column::trust].at(slot, static_cast<int>(l)) >= 0 ? 1 : 0;
        received[target][l] += active;
        given[graph.source(slot)][l] += active;
        counts.ties[l] += active;
        if (is_across(world.tie_class()[slot])) counts.across[l] += active;
        if (world.manager()[graph.source(slot)] == target) counts.to_managers[l] += active;
      }
    }
  }
  for (Seat seat = 0; seat < world.seats(); ++seat) {
    std::copy_n(reinterpret_cast<const float*>(received[seat].data()), lane_columns,
                state[Column::ties_received].row(seat));
    std::copy_n(reinterpret_cast<const float*>(given[seat].data()), lane_columns, state[Column::ties_given].row(seat));
  }
}

double mean(std::int64_t sum, std::int64_t count, double unit) {
  return count == 0 ? 0.0 : static_cast<double>(sum) * unit / static_cast<double>(count);
}

}  // namespace

Batch::Parts::Parts(std::shared_ptr<const World> shared_world, std::span<const LanePlan> wanted,
                    const BatchOptions& chosen)
    : world(std::move(shared_world)),
      options(chosen),
      lanes(static_cast<int>(wanted.size())),
      levers(world->organisation(), filled(wanted, replicates, plans)),
      state(world->seats(), world->graph().slots()) {
  for (std::size_t slot = 0; slot < world->initial_trust().size(); ++slot) {
    state[Column::trust].fill_row(slot, world->initial_trust()[slot]);
  }
  for (Seat seat = 0; seat < world->seats(); ++seat) {
    state[Column::skill].fill_row(seat, world->organisation().people[seat].skill);
  }
  context.world = world.get();
  context.lever_table = &levers;
  context.luck = make_lane_luck(options.seed, replicates);
  context.step_length = 1.0F / static_cast<float>(options.steps_per_day);
  for (std::size_t c = 0; c < column_count; ++c) context.column[c] = state[static_cast<Column>(c)].row(0);
}

void Batch::Parts::use_workers() {
  const int needed = options.parallelism == Parallelism::serial ? 1 : worker_limit();
  while (static_cast<int>(memory.size()) < needed) {
    memory.push_back(std::make_unique<WorkerMemory>(world->seats()));
    workers.push_back({memory.back()->trust_given.row(0), &memory.back()->totals});
  }
  context.workers = workers;
}

void Batch::Parts::clear_totals() {
  for (auto& of_worker : memory) of_worker->totals = {};
}

std::int64_t Batch::Parts::total(Total which, int lane) const {
  std::int64_t sum = 0;
  for (const auto& of_worker : memory) {
    sum += of_worker->totals[static_cast<std::size_t>(which)][static_cast<std::size_t>(lane)];
  }
  return sum;
}

Batch::Batch(std::shared_ptr<const World> world, std::span<const LanePlan> lanes, const BatchOptions& options)
    : parts_(std::make_unique<Parts>(std::move(world), lanes, options)) {
  complete_state();
}

Batch::~Batch() = default;
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;

void Batch::Parts::recount() { count_active(*world, state, counts); }

void Batch::complete_state() {
  Parts& p = *parts_;
  p.recount();
  p.use_workers();
  p.clear_totals();
  for (const DayPhase& phase : schedule(p.options.instruction_set).day_zero) {
    trust::run_phase(phase, p.context, p.world->blocks(), p.options.parallelism);
  }
}

void Batch::step() {
  Parts& p = *parts_;
  p.use_workers();
  ++p.context.day;
  for (int step = 0; step < p.options.steps_per_day; ++step) {
    ++p.context.step;
    p.clear_totals();
    for (const DayPhase& phase : schedule(p.options.instruction_set).day) {
      trust::run_phase(phase, p.context, p.world->blocks(), p.options.parallelism);
    }
  }
}

void Batch::run_phase(std::string_view name) {
  Parts& p = *parts_;
  const auto phases = schedule(p.options.instruction_set).day;
  const auto found = std::find_if(phases.begin(), phases.end(), [&](const DayPhase& row) { return row.name == name; });
  if (found == phases.end()) throw std::invalid_argument("no phase is called '" + std::string(name) + "'");
  if (found == phases.begin()) {  // the first phase opens the next day
    ++p.context.day;
    ++p.context.step;
    p.clear_totals();
  }
  p.use_workers();
  trust::run_phase(*found, p.context, p.world->blocks(), p.options.parallelism);
}

int Batch::day() const { return parts_->context.day; }
int Batch::lanes() const { return parts_->lanes; }
std::uint32_t Batch::replicate(int lane) const { return parts_->replicates[static_cast<std::size_t>(lane)]; }
const World& Batch::world() const { return *parts_->world; }
const State& Batch::state() const { return parts_->state; }
State& Batch::state() { return parts_->state; }

float Batch::lever(Lever lever, Seat seat, int lane) const { return parts_->levers.value(lever, seat, lane); }

Figures Batch::figures(int lane) const {
  const Parts& p = *parts_;
  const auto l = static_cast<std::size_t>(lane);
  const auto people = static_cast<std::int64_t>(p.world->seats());
  const auto of_people = [&](Total which) { return mean(p.total(which, lane), people, total_unit); };
  const auto of_ties = [&](Total which, std::int64_t count) { return mean(p.total(which, lane), count, 1.0 / 65535); };
  Figures figures{};
  const auto set = [&](Measure measure, double value) { figures[static_cast<std::size_t>(measure)] = value; };
  set(Measure::trust, of_ties(Total::trust, p.counts.ties[l]));
  set(Measure::trust_across_functions, of_ties(Total::trust_across, p.counts.across[l]));
  set(Measure::trust_in_managers, of_ties(Total::trust_in_managers, p.counts.to_managers[l]));
  set(Measure::felt_trust, of_people(Total::felt_trust));
  set(Measure::stress, of_people(Total::stress));
  set(Measure::energy, of_people(Total::energy));
  set(Measure::engagement, of_people(Total::engagement));
  set(Measure::hours_inside, of_people(Total::hours_inside));
  set(Measure::hours_outside, of_people(Total::hours_outside));
  set(Measure::hours_reporting, of_people(Total::hours_reporting));
  set(Measure::hours_meetings, of_people(Total::hours_meetings));
  set(Measure::output, of_people(Total::output));
  set(Measure::programme_hours, of_people(Total::programme_hours));
  set(Measure::programme_money, p.levers.money(lane));
  return figures;
}

}  // namespace trust
