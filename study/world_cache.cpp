#include "study/world_cache.hpp"

#include <tbb/task_arena.h>

#include <stdexcept>

namespace trust {

WorldCache::WorldCache(const Scenario& scenario, std::span<const PackedBatch> batches) : scenario_(scenario) {
  for (const PackedBatch& batch : batches) ++entries_[batch.draw].batches_to_come;
}

std::shared_ptr<const World> WorldCache::take(std::uint32_t draw, std::size_t batches) {
  Entry& entry = entries_.at(draw);
  const std::scoped_lock lock(entry.making);
  std::shared_ptr<const World> world = made(entry, draw);
  entry.batches_to_come -= batches;
  if (entry.batches_to_come == 0) entry.world.reset();
  return world;
}

std::shared_ptr<const World> WorldCache::look(std::uint32_t draw) {
  Entry& entry = entries_.at(draw);
  const std::scoped_lock lock(entry.making);
  return made(entry, draw);
}

std::shared_ptr<const World> make_world(const Scenario& scenario, std::uint32_t draw) {
  try {
    return std::make_shared<const World>(scenario.organisation(draw));
  } catch (const std::logic_error& refused) {  // std::invalid_argument and std::length_error: not a runnable graph
    throw InputError({Problem{scenario.file.string(), 0, "organisation", refused.what(), "one that can be run"}});
  }
}

std::shared_ptr<const World> WorldCache::made(Entry& entry, std::uint32_t draw) const {
  if (!entry.world) {
    // Isolated: while it waits for helpers, this thread must not pick up a batch that waits for the same lock.
    tbb::this_task_arena::isolate([&] { entry.world = make_world(scenario_, draw); });
  }
  return entry.world;
}

}  // namespace trust
