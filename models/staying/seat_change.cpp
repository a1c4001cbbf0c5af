#include "models/staying/seat_change.hpp"

#include "models/informal_ties/first_trust.hpp"
#include "models/revenue/model.hpp"
#include "models/staying/model.hpp"
#include "models/trust_rules/model.hpp"
#include "sim/assert.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

float& cell(const DayContext& day, Column column, std::size_t row, int lane) { return cells(day, column, row)[lane]; }

bool is_active(const DayContext& day, Slot slot, int lane) { return cell(day, Column::trust, slot, lane) >= 0.0F; }

template <class Use>
void for_each_tie_of(const DayContext& day, Seat seat, const Use& use) {
  const TieGraph& graph = day.world->graph();
  for (Slot slot = graph.row_begin(seat); slot < graph.row_end(seat); ++slot) use(tie_at(day, slot, seat));
  for (const OutgoingTie& own : graph.outgoing(seat)) use(tie_at(day, own.slot, own.target));
}

// What somebody did, promised and began neither stays with the seat nor waits there for a successor. (All bits clear is
// 0, for numbers and for counts.)
constexpr Column personal[] = {Column::behaviour_word,
                               Column::word_before,
                               Column::happened,
                               Column::promise_left,
                               Column::harm,
                               Column::adopted,
                               Column::adopted_for,
                               Column::checklist,
                               Column::learned,
                               Column::wins,
                               Column::bold,
                               Column::tenure,
                               Column::peer_exits,
                               Column::recognised,
                               Column::micromanaged,
                               Column::progressing,
                               Column::recognition_expectation};

// Feelings in the middle.
constexpr Column in_the_middle[] = {Column::felt_trust, Column::clarity, Column::energy, Column::engagement,
                                    Column::safety};

void tell_team_mates(const DayContext& day, Seat leaver, int lane) {
  const std::uint32_t team = day.world->team_of()[leaver];
  const std::uint32_t begin = day.world->members_begin()[team];
  const std::uint32_t end = day.world->members_begin()[team + 1];
  if (end - begin < 2) return;
  const float share = 1.0F / static_cast<float>(end - begin - 1);
  for (std::uint32_t m = begin; m < end; ++m) {
    const Seat mate = day.world->members()[m];
    if (mate != leaver && is_there(day, mate, lane)) cell(day, Column::peer_exits, mate, lane) += share;
  }
}

// What a newcomer is like.
class Newcomer {
 public:
  Newcomer(const DayContext& day, Seat seat, int lane) : day_(day), seat_(seat), lane_(lane), levers_(day, seat) {}

  void sit_down() const {
    set(Column::style_x, luck(Purpose::newcomer_style_x));
    set(Column::style_y, luck(Purpose::newcomer_style_y));
    set(Column::self_awareness, luck(Purpose::newcomer_awareness));
    set(Column::propensity,
        around(Lever::hire_propensity, Lever::hire_propensity_spread, Purpose::newcomer_propensity));
    set(Column::skill, around(Lever::hire_skill, Lever::hire_skill_spread, Purpose::newcomer_skill));
    set(Column::acumen, around(Lever::hire_skill, Lever::hire_skill_spread, Purpose::newcomer_acumen));
    for (const Column column : personal) set(column, 0.0F);
    for (const Column column : in_the_middle) set(column, 0.5F);
    set(Column::stress, reference_stress);
    set(Column::present, 1.0F);
    float* generation = cells(day_, Column::generation, seat_);
    store_ints(generation, load_ints(generation) + (only_lane(lane_) & LaneInts(1)));
  }

 private:
  void set(Column column, Lanes value) const { cell(day_, column, seat_, lane_) = lane(value, lane_); }

  // 0 to 1, in steps of 2^-24.
  Lanes luck(Purpose purpose) const {
    const LaneInts bits = draw32(day_.luck, {seat_, no_seat, day_.step, static_cast<std::uint8_t>(purpose)});
    return to_floats(shift_right(bits, 8)) * (1.0F / 16777216.0F);
  }

  Lanes around(Lever mean, Lever spread, Purpose purpose) const {
    return clamp01(levers_(mean) + levers_(spread) * (2.0F * luck(purpose) - 1.0F));
  }

  const DayContext& day_;
  Seat seat_;
  int lane_;
  LeversOf levers_;
};

}  // namespace

void empty_seat(DayContext& day, Seat seat, int lane) {
  TRUST_ASSERT(is_there(day, seat, lane));
  hand_over_leads(day, seat, lane);
  for_each_tie_of(day, seat, [&](const TieNow& tie) {
    if (is_active(day, tie.slot, lane)) close_tie(day, tie, lane);
  });
  for (const Column column : personal) cell(day, column, seat, lane) = 0.0F;
  cell(day, Column::present, seat, lane) = 0.0F;
  tell_team_mates(day, seat, lane);
  add_total(day, 0, Total::exits, lane, 1);
}

void get_to_know(DayContext& day, const TieNow& tie, int lane) {
  if (day.world->initial_trust()[tie.slot] < 0.0F || is_active(day, tie.slot, lane)) return;
  if (!is_there(day, tie.source, lane) || !is_there(day, tie.target, lane)) return;
  open_tie(day, tie, lane, first_trust(day, tie, lane));
}

void fill_seat(DayContext& day, Seat seat, int lane) {
  TRUST_ASSERT(!is_there(day, seat, lane));
  Newcomer(day, seat, lane).sit_down();
  for_each_tie_of(day, seat, [&](const TieNow& tie) { get_to_know(day, tie, lane); });
  add_total(day, 0, Total::hires, lane, 1);
}

}  // namespace TRUST_PATH
}  // namespace trust
