// Who sits in which seat, and which department comes first, must not matter: the distributions are the same.
#include <algorithm>
#include <cmath>

#include "sim/draws.hpp"
#include "study/verification/estimate.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

constexpr Seat size = 32;
constexpr int days = 60;

// The same people and ties in other seats: whoever sat in seat i sits in seat_of[i].
std::shared_ptr<const Organisation> reseated(const Organisation& before, const std::vector<Seat>& seat_of) {
  const auto moved = [&](Seat seat) { return seat == no_seat ? no_seat : seat_of[seat]; };
  auto after = std::make_shared<Organisation>(before);
  for (Seat seat = 0; seat < before.seats(); ++seat) {
    Person& person = after->people[seat_of[seat]];
    person = before.people[seat];
    person.manager = moved(person.manager);
  }
  for (Team& team : after->teams) team.leader = moved(team.leader);
  for (Tie& tie : after->ties) tie = {moved(tie.source), moved(tie.target), tie.trust};
  std::ranges::sort(after->ties, [](const Tie& a, const Tie& b) {
    return std::pair(a.target, a.source) < std::pair(b.target, b.source);
  });
  return after;
}

std::vector<Seat> shuffled_seats() {
  std::vector<Seat> seats(size);
  for (Seat seat = 0; seat < size; ++seat) seats[seat] = seat;
  std::ranges::sort(seats, {}, [](Seat seat) { return draw32(key_of_seed(3), {.first = seat, .purpose = 204}, 0); });
  return seats;
}

// Functions and teams in the other order, under the same names.
std::shared_ptr<const Organisation> with_functions_swapped(const Organisation& before) {
  auto after = std::make_shared<Organisation>(before);
  std::swap(after->functions[0], after->functions[1]);
  for (Person& person : after->people) person.function = 1 - person.function;
  for (Team& team : after->teams) team.function = 1 - team.function;
  return after;
}

using Estimates = std::vector<Estimate>;  // one a measure

Estimates last_day(const Laboratory& laboratory, std::shared_ptr<const Organisation> organisation) {
  const auto world = world_of(std::move(organisation));
  std::vector<std::vector<double>> values(measure_count);
  for (std::uint32_t first = 0; first < 96; first += 16) {
    Trial trial = laboratory.start({.world = world, .first_replicate = first});
    trial.run(days);
    for (int lane = 0; lane < lane_columns; ++lane) {
      const Figures figures = trial.batch().figures(lane);
      for (std::size_t m = 0; m < measure_count; ++m) values[m].push_back(figures[m]);
    }
  }
  Estimates estimates;
  estimates.reserve(values.size());
  for (const auto& of_measure : values) estimates.push_back(estimate(of_measure));
  return estimates;
}

const Estimates& usual(Laboratory& laboratory) {
  return laboratory.once<Estimates>("usual", [&] { return last_day(laboratory, usual_organisation(size)); });
}

Finding same(const Estimates& first, const Estimates& second, Measure measure) {
  const auto m = static_cast<std::size_t>(measure);
  return {first[m].mean, second[m].mean, 4 * std::hypot(first[m].error, second[m].error) + 1e-6};
}

Check reseating(Measure measure) {
  const std::string name(measure_row(measure).name);
  return {"symmetry.seats." + name, "mean " + name + " after 60 days, 96 replicates, when everybody changes seats",
          [measure](Laboratory& l) {
            const Estimates& moved = l.once<Estimates>(
                "moved", [&] { return last_day(l, reseated(*usual_organisation(size), shuffled_seats())); });
            return same(usual(l), moved, measure);
          }};
}

Check swapping(Measure measure) {
  const std::string name(measure_row(measure).name);
  return {"symmetry.functions." + name, "mean " + name + " after 60 days, when departments are listed in another order",
          [measure](Laboratory& l) {
            const Estimates& swapped = l.once<Estimates>(
                "swapped", [&] { return last_day(l, with_functions_swapped(*usual_organisation(size))); });
            return same(usual(l), swapped, measure);
          }};
}

}  // namespace

Family symmetry_checks() {
  Family family{
      "symmetry", "what is called first must not matter (means within 4 standard errors of their difference)", {}};
  for (const Measure measure : {Measure::trust, Measure::trust_across_functions, Measure::stress, Measure::output}) {
    family.checks.push_back(reseating(measure));
  }
  for (const Measure measure : {Measure::trust, Measure::trust_across_functions, Measure::stress}) {
    family.checks.push_back(swapping(measure));
  }
  return family;
}

}  // namespace trust::verification
