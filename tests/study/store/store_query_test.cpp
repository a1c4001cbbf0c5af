// Questions in SQL, and CSV files of everything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/csv.hpp"
#include "scenarios/problems.hpp"
#include "study/store/export.hpp"
#include "study/store/query.hpp"
#include "tests/study/store/store_samples.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::answers;
using test::TemporaryFolder;
using test::text_of;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class AQuestion : public testing::Test {
 protected:
  static Store made(const std::filesystem::path& file) {
    {
      Store store = Store::open(file);
      test::go_on_with_a_sweep(store, 3, 16);
      store.add_failure({1, 2, {}, {}, "two\nlines, \"quoted\""});
    }
    return Store::open_to_read(file);
  }

  std::string refusal_of(const std::string& sql) {
    try {
      StoreQuery(store_, sql);
    } catch (const InputError& mistakes) {
      return mistakes.what();
    }
    return "was accepted";
  }

  TemporaryFolder place_;
  Store store_ = made(place_ / "results.db");
};

TEST_F(AQuestion, IsAnswered) {
  EXPECT_THAT(answers(store_,
                      "SELECT place, count(*) AS runs, avg(value) AS mean FROM results "
                      "WHERE name = 'trust' AND day = 0 GROUP BY place"),
              ElementsAre("place,runs,mean", "0,16,1.00732421875", "1,16,2.00732421875", "2,16,3.00732421875"));
  EXPECT_THAT(answers(store_, "SELECT NULL, '', 'a', 1, 1.5, x'00ff'; -- and nothing more"),
              ElementsAre(testing::_, ",\"\",a,1,1.5,00ff"));
}

TEST_F(AQuestion, ThatWritesIsRefused) {
  const std::string before = text_of(place_ / "results.db");
  for (const char* sql : {"DELETE FROM runs",
                          "INSERT INTO designs VALUES (9, 'a', 'b')",
                          "UPDATE runs SET seed = 1",
                          "DROP TABLE runs",
                          "CREATE TABLE x (a)",
                          "CREATE TEMP TABLE x (a)",
                          "CREATE VIEW x AS SELECT 1",
                          "VACUUM",
                          "VACUUM INTO 'x.db'",
                          "ATTACH 'x.db' AS x",
                          "DETACH main",
                          "BEGIN",
                          "COMMIT",
                          "ROLLBACK",
                          "SAVEPOINT a",
                          "REINDEX",
                          "ANALYZE",
                          "PRAGMA user_version = 5",
                          "PRAGMA journal_mode = DELETE",
                          "PRAGMA query_only = OFF",
                          "PRAGMA wal_checkpoint",
                          "PRAGMA writable_schema = ON",
                          "PRAGMA secure_delete = ON",
                          "PRAGMA cache_size",
                          "DELETE FROM runs RETURNING run_id",
                          "ALTER TABLE runs RENAME TO x",
                          "CREATE TABLE x AS SELECT 1",
                          "INSERT INTO sqlite_master VALUES (1, 2, 3, 4, 5)",
                          "CREATE VIRTUAL TABLE x USING fts5(a)",
                          "WITH a AS (SELECT 1) INSERT INTO designs SELECT 9, 'a', 'b' FROM a"}) {
    EXPECT_THAT(refusal_of(sql), HasSubstr("SQL: this would not only read; one SELECT")) << sql;
  }
  EXPECT_THAT(place_.names(), ElementsAre("results.db", "results.db-shm", "results.db-wal"));
  EXPECT_EQ(store_.counts().runs, 48u);
  store_ = Store::open(place_ / "other.db");
  EXPECT_EQ(text_of(place_ / "results.db"), before);
}

