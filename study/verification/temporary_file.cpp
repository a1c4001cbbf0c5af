#include "study/verification/temporary_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace trust::verification {

TemporaryFile::TemporaryFile() {
  std::string name = (std::filesystem::temp_directory_path() / "trustsim-XXXXXX").string();
  const int file = mkstemp(name.data());
  if (file < 0) throw std::system_error(errno, std::generic_category(), name);
  close(file);
  path_ = name;
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace trust::verification
