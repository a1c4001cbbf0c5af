// The one table of levers. The loader's checks, --set, interventions, the viewer's sliders and the reference page are
// all made from it: a lever stands here or it does not exist.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trust {

/// Index of a row of the table. The enumerators are made from the same list as the rows (models/parameters.def).
enum class Lever : std::uint16_t {
#define TRUST_LEVER(id, ...) id,
#include "models/parameters.def"
#undef TRUST_LEVER
  count
};

inline constexpr std::size_t lever_count = static_cast<std::size_t>(Lever::count);

/// Whether a lever can differ between people, or holds for the whole organisation.
enum class Scope : std::uint8_t { person, organisation };

struct Parameter {
  Lever id;
  std::string_view name;      // dotted, as scenario files write it: "recognition.propensity"
  std::string_view sentence;  // what it means, in plain words
  std::string_view unit;
  float low;                // smallest accepted value
  float high;               // largest accepted value
  float initial;            // default
  std::string_view prior;   // belief about it before data, e.g. "uniform(0.01, 0.1)"
  std::string_view source;  // authors, year, DOI; or "[design]"
  std::string_view group;
  Scope scope;
};

/// All rows, in the order of `Lever`.
std::span<const Parameter> parameters();

const Parameter& parameter(Lever lever);

/// The row of that name, or nothing.
std::optional<Lever> find_lever(std::string_view name);

/// The table as a page of Markdown: what docs/scenario-reference.md holds.
std::string parameters_as_markdown();

}  // namespace trust
