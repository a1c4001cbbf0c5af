// Hashes and digests as people and JSON read them: sixteen hexadecimal digits (JSON numbers lose bits beyond 2^53).
#pragma once

#include <cstdint>
#include <string>

namespace trust {

inline std::string to_hex(std::uint64_t value) {
  std::string text(16, '0');
  for (std::size_t place = 16; value != 0; value >>= 4) text[--place] = "0123456789abcdef"[value & 15];
  return text;
}

}  // namespace trust
