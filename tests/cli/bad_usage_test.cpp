// The program from outside: every misuse has exit code 2, says what is wrong and writes nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "tests/cli/program_runner.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::Outcome;
using test::run_shell;
using test::run_trustsim;
using test::TemporaryFolder;
using test::text_of;
using testing::HasSubstr;
using testing::StartsWith;
using testing::UnorderedElementsAre;

struct BadUsage {
  std::string name;
  std::vector<std::string> words;  // SMALL stands for a good scenario, PLACE for its folder
  std::string says;
};

void PrintTo(const BadUsage& usage, std::ostream* stream) { *stream << usage.name; }

class BadUsageTest : public testing::TestWithParam<BadUsage> {};

std::string with_places(std::string word, const TemporaryFolder& place) {
  for (const auto& [mark, path] : {std::pair<std::string, std::string>("SMALL", (place / "small.toml").string()),
                                   std::pair<std::string, std::string>("PLACE", place.path().string())}) {
    if (const auto at = word.find(mark); at != std::string::npos) word.replace(at, mark.size(), path);
  }
  return word;
}

TEST_P(BadUsageTest, IsRefusedInWords) {
  const TemporaryFolder place;
  place.write("small.toml", generated_text());
  place.write("foreign/thesis.txt", "years of work");
  place.write("other.toml", generated_text("", "steps_per_day = 2\n"));
  std::vector<std::string> words;
  for (const std::string& word : GetParam().words) words.push_back(with_places(word, place));

  const Outcome outcome = run_trustsim(words);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().says));
  std::istringstream lines(outcome.err);
  for (std::string line; std::getline(lines, line);) EXPECT_THAT(line, StartsWith("trustsim: "));
  EXPECT_THAT(place.names(), UnorderedElementsAre("small.toml", "foreign", "other.toml"));
  EXPECT_EQ(text_of(place / "foreign/thesis.txt"), "years of work");
}

