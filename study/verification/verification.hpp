// Holds the engine against theory: every check with what was expected, what came out and whether that is close enough.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/plan.hpp"
#include "study/run_control.hpp"
#include "study/verification/check.hpp"

namespace trust::verification {

struct VerifyOptions {
  std::string only = {};                     // checks whose id begins so; empty: all
  std::vector<LeverSetting> tampering = {};  // set on top of every plan, to see which checks notice
  std::filesystem::path networks = {};       // a folder of real networks to measure too; empty: none
};

struct CheckResult {
  std::string id;
  std::string what;
  Finding finding;
  bool passed = false;
};

struct FamilyResult {
  std::string id;
  std::string title;
  std::vector<CheckResult> checks;  // in the order of the list
};

/// Every check that there is, in the order in which they are shown.
std::vector<Family> all_families();

/// The families that have checks whose id begins with `only`, with those checks; real networks where a folder is named.
std::vector<Family> chosen_families(const std::string& only, const std::filesystem::path& networks = {});

/// Runs the checks, families (and what stands apart in them) side by side over threads. control.replicate_days counts
/// checks that are done. Throws Interrupted where control.stop was set, InputError for networks that cannot be read,
/// and what a check throws.
std::vector<FamilyResult> verify(const VerifyOptions& options, RunControl& control);

}  // namespace trust::verification
