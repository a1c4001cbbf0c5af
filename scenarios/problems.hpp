// Bad input: each mistake says where it is, what is wrong and what would be accepted; all of them are reported at once.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trust {

struct Problem {
  std::string file;
  int line = 0;          // from 1; 0 where the whole file is meant
  std::string key;       // dotted key or column; may be empty
  std::string what;      // what is wrong, with the value that was found
  std::string accepted;  // what would be right; may be empty
};

/// "file:line: key: what is wrong; what is accepted"
std::string to_string(const Problem& problem);

/// Thrown with every mistake that was found; what() is one line a mistake, the first 50 of them and a count of the
/// rest.
class InputError : public std::runtime_error {
 public:
  static constexpr std::size_t listed = 50;

  explicit InputError(std::vector<Problem> problems, std::size_t left_out = 0);

  /// All that were kept; what Problems throws is in reading order: by file, then by line.
  const std::vector<Problem>& problems() const { return problems_; }
  /// How many mistakes there are, those that were not kept included.
  std::size_t total() const { return problems_.size() + left_out_; }

 private:
  std::vector<Problem> problems_;
  std::size_t left_out_;
};

/// Collects mistakes while reading; throw_if_any() ends the reading. A file of a million wrong rows costs no memory:
/// the first `kept` are kept, the others counted.
class Problems {
 public:
  static constexpr std::size_t kept = 1000;

  void add(Problem problem) {
    if (++count_ <= kept) found_.push_back(std::move(problem));
  }
  /// Says that `file` is read from here on: in the listing its mistakes come before those of files opened later.
  void open(const std::string& file) { files_.push_back(file); }
  bool any() const { return count_ > 0; }
  std::size_t count() const { return count_; }
  void throw_if_any() const;

 private:
  std::vector<Problem> found_;
  std::vector<std::string> files_;
  std::size_t count_ = 0;
};

/// The candidate nearest to `word` by edit distance (for a "did you mean"), or empty if none is near. Letter case is
/// ignored; two neighbouring letters that changed places are one edit.
std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

/// `did you mean "nearest"? known: a, b, c` with at most `shown` of the candidates.
std::string suggestion(const std::string& word, const std::vector<std::string>& candidates, std::size_t shown = 20);

/// "a, b, c" with at most `shown` of them and a count of the rest.
std::string listing(const std::vector<std::string>& words, std::size_t shown = 20);

/// The word in double quotes, cut where it is very long, with control characters made visible.
std::string in_quotes(std::string_view word);

}  // namespace trust
