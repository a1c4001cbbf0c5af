#include "models/measures.hpp"

#include <algorithm>

namespace trust {
namespace {

constexpr std::array<MeasureRow, measure_count> table = {{
#define TRUST_MEASURE(id, label, sentence, unit, better, headline) \
  {Measure::id, #id, label, sentence, unit, Better::better, headline},
#include "models/measures.def"
#undef TRUST_MEASURE
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
