// The tour's steps as a machine: no window, no engine.
#include "viz/tour/tour_state.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "viz/tour/tour_cover.hpp"

namespace trust::viz {
namespace {

// An engine that does what it is told at once.
struct Firm {
  TourState tour;
  TourFacts facts;
  std::vector<float> what_if, baseline;
  std::vector<Command> sent;
  float ends_at = 0.4F;  // where the next run ends; it starts at 0.5
  bool opens = true;

  Firm() { tour.set_folder("firms"); }

  void take(const std::vector<Command>& commands) {
    for (const Command& command : commands) {
      sent.push_back(command);
      carry_out(command);
    }
    if (!commands.empty()) tour.sent(sent.size());
    facts.commands_done = sent.size();
    facts.what_if = what_if;
    facts.baseline = baseline;
  }

  void carry_out(const Command& command) {
    if (std::holds_alternative<LoadScenario>(command) && opens) {
      facts.ready = true;
      ++facts.run;
      ++facts.edition;
      facts.days = 65;
      facts.edited = facts.unsaved = false;
      forget();
    }
    if (std::holds_alternative<Reset>(command)) facts.day = 0;
    if (std::holds_alternative<ClearEdits>(command)) change(false);
    if (std::holds_alternative<SetLever>(command) || std::holds_alternative<AddIntervention>(command) ||
        std::holds_alternative<ChangeLane>(command)) {
      change(true);
    }
    if (std::holds_alternative<StartRun>(command)) facts.running = true;
    if (std::holds_alternative<Pause>(command)) facts.running = false;
    if (const auto* seek = std::get_if<SeekDay>(&command)) run_to(seek->day);
  }

  void change(bool edited) {
    facts.edited = facts.unsaved = edited;
    ++facts.edition;
    forget();
  }
  void forget() {
    what_if = baseline = {0.5F};
    facts.day = 0;
  }
  void run_to(int day) {
    facts.day = day;
    what_if.assign(static_cast<std::size_t>(day) + 1, 0.5F);
    baseline = what_if;
    what_if.back() = ends_at;
    facts.running = false;
  }

  void observe() { take(tour.observe(facts)); }
  void press(TourPress what, std::size_t which = 0) {
    take(tour.press(what, which, facts));
    observe();
  }
  void start() {
    take(tour.start(facts));
    observe();
  }
  void finish_run() {
    run_to(65);
    take({});
    observe();
  }
  void next() { press(TourPress::next); }

  template <typename What>
  const What* last() const {
    for (std::size_t i = sent.size(); i-- > 0;) {
      if (const auto* found = std::get_if<What>(&sent[i])) return found;
    }
    return nullptr;
  }

