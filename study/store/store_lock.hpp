// Who may write to a store: one process at a time. The lock is one of the operating system's on a file of its own
// beside the store, so that a process that is killed gives it back at once. (A lock on the store's own file would not
// do: closing that file a second time would give back the locks that SQLite holds on it.)
#pragma once

#include <filesystem>

namespace trust {

class StoreLock {
 public:
  /// Throws StoreRefused where somebody else holds the lock, or where no file can be made beside the store.
  explicit StoreLock(const std::filesystem::path& store);
  /// Gives the lock back and removes its file.
  ~StoreLock();
  StoreLock(const StoreLock&) = delete;
  StoreLock& operator=(const StoreLock&) = delete;

 private:
  std::filesystem::path file_;
  int descriptor_;
};

}  // namespace trust
