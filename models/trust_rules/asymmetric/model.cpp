#include "models/trust_rules/asymmetric/model.hpp"

#include <algorithm>
#include <array>

#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

constexpr Slot prefetch_distance = 24;  // ties ahead, for the scattered sums of the ones who trust

constexpr Slot ties_at_once = TieGraph::row_padding;
constexpr auto contact_purpose = static_cast<std::uint8_t>(Purpose::contact);

// What holds all day for a class of ties, whoever they lead to.
struct ClassToday {
  LaneInts contact_threshold;  // of 16-bit draws
  Lanes loss;                  // alpha minus, exposure included
  Lanes keep;                  // 1 - decay
  Lanes drift;                 // decay x disposition
};

using ClassesToday = std::array<ClassToday, tie_class_count>;

// t' = scale t + shift: the whole of a contact, or of a day without one.
struct Update {
  Lanes scale;
  Lanes shift;
};

constexpr Lever contact_lever[tie_class_count] = {Lever::contact_manager, Lever::contact_report,
                                                  Lever::contact_peer,    Lever::contact_across,
                                                  Lever::contact_across,  Lever::contact_leaders};

ClassesToday classes_today(const DayContext& day) {
  ClassesToday classes;
  const LeversOf levers(day, 0);
  const Lanes decay = share_of_half_life(day, levers(Lever::trust_half_life));
  const Lanes decay_across =
      share_of_half_life(day, levers(Lever::trust_half_life) / max(levers(Lever::trust_decay_across), 1e-6F));
  for (std::size_t c = 0; c < tie_class_count; ++c) {
    const auto tie = static_cast<TieClass>(c);
    const Lanes lost = is_across(tie) ? decay_across : decay;
    const Lanes disposition =
        levers(is_across(tie) ? Lever::trust_disposition_across : Lever::trust_disposition_within);
    const Lanes exposure = tie == TieClass::cross_function_exposed ? levers(Lever::trust_exposure) : Lanes(1.0F);
    classes[c].contact_threshold = threshold16(per_step(day, levers(contact_lever[c])));
    classes[c].loss = levers(Lever::trust_loss) * exposure;
    classes[c].keep = 1.0F - lost;
    classes[c].drift = lost * disposition;
  }
  return classes;
}

// What j's behaviours of the day are worth to those who see them.
struct Worth {
  Lanes recognition, discretion, transparency, micromanagement;
};

TRUST_INLINE Worth worth_of(const DayContext& day, const LeversOf& levers, Seat person) {
  const LaneInts word = get_ints(day, Column::behaviour_word, person);
  const Lanes expectation = get(day, Column::recognition_expectation, person);
  const Lanes weight = levers(Lever::recognition_unexpected);
  const Lanes surprise = (1.0F + weight * (1.0F - expectation)) / (1.0F + weight);
  return {where(did(word, Behaviour::recognition), levers(Lever::recognition_effect) * surprise),
          where(did(word, Behaviour::discretion), levers(Lever::discretion_effect)),
          where(did(word, Behaviour::transparency), levers(Lever::transparency_effect)),
          where(did(word, Behaviour::micromanagement), levers(Lever::micromanagement_effect))};
}

TRUST_INLINE Lanes outcome_of(TieClass tie, const Worth& worth, const LeversOf& levers) {
  const Lanes recognition =
      tie == TieClass::peer ? worth.recognition * levers(Lever::recognition_peer) : worth.recognition;
  Lanes outcome = levers(Lever::contact_ordinary) + recognition + worth.transparency;
  if (tie == TieClass::manager) outcome = outcome + worth.discretion - worth.micromanagement;
  return clamp(outcome, -1.0F, 1.0F);
}

TRUST_INLINE Update update_after(Lanes outcome, const ClassToday& today, const LeversOf& levers) {
  const Lanes gain = levers(Lever::trust_gain) * max(outcome, 0.0F);
  const Lanes loss = min(today.loss * max(-outcome, 0.0F), 1.0F);
  return {(1.0F - gain - loss) * today.keep, gain * today.keep + today.drift};
}

