// A day is a list of named phases. Each says what it reads and writes, so that the printed schedule is made from what
// runs, and runs over fixed blocks of rows.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/blocks.hpp"

namespace trust {

/// Index into a model's table of columns.
using ColumnIndex = std::uint8_t;

template <class Context>
struct Phase {
  std::string_view name;  // of the phase, or "a + b" where one pass does the work of several
  std::string_view does;
  std::span<const ColumnIndex> reads;
  std::span<const ColumnIndex> writes;
  /// Runs rows [block.begin, block.end); null where the phase is not about rows.
  void (*over_rows)(const Context&, RowBlock block, int worker) = nullptr;
  /// Runs once, before or instead of the rows.
  void (*once)(Context&) = nullptr;
};

template <class Context>
void run_phase(const Phase<Context>& phase, Context& context, std::span<const RowBlock> blocks,
               Parallelism parallelism) {
  if (phase.once != nullptr) phase.once(context);
  if (phase.over_rows == nullptr) return;
  for_each_block(blocks, parallelism, [&](RowBlock block, int worker) { phase.over_rows(context, block, worker); });
}

}  // namespace trust
