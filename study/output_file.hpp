// Writing a text file so that no failure goes unseen: a full disk is an error at the line that met it or at the
// closing, never a short file.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace trust {

/// A file or folder could not be written while running. what() says which and why.
class OutputError : public std::runtime_error {
 public:
  OutputError(const std::filesystem::path& file, const std::string& why);
};

class OutputFile {
 public:
  /// Creates the file or empties it. Throws OutputError, as all that follows.
  explicit OutputFile(std::filesystem::path file);
  OutputFile(OutputFile&&) = default;
  OutputFile& operator=(OutputFile&&) = default;

  void write(std::string_view text);

  /// Hands everything to the operating system and to the disk. Without this call the file counts as unfinished.
  void close();

  // One record of a CSV file: cells, then end_row(). Numbers in the shortest form that reads back as the same number;
  // an empty cell for what is not a number.
  void cell(std::string_view text);
  void cell(double number);
  void cell(std::uint64_t number);
  void end_row();

 private:
  struct Closer {
    void operator()(std::FILE* stream) const { std::fclose(stream); }
  };
  void separate();
  void flush_if_large();

  std::filesystem::path file_;
  std::unique_ptr<std::FILE, Closer> stream_;
  std::string waiting_;
  bool row_has_cells_ = false;
};

}  // namespace trust
