#include "scenarios/text_file.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>

namespace trust {

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// The bytes, or why there are none.
std::optional<std::string> read_bytes(const std::filesystem::path& path, std::string& why) {
  File file(std::fopen(path.c_str(), "rb"), &std::fclose);
  std::string bytes;
  if (file) {
    char part[1 << 16];
    for (std::size_t n; (n = std::fread(part, 1, sizeof part, file.get())) > 0;) bytes.append(part, n);
    if (!std::ferror(file.get())) return bytes;
  }
  why = std::strerror(errno);
  return std::nullopt;
}

/// Why `path` is no file that can be read, before trying to; empty if it may be one.
std::string why_no_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return "is missing";
  if (status.type() == std::filesystem::file_type::directory) return "is a folder";
  if (status.type() == std::filesystem::file_type::regular) return {};
  return error ? "cannot be read (" + error.message() + ")" : "is no ordinary file";
}

/// Length of the UTF-8 sequence at the start of `text` (shortest form, no surrogates, up to U+10FFFF), or 0.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(0), second = byte(1);
  const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool shortest = first != 0xE0 || second >= 0xA0;
    const bool surrogate = first == 0xED && second >= 0xA0;
    return shortest && !surrogate && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool shortest = first != 0xF0 || second >= 0x90;
    const bool too_large = first == 0xF4 && second >= 0x90;
    return shortest && !too_large && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

int line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

/// What is wrong with the text as text, and where.
std::optional<Problem> text_problem(const std::string& name, std::string_view text) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return Problem{name, 0, "", "is empty", "a text file with something in it"};
  if (text.starts_with("SQLite format 3"))  // what every SQLite database begins with
    return Problem{name, 0, "", "is a store of results (an SQLite database)",
                   "a text file; `trustsim query` and `trustsim export` read stores"};
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return Problem{name, 1, "", "is UTF-16", "UTF-8 text (save it as \"CSV UTF-8\" or \"UTF-8\")"};
  if (const auto line = first_line_not_utf8(text))
    return Problem{name, *line, "", "is not UTF-8 here", "UTF-8 text (save it as \"CSV UTF-8\" or \"UTF-8\")"};
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    return Problem{name, line_at(text, zero), "", "holds a zero byte", "text"};
  return std::nullopt;
}

XXH3_state_t* state_of(void* state) { return static_cast<XXH3_state_t*>(state); }

}  // namespace

std::optional<std::string> read_text_file(const std::filesystem::path& path, const Problem& asked_by,
                                          Problems& problems) {
  const std::string name = path.string();
  std::string why = why_no_file(path);
  std::optional<std::string> text;
  if (why.empty()) {
    text = read_bytes(path, why);
    if (!text) why = "cannot be read (" + why + ")";
  }
  if (!text) {
    Problem problem = asked_by;
    const bool named_by_a_file = !problem.file.empty();
    problem.what = named_by_a_file ? in_quotes(name) + " " + why : why;
    problem.accepted = "a text file that can be read";
    if (named_by_a_file)
      problem.accepted += "; the path starts at the scenario's folder";
    else
      problem.file = name;
    problems.add(std::move(problem));
    return std::nullopt;
  }
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  if (auto problem = text_problem(name, *text)) {
    problems.add(std::move(*problem));
    return std::nullopt;
  }
  return text;
}

std::optional<int> first_line_not_utf8(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  for (std::size_t i = 0; i < text.size();) {
    std::uint64_t eight = high_bits;
    if (i + sizeof eight <= text.size()) std::memcpy(&eight, text.data() + i, sizeof eight);
    if ((eight & high_bits) == 0) {  // eight plain ASCII characters: nearly all of every file
      i += sizeof eight;
      continue;
    }
    const std::size_t length = sequence_length(text.substr(i, 4));
    if (length == 0) return line_at(text, i);
    i += length;
  }
  return std::nullopt;
}

TextDigest::TextDigest() : state_(XXH3_createState()) {
  if (!state_) throw std::bad_alloc();
  XXH3_64bits_reset(state_of(state_));
}

TextDigest::~TextDigest() { XXH3_freeState(state_of(state_)); }

void TextDigest::add(std::string_view text) {
  std::uint64_t length = text.size();
  unsigned char bytes[8];
  for (unsigned char& byte : bytes) {  // little-endian on every machine
    byte = static_cast<unsigned char>(length & 0xFF);
    length >>= 8;
  }
  XXH3_64bits_update(state_of(state_), bytes, sizeof bytes);
  XXH3_64bits_update(state_of(state_), text.data(), text.size());
}

std::uint64_t TextDigest::value() const { return XXH3_64bits_digest(state_of(state_)); }

}  // namespace trust
