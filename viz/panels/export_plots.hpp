// What is plotted, as files: numbers (CSV) and pictures of vectors (SVG), one of each for every plot.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "viz/panels/plot_content.hpp"

namespace trust::viz {

enum class PlotFiles : std::uint8_t { csv, svg, both };

/// Writes into `folder`: "first-90-days-trust-day-38.csv" and ".svg", with -2, -3 where such a file is there already.
/// Returns what was written. Throws std::runtime_error with the file's name where one cannot be written; what was
/// written before it stays.
std::vector<std::filesystem::path> export_plots(const Snapshot& snapshot, const ViewState& view,
                                                const std::filesystem::path& folder, PlotFiles files = PlotFiles::both);

/// The same into the working folder, where the dialogs propose to write too; returns a sentence about it.
std::string export_and_tell(const Snapshot& snapshot, const ViewState& view, PlotFiles files);

/// A row for every line, band and day: measure, unit, arm, line, day, value, band, low, high. Numbers in the fewest
/// digits that give them back; without a band its three columns are empty.
std::string plot_csv(const Snapshot& snapshot, const ViewState& view, Measure measure);

/// The plot, its difference where it is shown, and their legends.
std::string plot_svg(const Snapshot& snapshot, const ViewState& view, Measure measure);

}  // namespace trust::viz
