#include "viz/panels/export_plots.hpp"

#include <stdexcept>

#include "study/output_file.hpp"
#include "viz/panels/dialogs.hpp"
#include "viz/panels/free_file.hpp"
#include "viz/plot/csv_text.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

void add_rows(std::string& text, const PlotContent& content) {
  const MeasureRow& measure = measure_row(content.measure);
  const auto value = [](const std::vector<float>& values, std::size_t day) {
    return day < values.size() ? shortest(values[day]) : std::string();
  };
  for (const PlotLine& line : content.lines) {
    const std::string head = csv_cell(measure.name) + "," + csv_cell(measure.unit) + "," + csv_cell(line.arm) + "," +
                             csv_cell(line.name) + ",";
    for (std::size_t day = 0; day < line.values.size(); ++day) {
      const std::string start = head + std::to_string(day) + "," + shortest(line.values[day]) + ",";
      if (line.bands.empty()) text += start + ",,\n";
      for (const PlotBand& band : line.bands) {
        text += start + csv_cell(band.name) + "," + value(band.low, day) + "," + value(band.high, day) + "\n";
      }
    }
  }
}

fs::path write(const fs::path& file, const std::string& text) {
  OutputFile out(file);
  try {
    out.write(text);
    out.close();
  } catch (...) {
    std::error_code ignored;
    fs::remove(file, ignored);  // half of it, on a full disk
    throw;
  }
  return file;
}

std::string hyphenated(std::string_view name) {
  std::string text(name);
  for (char& letter : text) {
    if (letter == '_') letter = '-';
  }
  return text;
}

}  // namespace

std::string plot_csv(const Snapshot& snapshot, const ViewState& view, Measure measure) {
  std::string text = "measure,unit,arm,line,day,value,band,low,high\n";
  add_rows(text, measure_content(snapshot, view, measure));
  if (shows_differences(snapshot, view)) add_rows(text, difference_content(snapshot, view, measure));
  return text;
}

std::vector<fs::path> export_plots(const Snapshot& snapshot, const ViewState& view, const fs::path& folder,
                                   PlotFiles files) {
  std::vector<fs::path> written;
  for (const Measure measure : view.measures) {
    const std::string stem = file_stem_of(snapshot.scenario) + "-" + hyphenated(measure_row(measure).name) + "-day-" +
                             std::to_string(snapshot.day);
    if (files != PlotFiles::svg) {
      written.push_back(write(free_file(folder / (stem + ".csv")), plot_csv(snapshot, view, measure)));
    }
    if (files != PlotFiles::csv) {
      written.push_back(write(free_file(folder / (stem + ".svg")), plot_svg(snapshot, view, measure)));
    }
  }
  return written;
}

std::string export_and_tell(const Snapshot& snapshot, const ViewState& view, PlotFiles files) {
  std::error_code ignored;
  const fs::path folder = fs::current_path(ignored);
  try {
    std::string names;
    for (const fs::path& file : export_plots(snapshot, view, folder, files)) {
      names += (names.empty() ? "" : ", ") + file.filename().string();
    }
    return "Wrote " + names + " into " + folder.string() + ".";
  } catch (const std::exception& problem) {
    return "Nothing more was exported: " + std::string(problem.what()) + ".";
  }
}

}  // namespace trust::viz
