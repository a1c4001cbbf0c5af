// The names of the state's columns, for code that has no use for their storage.
#pragma once

#include <cstddef>
#include <cstdint>

namespace trust {

enum class Column : std::uint8_t {
#define TRUST_COLUMN(id, ...) id,
#include "models/state.def"
#undef TRUST_COLUMN
  count
};

inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::count);

}  // namespace trust
