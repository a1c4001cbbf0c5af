// Stories: a tie's day in plain words, with numbers that add up, and a person's days from the looks alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <regex>
#include <string>

#include "tests/viz/kept_run.hpp"
#include "viz/session/story_teller.hpp"

namespace trust::viz {
namespace {

class Story : public testing::Test {
 protected:
  static void SetUpTestSuite() { run = new KeptRun(Eventful::scenario()); }
  static void TearDownTestSuite() {
    delete run;
    run = nullptr;
  }

  // Somebody who trusts seat 5 on day 0.
  static std::string witness() { return run->id(run->graph().source(run->graph().row_begin(5))); }
  static std::string culprit() { return run->id(5); }

  static bool tells(const TieExplanation& told, const std::string& words) {
    const auto has = [&](const std::string& text) { return text.find(words) != std::string::npos; };
    return std::any_of(told.steps.begin(), told.steps.end(), [&](const TieStep& step) { return has(step.text); }) ||
           std::any_of(told.beside.begin(), told.beside.end(), has);
  }

  static void print(const TieExplanation& told) {
    if (std::getenv("TRUST_SHOW_STORIES") == nullptr) return;
    std::cout << told.source << " -> " << told.target << ", day " << told.day << ": " << told.before << " -> "
              << told.after << " " << told.problem << "\n";
    for (const TieStep& step : told.steps) {
      std::cout << "  " << step.before << " -> " << step.after << "  [" << step.phase << "] " << step.text << "\n";
    }
    for (const std::string& line : told.beside) std::cout << "  * " << line << "\n";
  }

  static void expect_whole(const TieExplanation& told) {
    float now = told.before;
    for (const TieStep& step : told.steps) {
      EXPECT_EQ(std::bit_cast<std::uint32_t>(step.before), std::bit_cast<std::uint32_t>(now)) << step.text;
      EXPECT_FALSE(step.text.empty());
      EXPECT_NE(step.phase, "other");
      now = step.after;
    }
    EXPECT_EQ(std::bit_cast<std::uint32_t>(now), std::bit_cast<std::uint32_t>(told.after));
  }

  // Of a tie of both days; 0 of any other.
  static float moved(int day, Seat source, Seat target) {
    const Slot slot = run->graph().find(source, target);
    const TrustByte was = run->looks[static_cast<std::size_t>(day) - 1]->tie_trust[slot];
    const TrustByte is = run->looks[static_cast<std::size_t>(day)]->tie_trust[slot];
    return was == no_tie || is == no_tie ? 0 : trust_of(is) - trust_of(was);
  }

