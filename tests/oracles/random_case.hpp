// Worlds, plans and states at random, for comparing a phase with its oracle. Sizes, densities and levers are drawn by
// RapidCheck, which makes a failing case smaller; the bulk of the values is filled from one number of the case.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/batch.hpp"
#include "sim/draws.hpp"

namespace trust::testing {

/// A stream of numbers, for filling in values of which only the range matters.
class Filler {
 public:
  explicit Filler(std::uint64_t seed) : key_(key_of_seed(seed)) {}
  double between(double low, double high) { return low + (high - low) * uniform(key_, {next_++, 0, 0, 255}, 0); }
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(between(0, end)); }
  bool happens(double chance) { return between(0, 1) < chance; }
  /// 0 .. 1, both ends included and often met.
  float share();

 private:
  CipherKey key_;
  std::uint32_t next_ = 0;
};

/// Everything that a batch is made from, and what its state is to be made like.
struct RandomCase {
  std::shared_ptr<const World> world;
  std::deque<Plan> plans;  // a deque: lanes point into it
  std::vector<LanePlan> lanes;
  BatchOptions options;
  int days_before = 0;  // whole days worked before the state is made random
  double inactive = 0;  // share of ties that are inactive in a lane
  double open = 0;      // share of seats that are empty in a lane
  std::uint64_t fill = 0;

  Batch batch() const { return Batch(world, lanes, options); }
};

struct Shape {
  Seat most_people = 60;
  bool with_interventions = false;
  bool with_events = false;            // many of them on the day that is looked at
  std::optional<TrustRule> trust{};    // nothing: any
  std::optional<GossipRule> gossip{};  // nothing: any
};

/// A case of that shape. Call it inside a property.
RandomCase random_case(const Shape& shape = {});

/// A random setting's value: within the lever's range, and where numbers stay comparable to single precision.
float sensible_value(Lever lever, double place);

/// Runs the case's first days; makes who is there, the ties and everything else random; opens the next day with the
/// phases before `phase`; then makes everything random again but who is there, which ties are active and how much trust
/// there is on them, for which the day's sums stand.
void bring_before(std::string_view phase, const RandomCase& chosen, Batch& batch);

/// Makes every column random, but for `present`, `trust` and the counts of ties. Values are such as the model could
/// have brought about, as far as one column has to fit another: nothing is left of an empty seat's day, the hours make
/// up the day, the leads of all time are those that are accounted for.
void randomise_state(Batch& batch, Filler& filler);

/// Runs the property on `count` random cases, always the same ones.
void check_property(int count, const std::function<void()>& property);

}  // namespace trust::testing
