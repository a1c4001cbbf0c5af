// Who knows whom and with how much trust: what must hold for every tie, and on average.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <set>
#include <utility>

#include "tests/scenarios/generated.hpp"

namespace trust {
namespace {

using generated::department;
using generated::generate;
using generated::Mix;

std::set<std::pair<Seat, Seat>> arcs(const Organisation& organisation) {
  std::set<std::pair<Seat, Seat>> found;
  for (const Tie& tie : organisation.ties) found.insert({tie.source, tie.target});
  return found;
}

/// Share of the pairs for which `counts` holds that have a tie.
template <class Counts>
double density_where(const Organisation& organisation, Counts counts) {
  double ties = 0, pairs = 0;
  for (const Tie& tie : organisation.ties) ties += counts(tie.source, tie.target);
  for (Seat i = 0; i < organisation.seats(); ++i) {
    for (Seat j = 0; j < organisation.seats(); ++j) pairs += i != j && counts(i, j);
  }
  return ties / pairs;
}

double within_to_between_functions(const Organisation& organisation) {
  const auto same = [&](Seat i, Seat j) { return organisation.people[i].function == organisation.people[j].function; };
  return density_where(organisation, same) / density_where(organisation, [&](Seat i, Seat j) { return !same(i, j); });
}

struct Moments {
  double mean = 0;
  double deviation = 0;
};

Moments trust_where(const Organisation& organisation, bool same_function) {
  double count = 0, sum = 0, squares = 0;
  for (const Tie& tie : organisation.ties) {
    if ((organisation.people[tie.source].function == organisation.people[tie.target].function) != same_function)
      continue;
    ++count;
    sum += tie.trust;
    squares += double{tie.trust} * tie.trust;
  }
  return {sum / count, std::sqrt(squares / count - sum / count * sum / count)};
}

TEST(GeneratedTies, AreSortedAndUniqueAndOfOthers) {
  const Organisation organisation = generate(department(700));
  for (std::size_t i = 0; i < organisation.ties.size(); ++i) {
    const Tie& tie = organisation.ties[i];
    EXPECT_NE(tie.source, tie.target);
    if (i == 0) continue;
    const Tie& before = organisation.ties[i - 1];
    EXPECT_LT(std::pair(before.target, before.source), std::pair(tie.target, tie.source));
  }
}

TEST(GeneratedTies, JoinManagersAndReportsBothWays) {
  for (const std::uint32_t people : {20u, 120u, 2000u}) {
    for (const double ties_per_person : {3.0, 30.0}) {
      GeneratorSpec spec = department(people);
      spec.ties_per_person = ties_per_person;
      const Organisation organisation = generate(spec);
      const auto ties = arcs(organisation);
      for (Seat seat = 0; seat < people; ++seat) {
        const Seat manager = organisation.people[seat].manager;
        if (manager == no_seat) continue;
        EXPECT_TRUE(ties.contains({seat, manager})) << organisation.people[seat].id;
        EXPECT_TRUE(ties.contains({manager, seat})) << organisation.people[seat].id;
      }
    }
  }
}

TEST(GeneratedTies, JoinLeadersWhoShareAManager) {
  const Organisation organisation = generate(department(2000));
  const auto ties = arcs(organisation);
  const auto leads = [&](const Person& person) { return organisation.roles[person.role].leads; };
  int pairs = 0;
  for (Seat i = 0; i < organisation.seats(); ++i) {
    for (Seat j = 0; j < organisation.seats(); ++j) {
      const Person& one = organisation.people[i];
      const Person& other = organisation.people[j];
      if (i == j || !leads(one) || !leads(other) || one.manager == no_seat || one.manager != other.manager) continue;
      EXPECT_TRUE(ties.contains({i, j})) << one.id << " " << other.id;
      ++pairs;
    }
  }
  EXPECT_GT(pairs, 500);
}

TEST(GeneratedTies, JoinAllLeadersOfALevelWhereTheyAreFew) {
  const Organisation organisation = generate(department(120));
  const auto ties = arcs(organisation);
  for (Seat i = 0; i < organisation.seats(); ++i) {
    for (Seat j = 0; j < organisation.seats(); ++j) {
      const Person& one = organisation.people[i];
      const Person& other = organisation.people[j];
      const bool leaders = organisation.roles[one.role].leads && organisation.roles[other.role].leads;
      if (i != j && leaders && one.level == other.level) {
        EXPECT_TRUE(ties.contains({i, j})) << one.id << " " << other.id;
      }
    }
  }
}

TEST(GeneratedTies, JoinSmallTeamsCompletely) {
  for (const std::uint32_t people : {50u, 120u, 2000u}) {
    const Organisation organisation = generate(department(people));
    const auto same_team = [&](Seat i, Seat j) { return organisation.people[i].team == organisation.people[j].team; };
    EXPECT_DOUBLE_EQ(density_where(organisation, same_team), 1.0) << people;
  }
}

TEST(GeneratedTies, AreAsManyAsAskedFor) {
  for (const std::uint32_t people : {50u, 120u, 200u, 500u, 2000u, 5000u}) {
    for (const double ties_per_person : {15.0, 30.0}) {
      GeneratorSpec spec = department(people);
      spec.ties_per_person = ties_per_person;
      const Organisation organisation = generate(spec);
      const double found = static_cast<double>(organisation.ties.size()) / people;
      EXPECT_NEAR(found, ties_per_person, 0.01 * ties_per_person) << people;
    }
  }
}

TEST(GeneratedTies, AreAsManyAsAskedForWhereverTheyGo) {
  for (const double contact : {0.0, 0.5, 1.0}) {
    for (const double ties_per_person : {30.0, 300.0}) {
      GeneratorSpec spec = department(3000);
      spec.cross_team_contact = contact;
      spec.ties_per_person = ties_per_person;
      if (contact < 1 && ties_per_person > 100) continue;  // a unit does not have as many people
      const double found = static_cast<double>(generate(spec).ties.size()) / 3000;
      EXPECT_GE(found, 0.99 * ties_per_person) << contact;
      // At the ends of contact, those who are sure to know one another come on top.
      EXPECT_LE(found, 1.01 * ties_per_person + (contact == 0.5 ? 0 : 10)) << contact;
    }
  }
}

TEST(GeneratedTies, StayInsideWhereNobodyIsOutside) {
  GeneratorSpec spec = department(60, Mix::one_function);
  spec.cross_team_contact = 1;
  EXPECT_EQ(generate(spec).ties.size(), 60u * 30u);
}

TEST(GeneratedTies, AreAllThereAreInASmallOrganisation) {
  for (const std::uint32_t people : {8u, 20u, 31u}) {
    const Organisation organisation = generate(department(people));
    EXPECT_EQ(organisation.ties.size(), std::size_t{people} * (people - 1)) << people;
  }
}

TEST(GeneratedTies, AreDenserWithinFunctions) {
  for (const Mix mix : {Mix::two_functions, Mix::two_equal_functions}) {
    for (const std::uint32_t people : {50u, 120u, 200u, 500u, 2000u}) {
      double ratio = 0;
      for (std::uint32_t draw = 0; draw < 4; ++draw) {
        ratio += within_to_between_functions(generate(department(people, mix), 1, draw)) / 4;
      }
      EXPECT_GE(ratio, 2) << people;
      EXPECT_LE(ratio, 11) << people;
    }
  }
}

TEST(GeneratedTies, OfStrongTrustAreDenserWithinFunctionsInTheSmallestOrganisationsToo) {
  double ratio = 0;
  for (std::uint32_t draw = 0; draw < 10; ++draw) {
    Organisation organisation = generate(department(20), 1, draw);
    std::ranges::stable_sort(organisation.ties, std::ranges::greater{}, &Tie::trust);
    organisation.ties.resize(76);  // density 0.2
    ratio += within_to_between_functions(organisation) / 10;
  }
  EXPECT_GE(ratio, 2);
  EXPECT_LE(ratio, 11);
}

TEST(GeneratedTies, AreDenserInAUnitThanBetweenItAndTheUnitsNextToIt) {
  const Organisation organisation = generate(department(4000));
  const auto units = generated::units(organisation);
  std::vector<std::size_t> unit_of(organisation.people.size());
  for (std::size_t u = 0; u < units.size(); ++u) {
    for (const Seat seat : units[u]) unit_of[seat] = u;
  }
  const auto site = [&](Seat seat) { return std::stoi(organisation.people[seat].location.substr(5)); };
  const double within = density_where(organisation, [&](Seat i, Seat j) { return unit_of[i] == unit_of[j]; });
  const double beside = density_where(
      organisation, [&](Seat i, Seat j) { return unit_of[i] != unit_of[j] && std::abs(site(i) - site(j)) <= 1; });
  EXPECT_GE(within / beside, 2);
  EXPECT_LE(within / beside, 11);
}

TEST(GeneratedTies, HaveUnitsOfAbout128People) {
  const Organisation organisation = generate(department(4000));
  for (const auto& unit : generated::units(organisation)) {
    if (unit.size() == 1) continue;  // the top
    EXPECT_GE(unit.size(), 96u);
    EXPECT_LE(unit.size(), 160u);
  }
}

TEST(GeneratedTies, LeaveTheUnitInTheShareAskedFor) {
  for (const double contact : {0.1, 0.3, 0.6}) {
    GeneratorSpec spec = department(4000);
    spec.cross_team_contact = contact;
    const Organisation organisation = generate(spec);
    std::size_t inside = 0;
    for (const auto& unit : generated::units(organisation)) {
      inside += generated::ties_among(organisation.ties, unit).size();
    }
    const double share = 1 - static_cast<double>(inside) / static_cast<double>(organisation.ties.size());
    EXPECT_NEAR(share, contact, 0.02);
  }
}

TEST(GeneratedTies, CrossFunctionsMoreOftenWithMoreContact) {
  double before = 1e9;
  for (const double contact : {0.1, 0.2, 0.3, 0.4, 0.5}) {
    GeneratorSpec spec = department(120);
    spec.cross_team_contact = contact;
    const double ratio = within_to_between_functions(generate(spec));
    EXPECT_LT(ratio, before);
    before = ratio;
  }
}

TEST(GeneratedTies, ThinOutAsOneOverTheNumberOfPeople) {
  for (const std::uint32_t people : {500u, 1000u, 4000u}) {
    const Organisation organisation = generate(department(people));
    const double density = static_cast<double>(organisation.ties.size()) / people / (people - 1.0);
    EXPECT_NEAR(density * (people - 1), 30, 0.3) << people;
  }
}

TEST(GeneratedTies, HaveTheTrustAskedFor) {
  struct Asked {
    double within, across, spread;
  };
  for (const Asked asked : {Asked{0.55, 0.45, 0.15}, Asked{0.4, 0.3, 0.1}, Asked{0.5, 0.6, 0.05}}) {
    for (const std::uint32_t people : {50u, 120u, 1000u}) {
      GeneratorSpec spec = department(people);
      spec.trust_within = asked.within;
      spec.trust_across = asked.across;
      spec.trust_spread = asked.spread;
      const Organisation organisation = generate(spec);
      const Moments within = trust_where(organisation, true);
      const Moments across = trust_where(organisation, false);
      EXPECT_NEAR(within.mean, asked.within, 0.005);
      EXPECT_NEAR(across.mean, asked.across, 0.005);
      EXPECT_NEAR(within.deviation, asked.spread, 0.03 * asked.spread);
      EXPECT_NEAR(across.deviation, asked.spread, 0.03 * asked.spread);
    }
  }
}

TEST(GeneratedTies, KeepTrustInsideItsRange) {
  GeneratorSpec spec = department(120);
  spec.trust_within = 0.95;
  spec.trust_across = 0.05;
  spec.trust_spread = 0.3;
  for (const Tie& tie : generate(spec).ties) {
    EXPECT_GE(tie.trust, 0.01F);
    EXPECT_LE(tie.trust, 0.99F);
  }
}

TEST(GeneratedTies, AreTheSameForTheSameSeedAndDrawOnly) {
  for (const std::uint32_t people : {50u, 1000u}) {
    const auto spec = department(people);
    const std::uint64_t one = digest(generate(spec, 7, 3));
    EXPECT_EQ(one, digest(generate(spec, 7, 3)));
    EXPECT_NE(one, digest(generate(spec, 7, 4)));
    EXPECT_NE(one, digest(generate(spec, 8, 3)));
  }
  EXPECT_NE(arcs(generate(department(120), 1, 0)), arcs(generate(department(120), 1, 1)));
}

TEST(GeneratedTies, DoNotDependOnWhatDoesNotConcernThem) {
  GeneratorSpec spec = department(120);
  const auto before = arcs(generate(spec));
  spec.trust_within = 0.3;
  spec.trust_across = 0.2;
  spec.trust_spread = 0.05;
  EXPECT_EQ(before, arcs(generate(spec)));
}

TEST(GeneratedTies, StayWhenMoreAreAskedFor) {
  GeneratorSpec spec = department(120);
  spec.ties_per_person = 20;
  const auto few = arcs(generate(spec));
  spec.ties_per_person = 25;
  const auto more = arcs(generate(spec));
  EXPECT_TRUE(std::ranges::includes(more, few));
}

/// FNV-1a over everything that is drawn.
std::uint64_t digest_of_draws(const Organisation& organisation) {
  std::uint64_t hash = 0xCBF29CE484222325ull;
  const auto add = [&hash](std::uint32_t word) {
    for (int byte = 0; byte < 4; ++byte) hash = (hash ^ (word >> (8 * byte) & 0xFFu)) * 0x100000001B3ull;
  };
  for (const Person& person : organisation.people) {
    add(std::bit_cast<std::uint32_t>(person.skill));
    add(std::bit_cast<std::uint32_t>(person.tenure_years));
  }
  for (const Tie& tie : organisation.ties) {
    add(tie.source);
    add(tie.target);
    add(std::bit_cast<std::uint32_t>(tie.trust));
  }
  return hash;
}

// The bits are part of the promise: another compiler, library or processor must give these too.
TEST(GeneratedTies, AreTheseOnesEverywhere) {
  EXPECT_EQ(digest_of_draws(generate(department(120), 20261, 0)), 14060434172078613928u);
  EXPECT_EQ(digest_of_draws(generate(department(1000), 20261, 1)), 814508329535062350u);
}

}  // namespace
}  // namespace trust
