// What the words after `trustsim compare` ask for, read and checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "study/compare/compare.hpp"

namespace trust::cli {

struct CompareRequest {
  Scenario baseline;
  std::vector<Scenario> what_ifs;
  CompareOptions options;
  std::vector<TrustRule> rules;      // to look at side by side; empty: the scenario's alone
  std::optional<std::string> store;  // where to keep the runs ...
  std::string words;                 // ... and what asked for them
  bool all = false;                  // every measure in the table
  bool json = false;
  bool quiet = false;
};

/// Throws InputError with every mistake in the words and in the files that they name.
CompareRequest read_compare_request(Arguments& arguments);

}  // namespace trust::cli
