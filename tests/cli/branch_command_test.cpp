// trustsim branch from outside: what it says is what compare says; what cannot branch is refused before anything runs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/program_runner.hpp"
#include "tests/study/branch/lively_scenarios.hpp"

namespace trust {
namespace {

using nlohmann::json;
using test::Outcome;
using test::run_trustsim;
using test::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

class BranchCommand : public testing::Test {
 protected:
  static Outcome run(std::vector<std::string> words) {
    words.insert(words.begin(), "branch");
    return run_trustsim(words);
  }

  static json card(const Outcome& outcome) {
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    json card = json::parse(outcome.out);
    card.erase("seconds");
    return card;
  }

  static void expect_refused(const std::vector<std::string>& words, const testing::Matcher<std::string>& says) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, says);
  }

  TemporaryFolder place_;
  std::string baseline_ = place_.write("baseline.toml", test::lively_text(test::later)).string();
  std::string shrinks_ = place_.write("shrinks.toml", test::lively_text(test::shrinks)).string();
  std::string trunk_ = (place_ / "trunk").string();
};

TEST_F(BranchCommand, SaysWhatCompareSays) {
  const std::vector<std::string> plans = {baseline_, "--what-if", shrinks_, "--what-if", "coaching:from=9", "--json"};
  std::vector<std::string> words = {"compare"};
  words.insert(words.end(), plans.begin(), plans.end());
  const json expected = card(run_trustsim(words));
  words = plans;
  words.insert(words.end(), {"--at", "8"});
  json branched = card(run(words));
  EXPECT_EQ(branched["branch_day"], 8);
  branched.erase("branch_day");
  EXPECT_EQ(branched, expected);
}

TEST_F(BranchCommand, GoesOnFromWhatItKept) {
  const Outcome kept = run({baseline_, "--at", "8", "--save", trunk_, "--replicates", "9"});
  EXPECT_EQ(kept.exit_code, 0);
  EXPECT_THAT(kept.out, AllOf(HasSubstr("The states of day 8 are in"), HasSubstr("trunk")));
  const json at = card(run({baseline_, "--at", "8", "--what-if", shrinks_, "--replicates", "9", "--json"}));
  EXPECT_EQ(card(run({baseline_, "--from", trunk_, "--what-if", shrinks_, "--json"})), at);
  EXPECT_EQ(card(run({baseline_, "--from", trunk_, "--what-if", shrinks_, "--json", "--threads", "3"})), at);
}

TEST_F(BranchCommand, AKindBeginsTheDayAfter) {
  const Outcome outcome = run({baseline_, "--at", "8", "--what-if", "coaching"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("coaching:from=9"), HasSubstr("All plans part at the end of day 8.")));
}

TEST_F(BranchCommand, RefusesWhatDoesNotGoTogether) {
  expect_refused({baseline_, "--what-if", shrinks_}, HasSubstr("--at: is missing"));
  expect_refused({baseline_, "--at", "8"}, HasSubstr("--what-if: is missing"));
  expect_refused({baseline_, "--at", "0", "--what-if", shrinks_}, HasSubstr("--at"));
  expect_refused({baseline_, "--at", "18", "--what-if", shrinks_}, HasSubstr("18 is not a day to branch at"));
  expect_refused({baseline_, "--at", "8", "--save", trunk_, "--from", trunk_, "--what-if", shrinks_},
                 HasSubstr("--save: does not go with --from"));
  expect_refused({baseline_, "--from", trunk_, "--what-if", shrinks_},
                 HasSubstr("manifest.json: --from: cannot be read"));
  EXPECT_THAT(place_.names(), testing::UnorderedElementsAre("baseline.toml", "shrinks.toml"));
}

TEST_F(BranchCommand, RefusesPlansThatPartBefore) {
  expect_refused({baseline_, "--at", "10", "--what-if", shrinks_, "--what-if", "coaching:from=4", "--save", trunk_},
                 AllOf(HasSubstr("\"Shrinks\""), HasSubstr("as of day 9"), HasSubstr("coaching:from=4: intervention"),
                       HasSubstr("as of day 4"), HasSubstr("a branch at day 3 or earlier")));
  EXPECT_FALSE(std::filesystem::exists(trunk_));
}

TEST_F(BranchCommand, RefusesAnotherRunsStates) {
  ASSERT_EQ(run({baseline_, "--at", "8", "--save", trunk_}).exit_code, 0);
  expect_refused({baseline_, "--from", trunk_, "--what-if", shrinks_, "--seed", "9", "--at", "7"},
                 AllOf(HasSubstr("7 is not the day that was kept; 8"), HasSubstr("was saved with seed 7, not 9")));
  expect_refused({baseline_, "--from", trunk_, "--what-if", shrinks_, "--set", "exit.rate=1"},
                 HasSubstr("decides something else until the end of day 8"));
  place_.write("foreign/thesis.txt", "years of work");
  expect_refused({baseline_, "--at", "8", "--save", (place_ / "foreign").string()}, HasSubstr("holds 'thesis.txt'"));
  std::filesystem::resize_file(std::filesystem::path(trunk_) / "replicates-000008-000011.state", 1000);
  expect_refused({baseline_, "--from", trunk_, "--what-if", shrinks_},
                 AllOf(HasSubstr("replicates-000008-000011.state"), HasSubstr("is cut short")));
}

}  // namespace
}  // namespace trust
