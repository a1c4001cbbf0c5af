// The person panel, control by control: on a snapshot made by hand, and on a run that answers.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/driver.hpp"
#include "tests/viz/kept_run.hpp"

namespace trust::viz {
namespace {

std::shared_ptr<PersonHistory> a_history() {
  auto told = std::make_shared<PersonHistory>();
  told->id = "person-4";
  told->seat = 4;
  for (std::size_t value = 0; value < person_value_count; ++value) {
    told->values[value] = {0.4F, 0.42F, 0.44F + 0.01F * static_cast<float>(value)};
  }
  told->moments = {{1, "came", no_seat, true, 0},
                   {2, "trust in person-5 fell from 0.70 to 0.50", 5, true, -0.2F},
                   {2, "person-3's trust in them rose from 0.30 to 0.40", 3, false, 0.1F}};
  return told;
}

std::shared_ptr<TieExplanation> an_answer(int day = 2) {
  auto told = std::make_shared<TieExplanation>();
  told->source = "person-4";
  told->target = "person-5";
  told->day = day;
  told->before = 0.7F;
  told->after = 0.5F;
  told->steps = {{"repair", "Bonus: person-5 let person-4 down", 0.7F, 0.49F},
                 {"meet", "person-5 kept all promises, and person-4 saw it", 0.49F, 0.5F}};
  told->beside = {"person-4 met person-5 by chat."};
  return told;
}

class PersonPanelTest : public testing::Test {
 protected:
  PersonPanelTest() {
    driver.window.view().tab = PanelId::person;
    driver.draw();
  }

  void choose(const std::string& id) {
    driver.window.view().selected_person = id;
    driver.draw(2);
  }

  void follow_person_4() {
    choose("person-4");
    session.snapshot.history = a_history();
    driver.draw(2);
  }

  template <typename What>
  int sent() const {
    return static_cast<int>(std::count_if(session.commands.begin(), session.commands.end(),
                                          [](const Command& one) { return std::holds_alternative<What>(one); }));
  }

  // The two arms differ, and everybody is trusted 0.1 more in the what-if.
  void edit() {
    auto baseline = std::make_shared<Look>(session.snapshot.look());
    for (float& value : baseline->people[0]) value -= 0.1F;
    for (TrustByte& byte : baseline->tie_trust) byte = byte == no_tie ? byte : static_cast<TrustByte>(byte - 25);
    session.snapshot.looks[static_cast<std::size_t>(Arm::baseline)] = baseline;
    session.snapshot.sitting.edited = true;
    driver.draw(2);
  }

