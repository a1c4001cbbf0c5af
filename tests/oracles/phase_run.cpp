#include "tests/oracles/phase_run.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <sstream>

namespace trust::testing {
namespace {

Batch brought_before(std::string_view phase, const RandomCase& chosen) {
  Batch batch = chosen.batch();
  bring_before(phase, chosen, batch);
  return batch;
}

}  // namespace

const DayPhase& phase_named(std::string_view phase, InstructionSet set) {
  const auto day = schedule(set).day;
  const auto found = std::find_if(day.begin(), day.end(), [&](const DayPhase& row) { return row.name == phase; });
  RC_ASSERT(found != day.end());
  return *found;
}

bool same_bits(const LaneColumn& one, const LaneColumn& other) {
  return one.rows() == other.rows() &&
         (one.rows() == 0 || std::memcmp(one.row(0), other.row(0), one.rows() * lane_columns * sizeof(float)) == 0);
}

PhaseRun::PhaseRun(std::string_view first, std::string_view last, const RandomCase& chosen)
    : case_(chosen),
      first_(first),
      last_(last),
      batch_(brought_before(first, chosen)),
      before_(batch_.state()),
      key_(key_of_seed(chosen.options.seed)) {
  for (const DayPhase* phase : phases()) batch_.run_phase(phase->name);
}

std::vector<const DayPhase*> PhaseRun::phases() const {
  std::vector<const DayPhase*> found;
  for (const DayPhase& phase : schedule(case_.options.instruction_set).day) {
    if (found.empty() && phase.name != first_) continue;
    found.push_back(&phase);
    if (phase.name == last_) return found;
  }
  RC_FAIL("the schedule has no phases '" + first_ + "' to '" + last_ + "'");
}

bool PhaseRun::did(Seat seat, int lane, Behaviour behaviour) const {
  if (seat == no_seat) return false;
  return (bits_before(Column::behaviour_word, seat, lane) >> static_cast<unsigned>(behaviour) & 1U) != 0;
}

double PhaseRun::trust_of_manager(Seat seat, int lane) const {
  const Seat manager = world().organisation().people[seat].manager;
  const Slot slot = graph().find(manager, seat);
  const double managers = slot == no_slot ? -1.0 : before(Column::trust, slot, lane);
  return managers >= 0 ? managers : before(Column::trust_received, seat, lane);
}

double PhaseRun::per_step(double rate) const {
  if (case_.options.steps_per_day == 1) return rate;
  return 1 - std::pow(1 - std::min(rate, double{0.999999F}), 1.0 / case_.options.steps_per_day);
}

double PhaseRun::share_of_half_life(double half_life) const {
  return 1 - std::exp2(-1.0 / (half_life * case_.options.steps_per_day));
}

std::uint32_t PhaseRun::step() const {
  return static_cast<std::uint32_t>(case_.days_before * case_.options.steps_per_day + 1);
}

std::optional<bool> PhaseRun::happens(Purpose purpose, Seat first, Seat second, int lane, double chance,
                                      double within) const {
  const DrawAddress at{first, second, step(), static_cast<std::uint8_t>(purpose)};
  const double luck = draw32(key_, at, replicate(lane)) / 4294967296.0;
  if (chance <= 0) return false;
  if (luck < chance - within) return true;
  if (luck > chance + within) return false;
  return std::nullopt;
}

std::optional<bool> PhaseRun::happens16(Purpose purpose, Seat source, Seat target, int lane, double chance,
                                        double within) const {
  const DrawAddress at{source, target, step(), static_cast<std::uint8_t>(purpose)};
  const double luck = draw16(key_, at, replicate(lane));
  if (luck < std::floor((chance - within) * 65536 + 0.5)) return true;
  if (luck >= std::floor((chance + within) * 65536 + 0.5)) return false;
  return std::nullopt;
}

double PhaseRun::reachable_trust(double wanted, double propensity, Seat seat, int lane) const {
  if (rules().trust != TrustRule::abi) return wanted;
  const auto weight = [&](Lever which) { return lever(which, seat, lane); };
  const double of_propensity = weight(Lever::abi_propensity);
  const double all =
      weight(Lever::abi_ability) + weight(Lever::abi_benevolence) + weight(Lever::abi_integrity) + of_propensity;
  const double share = of_propensity / std::max(all, 1e-6);
  return std::clamp(wanted, share * propensity, share * propensity + 1 - share);
}

double PhaseRun::slack_of_trust(double wanted) const {
  const bool counts = rules().trust == TrustRule::beta || rules().trust == TrustRule::subjective_logic;
  return counts && (wanted < 1e-3 || wanted > 1 - 1e-3) ? 1.1e-3 : 0;
}

void PhaseRun::expect(Column column, std::size_t row, int lane, double expected, double within) const {
  const double found = after(column, row, lane);
  if (std::abs(found - expected) <= within) return;  // written so that a NaN fails
  std::ostringstream text;
  text.precision(9);
  text << "phase '" << last_ << "', column " << column_row(column).name << ", row " << row << ", lane " << lane
       << ": the engine has " << found << ", the oracle " << expected << " (within " << within << ")";
  RC_FAIL(text.str());
}

void PhaseRun::expect_nothing_else_changed() const {
  const auto ran = phases();
  for (std::size_t c = 0; c < column_count; ++c) {
    const auto column = static_cast<Column>(c);
    const bool declared = std::any_of(ran.begin(), ran.end(), [&](const DayPhase* phase) {
      return std::find(phase->writes.begin(), phase->writes.end(), static_cast<ColumnIndex>(c)) != phase->writes.end();
    });
    if (declared || same_bits(before_[column], batch_.state()[column])) continue;
    RC_FAIL("phase '" + last_ + "' wrote the column " + std::string(column_row(column).name) + " undeclared");
  }
}

}  // namespace trust::testing
