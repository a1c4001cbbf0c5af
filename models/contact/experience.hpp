// What a contact with somebody is worth: their behaviours of the day as good and bad evidence, for everybody who meets
// them, and how much of it comes across between two people. Equations in README.md.
#pragma once

#include <array>

#include "models/day_access.hpp"
#include "models/tie_word.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Good and bad evidence about a person, in `dimensions` kinds: 1 (all in one) or 3 (by Dimension).
template <int dimensions>
struct Evidence {
  Lanes good[dimensions];
  Lanes bad[dimensions];
};

/// What holds all day for everybody.
struct ContactToday {
  std::array<std::array<LaneInts, 4>, tie_class_count>
      near;  // thresholds of 16-bit draws: face to face, + call, + chat,
  std::array<std::array<LaneInts, 4>, tie_class_count> far;  // + e-mail = any contact; far: at different locations
  Lanes richness[4];                                         // by channel, in that order
  Lanes kernel;                                              // of recognition, but for surprise
  Lanes misread;
  Lanes projection;
  Lanes damping;  // of good evidence where there is a scar

  explicit ContactToday(const DayContext& day);
};

/// What meeting a person today is worth, by class of the tie towards them.
template <int dimensions>
struct Seen {
  std::array<Evidence<dimensions>, tie_class_count> of_class;
  Lanes discretion;     // good evidence of benevolence, to reports who are skilled enough
  Lanes feedback;       // good evidence of ability, where there is a contract
  Lanes feedback_cost;  // bad evidence of benevolence, where there is none
  Lanes attention;      // good evidence of benevolence, to reports who trust less than ...
  Lanes attention_below;
  Lanes feedback_from;  // trust from which feedback counts
  Lanes misread;        // share of good evidence that the largest difference in style costs

  Seen(const DayContext& day, Seat person, const ContactToday& today);
};

extern template struct Seen<1>;
extern template struct Seen<3>;

/// The index of a dimension among `dimensions`.
template <int dimensions>
constexpr int index_of(Dimension dimension) {
  return dimensions == 1 ? 0 : static_cast<int>(dimension);
}

/// Who meets whom today: contact is any channel's.
struct Meeting {
  LaneMask contact;
  Lanes richness;

  TRUST_INLINE Meeting(const ContactToday& today, TieClass tie, bool is_far, LaneInts luck) {
    const auto& thresholds = (is_far ? today.far : today.near)[static_cast<std::size_t>(tie)];
    contact = luck < thresholds[3];
    richness = choose(luck < thresholds[0], today.richness[0],
                      choose(luck < thresholds[1], today.richness[1],
                             choose(luck < thresholds[2], today.richness[2], today.richness[3])));
  }
};

/// The outcome of a contact in each dimension, -1 .. 1.
template <int dimensions>
struct Outcome {
  Lanes value[dimensions];
};

template <int dimensions>
TRUST_INLINE void experience_of(const DayContext& day, const ContactToday& today, const Seen<dimensions>& seen,
                                TieClass tie, Seat source, Lanes before, LaneInts tie_word, Lanes richness,
                                Outcome<dimensions>& outcome) {
  constexpr int ability = index_of<dimensions>(Dimension::ability);
  constexpr int benevolence = index_of<dimensions>(Dimension::benevolence);
  const Evidence<dimensions>& usual = seen.of_class[static_cast<std::size_t>(tie)];
  Lanes good[dimensions];
  Lanes bad[dimensions];
  for (int d = 0; d < dimensions; ++d) {
    good[d] = usual.good[d];
    bad[d] = usual.bad[d];
  }
  if (tie == TieClass::manager) {
    good[benevolence] += where(gains_from_discretion(day, source), seen.discretion);
    good[benevolence] += where(before < seen.attention_below, seen.attention);
  }
  const LaneMask agreed = tie == TieClass::manager || tie == TieClass::report
                              ? LaneMask(-1)
                              : (tie_word & LaneInts(contract_bit)) > LaneInts(0);
  good[ability] += where(agreed & (before >= seen.feedback_from), seen.feedback);
  bad[benevolence] += where(~agreed, seen.feedback_cost);

  const Lanes distance = to_floats(tie_word & LaneInts(style_distance_mask)) * trust_unit;
  const Lanes scarred = where((tie_word & LaneInts(scar_bit)) > LaneInts(0), today.damping);
  const Lanes across = richness * (1.0F - seen.misread * distance) * (1.0F - scarred);
  const Lanes harder = 1.0F + where(distance < 0.05F, today.projection);
  for (int d = 0; d < dimensions; ++d) outcome.value[d] = clamp(good[d] * across - bad[d] * harder, -1.0F, 1.0F);
}

}  // namespace TRUST_PATH
}  // namespace trust
