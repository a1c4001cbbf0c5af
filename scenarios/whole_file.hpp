// A text file that appears complete or not at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace trust {

/// Written under the name that it is to have with ".part" added; publish() gives it its own name. Without that, nothing
/// stays behind. Everything here throws std::filesystem::filesystem_error with the file and the system's reason.
class WholeFile {
 public:
  explicit WholeFile(std::filesystem::path file);
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  void write(std::string_view text);

  /// Brings everything to the disk; no more can be written.
  void finish();

  /// Replaces the file of this name, if there is one. After finish().
  void publish();

 private:
  struct Closer {
    void operator()(std::FILE* stream) const { std::fclose(stream); }
  };
  void check(bool good, const char* what) const;

  std::filesystem::path file_;
  std::filesystem::path part_;
  std::unique_ptr<std::FILE, Closer> stream_;
  bool published_ = false;
};

}  // namespace trust
