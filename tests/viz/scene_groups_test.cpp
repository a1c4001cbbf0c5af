// Ties in order, labels, the search, and how much detail is drawn; without any window.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "tests/viz/example.hpp"
#include "tests/viz/some_ties.hpp"
#include "viz/scene/colouring.hpp"
#include "viz/scene/detail.hpp"
#include "viz/scene/label_placer.hpp"
#include "viz/scene/people_search.hpp"
#include "viz/scene/visible_ties.hpp"

namespace trust::viz {
namespace {

TEST(TieRanking, IsWhatSortingEverythingGives) {
  for (std::uint32_t luck = 0; luck < 12; ++luck) {
    const SomeTies some = some_ties(40, 3, luck);
    for (const bool weakest : {false, true}) {
      for (const std::size_t limit : {std::size_t{1}, std::size_t{25}, std::size_t{5000}}) {
        const TieRanking ranking(some.graph, some.trust, weakest, {}, limit);
        for (const float threshold : {0.0F, 0.31F, 0.5F, 0.77F, 1.0F}) {
          auto expected = all_ties(some);
          const std::size_t total = expected.size();
          std::erase_if(expected, [&](const DrawnTie& tie) {
            return weakest ? trust_of(tie.trust) > threshold : trust_of(tie.trust) < threshold;
          });
          std::stable_sort(expected.begin(), expected.end(), [&](const DrawnTie& a, const DrawnTie& b) {
            return weakest ? a.trust < b.trust : a.trust > b.trust;
          });
          const VisibleTies ties = ranking.beyond(threshold);
          EXPECT_EQ(ties.total, total);
          EXPECT_EQ(ties.above, expected.size()) << threshold;
          if (expected.size() > limit) expected.resize(limit);
          EXPECT_EQ(ties.drawn, expected) << threshold << (weakest ? " weakest" : " strongest") << " limit " << limit;
        }
      }
    }
  }
}

TEST(TieRanking, AFilterLeavesTheTiesBetweenTwoGroups) {
  const SomeTies some = some_ties(40, 3, 5);
  for (const bool weakest : {false, true}) {
    const GroupFilter filter{some.group_of, 1, 2};
    const VisibleTies ties = TieRanking(some.graph, some.trust, weakest, filter).beyond(weakest ? 1.0F : 0.0F);
    std::size_t expected = 0;
    for (const DrawnTie& tie : all_ties(some)) {
      expected += some.group_of[tie.source] == 1 && some.group_of[tie.target] == 2;
    }
    EXPECT_GT(expected, 0u);
    EXPECT_EQ(ties.total, expected);
    EXPECT_EQ(ties.drawn.size(), expected);
    for (const DrawnTie& tie : ties.drawn) EXPECT_TRUE(filter.passes(tie.source, tie.target));
  }
}

TEST(TieRanking, ThresholdsAreChosenForAboutSoManyTies) {
  const SomeTies some = some_ties(60, 2, 9);
  for (const std::size_t wanted : {std::size_t{20}, std::size_t{100}, std::size_t{300}}) {
    EXPECT_GE(TieRanking(some.graph, some.trust, false).beyond(threshold_for(some.trust, wanted)).above, wanted);
    const float weak = threshold_for(some.trust, wanted, true);
    EXPECT_GE(TieRanking(some.graph, some.trust, true).beyond(weak).above, wanted);
    EXPECT_LT(weak, 0.9F);
  }
}

TEST(TiesAmong, AreThoseBetweenThePeopleInSight) {
  const SomeTies some = some_ties(40, 2, 3);
  std::vector<Seat> seats;
  for (Seat seat = 5; seat < 20; ++seat) seats.push_back(seat);
  const VisibleTies ties = ties_among(some.graph, some.trust, seats, false, 0.4F);
  std::size_t expected = 0;
  for (const DrawnTie& tie : all_ties(some)) {
    expected += tie.source >= 5 && tie.source < 20 && tie.target >= 5 && tie.target < 20 && trust_of(tie.trust) >= 0.4F;
  }
  EXPECT_EQ(ties.above, expected);
  EXPECT_EQ(ties.drawn.size(), expected);
  EXPECT_EQ(ties_among(some.graph, some.trust, seats, false, 0.4F, {}, 4).drawn.size(), 4u);
}

TEST(LabelPlacer, NothingLiesOverAnythingOrOutside) {
  const Box canvas{{10, 20}, {510, 320}};
  LabelPlacer placer(canvas, 15);
  placer.block({{100, 100}, {180, 160}});
  std::vector<Box> placed;
  std::uint32_t state = 7;
  for (int i = 0; i < 3000; ++i) {
    state = state * 1664525U + 1013904223U;
    const auto x = static_cast<float>(state >> 8 & 1023) - 200;
    const auto y = static_cast<float>(state >> 18 & 511) - 50;
    const Box label{{x, y}, {x + 20 + static_cast<float>(state & 63), y + 15}};
    if (placer.place(label)) placed.push_back(label);
  }
  ASSERT_GT(placed.size(), 40u);
  placed.push_back({{100, 100}, {180, 160}});
  for (std::size_t i = 0; i < placed.size(); ++i) {
    EXPECT_GE(placed[i].low.x, canvas.low.x);
    EXPECT_LE(placed[i].high.y, canvas.high.y);
    for (std::size_t j = 0; j < i; ++j) {
      const bool apart = placed[i].high.x <= placed[j].low.x || placed[j].high.x <= placed[i].low.x ||
                         placed[i].high.y <= placed[j].low.y || placed[j].high.y <= placed[i].low.y;
      EXPECT_TRUE(apart) << i << " and " << j;
    }
  }
}

TEST(LabelPlacer, WhoAsksFirstGetsThePlace) {
  LabelPlacer placer({{0, 0}, {100, 100}}, 10);
  EXPECT_TRUE(placer.place({{10, 10}, {60, 20}}));
  EXPECT_FALSE(placer.place({{50, 15}, {90, 25}}));
  EXPECT_TRUE(placer.place({{60, 10}, {90, 20}})) << "touching is not overlapping";
}

TEST(PeopleSearch, FindsByEveryWordInAnyOrder) {
  const Snapshot snapshot = hand_made_snapshot();
  const Organisation& organisation = *snapshot.look().organisation;
  const auto hits = find_people(organisation, "SOUTH person-4");
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].seat, 4u);
  EXPECT_EQ(hits[0].name, "person-4");
  EXPECT_EQ(find_people(organisation, "4 south sales"), hits);
  EXPECT_TRUE(find_people(organisation, "person-4 brand").empty());
}

