#include "sim/instruction_set.hpp"

#include "sim/lane_hash.hpp"

namespace trust {

inline namespace portable {
extern const HashKernels hash_table;
}
#ifdef TRUST_HAS_AVX2
namespace avx2 {
extern const HashKernels hash_table;
}
#endif

const HashKernels& hash_kernels([[maybe_unused]] InstructionSet set) {
#ifdef TRUST_HAS_AVX2
  if (set == InstructionSet::avx2) return avx2::hash_table;
#endif
  return portable::hash_table;
}

bool is_available(InstructionSet set) {
  if (set == InstructionSet::portable) return true;
#ifdef TRUST_HAS_AVX2
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("aes");
#else
  return false;
#endif
}

InstructionSet best_instruction_set() {
  return is_available(InstructionSet::avx2) ? InstructionSet::avx2 : InstructionSet::portable;
}

std::string_view name_of(InstructionSet set) { return set == InstructionSet::avx2 ? "avx2" : "portable"; }

}  // namespace trust
