#include "tests/sim/lane_probe.hpp"

#include <cstring>
#include <stdexcept>

namespace trust::test {

namespace portable {
extern const LaneProbe probe;
}
#ifdef TRUST_HAS_AVX2
namespace avx2 {
extern const LaneProbe probe;
}
#endif

const LaneProbe& lane_probe([[maybe_unused]] InstructionSet set) {
#ifdef TRUST_HAS_AVX2
  if (set == InstructionSet::avx2) return avx2::probe;
#endif
  return portable::probe;
}

std::vector<InstructionSet> available_sets() {
  std::vector<InstructionSet> sets;
  for (const InstructionSet set : {InstructionSet::portable, InstructionSet::avx2}) {
    if (is_available(set)) sets.push_back(set);
  }
  return sets;
}

RowKernel operation(InstructionSet set, const char* expression) {
  const LaneProbe& probe = lane_probe(set);
  for (std::size_t i = 0; i < probe.operation_count; ++i) {
    if (std::strcmp(probe.operations[i].expression, expression) == 0) return probe.operations[i].run;
  }
  throw std::out_of_range(expression);
}

}  // namespace trust::test
