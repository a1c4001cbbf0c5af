// The tour as somebody takes it: by its buttons, in the real window, on the real engine.
#include <gtest/gtest.h>

#include "tests/viz/tour_player.hpp"
#include "viz/tour/tour_texts.hpp"

namespace trust::viz {
namespace {

TEST(Tour, OpensItsFirstFirmAndItsCard) {
  TourPlayer player;
  EXPECT_FALSE(player.driver.shows("tour/card"));
  player.start();
  EXPECT_TRUE(player.driver.shows("tour/card"));
  EXPECT_EQ(player.now().scenario, "One bad week");
  EXPECT_TRUE(player.driver.reads("One bad week"));
  EXPECT_TRUE(player.driver.reads("Chapter 1 of 7"));
}

TEST(Tour, IsStartedFromTheBar) {
  TourPlayer player;
  player.click("tour");
  EXPECT_TRUE(player.tour().on());
}

TEST(Tour, OnePersonIsMetBeforeAnythingRuns) {
  TourPlayer player;
  player.start();
  player.next();
  ASSERT_EQ(player.kind(), StepKind::person);
  player.next();
  EXPECT_EQ(player.kind(), StepKind::person);  // not without a click
  // Somebody in the upper half of the network: the card lies over the lower one.
  const Box network = player.driver.box("network");
  const Box card = player.driver.box("tour/card");
  for (float y = network.low.y + 40; y < card.low.y - 10 && player.view().selected_person.empty(); y += 9) {
    for (float x = network.low.x + 20; x < network.high.x - 20 && player.view().selected_person.empty(); x += 23) {
      player.driver.point_at({x, y});
      if (player.view().hovered != no_seat) player.driver.press();
    }
  }
  ASSERT_FALSE(player.view().selected_person.empty());
  player.driver.draw(2);
  EXPECT_TRUE(player.driver.reads("\"I am " + player.view().selected_person));
  EXPECT_EQ(player.now().computed, 0);
  player.next();
  EXPECT_EQ(player.kind(), StepKind::bet);
}

TEST(Tour, HidesTheFutureUntilTheBetIsAnswered) {
  TourPlayer player;
  player.start();
  player.go_to(0, StepKind::bet);
  EXPECT_TRUE(player.view().hide_future);
  player.bet(0);
  EXPECT_TRUE(player.view().hide_future);
  player.next();
  EXPECT_EQ(player.kind(), StepKind::answer);
  EXPECT_FALSE(player.view().hide_future);
  EXPECT_EQ(player.now().day, 65);
}

class EveryBet : public testing::TestWithParam<std::size_t> {};

// Each chapter with each bet: the right one is praised, wrong ones are consoled, and the numbers are the run's.
TEST_P(EveryBet, GetsItsAnswerFromTheRun) {
  TourPlayer player;
  player.start();
  std::size_t answers = 0;
  for (std::size_t chapter = 0; chapter < tour_chapters().size(); ++chapter) {
    player.go_to_chapter(chapter);
    while (player.tour().on() && player.tour().chapter_number() == chapter) {
      if (player.kind() == StepKind::answer) {
        ++answers;
        const Question& question = *player.tour().question();
        const Finding& found = *player.tour().finding();
        const std::size_t truth = truth_of(question, found);
        const bool right = truth == GetParam();
        EXPECT_EQ(*player.tour().bet(), GetParam());
        const Measure measure = player.tour().chapter().measure;
        EXPECT_EQ(found.end, player.now().of(measure).value[static_cast<std::size_t>(player.now().days)]);
        const std::string said(right ? question.praised : question.consoled[GetParam()]);
        EXPECT_TRUE(player.driver.reads(said)) << said;
        EXPECT_TRUE(player.driver.reads(told(player.tour().chapter().unit, found.end)));
      }
      player.do_step(GetParam());
    }
  }
  EXPECT_EQ(answers, 8u);
  EXPECT_FALSE(player.tour().on());
  EXPECT_FALSE(player.view().tour);
}

INSTANTIATE_TEST_SUITE_P(Tour, EveryBet, testing::Values(0, 1, 2));

TEST(Tour, WhatIsNotSpokenOfTakesNoInput) {
  TourPlayer player;
  player.start();
  const bool dark = player.view().dark;
  const int day = player.now().day;
  for (const char* control : {"theme", "step", "run", "save", "tab/result", "seed", "lever/trust.gain"}) {
    if (player.driver.shows(control)) player.driver.click(control);
  }
  EXPECT_EQ(player.view().dark, dark);
  EXPECT_EQ(player.now().day, day);
  EXPECT_FALSE(player.now().running);
  EXPECT_EQ(player.view().tab, PanelId::person);
  EXPECT_FALSE(player.now().sitting.edited);
  EXPECT_TRUE(player.tour().on());
}

TEST(Tour, KeysOfTheWindowAreTheToursWhileItRuns) {
  TourPlayer player;
  player.start();
  player.driver.tap(ImGuiKey_Space);
  player.driver.tap(ImGuiKey_RightArrow);
  EXPECT_FALSE(player.now().running);
  EXPECT_EQ(player.now().day, 0);
}

TEST(Tour, EnterGoesOn) {
  TourPlayer player;
  player.start();
  player.driver.tap(ImGuiKey_Enter);
  player.driver.draw(2);
  EXPECT_EQ(player.tour().step_number(), 1u);
}

TEST(Tour, RunOnTheBarRunsABetToo) {
  TourPlayer player;
  player.start();
  player.go_to(0, StepKind::run);
  player.click("run");
  EXPECT_EQ(player.kind(), StepKind::answer);
}

TEST(Tour, ATryLeavesACurveAndANumber) {
  TourPlayer player;
  player.start();
  player.go_to(1, StepKind::tries);
  player.attempt(1);
  ASSERT_EQ(player.view().ghosts.size(), 1u);
  EXPECT_EQ(player.view().ghosts[0].label, "0.03");
  EXPECT_EQ(player.view().ghosts[0].values.size(), 131u);
  player.attempt(2);
  ASSERT_EQ(player.view().ghosts.size(), 2u);
  // More weight, less trust; and both are in the card.
  EXPECT_LT(player.view().ghosts[1].values.back(), player.view().ghosts[0].values.back());
  EXPECT_TRUE(player.driver.reads(told(TourUnit::trust, player.view().ghosts[0].values.back()) + " (0.03)"));
  EXPECT_TRUE(player.driver.reads(" (0.05)"));
}

TEST(Tour, ATryChangesOneLeverAloneAndTheNextTakesItBack) {
  TourPlayer player;
  player.start();
  player.go_to(1, StepKind::tries);
  player.attempt(0);
  player.attempt(2);
  const auto& lanes = player.now().sitting.lanes;
  ASSERT_EQ(lanes.size(), 1u);
  EXPECT_TRUE(lanes[0].by_hand);
  EXPECT_EQ(lanes[0].first_day, 1);
  player.click("tour/next");
  player.click("tour/next");  // the next lever starts from the firm as it is
  ASSERT_EQ(player.kind(), StepKind::tries);
  EXPECT_FALSE(player.now().sitting.edited);
}

TEST(Tour, OnlyTheLeverThatIsSpokenOfIsShown) {
  TourPlayer player;
  player.start();
  player.go_to(1, StepKind::tries);
  player.driver.draw(2);
  EXPECT_TRUE(player.driver.shows("lever/trust.loss"));
  EXPECT_FALSE(player.driver.shows("lever/contact.peer"));
  player.attempt(0);
  player.attempt(1);
  player.next();
  EXPECT_TRUE(player.view().lever_search.empty());
}

TEST(Tour, ALeverMovedByHandIsATryToo) {
  TourPlayer player;
  player.start();
  player.go_to(1, StepKind::tries);
  player.driver.drag("lever/trust.loss", 0.06F, 0.3F);
  player.driver.draw(2);
  ASSERT_TRUE(player.now().sitting.edited);
  player.click("run");
  ASSERT_EQ(player.tour().tried().size(), 1u);
  EXPECT_EQ(player.view().ghosts.size(), 1u);
}

TEST(Tour, GoesOnOnlyAfterEnoughTries) {
  TourPlayer player;
  player.start();
  player.go_to(2, StepKind::tries);
  player.next();
  EXPECT_EQ(player.kind(), StepKind::tries);
  player.attempt(0);
  player.next();
  EXPECT_EQ(player.kind(), StepKind::tries);
  player.attempt(1);
  player.next();
  EXPECT_EQ(player.kind(), StepKind::text);
}

TEST(Tour, TheBrokenPromisesStrengthIsOneLane) {
  TourPlayer player;
  player.start();
  player.go_to(4, StepKind::tries);
  player.attempt(2);
  ASSERT_EQ(player.tour().tried().size(), 1u);
  EXPECT_GT(player.tour().tried()[0].end, 0.9F);
  EXPECT_LT(player.tour().tried()[0].other, 1.0F / 3);
  EXPECT_FLOAT_EQ(player.now().sitting.lanes[0].strength, 0);
}

TEST(Tour, ThePosterIsAddedAndTakenDownAgain) {
  TourPlayer player;
  player.start();
  player.go_to(3, StepKind::answer);
  EXPECT_EQ(player.now().sitting.lanes.size(), 1u);
  EXPECT_EQ(player.now().sitting.lanes[0].kind, "poster");
  EXPECT_EQ(player.view().arm, ShownArm::compare);
  player.next();
  player.attempt(0);
  ASSERT_EQ(player.now().sitting.lanes.size(), 1u);
  EXPECT_EQ(player.now().sitting.lanes[0].kind, "recognition_programme");
}

TEST(Tour, BackFromAnAnswerIsTheBetAndTheFirstDay) {
  TourPlayer player;
  player.start();
  player.go_to(0, StepKind::answer);
  player.click("tour/back");
  EXPECT_EQ(player.kind(), StepKind::bet);
  EXPECT_EQ(player.now().day, 0);
  EXPECT_TRUE(player.view().hide_future);
}

TEST(Tour, GoesToDay10ToLookAgain) {
  TourPlayer player;
  player.start();
  player.go_to(0, StepKind::answer);
  player.view().selected_person = "Tom";
  player.next();
  EXPECT_EQ(player.now().day, 10);
  EXPECT_TRUE(player.driver.reads("On day 10 Tom trusts"));
}

TEST(Tour, EscAsksAndStayGoesOn) {
  TourPlayer player;
  player.start();
  player.go_to_chapter(2);
  player.driver.tap(ImGuiKey_Escape);
  player.driver.draw(2);
  ASSERT_TRUE(player.driver.shows("tour/leave-now"));
  player.click("tour/stay");
  EXPECT_TRUE(player.tour().on());
  EXPECT_EQ(player.tour().chapter_number(), 2u);
}

TEST(Tour, LeavingKeepsTheFirmAndGivesEverythingBack) {
  TourPlayer player;
  player.start();
  player.go_to(1, StepKind::tries);
  player.attempt(0);
  player.click("tour/leave");
  player.click("tour/leave-now");
  EXPECT_FALSE(player.view().tour);
  EXPECT_FALSE(player.driver.shows("tour/card"));
  EXPECT_EQ(player.now().scenario, "The coin-toss firm");
  EXPECT_TRUE(player.now().sitting.edited);
  EXPECT_TRUE(player.view().ghosts.empty());
  EXPECT_TRUE(player.view().lever_search.empty());
  EXPECT_FALSE(player.view().hide_future);
  player.driver.click("theme");
  EXPECT_TRUE(player.view().dark);  // the window takes input again
}

TEST(Tour, WaitsWhereItWasLeft) {
  TourPlayer player;
  player.start();
  player.go_to_chapter(3);
  player.click("tour/leave");
  player.click("tour/leave-now");
  player.start();
  ASSERT_TRUE(player.driver.shows("tour/resume"));
  player.click("tour/resume");
  EXPECT_EQ(player.tour().chapter_number(), 3u);
  EXPECT_EQ(player.now().scenario, "The poster");
  player.click("tour/leave");
  player.click("tour/leave-now");
  player.start();
  player.click("tour/restart");
  EXPECT_EQ(player.tour().chapter_number(), 0u);
  EXPECT_EQ(player.now().scenario, "One bad week");
}

TEST(Tour, AsksBeforeItTakesUnsavedChanges) {
  TourPlayer player;
  player.session.send(SetLever{Lever::trust_gain, 0.1F});
  player.driver.draw(2);
  player.start();
  ASSERT_TRUE(player.driver.shows("tour/keep"));
  EXPECT_EQ(player.now().scenario, "The poster");
  player.click("tour/keep");
  EXPECT_FALSE(player.view().tour);
  EXPECT_TRUE(player.now().sitting.edited);
  player.start();
  player.click("tour/start-anyway");
  EXPECT_EQ(player.now().scenario, "One bad week");
}

TEST(Tour, SaysThatItsFirmsAreMissing) {
  TourPlayer player;
  player.view().tour_folder.clear();
  player.start();
  EXPECT_TRUE(player.driver.reads("were not found"));
  player.click("tour/leave");
  EXPECT_FALSE(player.view().tour);
  player.view().tour_folder = "/no/such/folder";
  player.start();
  EXPECT_TRUE(player.driver.reads("could not be opened"));
  player.click("tour/next");
  EXPECT_EQ(player.tour().step_number(), 0u);
}

TEST(Tour, TheLastButtonOpensTheSandbox) {
  TourPlayer player;
  player.start();
  player.go_to_chapter(6);
  for (std::size_t i = 0; i < tour_chapters().back().steps.size(); ++i) player.next();
  EXPECT_FALSE(player.view().tour);
  EXPECT_TRUE(player.now().ready());
  player.start();
  EXPECT_FALSE(player.driver.shows("tour/resume"));
  EXPECT_EQ(player.tour().chapter_number(), 0u);
}

TEST(Tour, LightsPlotsWithoutTheButtonsAboveThem) {
  TourPlayer player;
  player.start();
  player.go_to(2, StepKind::answer);
  player.click("plots/add");
  EXPECT_EQ(player.view().measures.size(), 1u);
  const bool differences = player.view().show_differences;
  player.click("plots/difference");
  EXPECT_EQ(player.view().show_differences, differences);
  player.driver.point("difference/0", 0.5F);
  EXPECT_TRUE(player.view().hovered_day);  // the difference is spoken about too
}

TEST(Tour, TheNetworkKeepsItsPlaceWhileCardsGetLower) {
  TourPlayer player;
  player.start();
  const float covered = player.view().network_covered;
  const float height = player.driver.box("tour/card").height();
  ASSERT_GT(covered, height);
  player.next();
  ASSERT_LT(player.driver.box("tour/card").height(), height);
  EXPECT_EQ(player.view().network_covered, covered);
}

TEST(Tour, TheCardStandsOnTheLegend) {
  TourPlayer player;
  player.start();
  EXPECT_LE(player.driver.box("tour/card").high.y, player.driver.box("legend").low.y);
}

TEST(Tour, NobodyIsChosenWhileAFirmRunsAndTheStoryFindsThemAgain) {
  TourPlayer player;
  player.start();
  player.next();
  player.view().selected_person = "Clara";
  player.driver.draw(2);
  player.next();
  EXPECT_EQ(player.view().selected_person, "Clara");
  player.bet(0);
  EXPECT_EQ(player.view().selected_person, "");
  player.next();
  ASSERT_EQ(player.kind(), StepKind::answer);
  player.next();
  EXPECT_EQ(player.view().selected_person, "Clara");
  EXPECT_TRUE(player.driver.reads("On day 10 Clara trusts"));
  player.next();
  EXPECT_EQ(player.tour().chapter_number(), 1u);
  EXPECT_EQ(player.view().selected_person, "");  // another firm
}

TEST(Tour, SaysWhatTheNumbersOfTriesAre) {
  TourPlayer player;
  player.start();
  player.go_to(1, StepKind::tries);
  player.attempt(0);
  EXPECT_TRUE(player.driver.reads("Trust on the last day: "));
  EXPECT_TRUE(player.driver.reads("(0.02)"));
}

// What is seen once it stands still is where a press goes.
TEST(Tour, AStepIsSettledWithinAFewFramesAndThenStays) {
  TourPlayer player;
  player.start();
  player.next();
  player.view().selected_person = "Clara";
  player.driver.draw(1);
  int frames = 0;
  for (; frames < 8 && !player.driver.window.settled(); ++frames) player.driver.draw(1);
  EXPECT_LT(frames, 8);
  player.driver.frame.move_pointer(1, 1);
  player.driver.draw(4);
  const auto lay = player.driver.window.controls().all();
  player.driver.draw(3);
  EXPECT_EQ(player.driver.window.controls().all(), lay);
  player.click("tour/next");
  EXPECT_TRUE(player.driver.window.settled());
}

TEST(Tour, IsNotSettledWhileACardGrows) {
  TourPlayer player;
  player.start();
  EXPECT_TRUE(player.driver.window.settled());
  player.driver.point("tour/next");
  player.driver.frame.hold_button(ImGuiMouseButton_Left, true);
  player.driver.draw();
  player.driver.frame.hold_button(ImGuiMouseButton_Left, false);
  player.driver.draw();  // the press
  player.driver.draw();  // the next step's card, as wide and high as the last one's
  EXPECT_FALSE(player.driver.window.settled());
}

struct Screen {
  FrameSize size;
  float scale;
};

void PrintTo(const Screen& screen, std::ostream* out) {
  *out << screen.size.width << "x" << screen.size.height << " at " << screen.scale;
}

class TourCards : public testing::TestWithParam<Screen> {
 protected:
  // Of the card alone: whole, inside the window, and no text over another.
  static void expect_legible(TourPlayer& player) {
    const Box card = player.driver.box("tour/card");
    EXPECT_GE(card.low.x, 0);
    EXPECT_GE(card.low.y, 0);
    EXPECT_LE(card.high.x, static_cast<float>(GetParam().size.width));
    EXPECT_LE(card.high.y, static_cast<float>(GetParam().size.height));
    std::vector<WrittenText> texts;
    for (const WrittenText& text : player.driver.window.written()) {
      if (text.layer > 0) texts.push_back(text);
    }
    ASSERT_GE(texts.size(), 3u);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      expect_whole(texts[i]);
      for (std::size_t j = 0; j < i; ++j) expect_apart(texts[i], texts[j]);
    }
    for (const auto& [name, box] : player.driver.window.controls().all()) {
      if (name.starts_with("tour/")) expect_inside(texts, name, box);
    }
  }
  // What is written on a button does not reach beyond it.
  static void expect_inside(const std::vector<WrittenText>& texts, const std::string& name, const Box& box) {
    for (const WrittenText& t : texts) {
      if (!box.contains({(t.low.x + t.high.x) / 2, (t.low.y + t.high.y) / 2})) continue;
      EXPECT_GE(t.low.x, box.low.x) << name << ": " << t.text;
      EXPECT_LE(t.high.x, box.high.x) << name << ": " << t.text;
    }
  }
  static void expect_whole(const WrittenText& t) {
    EXPECT_GE(t.low.x, t.clip_low.x - 0.5F) << "cut off on the left: " << t.text;
    EXPECT_LE(t.high.x, t.clip_high.x + 0.5F) << "cut off on the right: " << t.text;
    EXPECT_GE(t.low.y, t.clip_low.y - 0.5F) << "cut off above: " << t.text;
    EXPECT_LE(t.high.y, t.clip_high.y + 0.5F) << "cut off below: " << t.text;
  }
  static void expect_apart(const WrittenText& a, const WrittenText& b) {
    EXPECT_TRUE(a.high.x <= b.low.x + 0.5F || b.high.x <= a.low.x + 0.5F || a.high.y <= b.low.y + 1.5F ||
                b.high.y <= a.low.y + 1.5F)
        << "'" << a.text << "' lies over '" << b.text << "'";
  }
};

TEST_P(TourCards, AreLegible) {
  TourPlayer player(GetParam().size, GetParam().scale);
  player.start();
  for (std::size_t bet = 0; bet < 3; ++bet) {
    player.go_to_chapter(0);
    for (int guard = 0; player.tour().on() && guard < 200; ++guard) {
      expect_legible(player);
      const StepKind kind = player.kind();
      if (kind == StepKind::tries) {
        for (std::size_t i = 0; i < player.tour().step().tries.size(); ++i) player.attempt(i);
        expect_legible(player);  // with all that was tried
      }
      if (kind == StepKind::person) {
        player.view().selected_person = "Clara";
        player.driver.draw(2);
        expect_legible(player);
      }
      if (bet < 2 && player.tour().chapter_number() == 6) break;
      kind == StepKind::tries ? player.next() : player.do_step(bet);
    }
  }
}

TEST_P(TourCards, QuestionsAreLegible) {
  TourPlayer player(GetParam().size, GetParam().scale);
  player.session.send(SetLever{Lever::trust_gain, 0.1F});
  player.start();
  expect_legible(player);
  player.click("tour/start-anyway");
  player.click("tour/leave");
  expect_legible(player);
  player.click("tour/leave-now");
  player.start();
  expect_legible(player);
}

INSTANTIATE_TEST_SUITE_P(Screens, TourCards,
                         testing::Values(Screen{{1280, 720}, 1}, Screen{{1280, 720}, 1.5F}, Screen{{1600, 1000}, 1},
                                         Screen{{1600, 1000}, 1.5F}, Screen{{2560, 1440}, 2}));

}  // namespace
}  // namespace trust::viz
