// Small operations on words from files: what "the same heading" and "a number" mean, in one place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trust {

/// ASCII letters made small; other bytes (UTF-8) stay.
std::string lower_case(std::string_view word);

/// Without spaces, tabs and line ends at both ends.
std::string_view trimmed(std::string_view word);

/// Whether two headings, titles or names mean the same: letter case and outer space do not matter.
bool same_word(std::string_view a, std::string_view b);

/// The whole word as a number with a decimal point, whatever the machine's language. "nan" and "inf" are numbers here;
/// it is for the caller to refuse them.
std::optional<double> parse_number(std::string_view word);

/// Natural order: "p2" before "p10"; equal digits with more leading zeros come later.
bool natural_less(std::string_view a, std::string_view b);

/// "1 person has" or "3 people have": the verb's two forms are `one` and `many`.
std::string people_who(std::size_t count, std::string_view one, std::string_view many);

}  // namespace trust
