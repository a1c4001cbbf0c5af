// Files that are no store, or not one for us: each is refused and stays as it was, byte for byte.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>

#include "study/store/schema.hpp"
#include "study/store/store.hpp"
#include "tests/study/store/store_samples.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::TemporaryFolder;
using test::text_of;
using testing::AllOf;
using testing::HasSubstr;

class ARefusal : public testing::Test {
 protected:
  void SetUp() override {
    Store store = Store::open(file_);
    test::go_on_with_a_sweep(store, 3, 64);
  }

  // Everything in the folder: names and bytes.
  std::vector<std::string> folder() const {
    std::vector<std::string> all;
    for (const std::string& name : place_.names()) all.push_back(name + "\n" + text_of(place_ / name));
    return all;
  }

  std::string refusal_of(const std::function<void()>& open) {
    const std::vector<std::string> before = folder();
    std::string message = "was opened";
    try {
      open();
    } catch (const StoreRefused& refused) {
      message = refused.what();
    }
    EXPECT_TRUE(folder() == before) << "something was touched: " << testing::PrintToString(place_.names());
    return message;
  }

  // To write and to read.
  void expect_refused(const std::string& why) {
    EXPECT_THAT(refusal_of([&] { Store::open(file_); }), AllOf(HasSubstr(file_.string() + ": "), HasSubstr(why)));
    EXPECT_THAT(refusal_of([&] { Store::open_to_read(file_); }), AllOf(HasSubstr(file_.string()), HasSubstr(why)));
  }

  void change(const char* sql) {
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
  }

  void overwrite(std::size_t at, const std::string& bytes) {
    std::string text = text_of(file_);
    ASSERT_LE(at + bytes.size(), text.size());
    place_.write("results.db", text.replace(at, bytes.size(), bytes));
  }

  TemporaryFolder place_;
  std::filesystem::path file_ = place_ / "results.db";
};

TEST_F(ARefusal, OfText) {
  place_.write("results.db", "name,value\ntrust,0.5\n");
  expect_refused("is not a database");
}

