#include "study/store/store_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "study/store/store_error.hpp"

namespace trust {
namespace {

int open_lock_file(const std::filesystem::path& store, const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    throw StoreRefused(store, "cannot be written: " + file.filename().string() + " beside it: " + std::strerror(errno),
                       "name a file in a folder that you may write to");
  }
  return descriptor;
}

[[noreturn]] void refuse(const std::filesystem::path& store, int reason) {
  if (reason == EWOULDBLOCK) {
    throw StoreRefused(store, "another process is writing to it", "wait for its end, or name another store");
  }
  throw StoreRefused(store, std::string("cannot be locked: ") + std::strerror(reason),
                     "name a file on a disk of this machine");
}

// The holder before us may have removed the file between our opening and our locking it; then the lock guards nothing.
bool is_still_there(int descriptor, const std::filesystem::path& file) {
  struct stat opened {};
  struct stat named {};
  return fstat(descriptor, &opened) == 0 && stat(file.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

}  // namespace

StoreLock::StoreLock(const std::filesystem::path& store) : file_(store) {
  file_ += "-lock";
  for (;;) {
    descriptor_ = open_lock_file(store, file_);
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      const int reason = errno;
      ::close(descriptor_);
      refuse(store, reason);
    }
    if (is_still_there(descriptor_, file_)) return;
    ::close(descriptor_);
  }
}

StoreLock::~StoreLock() {
  ::unlink(file_.c_str());  // while it is locked: whoever opened it meanwhile finds out that it is gone
  ::close(descriptor_);
}

}  // namespace trust
