// Whole days, and the phases that they are made of.
#pragma once

namespace trust::bench {

/// Registers the benchmarks day/<case>/threads:<n> and phase/<case>/<phase>/threads:<n>.
void register_days();

}  // namespace trust::bench
