#include "study/verification/verification.hpp"

#include <algorithm>

#include "study/verification/families.hpp"
#include "study/verification/laboratory.hpp"

namespace trust::verification {
namespace {

// Checks that one thread runs one after the other.
struct Task {
  std::size_t family;
  std::size_t begin;
  std::size_t end;
};

std::vector<Task> tasks_of(const std::vector<Family>& families) {
  std::vector<Task> tasks;
  for (std::size_t f = 0; f < families.size(); ++f) {
    const std::size_t all = families[f].checks.size();
    const std::size_t stride = families[f].apart ? 1 : all;
    for (std::size_t begin = 0; begin < all; begin += stride) tasks.push_back({f, begin, begin + stride});
  }
  return tasks;
}

// A check that cannot be run tells nothing about the engine: what it throws ends the whole verification.
void run_task(const Task& task, const Family& family, const VerifyOptions& options, RunControl& control,
              FamilyResult& result) {
  Laboratory laboratory(control, options.tampering);
  for (std::size_t c = task.begin; c < task.end; ++c) {
    const Check& check = family.checks[c];
    const Finding finding = check.run(laboratory);
    result.checks[c] = {check.id, check.what, finding, passes(finding)};
    ++control.replicate_days;
  }
}

std::vector<FamilyResult> empty_results(const std::vector<Family>& families) {
  std::vector<FamilyResult> results;
  results.reserve(families.size());
  for (const Family& family : families) {
    results.push_back({family.id, family.title, std::vector<CheckResult>(family.checks.size())});
  }
  return results;
}

}  // namespace

std::vector<Family> all_families() {
  return {beta_checks(),
          asymmetric_checks(),
          abi_checks(),
          degroot_checks(),
          friedkin_johnsen_checks(),
          bounded_checks(),
          inflation_checks(),
          subjective_logic_checks(),
          eigen_trust_checks(),
          gossip_checks(),
          balance_checks(),
          repair_checks(),
          change_checks(),
          reciprocity_checks(),
          closed_loop_checks(),
          monitoring_checks(),
          step_checks(),
          invariant_checks(),
          degenerate_checks(),
          symmetry_checks(),
          network_checks()};
}

std::vector<Family> chosen_families(const std::string& only, const std::filesystem::path& networks) {
  std::vector<Family> families = all_families();
  if (!networks.empty()) families.push_back(real_network_checks(networks));
  for (Family& family : families) {
    std::erase_if(family.checks, [&](const Check& check) { return !check.id.starts_with(only); });
  }
  std::erase_if(families, [](const Family& family) { return family.checks.empty(); });
  return families;
}

std::vector<FamilyResult> verify(const VerifyOptions& options, RunControl& control) {
  const std::vector<Family> families = chosen_families(options.only, options.networks);
  std::vector<FamilyResult> results = empty_results(families);
  for (const Family& family : families) control.replicate_days_total += family.checks.size();
  const std::vector<Task> tasks = tasks_of(families);
  const Laboratory hall(control, {});
  hall.for_each(tasks.size(), [&](std::size_t t) {
    const std::size_t f = tasks[t].family;
    run_task(tasks[t], families[f], options, control, results[f]);
  });
  return results;
}

}  // namespace trust::verification
