// The organisation chart: properties that hold for every organisation.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/viz/example.hpp"
#include "viz/scene/hit.hpp"
#include "viz/scene/org_chart.hpp"
#include "viz/scene/outline.hpp"
#include "viz/scene/reporting_tree.hpp"
#include "viz/scene/tidy_tree.hpp"

namespace trust::viz {
namespace {

// Numbers that look random and are always the same.
std::uint32_t scramble(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352dU;
  x ^= x >> 15;
  x *= 0x846ca68bU;
  return x ^ (x >> 16);
}

Organisation with_managers(const std::vector<Seat>& managers) {
  Organisation organisation;
  organisation.roles = standard_roles();
  organisation.functions = {"sales"};
  organisation.teams = {{"All", 0, 0}};
  for (std::size_t seat = 0; seat < managers.size(); ++seat) {
    Person person;
    person.id = "p" + std::to_string(seat);
    person.manager = managers[seat];
    organisation.people.push_back(person);
  }
  return organisation;
}

// Everybody reports to somebody before them; `roots` report to nobody; `spread` says how deep it goes.
Organisation some_organisation(std::uint32_t people, std::uint32_t roots, std::uint32_t spread, std::uint32_t luck) {
  std::vector<Seat> managers;
  for (std::uint32_t seat = 0; seat < people; ++seat) {
    const std::uint32_t first = spread == 0 || seat < spread ? 0 : seat - spread;
    managers.push_back(seat < roots ? no_seat : first + scramble(seat * 31 + luck) % (seat - first));
  }
  return with_managers(managers);
}

void expect_tidy(const Organisation& organisation, const Layout& layout) {
  ASSERT_EQ(layout.people.size(), organisation.people.size());
  std::vector<Seat> close;
  std::size_t overlaps = 0;
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    const Circle& here = layout.people[seat];
    ASSERT_TRUE(std::isfinite(here.centre.x) && std::isfinite(here.centre.y));
    const Point reach{here.radius, here.radius};
    layout.grid.find({here.centre - reach, here.centre + reach}, close);
    for (const Seat other : close) {
      const float apart = length(layout.people[other].centre - here.centre);
      overlaps += other != seat && apart <= here.radius + layout.people[other].radius;
    }
    const Seat manager = organisation.people[seat].manager;
    const bool below = manager == no_seat || here.centre.y > layout.people[manager].centre.y;
    ASSERT_TRUE(below) << seat;
    ASSERT_GE(here.centre.x - here.radius, layout.bounds.low.x);
    ASSERT_LE(here.centre.x + here.radius, layout.bounds.high.x);
    ASSERT_GE(here.centre.y - here.radius, layout.bounds.low.y);
    ASSERT_LE(here.centre.y + here.radius, layout.bounds.high.y);
  }
  EXPECT_EQ(overlaps, 0u);
}

TEST(OrgChart, NobodyOverlapsAndManagersStandAbove) {
  for (std::uint32_t luck = 0; luck < 40; ++luck) {
    const Organisation organisation = some_organisation(3 + luck * 7, 1 + luck % 4, luck % 3 == 0 ? 0 : luck, luck);
    SCOPED_TRACE(luck);
    expect_tidy(organisation, org_chart_layout(organisation));
  }
}

TEST(OrgChart, EveryWrappingIsTidy) {
  for (std::uint32_t luck = 0; luck < 20; ++luck) {
    const Organisation organisation = some_organisation(200, 2, luck % 2 == 0 ? 0 : 30, luck);
    const ReportingTree tree = reporting_tree(organisation);
    for (const float wrapping : {INFINITY, 8.0F, 3.0F, 1.0F, 0.3F}) {
      const TidyTree placed = place_tree(tree, wrapping);
      for (std::size_t i = 0; i < placed.centres.size(); ++i) {
        const float mine = tree.leads(i) ? leader_radius : person_radius;
        for (std::size_t j = 0; j < i; ++j) {
          const float theirs = tree.leads(j) ? leader_radius : person_radius;
          ASSERT_GT(length(placed.centres[i] - placed.centres[j]), mine + theirs)
              << i << " and " << j << ", wrapping " << wrapping << ", luck " << luck;
        }
      }
    }
  }
}

TEST(OrgChart, BranchesHoldEverybodyBelow) {
  const Organisation organisation = some_organisation(300, 2, 20, 5);
  const Layout layout = org_chart_layout(organisation);
  ASSERT_EQ(layout.branches.size(), layout.order.size());
  for (std::uint32_t place = 0; place < layout.order.size(); ++place) {
    const Branch& branch = layout.branches[place];
    ASSERT_GT(branch.end, place);
    for (std::uint32_t below = place; below < branch.end; ++below) {
      EXPECT_TRUE(branch.box.contains(layout.people[layout.order[below]].centre)) << place << " and " << below;
    }
  }
}

TEST(OrgChart, EverybodyIsInOrderOnceAndBranchesNest) {
  const Organisation organisation = some_organisation(500, 3, 0, 8);
  const ReportingTree tree = reporting_tree(organisation);
  EXPECT_EQ(std::set<Seat>(tree.order.begin(), tree.order.end()).size(), 500u);
  std::vector<std::uint32_t> place_of(500);
  for (std::uint32_t place = 0; place < 500; ++place) place_of[tree.order[place]] = place;
  for (Seat seat = 0; seat < 500; ++seat) {
    const Seat manager = organisation.people[seat].manager;
    if (manager == no_seat) continue;
    EXPECT_LT(place_of[manager], place_of[seat]);
    EXPECT_LE(tree.end[place_of[seat]], tree.end[place_of[manager]]);
    EXPECT_EQ(tree.manager[place_of[seat]], place_of[manager]);
  }
}

TEST(OrgChart, LinesReachEverybodyWhoHasAManager) {
  const Organisation organisation = some_organisation(120, 2, 15, 3);
  const Layout layout = org_chart_layout(organisation);
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    if (organisation.people[seat].manager == no_seat) continue;
    const Point here = layout.people[seat].centre;
    const bool reached = std::any_of(layout.lines.begin(), layout.lines.end(), [&](const Segment& line) {
      return std::abs(line.to.x - here.x) < 0.01F && std::abs(line.from.x - here.x) < 0.01F &&
             line.to.y >= here.y - 0.01F && line.from.y < here.y;
    });
    EXPECT_TRUE(reached) << seat;
  }
}

