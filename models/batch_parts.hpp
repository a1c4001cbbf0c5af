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
  WorkerMemory(const World& world, const Rules& rules);

  Worker worker();

  LaneColumn trust_given;
  LaneColumn function_sums;
  std::vector<LaneTotals> between;
  std::array<LaneTotals, total_count> totals{};
  std::vector<Seat> changing;
  std::vector<Slot> listener;  // empty where nobody talks about others
  LaneColumn heard;
};

struct Batch::Parts {
  Parts(std::shared_ptr<const World> shared_world, std::span<const LanePlan> wanted, const BatchOptions& chosen);

  /// The same lanes in another world, as on day 0.
  std::unique_ptr<Parts> in(std::shared_ptr<const World> other) const;
  /// The same lanes as they are today, under other plans.
  std::unique_ptr<Parts> under(std::span<const Plan* const> others) const;
  /// The world of a day, reorganised as the plans say; all lanes' plans say the same.
  std::shared_ptr<const World> world_on(int day) const;

  void start_people();  // who sits where on day 0
  void start_ties();
  void fill_context();
  void use_workers();
  void recount();  // active ties, for means
  void clear_totals();
  void set_clock(int day, std::uint32_t step);  // after the state of that day was put in its place
  std::int64_t total(Total which, int lane) const;

  std::shared_ptr<const World> first_world;  // of day 0
  std::shared_ptr<const World> world;        // of today
  BatchOptions options;
  int lanes;
  std::array<std::uint32_t, lane_columns> replicates{};
  std::array<const Plan*, lane_columns> plans{};
  LeverTable levers;
  EventList events;
  State state;
  std::vector<std::unique_ptr<WorkerMemory>> memory;
  std::vector<Worker> workers;
  TieCounts counts;
  std::vector<LaneTotals> counts_between;
  std::unique_ptr<TieChange[]> tie_changes;  // not cleared: most of it is never touched
  DayContext context;
};

/// Counts the active ties anew: the counts of seats (columns), and those of the batch.
void count_active_ties(const World& world, State& state, TieCounts& counts);

/// The day's figures of a lane, from its totals.
Figures figures_of(const Batch::Parts& parts, int lane);

}  // namespace trust
