#include "cli/verify_report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/text_table.hpp"
#include "study/manifest.hpp"

namespace trust::cli {
namespace {

using Json = nlohmann::ordered_json;
using verification::CheckResult;
using verification::FamilyResult;

std::string verdict(const CheckResult& check) { return check.passed ? "pass" : "fail"; }

std::string family_table(const FamilyResult& family) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left, Align::left});
  table.add_row({"check", "expected", "got", "tolerance", "verdict", "what"});
  for (const CheckResult& check : family.checks) {
    table.add_row({check.id, fmt::format("{:.8g}", check.finding.expected), fmt::format("{:.8g}", check.finding.got),
                   fmt::format("{:.2g}", check.finding.tolerance), check.passed ? "pass" : "FAIL", check.what});
  }
  return fmt::format("{}: {}\n{}\n", family.id, family.title, table.text());
}

}  // namespace

CheckCounts count_checks(const VerifyReport& report) {
  CheckCounts counts;
  for (const FamilyResult& family : report.families) {
    for (const CheckResult& check : family.checks) ++(check.passed ? counts.passed : counts.failed);
  }
  return counts;
}

std::string verify_table(const VerifyReport& report) {
  std::string text;
  for (const FamilyResult& family : report.families) text += family_table(family);
  const CheckCounts counts = count_checks(report);
  return text +
         fmt::format("{} checks, {} passed, {} failed\n", counts.passed + counts.failed, counts.passed, counts.failed);
}

std::string verify_json(const VerifyReport& report) {
  Json checks = Json::array();
  for (const FamilyResult& family : report.families) {
    for (const CheckResult& check : family.checks) {
      checks.push_back({{"id", check.id},
                        {"family", family.id},
                        {"what", check.what},
                        {"expected", check.finding.expected},
                        {"got", check.finding.got},
                        {"tolerance", check.finding.tolerance},
                        {"verdict", verdict(check)}});
    }
  }
  const CheckCounts counts = count_checks(report);
  return json_text({{"version", TRUSTSIM_VERSION},
                    {"seconds", report.seconds},
                    {"passed", counts.passed},
                    {"failed", counts.failed},
                    {"checks", checks}});
}

}  // namespace trust::cli
