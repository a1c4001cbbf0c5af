#include "models/organisation.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

TEST(TieKinds, FollowReportingLinesThenRolesThenFunctions) {
  const auto organisation = small_organisation(24);  // 0 leads sales, 8 marketing, 16 sales; 8 and 16 report to 0
  EXPECT_EQ(tie_kind(*organisation, 9, 8), TieKind::manager);
  EXPECT_EQ(tie_kind(*organisation, 8, 9), TieKind::report);
  EXPECT_EQ(tie_kind(*organisation, 8, 0), TieKind::manager);  // though both lead
  EXPECT_EQ(tie_kind(*organisation, 0, 8), TieKind::report);
  EXPECT_EQ(tie_kind(*organisation, 8, 16), TieKind::leader_leader);
  EXPECT_EQ(tie_kind(*organisation, 9, 10), TieKind::peer);
  EXPECT_EQ(tie_kind(*organisation, 1, 17), TieKind::peer);  // another team of the same function
  EXPECT_EQ(tie_kind(*organisation, 1, 9), TieKind::cross_function);
  EXPECT_EQ(tie_kind(*organisation, 1, 8), TieKind::cross_function);  // somebody else's leader
}

TEST(TieKinds, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (int kind = 0; kind < static_cast<int>(TieKind::count); ++kind) {
    names.insert(name_of(static_cast<TieKind>(kind)));
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(TieKind::count));
}

TEST(StandardRoles, AreThereWithTheirTraits) {
  std::set<std::string> names;
  for (const Role& role : standard_roles()) {
    names.insert(role.name);
    EXPECT_EQ(role.leads, role.name == "leader");
    EXPECT_EQ(role.exposed, role.name == "rep" || role.name == "bdr");
    for (const auto& [lever, value] : role.defaults) {
      EXPECT_EQ(parameter(lever).scope, Scope::person);
      EXPECT_GE(value, parameter(lever).low);
      EXPECT_LE(value, parameter(lever).high);
    }
  }
  EXPECT_EQ(names, (std::set<std::string>{"rep", "bdr", "marketer", "field_marketer", "leader"}));
}

struct Edit {
  std::string field;
  std::function<void(Organisation&)> make;
};

std::vector<Edit> edits_of_structure() {
  return {
      {"role name", [](Organisation& o) { o.roles[1].name = "other"; }},
      {"role function", [](Organisation& o) { o.roles[1].function = "other"; }},
      {"role leads", [](Organisation& o) { o.roles[1].leads = true; }},
      {"role exposed", [](Organisation& o) { o.roles[1].exposed = !o.roles[1].exposed; }},
      {"role default added", [](Organisation& o) { o.roles[1].defaults.emplace_back(Lever::hours_day, 7.0F); }},
      {"role default value", [](Organisation& o) { o.roles[4].defaults[0].second += 0.1F; }},
      {"role default lever", [](Organisation& o) { o.roles[4].defaults[0].first = Lever::hours_day; }},
      {"role added", [](Organisation& o) { o.roles.emplace_back().name = "new"; }},
      {"function", [](Organisation& o) { o.functions[1] = "other"; }},
      {"function added", [](Organisation& o) { o.functions.emplace_back("other"); }},
      {"team name", [](Organisation& o) { o.teams[0].name = "other"; }},
      {"team function", [](Organisation& o) { o.teams[0].function = 1; }},
      {"team leader", [](Organisation& o) { o.teams[0].leader = 5; }},
  };
}

std::vector<Edit> edits_of_people_and_ties() {
  return {
      {"id", [](Organisation& o) { o.people[3].id = "other"; }},
      {"role", [](Organisation& o) { o.people[3].role = 1; }},
      {"function", [](Organisation& o) { o.people[3].function = 1; }},
      {"team", [](Organisation& o) { o.people[3].team = 1; }},
      {"manager", [](Organisation& o) { o.people[3].manager = 8; }},
      {"level", [](Organisation& o) { o.people[3].level = 7; }},
      {"tenure", [](Organisation& o) { o.people[3].tenure_years = 1; }},
      {"skill", [](Organisation& o) { o.people[3].skill += 0.001F; }},
      {"location", [](Organisation& o) { o.people[3].location = "Oslo"; }},
      {"people swapped", [](Organisation& o) { std::swap(o.people[3], o.people[4]); }},
      {"person gone", [](Organisation& o) { o.people.pop_back(); }},
      {"tie source", [](Organisation& o) { o.ties[2].source = 23; }},
      {"tie target", [](Organisation& o) { o.ties[2].target = 23; }},
      {"tie trust", [](Organisation& o) { o.ties[2].trust += 0.001F; }},
      {"tie gone", [](Organisation& o) { o.ties.pop_back(); }},
  };
}

TEST(Digest, ChangesWithEveryField) {
  const auto organisation = small_organisation(24);
  std::set<std::uint64_t> digests = {digest(*organisation)};
  std::vector<Edit> edits = edits_of_structure();
  for (Edit& edit : edits_of_people_and_ties()) edits.push_back(std::move(edit));
  for (const Edit& edit : edits) {
    Organisation edited = *organisation;
    edit.make(edited);
    EXPECT_TRUE(digests.insert(digest(edited)).second) << edit.field;
  }
}

TEST(Digest, IsTheSameForAnEqualOrganisation) {
  EXPECT_EQ(digest(*small_organisation(24)), digest(*small_organisation(24)));
  EXPECT_NE(digest(*small_organisation(24)), digest(*small_organisation(24, 0.2, 2)));
}

}  // namespace
}  // namespace trust::testing
