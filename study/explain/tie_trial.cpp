#include "study/explain/tie_trial.hpp"

#include <algorithm>

#include "models/gossip/model.hpp"
#include "models/lever_table.hpp"
#include "models/purposes.hpp"
#include "models/repair/model.hpp"
#include "models/tie_word.hpp"
#include "models/trust_rules/model.hpp"

namespace trust {
namespace {

// Sizes of evidence are tried out this much smaller, so that no outcome reaches its bounds; a power of two is exact.
constexpr float small = 1.0F / 1024.0F;

std::array<const Plan*, lane_columns> the_same_plan(const Plan* plan) {
  std::array<const Plan*, lane_columns> plans;
  plans.fill(plan);
  return plans;
}

LaneLuck luck_of(const Batch& batch, const TieQuestion& question) {
  std::array<std::uint32_t, lane_columns> replicates;
  replicates.fill(batch.replicate(question.lane));  // only the question's lane is looked at
  return make_lane_luck(question.options.seed, replicates);
}

// All that a trial may change: the ties towards one person, and the person.
class KeptRows {
 public:
  KeptRows(State& state, const TieGraph& graph, Seat target) : state_(state) {
    for (const ColumnRow& row : columns()) {
      const auto column = static_cast<Column>(&row - columns().data());
      if (state[column].rows() == 0) continue;
      if (is_of_ties(row.entity)) keep(column, graph.row_begin(target), graph.row_end(target));
      if (row.entity == Entity::seat) keep(column, target, target + 1);
    }
  }
  ~KeptRows() {
    for (const Kept& kept : kept_) std::copy(kept.values.begin(), kept.values.end(), state_[kept.column].row(kept.row));
  }
  KeptRows(const KeptRows&) = delete;
  KeptRows& operator=(const KeptRows&) = delete;

 private:
  struct Kept {
    Column column;
    std::size_t row;
    std::vector<float> values;
  };

  void keep(Column column, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const float* first = state_[column].row(begin);
    kept_.push_back({column, begin, {first, first + (end - begin) * lane_columns}});
  }

  State& state_;
  std::vector<Kept> kept_;
};

}  // namespace

struct TieTrial::Parts {
  Parts(Batch& the_batch, const TieQuestion& asked, std::uint32_t step);

  void fill_worker();
  void copy_levers();

