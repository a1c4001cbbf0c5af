// Opening a store's file: finding out that it is one and whole before anything touches it.
#pragma once

#include <filesystem>
#include <memory>

#include "study/store/store_error.hpp"
#include "study/store/store_lock.hpp"

namespace SQLite {
class Database;
class Exception;
}  // namespace SQLite

namespace trust {

struct OpenedStore {
  std::filesystem::path file;       // absolute, with links followed
  std::unique_ptr<StoreLock> lock;  // where it is open for writing; given back after the connection is closed
  std::unique_ptr<SQLite::Database> database;  // (members go in reverse order)
};

/// What Store::open and Store::open_to_read promise.
OpenedStore open_store_to_write(const std::filesystem::path& file);
OpenedStore open_store_to_read(const std::filesystem::path& file);

/// Throws what SQLite found wrong with `file` as a StoreError in words for the user; a StoreRefused where the file is
/// damaged, held by another program, or not to be opened.
[[noreturn]] void throw_store_error(const std::filesystem::path& file, const SQLite::Exception& failure);

}  // namespace trust
