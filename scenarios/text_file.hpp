// Reading a text file whole, and saying plainly why one cannot be read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "scenarios/problems.hpp"

namespace trust {

/// A file's text with every check that does not depend on its kind: it is there, is no folder, can be read, holds
/// something and is UTF-8. A byte order mark is dropped. Otherwise one problem is added, at `asked_by` (the file, line
/// and key that named it; may be empty where the file was named on the command line).
std::optional<std::string> read_text_file(const std::filesystem::path& path, const Problem& asked_by,
                                          Problems& problems);

/// The line (from 1) of the first byte that is not UTF-8, or nothing.
std::optional<int> first_line_not_utf8(std::string_view text);

/// Digest of texts in the order in which they are added; the lengths count too, so that text cannot move from one file
/// to the next unnoticed. XXH3, 64 bits.
class TextDigest {
 public:
  TextDigest();
  ~TextDigest();
  TextDigest(const TextDigest&) = delete;
  TextDigest& operator=(const TextDigest&) = delete;
  void add(std::string_view text);
  std::uint64_t value() const;

 private:
  void* state_;  // XXH3_state_t, kept out of this header
};

}  // namespace trust
