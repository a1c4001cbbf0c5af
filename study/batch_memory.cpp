#include "study/batch_memory.hpp"

#include "models/state.hpp"

namespace trust {

std::uint64_t bytes_of_batch(const World& world, const Rules& rules) {
  std::uint64_t rows = 0;
  for (std::size_t column = 0; column < column_count; ++column)
    rows += rows_of(static_cast<Column>(column), world, rules);
  return rows * lane_columns * sizeof(float);
}

}  // namespace trust
