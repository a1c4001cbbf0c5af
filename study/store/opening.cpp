#include "study/store/opening.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cctype>
#include <string>
#include <system_error>

#include "study/store/schema.hpp"

namespace trust {
namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 10'000;  // with another program's short lock
constexpr const char* another_file = "name a store of this program, or a new file";

fs::path beside(const fs::path& file, const char* ending) {
  fs::path name = file;
  name += ending;
  return name;
}

fs::path plain(const fs::path& file) {
  if (file.empty()) throw StoreRefused(file, "no file is named", "name the file of the store");
  std::error_code error;
  fs::path followed = fs::weakly_canonical(fs::absolute(file), error);
  if (error) throw StoreRefused(file, "cannot be reached: " + error.message(), another_file);
  return followed;
}

bool holds_something(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return !error && size > 0;
}

// A path as part of a URI: everything that could mean something there is spelled out.
std::string escaped(const fs::path& file) {
  std::string text;
  for (const char letter : file.string()) {
    const bool plain_letter = std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '/' || letter == '.' ||
                              letter == '-' || letter == '_';
    text += plain_letter ? std::string(1, letter) : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
  }
  return text;
}

// What was committed and has not reached the file itself.
bool has_journal(const fs::path& file) { return holds_something(beside(file, "-wal")); }

// Takes no lock, makes no file, changes nothing; sees only what has reached the file itself. (Reading the bytes without
// SQLite would give back the locks that it holds for another connection of this process.)
SQLite::Database open_untouched(const fs::path& file) {
  return {"file:" + escaped(file) + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI};
}

void check_version(SQLite::Database& database, const fs::path& file) {
  if (database.execAndGet("PRAGMA application_id").getInt() != store_application_id) {
    throw StoreRefused(file, "is a database of another program", another_file);
  }
  const std::int32_t version = version_of(database);
  if (version > store_version()) {
    throw StoreRefused(
        file, fmt::format("has version {} of the tables; this program knows up to {}", version, store_version()),
        "use the newer program that wrote it, or name another store");
  }
  if (version < 1) throw StoreRefused(file, fmt::format("is damaged: its version is {}", version), another_file);
}

// SQLite does not mind a last page that is cut short until it needs it.
void check_size(SQLite::Database& database, const fs::path& file) {
  const auto page = static_cast<std::uintmax_t>(database.execAndGet("PRAGMA page_size").getInt64());
  if (fs::file_size(file) % page != 0 && !has_journal(file)) {
    throw StoreRefused(file, "is damaged: its end is missing", "restore it from a copy, or name another store");
  }
}

// Whether there is a store. A file of anything else is refused.
bool is_store(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status)) return false;
  if (!fs::is_regular_file(status)) throw StoreRefused(file, "is not a file", another_file);
  if (fs::file_size(file, error) == 0) return false;
  if (::access(file.c_str(), R_OK) != 0) throw StoreRefused(file, "may not be read", another_file);
  try {
    SQLite::Database database = open_untouched(file);
    check_version(database, file);
    check_size(database, file);
  } catch (const SQLite::Exception& failure) {
    if (failure.getErrorCode() == SQLITE_NOTADB) throw StoreRefused(file, "is not a database", another_file);
    // Where a process was stopped on the way from the journal to the file, only both together make sense.
    if (failure.getErrorCode() != SQLITE_CORRUPT || !has_journal(file)) throw_store_error(file, failure);
  }
  return true;
}