TEST(OrgChart, LinesLieInTheirBranch) {
  const Organisation organisation = some_organisation(400, 1, 40, 9);
  const Layout layout = org_chart_layout(organisation);
  for (const Branch& branch : layout.branches) {
    for (std::uint32_t i = branch.lines.begin; i < branch.lines.end; ++i) {
      for (const Point end : {layout.lines[i].from, layout.lines[i].to}) {
        EXPECT_GE(end.x, branch.box.low.x - 0.01F);
        EXPECT_LE(end.x, branch.box.high.x + 0.01F);
        EXPECT_LE(end.y, branch.box.high.y + 0.01F);
      }
    }
  }
}

TEST(OrgChart, FollowsFromTheOrganisationAlone) {
  const Organisation organisation = some_organisation(300, 1, 0, 2);
  const Layout first = org_chart_layout(organisation);
  const Layout second = org_chart_layout(Organisation(organisation));
  for (Seat seat = 0; seat < 300; ++seat) EXPECT_EQ(first.people[seat].centre, second.people[seat].centre);
}

TEST(OrgChart, AThousandPeopleFitAScreen) {
  Scenario scenario = example_scenario();
  scenario.generator->roles = {{"rep", 460}, {"bdr", 100}, {"marketer", 240}, {"field_marketer", 57}, {"leader", 143}};
  const auto organisation = scenario.organisation(0);
  ASSERT_GE(organisation->seats(), 1000u);
  const Layout layout = org_chart_layout(*organisation);
  expect_tidy(*organisation, layout);
  const float aspect = layout.bounds.width() / layout.bounds.height();
  EXPECT_GT(aspect, 0.9F);
  EXPECT_LT(aspect, 3.0F);
  const float pixels = std::min(1600 / layout.bounds.width(), 1000 / layout.bounds.height());
  EXPECT_GT(pixels * person_radius, 5.0F) << "discs of ten pixels across on a screen of 1600 x 1000";
}

