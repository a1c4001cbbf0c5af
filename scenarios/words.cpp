#include "scenarios/words.hpp"

#include <algorithm>
#include <charconv>

namespace trust {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The digits that start `word`, and the rest.
std::string_view take_digits(std::string_view& word) {
  std::size_t n = 0;
  while (n < word.size() && is_digit(word[n])) ++n;
  const std::string_view digits = word.substr(0, n);
  word.remove_prefix(n);
  return digits;
}

std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

/// -1, 0 or 1 by value.
int compare_digits(std::string_view a, std::string_view b) {
  a = without_zeros(a);
  b = without_zeros(b);
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  const int order = a.compare(b);
  return (order > 0) - (order < 0);
}

}  // namespace

std::string lower_case(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return text;
}

std::string_view trimmed(std::string_view word) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = word.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return word.substr(first, word.find_last_not_of(blank) - first + 1);
}

bool same_word(std::string_view a, std::string_view b) {
  a = trimmed(a);
  b = trimmed(b);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<double> parse_number(std::string_view word) {
  if (!word.empty() && word.front() == '+' && word.size() > 1 && word[1] != '-') word.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return value;
}

bool natural_less(std::string_view a, std::string_view b) {
  const std::string_view whole_a = a, whole_b = b;
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      if (const int order = compare_digits(take_digits(a), take_digits(b)); order != 0) return order < 0;
      continue;
    }
    if (a.front() != b.front()) return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front());
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty() != b.empty()) return a.empty();
  return whole_a.size() != whole_b.size() ? whole_a.size() < whole_b.size() : whole_a < whole_b;
}

std::string people_who(std::size_t count, std::string_view one, std::string_view many) {
  const std::string people = count == 1 ? " person " : " people ";
  return std::to_string(count) + people + std::string(count == 1 ? one : many);
}

}  // namespace trust