void flush_to_disk(const fs::path& file_or_folder) {
  const int descriptor = ::open(file_or_folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

// Under another name first: whatever stops this, the store is there whole or not at all.
void create(const fs::path& file) {
  const fs::path unfinished = beside(file, "-new");
  fs::remove(unfinished);
  try {
    SQLite::Database database(unfinished, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    database.exec(fmt::format("PRAGMA application_id = {}", store_application_id));
    migrate(database, store_migrations());
    database.exec("PRAGMA journal_mode = WAL");
  } catch (...) {
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    throw;
  }
  flush_to_disk(unfinished);
  fs::rename(unfinished, file);
  flush_to_disk(file.parent_path());
}

void create_or_refuse(const fs::path& file) {
  try {
    create(file);
  } catch (const SQLite::Exception& failure) {
    throw StoreRefused(file, std::string("cannot be made: ") + failure.getErrorStr(),
                       "name a file on a disk with room that you may write to");
  } catch (const fs::filesystem_error& failure) {
    throw StoreRefused(file, "cannot be made: " + failure.code().message(),
                       "name a file on a disk with room that you may write to");
  }
}

void check_whole(SQLite::Database& database, const fs::path& file) {
  const std::string found = database.execAndGet("PRAGMA quick_check(1)").getString();
  if (found != "ok") throw StoreRefused(file, "is damaged: " + found, "restore it from a copy, or name another store");
}

// Every table, index and view that this version has must be there as it is made here; others are the user's own.
void check_tables(SQLite::Database& database, const fs::path& file) {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
  migrate(fresh, store_migrations());
  SQLite::Statement expected(fresh, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL");
  while (expected.executeStep()) {
    SQLite::Statement found(database, "SELECT 1 FROM sqlite_master WHERE name = ? AND sql = ?");
    found.bind(1, expected.getColumn(0).getString());
    found.bind(2, expected.getColumn(1).getString());
    if (!found.executeStep()) {
      throw StoreRefused(file, "is damaged: '" + expected.getColumn(0).getString() + "' is missing or was changed",
                         "restore it from a copy, or name another store");
    }
  }
}

void set_checkpoint_on_close(SQLite::Database& database, bool on) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

std::unique_ptr<SQLite::Database> open_existing(const fs::path& file) {
  auto database = std::make_unique<SQLite::Database>(file, SQLite::OPEN_READWRITE, patience_ms);
  set_checkpoint_on_close(*database, false);  // until we know that it is ours and whole
  check_version(*database, file);
  return database;
}

void check_sound(SQLite::Database& database, const fs::path& file) {
  check_whole(database, file);
  if (version_of(database) == store_version()) check_tables(database, file);
}

std::unique_ptr<SQLite::Database> open_to_write(const fs::path& file) {
  const bool journal_left = has_journal(file);
  if (!journal_left) {
    SQLite::Database untouched = open_untouched(file);
    check_sound(untouched, file);
  }
  auto database = open_existing(file);
  if (journal_left) check_sound(*database, file);
  set_checkpoint_on_close(*database, true);
  database->exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  migrate(*database, store_migrations());
  return database;
}

// Where nothing may be written SQLite cannot make the files that it shares with a writer. It needs none where nobody
// writes.
bool is_only_to_be_read(const fs::path& file) {
  const bool writable = ::access(file.c_str(), W_OK) == 0 && ::access(file.parent_path().c_str(), W_OK) == 0;
  return !writable && !has_journal(file);
}

}  // namespace

void throw_store_error(const fs::path& file, const SQLite::Exception& failure) {
  switch (failure.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw StoreRefused(file, std::string("is damaged: ") + failure.getErrorStr(),
                         "restore it from a copy, or name another store");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreRefused(file, "another program is writing to it", "close it there and try again");
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw StoreRefused(file, std::string("cannot be opened for this: ") + failure.what(),
                         "name a file in a folder that you may write to");
    case SQLITE_FULL:
    case SQLITE_IOERR:
      throw StoreError(file, std::string("cannot be written: ") + failure.getErrorStr(),
                       "what was stored before is whole; make room, then give the same command again");
    default:
      throw StoreError(file, failure.what(), "");
  }
}

OpenedStore open_store_to_write(const fs::path& named) {
  const fs::path file = plain(named);
  std::error_code error;
  if (!fs::is_directory(file.parent_path(), error)) {
    throw StoreRefused(file, "its folder does not exist", "name a file in an existing folder");
  }
  is_store(file);  // before the lock is taken, which makes a file
  OpenedStore opened{file, std::make_unique<StoreLock>(file), nullptr};
  if (!is_store(file)) create_or_refuse(file);
  try {
    opened.database = open_to_write(file);
  } catch (const SQLite::Exception& failure) {
    throw_store_error(file, failure);
  }
  return opened;
}

OpenedStore open_store_to_read(const fs::path& named) {
  OpenedStore opened{plain(named), nullptr, nullptr};
  if (!is_store(opened.file)) {
    throw StoreRefused(opened.file, "there is no store", "name one that `sweep` or `compare` made");
  }
  try {
    opened.database = is_only_to_be_read(opened.file) ? std::make_unique<SQLite::Database>(open_untouched(opened.file))
                                                      : open_existing(opened.file);
    opened.database->execAndGet("SELECT count(*) FROM sqlite_master");
    set_checkpoint_on_close(*opened.database, true);
    opened.database->exec("PRAGMA query_only = ON");
    // A name in double quotes that is no column is a mistake to be told, not a text.
    sqlite3_db_config(opened.database->getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  } catch (const SQLite::Exception& failure) {
    throw_store_error(opened.file, failure);
  }
  return opened;
}

}  // namespace trust
