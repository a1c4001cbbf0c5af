#include "models/measures.hpp"

#include <algorithm>

namespace trust {
namespace {

constexpr std::array<MeasureRow, measure_count> table = {{
    {Measure::trust, "trust", "Trust", "Mean of everybody's trust in those they know.", "0 to 1", Better::higher, true},
    {Measure::trust_in_managers, "trust_in_managers", "Trust in managers", "Mean of people's trust in their managers.",
     "0 to 1", Better::higher, false},
    {Measure::trust_across_functions, "trust_across_functions", "Trust across functions",
     "Mean trust in people of other functions.", "0 to 1", Better::higher, false},
    {Measure::felt_trust, "felt_trust", "Felt trust", "How trusted people feel.", "0 to 1", Better::higher, false},
    {Measure::stress, "stress", "Stress", "Mean stress.", "0 to 1", Better::lower, true},
    {Measure::energy, "energy", "Energy", "Mean energy.", "0 to 1", Better::higher, false},
    {Measure::engagement, "engagement", "Engagement", "Mean engagement.", "0 to 1", Better::higher, true},
    {Measure::hours_inside, "hours_inside", "Hours inside",
     "Time for reporting, meetings, coordination, learning and programmes.", "hours per person and day", Better::lower,
     true},
    {Measure::hours_outside, "hours_outside", "Hours outside", "Time for selling or creating.",
     "hours per person and day", Better::higher, true},
    {Measure::hours_reporting, "hours_reporting", "Hours reporting", "Time for reporting.", "hours per person and day",
     Better::lower, false},
    {Measure::hours_meetings, "hours_meetings", "Hours in meetings", "Time in meetings that low trust calls for.",
     "hours per person and day", Better::lower, false},
    {Measure::output, "output", "Output", "Effort x skill x time outside.", "effective hours per person and day",
     Better::higher, true},
    {Measure::programme_hours, "programme_hours", "Programme hours", "Time that running programmes take.",
     "hours per person and day", Better::lower, false},
    {Measure::programme_money, "programme_money", "Programme cost", "Money that running programmes cost.",
     "money per day", Better::lower, false},
}};

}  // namespace

std::span<const MeasureRow> measures() { return table; }

const MeasureRow& measure_row(Measure measure) { return table[static_cast<std::size_t>(measure)]; }

std::optional<Measure> find_measure(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [&](const MeasureRow& row) { return row.name == name; });
  if (found == table.end()) return std::nullopt;
  return found->id;
}

}  // namespace trust
