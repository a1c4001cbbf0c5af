// The organisations that points of a sweep share: one World for each organisation and draw, made by the first batch
// that needs it. The ones last used are kept, up to a bounded size, so that a sweep of levers makes each organisation
// once for all its points and a sweep of organisations keeps no more than it needs.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

#include "models/world.hpp"
#include "scenarios/scenario.hpp"

namespace trust {

/// Whether two scenarios make the same organisation in every draw.
bool same_organisations(const Scenario& one, const Scenario& other);

/// Whether they can share a batch: same organisations, replicates an organisation, seed, steps a day, rules and
/// reorganisations.
bool can_share_batch(const Scenario& one, const Scenario& other);

/// About how many slots the organisation's graph has, without making it. For choosing how to share out threads only.
std::uint64_t slots_expected(const Scenario& scenario);

class WorldShelf {
 public:
  explicit WorldShelf(std::uint64_t slots_kept = 4'000'000) : slots_kept_(slots_kept) {}

  /// The world of a draw. Any thread may ask; those who ask for one that is being made wait for it. Throws InputError
  /// where the organisation cannot be made or run.
  std::shared_ptr<const World> take(const std::shared_ptr<const Scenario>& scenario, std::uint32_t draw);

  /// How many worlds were made so far.
  std::uint64_t made() const;

 private:
  static constexpr std::size_t most_places = 64;

  struct Place {
    Place(std::shared_ptr<const Scenario> of, std::uint32_t which) : scenario(std::move(of)), draw(which) {}

    std::shared_ptr<const Scenario> scenario;
    std::uint32_t draw;
    std::uint64_t slots = 0;  // of its world, once that is made
    std::mutex making;
    std::shared_ptr<const World> world;  // under `making`; the rest under the shelf's mutex
  };
  std::shared_ptr<Place> place_of(const std::shared_ptr<const Scenario>& scenario, std::uint32_t draw);
  void note_made(Place& place, std::uint64_t slots);
  void make_room();

  std::uint64_t slots_kept_;
  mutable std::mutex mutex_;
  std::list<std::shared_ptr<Place>> places_;  // the one last used first
  std::uint64_t made_ = 0;
};

}  // namespace trust