TEST(PeopleSearch, TeamsComeFirstAndThereIsALimit) {
  const Snapshot snapshot = hand_made_snapshot();
  const auto hits = find_people(*snapshot.look().organisation, "brand");
  ASSERT_GE(hits.size(), 4u);
  EXPECT_EQ(hits[0].seat, no_seat);
  EXPECT_EQ(hits[0].team, 2u);
  EXPECT_EQ(hits[0].about, "Team, 3 people in marketing");
  EXPECT_EQ(find_people(*snapshot.look().organisation, "person").size(), 8u);
  EXPECT_EQ(find_people(*snapshot.look().organisation, "person", 3).size(), 3u);
}

TEST(PeopleSearch, NothingForNoWords) {
  const Snapshot snapshot = hand_made_snapshot();
  EXPECT_TRUE(find_people(*snapshot.look().organisation, "").empty());
  EXPECT_TRUE(find_people(*snapshot.look().organisation, "  ").empty());
  EXPECT_TRUE(find_people(Organisation{}, "x").empty());
}

Organisation large_organisation(std::uint32_t people) {
  Organisation organisation;
  organisation.roles = standard_roles();
  organisation.functions = {"sales", "marketing"};
  for (std::uint32_t team = 0; team < people / 8; ++team) {
    organisation.teams.push_back({"T" + std::to_string(team), team % 2, team * 8});
    for (std::uint32_t i = 0; i < 8; ++i) {
      Person person;
      person.id = "p" + std::to_string(team * 8 + i);
      person.team = team;
      person.function = team % 2;
      person.manager = i > 0 ? team * 8 : team > 0 ? 0 : no_seat;
      organisation.people.push_back(person);
    }
  }
  return organisation;
}