  Batch& batch;
  const TieQuestion& question;
  std::array<const Plan*, lane_columns> plans;
  LeverTable table;
  LaneColumn levers;  // a copy of the table, to be changed
  EventList event_list;
  std::vector<EventOfDay> events;  // of the lane
  std::size_t events_used;
  bool ceiling_lifted = false;
  Slot slot;
  DayContext context;
  Worker worker;
  LaneColumn trust_given, function_sums, heard;
  std::vector<LaneTotals> between;
  std::array<LaneTotals, total_count> totals{};
  std::vector<Slot> listener;
};

TieTrial::Parts::Parts(Batch& the_batch, const TieQuestion& asked, std::uint32_t step)
    : batch(the_batch),
      question(asked),
      plans(the_same_plan(asked.plan)),
      table(batch.world().organisation(), plans),
      event_list(batch.world().organisation(), plans),
      slot(batch.world().graph().find(asked.source, asked.target)) {
  context.world = &batch.world();
  context.rules = question.options.rules;
  context.luck = luck_of(batch, question);
  context.lanes = batch.lanes();
  context.day = batch.day();
  context.step = step;
  context.steps_per_day = question.options.steps_per_day;
  context.step_length = 1.0F / static_cast<float>(context.steps_per_day);
  for (std::size_t c = 0; c < column_count; ++c) {
    LaneColumn& column = batch.state()[static_cast<Column>(c)];
    context.column[c] = column.rows() == 0 ? nullptr : column.row(0);
  }
  table.set_day(context.day);
  context.lever_group = table.group_of_seat().data();
  copy_levers();
  fill_worker();
  if (starts_day(context)) {
    for (const EventOfDay& event : event_list.of_day(context.day)) {
      if (event.lane == question.lane) events.push_back(event);
    }
  }
  events_used = events.size();
}

void TieTrial::Parts::copy_levers() {
  if (levers.rows() == 0) levers = LaneColumn(table.groups() * lever_count);
  for (std::size_t group = 0; group < table.groups(); ++group) {
    const float* first = table.group(static_cast<std::uint32_t>(group));
    std::copy(first, first + lever_count * lane_columns, levers.row(group * lever_count));
  }
  context.levers = levers.row(0);
}

void TieTrial::Parts::fill_worker() {
  const World& world = batch.world();
  const std::size_t pairs = world.functions() * world.functions();
  trust_given = LaneColumn(world.seats());
  function_sums = LaneColumn(pairs);
  between.resize(pairs);
  listener.assign(world.seats(), no_slot);
  heard = LaneColumn(2 * std::max<std::size_t>(1, world.graph().in_degree(question.target)));
  worker.trust_given = trust_given.row(0);
  worker.function_sums = function_sums.row(0);
  worker.between = between.data();
  worker.totals = &totals;
  worker.listener = listener.data();
  worker.heard = heard.row(0);
  context.workers = {&worker, 1};
}

TieTrial::TieTrial(Batch& batch, const TieQuestion& question, std::uint32_t step)
    : parts_(std::make_unique<Parts>(batch, question, step)) {}
TieTrial::~TieTrial() = default;

void TieTrial::set(Lever lever, float value) {
  for (std::size_t group = 0; group < parts_->table.groups(); ++group) {
    parts_->levers.fill_row(group * lever_count + static_cast<std::size_t>(lever), value);
  }
}

void TieTrial::set_events(std::size_t count) { parts_->events_used = count; }
void TieTrial::lift_ceiling(bool lifted) { parts_->ceiling_lifted = lifted; }

void TieTrial::as_it_is() {
  parts_->copy_levers();
  parts_->events_used = parts_->events.size();
  parts_->ceiling_lifted = false;
}

std::span<const EventOfDay> TieTrial::events() const { return parts_->events; }

float TieTrial::lever(Lever lever, Seat seat) const {
  const Parts& p = *parts_;
  return p.levers.at(p.context.lever_group[seat] * lever_count + static_cast<std::size_t>(lever), p.question.lane);
}

TrialResult TieTrial::run(TrialPhase phase) {
  Parts& p = *parts_;
  State& state = p.batch.state();
  const KeptRows kept(state, p.context.world->graph(), p.question.target);
  const RowBlock row{p.question.target, p.question.target + 1};
  const int lane = p.question.lane;
  if (p.ceiling_lifted) state[Column::ceiling].at(p.slot, lane) = 1.0F;
  p.context.events = std::span(p.events).first(p.events_used);
  switch (phase) {
    case TrialPhase::repair:
      repair(p.context, row, 0);
      break;
    case TrialPhase::gossip_and_hear:
      gossip(p.context, row, 0);
      hear(p.context, row, 0);
      break;
    case TrialPhase::trust:
      update_trust(p.context, row, 0);
      break;
  }
  TrialResult result{state[Column::trust].at(p.slot, lane), {}};
  if (!rule_has(p.context.rules.trust, Entity::ability_tie)) return result;
  result.sides = {state[Column::ability].at(p.slot, lane), state[Column::benevolence].at(p.slot, lane),
                  state[Column::integrity].at(p.slot, lane)};
  return result;
}

namespace {

// The tie's draw of the day, in every lane.
LaneInts contact_luck(const DayContext& day, const TieNow& tie, std::uint32_t replicate) {
  const DrawAddress at{tie.source, tie.target, day.step, static_cast<std::uint8_t>(Purpose::contact)};
  return LaneInts(draw16(day.luck.key, at, replicate));
}

Channel channel_of(const std::array<LaneInts, 4>& thresholds, LaneInts luck, int at) {
  for (std::size_t channel = 0; channel < 3; ++channel) {
    if (lane(luck, at) < lane(thresholds[channel], at)) return static_cast<Channel>(channel);
  }
  return Channel::mail;
}

// What the trial's levers make of the contact.
std::array<float, dimension_count> worth_of(const DayContext& day, const ContactToday& today, const TieNow& tie,
                                            Lanes richness, int at) {
  const Seen<dimension_count> seen(day, tie.target, today);
  Outcome<dimension_count> outcome;
  experience_of(day, today, seen, tie.tie, tie.source, get(day, Column::trust, tie.slot),
                get_ints(day, Column::tie_word, tie.slot), richness, outcome);
  std::array<float, dimension_count> worth{};
  for (std::size_t d = 0; d < dimension_count; ++d) worth[d] = lane(outcome.value[d], at);
  return worth;
}

}  // namespace

std::vector<SeenEvidence> TieTrial::seen_at(float richness) {
  const DayContext& day = parts_->context;
  const TieNow tie = tie_at(day, parts_->slot, parts_->question.target);
  const ContactToday today(day);
  std::vector<float> sizes;
  for (const EvidenceRow& row : evidence_rows()) sizes.push_back(lever(row.size, tie.target));
  for (const EvidenceRow& row : evidence_rows()) set(row.size, 0);
  std::vector<SeenEvidence> seen;
  for (std::size_t r = 0; r < sizes.size(); ++r) {
    const EvidenceRow& row = evidence_rows()[r];
    set(row.size, sizes[r] * small);
    SeenEvidence piece{&row, worth_of(day, today, tie, richness, parts_->question.lane)};
    set(row.size, 0);
    for (float& worth : piece.worth) worth /= small;
    if (piece.worth != std::array<float, dimension_count>{}) seen.push_back(piece);
  }
  as_it_is();
  return seen;
}

MeetingOfStep TieTrial::meeting() {
  const DayContext& day = parts_->context;
  const int at = parts_->question.lane;
  const TieNow tie = tie_at(day, parts_->slot, parts_->question.target);
  const ContactToday today(day);
  const LaneInts luck = contact_luck(day, tie, parts_->batch.replicate(at));
  const bool far = day.world->far()[tie.slot] != 0;
  const Meeting meeting(today, tie.tie, far, luck);

  MeetingOfStep found;
  found.behaviours = static_cast<std::uint32_t>(lane(get_ints(day, Column::behaviour_word, tie.target), at));
  found.promise_is_fresh = lane(get(day, Column::promise_left, tie.target), at) > 0;
  found.met = lane(meeting.contact, at) != 0 && lane(get(day, Column::trust, tie.slot), at) >= 0;
  if (!found.met) return found;
  found.richness = lane(meeting.richness, at);
  found.channel = channel_of((far ? today.far : today.near)[static_cast<std::size_t>(tie.tie)], luck, at);
  found.seen = seen_at(found.richness);
  return found;
}

}  // namespace trust
