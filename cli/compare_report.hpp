// What `trustsim compare` says.
#pragma once

#include <string>

#include "study/compare.hpp"

namespace trust::cli {

std::string compare_table(const Scenario& baseline, const Scenario& what_if, const RunOptions& options,
                          const CompareResult& result);

std::string compare_json(const Scenario& baseline, const Scenario& what_if, const RunOptions& options,
                         const CompareResult& result);

}  // namespace trust::cli