TEST(Detail, ComesNearerAndNeverGoesBack) {
  const Box canvas{{0, 0}, {1100, 700}};
  for (const std::uint32_t people : {3000u, 10'000u, 100'000u}) {
    const Layout layout = circles_layout(large_organisation(people));
    Detail before = Detail::functions;
    for (float factor = 1; factor < nearest_zoom; factor *= 1.2F) {
      const Detail now = detail_for(layout, look_at(layout.bounds, canvas, 10, {factor, {}}), canvas);
      EXPECT_GE(now, before) << people << " people at " << factor;
      before = now;
    }
    EXPECT_EQ(before, Detail::people) << people;
  }
}

TEST(Detail, FarAwayAHundredThousandAreFunctionsAndMarksStayFew) {
  const Box canvas{{0, 0}, {1100, 700}};
  const Layout layout = circles_layout(large_organisation(100'000));
  EXPECT_EQ(detail_for(layout, look_at(layout.bounds, canvas, 10, {}), canvas), Detail::functions);
  std::vector<Seat> seen;
  for (float factor = 1; factor < 100; factor *= 1.1F) {
    const View view = look_at(layout.bounds, canvas, 10, {factor, {}});
    if (detail_for(layout, view, canvas) != Detail::people) continue;
    layout.grid.find({view.to_layout(canvas.low), view.to_layout(canvas.high)}, seen);
    EXPECT_LT(seen.size(), 2 * most_marks) << factor;
  }
}

TEST(Detail, AFewPeopleAreAlwaysPeople) {
  const Layout layout = circles_layout(large_organisation(2000));
  EXPECT_EQ(detail_for(layout, look_at(layout.bounds, {{0, 0}, {300, 200}}, 10, {}), {{0, 0}, {300, 200}}),
            Detail::people);
}

TEST(Layout, TeamsAndFunctionsAreRangesOfTheOrder) {
  const Organisation organisation = large_organisation(400);
  const Layout layout = circles_layout(organisation);
  ASSERT_EQ(layout.order.size(), 400u);
  for (std::uint32_t team = 0; team < organisation.teams.size(); ++team) {
    const SeatRange range = layout.team_range[team];
    ASSERT_EQ(range.size(), 8u);
    const SeatRange function = layout.function_range[organisation.teams[team].function];
    EXPECT_TRUE(function.begin <= range.begin && range.end <= function.end);
    for (std::uint32_t i = range.begin; i < range.end; ++i) EXPECT_EQ(organisation.people[layout.order[i]].team, team);
  }
}

TEST(Colouring, DifferenceIsWhatIfMinusBaseline) {
  Snapshot snapshot = hand_made_snapshot();
  for (const float value : colour_values(Colouring::difference, snapshot)) EXPECT_EQ(value, 0);
  auto what_if = std::make_shared<Look>(snapshot.look());
  what_if->people[0][3] += 0.08F;
  what_if->people[0][5] -= 0.04F;
  snapshot.looks[1] = what_if;
  const auto values = colour_values(Colouring::difference, snapshot);
  EXPECT_NEAR(values[3], 0.08F, 1e-6F);
  EXPECT_NEAR(values[5], -0.04F, 1e-6F);
  EXPECT_EQ(values[0], 0);
  EXPECT_EQ(colour_values(Colouring::difference, snapshot, Arm::baseline), values) << "in whichever arm";
}

TEST(Colouring, ScaleOfDifferencesIsSymmetricAndHoldsNearlyAll) {
  std::vector<float> values(100, 0.01F);
  EXPECT_FLOAT_EQ(difference_reach(values), 0.05F);
  values[0] = values[1] = -0.3F;
  EXPECT_FLOAT_EQ(difference_reach(values), 0.05F) << "two in a hundred may lie outside";
  values[2] = 0.3F;
  EXPECT_FLOAT_EQ(difference_reach(values), 0.5F);
  EXPECT_FLOAT_EQ(difference_reach({}), 0.05F);
}

TEST(Colouring, RolesHaveTheirColours) {
  Snapshot snapshot = hand_made_snapshot();
  const auto values = colour_values(Colouring::role, snapshot);
  EXPECT_EQ(values[4], static_cast<float>(snapshot.look().organisation->people[4].role));
  EXPECT_EQ(colour_of(Colouring::role, 3), group_colour(3));
}

}  // namespace
}  // namespace trust::viz