TEST_F(AQuestion, WithAMistakeIsToldInOneLine) {
  EXPECT_THAT(refusal_of("SELECT * FROM rnus"), AllOf(HasSubstr("no such table: rnus"), HasSubstr("mean \"runs\"?")));
  EXPECT_THAT(refusal_of("SELECT nam FROM runs"), HasSubstr("no such column: nam (character 8)"));
  EXPECT_THAT(refusal_of("SELECT \"nam\" FROM runs"), HasSubstr("no such column: nam"));
  EXPECT_THAT(refusal_of("SELEC 1"), HasSubstr("syntax error"));
  EXPECT_THAT(refusal_of("SELECT 1; SELECT 2"), HasSubstr("more than one statement"));
  EXPECT_THAT(refusal_of("SELECT 1; DROP TABLE runs"), HasSubstr("only read"));
  EXPECT_THAT(refusal_of(""), HasSubstr("there is no statement"));
  EXPECT_THAT(refusal_of(" -- nothing"), HasSubstr("there is no statement"));
  EXPECT_THAT(refusal_of("SELECT ?"), HasSubstr("a parameter has no value"));
  EXPECT_THAT(refusal_of(std::string("SELECT 1\0", 9)), HasSubstr("zero byte"));
  EXPECT_THAT(refusal_of("SELECT load_extension('x')"), testing::Not(HasSubstr("\n")));
  StoreQuery overflow(store_, "SELECT abs(-9223372036854775807 - 1)");
  std::vector<StoredValue> row;
  EXPECT_THROW(overflow.next(row), InputError);
}

TEST_F(AQuestion, MayTellAboutTheTables) {
  for (const char* sql : {"PRAGMA table_info(runs)", "PRAGMA user_version", "PRAGMA integrity_check",
                          "EXPLAIN QUERY PLAN SELECT * FROM runs", "SELECT name FROM sqlite_master",
                          "SELECT name FROM pragma_table_info('runs')", "SELECT value FROM json_each('[1, 2]')",
                          "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 3) SELECT * FROM c"}) {
    EXPECT_EQ(refusal_of(sql), "was accepted") << sql;
  }
}

TEST_F(AQuestion, ExportWritesEveryTableAndView) {
  const std::filesystem::path folder = place_ / "csv";
  std::vector<std::string> names;
  for (const ExportedFile& file : export_as_csv(store_, folder)) {
    names.push_back(file.name);
    std::string expected;
    const std::string table = file.name.substr(0, file.name.size() - 4);
    const std::vector<std::string> lines = answers(store_, "SELECT * FROM " + table);
    for (const std::string& line : lines) expected += line + "\r\n";
    EXPECT_EQ(text_of(folder / file.name), expected) << file.name;
    EXPECT_EQ(file.rows, lines.size() - 1);
  }
  std::vector<std::string> tables = table_names(store_);
  for (std::string& table : tables) table += ".csv";
  EXPECT_EQ(names, tables);
}

// The loader's reader of CSV was written without a thought of the writer.
TEST_F(AQuestion, ExportReadsBack) {
  export_as_csv(store_, place_ / "csv");
  const std::string text = text_of(place_ / "csv/failures.csv");
  EXPECT_THAT(text, testing::EndsWith("1,1,2,,,\"two\nlines, \"\"quoted\"\"\"\r\n"));
  Problems problems;
  CsvReader reader("failures.csv", text, problems);
  Row row;
  ASSERT_TRUE(reader.next(row));
  EXPECT_EQ(row.cells[5], "two\nlines, \"quoted\"");
  EXPECT_FALSE(problems.any());
}

TEST_F(AQuestion, ExportRefusesAFolderThatIsNotEmpty) {
  place_.write("csv/runs.csv", "mine");
  EXPECT_THROW(export_as_csv(store_, place_ / "csv"), InputError);
  EXPECT_EQ(text_of(place_ / "csv/runs.csv"), "mine");
  place_.write("run/manifest.json", "{}");  // a run's results may be replaced by a run, not by this
  EXPECT_THROW(export_as_csv(store_, place_ / "run"), InputError);
  EXPECT_EQ(text_of(place_ / "run/manifest.json"), "{}");
  try {
    export_as_csv(store_, place_ / "results.db");
    ADD_FAILURE();
  } catch (const InputError& refused) {
    EXPECT_THAT(refused.what(), HasSubstr("--csv: is a file"));
  }
}

}  // namespace
}  // namespace trust
