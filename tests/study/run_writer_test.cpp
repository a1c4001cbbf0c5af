#include "study/run_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "study/hex.hpp"
#include "study/manifest.hpp"
#include "study/trace.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::load_text;
using test::TemporaryFolder;
using test::text_of;

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::filesystem::path& file) {
  Rows rows;
  std::istringstream lines(text_of(file));
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> cells;
    std::istringstream parts(line);
    for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
    rows.push_back(cells);
  }
  return rows;
}

RunResult write_run(const Scenario& scenario, const std::filesystem::path& folder, int threads = 1) {
  RunOptions options = options_of(scenario);
  options.threads = threads;
  options.column_hashes = options.blocks = true;
  RunControl control;
  RunWriter writer(folder);
  const RunResult result =
      run_scenario(scenario, options, control, [&](const BatchRecord& record) { writer.take(record); });
  writer.finish(scenario, options, result);
  return result;
}

std::size_t place_of(const std::vector<std::string>& heading, const std::string& name) {
  return static_cast<std::size_t>(std::find(heading.begin(), heading.end(), name) - heading.begin());
}

class RunWriterTest : public testing::Test {
 protected:
  Scenario scenario_ = load_text(generated_text());
  TemporaryFolder place_;
};

TEST_F(RunWriterTest, ReplacesAnEarlierRunWhole) {
  write_run(scenario_, place_ / "out");
  scenario_.seed = 8;
  write_run(scenario_, place_ / "out");
  EXPECT_NE(text_of(place_ / "out/manifest.json").find("\"seed\": 8"), std::string::npos);
}

// On day 0 all replicates of an organisation are alike: the blocks' mean, weighed by ties, is the trust of everybody.
TEST_F(RunWriterTest, WritesTrustByBlocks) {
  write_run(scenario_, place_ / "out");
  const Rows daily = rows_of(place_ / "out/daily.csv");
  const Rows blocks = rows_of(place_ / "out/blocks.csv");
  EXPECT_EQ(blocks[0], (std::vector<std::string>{"organisation", "day", "by", "from", "to", "ties", "trust"}));
  const double trust = std::stod(daily[1][place_of(daily[0], "trust")]);
  for (const std::string by : {"function", "role", "team"}) {
    double ties = 0;
    double sum = 0;
    for (const std::vector<std::string>& row : blocks) {
      if (row[0] != "0" || row[1] != "0" || row[2] != by) continue;
      ties += std::stod(row[5]);
      sum += std::stod(row[5]) * std::stod(row[6]);
    }
    EXPECT_GT(ties, 0);
    EXPECT_NEAR(sum / ties, trust, 1e-6) << by;
  }
}

TEST_F(RunWriterTest, WritesEveryReplicateAndDayInOrder) {
  const RunResult result = write_run(scenario_, place_ / "out", 4);
  for (const char* name : {"out/daily.csv", "out/hashes.csv"}) {
    const Rows rows = rows_of(place_ / name);
    ASSERT_EQ(rows.size(), 1u + 12 * 7);
    EXPECT_EQ(rows[0][0], "replicate");
    for (std::size_t r = 1; r < rows.size(); ++r) {
      EXPECT_EQ(rows[r].size(), rows[0].size());
      EXPECT_EQ(rows[r][0], std::to_string((r - 1) / 7));
      EXPECT_EQ(rows[r][1], std::to_string((r - 1) % 7));
    }
  }
  const Rows daily = rows_of(place_ / "out/daily.csv");
  EXPECT_EQ(std::stod(daily[7][2]), result.figures.last[0][0]);
  EXPECT_EQ(std::stod(daily[8][2]), result.figures.first[1][0]);
}

TEST_F(RunWriterTest, TablesOfPeopleAndTiesAgreeWithTheFigures) {
  // Nobody leaves and no tie forms or ends, so that every mean is over the same people and ties.
  for (const char* setting : {"exit.rate=0", "tie.formation=0", "tie.ending=0"}) apply_setting(scenario_, setting);
  const RunResult result = write_run(scenario_, place_ / "out");
  const Rows people = rows_of(place_ / "out/people.csv");
  ASSERT_EQ(people.size(), 1 + 3 * result.people);
  const std::size_t stress = place_of(people[0], "stress");
  ASSERT_LT(stress, people[0].size());
  double sum = 0;
  for (std::size_t r = 1; r < people.size(); ++r) sum += std::stod(people[r][stress]);
  EXPECT_NEAR(sum / static_cast<double>(people.size() - 1), summarise(result.figures, Measure::stress).last, 1e-4);

  const Rows ties = rows_of(place_ / "out/ties.csv");
  const std::size_t last = place_of(ties[0], "trust_last_day");
  const std::size_t first = place_of(ties[0], "trust_first_day");
  double of_ties = 0;
  std::size_t active = 0;
  for (std::size_t r = 1; r < ties.size(); ++r) {
    EXPECT_EQ(ties[r][last].empty(), ties[r][first].empty());  // a tie that may form, and did not
    if (ties[r][last].empty()) continue;
    of_ties += std::stod(ties[r][last]);
    ++active;
  }
  EXPECT_NEAR(of_ties / static_cast<double>(active), summarise(result.figures, Measure::trust).last, 1e-3);
  std::size_t expected = 0;
  for (std::uint32_t draw = 0; draw < 3; ++draw) expected += scenario_.organisation(draw)->ties.size();
  EXPECT_EQ(active, expected);
}

