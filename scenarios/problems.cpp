#include "scenarios/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "scenarios/words.hpp"

namespace trust {

std::string to_string(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) text += fmt::format(":{}", problem.line);
  text += ": ";
  if (!problem.key.empty()) text += problem.key + ": ";
  text += problem.what;
  if (!problem.accepted.empty()) text += "; " + problem.accepted;
  return text;
}

namespace {

std::string one_line_each(const std::vector<Problem>& problems, std::size_t left_out) {
  std::string text;
  const std::size_t shown = std::min(problems.size(), InputError::listed);
  for (std::size_t i = 0; i < shown; ++i) text += (i ? "\n" : "") + to_string(problems[i]);
  const std::size_t rest = problems.size() - shown + left_out;
  if (rest > 0) text += fmt::format("\n... and {} more; {} mistakes in all", rest, shown + rest);
  return text;
}

/// By file, those in `files` first, then by line.
std::vector<Problem> in_reading_order(std::vector<Problem> problems, std::vector<std::string> files) {
  for (const Problem& problem : problems)
    if (std::find(files.begin(), files.end(), problem.file) == files.end()) files.push_back(problem.file);
  const auto place = [&files](const Problem& problem) {
    return std::pair(std::find(files.begin(), files.end(), problem.file) - files.begin(), problem.line);
  };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const Problem& a, const Problem& b) { return place(a) < place(b); });
  return problems;
}

/// Edits (insert, drop, change, swap neighbours) that turn a into b: optimal string alignment.
std::size_t edits_between(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace

InputError::InputError(std::vector<Problem> problems, std::size_t left_out)
    : std::runtime_error(one_line_each(problems, left_out)), problems_(std::move(problems)), left_out_(left_out) {}

void Problems::throw_if_any() const {
  if (any()) throw InputError(in_reading_order(found_, files_), count_ - found_.size());
}

std::string nearest(const std::string& word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest_word = 200;  // nobody mistypes more, and the distance is quadratic in it
  if (word.size() > longest_word) return {};
  const std::string wanted = lower_case(word);
  std::string best;
  std::size_t fewest = std::string::npos;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest_word) continue;
    const std::size_t edits = edits_between(wanted, lower_case(candidate));
    const std::size_t allowed = (std::max(word.size(), candidate.size()) + 2) / 3;
    if (edits <= allowed && edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  if (best.empty() && wanted.size() >= 4)
    for (const std::string& candidate : candidates)
      if (lower_case(candidate).find(wanted) != std::string::npos) return candidate;
  return best;
}

std::string suggestion(const std::string& word, const std::vector<std::string>& candidates, std::size_t shown) {
  const std::string near = nearest(word, candidates);
  return (near.empty() ? "" : "did you mean " + in_quotes(near) + "? ") + "known: " + listing(candidates, shown);
}

std::string listing(const std::vector<std::string>& words, std::size_t shown) {
  if (words.empty()) return "none";
  std::string text;
  for (std::size_t i = 0; i < std::min(shown, words.size()); ++i) text += (i ? ", " : "") + words[i];
  if (words.size() > shown) text += fmt::format(", ... ({} in all)", words.size());
  return text;
}

std::string in_quotes(std::string_view word) {
  constexpr std::size_t longest_shown = 60;
  std::string text = "\"";
  for (const char c : word.substr(0, longest_shown))
    text +=
        static_cast<unsigned char>(c) < 0x20 ? fmt::format("\\x{:02x}", static_cast<unsigned>(c)) : std::string(1, c);
  return text + (word.size() > longest_shown ? "...\"" : "\"");
}

}  // namespace trust