// What a contact with one person does to trust, for each class of ties that leads to them.
struct Seen {
  std::array<Update, tie_class_count> of_class;
  Update untrained;  // of a report who is not skilled enough to gain from discretion
};

TRUST_INLINE Seen seen_of(const DayContext& day, Seat person, const ClassesToday& classes) {
  const LeversOf levers(day, person);
  Worth worth = worth_of(day, levers, person);
  Seen seen;
  for (std::size_t c = 0; c < tie_class_count; ++c) {
    if ((day.world->classes_of_row()[person] >> c & 1) == 0) continue;
    seen.of_class[c] = update_after(outcome_of(static_cast<TieClass>(c), worth, levers), classes[c], levers);
  }
  worth.discretion = 0.0F;
  const ClassToday& of_reports = classes[static_cast<std::size_t>(TieClass::manager)];
  seen.untrained = update_after(outcome_of(TieClass::manager, worth, levers), of_reports, levers);
  return seen;
}

// Of a report, who gains from discretion only once trained.
TRUST_INLINE Update update_of_report(const DayContext& day, const Seen& seen, Seat source) {
  const Update& usual = seen.of_class[static_cast<std::size_t>(TieClass::manager)];
  const LaneMask trained = gains_from_discretion(day, source);
  return {choose(trained, usual.scale, seen.untrained.scale), choose(trained, usual.shift, seen.untrained.shift)};
}

}  // namespace

void update_trust(const DayContext& day, RowBlock block, int worker) {
  const TieGraph& graph = day.world->graph();
  const Seat* sources = graph.sources().data();
  const TieClass* tie_class = day.world->tie_class().data();
  TrustSums sums{day.workers[static_cast<std::size_t>(worker)].trust_given};
  const ClassesToday classes = classes_today(day);
  const Slot last_slot = graph.slots() - 1;
  const Seat last_seat = graph.seats() - 1;
  for (Seat person = block.begin; person < block.end; ++person) {
    const Seen seen = seen_of(day, person, classes);
    const Slot end = graph.row_end(person);
    for (Slot first = graph.row_begin(person); first < end; first += ties_at_once) {
      LaneInts luck[ties_at_once];  // rows are padded, so that reading past the last tie of a row stays inside them
      draw16_ties<ties_at_once>(day.luck, sources + first, {0, person, day.step, contact_purpose}, luck);
      for (Slot slot = first; slot < std::min(first + ties_at_once, end); ++slot) {
        const Seat ahead = sources[std::min(slot + prefetch_distance, last_slot)];
        __builtin_prefetch(row_of(sums.given, std::min(ahead, last_seat)), 1);
        const auto c = static_cast<std::size_t>(tie_class[slot]);
        const LaneMask contact = luck[slot - first] < classes[c].contact_threshold;
        const Lanes before = get(day, Column::trust, slot);
        const LaneMask active = before >= Lanes(0.0F);
        const Update* update = &seen.of_class[c];  // not copied: it would go through memory for every tie
        Update of_report;
        if (tie_class[slot] == TieClass::manager) {
          of_report = update_of_report(day, seen, sources[slot]);
          update = &of_report;
        }
        const Lanes scale = choose(contact, update->scale, classes[c].keep);
        const Lanes shift = choose(contact, update->shift, classes[c].drift);
        const Lanes after = choose(active, clamp01(scale * before + shift), before);
        put(day, Column::trust, slot, after);
        sums.add(after, active, is_across(tie_class[slot]), sources[slot]);
      }
    }
    sums.end_row(day, person);
  }
  add_total(day, worker, Total::trust, sums.total);
  add_total(day, worker, Total::trust_across, sums.across);
}

}  // namespace TRUST_PATH
}  // namespace trust