TEST_F(RunWriterTest, SameRunSameBytes) {
  write_run(scenario_, place_ / "a", 1);
  write_run(scenario_, place_ / "b", 4);
  for (const char* name : {"manifest.json", "daily.csv", "people.csv", "ties.csv", "hashes.csv"}) {
    EXPECT_EQ(text_of(place_ / "a" / name), text_of(place_ / "b" / name)) << name;
  }
  EXPECT_FALSE(trace_runs(place_ / "a", place_ / "b").divergence);
}

TEST_F(RunWriterTest, TheTraceFindsTheDayOnWhichAPlanStarts) {
  write_run(scenario_, place_ / "a");
  Scenario later = scenario_;
  Intervention praise;
  praise.name = "praise";
  praise.first_day = 4;
  praise.last_day = 6;
  praise.who = {Target{}};
  praise.changes = {{LeverChange::How::set, *find_lever("recognition.propensity"), 1.0F}};
  later.plan.interventions.push_back(praise);
  write_run(later, place_ / "b");
  const auto found = trace_runs(place_ / "a", place_ / "b").divergence;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->day, 4u);
}

TEST_F(RunWriterTest, TheManifestNamesRulesAndEvents) {
  scenario_.rules.gossip = GossipRule::echo;
  Event lie;
  lie.name = "lie";
  lie.day = 3;
  lie.who = {{Target::Kind::function, "marketing"}};
  lie.severity = 0.4F;
  lie.dimension = Dimension::integrity;
  lie.deception = true;
  Event answer = lie;
  answer.kind = Event::Kind::response;
  answer.response = Event::Response::penance;
  scenario_.plan.events = {lie, answer};
  write_run(scenario_, place_ / "out");
  const auto manifest = nlohmann::json::parse(text_of(place_ / "out/manifest.json"));
  EXPECT_EQ(manifest["trust_rule"], "asymmetric");
  EXPECT_EQ(manifest["gossip"], "echo");
  ASSERT_EQ(manifest["events"].size(), 2u);
  EXPECT_EQ(manifest["events"][0]["kind"], "violation");
  EXPECT_EQ(manifest["events"][0]["who"][0], "function marketing");
  EXPECT_EQ(manifest["events"][0]["severity"], 0.4);
  EXPECT_EQ(manifest["events"][0]["dimension"], "integrity");
  EXPECT_EQ(manifest["events"][0]["deception"], true);
  EXPECT_EQ(manifest["events"][1]["kind"], "response");
  EXPECT_EQ(manifest["events"][1]["response"], "penance");
  EXPECT_FALSE(manifest["events"][1].contains("severity"));
}

TEST_F(RunWriterTest, TheManifestSaysWhatWasRun) {
  apply_setting(scenario_, "recognition.propensity=0.35");
  const RunResult result = write_run(scenario_, place_ / "out");
  const auto manifest = nlohmann::json::parse(text_of(place_ / "out/manifest.json"));
  EXPECT_EQ(manifest["program"], "trustsim");
  EXPECT_EQ(manifest["version"], TRUSTSIM_VERSION);
  EXPECT_EQ(manifest["scenario"]["text"], generated_text());
  EXPECT_EQ(manifest["scenario"]["digest"], to_hex(scenario_.digest));
  EXPECT_EQ(manifest["seed"], 7);
  EXPECT_EQ(manifest["replicates"], 12);
  EXPECT_EQ(manifest["days"], 6);
  EXPECT_EQ(manifest["levers"].size(), lever_count);
  EXPECT_EQ(manifest["levers"]["recognition.propensity"], 0.35);
  EXPECT_EQ(manifest["state_hash"], to_hex(result.state_hash));
  ASSERT_EQ(manifest["replicate_hashes"].size(), 12u);
  EXPECT_EQ(manifest["replicate_hashes"][11], to_hex(result.replicate_hashes[11]));
}

TEST_F(RunWriterTest, AnUnfinishedRunLeavesNothing) {
  {
    RunWriter writer(place_ / "out");
    RunControl control;
    RunOptions options = options_of(scenario_);
    const auto sink = [&](const BatchRecord& record) {
      writer.take(record);
      control.stop = true;
    };
    EXPECT_THROW(run_scenario(scenario_, options, control, sink), Interrupted);
  }
  EXPECT_THAT(place_.names(), testing::IsEmpty());
}

TEST(Hex, HasSixteenDigits) {
  EXPECT_EQ(to_hex(0), "0000000000000000");
  EXPECT_EQ(to_hex(0x0123456789ABCDEFull), "0123456789abcdef");
  EXPECT_EQ(to_hex(~0ull), "ffffffffffffffff");
}

TEST(Manifest, NamesTargetsInWords) {
  EXPECT_EQ(words_for({Target::Kind::everyone, ""}), "everyone");
  EXPECT_EQ(words_for({Target::Kind::role, "rep"}), "role rep");
  EXPECT_EQ(words_for({Target::Kind::person, "ann"}), "person ann");
}

}  // namespace
}  // namespace trust
