// `trustsim verify` from outside: what it prints, and what the shell learns.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/program_runner.hpp"

namespace trust {
namespace {

using nlohmann::json;
using test::Outcome;
using test::run_trustsim;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

TEST(Verify, PrintsATableAFamilyAndACount) {
  const Outcome outcome = run_trustsim({"verify", "--only", "monitoring"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, AllOf(StartsWith("monitoring: "), HasSubstr("0.6716343"), HasSubstr("tolerance"),
                                 HasSubstr("pass"), EndsWith("\n6 checks, 6 passed, 0 failed\n")));
}

TEST(Verify, JsonIsOneObjectWithChecks) {
  const Outcome outcome = run_trustsim({"verify", "--json", "--only", "M2.step"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  const json result = json::parse(outcome.out);
  EXPECT_EQ(result["passed"], 2);
  EXPECT_EQ(result["failed"], 0);
  ASSERT_EQ(result["checks"].size(), 2U);
  for (const json& check : result["checks"]) {
    EXPECT_THAT(check["id"].get<std::string>(), MatchesRegex("M2\\.step_.*"));
    EXPECT_THAT(check["what"].get<std::string>(), HasSubstr("T = 0.3"));
    for (const char* number : {"expected", "got", "tolerance"}) EXPECT_TRUE(check[number].is_number()) << number;
    EXPECT_EQ(check["verdict"], "pass");
  }
}

TEST(Verify, ACheckThatFailsIsExitCodeOne) {
  const Outcome table = run_trustsim({"verify", "--only", "M2.step_up", "--set", "trust.gain=0.2"});
  EXPECT_EQ(table.exit_code, 1);
  EXPECT_THAT(table.out, AllOf(HasSubstr("FAIL"), EndsWith("1 checks, 0 passed, 1 failed\n")));
  const Outcome object = run_trustsim({"verify", "--json", "--only", "M2.step_up", "--set", "trust.gain=0.2"});
  EXPECT_EQ(object.exit_code, 1);
  EXPECT_EQ(json::parse(object.out)["checks"][0]["verdict"], "fail");
}

TEST(Verify, RefusesWhatItDoesNotKnow) {
  const Outcome unknown = run_trustsim({"verify", "--only", "M99", "--set", "trust.gian=0.2"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_EQ(unknown.out, "");
  EXPECT_THAT(unknown.err,
              AllOf(HasSubstr("--only: no check's id begins with 'M99'; one of M1, "), HasSubstr("trust.gain")));
}

TEST(Verify, NetworksThatAreNotThereAreBadInput) {
  const Outcome missing = run_trustsim({"verify", "--only", "real.lazega", "--networks", "no-such-folder"});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_EQ(missing.out, "");
  EXPECT_THAT(missing.err, HasSubstr("no-such-folder/lazega_lawfirm/nodes.csv"));
}

TEST(Verify, MeasuresRealNetworks) {
  const auto folder = std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "../shared/data";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the real networks are not here: " << folder;
  const Outcome outcome = run_trustsim({"verify", "--only", "real", "--networks", folder.string()});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, EndsWith(", 0 failed\n"));
}

TEST(Verify, CtrlCStopsIt) {
  const Outcome stopped = run_trustsim({"verify"}, {}, 300);
  EXPECT_EQ(stopped.exit_code, 130);
  EXPECT_EQ(stopped.out, "");
  EXPECT_THAT(stopped.err, HasSubstr("stopped on request"));
}

}  // namespace
}  // namespace trust
