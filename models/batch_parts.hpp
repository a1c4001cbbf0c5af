// The inside of a batch, for the files that implement it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "models/batch.hpp"
#include "models/day.hpp"
#include "models/lever_table.hpp"

namespace trust {

// What a worker thread adds to, and where it lives.
struct WorkerMemory {
  explicit WorkerMemory(Seat seats) : trust_given(seats) {}
  LaneColumn trust_given;
  std::array<LaneTotals, total_count> totals{};
};

// How many ties or people a mean is over, a lane at a time.
struct LaneCounts {
  LaneTotals ties{};
  LaneTotals across{};
  LaneTotals to_managers{};
};

struct Batch::Parts {
  Parts(std::shared_ptr<const World> shared_world, std::span<const LanePlan> wanted, const BatchOptions& chosen);

  void use_workers();
  void recount();  // active ties, for means
  void clear_totals();
  std::int64_t total(Total which, int lane) const;

  std::shared_ptr<const World> world;
  BatchOptions options;
  int lanes;
  std::array<std::uint32_t, lane_columns> replicates{};
  std::array<const Plan*, lane_columns> plans{};
  LeverTable levers;
  State state;
  std::vector<std::unique_ptr<WorkerMemory>> memory;
  std::vector<Worker> workers;
  LaneCounts counts;
  DayContext context;
};

}  // namespace trust
