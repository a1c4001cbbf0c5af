// What a plot of a measure shows: which lines with which bands, under which names. The window and the files that are
// exported read the same list.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "viz/panels/panel.hpp"
#include "viz/plot/value_range.hpp"

namespace trust::viz {

enum class Ink : std::uint8_t { baseline, what_if, change, ghost };

/// The area between two lines.
struct PlotBand {
  std::string key;   // of the switch in the legend that shows and hides it
  std::string name;  // "luck, 64 replicates"
  std::vector<float> low, high;
  bool wide = false;  // drawn fainter, behind the others
};

struct PlotLine {
  std::string key;    // of its switch
  std::string name;   // "what-if, mean of 64 replicates"
  std::string label;  // in a legend, beside bands that say the rest: "what-if"
  std::string arm;    // "baseline", "what-if" or "difference"
  Ink ink = Ink::what_if;
  bool thin = false;
  std::vector<float> values;  // one a day from day 0 on
  std::vector<PlotBand> bands;
};

struct PlotContent {
  Measure measure = Measure::trust;
  bool difference = false;
  bool stale = false;           // the replicates are about the sitting before its last change
  std::vector<PlotLine> lines;  // in the order in which they are drawn
};

/// One line or band that can be switched off.
struct LegendEntry {
  std::string key;
  std::string label;
  Ink ink = Ink::what_if;
  bool band = false;
  bool wide = false;
  bool thin = false;
};

/// The measure itself, in the arms that are shown.
PlotContent measure_content(const Snapshot& snapshot, const ViewState& view, Measure measure);

/// What-if minus baseline. No lines where nothing of it is known.
PlotContent difference_content(const Snapshot& snapshot, const ViewState& view, Measure measure);

/// Whether plots of differences are shown.
bool shows_differences(const Snapshot& snapshot, const ViewState& view);

std::vector<LegendEntry> legend_of(const PlotContent& content);

/// What the y axis shows of it on these days; a difference always with 0.
Range value_axis(const PlotContent& content, Range days, const std::set<std::string>& hidden);

}  // namespace trust::viz
