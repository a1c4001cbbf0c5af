// The result panel by its controls' names: what it says, what its buttons send, what a click on a row does.
#include "viz/panels/result_panel.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"
#include "tests/viz/working_folder.hpp"
#include "viz/panels/result_rows.hpp"
#include "viz/session/result_table.hpp"

namespace trust::viz {
namespace {

using Mood = CardLine::Mood;

ResultRow row(Measure measure, double baseline, double difference, double reach, Mood mood, bool whole_run = false) {
  ResultRow made;
  made.measure = measure;
  made.label = std::string(measure_row(measure).label);
  made.whole_run = whole_run;
  made.baseline = baseline;
  made.what_if = baseline + difference;
  made.difference = difference;
  made.low = difference - reach;
  made.high = difference + reach;
  made.better = 60;
  made.mood = mood;
  return made;
}

Refinement example_result() {
  Refinement refinement;
  refinement.edition = 1;
  refinement.replicates = 16;
  refinement.card = {
      {Mood::better, "Trust on day 65 is higher by 0.0480 (95 %: 0.0410 to 0.0550).", "How it was found."},
      {Mood::plain, "It shows from day 20 on.", ""},
      {Mood::worse, "Hardest hit: Sales 3, -0.0120 (95 %: -0.0200 to -0.0040).", ""},
      {Mood::unsure, "Not sure: exits.", ""},
      {Mood::warning, "~ Rests on few events: exits.", ""}};
  refinement.rows = {row(Measure::trust, 0.452, 0.048, 0.007, Mood::better),
                     row(Measure::stress, 0.31, 0.012, 0.004, Mood::worse),
                     row(Measure::revenue, 1234567, 15400, 90000, Mood::unsure, true),
                     row(Measure::exits, 3.2, -0.4, 0.6, Mood::unsure, true)};
  refinement.rows.back().few = true;
  ResultRow money = row(Measure::revenue, 1200000, 12000, 1000, Mood::better, true);
  money.measure.reset();
  money.label = "Net money";
  refinement.rows.push_back(money);
  return refinement;
}

class ResultTab : public testing::Test {
 protected:
  ResultTab() {
    session.snapshot.sitting.edited = true;
    session.snapshot.refining = true;
    Lane lane;
    lane.name = "Weekly talks";
    lane.changed = true;
    session.snapshot.sitting.lanes = {lane};
    show(example_result());
  }

  void show(Refinement refinement) {
    session.snapshot.refinement = std::make_shared<const Refinement>(std::move(refinement));
  }

  Driver& driver() {
    if (!driver_) {
      driver_ = std::make_unique<Driver>(session, FrameSize{1600, 1600});
      driver_->window.view().tab = PanelId::result;
      driver_->draw(3);
    }
    return *driver_;
  }

