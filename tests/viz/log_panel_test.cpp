// The log: what was done, what is planned, how to repeat it.
#include <gtest/gtest.h>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"

namespace trust::viz {
namespace {

class Log : public testing::Test {
 protected:
  Log() {
    driver.window.view().tab = PanelId::log;
    driver.draw(2);
  }

  static Lane lane(std::size_t index, const std::string& name, int first, int last) {
    Lane made;
    made.index = index;
    made.name = name;
    made.sentence = name + " does something.";
    made.first_day = first;
    made.last_day = last;
    return made;
  }

  RecordingSession session;
  Driver driver{session};
};

TEST_F(Log, SaysWhenThereIsNothing) {
  EXPECT_TRUE(driver.reads("Nothing was changed yet."));
  EXPECT_TRUE(driver.reads("No interventions."));
  EXPECT_FALSE(driver.shows("log/copy"));
}

TEST_F(Log, ListsWhatWasDoneInOrder) {
  session.snapshot.sitting.log = {"Set trust gain to 0.1 from day 3 on", "Moved Weekly 1:1s to day 38"};
  driver.draw(2);
  EXPECT_TRUE(driver.reads("1.  Set trust gain to 0.1"));
  EXPECT_TRUE(driver.reads("2.  Moved Weekly 1:1s"));
}

TEST_F(Log, ListsThePlanByDay) {
  session.snapshot.sitting.lanes = {lane(0, "Open books", 12, 20), lane(1, "Layoff", 4, 4)};
  session.snapshot.sitting.lanes[1].once = true;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("Day 12 to 20:  Open books"));
  EXPECT_TRUE(driver.reads("Day 4:  Layoff"));
  EXPECT_TRUE(driver.reads("Layoff does something."));
  EXPECT_LT(driver.box("log/lane/1").low.y, driver.box("log/lane/0").low.y);
}

TEST_F(Log, TellsWhatIsOffAddedAndOpen) {
  session.snapshot.sitting.lanes = {lane(0, "A", 1, 5), lane(1, "B", 2, 5), lane(2, "C", 3, 5)};
  session.snapshot.sitting.lanes[0].on = false;
  session.snapshot.sitting.lanes[1].changed = true;
  session.snapshot.sitting.lanes[2].open_end = true;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("A (switched off)"));
  EXPECT_TRUE(driver.reads("B (added)"));
  EXPECT_TRUE(driver.reads("From day 3 on:  C"));
}

TEST_F(Log, CommandIsCopied) {
  session.snapshot.sitting.command = "trustsim compare a.toml b.toml";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("trustsim compare a.toml b.toml"));
  driver.click("log/copy");
  EXPECT_STREQ(ImGui::GetClipboardText(), "trustsim compare a.toml b.toml");
}

TEST_F(Log, WithoutAFileItLeadsToSaving) {
  driver.click("log/save");
  EXPECT_EQ(driver.window.view().dialog, DialogId::save);
}

}  // namespace
}  // namespace trust::viz