INSTANTIATE_TEST_SUITE_P(
    , BadUsageTest,
    testing::Values(
        BadUsage{"unknown_command", {"rnu", "SMALL"}, "rnu: is not a command; did you mean \"run\"?"},
        BadUsage{"option_for_a_command", {"--json"}, "--json: is not a command"},
        BadUsage{"unknown_option", {"run", "SMALL", "--replicate", "3"}, "did you mean --replicates?"},
        BadUsage{"single_dash", {"run", "SMALL", "-n", "3"}, "-n: is not an option"},
        BadUsage{"option_of_another_command", {"check", "SMALL", "--json"}, "--json: is not an option of this command"},
        BadUsage{"no_scenario", {"run"}, "SCENARIO: is missing; a scenario file"},
        BadUsage{"two_scenarios", {"run", "SMALL", "SMALL"}, "one word too many"},
        BadUsage{"missing_scenario", {"run", "PLACE/nope.toml"}, "nope.toml: is missing"},
        BadUsage{"scenario_is_a_folder", {"run", "PLACE"}, "folder"}, BadUsage{"empty_name", {"run", ""}, "trustsim: "},
        BadUsage{"days_zero", {"run", "SMALL", "--days", "0"}, "--days: '0' cannot be used; a whole number from 1"},
        BadUsage{"days_negative", {"run", "SMALL", "--days", "-5"}, "--days: '-5' cannot be used"},
        BadUsage{"days_huge", {"run", "SMALL", "--days", "99999999999999999999"}, "--days: '99999999999999999999'"},
        BadUsage{"days_text", {"run", "SMALL", "--days", "week"}, "--days: 'week' cannot be used"},
        BadUsage{"days_fraction", {"run", "SMALL", "--days", "2.5"}, "--days: '2.5' cannot be used"},
        BadUsage{"days_without_value", {"run", "SMALL", "--days"}, "is missing an argument"},
        BadUsage{"days_twice", {"run", "SMALL", "--days", "2", "--days", "3"}, "--days: is given 2 times"},
        BadUsage{"replicates_zero", {"run", "SMALL", "--replicates", "0"}, "from 1 to 1,000,000"},
        BadUsage{"replicates_huge", {"run", "SMALL", "--replicates", "1000001"}, "from 1 to 1,000,000"},
        BadUsage{"first_replicate_huge", {"run", "SMALL", "--first-replicate", "4294967295"}, "--first-replicate:"},
        BadUsage{"first_replicate_negative", {"run", "SMALL", "--first-replicate", "-1"}, "--first-replicate: '-1'"},
        BadUsage{"threads_zero", {"run", "SMALL", "--threads", "0"}, "from 1 to 1,024"},
        BadUsage{"threads_huge", {"run", "SMALL", "--threads", "1025"}, "from 1 to 1,024"},
        BadUsage{"seed_negative", {"run", "SMALL", "--seed", "-1"}, "--seed: '-1' cannot be used"},
        BadUsage{"seed_beyond_64_bits", {"run", "SMALL", "--seed", "18446744073709551616"}, "--seed:"},
        BadUsage{"set_without_value", {"run", "SMALL", "--set", "recognition.propensity"}, "--set"},
        BadUsage{"set_unknown_lever", {"run", "SMALL", "--set", "recognition.propensty=1"}, "recognition.propensity"},
        BadUsage{"set_out_of_range", {"run", "SMALL", "--set", "recognition.propensity=7"}, "recognition.propensity"},
        BadUsage{"set_not_a_number", {"run", "SMALL", "--set", "recognition.propensity=nan"}, "recognition.propensity"},
        BadUsage{"flag_with_value", {"run", "SMALL", "--json=maybe"}, "trustsim: "},
        BadUsage{"out_is_a_file", {"run", "SMALL", "--out", "SMALL"}, "--out: is a file"},
        BadUsage{"out_below_a_file", {"run", "SMALL", "--out", "SMALL/out"}, "--out: cannot be"},
        BadUsage{"out_holds_other_files", {"run", "SMALL", "--out", "PLACE/foreign"}, "thesis.txt"},
        BadUsage{"out_is_empty_word", {"run", "SMALL", "--out", ""}, "--out: no folder is named"},
        BadUsage{"out_is_root", {"run", "SMALL", "--out", "/"}, "--out: "},
        BadUsage{"out_is_here", {"run", "SMALL", "--out", "."}, "--out: is the folder that you are in"},
        BadUsage{"out_where_nothing_can_be", {"run", "SMALL", "--out", "/proc/trustsim"}, "--out: cannot be written"},
        BadUsage{"generate_without_out", {"generate", "SMALL"}, "--out: is missing"},
        BadUsage{"generate_over_foreign", {"generate", "SMALL", "--out", "PLACE/foreign"}, "thesis.txt"},
        BadUsage{"generate_bad_draw", {"generate", "SMALL", "--out", "PLACE/x", "--draw", "one"}, "--draw: 'one'"},
        BadUsage{"compare_without_what_if", {"compare", "SMALL"}, "--what-if: is missing"},
        BadUsage{"compare_with_missing", {"compare", "SMALL", "--what-if", "PLACE/no.toml"}, "no.toml: is missing"},
        BadUsage{
            "compare_other_steps", {"compare", "SMALL", "--what-if", "PLACE/other.toml"}, "steps_per_day: 2 differs"},
        BadUsage{"compare_unknown_kind", {"compare", "SMALL", "--what-if", "postr"}, "did you mean \"poster\"?"},
        BadUsage{"compare_unknown_option",
                 {"compare", "SMALL", "--what-if", "poster:strenght=1"},
                 "--what-if: poster:strenght: unknown key; did you mean \"strength\"?"},
        BadUsage{"compare_unknown_measure",
                 {"compare", "SMALL", "--what-if", "poster", "--measure", "trst"},
                 "--measure: \"trst\" is not a measure; did you mean \"trust\"?"},
        BadUsage{"compare_half_width_of_nothing",
                 {"compare", "SMALL", "--what-if", "poster", "--until-half-width", "0"},
                 "--until-half-width: '0' cannot be used; a number above 0"},
        BadUsage{"compare_half_width_below_nothing",
                 {"compare", "SMALL", "--what-if", "poster", "--until-half-width=-0.1"},
                 "--until-half-width: '-0.1' cannot be used"},
        BadUsage{"compare_half_width_no_number",
                 {"compare", "SMALL", "--what-if", "poster", "--until-half-width", "nan"},
                 "--until-half-width: 'nan' cannot be used"},
        BadUsage{"compare_both_lengths",
                 {"compare", "SMALL", "--what-if", "poster", "--until-half-width", "1", "--replicates", "64"},
                 "--until-half-width: cannot go with --replicates"},
        BadUsage{"compare_unknown_rules",
                 {"compare", "SMALL", "--what-if", "poster", "--rules", "beta,asymetric"},
                 "--rules: \"asymetric\" is not a rule of trust; did you mean \"asymmetric\"?"},
        BadUsage{"compare_rules_and_rule",
                 {"compare", "SMALL", "--what-if", "poster", "--rules", "beta", "--rule", "abi"},
                 "--rules: cannot go with --rule"},
        BadUsage{"compare_into_something_else",
                 {"compare", "SMALL", "--what-if", "poster", "--out", "PLACE/foreign/thesis.txt"},
                 "thesis.txt: "},
        BadUsage{"unknown_rule", {"run", "SMALL", "--rule", "asymetric"}, "--rule: is \"asymetric\"; did you mean"},
        BadUsage{"unknown_gossip", {"run", "SMALL", "--gossip", "rumour"}, "known: none, mirror, echo"},
        BadUsage{"effects_of_levers", {"docs", "parameters", "--effects", "PLACE"}, "--effects: has no meaning"},
        BadUsage{"effects_of_nothing", {"docs", "interventions", "--effects", "PLACE/foreign"}, "holds no scenarios"},
        BadUsage{"docs_without_page", {"docs"}, "PAGE: is missing"},
        BadUsage{"docs_unknown_page", {"docs", "shedule"}, "did you mean \"schedule\"?"},
        BadUsage{"trace_one_folder", {"trace", "PLACE"}, "B: is missing"},
        BadUsage{"trace_no_runs", {"trace", "PLACE", "PLACE"}, "hashes.csv: cannot be read"}),
    [](const testing::TestParamInfo<BadUsage>& usage) { return usage.param.name; });

