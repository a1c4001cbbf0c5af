// What replicates in the background say of the what-if against its baseline, over the whole horizon. It gets finer
// while one works: 8 replicates, then 16, then 64.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/measures.hpp"
#include "study/statistics.hpp"

namespace trust::viz {

/// One measure, a value a day from day 0 on.
struct EffectCurve {
  std::vector<float> baseline;                     // mean over replicates
  std::vector<float> baseline_low, baseline_high;  // the middle 90 % of replicates
  std::vector<float> what_if;
  std::vector<float> what_if_low, what_if_high;
  std::vector<float> difference;                       // mean of (what-if minus baseline)
  std::vector<float> luck_low, luck_high;              // its 95 % band over all days at once: luck alone
  std::vector<float> parameters_low, parameters_high;  // where 95 % of parameter draws lie; empty where none were drawn
  std::optional<int> first_day;                        // first day whose band of luck leaves out zero
};

/// One line of the result card.
struct CardLine {
  enum class Mood : std::uint8_t { plain, better, worse, unsure, warning };
  Mood mood = Mood::plain;
  std::string text;  // a whole sentence
  std::string tip;   // how it was found
};

/// One line of the result's table: a measure on the last day, or summed over the run where it happens day by day.
struct ResultRow {
  std::optional<Measure> measure;  // none: net money
  std::string label;               // "Trust", "Net money"
  bool whole_run = false;
  double baseline = 0;  // means over replicates
  double what_if = 0;
  double difference = 0;
  double low = 0, high = 0;                     // 95 %
  bool by_parameters = false;                   // the interval is that of drawn parameters, wider than that of luck
  int better = 0;                               // in so many replicates
  int same = 0;                                 // ... and the same to the last bit in so many
  bool few = false;                             // rests on few events
  CardLine::Mood mood = CardLine::Mood::plain;  // plain: exactly 0
};

struct Refinement {
  std::uint64_t edition = 0;  // of the sitting that it is about: Snapshot::edition, or it is stale
  int replicates = 0;
  int wanted = 64;                                                       // where it ends
  bool uncertain = false;                                                // parameters were drawn too
  std::array<std::shared_ptr<const EffectCurve>, measure_count> curves;  // null where nobody watches the measure
  std::vector<CardLine> card;  // empty where nothing is edited
  std::vector<ResultRow> rows;  // of the headline measures and of money; empty where nothing is edited
  std::string problem;  // why there is none: too large, say. Empty otherwise.

  const EffectCurve* of(Measure measure) const { return curves[static_cast<std::size_t>(measure)].get(); }
};

}  // namespace trust::viz