TEST_F(ARefusal, OfALongFileOfZeros) {
  place_.write("results.db", std::string(100'000, '\0'));
  expect_refused("is not a database");
}

TEST_F(ARefusal, OfAnotherProgramsDatabase) {
  std::filesystem::remove(file_);
  change("PRAGMA application_id = 252006673; PRAGMA user_version = 1; CREATE TABLE runs (run_id INTEGER)");
  expect_refused("is a database of another program");
}

TEST_F(ARefusal, OfADatabaseOfNobody) {
  std::filesystem::remove(file_);
  change("CREATE TABLE runs (run_id INTEGER)");
  expect_refused("is a database of another program");
}

TEST_F(ARefusal, OfALaterVersion) {
  change(("PRAGMA user_version = " + std::to_string(store_version() + 1)).c_str());
  expect_refused("has version " + std::to_string(store_version() + 1) + " of the tables; this program knows up to " +
                 std::to_string(store_version()));
}

// What was committed last may be in the journal alone; it must be there still for the program that can read it.
TEST_F(ARefusal, OfALaterVersionLeavesItsJournal) {
  {
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version = " + std::to_string(store_version() + 1));
    std::filesystem::copy_file(file_, place_ / "copy.db");
    std::filesystem::copy_file(place_ / "results.db-wal", place_ / "copy.db-wal");
  }
  const std::string file = text_of(place_ / "copy.db");
  const std::string journal = text_of(place_ / "copy.db-wal");
  EXPECT_THROW(Store::open(place_ / "copy.db"), StoreRefused);
  EXPECT_THROW(Store::open_to_read(place_ / "copy.db"), StoreRefused);
  EXPECT_TRUE(text_of(place_ / "copy.db") == file);
  EXPECT_TRUE(text_of(place_ / "copy.db-wal") == journal);
}

TEST_F(ARefusal, OfATruncatedStore) {
  const std::string whole = text_of(file_);
  for (const std::size_t size : {std::size_t{60}, std::size_t{150}, std::size_t{4096}, whole.size() / 2,
                                 whole.size() - 4096, whole.size() - 1}) {
    place_.write("results.db", whole.substr(0, size));
    EXPECT_THAT(refusal_of([&] { Store::open(file_); }), HasSubstr(file_.string() + ": is ")) << size;
    EXPECT_THAT(refusal_of([&] { Store::open_to_read(file_); }), HasSubstr(file_.string() + ": is ")) << size;
  }
}

// Nonsense in a page is found before anything is written.
TEST_F(ARefusal, OfADamagedStore) {
  const std::string whole = text_of(file_);
  int refused = 0;
  for (std::size_t page = 4096; page + 4096 <= whole.size(); page += 4096) {
    place_.write("results.db", whole);
    overwrite(page, std::string(2048, '\x5A'));
    refused += refusal_of([&] { Store::open(file_); }).find("is damaged") != std::string::npos ? 1 : 0;
  }
  EXPECT_EQ(refused, static_cast<int>(whole.size() / 4096 - 1));
}

TEST_F(ARefusal, OfAStoreThatLacksATable) {
  change("DROP TABLE failures");
  EXPECT_THAT(refusal_of([&] { Store::open(file_); }), HasSubstr("is damaged: 'failures' is missing or was changed"));
}

TEST_F(ARefusal, OfAFolder) {
  std::filesystem::remove(file_);
  std::filesystem::create_directory(file_);
  EXPECT_THROW(Store::open(file_), StoreRefused);
  EXPECT_THROW(Store::open_to_read(file_), StoreRefused);
}

TEST_F(ARefusal, OfAFolderThatIsNotThere) {
  EXPECT_THROW(Store::open(place_ / "no/results.db"), StoreRefused);
  EXPECT_THROW(Store::open_to_read(place_ / "results2.db"), StoreRefused);
  EXPECT_THROW(Store::open(""), StoreRefused);
  EXPECT_THAT(place_.names(), testing::ElementsAre("results.db"));
}

TEST_F(ARefusal, OfReadingAnEmptyFile) {
  place_.write("results.db", "");
  EXPECT_THAT(refusal_of([&] { Store::open_to_read(file_); }), HasSubstr("there is no store"));
}

TEST_F(ARefusal, OfASecondWriterInTheSameProcess) {
  Store first = Store::open(file_);
  EXPECT_THROW(Store::open(file_), StoreRefused);
  std::filesystem::create_symlink(file_, place_ / "link.db");
  EXPECT_THROW(Store::open(place_ / "link.db"), StoreRefused);
  EXPECT_NO_THROW(first.study(test::sample_study(99)));
  first = Store::open(place_ / "other.db");  // gives the first one back
  EXPECT_NO_THROW(Store::open(file_));
}

TEST(StoreSchema, AUsersOwnViewsAndIndexesAreWelcome) {
  const TemporaryFolder place;
  { Store::open(place / "a.db").study(test::sample_study()); }
  {
    SQLite::Database database((place / "a.db").string(), SQLite::OPEN_READWRITE);
    database.exec("CREATE VIEW mine AS SELECT 1; CREATE INDEX runs_by_seed ON runs (seed)");
  }
  EXPECT_EQ(Store::open(place / "a.db").counts().studies, 1u);
}

TEST(StoreSchema, MigratesByStepsAndAllOrNothing) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
  const char* first = store_migrations()[0];
  migrate(database, std::array{first});
  database.exec("INSERT INTO designs (digest, engine) VALUES ('a', 'b')");
  const std::array wrong = {first, "CREATE TABLE more (a); INSERT INTO more VALUES (1)", "CREATE TABLE more (a)"};
  EXPECT_THROW(migrate(database, wrong), SQLite::Exception);
  EXPECT_EQ(version_of(database), 1);
  EXPECT_FALSE(database.tableExists("more"));
  migrate(database, std::array{first, "ALTER TABLE designs ADD COLUMN more DEFAULT 5", "CREATE TABLE more (a)"});
  EXPECT_EQ(version_of(database), 3);
  EXPECT_EQ(database.execAndGet("SELECT more FROM designs WHERE digest = 'a'").getInt(), 5);
  EXPECT_TRUE(database.tableExists("more"));
}

}  // namespace
}  // namespace trust
