// What the table of kinds is written with: one file a group, each with what its kinds do and, below, their rows.
#pragma once

#include <array>

#include "scenarios/event_names.hpp"
#include "scenarios/expansion.hpp"
#include "scenarios/intervention_kind.hpp"

namespace trust {

using Kinds = std::vector<InterventionKind>;

Kinds openness_kinds();
Kinds work_kinds();
Kinds relation_kinds();
Kinds change_kinds();
Kinds shock_kinds();

// Rows of options.

inline KindOption number(std::string_view name, std::string_view sentence, double low, double high, double initial) {
  return {name, sentence, KindOption::Type::number, low, high, initial};
}

inline KindOption share(std::string_view name, std::string_view sentence, double initial) {
  return number(name, sentence, 0, 1, initial);
}

inline KindOption flag(std::string_view name, std::string_view sentence, bool initial) {
  return {name, sentence, KindOption::Type::flag, 0, 1, initial ? 1.0 : 0.0};
}

template <std::size_t count>
KindOption word(std::string_view name, std::string_view sentence, const std::array<std::string_view, count>& words,
                std::size_t initial) {
  return {name,
          sentence,
          KindOption::Type::word,
          0,
          static_cast<double>(count - 1),
          static_cast<double>(initial),
          {words.begin(), words.end()}};
}

}  // namespace trust
