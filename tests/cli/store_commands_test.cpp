// query and export as a user meets them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program_runner.hpp"
#include "tests/study/store/store_samples.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::Outcome;
using test::run_shell;
using test::run_trustsim;
using test::TemporaryFolder;
using test::text_of;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;

class StoreCommands : public testing::Test {
 protected:
  void SetUp() override {
    Store store = Store::open(store_);
    test::go_on_with_a_sweep(store, 2, 16);
    store.add_failure({1, 1, {}, 3, "a \"word\",\nand more"});
  }

  Outcome ask(const std::string& sql, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"query", store_, sql};
    words.insert(words.end(), more.begin(), more.end());
    return run_trustsim(words);
  }

  TemporaryFolder place_;
  std::string store_ = place_ / "results.db";
};

TEST_F(StoreCommands, QueryPrintsATable) {
  const Outcome outcome = ask("SELECT place, name, avg(value) AS mean, NULL AS none FROM results GROUP BY place, name");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "  place  name        mean  none\n"
            "      0  stress  -1.00732     -\n"
            "      0  trust    1.51099     -\n"
            "      1  stress  -2.00732     -\n"
            "      1  trust    3.01099     -\n");
  EXPECT_THAT(place_.names(), ElementsAre("results.db"));
}

TEST_F(StoreCommands, QueryPrintsCsvAndJson) {
  EXPECT_EQ(ask("SELECT place, message, design_id FROM failures", {"--csv"}).out,
            "place,message,design_id\r\n1,\"a \"\"word\"\",\nand more\",\r\n");
  const auto rows =
      nlohmann::json::parse(ask("SELECT * FROM failures UNION ALL SELECT 2, 0.5, 0, 1, 2, 'x'", {"--json"}).out);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["message"], "a \"word\",\nand more");
  EXPECT_TRUE(rows[0]["design_id"].is_null());
  EXPECT_EQ(rows[1]["study_id"], 0.5);
  EXPECT_EQ(ask("SELECT * FROM runs WHERE 0", {"--json"}).out, "[]\n");
  EXPECT_EQ(ask("SELECT 1e400 AS a, x'ff' AS b", {"--json"}).out, "[\n  {\"a\":null,\"b\":\"ff\"}\n]\n");
}

TEST_F(StoreCommands, QueryShowsAThousandRowsAndSaysHowManyMore) {
  const std::string many = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 2500) SELECT x FROM c";
  const std::string table = ask(many).out;
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 1002);
  EXPECT_THAT(table, HasSubstr("... and 1,500 more rows; --csv prints all"));
  const std::string all = ask(many, {"--csv"}).out;
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 2501);
}

TEST_F(StoreCommands, QueryRefusesInOneLine) {
  const std::string before = text_of(store_);
  for (const char* sql : {"DELETE FROM runs", "SELECT nothing FROM runs", "SELECT 1; SELECT 2", "",
                          "PRAGMA user_version = 7", "SELECT abs(-9223372036854775807 - 1)"}) {
    const Outcome outcome = ask(sql);
    EXPECT_EQ(outcome.exit_code, 2) << sql;
    EXPECT_EQ(outcome.out, "") << sql;
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("trustsim: SQL: "), testing::Not(MatchesRegex("[^\n]*\n[^$].*")))) << sql;
  }
  EXPECT_EQ(ask("SELECT 1, 1", {"--json"}).exit_code, 2);
  EXPECT_EQ(ask("SELECT 1", {"--json", "--csv"}).exit_code, 2);
  EXPECT_EQ(text_of(store_), before);
}

TEST_F(StoreCommands, RefuseWhatIsNoStore) {
  const std::string text = place_.write("people.csv", "id\n1\n");
  const std::string none = place_ / "none.db";
  for (const std::string& file : {text, none, place_.path().string()}) {
    EXPECT_EQ(run_trustsim({"query", file, "SELECT 1"}).exit_code, 2);
    const Outcome outcome = run_trustsim({"export", file, "--csv", place_ / "csv"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr(file + ": "));
  }
  EXPECT_THAT(place_.names(), ElementsAre("people.csv", "results.db"));
}

TEST_F(StoreCommands, ExportWritesAFolder) {
  const Outcome outcome = run_trustsim({"export", store_, "--csv", place_ / "csv"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("Written to "), HasSubstr("  runs.csv            32  rows\n")));
  EXPECT_THAT(text_of(place_ / "csv/runs.csv"), testing::StartsWith("run_id,design_id,replicate,seed,"));
  const Outcome again = run_trustsim({"export", store_, "--csv", place_ / "csv"});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_THAT(again.err, HasSubstr("--csv: is not empty; an empty or a new folder"));
  EXPECT_EQ(run_trustsim({"export", store_}).exit_code, 2);
}

TEST_F(StoreCommands, AFullDiskIsAFailureAndLeavesNothing) {
  const Outcome outcome =
      run_shell("ulimit -f 1; trap '' XFSZ; $TRUSTSIM export " + store_ + " --csv " + (place_ / "csv").string());
  EXPECT_NE(outcome.exit_code, 0);
  EXPECT_NE(outcome.exit_code, -1);
  EXPECT_FALSE(std::filesystem::exists(place_ / "csv"));
  EXPECT_THAT(run_shell("$TRUSTSIM query " + store_ + " 'SELECT * FROM results' --csv > /dev/full").err,
              HasSubstr("cannot be written"));
}

}  // namespace
}  // namespace trust
