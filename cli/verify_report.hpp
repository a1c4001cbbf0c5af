// What `trustsim verify` prints.
#pragma once

#include <string>
#include <vector>

#include "study/verification/verification.hpp"

namespace trust::cli {

struct VerifyReport {
  std::vector<verification::FamilyResult> families;
  double seconds = 0;
};

struct CheckCounts {
  std::size_t passed = 0;
  std::size_t failed = 0;
};

CheckCounts count_checks(const VerifyReport& report);

/// A table a family, a row a check, and last "N checks, N passed, N failed".
std::string verify_table(const VerifyReport& report);

/// One object with `checks`, a list of objects that have id, what, expected, got, tolerance and verdict.
std::string verify_json(const VerifyReport& report);

}  // namespace trust::cli
