#include "models/trust_blocks.hpp"

#include <array>

namespace trust {
namespace {

constexpr auto grouping_count = static_cast<std::size_t>(Grouping::count);

std::size_t groups_of(const Organisation& organisation, Grouping grouping) {
  switch (grouping) {
    case Grouping::function:
      return organisation.functions.size();
    case Grouping::role:
      return organisation.roles.size();
    default:
      return organisation.teams.size() <= most_teams_in_blocks ? organisation.teams.size() : 0;
  }
}

std::uint32_t group_of(const Person& person, Grouping grouping) {
  switch (grouping) {
    case Grouping::function:
      return person.function;
    case Grouping::role:
      return person.role;
    default:
      return person.team;
  }
}

// Sums of all pairs of groups, dense.
class Pairs {
 public:
  Pairs(const Organisation& organisation, Grouping grouping)
      : people_(organisation.people),
        grouping_(grouping),
        groups_(groups_of(organisation, grouping)),
        ties_(groups_ * groups_),
        trust_(groups_ * groups_) {}

  void add(Seat source, Seat target, std::int64_t ties, std::int64_t trust) {
    if (groups_ == 0) return;
    const std::size_t pair = group_of(people_[source], grouping_) * groups_ + group_of(people_[target], grouping_);
    ties_[pair] += ties;
    trust_[pair] += trust;
  }

  void append_to(std::vector<TrustBlock>& blocks) const {
    for (std::size_t pair = 0; pair < ties_.size(); ++pair) {
      if (ties_[pair] == 0) continue;
      blocks.push_back({grouping_, static_cast<std::uint32_t>(pair / groups_),
                        static_cast<std::uint32_t>(pair % groups_), ties_[pair], trust_[pair]});
    }
  }

 private:
  const std::vector<Person>& people_;
  Grouping grouping_;
  std::size_t groups_;
  std::vector<std::int64_t> ties_;
  std::vector<std::int64_t> trust_;
};

}  // namespace

std::string_view name_of(Grouping grouping) {
  static constexpr std::array<std::string_view, grouping_count> names = {"function", "role", "team"};
  return names[static_cast<std::size_t>(grouping)];
}

std::vector<TrustBlock> trust_blocks(const Batch& batch) {
  const World& world = batch.world();
  std::vector<Pairs> pairs;
  for (std::size_t g = 0; g < grouping_count; ++g) pairs.emplace_back(world.organisation(), static_cast<Grouping>(g));
  for (Seat target = 0; target < world.seats(); ++target) {
    for (Slot slot = world.graph().row_begin(target); slot < world.graph().row_end(target); ++slot) {
      std::int64_t ties = 0;
      std::int64_t units = 0;
      for (int lane = 0; lane < batch.lanes(); ++lane) {
        const float trust = batch.state()[Column::trust].at(slot, lane);
        if (trust < 0) continue;
        ++ties;
        units += static_cast<std::int64_t>(trust * 65535.0F + 0.5F);
      }
      if (ties == 0) continue;
      for (Pairs& of_grouping : pairs) of_grouping.add(world.graph().source(slot), target, ties, units);
    }
  }
  std::vector<TrustBlock> blocks;
  for (const Pairs& of_grouping : pairs) of_grouping.append_to(blocks);
  return blocks;
}

const std::string& name_of_group(const Organisation& organisation, Grouping grouping, std::uint32_t group) {
  switch (grouping) {
    case Grouping::function:
      return organisation.functions[group];
    case Grouping::role:
      return organisation.roles[group].name;
    default:
      return organisation.teams[group].name;
  }
}

}  // namespace trust
