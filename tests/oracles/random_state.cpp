// The columns of a state, at random, each within what it can hold.

#include <bit>

#include "models/tie_word.hpp"
#include "tests/oracles/random_case.hpp"

namespace trust::testing {
namespace {

float as_count(std::uint32_t value) { return std::bit_cast<float>(value); }

// What one value of a column may be, whatever the others are.
float random_value(Column column, Filler& filler) {
  switch (column) {
    case Column::behaviour_word:
    case Column::word_before:
      return as_count(filler.below(1U << behaviour_count));
    case Column::happened:
      return as_count(filler.below(4) << static_cast<unsigned>(Behaviour::answered_leads));
    case Column::harm:
      return as_count(filler.happens(0.5) ? 0 : filler.below(8));
    case Column::bold:
    case Column::wins:
      return as_count(filler.below(4));
    case Column::generation:
      return as_count(filler.below(6));
    case Column::checklist:
      return as_count(filler.below(9));
    case Column::open_leads:
    case Column::open_opportunities:
      return as_count(filler.happens(0.3) ? 0 : filler.below(40));
    case Column::won_in_all:
    case Column::lost_in_all:
    case Column::rejected_in_all:
    case Column::silent_in_all:
      return as_count(filler.below(100000));
    case Column::tie_word:
      return as_count(filler.below(static_cast<std::uint32_t>(style_distance_mask) + 1) |
                      filler.below(4) * static_cast<std::uint32_t>(contract_bit));
    case Column::adopted:
      return filler.happens(0.5) ? 1.0F : 0.0F;
    case Column::function_trust:
    case Column::client_trust:
      return filler.happens(0.3) ? -1.0F : filler.share();
    case Column::effort:
      return 2 * filler.share();
    case Column::monitoring:
    case Column::awareness:
    case Column::output:
      return 5 * filler.share();
    case Column::evidence_for:
    case Column::evidence_against:
      return 30 * filler.share();
    case Column::belief:
    case Column::disbelief:
      return 0.5F * filler.share();
    case Column::promise_left:
    case Column::tenure:
    case Column::adopted_for:
      return 300 * filler.share();
    default:
      return filler.share();
  }
}

// Who is there and whom they trust is decided before; counts of ties follow from that.
bool is_settled(Column column) {
  return column == Column::present || column == Column::trust || column == Column::ties_received ||
         column == Column::ties_given;
}

// What the day of an empty seat cannot have left behind.
constexpr Column of_those_present[] = {
    Column::behaviour_word,
    Column::word_before,
    Column::happened,
    Column::output,
    Column::hours_reporting,
    Column::hours_meetings,
    Column::hours_outside,
    Column::hours_inside,
    Column::hours_justification,
    Column::hours_coordination,
    Column::hours_learning,
    Column::hours_programme,
    Column::open_leads,
    Column::open_opportunities,
    Column::wins,
    Column::bold,
    Column::adopted,
    Column::adopted_for,
};

constexpr Column inside[] = {Column::hours_reporting,    Column::hours_meetings, Column::hours_justification,
                             Column::hours_coordination, Column::hours_learning, Column::hours_programme};

void fit_hours(Batch& batch, Seat seat, int lane) {
  State& state = batch.state();
  const float day = batch.lever(Lever::hours_day, seat, lane);
  const float outside = day * state[Column::hours_outside].at(seat, lane);
  float sum = 1e-6F;
  for (const Column column : inside) sum += state[column].at(seat, lane);
  for (const Column column : inside) state[column].at(seat, lane) *= (day - outside) / sum;
  state[Column::hours_outside].at(seat, lane) = outside;
  state[Column::hours_inside].at(seat, lane) = day - outside;
}

// Only a deception leaves a ceiling.
void fit_ceilings(State& state) {
  for (std::size_t slot = 0; slot < state[Column::ceiling].rows(); ++slot) {
    for (int l = 0; l < lane_columns; ++l) {
      const auto word = std::bit_cast<std::int32_t>(state[Column::tie_word].at(slot, l));
      if ((word & scar_bit) == 0) state[Column::ceiling].at(slot, l) = 1;
    }
  }
}

void fit_accounts(Batch& batch, Seat seat, int lane) {
  std::uint32_t accounts = 0;
  const auto& begin = batch.world().account_begin();
  for (std::uint32_t place = begin[seat]; place < begin[seat + 1]; ++place) {
    if (batch.state()[Column::client_trust].at(place, lane) >= 0) ++accounts;
  }
  batch.state()[Column::accounts].at(seat, lane) = as_count(accounts);
}

void fit_leads(Batch& batch, int lane) {
  State& state = batch.state();
  std::uint32_t leads = 0;
  const auto add = [&](Column column, std::size_t row) {
    leads += std::bit_cast<std::uint32_t>(state[column].at(row, lane));
  };
  for (const Column column :
       {Column::won_in_all, Column::lost_in_all, Column::rejected_in_all, Column::silent_in_all}) {
    add(column, 0);
  }
  for (Seat seat = 0; seat < batch.world().seats(); ++seat) {
    add(Column::open_leads, seat);
    add(Column::open_opportunities, seat);
  }
  state[Column::leads_in_all].at(0, lane) = as_count(leads);
}

// Only those who sell have leads.
void fit_chain(Batch& batch, Seat seat, int lane) {
  if (batch.world().part()[seat] == ChainPart::sales) return;
  for (const Column column : {Column::open_leads, Column::open_opportunities, Column::wins, Column::happened}) {
    batch.state()[column].at(seat, lane) = 0;
  }
}

}  // namespace

void randomise_state(Batch& batch, Filler& filler) {
  State& state = batch.state();
  for (const ColumnRow& row : columns()) {
    const Column column = *find_column(row.name);
    if (is_settled(column)) continue;
    for (std::size_t r = 0; r < state[column].rows(); ++r) {
      for (int l = 0; l < lane_columns; ++l) state[column].at(r, l) = random_value(column, filler);
    }
  }
  fit_ceilings(state);
  for (int l = 0; l < lane_columns; ++l) {
    for (Seat seat = 0; seat < batch.world().seats(); ++seat) {
      fit_hours(batch, seat, l);
      fit_accounts(batch, seat, l);
      fit_chain(batch, seat, l);
      if (state[Column::present].at(seat, l) > 0) continue;
      for (const Column column : of_those_present) state[column].at(seat, l) = 0;
    }
    fit_leads(batch, l);
  }
}

}  // namespace trust::testing