  RecordingSession session;
  Driver driver{session, {1600, 1600}};
};

TEST_F(PersonPanelTest, ChoosingSomebodyFollowsThem) {
  EXPECT_EQ(sent<Follow>(), 0);
  choose("person-4");
  ASSERT_TRUE(session.last<Follow>());
  EXPECT_EQ(session.last<Follow>()->person, "person-4");
  EXPECT_EQ(session.last<Follow>()->arm, Arm::what_if);
  driver.draw(5);
  EXPECT_EQ(sent<Follow>(), 1) << "once is enough";
  choose("person-2");
  EXPECT_EQ(session.last<Follow>()->person, "person-2");
  choose("");
  EXPECT_EQ(session.last<Follow>()->person, "");
  EXPECT_EQ(sent<Follow>(), 3);
}

TEST_F(PersonPanelTest, AnotherArmAndAnotherRunAreFollowedAnew) {
  choose("person-4");
  driver.window.view().arm = ShownArm::baseline;
  driver.draw(2);
  EXPECT_EQ(session.last<Follow>()->arm, Arm::baseline);
  ++session.snapshot.run;
  driver.draw(2);
  EXPECT_EQ(sent<Follow>(), 3);
}

TEST_F(PersonPanelTest, SomebodyWhoIsNotThereIsNotFollowed) {
  choose("nobody-9");
  EXPECT_EQ(sent<Follow>(), 0);
  EXPECT_TRUE(driver.reads("Whole organisation"));
}

TEST_F(PersonPanelTest, CloseGoesBackToTheWholeOrganisation) {
  choose("person-4");
  EXPECT_TRUE(driver.reads("South"));
  driver.click("person/close");
  EXPECT_TRUE(driver.window.view().selected_person.empty());
  EXPECT_TRUE(driver.reads("Whole organisation"));
  EXPECT_TRUE(driver.reads("Nine people."));
}

TEST_F(PersonPanelTest, ManagerIsOnePressAway) {
  choose("person-4");
  driver.click("person/manager");
  EXPECT_EQ(driver.window.view().selected_person, "person-3");
  EXPECT_FALSE(driver.window.view().fly_to) << "the network has brought person 3 into view by now";
  EXPECT_TRUE(driver.reads("nobody")) << "who has no manager says so";
  EXPECT_FALSE(driver.shows("person/manager"));
}

TEST_F(PersonPanelTest, LeaderOfTheTeamIsShownWhereItIsNotTheManager) {
  choose("person-4");
  EXPECT_FALSE(driver.shows("person/leader"));
  auto organisation = std::make_shared<Organisation>(*session.look().organisation);
  organisation->teams[1].leader = 5;
  session.look().organisation = organisation;
  driver.draw(2);
  driver.click("person/leader");
  EXPECT_EQ(driver.window.view().selected_person, "person-5");
}

TEST_F(PersonPanelTest, AnEmptySeatIsSaidToBeEmpty) {
  session.look().present[4] = 0;
  choose("person-4");
  EXPECT_TRUE(driver.reads("Nobody sits here"));
}

TEST_F(PersonPanelTest, EveryValueCanBeChosenForTheCurve) {
  follow_person_4();
  for (const std::string name : {"felt-trust", "stress", "engagement", "trusted"}) {
    driver.point("person/value/" + name);
    EXPECT_TRUE(driver.shows_tip()) << name;
    driver.press();
  }
  EXPECT_TRUE(driver.reads("Engagement"));
}

TEST_F(PersonPanelTest, CurveSeeksTheDayThatIsPressed) {
  follow_person_4();
  driver.click("person/curve", 0.98F);
  ASSERT_TRUE(session.last<SeekDay>());
  EXPECT_GE(session.last<SeekDay>()->day, 18);
  driver.click("person/curve", 0.11F);
  EXPECT_LE(session.last<SeekDay>()->day, 1);
  EXPECT_TRUE(driver.shows_tip());
}

TEST_F(PersonPanelTest, WhomTheyTrustAsksWhy) {
  choose("person-4");
  driver.click("person/trusts/person-5");
  ASSERT_TRUE(session.last<Explain>());
  EXPECT_EQ(session.last<Explain>()->source, "person-4");
  EXPECT_EQ(session.last<Explain>()->target, "person-5");
  EXPECT_EQ(session.last<Explain>()->day, 2);
  EXPECT_TRUE(driver.reads("Why person-4's trust in person-5 moved"));
  EXPECT_TRUE(driver.reads("Day 2"));
  EXPECT_TRUE(driver.reads("Running that day again"));
}

TEST_F(PersonPanelTest, WhoTrustsThemAsksTheOtherWayRound) {
  choose("person-4");
  driver.click("person/trusted-by/person-3");
  ASSERT_TRUE(session.last<Explain>());
  EXPECT_EQ(session.last<Explain>()->source, "person-3");
  EXPECT_EQ(session.last<Explain>()->target, "person-4");
}

TEST_F(PersonPanelTest, PointingAtARowPointsAtThePerson) {
  choose("person-4");
  driver.point("person/trusts/person-5");
  driver.draw();
  EXPECT_EQ(driver.window.view().hovered, 5u);
  EXPECT_TRUE(driver.shows_tip());
  EXPECT_TRUE(driver.reads("Trusts 1 person")) << "the one who is chosen stays";
  driver.point("run", 0.5F, 3.0F);
  driver.draw();
  EXPECT_NE(driver.window.view().hovered, 5u);
}

TEST_F(PersonPanelTest, TiesAreComparedWithDay0) {
  choose("person-4");
  EXPECT_FALSE(driver.reads("+0.2")) << "nothing is known of day 0 yet";
  auto first = std::make_shared<Look>(session.snapshot.look());
  first->day = 0;
  first->tie_trust[first->ties->find(4, 5)] = to_byte(0.2F);
  const auto now = session.snapshot.looks;
  session.snapshot.looks = {first, first};
  driver.draw(2);
  session.snapshot.looks = now;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("+0.30"));
}

TEST_F(PersonPanelTest, TiesAndValuesAreComparedWithTheBaseline) {
  choose("person-4");
  edit();
  EXPECT_TRUE(driver.reads("+0.10"));
  driver.window.view().arm = ShownArm::baseline;
  driver.draw(2);
  EXPECT_FALSE(driver.reads("+0.10"));
}

TEST_F(PersonPanelTest, ManyTiesAreFoldedSortedAndUnfolded) {
  std::vector<Arc> arcs;
  for (Seat seat = 0; seat < 9; ++seat) {
    for (Seat other = 0; other < 9; ++other) {
      if (seat != other) arcs.push_back({seat, other});
    }
  }
  auto ties = std::make_shared<TieGraph>(9, arcs);
  session.look().tie_trust.assign(ties->slots(), no_tie);
  for (const Arc& arc : arcs) {
    session.look().tie_trust[ties->find(arc.source, arc.target)] =
        to_byte(0.1F * static_cast<float>(arc.source == 4 ? arc.target : arc.source));
  }
  session.look().ties = ties;
  choose("person-4");
  EXPECT_TRUE(driver.reads("Trusts 8 people"));
  EXPECT_TRUE(driver.shows("person/trusts/person-8"));
  EXPECT_FALSE(driver.shows("person/trusts/person-0"));
  driver.click("person/trusts/sort");
  EXPECT_TRUE(driver.shows("person/trusts/person-0"));
  EXPECT_FALSE(driver.shows("person/trusts/person-8"));
  EXPECT_FALSE(driver.shows("person/trusted-by/person-0")) << "each list by itself";
  EXPECT_LT(driver.box("person/trusts/person-0").low.y, driver.box("person/trusts/person-1").low.y);
  driver.click("person/trusts/more");
  EXPECT_TRUE(driver.shows("person/trusts/person-8"));
  driver.click("person/trusts/more");
  EXPECT_FALSE(driver.shows("person/trusts/person-8"));
  driver.click("person/trusted-by/sort");
  driver.click("person/trusted-by/more");
  EXPECT_TRUE(driver.shows("person/trusted-by/person-0"));
  EXPECT_TRUE(driver.shows("person/trusted-by/person-8"));
}

TEST_F(PersonPanelTest, WhyShowsEveryStep) {
  choose("person-4");
  driver.click("person/trusts/person-5");
  session.snapshot.explanation = an_answer();
  driver.draw(2);
  EXPECT_TRUE(driver.reads("0.700 to 0.500"));
  EXPECT_TRUE(driver.reads("-0.200"));
  EXPECT_TRUE(driver.reads("Bonus: person-5 let person-4 down."));
  EXPECT_TRUE(driver.reads("0.490 to 0.500"));
  EXPECT_TRUE(driver.reads("+0.010"));
  EXPECT_TRUE(driver.reads("person-4 met person-5 by chat."));
  EXPECT_TRUE(driver.shows("why/step/0"));
  EXPECT_TRUE(driver.shows("why/step/1"));
  EXPECT_FALSE(driver.reads("Running that day again"));
}

TEST_F(PersonPanelTest, WhyShowsTheRuleWithItsNumbers) {
  choose("person-4");
  driver.click("person/trusts/person-5");
  auto told = std::make_shared<TieExplanation>(*an_answer());
  session.snapshot.explanation = told;
  driver.draw(2);
  EXPECT_FALSE(driver.shows("why/rule"));
  told->reckoning = {"trust.gain 0.03: 0.49000 + 0.03 x 0.6536 x (1 - 0.49000) = 0.50000"};
  driver.draw(2);
  EXPECT_TRUE(driver.shows("why/rule"));
  EXPECT_TRUE(driver.reads("To reckon it again"));
  EXPECT_TRUE(driver.reads("trust.gain 0.03: 0.49000"));
}

TEST_F(PersonPanelTest, WhyShowsProblemsAndOnlyItsOwnAnswer) {
  choose("person-4");
  driver.click("person/trusts/person-5");
  session.snapshot.explanation = an_answer(1);
  driver.draw(2);
  EXPECT_TRUE(driver.reads("Running that day again")) << "that is another day's answer";
  auto problem = an_answer();
  problem->problem = "Day 2 has not been run yet.";
  session.snapshot.explanation = problem;
  driver.draw(2);
  EXPECT_TRUE(driver.shows("why/problem"));
  EXPECT_TRUE(driver.reads("Day 2 has not been run yet."));
  EXPECT_FALSE(driver.shows("why/step/0"));
}

TEST_F(PersonPanelTest, WhyWalksThroughTheDays) {
  choose("person-4");
  session.snapshot.computed = 3;
  driver.click("person/trusts/person-5");
  driver.click("why/earlier");
  ASSERT_TRUE(session.last<Explain>());
  EXPECT_EQ(session.last<Explain>()->day, 1);
  const int asked = sent<Explain>();
  driver.click("why/earlier");
  EXPECT_EQ(sent<Explain>(), asked) << "there is nothing before day 1";
  driver.click("why/day");
  ASSERT_TRUE(session.last<SeekDay>());
  EXPECT_EQ(session.last<SeekDay>()->day, 1);
  driver.click("why/later");
  EXPECT_EQ(session.last<Explain>()->day, 2);
  driver.click("why/later");
  EXPECT_EQ(session.last<Explain>()->day, 3);
  driver.click("why/later");
  EXPECT_EQ(session.last<Explain>()->day, 3) << "no later than what was run";
}

TEST_F(PersonPanelTest, WhyClosesAndStaysClosed) {
  choose("person-4");
  driver.click("person/trusts/person-5");
  EXPECT_TRUE(driver.shows("why"));
  driver.click("why/close");
  EXPECT_FALSE(driver.shows("why"));
  driver.click("person/trusts/person-5");
  choose("person-2");
  EXPECT_FALSE(driver.shows("why")) << "it was about somebody else";
}

TEST_F(PersonPanelTest, WhyIsAskedAnewWhenTheWhatIfIsAnother) {
  choose("person-4");
  driver.click("person/trusts/person-5");
  const int asked = sent<Explain>();
  driver.draw(3);
  EXPECT_EQ(sent<Explain>(), asked);
  ++session.snapshot.edition;
  driver.draw(3);
  EXPECT_EQ(sent<Explain>(), asked + 1);
  driver.window.view().arm = ShownArm::baseline;
  driver.draw(3);
  EXPECT_EQ(session.last<Explain>()->arm, Arm::baseline);
}

TEST_F(PersonPanelTest, MomentsAreNewestFirst) {
  follow_person_4();
  EXPECT_TRUE(driver.reads("What happened"));
  EXPECT_LT(driver.box("moment/2").low.y, driver.box("moment/1").low.y);
  EXPECT_LT(driver.box("moment/1").low.y, driver.box("moment/0").low.y);
  EXPECT_TRUE(driver.reads("Trust in person-5 fell from 0.70 to 0.50"));
}

TEST_F(PersonPanelTest, AMomentOfATieSeeksItsDayAndAsksWhy) {
  follow_person_4();
  driver.click("moment/1");
  ASSERT_TRUE(session.last<Explain>());
  EXPECT_EQ(session.last<Explain>()->source, "person-4");
  EXPECT_EQ(session.last<Explain>()->target, "person-5");
  EXPECT_EQ(session.last<Explain>()->day, 2);
  EXPECT_EQ(sent<SeekDay>(), 1);
}

TEST_F(PersonPanelTest, AMomentOfTheOthersTrustAsksTheOtherWayRound) {
  follow_person_4();
  driver.click("moment/2");
  ASSERT_TRUE(session.last<Explain>());
  EXPECT_EQ(session.last<Explain>()->source, "person-3");
  EXPECT_EQ(session.last<Explain>()->target, "person-4");
}

TEST_F(PersonPanelTest, AMomentOfThePersonOnlySeeks) {
  follow_person_4();
  driver.click("moment/0");
  ASSERT_TRUE(session.last<SeekDay>());
  EXPECT_EQ(session.last<SeekDay>()->day, 1);
  EXPECT_EQ(sent<Explain>(), 0);
}

TEST_F(PersonPanelTest, AHistoryOfSomebodyElseIsNotShown) {
  follow_person_4();
  choose("person-2");
  EXPECT_FALSE(driver.shows("moment/0"));
}

TEST_F(PersonPanelTest, WhileBetsAreOpenNothingLaterIsTold) {
  follow_person_4();
  session.snapshot.day = 1;
  session.snapshot.computed = 5;
  driver.draw(2);
  EXPECT_TRUE(driver.shows("moment/2"));
  driver.window.view().hide_future = true;
  driver.draw(2);
  EXPECT_FALSE(driver.shows("moment/2"));
  EXPECT_TRUE(driver.shows("moment/0"));
  driver.click("person/trusts/person-5");
  const int asked = sent<Explain>();
  driver.click("why/later");
  EXPECT_EQ(sent<Explain>(), asked);
}

TEST_F(PersonPanelTest, TheOrganisationStandsBesideItsBaseline) {
  EXPECT_TRUE(driver.reads("From day 0 to day 2"));
  EXPECT_TRUE(driver.reads("0.400 to 0.450"));
  edit();
  auto other = std::make_shared<Curves>(*session.snapshot.curves[0]);
  for (Series& series : other->series) series.value.back() = 0.33F;
  session.snapshot.curves[static_cast<std::size_t>(Arm::baseline)] = other;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("baseline"));
  EXPECT_TRUE(driver.reads("0.33"));
  EXPECT_FALSE(driver.reads("0.400 to 0.450"));
}

