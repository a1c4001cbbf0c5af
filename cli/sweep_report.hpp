// What `trustsim sweep` says: before it begins, at the end, and when it is cut short.
#pragma once

#include <string>
#include <vector>

#include "study/sweep/sweep.hpp"

namespace trust::cli {

/// What it will do: points, replicates, runs, and how many of them are there.
std::string sweep_plan(const Study& study, const SweepOutlook& outlook, const std::filesystem::path& store);

/// A short table of what was done, and the commands to read it with.
std::string sweep_table(const Study& study, const SweepResult& result, const std::filesystem::path& store);

std::string sweep_json(const Study& study, const SweepResult& result, const std::filesystem::path& store);

/// The words of a command as a shell reads them.
std::string shell_command(const std::vector<std::string>& words);

}  // namespace trust::cli
