// The same source is compiled for a portable path and for AVX2 + AES; the program picks one when it starts. Whatever
// vector code defines lives in the inline namespace of its path, so that the linker can never mix the two.
#pragma once

#if defined(TRUST_VECTOR_UNIT) && defined(__AVX2__) && defined(__AES__)
#define TRUST_PATH avx2
#else
#define TRUST_PATH portable
#endif

#include <cstdint>
#include <string_view>

namespace trust {

inline namespace TRUST_PATH {}

enum class InstructionSet : std::uint8_t { portable, avx2 };

/// The fastest path that this program was built with and this processor has.
InstructionSet best_instruction_set();

/// Whether `set` can run here.
bool is_available(InstructionSet set);

std::string_view name_of(InstructionSet set);

}  // namespace trust
