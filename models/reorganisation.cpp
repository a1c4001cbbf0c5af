#include "models/reorganisation.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <vector>

#include "models/purposes.hpp"
#include "sim/draws.hpp"

namespace trust {
namespace {

// Those until the end of `last_day`, in order of day, and in the plan's order within a day.
std::vector<const Event*> reorganisations_of(const Plan& plan, int last_day = std::numeric_limits<int>::max()) {
  std::vector<const Event*> found;
  for (const Event& event : plan.events) {
    if (event.kind == Event::Kind::reorganise && event.day > 0 && event.day <= last_day) found.push_back(&event);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Event* one, const Event* other) { return one->day < other->day; });
  return found;
}

// Who may move where.
class Moves {
 public:
  Moves(const Organisation& before, const Event& event, std::uint32_t number, const MoveLuck& luck)
      : before_(before), event_(event), number_(number), luck_(luck), key_(key_of_seed(luck.seed)) {
    teams_.resize(before.functions.size());
    for (std::uint32_t team = 0; team < before.teams.size(); ++team)
      teams_[before.teams[team].function].push_back(team);
    stays_.assign(before.seats(), false);
    for (Seat seat = 0; seat < before.seats(); ++seat) {
      if (before.roles[before.people[seat].role].leads) stays_[seat] = true;
      if (before.people[seat].manager != no_seat) stays_[before.people[seat].manager] = true;
    }
    for (const Team& team : before.teams) {
      if (team.leader != no_seat) stays_[team.leader] = true;
    }
  }

  // The team that the person is in from then on.
  std::uint32_t team_of(Seat seat) const {
    const std::uint32_t own = before_.people[seat].team;
    const std::vector<std::uint32_t>& teams = teams_[before_.teams[own].function];
    if (teams.size() < 2 || stays_[seat] || !is_about(seat) || !is_drawn(seat)) return own;
    const std::uint64_t others = teams.size() - 1;
    const auto place = static_cast<std::size_t>(std::uint64_t{draw(seat, 1)} * others >> 32);
    const std::uint32_t team = teams[place];
    return team < own ? team : teams[place + 1];  // rising numbers: the own team is left out
  }

 private:
  bool is_about(Seat seat) const {
    return std::any_of(event_.who.begin(), event_.who.end(),
                       [&](const Target& target) { return matches(target, before_, seat); });
  }

  bool is_drawn(Seat seat) const {
    return static_cast<double>(draw(seat, 0)) < static_cast<double>(event_.share) * 4294967296.0;
  }

  std::uint32_t draw(Seat seat, std::uint32_t which) const {
    const DrawAddress at{seat, 2 * number_ + which, static_cast<std::uint32_t>(event_.day),
                         static_cast<std::uint8_t>(Purpose::move)};
    return draw32(key_, at, luck_.organisation_draw);
  }

  const Organisation& before_;
  const Event& event_;
  std::uint32_t number_;
  MoveLuck luck_;
  CipherKey key_;
  std::vector<std::vector<std::uint32_t>> teams_;  // [function], rising
  std::vector<bool> stays_;
};

// Mean trust on day 0 of each function's people in each other's.
class Categories {
 public:
  explicit Categories(const Organisation& organisation)
      : functions_(organisation.functions.size()), sum_(functions_ * functions_), count_(functions_ * functions_) {
    for (const Tie& tie : organisation.ties) {
      const std::size_t p = pair(organisation, tie.source, tie.target);
      sum_[p] += static_cast<double>(tie.trust);
      ++count_[p];
    }
  }

  float of(const Organisation& organisation, Seat source, Seat target) const {
    const std::size_t p = pair(organisation, source, target);
    return count_[p] == 0 ? 0.5F : static_cast<float>(sum_[p] / static_cast<double>(count_[p]));
  }

 private:
  std::size_t pair(const Organisation& organisation, Seat source, Seat target) const {
    return organisation.people[source].function * functions_ + organisation.people[target].function;
  }

