// Walks through every scenario and every panel without a display: whether all of them can be shown at all.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace trust::viz {

/// Called with a line for each scenario as it is done.
using TellLine = std::function<void(const std::string&)>;

/// Draws every panel of every scenario file: 60 frames each, the days going on and the pointer moving meanwhile; one
/// frame where there are 20,000 people or more. Returns what went wrong, a line each: a scenario that does not load, a
/// panel that shows nothing, a mark that is not a number. Files that are no scenarios are passed over.
std::vector<std::string> self_test(const std::vector<std::filesystem::path>& scenarios, const TellLine& tell);

}  // namespace trust::viz
