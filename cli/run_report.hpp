// What `trustsim run` says: a table that a manager can read, or one JSON object.
#pragma once

#include <string>

#include "study/run.hpp"

namespace trust::cli {

/// `threads` is what the run had; `utf8` says what the terminal shows.
std::string run_table(const Scenario& scenario, const RunOptions& options, const RunResult& result, bool utf8);

std::string run_json(const Scenario& scenario, const RunOptions& options, const RunResult& result);

/// "16 replicates of one organisation" or "64 replicates in 4 organisations".
std::string words_for_replicates(std::uint32_t replicates, std::uint32_t organisations);

}  // namespace trust::cli