TEST_F(PersonPanelTest, AMeasureOfTheOrganisationIsPlottedWhenPressed) {
  const std::string name(measure_row(Measure::stress).name);
  driver.click("organisation/" + name);
  EXPECT_EQ(driver.window.view().measures.front(), Measure::stress);
}

// --- On a run that answers -------------------------------------------------------------------------------------------

TEST(PersonPanelOnARun, FromABadDayToItsReason) {
  AnsweringSession session;
  Driver driver(session, {1600, 2400});
  driver.window.view().selected_person = session.run().id(5);
  driver.draw(3);
  const auto& moments = session.latest().history->moments;
  const auto worst = std::min_element(moments.begin(), moments.end(),
                                      [](const Moment& one, const Moment& other) { return one.change < other.change; });
  driver.click("moment/" + std::to_string(worst - moments.begin()));
  driver.draw(3);
  EXPECT_EQ(session.latest().day, 4);
  EXPECT_TRUE(driver.reads("Broken bonus: " + session.run().id(5) + " let "));
  driver.click("why/earlier");
  driver.draw(2);
  EXPECT_FALSE(driver.reads("Broken bonus: " + session.run().id(5) + " let "));
  EXPECT_FALSE(driver.shows("why/problem"));
}

}  // namespace
}  // namespace trust::viz