  static KeptRun* run;
};

KeptRun* Story::run = nullptr;

TEST_F(Story, EveryDayOfATieAddsUpToTheRun) {
  for (int day = 1; day <= run->scenario->days; ++day) {
    const TieExplanation told = tell_tie(run->source(), witness(), culprit(), day);
    print(told);
    if (!told.problem.empty()) {
      EXPECT_LT(run->trust(day, witness(), culprit()), 0) << told.problem;
      continue;
    }
    EXPECT_EQ(told.before, run->trust(day - 1, witness(), culprit()));
    EXPECT_EQ(told.after, run->trust(day, witness(), culprit()));
    EXPECT_EQ(told.arm, Arm::baseline);
    expect_whole(told);
  }
}

// A calculator, fed with what is written, comes out at the engine's trust.
TEST_F(Story, TheRuleCanBeReckonedAgainFromWhatIsWritten) {
  const std::regex time("([0-9.]+) \\+ ([0-9.e-]+) x \\(([0-9.]+) - ([0-9.]+)\\) = ([0-9.]+)$");
  const std::regex learning("([0-9.]+) ([+-]) ([0-9.e-]+) x ([0-9.]+) x (\\(1 - [0-9.]+\\)|[0-9.]+) = ([0-9.]+)$");
  int days = 0;
  int learned = 0;
  for (int day = 1; day <= run->scenario->days; ++day) {
    const TieExplanation told = tell_tie(run->source(), witness(), culprit(), day);
    if (told.reckoning.empty()) continue;
    ++days;
    std::smatch found;
    const std::string last = told.reckoning.back();
    ASSERT_TRUE(std::regex_search(last, found, time)) << last;
    const auto number = [&](std::size_t i) { return std::stod(found[i].str()); };
    EXPECT_NEAR(number(1) + number(2) * (number(3) - number(4)), number(5), 5e-5) << last;
    EXPECT_NEAR(number(5), static_cast<double>(told.after), 1e-5) << last;
    if (told.reckoning.size() < 3) continue;
    const std::string gain = told.reckoning[told.reckoning.size() - 2];
    ASSERT_TRUE(std::regex_search(gain, found, learning)) << gain;
    ++learned;
    const double was = number(1);
    const double room = found[5].str()[0] == '(' ? 1 - was : was;
    const double step = number(3) * number(4) * room;
    EXPECT_NEAR(found[2] == "+" ? was + step : was - step, number(6), 5e-5) << gain;
  }
  EXPECT_GT(days, 3);
  EXPECT_GT(learned, 0);
}

TEST_F(Story, EventsAreNamed) {
  const auto on = [&](int day) { return tell_tie(run->source(), witness(), culprit(), day); };
  EXPECT_TRUE(tells(on(4), "Broken bonus: " + culprit() + " let " + witness() + " down: "));
  EXPECT_TRUE(tells(on(7), "Apology: " + culprit() + " apologised"));
  EXPECT_TRUE(tells(on(9), "Lay-off: " + culprit() + " left: the tie ended"));
  EXPECT_TRUE(tells(on(12), "New hire: " + culprit() + " is new here"));
  EXPECT_TRUE(tells(on(4), "Town halls was in force for both"));
  EXPECT_FALSE(tells(on(11 - 9), "Town halls"));
  EXPECT_EQ(on(9).after, -1);
  EXPECT_EQ(on(12).before, -1);
}

TEST_F(Story, GossipIsToldOnItsDay) {
  const TieExplanation monday = tell_tie(run->source(), witness(), culprit(), 6);
  EXPECT_TRUE(tells(monday, witness() + " heard about " + culprit() + " from "));
  EXPECT_TRUE(tells(monday, "gave back part of the difference"));
  const TieExplanation tuesday = tell_tie(run->source(), witness(), culprit(), 7);
  EXPECT_FALSE(tells(tuesday, "heard about"));
}

TEST_F(Story, WhoDidNotMeetSawNothing) {
  int met = 0;
  int apart = 0;
  for (int day = 1; day <= 8; ++day) {
    const TieExplanation told = tell_tie(run->source(), witness(), culprit(), day);
    const bool saw = tells(told, " saw it") || tells(told, "nothing out of the ordinary");
    const bool said_apart = tells(told, witness() + " saw nothing of " + culprit());
    EXPECT_FALSE(saw && said_apart) << day;
    EXPECT_EQ(tells(told, witness() + " met " + culprit()), !said_apart) << day;
    (said_apart ? apart : met) += 1;
  }
  EXPECT_GT(met + apart, 0);
}

TEST_F(Story, ProblemsAreSaidInPlainWords) {
  const StorySource source = run->source();
  EXPECT_NE(tell_tie(source, "nobody-9", culprit(), 3).problem.find("Nobody here is called 'nobody-9'"),
            std::string::npos);
  EXPECT_NE(tell_tie(source, witness(), "", 3).problem.find("Nobody here is called ''"), std::string::npos);
  EXPECT_NE(tell_tie(source, witness(), culprit(), 0).problem.find("Day 0"), std::string::npos);
  EXPECT_NE(tell_tie(source, witness(), culprit(), -4).problem, "");
  EXPECT_NE(tell_tie(source, witness(), culprit(), 16).problem.find("not been run yet"), std::string::npos);
  EXPECT_NE(tell_tie(source, culprit(), culprit(), 3).problem.find("themselves"), std::string::npos);
  EXPECT_NE(tell_tie(source, witness(), culprit(), 10).problem.find("had no tie"), std::string::npos);
  EXPECT_NE(tell_tie(StorySource{}, witness(), culprit(), 3).problem, "");
  for (Seat other = 0; other < run->graph().seats(); ++other) {
    if (other == 5 || run->graph().find(other, 5) != no_slot) continue;
    EXPECT_NE(tell_tie(source, run->id(other), culprit(), 3).problem.find("never meet"), std::string::npos);
    break;
  }
}

TEST_F(Story, PartsOfADayAreToldApart) {
  const KeptRun parts(Eventful::scenario(GossipRule::none, 3));
  const TieExplanation told = tell_tie(parts.source(), witness(), culprit(), 4);
  expect_whole(told);
  EXPECT_EQ(told.after, parts.trust(4, witness(), culprit()));
  const bool in_parts = std::any_of(told.steps.begin(), told.steps.end(), [](const TieStep& step) {
    return step.phase.find("part 3 of 3") != std::string::npos;
  });
  EXPECT_TRUE(in_parts);
}

TEST_F(Story, TellingChangesNothing) {
  const std::uint64_t before = run->batches[4].lane_hash(0);
  tell_tie(run->source(), witness(), culprit(), 5);
  EXPECT_EQ(run->batches[4].lane_hash(0), before);
}

// --- A person's days -------------------------------------------------------------------------------------------------

TEST_F(Story, AHistoryHasEveryValueOfEveryDay) {
  const PersonHistory told = tell_person(run->source(), culprit());
  EXPECT_EQ(told.id, culprit());
  EXPECT_EQ(told.seat, 5u);
  EXPECT_EQ(told.arm, Arm::baseline);
  for (std::size_t value = 0; value < person_value_count; ++value) {
    ASSERT_EQ(told.values[value].size(), run->looks.size());
    for (std::size_t day = 0; day < run->looks.size(); ++day) {
      EXPECT_EQ(told.values[value][day], run->looks[day]->people[value][5]);
    }
  }
}

TEST_F(Story, AHistoryTellsWhatHappenedToThePerson) {
  const PersonHistory told = tell_person(run->source(), culprit());
  if (std::getenv("TRUST_SHOW_STORIES") != nullptr) {
    for (const Moment& one : told.moments) std::cout << one.day << "  " << one.text << "\n";
  }
  const auto on = [&](int day, const std::string& words) {
    return std::any_of(told.moments.begin(), told.moments.end(),
                       [&](const Moment& one) { return one.day == day && one.text.find(words) != std::string::npos; });
  };
  EXPECT_TRUE(on(3, "Town halls: began"));
  EXPECT_TRUE(on(4, "Broken bonus: let down all who trust them (40 % of their trust at once)"));
  EXPECT_TRUE(on(7, "Apology: apologised"));
  EXPECT_TRUE(on(9, "left; the seat is empty"));
  EXPECT_TRUE(on(11, "Town halls: ended"));
  EXPECT_TRUE(on(12, "somebody new came, after 3 days with nobody in the seat"));
}

TEST_F(Story, MomentsOfTiesAreMovesOfTheLooks) {
  const PersonHistory told = tell_person(run->source(), culprit());
  EXPECT_LE(told.moments.size(), 40u);
  int of_ties = 0;
  for (const Moment& one : told.moments) {
    if (one.change == 0 || one.other == no_seat) continue;
    ++of_ties;
    EXPECT_FLOAT_EQ(one.change, moved(one.day, one.outgoing ? 5 : one.other, one.outgoing ? one.other : 5));
  }
  EXPECT_GT(of_ties, 5);
  EXPECT_TRUE(std::is_sorted(told.moments.begin(), told.moments.end(),
                             [](const Moment& one, const Moment& other) { return one.day < other.day; }));
}

TEST_F(Story, TheLargestMoveOfEveryBadDayIsTold) {
  const PersonHistory told = tell_person(run->source(), culprit());
  for (const int day : {4, 7}) {
    float largest = 0;
    for (Slot slot = run->graph().row_begin(5); slot < run->graph().row_end(5); ++slot) {
      largest = std::max(largest, std::fabs(moved(day, run->graph().source(slot), 5)));
    }
    const bool is_told = std::any_of(told.moments.begin(), told.moments.end(), [&](const Moment& one) {
      return one.day == day && std::fabs(one.change) == largest;
    });
    EXPECT_TRUE(is_told) << day;
    const bool rest = std::any_of(told.moments.begin(), told.moments.end(), [&](const Moment& one) {
      return one.day == day && one.other == no_seat && one.text.find("more people in them") != std::string::npos;
    });
    EXPECT_TRUE(rest) << day;
  }
}

TEST_F(Story, ATaleInPiecesIsTheTaleAtOnce) {
  const PersonHistory at_once = tell_person(run->source(), culprit());
  PersonTale tale(run->scenario, Arm::baseline, culprit());
  for (const auto& look : run->looks) {
    EXPECT_EQ(tale.next_day(), look->day);
    tale.extend(look);
    tale.extend(look);  // a day is told once
    tale.history();     // looking in between changes nothing
  }
  const PersonHistory in_pieces = tale.history();
  ASSERT_EQ(in_pieces.moments.size(), at_once.moments.size());
  for (std::size_t m = 0; m < at_once.moments.size(); ++m) {
    EXPECT_EQ(in_pieces.moments[m].text, at_once.moments[m].text);
    EXPECT_EQ(in_pieces.moments[m].day, at_once.moments[m].day);
  }
  EXPECT_EQ(in_pieces.values[0], at_once.values[0]);
}

TEST_F(Story, DaysThatAreMissingStayUnknown) {
  PersonTale tale(run->scenario, Arm::what_if, culprit());
  tale.extend(run->looks[0]);
  tale.extend(run->looks[3]);
  const PersonHistory told = tale.history();
  ASSERT_EQ(told.values[0].size(), 4u);
  EXPECT_FALSE(std::isnan(told.values[0][0]));
  EXPECT_TRUE(std::isnan(told.values[0][1]));
  EXPECT_TRUE(std::isnan(told.values[0][2]));
  EXPECT_FALSE(std::isnan(told.values[0][3]));
  EXPECT_TRUE(told.moments.empty()) << "nothing is known of a move over several days";
}

TEST_F(Story, NobodyHasNoHistory) {
  const PersonHistory told = tell_person(run->source(), "nobody-9");
  EXPECT_EQ(told.seat, no_seat);
  EXPECT_TRUE(told.moments.empty());
  EXPECT_TRUE(told.values[0].empty());
}

}  // namespace
}  // namespace trust::viz
