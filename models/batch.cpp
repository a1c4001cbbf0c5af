#include "models/batch.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "models/batch_parts.hpp"
#include "models/reorganisation.hpp"
#include "models/schedule.hpp"
#include "sim/calendar.hpp"

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

// Which totals are what came together over the steps of a day.
constexpr bool is_flow[total_count] = {
#define flow true
#define level false
#define TRUST_TOTAL(id, kind) kind,
#include "models/totals.def"
#undef TRUST_TOTAL
#undef level
#undef flow
};

}  // namespace

WorkerMemory::WorkerMemory(const World& world, const Rules& rules)
    : trust_given(world.seats()),
      function_sums(world.functions() * world.functions()),
      between(world.functions() * world.functions()),
      changing(world.seats()) {
  if (rules.gossip == GossipRule::none) return;
  std::size_t longest = 1;
  for (Seat seat = 0; seat < world.seats(); ++seat) {
    longest = std::max<std::size_t>(longest, world.graph().in_degree(seat));
  }
  listener.assign(world.seats(), no_slot);
  heard = LaneColumn(2 * longest);
}

Worker WorkerMemory::worker() {
  Worker worker;
  worker.trust_given = trust_given.row(0);
  worker.function_sums = function_sums.row(0);
  worker.between = between.data();
  worker.totals = &totals;
  worker.changing = changing.data();
  worker.listener = listener.data();
  worker.heard = heard.rows() == 0 ? nullptr : heard.row(0);
  return worker;
}

Batch::Parts::Parts(std::shared_ptr<const World> shared_world, std::span<const LanePlan> wanted,
                    const BatchOptions& chosen)
    : first_world(shared_world),
      world(std::move(shared_world)),
      options(chosen),
      lanes(static_cast<int>(wanted.size())),
      levers(world->organisation(), filled(wanted, replicates, plans)),
      events(world->organisation(), plans),
      state(*world, chosen.rules),
      counts_between(world->functions() * world->functions()),
      tie_changes(std::make_unique_for_overwrite<TieChange[]>(world->graph().slots())) {
  start_people();
  start_ties();
  fill_context();
}

std::unique_ptr<Batch::Parts> Batch::Parts::in(std::shared_ptr<const World> other) const {
  std::vector<LanePlan> wanted;
  for (std::size_t l = 0; l < static_cast<std::size_t>(lanes); ++l) wanted.push_back({replicates[l], plans[l]});
  auto parts = std::make_unique<Parts>(std::move(other), wanted, options);
  parts->first_world = first_world;
  parts->use_workers();
  return parts;
}

std::unique_ptr<Batch::Parts> Batch::Parts::under(std::span<const Plan* const> others) const {
  std::vector<LanePlan> wanted;
  for (std::size_t l = 0; l < others.size(); ++l) wanted.push_back({replicates[l], others[l]});
  auto parts = std::make_unique<Parts>(world, wanted, options);
  parts->first_world = first_world;
  parts->use_workers();
  parts->state = state;
  for (std::size_t t = 0; t < total_count; ++t) {
    for (int l = 0; l < lane_columns; ++l) {
      parts->memory.front()->totals[t][static_cast<std::size_t>(l)] = total(static_cast<Total>(t), l);
    }
  }
  parts->set_clock(context.day, context.step);
  return parts;
}

std::shared_ptr<const World> Batch::Parts::world_on(int day) const {
  const Plan& plan = *plans[0];
  if (reorganisations_until(plan, day) == reorganisations_until(plan, context.day)) return world;
  return trust::world_on(first_world, plan, day, {options.seed, options.organisation_draw});
}

void Batch::Parts::start_people() {
  for (Seat seat = 0; seat < world->seats(); ++seat) {
    const Person& person = world->organisation().people[seat];
    state[Column::skill].fill_row(seat, person.skill);
    state[Column::acumen].fill_row(seat, person.acumen);
    state[Column::style_x].fill_row(seat, person.style_x);
    state[Column::style_y].fill_row(seat, person.style_y);
    state[Column::self_awareness].fill_row(seat, person.self_awareness);
    state[Column::propensity].fill_row(seat, person.propensity);
    state[Column::present].fill_row(seat, person.open ? 0.0F : 1.0F);
    state[Column::tenure].fill_row(
        seat, person.open ? 0.0F : person.tenure_years * static_cast<float>(calendar::days_per_year));
  }
}

void Batch::Parts::start_ties() {
  const TieGraph& graph = world->graph();
  const std::vector<Person>& people = world->organisation().people;
  for (Seat target = 0; target < world->seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      const bool open = people[target].open || people[graph.source(slot)].open;
      state[Column::trust].fill_row(slot, open ? -1.0F : world->initial_trust()[slot]);
      state[Column::ceiling].fill_row(slot, 1.0F);
    }
  }
}

