// Who stands where: head-counts, teams, spans, reporting lines, names.
#include "scenarios/generator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "tests/scenarios/generated.hpp"

namespace trust {
namespace {

using generated::department;
using generated::generate;
using generated::Mix;
using testing::HasSubstr;

std::map<std::string, std::uint32_t> heads(const Organisation& organisation) {
  std::map<std::string, std::uint32_t> count;
  for (const Person& person : organisation.people) ++count[organisation.roles[person.role].name];
  return count;
}

std::vector<std::uint32_t> reports(const Organisation& organisation, bool only_leaders) {
  std::vector<std::uint32_t> count(organisation.people.size(), 0);
  for (const Person& person : organisation.people) {
    const bool counts = !only_leaders || organisation.roles[person.role].leads;
    if (person.manager != no_seat && counts) ++count[person.manager];
  }
  return count;
}

bool leads(const Organisation& organisation, Seat seat) {
  return organisation.roles[organisation.people[seat].role].leads;
}

/// One person without a manager; everybody else one level below theirs, who leads.
void expect_sound_reporting_lines(const Organisation& organisation) {
  Seat tops = 0;
  for (const Person& person : organisation.people) {
    if (person.manager == no_seat) {
      ++tops;
      EXPECT_EQ(person.level, 0);
      continue;
    }
    ASSERT_LT(person.manager, organisation.seats());
    EXPECT_TRUE(leads(organisation, person.manager)) << person.id;
    EXPECT_EQ(person.level, organisation.people[person.manager].level + 1) << person.id;  // rules out circles too
  }
  EXPECT_EQ(tops, 1u);
}

void expect_sound_teams(const Organisation& organisation) {
  for (std::uint32_t t = 0; t < organisation.teams.size(); ++t) {
    const Seat leader = organisation.teams[t].leader;
    ASSERT_LT(leader, organisation.seats());
    EXPECT_EQ(organisation.people[leader].team, t);
    EXPECT_TRUE(leads(organisation, leader));
  }
  for (const Person& person : organisation.people) {
    if (!organisation.roles[person.role].leads) {
      EXPECT_EQ(organisation.teams[person.team].leader, person.manager);
    }
  }
}

/// Nobody but the top sits in a team alone.
void expect_company(const Organisation& organisation) {
  std::vector<int> size(organisation.teams.size(), 0);
  for (const Person& person : organisation.people) ++size[person.team];
  for (const Person& person : organisation.people) EXPECT_TRUE(person.level == 0 || size[person.team] > 1) << person.id;
}

void expect_unique_names(const Organisation& organisation) {
  std::set<std::string> ids, teams;
  for (const Person& person : organisation.people) EXPECT_TRUE(ids.insert(person.id).second) << person.id;
  for (const Team& team : organisation.teams) EXPECT_TRUE(teams.insert(team.name).second) << team.name;
}

// Shape of the figures: people by role, team size, span.
using Figures = std::tuple<std::map<std::string, std::uint32_t>, std::uint32_t, std::uint32_t>;

class GeneratedStructure : public testing::TestWithParam<Figures> {
 protected:
  GeneratorSpec spec() const {
    GeneratorSpec spec;
    std::tie(spec.roles, spec.team_size, spec.span_of_control) = GetParam();
    return spec;
  }
};

TEST_P(GeneratedStructure, HasTheHeadCountsAskedFor) {
  const Organisation organisation = generate(spec());
  const auto found = heads(organisation);
  for (const auto& [role, count] : spec().roles) {
    EXPECT_EQ(count, found.contains(role) ? found.at(role) : 0) << role;
  }
}

TEST_P(GeneratedStructure, HasOneTopAndNoCircles) { expect_sound_reporting_lines(generate(spec())); }

TEST_P(GeneratedStructure, HasTeamsThatTheirLeaderIsIn) { expect_sound_teams(generate(spec())); }

TEST_P(GeneratedStructure, SeatsNobodyAloneButTheTop) { expect_company(generate(spec())); }

TEST_P(GeneratedStructure, HasUniqueNames) { expect_unique_names(generate(spec())); }

TEST_P(GeneratedStructure, KeepsSpansAndTeamSizes) {
  const Organisation organisation = generate(spec());
  for (const std::uint32_t below : reports(organisation, true)) EXPECT_LE(below, spec().span_of_control);
  if (spec().roles.contains("leader")) return;  // a count of leaders decides the size of teams
  std::vector<std::uint32_t> size(organisation.teams.size(), 0);
  for (const Person& person : organisation.people) {
    if (!leads(organisation, organisation.teams[person.team].leader)) continue;
    ++size[person.team];
  }
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    if (!leads(organisation, seat)) {
      EXPECT_LE(size[organisation.people[seat].team], spec().team_size);
    }
  }
}

TEST_P(GeneratedStructure, PutsPeopleIntoTheFunctionOfTheirRole) {
  const Organisation organisation = generate(spec());
  for (const Person& person : organisation.people) {
    const Role& role = organisation.roles[person.role];
    if (!role.leads) {
      EXPECT_EQ(organisation.functions[person.function], role.function);
    }
  }
}

TEST_P(GeneratedStructure, GivesEachFunctionOneHead) {
  const Organisation organisation = generate(spec());
  std::map<std::uint32_t, int> heads_of;  // those whose manager is of another function, or nobody
  for (const Person& person : organisation.people) {
    const bool head = person.manager == no_seat || organisation.people[person.manager].function != person.function;
    heads_of[person.function] += head;
  }
  for (const auto& [function, count] : heads_of) EXPECT_EQ(count, 1) << organisation.functions[function];
}

INSTANTIATE_TEST_SUITE_P(
    Figures, GeneratedStructure,
    testing::Values(Figures{{{"rep", 1}}, 8, 8}, Figures{{{"rep", 7}}, 8, 8}, Figures{{{"rep", 8}}, 8, 8},
                    Figures{{{"rep", 60}, {"bdr", 12}, {"marketer", 24}, {"field_marketer", 8}}, 8, 8},
                    Figures{{{"rep", 60}, {"bdr", 12}, {"marketer", 24}, {"field_marketer", 8}, {"leader", 16}}, 8, 8},
                    Figures{{{"rep", 700}, {"marketer", 150}}, 6, 5}, Figures{{{"rep", 90}, {"marketer", 30}}, 2, 2},
                    Figures{{{"marketer", 900}, {"rep", 2}}, 12, 10}, Figures{{{"rep", 2500}, {"marketer", 100}}, 9, 3},
                    Figures{{{"rep", 2}, {"leader", 1}}, 8, 8}, Figures{{{"rep", 83}, {"leader", 17}}, 8, 8}));

TEST(Generator, ReachesEveryTotalWhenLeadersAreCounted) {
  for (std::uint32_t people = 8; people <= 300; ++people) {
    const auto spec = department(people);
    const Organisation organisation = generate(spec);
    ASSERT_EQ(organisation.seats(), people);
    expect_sound_reporting_lines(organisation);
    expect_sound_teams(organisation);
    expect_company(organisation);
  }
}

TEST(Generator, MakesOnePersonTwoAndThree) {
  GeneratorSpec spec;
  spec.roles = {{"leader", 1}};
  EXPECT_EQ(generate(spec).seats(), 1u);
  EXPECT_TRUE(generate(spec).ties.empty());
  spec.roles = {{"rep", 1}, {"leader", 0}};
  ASSERT_EQ(generate(spec).seats(), 1u);
  EXPECT_EQ(generate(spec).people[0].manager, no_seat);
  spec.roles = {{"rep", 1}};
  EXPECT_EQ(generate(spec).seats(), 2u);
  EXPECT_EQ(generate(spec).ties.size(), 2u);
  spec.roles = {{"rep", 2}};
  EXPECT_EQ(generate(spec).seats(), 3u);
  EXPECT_EQ(generate(spec).ties.size(), 6u);
  spec.roles = {{"rep", 1}, {"marketer", 1}};
  expect_sound_reporting_lines(generate(spec));
}

TEST(Generator, NamesPeopleByTheirTeam) {
  const Organisation organisation = generate(department(120));
  std::set<std::string> ids;
  for (const Person& person : organisation.people) ids.insert(person.id);
  EXPECT_TRUE(ids.contains("sales-3-2"));
  EXPECT_TRUE(ids.contains("marketing-1-1"));
  EXPECT_TRUE(ids.contains("leadership-team-1"));
  const Person& leader = organisation.people[organisation.teams.back().leader];
  EXPECT_TRUE(leader.id.starts_with("marketing-") && leader.id.ends_with("-1")) << leader.id;
}

TEST(Generator, GivesEveryDrawTheSameSeats) {
  const Organisation one = generate(department(120), 1, 0);
  const Organisation other = generate(department(120), 1, 5);
  ASSERT_EQ(one.seats(), other.seats());
  bool same_skill = true, same_tenure = true;
  for (Seat seat = 0; seat < one.seats(); ++seat) {
    EXPECT_EQ(one.people[seat].id, other.people[seat].id);
    EXPECT_EQ(one.people[seat].manager, other.people[seat].manager);
    EXPECT_EQ(one.teams[one.people[seat].team].name, other.teams[other.people[seat].team].name);
    same_skill = same_skill && one.people[seat].skill == other.people[seat].skill;
    same_tenure = same_tenure && one.people[seat].tenure_years == other.people[seat].tenure_years;
  }
  EXPECT_FALSE(same_skill);
  EXPECT_FALSE(same_tenure);
}

TEST(Generator, DrawsSkillAndTenureAroundTheirMeans) {
  GeneratorSpec spec;
  spec.roles = {{"rep", 4000}};
  const Organisation organisation = generate(spec);
  double skill = 0, tenure = 0, members = 0;
  for (const Person& person : organisation.people) {
    EXPECT_GE(person.skill, 0.05F);
    EXPECT_LE(person.skill, 0.95F);
    EXPECT_GE(person.tenure_years, 0.0F);
    EXPECT_LE(person.tenure_years, 35.0F);
    if (organisation.roles[person.role].leads) continue;
    skill += person.skill;
    tenure += person.tenure_years;
    ++members;
  }
  EXPECT_NEAR(skill / members, 0.6, 0.01);   // five standard errors
  EXPECT_NEAR(tenure / members, 3.3, 0.26);  // the same
}

TEST(Generator, PutsTheRarestLeadingRoleAtTheTop) {
  std::vector<Role> roles = standard_roles();
  roles.push_back(
      {.name = "director", .sentence = "Leads leaders.", .function = "leadership", .leads = true, .defaults = {}});
  GeneratorSpec spec;
  spec.roles = {{"rep", 70}, {"leader", 11}, {"director", 2}};
  const Organisation organisation = generate_organisation(spec, roles, 1, 0);
  EXPECT_EQ(heads(organisation).at("director"), 2u);
  for (const Person& person : organisation.people) {
    if (person.level == 0) {
      EXPECT_EQ(organisation.roles[person.role].name, "director");
    }
  }
}

std::string refusal(const GeneratorSpec& spec) {
  try {
    generate(spec);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Generator, RefusesWhatCannotBe) {
  GeneratorSpec spec;
  EXPECT_THAT(refusal(spec), HasSubstr("nobody"));
  spec.roles = {{"wizard", 3}};
  EXPECT_THAT(refusal(spec), HasSubstr("wizard"));
  spec.roles = {{"rep", 100}, {"leader", 2}};
  EXPECT_THAT(refusal(spec), HasSubstr("2 leaders"));
  spec.roles = {{"rep", 100}, {"leader", 500}};
  EXPECT_THAT(refusal(spec), HasSubstr("500 leaders"));
  spec.roles = {{"rep", 4000000000u}};
  EXPECT_THAT(refusal(spec), HasSubstr("4000000000"));
  spec.roles = {{"rep", 10}};
  spec.team_size = 1;
  EXPECT_THAT(refusal(spec), HasSubstr("team_size"));
  spec.team_size = 8;
  spec.span_of_control = 1;
  EXPECT_THAT(refusal(spec), HasSubstr("span_of_control"));
  spec.span_of_control = 8;
  spec.ties_per_person = -1;
  EXPECT_THAT(refusal(spec), HasSubstr("ties_per_person"));
  spec.ties_per_person = 30;
  spec.cross_team_contact = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(refusal(spec), HasSubstr("cross_team_contact"));
}

TEST(Generator, PeopleDifferInMoreThanSkill) {
  const Organisation organisation = generate(department(2000)), other = generate(department(2000), 1, 1);
  double awareness = 0, propensity = 0, acumen = 0, style = 0, square = 0, product = 0;
  for (const Person& person : organisation.people) {
    for (const float value : {person.self_awareness, person.propensity, person.acumen}) {
      EXPECT_GE(value, 0.05F);
      EXPECT_LE(value, 0.95F);
    }
    awareness += person.self_awareness;
    propensity += person.propensity;
    acumen += person.acumen;
    style += person.style_x;
    square += person.style_x * person.style_x;
    product += (person.style_x - 0.5) * (person.style_y - 0.5);
    EXPECT_FALSE(person.open);
  }
  const double people = organisation.seats();
  EXPECT_NEAR(awareness / people, 0.5, 0.02);
  EXPECT_NEAR(propensity / people, 0.5, 0.02);
  EXPECT_NEAR(acumen / people, 0.5, 0.02);
  EXPECT_NEAR(style / people, 0.5, 0.03);
  EXPECT_NEAR(square / people, 1.0 / 3, 0.03);  // uniform
  EXPECT_NEAR(product / people, 0, 0.01);       // one axis says nothing of the other
  EXPECT_NE(organisation.people[3].style_x, other.people[3].style_x);
}

TEST(Generator, LeavesTheShareOfSeatsOpenThatIsAskedFor) {
  GeneratorSpec spec = department(2000);
  const Organisation full = generate(spec);
  spec.open_seats = 0.25;
  const Organisation organisation = generate(spec);
  double open = 0, others = 0;
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    const Person& person = organisation.people[seat];
    const bool is_leader = organisation.roles[person.role].leads;
    EXPECT_FALSE(is_leader && person.open);
    others += is_leader ? 0 : 1;
    open += person.open ? 1 : 0;
    EXPECT_EQ(person.skill, full.people[seat].skill);  // nobody else's luck moves
  }
  EXPECT_NEAR(open / others, 0.25, 0.04);
  EXPECT_EQ(organisation.ties.size(), full.ties.size());
  spec.open_seats = 0.95;
  EXPECT_THROW(generate(spec), std::invalid_argument);
}

}  // namespace
}  // namespace trust