TEST(OrgChart, AFewPeopleAreDrawnAsOnPaper) {
  const Layout layout = org_chart_layout(with_managers({no_seat, 0, 0, 0}));
  EXPECT_FLOAT_EQ(layout.people[1].centre.y, layout.people[2].centre.y);
  EXPECT_FLOAT_EQ(layout.people[2].centre.y, layout.people[3].centre.y);
  EXPECT_NEAR(layout.people[0].centre.x, layout.people[2].centre.x, 1e-4F) << "in the middle above them";
}

TEST(OrgChart, ForestsStandSideBySide) {
  const Organisation forest = with_managers({no_seat, no_seat, no_seat, 0, 1, 2, 3, 4});
  const Layout layout = org_chart_layout(forest);
  expect_tidy(forest, layout);
}

TEST(OrgChart, CirclesOfReportingLinesAreCut) {
  const Organisation circle = with_managers({1, 2, 0, no_seat, 4, 99});  // three in a circle, one their own manager
  const Layout layout = org_chart_layout(circle);
  ASSERT_EQ(layout.people.size(), 6u);
  EXPECT_EQ(std::set<Seat>(layout.order.begin(), layout.order.end()).size(), 6u);
  for (Seat a = 0; a < 6; ++a) {
    for (Seat b = 0; b < a; ++b) EXPECT_GT(length(layout.people[a].centre - layout.people[b].centre), 2.0F);
  }
}

TEST(OrgChart, ExtremesAreNoError) {
  EXPECT_TRUE(org_chart_layout(Organisation{}).empty());
  std::vector<Seat> chain{no_seat};
  for (Seat seat = 1; seat < 100'000; ++seat) chain.push_back(seat - 1);
  const Layout deep = org_chart_layout(with_managers(chain));
  EXPECT_GT(deep.people.back().centre.y, 100'000.0F);
  std::vector<Seat> broad(100'000, 0);
  broad[0] = no_seat;
  const Layout wide = org_chart_layout(with_managers(broad));
  EXPECT_LT(wide.bounds.width() / wide.bounds.height(), 4.0F);
  std::vector<Seat> nobody_leads(20'000, no_seat);
  expect_tidy(with_managers(nobody_leads), org_chart_layout(with_managers(nobody_leads)));
}

TEST(OrgChart, AHundredThousandPeopleAreTidyToo) {
  const Organisation organisation = some_organisation(100'000, 1, 0, 4);
  expect_tidy(organisation, org_chart_layout(organisation));
}

TEST(OrgChart, EverybodyIsFoundAtTheirPlace) {
  const Organisation organisation = some_organisation(250, 2, 30, 6);
  const Layout layout = layout_of(organisation, NetworkShape::org_chart);
  for (Seat seat = 0; seat < 250; ++seat) EXPECT_EQ(person_at(layout, layout.people[seat].centre, 0), seat);
  EXPECT_EQ(person_at(layout, layout.bounds.low - Point{9, 9}, 1), no_seat);
}

TEST(Outline, LiesBesideAnotherAsCloseAsRowsAllow) {
  Outline left(-1, 1, 1);
  left.cover(-3, 3);  // two rows: 3 wide above 1
  Outline right(-2, 2, 1);
  right.cover(-1, 1);
  EXPECT_FLOAT_EQ(left.room_for(right), 4) << "the upper rows meet: 3 and -1";
  right.move(4);
  left.join(right);
  EXPECT_FLOAT_EQ(left.right(), 6);
  EXPECT_FLOAT_EQ(left.left(), -3);
  EXPECT_FLOAT_EQ(left.room_for(Outline(0, 1, 2)), 6);
}

TEST(Outline, TheShallowerOneLeavesTheDeeperOnesRows) {
  Outline deep(-1, 1, 5);
  Outline shallow(-1, 1, 1);
  shallow.move(2);
  deep.join(shallow);
  EXPECT_EQ(deep.rows(), 5u);
  Outline probe(0, 1, 5);
  EXPECT_FLOAT_EQ(deep.room_for(probe), 3);
  Outline first(-1, 1, 1);
  Outline second(-1, 1, 5);
  second.move(2);
  first.join(second);
  EXPECT_EQ(first.rows(), 5u);
  EXPECT_FLOAT_EQ(first.left(), -1);
}

}  // namespace
}  // namespace trust::viz