  RecordingSession session;
  std::unique_ptr<Driver> driver_;
};

TEST_F(ResultTab, WithoutAWhatIfSaysHowToMakeOne) {
  session.snapshot.sitting.edited = false;
  EXPECT_TRUE(driver().shows("result/none"));
  EXPECT_TRUE(driver().reads("Move a lever, or add an intervention"));
  EXPECT_FALSE(driver().shows("result/line/0"));
  EXPECT_FALSE(driver().shows("result/row/trust"));
}

TEST_F(ResultTab, NamesWhatIsCompared) {
  EXPECT_TRUE(driver().shows("result/heading"));
  EXPECT_TRUE(driver().reads("Weekly talks"));
}

TEST_F(ResultTab, ShowsEveryLineOfTheCard) {
  for (std::size_t i = 0; i < session.snapshot.refinement->card.size(); ++i) {
    EXPECT_TRUE(driver().shows("result/line/" + std::to_string(i)));
    EXPECT_TRUE(driver().reads(session.snapshot.refinement->card[i].text));
  }
  EXPECT_FALSE(driver().shows("result/line/5"));
}

TEST_F(ResultTab, ALineTellsHowItWasFound) {
  driver().point("result/line/0");
  EXPECT_TRUE(driver().shows_tip());
  driver().point("result/line/1");
  EXPECT_FALSE(driver().shows_tip());
}

TEST_F(ResultTab, SaysHowFarTheReplicatesAre) {
  EXPECT_TRUE(driver().shows("result/progress"));
  EXPECT_TRUE(driver().reads("16 of 64 replicates, working ..."));
  Refinement done = example_result();
  done.replicates = 64;
  show(done);
  driver().draw(2);
  EXPECT_TRUE(driver().reads("64 of 64 replicates"));
  EXPECT_FALSE(driver().reads("replicates, "));
  driver().point("result/progress");
  EXPECT_TRUE(driver().shows_tip());
}

TEST_F(ResultTab, SaysThatItStopped) {
  session.snapshot.refining = false;
  EXPECT_TRUE(driver().reads("16 of 64 replicates, stopped"));
}

TEST_F(ResultTab, OfAnEarlierWhatIfIsShownAsStale) {
  session.snapshot.edition = 2;
  EXPECT_TRUE(driver().reads("working ..."));
  EXPECT_FALSE(driver().reads("16 of 64"));
  EXPECT_TRUE(driver().shows("result/line/0")) << "still readable";
  ImGui::SetClipboardText("before");
  driver().click("result/copy");
  EXPECT_STREQ(ImGui::GetClipboardText(), "before") << "what is stale is not copied";
  session.snapshot.refining = false;
  driver().draw(2);
  EXPECT_TRUE(driver().reads("of an earlier what-if"));
}

TEST_F(ResultTab, BeforeAnyResultSaysThatItWorks) {
  session.snapshot.refinement.reset();
  EXPECT_TRUE(driver().reads("working ..."));
  EXPECT_FALSE(driver().shows("result/copy"));
  session.snapshot.refining = false;
  driver().draw(2);
  EXPECT_TRUE(driver().reads("press Start"));
}

TEST_F(ResultTab, DrawsUncertainParametersOnRequest) {
  driver().click("result/uncertain", 0.05F);
  ASSERT_NE(session.last<Refine>(), nullptr);
  EXPECT_TRUE(session.last<Refine>()->on);
  EXPECT_TRUE(session.last<Refine>()->uncertain);
  session.snapshot.refining_uncertain = true;
  driver().draw(2);
  driver().click("result/uncertain", 0.05F);
  EXPECT_FALSE(session.last<Refine>()->uncertain);
  EXPECT_TRUE(session.last<Refine>()->on);
}

TEST_F(ResultTab, TheTickHasATip) {
  driver().point("result/uncertain");
  EXPECT_TRUE(driver().shows_tip());
}

TEST_F(ResultTab, StopsAndStartsTheReplicates) {
  session.snapshot.refining_uncertain = true;
  EXPECT_TRUE(driver().reads("Stop"));
  driver().click("result/refine");
  ASSERT_NE(session.last<Refine>(), nullptr);
  EXPECT_FALSE(session.last<Refine>()->on);
  EXPECT_TRUE(session.last<Refine>()->uncertain) << "the tick stays as it is";
  session.snapshot.refining = false;
  driver().draw(2);
  EXPECT_TRUE(driver().reads("Start"));
  driver().click("result/refine");
  EXPECT_TRUE(session.last<Refine>()->on);
}

TEST_F(ResultTab, HasARowForEveryMeasureAndForMoney) {
  for (const char* name : {"trust", "stress", "revenue", "exits", "net_money"})
    EXPECT_TRUE(driver().shows("result/row/" + std::string(name))) << name;
  for (const char* text : {"0.452", "0.500", "+0.0480", "+0.0410 to +0.0550", "1,234,567", "+15,400", "Exits ~"})
    EXPECT_TRUE(driver().reads(text)) << text;
}

TEST_F(ResultTab, AClickOnARowAddsItsMeasureToThePlots) {
  driver().click("result/row/stress");
  EXPECT_EQ(driver().window.view().measures, (std::vector<Measure>{Measure::trust, Measure::stress}));
  driver().click("result/row/stress");
  driver().click("result/row/trust");
  EXPECT_EQ(driver().window.view().measures, (std::vector<Measure>{Measure::trust, Measure::stress})) << "none twice";
  driver().click("result/row/net_money");
  EXPECT_EQ(driver().window.view().measures.size(), 2U);
}

TEST_F(ResultTab, ARowTellsWhatItsMeasureIs) {
  driver().point("result/row/exits");
  EXPECT_TRUE(driver().shows_tip());
}

TEST_F(ResultTab, CopiesSentencesAndTable) {
  driver().click("result/copy");
  const std::string copied = ImGui::GetClipboardText();
  EXPECT_EQ(copied, result_as_text("By hand: what-if against baseline (Weekly talks)", *session.snapshot.refinement));
  EXPECT_NE(copied.find("Trust on day 65 is higher by 0.0480"), std::string::npos);
  EXPECT_NE(copied.find("Net money, whole run"), std::string::npos);
}

TEST_F(ResultTab, SavesTheTableUnderANameOfItsOwn) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "result-panel";
  fs::remove_all(folder);
  fs::create_directories(folder);
  {
    const WorkingFolder place(folder);
    driver().click("result/csv");
    driver().click("result/csv");
  }
  std::ifstream in(folder / "by-hand-result.csv");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(text, table_as_csv(session.snapshot.refinement->rows));
  EXPECT_TRUE(fs::exists(folder / "by-hand-result-2.csv")) << "nothing is overwritten";
  EXPECT_NE(driver().window.view().news.find("by-hand-result-2.csv"), std::string::npos);
  fs::remove_all(folder);
}

TEST_F(ResultTab, SaysWhyThereIsNone) {
  Refinement none;
  none.edition = 1;
  none.problem = "The organisation is too large for replicates in the background.";
  show(none);
  EXPECT_TRUE(driver().shows("result/problem"));
  EXPECT_TRUE(driver().reads("too large"));
  EXPECT_FALSE(driver().shows("result/row/trust"));
  driver().click("result/copy");
  EXPECT_EQ(std::string(ImGui::GetClipboardText()), none.problem);
}

TEST_F(ResultTab, TellsNothingBeforeTheBetIsPlaced) {
  driver().window.view().hide_future = true;
  driver().draw(2);
  EXPECT_TRUE(driver().shows("result/hidden"));
  EXPECT_FALSE(driver().shows("result/line/0"));
  EXPECT_FALSE(driver().shows("result/row/trust"));
}

TEST_F(ResultTab, HasRoomForOneLineARowWhenItIsWide) {
  const float narrow = driver().box("result/row/trust").height();
  driver().window.view().maximised = PanelId::result;
  driver().draw(3);
  EXPECT_LT(driver().box("result/row/trust").height(), narrow * 0.7F);
  EXPECT_TRUE(driver().reads("+0.0410 to +0.0550"));
}

TEST_F(ResultTab, CutsOffNothingAndWritesNothingOverEachOther) {
  for (const float scale : {1.0F, 1.5F, 2.0F}) {
    for (const FrameSize size : {FrameSize{1280, 720}, {1600, 1000}, {2560, 1440}}) {
      Driver at(session, size, scale);
      at.window.view().tab = PanelId::result;
      at.draw(3);
      if (!at.shows("result/line/0")) continue;  // the column is a drawer
      const Box panel = at.box("result/progress");
      const auto& texts = at.window.written();
      for (std::size_t i = 0; i < texts.size(); ++i) {
        const WrittenText& t = texts[i];
        const bool seen = !t.scrolls || (t.low.y >= t.clip_low.y && t.high.y <= t.clip_high.y);
        if (t.low.x < panel.low.x - 1 || !seen) continue;
        EXPECT_LE(t.high.x, t.clip_high.x + 0.5F) << t.text << " at " << size.width << " x " << scale;
        EXPECT_FALSE(t.text.ends_with("...") && !t.text.ends_with("working ...")) << t.text;
        for (std::size_t j = 0; j < i; ++j) {
          const WrittenText& u = texts[j];
          if (u.low.x < panel.low.x - 1 || u.layer != t.layer || u.low.y < u.clip_low.y || u.high.y > u.clip_high.y)
            continue;
          const bool apart = t.high.x <= u.low.x + 0.5F || u.high.x <= t.low.x + 0.5F || t.high.y <= u.low.y + 1.5F ||
                             u.high.y <= t.low.y + 1.5F;
          EXPECT_TRUE(apart) << "'" << t.text << "' lies over '" << u.text << "' at " << size.width << " x " << scale;
        }
      }
    }
  }
}

TEST(WhatIsCompared, NamesChangesAndWhatIsGone) {
  SittingState sitting;
  EXPECT_EQ(what_is_compared(sitting), "as it was opened");
  Lane talks;
  talks.name = "Weekly talks";
  talks.changed = true;
  Lane kept;
  kept.name = "Layoff";
  kept.of_baseline = true;
  Lane gone;
  gone.name = "Offsite";
  sitting.lanes = {talks, kept};
  sitting.baseline_lanes = {kept, gone};
  EXPECT_EQ(what_is_compared(sitting), "Weekly talks; without Offsite");
  sitting.lanes[1].changed = true;
  sitting.lanes[1].on = false;
  EXPECT_EQ(what_is_compared(sitting), "Weekly talks; Layoff off; without Offsite");
  for (int i = 0; i < 5; ++i) sitting.lanes.push_back(talks);
  EXPECT_EQ(what_is_compared(sitting), "Weekly talks; Layoff off; Weekly talks; Weekly talks; and 4 more");
}

}  // namespace
}  // namespace trust::viz
