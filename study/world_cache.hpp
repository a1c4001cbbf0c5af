// One World for each organisation draw, made when its first batch starts and let go when its last batch has it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>

#include "models/world.hpp"
#include "scenarios/scenario.hpp"
#include "study/packing.hpp"

namespace trust {

/// The world of a draw. Throws InputError where the organisation cannot be made or run.
std::shared_ptr<const World> make_world(const Scenario& scenario, std::uint32_t draw);

class WorldCache {
 public:
  /// Counts how many of `batches` live in each draw. The scenario must outlive the cache.
  WorldCache(const Scenario& scenario, std::span<const PackedBatch> batches);

  /// The world of a draw, for so many batches that begin as one; each counts once. Any thread may call it; batches of
  /// one draw wait for its making.
  std::shared_ptr<const World> take(std::uint32_t draw, std::size_t batches = 1);

  /// The world of a draw without counting as a batch.
  std::shared_ptr<const World> look(std::uint32_t draw);

 private:
  struct Entry {
    std::mutex making;
    std::shared_ptr<const World> world;
    std::size_t batches_to_come = 0;
  };
  std::shared_ptr<const World> made(Entry& entry, std::uint32_t draw) const;

  const Scenario& scenario_;
  std::map<std::uint32_t, Entry> entries_;  // complete after construction; only the entries change
};

}  // namespace trust