  std::size_t functions_;
  std::vector<double> sum_;
  std::vector<std::uint64_t> count_;
};

bool comes_before(const Tie& one, const Tie& other) {
  return one.target != other.target ? one.target < other.target : one.source < other.source;
}

void add_new_lines(const Organisation& before, Organisation& after) {
  const Categories categories(before);
  std::vector<Tie> added;
  const auto add = [&](Seat source, Seat target) {
    const Tie tie{source, target, categories.of(before, source, target)};
    if (!std::binary_search(before.ties.begin(), before.ties.end(), tie, comes_before)) added.push_back(tie);
  };
  for (Seat seat = 0; seat < after.seats(); ++seat) {
    const Seat manager = after.people[seat].manager;
    if (manager == before.people[seat].manager) continue;
    add(seat, manager);
    add(manager, seat);
  }
  after.ties.insert(after.ties.end(), added.begin(), added.end());
  std::sort(after.ties.begin(), after.ties.end(), comes_before);
}

// [slot of `to`] the slot of the same tie in `from`, or no_slot.
std::vector<Slot> slots_before(const TieGraph& from, const TieGraph& to) {
  std::vector<Slot> before(to.slots(), no_slot);
  for (Seat target = 0; target < to.seats(); ++target) {
    Slot old = from.row_begin(target);  // both rows rise by source
    for (Slot slot = to.row_begin(target); slot < to.row_end(target); ++slot) {
      while (old < from.row_end(target) && from.source(old) < to.source(slot)) ++old;
      if (old < from.row_end(target) && from.source(old) == to.source(slot)) before[slot] = old;
    }
  }
  return before;
}

float value_of_a_new_tie(Column column) {
  if (column == Column::trust) return -1.0F;
  return column == Column::ceiling ? 1.0F : 0.0F;
}

void move_ties(const LaneColumn& before, const std::vector<Slot>& slot_before, Column column, LaneColumn& after) {
  for (Slot slot = 0; slot < slot_before.size(); ++slot) {
    if (slot_before[slot] == no_slot) {
      after.fill_row(slot, value_of_a_new_tie(column));
    } else {
      std::memcpy(after.row(slot), before.row(slot_before[slot]), lane_columns * sizeof(float));
    }
  }
}

}  // namespace

bool reorganises_on(const Plan& plan, int day) {
  return std::any_of(plan.events.begin(), plan.events.end(), [day](const Event& event) {
    return event.kind == Event::Kind::reorganise && event.day == day && day > 0;
  });
}

std::size_t reorganisations_until(const Plan& plan, int day) {
  std::size_t count = 0;
  for (const Event& event : plan.events) {
    count += event.kind == Event::Kind::reorganise && event.day > 0 && event.day <= day ? 1 : 0;
  }
  return count;
}

bool same_reorganisations(const Plan& one, const Plan& other) {
  return same_reorganisations(one, other, std::numeric_limits<int>::max());
}

bool same_reorganisations(const Plan& one, const Plan& other, int day) {
  const auto ones = reorganisations_of(one, day);
  const auto others = reorganisations_of(other, day);
  return std::equal(ones.begin(), ones.end(), others.begin(), others.end(), [](const Event* a, const Event* b) {
    return a->day == b->day && a->who == b->who && a->share == b->share;
  });
}

Organisation reorganised(const Organisation& before, const Event& event, std::uint32_t number, const MoveLuck& luck) {
  const Moves moves(before, event, number, luck);
  Organisation after = before;
  for (Seat seat = 0; seat < after.seats(); ++seat) {
    Person& person = after.people[seat];
    const std::uint32_t team = moves.team_of(seat);
    if (team == person.team) continue;
    person.team = team;
    const Seat leader = after.teams[team].leader;
    if (leader == no_seat) continue;
    person.manager = leader;
    person.level = static_cast<std::uint16_t>(after.people[leader].level + 1);
  }
  add_new_lines(before, after);
  return after;
}

std::shared_ptr<const World> world_on(const std::shared_ptr<const World>& first, const Plan& plan, int day,
                                      const MoveLuck& luck) {
  std::shared_ptr<const World> world = first;
  std::uint32_t number = 0;
  for (const Event* event : reorganisations_of(plan)) {
    if (event->day > day) break;
    auto organisation =
        std::make_shared<const Organisation>(reorganised(world->organisation(), *event, number++, luck));
    world = std::make_shared<const World>(std::move(organisation), *world);
  }
  return world;
}

void move_state(const World& from, const State& before, const World& to, State& after) {
  const std::vector<Slot> slot_before = slots_before(from.graph(), to.graph());
  for (std::size_t c = 0; c < column_count; ++c) {
    const auto column = static_cast<Column>(c);
    if (before[column].rows() == 0) continue;
    if (is_of_ties(column_row(column).entity)) {
      move_ties(before[column], slot_before, column, after[column]);
    } else {
      after[column] = before[column];
    }
  }
}

}  // namespace trust
