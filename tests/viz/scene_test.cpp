// The picture's geometry, colours and ties, without any window.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/viz/example.hpp"
#include "viz/scene/colouring.hpp"
#include "viz/scene/hit.hpp"
#include "viz/scene/layout.hpp"
#include "viz/scene/view.hpp"
#include "viz/scene/visible_ties.hpp"

namespace trust::viz {
namespace {

std::shared_ptr<const Organisation> department() { return example_scenario().organisation(0); }

TEST(Layout, EverybodyStandsInsideTheirTeamAndTeamsInsideTheirFunction) {
  const auto organisation = department();
  ASSERT_GE(organisation->seats(), 106u);
  const Layout layout = circles_layout(*organisation);
  for (Seat seat = 0; seat < organisation->seats(); ++seat) {
    const Circle& person = layout.people[seat];
    const Circle& team = layout.teams[organisation->people[seat].team];
    EXPECT_LE(length(person.centre - team.centre) + person.radius, team.radius) << seat;
  }
  for (std::size_t team = 0; team < layout.teams.size(); ++team) {
    if (layout.members[team].empty()) continue;
    const Circle& function = layout.functions[organisation->teams[team].function];
    EXPECT_LE(length(layout.teams[team].centre - function.centre) + layout.teams[team].radius, function.radius) << team;
  }
}

TEST(Layout, NobodyOverlapsAnybody) {
  const Layout layout = circles_layout(*department());
  for (std::size_t i = 0; i < layout.people.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const float apart = length(layout.people[i].centre - layout.people[j].centre);
      EXPECT_GT(apart, layout.people[i].radius + layout.people[j].radius) << i << " and " << j;
    }
  }
}

TEST(Layout, LeaderStandsInTheMiddleOfTheTeam) {
  const auto organisation = department();
  const Layout layout = circles_layout(*organisation);
  int led = 0;
  for (std::uint32_t team = 0; team < organisation->teams.size(); ++team) {
    const Seat leader = organisation->teams[team].leader;
    if (leader == no_seat || organisation->people[leader].team != team) continue;
    ++led;
    EXPECT_LT(length(layout.people[leader].centre - layout.teams[team].centre), 1e-3F);
    EXPECT_GT(layout.people[leader].radius, person_radius);
  }
  EXPECT_GT(led, 3);
}

TEST(Layout, FollowsFromTheOrganisationAlone) {
  const auto organisation = department();
  const Layout first = circles_layout(*organisation);
  const Layout second = circles_layout(*std::make_shared<Organisation>(*organisation));
  for (std::size_t seat = 0; seat < first.people.size(); ++seat) {
    EXPECT_EQ(first.people[seat].centre, second.people[seat].centre);
  }
}

TEST(Layout, BoundsHoldEveryFunctionWithRoomForItsName) {
  const Layout layout = circles_layout(*department());
  for (const Circle& function : layout.functions) {
    if (function.radius == 0) continue;
    EXPECT_GE(function.centre.x - function.radius, layout.bounds.low.x - 1e-3F);
    EXPECT_LE(function.centre.x + function.radius, layout.bounds.high.x + 1e-3F);
    EXPECT_GT(function.centre.y - function.radius, layout.bounds.low.y);
    EXPECT_LE(function.centre.y + function.radius, layout.bounds.high.y + 1e-3F);
  }
}

TEST(Layout, NobodyAtAllIsNoError) { EXPECT_TRUE(circles_layout(Organisation{}).empty()); }

TEST(Hit, FindsEverybodyAtTheirPlaceAndNobodyBeside) {
  const Layout layout = circles_layout(*department());
  for (Seat seat = 0; seat < layout.people.size(); ++seat) {
    EXPECT_EQ(person_at(layout, layout.people[seat].centre, 0), seat);
  }
  EXPECT_EQ(person_at(layout, layout.bounds.low - Point{5, 5}, 0), no_seat);
}

TEST(View, ShowsAllOfTheBoundsAndGoesBackAndForth) {
  const Box bounds{{-3, 0}, {17, 10}};
  const Box canvas{{100, 50}, {900, 650}};
  const View view = look_at(bounds, canvas, 10, {});
  for (const Point corner : {bounds.low, bounds.high}) {
    EXPECT_TRUE(canvas.contains(view.to_screen(corner)));
    EXPECT_NEAR(length(view.to_layout(view.to_screen(corner)) - corner), 0, 1e-4F);
  }
}

TEST(View, ZoomKeepsWhatLiesUnderThePointer) {
  const Box bounds{{0, 0}, {20, 10}};
  const Box canvas{{0, 0}, {800, 600}};
  const Point pointer{200, 450};
  Zoom zoom;
  const Point under = look_at(bounds, canvas, 10, zoom).to_layout(pointer);
  for (int i = 0; i < 4; ++i) zoom = zoom_at(zoom, canvas, pointer, 1.3F);
  EXPECT_NEAR(length(look_at(bounds, canvas, 10, zoom).to_layout(pointer) - under), 0, 1e-3F);
  for (int i = 0; i < 9; ++i) zoom = zoom_at(zoom, canvas, pointer, 0.5F);
  EXPECT_EQ(zoom.factor, 1);
  EXPECT_EQ(zoom.shift, Point{}) << "all the way out everything is in sight again";
}

TEST(Colours, SequentialMapRisesEvenlyInLightness) {
  float before = -1;
  for (int i = 0; i <= 20; ++i) {
    const float now = luminance(viridis(static_cast<float>(i) / 20));
    EXPECT_GT(now, before) << i;
    before = now;
  }
}

TEST(Colours, DivergingMapIsDarkAtItsEndsAndOrangeMeetsBlue) {
  EXPECT_GT(luminance(orange_blue(0.5F)), 0.7F);
  EXPECT_LT(luminance(orange_blue(0)), 0.2F);
  EXPECT_LT(luminance(orange_blue(1)), 0.2F);
  EXPECT_GT(orange_blue(0).red, orange_blue(0).blue);
  EXPECT_GT(orange_blue(1).blue, orange_blue(1).red);
}

TEST(Colours, ValuesOutsideTheScaleAreClamped) {
  EXPECT_EQ(viridis(-3), viridis(0));
  EXPECT_EQ(viridis(7), viridis(1));
  EXPECT_EQ(orange_blue(std::nanf("")), orange_blue(std::nanf("")));
}

TEST(Colours, GroupsBeyondTheEighthStillDiffer) {
  for (std::uint32_t i = 0; i < 24; ++i) {
    for (std::uint32_t j = 0; j < i; ++j) EXPECT_NE(group_colour(i), group_colour(j)) << i << " and " << j;
  }
}

TEST(Colouring, TakesTheValueThatItNames) {
  const Snapshot snapshot = hand_made_snapshot();
  EXPECT_EQ(colour_values(Colouring::stress, snapshot), snapshot.look().of(PersonValue::stress));
  EXPECT_EQ(colour_values(Colouring::team, snapshot)[4], 1.0F);
}

TEST(VisibleTies, AreThoseAtOrAboveTheThreshold) {
  const Snapshot snapshot = hand_made_snapshot();
  for (float threshold : {0.0F, 0.35F, 0.65F, 1.0F}) {
    const VisibleTies ties = TieRanking(*snapshot.look().ties, snapshot.look().tie_trust, false).beyond(threshold);
    std::size_t expected = 0;
    for (int i = 1; i <= 9; ++i) expected += 0.1F * static_cast<float>(i) >= threshold;
    EXPECT_EQ(ties.above, expected) << threshold;
    EXPECT_EQ(ties.drawn.size(), expected);
    for (const DrawnTie& tie : ties.drawn) EXPECT_GE(trust_of(tie.trust), threshold);
  }
}

TEST(VisibleTies, BeyondTheLimitTheStrongestStay) {
  const Snapshot snapshot = hand_made_snapshot();
  const VisibleTies ties = TieRanking(*snapshot.look().ties, snapshot.look().tie_trust, false, {}, 3).beyond(0.15F);
  EXPECT_EQ(ties.above, 8u);
  ASSERT_EQ(ties.drawn.size(), 3u);
  for (const DrawnTie& tie : ties.drawn) EXPECT_GE(tie.source, 6u);  // trust 0.7, 0.8 and 0.9
}

TEST(VisibleTies, ManyOfOneStrengthAreCutAtTheLimit) {
  std::vector<Arc> arcs;
  for (Seat i = 0; i < 40; ++i) arcs.push_back({i, (i + 1) % 40});
  const TieGraph graph(40, arcs);
  std::vector<TrustByte> trust(graph.slots(), no_tie);
  for (const Arc& arc : arcs) trust[graph.find(arc.source, arc.target)] = 128;
  EXPECT_EQ(TieRanking(graph, trust, false, {}, 7).beyond(0.5F).drawn.size(), 7u);
}

TEST(VisibleTies, OfOnePersonGoBothWays) {
  const Snapshot snapshot = hand_made_snapshot();
  const auto ties = ties_of(*snapshot.look().ties, snapshot.look().tie_trust, 4);
  ASSERT_EQ(ties.size(), 2u);
  EXPECT_EQ(ties[0], (DrawnTie{3, 4, to_byte(0.4F)}));
  EXPECT_EQ(ties[1], (DrawnTie{4, 5, to_byte(0.5F)}));
}

TEST(TrustByte, KeepsTrustToHalfAStepAndMarksEndedTies) {
  for (int i = 0; i <= 100; ++i) {
    const float trust = static_cast<float>(i) / 100;
    EXPECT_NEAR(trust_of(to_byte(trust)), trust, 0.5F / 254 + 1e-6F);
  }
  EXPECT_EQ(to_byte(-1), no_tie);
  EXPECT_EQ(to_byte(std::nanf("")), no_tie);
}

}  // namespace
}  // namespace trust::viz
