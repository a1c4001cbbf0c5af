#include "scenarios/describe.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trust {

namespace {

/// Names with how many people have each, without those that nobody has. `index_of` gives a person's index.
template <typename Named, typename IndexOf>
std::vector<Group> count_by(const Organisation& organisation, const std::vector<Named>& all, IndexOf index_of) {
  std::vector<Group> groups;
  for (const Named& one : all) {
    if constexpr (std::is_same_v<Named, std::string>)
      groups.push_back({one, 0});
    else
      groups.push_back({one.name, 0});
  }
  for (const Person& person : organisation.people) ++groups[index_of(person)].people;
  std::erase_if(groups, [](const Group& group) { return group.people == 0; });
  return groups;
}

void describe_reporting(const Organisation& organisation, Description& description) {
  std::vector<bool> leads(organisation.seats());
  for (const Person& person : organisation.people) {
    description.levels = std::max(description.levels, static_cast<std::uint16_t>(person.level + 1));
    if (person.manager == no_seat)
      ++description.without_manager;
    else
      leads[person.manager] = true;
  }
  description.leaders = static_cast<Seat>(std::count(leads.begin(), leads.end(), true));
  if (description.leaders == 0) return;
  description.span_of_control =
      static_cast<double>(description.people - description.without_manager) / description.leaders;
}

void describe_trust(const Organisation& organisation, Description& description) {
  if (organisation.ties.empty()) return;
  const auto ties = static_cast<double>(organisation.ties.size());
  double sum = 0, squares = 0;
  for (const Tie& tie : organisation.ties) sum += tie.trust;
  description.trust_mean = sum / ties;
  for (const Tie& tie : organisation.ties)
    squares += (tie.trust - description.trust_mean) * (tie.trust - description.trust_mean);
  description.trust_deviation = std::sqrt(squares / ties);
}

constexpr std::size_t listed_standings = 5;

void describe_standings(const Organisation& organisation, Description& description) {
  // Six digits are enough to tell people apart, and quick for any size.
  const EigenTrust found = eigen_trust(organisation.seats(), ratings_of(organisation),
                                       {.precision = 1e-6 / std::max(1U, organisation.seats())});
  std::vector<Seat> order(organisation.seats());
  std::iota(order.begin(), order.end(), Seat{0});
  std::ranges::stable_sort(order, std::greater{}, [&](Seat seat) { return found.reputation[seat]; });
  for (std::size_t place = 0; place < std::min(order.size(), listed_standings); ++place) {
    const Seat seat = order[place];
    description.best_trusted.push_back({organisation.people[seat].id, found.reputation[seat] * organisation.seats()});
  }
}

// A large organisation gets a first impression of its camps: the iteration is the one thing here that may take long.
void describe_balance(const Organisation& organisation, Description& description) {
  constexpr std::size_t work = 400'000'000;
  const std::vector<Liking> pairs = likings_of(organisation);
  const auto iterations = std::clamp<std::size_t>(work / (pairs.size() + 1), 50, 20'000);
  description.triads = count_triads(organisation.seats(), pairs);
  const Camps camps = camps_of(organisation.seats(), pairs, static_cast<int>(iterations));
  description.larger_camp = static_cast<Seat>(std::ranges::count(camps.side, 1));
  description.smaller_camp = static_cast<Seat>(std::ranges::count(camps.side, -1));
}

}  // namespace

std::vector<Rating> ratings_of(const Organisation& organisation) {
  std::vector<Rating> ratings;
  ratings.reserve(organisation.ties.size());
  for (const Tie& tie : organisation.ties) ratings.push_back({tie.source, tie.target, 2.0 * tie.trust - 1.0});
  return ratings;
}

std::vector<Liking> likings_of(const Organisation& organisation) {
  std::vector<Liking> pairs;
  for (const Rating& rating : ratings_of(organisation)) {
    pairs.push_back({std::min(rating.source, rating.target), std::max(rating.source, rating.target), rating.value});
  }
  std::ranges::stable_sort(
      pairs, [](const Liking& a, const Liking& b) { return std::pair(a.one, a.other) < std::pair(b.one, b.other); });
  std::vector<Liking> merged;
  for (const Liking& pair : pairs) {
    const bool returned = !merged.empty() && merged.back().one == pair.one && merged.back().other == pair.other;
    if (returned) {
      merged.back().value = (merged.back().value + pair.value) / 2;
    } else {
      merged.push_back(pair);
    }
  }
  return merged;
}

TieGraph graph_of(const Organisation& organisation) {
  std::vector<Arc> arcs;
  arcs.reserve(organisation.ties.size());
  for (const Tie& tie : organisation.ties) arcs.push_back({tie.source, tie.target});
  return {organisation.seats(), arcs};
}

Description describe(const Organisation& organisation) {
  Description description;
  description.people = organisation.seats();
  description.by_role = count_by(organisation, organisation.roles, [](const Person& person) { return person.role; });
  description.by_function =
      count_by(organisation, organisation.functions, [](const Person& person) { return person.function; });
  description.by_team = count_by(organisation, organisation.teams, [](const Person& person) { return person.team; });
  describe_reporting(organisation, description);
  describe_trust(organisation, description);
  description.graph = measure_graph(graph_of(organisation));
  describe_standings(organisation, description);
  describe_balance(organisation, description);
  return description;
}

}  // namespace trust
