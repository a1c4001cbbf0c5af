#include "scenarios/generator_people.hpp"

#include <algorithm>

#include "scenarios/generator_purposes.hpp"
#include "sim/exact_math.hpp"

namespace trust {
namespace {

/// A normal figure, kept off the ends of 0 .. 1.
struct Spread {
  double mean, deviation;
};

constexpr Spread skill{0.6, 0.12};
constexpr Spread self_awareness{0.5, 0.15};
constexpr Spread propensity{0.5, 0.12};
constexpr Spread acumen{0.5, 0.15};
constexpr double mean_tenure = 3.3;  // years: three in ten leave in a year
constexpr double mean_leader_tenure = 5.0;
constexpr double longest_tenure = 35;

float drawn(const Spread& spread, GeneratorPurpose purpose, Seat seat, const CipherKey& key, std::uint32_t draw) {
  const double luck = standard_normal(key, generator_address(purpose, seat), draw);
  return static_cast<float>(std::clamp(spread.mean + spread.deviation * luck, 0.05, 0.95));
}

}  // namespace

void draw_attributes(Organisation& organisation, const CipherKey& key, std::uint32_t draw) {
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    Person& person = organisation.people[seat];
    person.skill = drawn(skill, GeneratorPurpose::skill, seat, key, draw);
    person.self_awareness = drawn(self_awareness, GeneratorPurpose::self_awareness, seat, key, draw);
    person.propensity = drawn(propensity, GeneratorPurpose::propensity, seat, key, draw);
    person.acumen = drawn(acumen, GeneratorPurpose::acumen, seat, key, draw);
    person.style_x = static_cast<float>(uniform(key, generator_address(GeneratorPurpose::style, seat, 0), draw));
    person.style_y = static_cast<float>(uniform(key, generator_address(GeneratorPurpose::style, seat, 1), draw));
    const double luck = 1 - uniform(key, generator_address(GeneratorPurpose::tenure, seat), draw);
    const double mean = organisation.roles[person.role].leads ? mean_leader_tenure : mean_tenure;
    person.tenure_years = static_cast<float>(std::min(-mean * exact_log(luck), longest_tenure));
  }
}

void draw_open_seats(Organisation& organisation, double share, const CipherKey& key, std::uint32_t draw) {
  if (share <= 0) return;
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    Person& person = organisation.people[seat];
    if (organisation.roles[person.role].leads) continue;
    person.open = uniform(key, generator_address(GeneratorPurpose::open_seat, seat), draw) < share;
  }
}

std::vector<Disposition> draw_dispositions(const OrganisationFrame& frame, const TieShape& shape, const CipherKey& key,
                                           std::uint32_t draw) {
  const Organisation& organisation = frame.organisation;
  const auto normal = [&](GeneratorPurpose purpose, std::uint32_t first, std::uint32_t second) {
    return standard_normal(key, generator_address(purpose, first, second), draw);
  };
  std::vector<Disposition> dispositions(organisation.seats());
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    const Person& person = organisation.people[seat];
    Disposition& disposition = dispositions[seat];
    for (std::uint32_t axis = 0; axis < 2; ++axis) {
      const auto team_address = generator_address(GeneratorPurpose::team_place, person.team, axis);
      disposition.place[axis] = uniform(key, team_address, draw) +
                                shape.personal_spread * normal(GeneratorPurpose::personal_place, seat, axis);
    }
    disposition.popularity = shape.popularity * normal(GeneratorPurpose::popularity, seat, 0);
    disposition.openness = shape.openness * normal(GeneratorPurpose::openness, seat, 0);
    if (organisation.roles[person.role].leads) disposition.popularity += shape.leader_popularity;
  }
  return dispositions;
}

}  // namespace trust
