#include "scenarios/generator_people.hpp"

#include <algorithm>

#include "scenarios/generator_purposes.hpp"
#include "sim/exact_math.hpp"

namespace trust {
namespace {

constexpr double mean_skill = 0.6;
constexpr double skill_deviation = 0.12;
constexpr double mean_tenure = 3.3;  // years: three in ten leave in a year
constexpr double mean_leader_tenure = 5.0;
constexpr double longest_tenure = 35;

}  // namespace

void draw_attributes(Organisation& organisation, const CipherKey& key, std::uint32_t draw) {
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    Person& person = organisation.people[seat];
    const double skill =
        mean_skill + skill_deviation * standard_normal(key, generator_address(GeneratorPurpose::skill, seat), draw);
    person.skill = static_cast<float>(std::clamp(skill, 0.05, 0.95));
    const double luck = 1 - uniform(key, generator_address(GeneratorPurpose::tenure, seat), draw);
    const double mean = organisation.roles[person.role].leads ? mean_leader_tenure : mean_tenure;
    person.tenure_years = static_cast<float>(std::min(-mean * exact_log(luck), longest_tenure));
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
