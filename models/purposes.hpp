// What the model draws luck for. A purpose is never used again for something else, nor in both widths of
// sim/draws.hpp; 128 and above belong to making organisations (scenarios/).
#pragma once

#include <cstdint>

namespace trust {

enum class Purpose : std::uint8_t {
  contact = 0,    // tie draw: does the source see what the target does today?
  behaviour = 1,  // seat draws: 1 + b for behaviour b
};

}  // namespace trust
