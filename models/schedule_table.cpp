// The list itself. Compiled once for each instruction set.

#include "models/behaviours/model.hpp"
#include "models/feelings/model.hpp"
#include "models/intervening/model.hpp"
#include "models/observing/model.hpp"
#include "models/schedule.hpp"
#include "models/time_use/model.hpp"
#include "models/trust_rules/asymmetric/model.hpp"
#include "models/work/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

template <Column... columns>
constexpr ColumnIndex list[] = {static_cast<ColumnIndex>(columns)...};

using enum Column;

constexpr DayPhase day[] = {
    {"intervene",
     "Brings everybody's levers to the day: settings, then interventions with their ramps and costs.",
     {},
     {},
     nullptr,
     intervene},
    {"decide", "Each person's behaviours of the day, from propensities, trust in others and stress.",
     list<trust_given, stress>, list<behaviour_word>, decide},
    {"meet + experience + trust",
     "One pass over the ties: who sees whom today, what it is worth, and what it does to trust; then the drift.",
     list<trust, behaviour_word, recognition_expectation, skill, ties_received>, list<trust, trust_received>,
     update_trust},
    {"feel", "Felt trust, clarity, recognition, micromanagement, stress, energy and engagement follow their causes.",
     list<trust, behaviour_word, trust_received, ties_given, skill, hours_inside, recognition_expectation, felt_trust,
          clarity, recognised, micromanaged, stress, energy, engagement>,
     list<trust_given, recognition_expectation, felt_trust, clarity, recognised, micromanaged, stress, energy,
          engagement>,
     feel},
    {"spend", "The hours of the day: reporting and meetings grow as trust falls; the rest is left for outside.",
     list<trust, trust_received, behaviour_word>,
     list<monitoring, hours_reporting, hours_meetings, hours_outside, hours_inside>, spend_hours},
    {"work", "Effort, and the output of the hours outside.",
     list<engagement, energy, clarity, micromanaged, skill, hours_outside>, list<effort, output>, work},
    {"observe",
     "The day's figures, as exact sums.",
     list<trust, felt_trust, stress, energy, engagement, hours_inside, hours_outside, hours_reporting, hours_meetings,
          output>,
     {},
     observe},
};

constexpr DayPhase day_zero[] = {
    {"intervene", "Levers as they are before the first day.", {}, {}, nullptr, intervene},
    {"sum trust", "Mean trust received and given.", list<trust, ties_received>, list<trust_received>, observe_trust},
    {"spend", "Hours at the initial trust and the usual micromanagement.", list<trust, trust_received>,
     list<monitoring, hours_reporting, hours_meetings, hours_outside, hours_inside>, settle_hours},
    {"settle", "Feelings where the initial trust and the usual behaviours would bring them.",
     list<trust, trust_received, ties_given, skill, hours_inside>,
     list<trust_given, recognition_expectation, felt_trust, clarity, recognised, micromanaged, stress, energy,
          engagement>,
     settle_feelings},
    {"work", "Output of day 0.", list<engagement, energy, clarity, micromanaged, skill, hours_outside>,
     list<effort, output>, work},
    {"observe",
     "The figures of day 0.",
     list<trust, felt_trust, stress, energy, engagement, hours_inside, hours_outside, hours_reporting, hours_meetings,
          output>,
     {},
     observe},
};

}  // namespace

extern const Schedule schedule_table;
const Schedule schedule_table{day, day_zero};

}  // namespace TRUST_PATH
}  // namespace trust