  // To the first bet of a chapter.
  void go_to_bet(std::size_t chapter) {
    press(TourPress::chapter, chapter);
    facts.person = "Dara";
    while (tour.step().kind != StepKind::bet) next();
  }
  void answer(std::size_t bet) {
    press(TourPress::bet, bet);
    next();
    finish_run();
  }
};

TEST(TourState, StartsWithTheFirstChaptersFirm) {
  Firm firm;
  firm.start();
  ASSERT_NE(firm.last<LoadScenario>(), nullptr);
  EXPECT_EQ(firm.last<LoadScenario>()->file, std::filesystem::path("firms") / "one-bad-week.toml");
  EXPECT_EQ(firm.tour.chapter_number(), 0u);
  EXPECT_FALSE(firm.tour.waiting());
}

TEST(TourState, AsksBeforeItThrowsAwayWhatIsUnsaved) {
  Firm firm;
  firm.facts.ready = firm.facts.unsaved = true;
  firm.start();
  EXPECT_EQ(firm.tour.asking(), TourQuestion::unsaved);
  EXPECT_TRUE(firm.sent.empty());
  firm.press(TourPress::keep);
  EXPECT_FALSE(firm.tour.on());
  EXPECT_TRUE(firm.sent.empty());
  firm.start();
  firm.press(TourPress::start_anyway);
  EXPECT_TRUE(firm.tour.on());
  EXPECT_NE(firm.last<LoadScenario>(), nullptr);
}

TEST(TourState, WaitsForSomebodyToBeClicked) {
  Firm firm;
  firm.start();
  firm.next();
  EXPECT_EQ(firm.tour.step().kind, StepKind::person);
  firm.next();
  EXPECT_EQ(firm.tour.step().kind, StepKind::person);
  firm.facts.person = "Dara";
  firm.next();
  EXPECT_EQ(firm.tour.step().kind, StepKind::bet);
}

TEST(TourState, NothingIsToldBeforeTheBetIsAnswered) {
  Firm firm;
  firm.start();
  EXPECT_TRUE(firm.tour.hides_future());
  firm.go_to_bet(0);
  EXPECT_TRUE(firm.tour.hides_future());
  firm.press(TourPress::bet, 1);
  EXPECT_EQ(firm.tour.step().kind, StepKind::run);
  EXPECT_TRUE(firm.tour.hides_future());
  firm.next();
  EXPECT_TRUE(firm.tour.running());
  firm.finish_run();
  EXPECT_EQ(firm.tour.step().kind, StepKind::answer);
  EXPECT_FALSE(firm.tour.hides_future());
}

TEST(TourState, OnNoBetGoesOnByItself) {
  Firm firm;
  firm.start();
  firm.go_to_bet(1);
  firm.next();
  EXPECT_EQ(firm.tour.step().kind, StepKind::bet);
}

TEST(TourState, TheAnswerIsWhatTheRunShowed) {
  for (const auto& [end, truth] : {std::pair{0.3F, 0u}, {0.5F, 1u}, {0.7F, 2u}}) {
    Firm firm;
    firm.start();
    firm.go_to_bet(0);
    firm.ends_at = end;
    firm.answer(1);
    ASSERT_TRUE(firm.tour.finding());
    EXPECT_EQ(truth_of(*firm.tour.question(), *firm.tour.finding()), truth);
    EXPECT_EQ(firm.tour.bet(), 1u);
    EXPECT_EQ(firm.tour.finding()->end, end);
  }
}

TEST(TourState, ABetIsJudgedByItsRuler) {
  Question question;
  question.low = -0.1F;
  question.high = 0.1F;
  const Finding found{"", 0.5F, 0.8F, 0.8F};
  question.ruler = Ruler::since_start;
  EXPECT_EQ(truth_of(question, found), 2u);
  question.ruler = Ruler::against_baseline;
  EXPECT_EQ(truth_of(question, found), 1u);
  question.ruler = Ruler::at_the_end;
  question.low = 0.9F;
  question.high = 0.95F;
  EXPECT_EQ(truth_of(question, found), 0u);
}

TEST(TourState, ARunByTheBarCountsAsWell) {
  Firm firm;
  firm.start();
  firm.go_to_bet(0);
  firm.press(TourPress::bet, 0);
  firm.finish_run();  // nobody pressed the tour's button
  EXPECT_EQ(firm.tour.step().kind, StepKind::answer);
}

TEST(TourState, WhatABetIsAboutIsThereBeforeItRuns) {
  Firm firm;
  firm.start();
  firm.go_to_bet(2);
  EXPECT_FALSE(firm.facts.edited);
  firm.press(TourPress::bet, 0);
  ASSERT_NE(firm.last<SetLever>(), nullptr);
  EXPECT_EQ(firm.last<SetLever>()->lever, Lever::hours_required_reporting);
  EXPECT_EQ(firm.facts.day, 0);
  EXPECT_EQ(firm.last<StartRun>(), nullptr);
}

// To the tries of chapter 1.
void go_to_tries(Firm& firm) {
  firm.start();
  firm.go_to_bet(1);
  firm.answer(0);
  firm.next();
  ASSERT_EQ(firm.tour.step().kind, StepKind::tries);
}

TEST(TourState, EachTryChangesOneThingAndLeavesACurve) {
  Firm firm;
  go_to_tries(firm);
  firm.press(TourPress::attempt, 1);
  ASSERT_EQ(firm.tour.tried().size(), 1u);
  EXPECT_EQ(firm.tour.tried()[0].label, "0.03");
  ASSERT_EQ(firm.tour.ghosts().size(), 1u);
  EXPECT_EQ(firm.tour.ghosts()[0].values.size(), 66u);
  EXPECT_EQ(firm.tour.ghosts()[0].measure, Measure::trust);
  const std::size_t before = firm.sent.size();
  firm.press(TourPress::attempt, 2);
  EXPECT_EQ(firm.tour.ghosts().size(), 2u);
  const auto levers = std::count_if(firm.sent.begin() + static_cast<std::ptrdiff_t>(before), firm.sent.end(),
                                    [](const Command& one) { return std::holds_alternative<SetLever>(one); });
  EXPECT_EQ(levers, 1);
  EXPECT_NE(firm.last<ClearEdits>(), nullptr);  // the try before is taken back
}

TEST(TourState, TheSameTryTwiceIsOneCurve) {
  Firm firm;
  go_to_tries(firm);
  firm.press(TourPress::attempt, 1);
  firm.press(TourPress::attempt, 1);
  EXPECT_EQ(firm.tour.tried().size(), 1u);
  EXPECT_EQ(firm.tour.ghosts().size(), 1u);
}

TEST(TourState, GoesOnOnlyAfterEnoughTries) {
  Firm firm;
  go_to_tries(firm);
  const std::size_t step = firm.tour.step_number();
  EXPECT_FALSE(firm.tour.can_go_on(firm.facts));
  firm.press(TourPress::attempt, 0);
  firm.next();
  EXPECT_EQ(firm.tour.step_number(), step);
  firm.press(TourPress::attempt, 1);
  EXPECT_TRUE(firm.tour.can_go_on(firm.facts));
  firm.next();
  EXPECT_EQ(firm.tour.step_number(), step + 1);
}

TEST(TourState, ATryByHandCounts) {
  Firm firm;
  go_to_tries(firm);
  EXPECT_EQ(firm.facts.day, 0);  // so that a lever that is moved holds from day 1
  firm.change(true);
  firm.facts.lever = 0.07F;
  firm.finish_run();
  ASSERT_EQ(firm.tour.tried().size(), 1u);
  EXPECT_EQ(firm.tour.tried()[0].label, "0.07");
  EXPECT_EQ(firm.facts.day, 0);
}

TEST(TourState, RunningAgainWithoutAChangeIsNoTry) {
  Firm firm;
  go_to_tries(firm);
  firm.finish_run();
  EXPECT_TRUE(firm.tour.tried().empty());
}

TEST(TourState, BackGoesOverARunToItsBet) {
  Firm firm;
  firm.start();
  firm.go_to_bet(0);
  firm.answer(2);
  firm.press(TourPress::back);
  EXPECT_EQ(firm.tour.step().kind, StepKind::bet);
  EXPECT_FALSE(firm.tour.bet());
  EXPECT_FALSE(firm.tour.finding());
  EXPECT_EQ(firm.facts.day, 0);
}

TEST(TourState, BackFromAChaptersFirstStepIsTheChapterBefore) {
  Firm firm;
  firm.start();
  EXPECT_FALSE(firm.tour.can_go_back());
  firm.press(TourPress::back);
  EXPECT_EQ(firm.tour.chapter_number(), 0u);
  firm.press(TourPress::chapter, 3);
  firm.press(TourPress::back);
  EXPECT_EQ(firm.tour.chapter_number(), 2u);
  EXPECT_EQ(firm.tour.step_number(), 0u);
}

TEST(TourState, LeavingAsksKeepsThePlaceAndTheFirm) {
  Firm firm;
  go_to_tries(firm);
  const std::size_t step = firm.tour.step_number();
  firm.press(TourPress::leave);
  EXPECT_EQ(firm.tour.asking(), TourQuestion::leave);
  firm.press(TourPress::stay);
  EXPECT_TRUE(firm.tour.on());
  const std::size_t sent = firm.sent.size();
  firm.press(TourPress::leave);
  firm.press(TourPress::leave_now);
  EXPECT_FALSE(firm.tour.on());
  EXPECT_EQ(firm.sent.size(), sent);  // nothing is put back behind the user's back
  EXPECT_TRUE(firm.tour.ghosts().empty());
  firm.start();
  EXPECT_EQ(firm.tour.asking(), TourQuestion::resume);
  firm.press(TourPress::resume);
  EXPECT_EQ(firm.tour.chapter_number(), 1u);
  EXPECT_EQ(firm.tour.step_number(), step);
}

TEST(TourState, RestartsAtTheBeginning) {
  Firm firm;
  go_to_tries(firm);
  firm.press(TourPress::leave_now);
  firm.start();
  firm.press(TourPress::restart);
  EXPECT_EQ(firm.tour.chapter_number(), 0u);
  EXPECT_EQ(firm.tour.step_number(), 0u);
  EXPECT_EQ(firm.last<LoadScenario>()->file.filename(), "one-bad-week.toml");
}

TEST(TourState, TheToursOwnEditsAreNotAskedAbout) {
  Firm firm;
  go_to_tries(firm);
  firm.press(TourPress::attempt, 0);
  EXPECT_TRUE(firm.facts.unsaved);
  firm.press(TourPress::leave_now);
  firm.start();
  EXPECT_EQ(firm.tour.asking(), TourQuestion::resume);
  firm.press(TourPress::keep);
  firm.change(true);  // the user's
  firm.start();
  EXPECT_EQ(firm.tour.asking(), TourQuestion::unsaved);
}

TEST(TourState, AnsweringResumedMidRunGoesBackToTheBet) {
  Firm firm;
  firm.start();
  firm.go_to_bet(0);
  firm.press(TourPress::bet, 0);
  firm.press(TourPress::leave_now);
  firm.start();
  firm.press(TourPress::resume);
  EXPECT_EQ(firm.tour.step().kind, StepKind::bet);
}

TEST(TourState, AFirmThatDoesNotOpenIsSaid) {
  Firm firm;
  firm.opens = false;
  firm.start();
  EXPECT_TRUE(firm.tour.failed());
  firm.next();
  EXPECT_EQ(firm.tour.step_number(), 0u);
  firm.opens = true;
  firm.press(TourPress::chapter, 0);
  EXPECT_FALSE(firm.tour.failed());
}

TEST(TourState, PlaysToTheEndAndIsThenDone) {
  Firm firm;
  firm.start();
  firm.facts.person = "Dara";
  std::set<std::size_t> chapters;
  for (int guard = 0; firm.tour.on() && guard < 300; ++guard) {
    chapters.insert(firm.tour.chapter_number());
    const StepKind kind = firm.tour.step().kind;
    if (kind == StepKind::bet) {
      firm.press(TourPress::bet, static_cast<std::size_t>(guard) % 3);
    } else if (firm.tour.running()) {
      firm.finish_run();
    } else if (kind == StepKind::tries && !firm.tour.can_go_on(firm.facts)) {
      firm.press(TourPress::attempt, firm.tour.tried().size());
    } else {
      firm.next();
    }
  }
  EXPECT_FALSE(firm.tour.on());
  EXPECT_EQ(chapters.size(), tour_chapters().size());
  firm.start();
  EXPECT_EQ(firm.tour.asking(), TourQuestion::none);  // from the beginning
  EXPECT_EQ(firm.tour.chapter_number(), 0u);
}

TEST(TourState, EveryStepCanBeCarriedOut) {
  EXPECT_EQ(tour_chapters().size(), 7u);
  for (const Chapter& chapter : tour_chapters()) {
    for (std::size_t i = 0; i < chapter.steps.size(); ++i) {
      const TourStep& step = chapter.steps[i];
      EXPECT_EQ(step.kind == StepKind::bet, step.question.has_value());
      if (step.kind != StepKind::bet) {
        EXPECT_FALSE(step.button.empty());
      }
      if (step.kind == StepKind::bet) {
        EXPECT_EQ(chapter.steps[i + 1].kind, StepKind::run);
      }
      if (step.kind == StepKind::run) {
        EXPECT_EQ(chapter.steps[i + 1].kind, StepKind::answer);
      }
      if (step.kind == StepKind::tries) {
        EXPECT_LE(step.needed, step.tries.size());
      }
      EXPECT_EQ(step.kind == StepKind::answer, step.text.empty());
    }
  }
}

float area(const Box& box) { return box.width() * box.height(); }

TEST(TourCover, CoversAllButTheHolesAndNothingTwice) {
  const std::vector<Box> holes{{{10, 10}, {40, 30}}, {{30, 20}, {60, 50}}, {{-5, 80}, {20, 200}}};
  const std::vector<Box> cover = cover_around({100, 100}, holes);
  float sum = 0;
  for (const Box& box : cover) sum += area(box);
  const float open = 30 * 20 + 30 * 30 - 10 * 10 + 20 * 20;
  EXPECT_FLOAT_EQ(sum, 100 * 100 - open);
  for (std::size_t i = 0; i < cover.size(); ++i) {
    for (const Box& hole : holes) {
      EXPECT_TRUE(cover[i].high.x <= hole.low.x || hole.high.x <= cover[i].low.x || cover[i].high.y <= hole.low.y ||
                  hole.high.y <= cover[i].low.y);
    }
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_TRUE(cover[i].high.x <= cover[j].low.x || cover[j].high.x <= cover[i].low.x ||
                  cover[i].high.y <= cover[j].low.y || cover[j].high.y <= cover[i].low.y);
    }
  }
  EXPECT_EQ(cover_around({100, 100}, {}).size(), 1u);
}

}  // namespace
}  // namespace trust::viz