TEST(BadUsage, NoWordsAtAllShowTheHelp) {
  const Outcome outcome = run_trustsim({});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("Usage:"));
}

TEST(BadUsage, EveryMistakeIsReportedAtOnce) {
  const TemporaryFolder place;
  const Outcome outcome = run_trustsim({"run", (place / "no.toml").string(), "--days", "0", "--replicates", "x",
                                        "--threads", "-1", "--set", "foo=1", "--set", "recognition.propensity=9"});
  EXPECT_EQ(outcome.exit_code, 2);
  for (const char* part : {"--days", "--replicates", "--threads", "no.toml", "foo", "recognition.propensity"}) {
    EXPECT_THAT(outcome.err, HasSubstr(part));
  }
}

TEST(BadUsage, AFullOutputStreamIsAFailure) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  for (const char* command : {"--help", "--version", "docs parameters", "run --help"}) {
    EXPECT_EQ(run_shell(std::string("$TRUSTSIM ") + command + " > /dev/full").exit_code, 3) << command;
  }
}

class SmallDisk : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(disk_);
    if (run_shell("mount -t tmpfs -o size=64k none " + disk_.string() + " 2>/dev/null").exit_code != 0) {
      GTEST_SKIP() << "mounting a small disk is not permitted here";
    }
    mounted_ = true;
    place_.write("small.toml", generated_text());
  }
  void TearDown() override {
    if (mounted_) run_shell("umount " + disk_.string());
  }
  Outcome run_to(const std::string& folder, const std::string& replicates) {
    return run_trustsim(
        {"run", (place_ / "small.toml").string(), "--replicates", replicates, "--out", (disk_ / folder).string()});
  }
  TemporaryFolder place_;
  std::filesystem::path disk_ = place_ / "disk";
  bool mounted_ = false;
};

TEST_F(SmallDisk, FullBeforehandIsBadInput) {
  run_shell("head -c 60000 /dev/zero > " + (disk_ / "filler").string());
  const Outcome outcome = run_to("out", "2");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("No space left on device"));
  EXPECT_FALSE(std::filesystem::exists(disk_ / "out"));
}

TEST_F(SmallDisk, FullWhileRunningIsAFailureThatLeavesNothing) {
  const Outcome outcome = run_to("out", "2000");
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("No space left on device"));
  EXPECT_TRUE(std::filesystem::is_empty(disk_));
}

TEST_F(SmallDisk, AMountPointIsRefused) {
  const Outcome outcome = run_to("", "2");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("mount point"));
}

TEST_F(SmallDisk, ReadOnlyIsBadInput) {
  ASSERT_EQ(run_shell("mount -o remount,ro " + disk_.string()).exit_code, 0);
  const Outcome outcome = run_to("out", "2");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("Read-only file system"));
}

}  // namespace
}  // namespace trust
