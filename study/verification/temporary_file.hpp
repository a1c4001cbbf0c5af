// A file that is gone when its owner is.
#pragma once

#include <filesystem>

namespace trust::verification {

class TemporaryFile {
 public:
  /// A name of its own in the folder for temporary files. Throws std::system_error where none can be made.
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace trust::verification
