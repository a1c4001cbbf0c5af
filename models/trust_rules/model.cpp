#include "models/trust_rules/model.hpp"

#include "models/trust_rules/abi/model.hpp"
#include "models/trust_rules/asymmetric/model.hpp"
#include "models/trust_rules/beta/model.hpp"
#include "models/trust_rules/inflation/model.hpp"
#include "models/trust_rules/subjective_logic/model.hpp"
#include "models/trust_rules/template_rule/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

Lanes set_by_rule(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
  switch (day.rules.trust) {
#define TRUST_RULE(id, ...) \
  case TrustRule::id:       \
    return set_trust_by_##id(day, tie, trust, which);
#include "models/trust_rules/rules.def"
#undef TRUST_RULE
    default:
      return trust;
  }
}

std::size_t pair_of(const DayContext& day, const TieNow& tie) {
  const std::uint32_t* function = day.world->function_of().data();
  return function[tie.source] * day.world->functions() + function[tie.target];
}

void add_to_count(const DayContext& day, Column column, Seat seat, int lane, std::int32_t by) {
  float* cell = cells(day, column, seat);
  store_ints(cell, load_ints(cell) + (only_lane(lane) & LaneInts(by)));
}

void count_tie(DayContext& day, const TieNow& tie, int lane, std::int32_t by) {
  const auto l = static_cast<std::size_t>(lane);
  TieCounts& counts = *day.counts;
  counts.ties[l] += by;
  counts.between[pair_of(day, tie)][l] += by;
  if (is_across(tie.tie)) counts.across[l] += by;
  if (tie.tie == TieClass::manager) counts.to_managers[l] += by;
  if (day.world->leads()[tie.target] != 0) counts.to_leaders[l] += by;
  add_to_count(day, Column::ties_received, tie.target, lane, by);
  add_to_count(day, Column::ties_given, tie.source, lane, by);
}

// A rule's own columns start from 0, as on day 0: nothing is left of who sat there before.
void forget_experience(const DayContext& day, Slot slot, int lane) {
  for (const Column column : {Column::ability, Column::benevolence, Column::integrity, Column::evidence_for,
                              Column::evidence_against, Column::belief, Column::disbelief}) {
    if (day.column[static_cast<std::size_t>(column)] != nullptr) cells(day, column, slot)[lane] = 0.0F;
  }
}

}  // namespace

void TrustSums::end_block(int which) {
  add_total(day, which, Total::trust, total);
  add_total(day, which, Total::trust_squared, squared);
  add_total(day, which, Total::trust_across, across);
  add_total(day, which, Total::trust_in_leaders, in_leaders);
  const std::size_t pairs = day.world->functions() * day.world->functions();
  for (std::size_t p = 0; p < pairs; ++p) {
    float* sums = row_of(worker.function_sums, p);
    const LaneInts sum = load_ints(sums);
    for (int l = 0; l < lane_count; ++l) worker.between[p][static_cast<std::size_t>(l)] += lane(sum, l);
    store_ints(sums, LaneInts(0));
  }
}

void update_trust(const DayContext& day, RowBlock block, int worker) {
  switch (day.rules.trust) {
#define TRUST_RULE(id, ...) \
  case TrustRule::id:       \
    return update_trust_by_##id(day, block, worker);
#include "models/trust_rules/rules.def"
#undef TRUST_RULE
    default:
      return;
  }
}

void start_ties(const DayContext& day, RowBlock block, int worker) {
  const TieGraph& graph = day.world->graph();
  TrustSums sums(day, worker);
  for (Seat person = block.begin; person < block.end; ++person) {
    for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
      const TieNow tie = tie_at(day, slot, person);
      for (int l = 0; l < lane_count; ++l) measure_style(day, tie, l);
      const Lanes trust = get(day, Column::trust, slot);
      const LaneMask active = trust >= 0.0F;
      set_trust(day, tie, trust, active);
      sums.add(get(day, Column::trust, slot), active, tie.tie, tie.source, person);
    }
    sums.end_row(person);
  }
  sums.end_block(worker);
}

void close_trust(DayContext& day) {
  const std::size_t pairs = day.world->functions() * day.world->functions();
  for (std::size_t p = 0; p < pairs; ++p) {
    float* means = cells(day, Column::function_trust, p);
    for (std::size_t l = 0; l < lane_count; ++l) {
      std::int64_t sum = 0;
      for (const Worker& worker : day.workers) sum += worker.between[p][l];
      const std::int64_t ties = day.counts->between[p][l];
      means[l] =
          ties == 0 ? -1.0F : static_cast<float>(static_cast<double>(sum) / (65535.0 * static_cast<double>(ties)));
    }
  }
}

void set_trust(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
  const Lanes reached = set_by_rule(day, tie, clamp01(trust), which);
  put(day, Column::trust, tie.slot, choose(which, clamp01(reached), get(day, Column::trust, tie.slot)));
}

void open_tie(DayContext& day, const TieNow& tie, int lane, float trust) {
  const LaneMask here = only_lane(lane);
  forget_experience(day, tie.slot, lane);
  put(day, Column::hurt, tie.slot, choose(here, Lanes(0.0F), get(day, Column::hurt, tie.slot)));
  put(day, Column::ceiling, tie.slot, choose(here, Lanes(1.0F), get(day, Column::ceiling, tie.slot)));
  float* word = cells(day, Column::tie_word, tie.slot);
  store_ints(word, choose(here, LaneInts(0), load_ints(word)));
  measure_style(day, tie, lane);
  set_trust(day, tie, trust, here);
  count_tie(day, tie, lane, 1);
}

void close_tie(DayContext& day, const TieNow& tie, int lane) {
  cells(day, Column::trust, tie.slot)[lane] = -1.0F;
  count_tie(day, tie, lane, -1);
}

void measure_style(const DayContext& day, const TieNow& tie, int lane) {
  const auto at = [&](Column column, Seat seat) { return cells(day, column, seat)[lane]; };
  const std::int32_t distance = style_distance(at(Column::style_x, tie.source), at(Column::style_y, tie.source),
                                               at(Column::style_x, tie.target), at(Column::style_y, tie.target));
  float* word = cells(day, Column::tie_word, tie.slot);
  const LaneInts changed = (load_ints(word) & ~LaneInts(style_distance_mask)) | LaneInts(distance);
  store_ints(word, choose(only_lane(lane), changed, load_ints(word)));
}

}  // namespace TRUST_PATH
}  // namespace trust
