#include "scenarios/whole_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace trust {

WholeFile::WholeFile(std::filesystem::path file) : file_(std::move(file)), part_(file_) {
  part_ += ".part";
  std::error_code ignored;
  if (std::filesystem::is_directory(file_, ignored)) {
    throw std::filesystem::filesystem_error("cannot be written", file_,
                                            std::make_error_code(std::errc::is_a_directory));
  }
  stream_.reset(std::fopen(part_.c_str(), "wb"));
  check(stream_ != nullptr, "cannot be written");
}

WholeFile::~WholeFile() {
  stream_.reset();
  std::error_code ignored;
  if (!published_) std::filesystem::remove(part_, ignored);
}

void WholeFile::check(bool good, const char* what) const {
  if (!good) throw std::filesystem::filesystem_error(what, file_, std::error_code(errno, std::generic_category()));
}

void WholeFile::write(std::string_view text) {
  check(std::fwrite(text.data(), 1, text.size(), stream_.get()) == text.size(), "cannot be written");
}

void WholeFile::finish() {
  std::FILE* const stream = stream_.get();
  check(std::fflush(stream) == 0, "cannot be written");
  check(fsync(fileno(stream)) == 0 || errno == EINVAL, "cannot be written");  // EINVAL: no disk behind it
  check(std::fclose(stream_.release()) == 0, "cannot be written");
}

void WholeFile::publish() {
  std::filesystem::rename(part_, file_);
  published_ = true;
}

}  // namespace trust
