// What is written about stores is so: the page of the tables, and the example that reads one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <regex>
#include <sstream>

#include "study/store/schema.hpp"
#include "tests/study/store/store_samples.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::answers;
using test::TemporaryFolder;
using test::text_of;

using Tables = std::map<std::string, std::vector<std::string>>;

const std::filesystem::path documents = TRUSTSIM_SOURCE_DIR "/docs";

// "table: column type" for each row of the page that stands under a heading ### `table`.
Tables documented() {
  static const std::regex heading("### `(\\w+)`");
  static const std::regex column(R"(\| `(\w+)` \| (\w+) \|.*\| \S.* \|)");
  Tables tables;
  std::string table;
  std::istringstream lines(text_of(documents / "results-schema.md"));
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (line.starts_with("##")) table = std::regex_match(line, match, heading) ? match[1].str() : "";
    if (!table.empty()) tables[table];
    if (std::regex_match(line, match, column)) tables[table].push_back(match[1].str() + " " + match[2].str());
  }
  return tables;
}

Tables real(const Store& store) {
  Tables tables;
  for (const std::string& table : table_names(store)) {
    for (const std::string& line :
         answers(store, "SELECT name || ' ' || lower(type) FROM pragma_table_info('" + table + "')")) {
      tables[table].push_back(line);
    }
    tables[table].erase(tables[table].begin());
  }
  return tables;
}

TEST(StoreDocuments, NameEveryTableAndColumnAndNothingElse) {
  const TemporaryFolder place;
  const Store store = Store::open(place / "results.db");
  EXPECT_EQ(documented(), real(store));
}

TEST(StoreDocuments, NameTheVersion) {
  const std::string page = text_of(documents / "results-schema.md");
  EXPECT_THAT(page, testing::HasSubstr("`application_id` is " + std::to_string(store_application_id)));
  EXPECT_THAT(page, testing::HasSubstr("version of these tables, " + std::to_string(store_version()) + "."));
}

// Every SELECT on the page, whatever language it is wrapped in.
TEST(StoreDocuments, ShowQuestionsThatAreUnderstood) {
  const TemporaryFolder place;
  const Store store = Store::open(place / "results.db");
  const std::string page = text_of(documents / "results-schema.md");
  for (const char* start : {"\"SELECT place, avg", "\"SELECT * FROM runs", "\"SELECT count", "\"SELECT place, rep"}) {
    const std::size_t from = page.find(start) + 1;
    ASSERT_NE(from, 0u) << start;
    EXPECT_NO_THROW(StoreQuery(store, page.substr(from, page.find('"', from) - from))) << start;
  }
  const std::size_t python = page.find("\"SELECT number, replicate") + 1;
  std::string joined = page.substr(python, page.find(", store)", python) - 1 - python);
  joined = std::regex_replace(joined, std::regex("\"\\s+\""), "");
  EXPECT_NO_THROW(StoreQuery(store, joined)) << joined;
  const std::size_t paired = page.find("SELECT a.day");
  EXPECT_NO_THROW(StoreQuery(store, page.substr(paired, page.find("```", paired) - paired)));
}

// ---- the example

double draw(std::uint64_t place, std::uint32_t replicate, int day) {
  std::uint64_t word = (place * 1'000'003 + replicate) * 1'000'003 + static_cast<std::uint64_t>(day) + 1;
  for (int round = 0; round < 3; ++round) word = (word ^ (word >> 29)) * 0x9E3779B97F4A7C15u;
  return static_cast<double>(word >> 11) / 9007199254740992.0 - 0.5;
}

// Two axes: three levels of one, two rules.
void add_sweep(Store& store) {
  const std::int64_t study = store.study({"sweep", "Recognition under two rules", "", 1, 1, 32, 60});
  for (std::uint64_t p = 0; p < 6; ++p) {
    const std::int64_t design = store.design(study, p,
                                             {100 + p,
                                              {{"levers.recognition.propensity", "0." + std::to_string(2 + p / 2 * 3)},
                                               {"scenario.trust_rule", p % 2 == 0 ? "beta" : "asymmetric"}}});
    std::vector<RunRow> rows;
    for (std::uint32_t r = 0; r < 32; ++r) {
      RunRow row{design, r, 1, 0, p * 64 + r, {}};
      for (const int day : {30, 60}) {
        const double level = 0.5 + 0.02 * static_cast<double>(p) + 0.05 * draw(p, r, day);
        row.values.push_back({day, Measure::trust, level});
        row.values.push_back({day, Measure::stress, 1 - level});
      }
      rows.push_back(row);
    }
    store.add_runs(rows);
  }
}

// Two plans against a baseline, four organisation draws.
void add_comparison(Store& store) {
  const std::int64_t study = store.study({"compare", "First 90 days", "", 2, 1, 32, 60});
  for (std::uint64_t p = 0; p < 3; ++p) {
    const char* plan = p == 0 ? "baseline" : p == 1 ? "recognition_program" : "no status meetings";
    const std::int64_t design = store.design(study, p, {200 + p, {{"plan", plan}}});
    std::vector<RunRow> rows;
    for (std::uint32_t r = 0; r < 64; ++r) {
      RunRow row{design, r, 1, r / 16, p * 64 + r, {}};
      for (int day = 0; day <= 60; ++day) {
        const double effect = day < 20 ? 0 : 0.001 * (day - 20) * (p == 2 ? -0.5 : static_cast<double>(p));
        const double noise = p == 0 || day < 20 ? 0 : 0.02 * draw(p, r, day);
        row.values.push_back({day, Measure::trust, 0.5 + 0.1 * draw(9, r, day) + effect + noise});
      }
      rows.push_back(row);
    }
    store.add_runs(rows);
  }
}

TEST(StoreDocuments, TheExampleDrawsItsFigures) {
  const TemporaryFolder place;
  {
    Store store = Store::open(place / "results.db");
    add_sweep(store);
    add_comparison(store);
  }
  const std::string store = place / "results.db";
  const std::string before = text_of(store);
  const std::string command = "/usr/bin/python3 -W error::FutureWarning '" +
                              (documents / "examples/read_results.py").string() + "' '" + store + "' '" +
                              (place / "figures").string() + "' > '" + (place / "out").string() + "' 2>&1";
  ASSERT_EQ(std::system(command.c_str()), 0) << text_of(place / "out");
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(place / "figures")) {
    names.push_back(entry.path().filename());
    EXPECT_GT(entry.file_size(), 10'000u);
    EXPECT_TRUE(text_of(entry.path()).starts_with("\x89PNG"));
  }
  EXPECT_THAT(names, testing::UnorderedElementsAre("study-1-trust.png", "study-1-stress.png", "study-2-trust.png"));
  EXPECT_EQ(text_of(store), before);
  EXPECT_THAT(place.names(), testing::ElementsAre("figures", "out", "results.db"));
}

}  // namespace
}  // namespace trust
