// What a sweep adds to the engine's own time: reading points, looking up, keeping results safely on the disk.
#pragma once

namespace trust::bench {

/// Registers the benchmarks sweep/<what is varied>/threads:<n>.
void register_sweeps();

}  // namespace trust::bench
