// Up to 16 replicates of one organisation, side by side: what everything that runs the model runs.
//
// A lane is a replicate under a plan. Which lanes share a batch changes no result: a replicate's luck is addressed by
// its number, and lanes never touch one another.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "models/measures.hpp"
#include "models/plan.hpp"
#include "models/rules.hpp"
#include "models/state.hpp"
#include "models/world.hpp"
#include "sim/blocks.hpp"
#include "sim/instruction_set.hpp"

namespace trust {

struct LanePlan {
  std::uint32_t replicate;
  const Plan* plan;  // must outlive the batch; lanes of a batch may have different plans
};

struct BatchOptions {
  std::uint64_t seed = 0;
  int steps_per_day = 1;
  std::uint32_t organisation_draw = 0;  // which of the scenario's organisations: a reorganisation's luck goes by it
  Rules rules{};
  Parallelism parallelism = Parallelism::serial;  // serial where whole batches run side by side
  InstructionSet instruction_set = best_instruction_set();
};

class Batch {
 public:
  /// 1 .. 16 lanes. Throws std::invalid_argument for none or more than 16, and where the lanes' plans do not have the
  /// same reorganisations (models/reorganisation.hpp): the rows are rebuilt for all lanes at once.
  Batch(std::shared_ptr<const World> world, std::span<const LanePlan> lanes, const BatchOptions& options);
  ~Batch();
  Batch(Batch&&) noexcept;
  Batch& operator=(Batch&&) noexcept;

  /// One working day.
  void step();

  int day() const;  // 0 before the first step
  int lanes() const;
  std::uint32_t replicate(int lane) const;

  /// As it is on the current day. A reorganisation makes another one: hold the shared one to keep it.
  const World& world() const;
  std::shared_ptr<const World> shared_world() const;

  /// The figures of the day just done (of the initial state at day 0).
  Figures figures(int lane) const;

  /// Hash of one replicate's own columns; of one column of it. Equal for any packing, threads and instruction set.
  std::uint64_t lane_hash(int lane) const;
  std::uint64_t column_hash(Column column, int lane) const;
  /// All column hashes of all lanes at once: [lane][column].
  std::vector<std::vector<std::uint64_t>> column_hashes() const;

  const State& state() const;
  State& state();  // for tests that start from a state of their own

  /// What lever `lever` is for `seat` on the current day in `lane`.
  float lever(Lever lever, Seat seat, int lane) const;

  /// Runs one named phase of the next day alone (oracle tests); step() is all of them in order.
  void run_phase(std::string_view name);

  /// Counts active ties anew and completes the state as on day 0, after it was changed by hand (tests).
  void complete_state();

  /// Writes the whole state to a file (sim/snapshot.hpp), or reads it back. restore() throws SnapshotError unless the
  /// file holds the same organisation, seed, steps and replicates. Plans may differ: that is a branch.
  void save(const std::filesystem::path& file) const;
  void restore(const std::filesystem::path& file);

  /// The same replicates on the same day, to go on under other plans: plans[l] is lane l's, and must outlive the fork.
  /// What the plans decide for the days that are done is not asked, but for their reorganisations: throws
  /// std::invalid_argument unless every lane has a plan, all have the same reorganisations, and those until today are
  /// this batch's.
  Batch fork(std::span<const Plan* const> plans) const;

  struct Parts;  // models/batch_parts.hpp

 private:
  explicit Batch(std::unique_ptr<Parts> parts);
  void open_day();

  std::unique_ptr<Parts> parts_;
};

}  // namespace trust
