// The figures of a day: one list that the recorder, the tables, the CSV heading and the viewer read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace trust {

enum class Measure : std::uint8_t {
#define TRUST_MEASURE(id, ...) id,
#include "models/measures.def"
#undef TRUST_MEASURE
  count
};

inline constexpr std::size_t measure_count = static_cast<std::size_t>(Measure::count);

enum class Better : std::uint8_t { higher, lower };

struct MeasureRow {
  Measure id;
  std::string_view name;   // as JSON and CSV write it
  std::string_view label;  // as a table shows it
  std::string_view sentence;
  std::string_view unit;
  Better better;
  bool headline;  // in the short table
};

std::span<const MeasureRow> measures();
const MeasureRow& measure_row(Measure measure);
std::optional<Measure> find_measure(std::string_view name);

/// One replicate's figures for one day.
using Figures = std::array<double, measure_count>;

}  // namespace trust
