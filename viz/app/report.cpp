#include "viz/app/report.hpp"

#include <cmath>
#include <fstream>

namespace trust::viz {
namespace {

std::string pixel(float place) { return std::to_string(std::lround(place)); }

std::string on_one_line(std::string text) {
  for (std::size_t end = 0; (end = text.find('\n', end)) != std::string::npos;) text.replace(end, 1, " | ");
  return text;
}

std::string facts(const Snapshot& now) {
  return "ready " + std::to_string(now.ready()) + "\nscenario " + now.scenario + "\nday " + std::to_string(now.day) +
         "\ncomputed " + std::to_string(now.computed) + "\nrunning " + std::to_string(now.running) + "\nspeed " +
         std::to_string(now.speed) + "\nedited " + std::to_string(now.sitting.edited) + "\nlanes " +
         std::to_string(now.sitting.lanes.size()) + "\nreplicates " +
         std::to_string(now.refinement ? now.refinement->replicates : 0) + "\nmessage " + on_one_line(now.message) +
         "\n";
}

}  // namespace

void Report::write(const Snapshot& snapshot, const ViewerWindow& window, bool resting) {
  if (file_.empty()) return;
  std::string text = facts(snapshot) + "resting " + std::to_string(resting) + "\n";
  for (const auto& [name, box] : window.controls().all()) {
    text += "control " + name + " " + pixel(box.low.x) + " " + pixel(box.low.y) + " " + pixel(box.high.x) + " " +
            pixel(box.high.y) + "\n";
  }
  if (text == written_) return;
  std::filesystem::path temporary = file_;
  temporary += ".part";
  std::ofstream(temporary) << text;
  std::error_code ignored;  // who reads it sees that it is missing
  std::filesystem::rename(temporary, file_, ignored);
  written_ = std::move(text);
}

}  // namespace trust::viz