void Batch::Parts::fill_context() {
  context.world = world.get();
  context.rules = options.rules;
  context.lever_table = &levers;
  context.event_list = &events;
  counts.between = counts_between.data();
  context.counts = &counts;
  context.tie_changes = tie_changes.get();
  context.luck = make_lane_luck(options.seed, replicates);
  context.lanes = lanes;
  context.steps_per_day = options.steps_per_day;
  context.step_length = 1.0F / static_cast<float>(options.steps_per_day);
  for (std::size_t c = 0; c < column_count; ++c) {
    LaneColumn& column = state[static_cast<Column>(c)];
    context.column[c] = column.rows() == 0 ? nullptr : column.row(0);
  }
}

void Batch::Parts::use_workers() {
  const int needed = options.parallelism == Parallelism::serial ? 1 : worker_limit();
  while (static_cast<int>(memory.size()) < needed) {
    memory.push_back(std::make_unique<WorkerMemory>(*world, options.rules));
    workers.push_back(memory.back()->worker());
  }
  context.workers = workers;
}

void Batch::Parts::clear_totals() {
  const bool day_begins = context.step == 0 || starts_day(context);
  for (auto& of_worker : memory) {
    for (std::size_t t = 0; t < total_count; ++t) {
      if (day_begins || !is_flow[t]) of_worker->totals[t] = {};
    }
    std::fill(of_worker->between.begin(), of_worker->between.end(), LaneTotals{});
  }
  for (Worker& worker : workers) worker.changing_count = 0;
}

void Batch::Parts::set_clock(int day, std::uint32_t step) {
  context.day = day;
  context.step = step;
  levers.set_day(day);
  recount();
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
  for (const LanePlan& lane : lanes) {
    if (same_reorganisations(*lane.plan, *lanes.front().plan)) continue;
    throw std::invalid_argument("lanes of a batch must have the same reorganisations");
  }
  complete_state();
}

Batch::Batch(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Batch::~Batch() = default;
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;

void Batch::Parts::recount() { count_active_ties(*world, state, counts); }

void Batch::complete_state() {
  Parts& p = *parts_;
  p.recount();
  p.use_workers();
  p.clear_totals();
  for (const DayPhase& phase : schedule(p.options.instruction_set).day_zero) {
    trust::run_phase(phase, p.context, p.world->blocks(), p.options.parallelism);
  }
}

// A reorganisation comes first: the rest of the day goes by the new teams.
void Batch::open_day() {
  const int day = parts_->context.day + 1;
  if (reorganises_on(*parts_->plans[0], day)) {
    std::unique_ptr<Parts> moved = parts_->in(parts_->world_on(day));
    move_state(*parts_->world, parts_->state, *moved->world, moved->state);
    moved->recount();
    moved->context.step = parts_->context.step;
    parts_ = std::move(moved);
  }
  parts_->context.day = day;
}

void Batch::step() {
  open_day();
  Parts& p = *parts_;
  p.use_workers();
  for (int step = 0; step < p.options.steps_per_day; ++step) {
    ++p.context.step;
    p.clear_totals();
    for (const DayPhase& phase : schedule(p.options.instruction_set).day) {
      trust::run_phase(phase, p.context, p.world->blocks(), p.options.parallelism);
    }
  }
}

Batch Batch::fork(std::span<const Plan* const> plans) const {
  const Parts& p = *parts_;
  if (plans.size() != static_cast<std::size_t>(p.lanes)) throw std::invalid_argument("each lane needs a plan");
  for (const Plan* plan : plans) {
    if (same_reorganisations(*plan, *plans.front()) && same_reorganisations(*plan, *p.plans[0], p.context.day))
      continue;
    throw std::invalid_argument("a fork must have the same reorganisations until today, and in all lanes after it");
  }
  return Batch(p.under(plans));
}

void Batch::run_phase(std::string_view name) {
  const auto phases = schedule(parts_->options.instruction_set).day;
  const auto found = std::find_if(phases.begin(), phases.end(), [&](const DayPhase& row) { return row.name == name; });
  if (found == phases.end()) throw std::invalid_argument("no phase is called '" + std::string(name) + "'");
  if (found == phases.begin()) {  // the first phase opens the next step, and where the day's are done the next day
    if (ends_day(parts_->context)) open_day();
    ++parts_->context.step;
    parts_->clear_totals();
  }
  Parts& p = *parts_;
  p.use_workers();
  trust::run_phase(*found, p.context, p.world->blocks(), p.options.parallelism);
}

int Batch::day() const { return parts_->context.day; }
int Batch::lanes() const { return parts_->lanes; }
std::uint32_t Batch::replicate(int lane) const { return parts_->replicates[static_cast<std::size_t>(lane)]; }
const World& Batch::world() const { return *parts_->world; }
std::shared_ptr<const World> Batch::shared_world() const { return parts_->world; }
const State& Batch::state() const { return parts_->state; }
State& Batch::state() { return parts_->state; }

float Batch::lever(Lever lever, Seat seat, int lane) const { return parts_->levers.value(lever, seat, lane); }

Figures Batch::figures(int lane) const { return figures_of(*parts_, lane); }

}  // namespace trust
