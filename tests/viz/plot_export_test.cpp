// What is exported is what is plotted: numbers come back to the last bit, pictures are well-formed and hold every
// series.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>

#include "tests/viz/plots_example.hpp"
#include "tests/viz/small_xml.hpp"
#include "tests/viz/working_folder.hpp"
#include "viz/panels/export_plots.hpp"
#include "viz/plot/csv_text.hpp"
#include "viz/plot/plot.hpp"
#include "viz/plot/svg_recorder.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// One row: no cell of ours has a line break.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
      cells.back() += line[i++];
    else if (line[i] == '"')
      quoted = !quoted;
    else if (line[i] == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back() += line[i];
  }
  return cells;
}

std::vector<std::map<std::string, std::string>> read_csv(const std::string& text) {
  std::istringstream in(text);
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> heads = cells_of(line);
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = cells_of(line);
    EXPECT_EQ(cells.size(), heads.size()) << line;
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < std::min(cells.size(), heads.size()); ++i) row[heads[i]] = cells[i];
  }
  return rows;
}

class PlotExport : public testing::Test {
 protected:
  void SetUp() override {
    snapshot = plots_snapshot();
    snapshot.refinement = example_refinement(snapshot.edition);
    view.arm = ShownArm::compare;
    folder = fs::path(testing::TempDir()) /
             (std::string("plots-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  Snapshot snapshot;
  ViewState view;
  fs::path folder;
};

TEST(CsvText, NumbersComeBackToTheLastBit) {
  std::mt19937 random(1);
  for (int trial = 0; trial < 20000; ++trial) {
    const auto bits = static_cast<std::uint32_t>(random());
    const float value = std::bit_cast<float>(bits);
    if (std::isnan(value)) continue;
    const std::string text = shortest(value);
    EXPECT_EQ(std::bit_cast<std::uint32_t>(std::strtof(text.c_str(), nullptr)), bits) << text;
    EXPECT_LE(text.size(), 16u);
  }
  EXPECT_EQ(shortest(0.1F), "0.1");
  EXPECT_EQ(shortest(NAN), "");
}

TEST(CsvText, WordsAreQuotedWhereTheyMustBe) {
  EXPECT_EQ(csv_cell("luck"), "luck");
  EXPECT_EQ(csv_cell("luck, 64"), "\"luck, 64\"");
  EXPECT_EQ(csv_cell("a \"b\""), "\"a \"\"b\"\"\"");
}

TEST_F(PlotExport, CsvHoldsEveryLineAndBandOfEveryDay) {
  const auto rows = read_csv(plot_csv(snapshot, view, Measure::trust));
  std::size_t expected = 0;
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::string>> at;  // (arm, line, band), day
  for (const auto& row : rows) {
    at[{row.at("arm") + row.at("line") + row.at("band"), row.at("day")}] = row;
    EXPECT_EQ(row.at("measure"), "trust");
  }
  for (const PlotContent& content :
       {measure_content(snapshot, view, Measure::trust), difference_content(snapshot, view, Measure::trust)}) {
    for (const PlotLine& line : content.lines) {
      std::vector<const PlotBand*> bands;
      for (const PlotBand& band : line.bands) bands.push_back(&band);
      if (bands.empty()) bands.push_back(nullptr);
      for (const PlotBand* band : bands) {
        for (std::size_t day = 0; day < line.values.size(); ++day, ++expected) {
          const auto& row = at[{line.arm + line.name + (band ? band->name : ""), std::to_string(day)}];
          ASSERT_TRUE(row.contains("value")) << line.name << " on day " << day;
          EXPECT_EQ(std::strtof(row.at("value").c_str(), nullptr), line.values[day]);
          EXPECT_EQ(row.at("low").empty(), band == nullptr);
          if (!band) continue;
          EXPECT_EQ(std::strtof(row.at("low").c_str(), nullptr), band->low[day]);
          EXPECT_EQ(std::strtof(row.at("high").c_str(), nullptr), band->high[day]);
        }
      }
    }
  }
  EXPECT_EQ(rows.size(), expected) << "and nothing else";
  EXPECT_EQ(expected, std::size_t{131 * 2 + 81 * 2 + 131 * 2 + 81}) << "means, own runs, two bands, own difference";
}

TEST_F(PlotExport, CsvShowsNothingOfAHiddenFuture) {
  view.hide_future = true;
  for (const auto& row : read_csv(plot_csv(snapshot, view, Measure::trust))) {
    EXPECT_LE(std::atoi(row.at("day").c_str()), snapshot.day);
    EXPECT_EQ(row.at("line").find("mean"), std::string::npos);
  }
}

TEST_F(PlotExport, SvgIsWellFormedAndHoldsEverySeries) {
  const std::string text = plot_svg(snapshot, view, Measure::stress);
  const SmallXml xml(text);
  ASSERT_EQ(xml.problem(), "");
  EXPECT_EQ(xml.root(), "svg");
  for (const char* words : {"Stress", "baseline", "what-if", "this run", "middle 90 % of 64 replicates",
                            "luck, 64 replicates", "luck and parameters", "Layoff", "Week"}) {
    EXPECT_TRUE(xml.says(words)) << words;
  }
  // Two means, two own runs, the difference's mean and own run: two pixels wide or one, none of them empty.
  EXPECT_EQ(xml.count("polyline", "stroke-width", "2"), 3u);
  EXPECT_EQ(xml.count("polygon"), 4u) << "two of replicates, luck, parameters";
  EXPECT_EQ(text.find("href"), std::string::npos) << "loads nothing";
  EXPECT_EQ(text.find("nan"), std::string::npos);
}

TEST_F(PlotExport, SvgOfHostileDataIsWellFormedToo) {
  auto curves = std::make_shared<Curves>();
  for (Series& series : curves->series) {
    series.value = {NAN, 1, INFINITY, 2, NAN};
    series.low = {NAN, NAN, 1, -INFINITY, 0};
    series.high = {3e38F, NAN, 1, INFINITY, 0};
  }
  snapshot.curves = {curves, curves};
  snapshot.refinement = nullptr;
  snapshot.sitting.lanes[0].name = "<&\"'> \x01 \xC3\xA4";
  for (const int days : {0, 1, 13000}) {
    snapshot.days = days;
    const std::string text = plot_svg(snapshot, view, Measure::trust);
    EXPECT_EQ(SmallXml(text).problem(), "") << days;
    EXPECT_EQ(text.find("inf"), text.find("infinity")) << days;
  }
}

TEST_F(PlotExport, FilesSayScenarioMeasureAndDayAndNothingIsOverwritten) {
  view.measures = {Measure::trust, Measure::trust_in_managers};
  const auto first = export_plots(snapshot, view, folder);
  ASSERT_EQ(first.size(), 4u);
  EXPECT_EQ(first[0].filename(), "first-90-days-trust-day-65.csv");
  EXPECT_EQ(first[1].filename(), "first-90-days-trust-day-65.svg");
  EXPECT_EQ(first[2].filename(), "first-90-days-trust-in-managers-day-65.csv");
  const std::string before = content(first[0]);
  EXPECT_EQ(before, plot_csv(snapshot, view, Measure::trust));
  EXPECT_EQ(content(first[1]), plot_svg(snapshot, view, Measure::trust));
  snapshot.refinement = nullptr;
  EXPECT_EQ(export_plots(snapshot, view, folder)[0].filename(), "first-90-days-trust-day-65-2.csv");
  EXPECT_EQ(export_plots(snapshot, view, folder)[1].filename(), "first-90-days-trust-day-65-3.svg");
  EXPECT_EQ(content(first[0]), before);
}

TEST_F(PlotExport, OnlyWhatIsAskedFor) {
  EXPECT_EQ(export_plots(snapshot, view, folder, PlotFiles::csv).size(), 1u);
  EXPECT_EQ(export_plots(snapshot, view, folder, PlotFiles::svg)[0].extension(), ".svg");
}

TEST_F(PlotExport, AFolderThatIsNotThereIsToldByName) {
  try {
    export_plots(snapshot, view, folder / "no" / "such");
    FAIL() << "something was written";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("first-90-days-trust"), std::string::npos);
  }
  const WorkingFolder place("/proc");
  EXPECT_NE(export_and_tell(snapshot, view, PlotFiles::csv).find("cannot be written: "), std::string::npos);
}

TEST_F(PlotExport, GoesIntoTheWorkingFolderAndNotBesideTheScenario) {
  snapshot.sitting.file = (folder / "scenarios" / "sitting.toml").string();
  fs::create_directories(folder / "scenarios");
  const WorkingFolder place(folder);
  const std::string said = export_and_tell(snapshot, view, PlotFiles::both);
  EXPECT_NE(said.find("first-90-days-trust-day-65.svg"), std::string::npos) << said;
  EXPECT_TRUE(fs::exists(folder / "first-90-days-trust-day-65.csv"));
  EXPECT_TRUE(fs::is_empty(folder / "scenarios"));
}

// --- The painter itself ----------------------------------------------------------------------------------------------

TEST(SvgRecorder, EveryMarkIsAnElement) {
  SvgRecorder recorder(200, 100, 0xFFFFFFFF, "A & B");
  const Point line[] = {{0, 0}, {10.126F, 5}};
  recorder.polyline(line, {0xFF0000FF, 2, Dash::dashed});
  recorder.area(line, line, 0x8000FF00);
  recorder.disc({1, 2}, 3, 0xFF000000);
  recorder.clip({{0, 0}, {5, 5}});
  recorder.frame({{1, 1}, {4, 4}}, {0xFF000000});
  recorder.unclip();
  recorder.text({3, 4}, Anchor::middle, 0xFF000000, "x < y");
  const SmallXml xml(recorder.file());
  EXPECT_EQ(xml.problem(), "");
  EXPECT_EQ(xml.count("polyline", "points", "0,0 10.13,5"), 1u);
  EXPECT_EQ(xml.count("polyline", "stroke", "#ff0000"), 1u) << "red is the lowest byte";
  EXPECT_EQ(xml.count("polygon", "fill-opacity", "0.502"), 1u);
  EXPECT_EQ(xml.count("text", "text-anchor", "middle"), 1u);
  EXPECT_EQ(xml.count("clipPath"), 1u);
  EXPECT_TRUE(xml.says("x < y"));
  EXPECT_TRUE(xml.says("A & B"));
}

TEST(SvgRecorder, AGapInTheDataIsAGapInTheLine) {
  SvgRecorder recorder(200, 100, 0xFFFFFFFF, "");
  Plot plot(recorder, {0, 100, {0, 6}}, 0, 100, {0, 1}, {}, 1);
  plot.line(std::vector<float>{0, 1, NAN, 1, 0, NAN, NAN}, {0xFF000000, 3});
  EXPECT_EQ(SmallXml(recorder.file()).count("polyline", "stroke-width", "3"), 2u);
}

}  // namespace
}  // namespace trust::viz
