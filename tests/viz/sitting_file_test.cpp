// A saved sitting is what was on the screen: opened again it is the same, and whoever compares it with its baseline
// finds the same numbers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "study/branch/history.hpp"
#include "study/compare/compare.hpp"
#include "study/hex.hpp"
#include "tests/cli/program_runner.hpp"
#include "tests/viz/sitting_examples.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::uint32_t few = 6;

struct Case {
  std::string name;
  fs::path file;
  std::function<void(Sitting&)> edit;
  friend void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }
};

void switch_off(Sitting& sitting, const std::string& name) {
  sitting.change(on(lane_named(sitting, name).index, false));
}

std::vector<Case> cases() {
  return {
      {"imported", source_file("scenarios/tutorial/brightwater.toml"),
       [](Sitting& sitting) {
         sitting.add("one_to_ones:strength=0.6", 12);
         sitting.set_lever(Lever::trust_gain, 0.07F, 40);
         sitting.reset_lever(Lever::trust_gain, 80);
       }},
      {"steps", source_file("scenarios/start/first-90-days.toml"),
       [](Sitting& sitting) {
         sitting.change(first_day(lane_named(sitting, "Show the work").index, 7));
         sitting.change(last_day(lane_named(sitting, "Read the room").index, 28));
         sitting.change(strength(lane_named(sitting, "Let go of control").index, 0.35F));
         switch_off(sitting, "Recognise what people achieve");
         sitting.set_lever(Lever::recognition_propensity, 0.333F, 30);
         sitting.add("broken_promise:who=function:marketing", 20);
         sitting.set_seed(4711);
       }},
      {"events", source_file("scenarios/interventions/broken_promise.toml"),
       [](Sitting& sitting) {
         switch_off(sitting, "broken_promise");
         sitting.add("bad_quarter", 50);
         sitting.add("key_people_leave:share=0.3,who=role:rep", 60);
       }},
      {"moves", source_file("scenarios/interventions/reorganisation.toml"),
       [](Sitting& sitting) {
         sitting.add("reorganisation:share=0.5", 90);
         switch_off(sitting, "reorganisation");
       }},
      {"rules", source_file("scenarios/start/high-and-low.toml"),
       [](Sitting& sitting) { sitting.set_lever(Lever::discretion_propensity, 0.41F, 3); }},
  };
}

CompareResult compared(const Scenario& baseline, const Scenario& what_if, const std::string& = {}) {
  CompareOptions options;
  options.run = options_of(baseline);
  options.run.replicates = few;
  options.run.threads = 1;
  options.run.days = std::min(baseline.days, 100);
  RunControl control;
  const std::vector<Scenario> what_ifs = {what_if};
  return compare(baseline, what_ifs, options, control);
}

void expect_same(const CompareResult& one, const CompareResult& other) {
  const PairedRuns &a = one.outcomes[0].runs(), &b = other.outcomes[0].runs();
  EXPECT_EQ(a.baseline().hashes, b.baseline().hashes);
  EXPECT_EQ(a.what_if().hashes, b.what_if().hashes);
  for (const MeasureRow& row : measures())
    EXPECT_EQ(a.differences(row.id, natural_span(row)), b.differences(row.id, natural_span(row))) << row.name;
  EXPECT_EQ(a.net_money_differences(), b.net_money_differences());
}

class EditedSitting : public testing::TestWithParam<Case> {
 protected:
  EditedSitting() { GetParam().edit(sitting); }

  test::TemporaryFolder folder;
  fs::path saved = folder / "sub folder/it's mine.toml";
  Sitting sitting{GetParam().file};
};

TEST_P(EditedSitting, ComparesTheSameFromItsFile) {
  fs::create_directories(saved.parent_path());
  sitting.save(saved);
  Scenario baseline = load_scenario(GetParam().file);
  baseline.seed = sitting.baseline()->seed;  // as --seed does
  const Scenario read = load_scenario(saved);
  EXPECT_EQ(read.seed, sitting.what_if()->seed);
  ASSERT_TRUE(same_history(read.plan, sitting.what_if()->plan, Scenario::most_days));
  const CompareResult from_files = compared(baseline, read);
  const CompareResult from_memory = compared(*sitting.baseline(), *sitting.what_if());
  expect_same(from_memory, from_files);
  EXPECT_NE(from_memory.outcomes[0].runs().baseline().hashes, from_memory.outcomes[0].runs().what_if().hashes);
}

// As the window does with the file that its command line names.
TEST_P(EditedSitting, IsThatSittingWhereItWasReadAlready) {
  fs::create_directories(saved.parent_path());
  sitting.save(saved);
  Sitting again(load_scenario(saved));
  EXPECT_TRUE(again.edited());
  EXPECT_FALSE(again.unsaved());
  EXPECT_TRUE(same_history(again.baseline()->plan, sitting.baseline()->plan, Scenario::most_days));
  EXPECT_TRUE(same_history(again.what_if()->plan, sitting.what_if()->plan, Scenario::most_days));
  Scenario lucky = load_scenario(saved);
  lucky.seed = 99;
  const Sitting other(lucky);
  EXPECT_EQ(other.what_if()->seed, 99u);
  EXPECT_EQ(other.baseline()->seed, 99u);
}

TEST_P(EditedSitting, IsOpenedAsItWas) {
  fs::create_directories(saved.parent_path());
  sitting.save(saved);
  EXPECT_FALSE(sitting.unsaved());
  Sitting again(saved);
  EXPECT_TRUE(again.edited());
  EXPECT_FALSE(again.unsaved());
  EXPECT_EQ(again.baseline()->seed, sitting.baseline()->seed);
  EXPECT_EQ(again.baseline()->name, sitting.baseline()->name);
  EXPECT_TRUE(same_history(again.baseline()->plan, sitting.baseline()->plan, Scenario::most_days));
  EXPECT_TRUE(same_history(again.what_if()->plan, sitting.what_if()->plan, Scenario::most_days));
  const SittingState one = sitting.state(), other = again.state();
  ASSERT_EQ(one.lanes.size(), other.lanes.size());
  for (std::size_t i = 0; i < one.lanes.size(); ++i) {
    EXPECT_EQ(one.lanes[i].name, other.lanes[i].name);
    EXPECT_EQ(one.lanes[i].first_day, other.lanes[i].first_day);
    EXPECT_EQ(one.lanes[i].last_day, other.lanes[i].last_day);
    EXPECT_EQ(one.lanes[i].on, other.lanes[i].on);
    EXPECT_EQ(one.lanes[i].changed, other.lanes[i].changed);
    EXPECT_EQ(one.lanes[i].of_baseline, other.lanes[i].of_baseline);
  }
  EXPECT_TRUE(fs::equivalent(one.baseline_file, other.baseline_file));
}

TEST_P(EditedSitting, SavedAndOpenedIsAFixedPoint) {
  fs::create_directories(saved.parent_path());
  sitting.save(saved);
  const std::string first = text_of(saved);
  Sitting again(saved);
  again.save(saved);
  EXPECT_EQ(text_of(saved), first);
  const fs::path elsewhere = folder.write("deep/er/other.toml", "");
  again.save(elsewhere);  // and back, by way of another folder
  Sitting(elsewhere).save(saved);
  EXPECT_EQ(text_of(saved), first);
}

// The command that the sitting names, as one would paste it.
TEST_P(EditedSitting, SaysHowToCompareIt) {
  fs::create_directories(saved.parent_path());
  sitting.save(saved);
  const std::string text = text_of(saved);
  const std::size_t begin = text.find("trustsim compare"), end = text.find('\n', begin);
  const std::string in_its_folder = text.substr(begin, end - begin);
  const std::string anywhere = sitting.state().command;
  const std::string more = " --replicates " + std::to_string(few) + " --json";
  const auto run = [&](const std::string& command, const std::string& first) {
    const std::string words = command.substr(std::string("trustsim").size());
    const test::Outcome outcome = test::run_shell(first + "\"$TRUSTSIM\"" + words + more);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return nlohmann::json::parse(outcome.out);
  };
  const nlohmann::json here = run(in_its_folder, "cd '" + saved.parent_path().string() + "' && ");
  nlohmann::json there = run(anywhere, "");
  CompareOptions options;
  options.run = options_of(*sitting.baseline());
  options.run.replicates = few;
  RunControl control;
  const std::vector<Scenario> what_ifs = {*sitting.what_if()};
  const CompareResult result = compare(*sitting.baseline(), what_ifs, options, control);
  const PairedRuns& runs = result.outcomes[0].runs();
  const std::uint64_t seed = sitting.baseline()->seed;
  for (const nlohmann::json& json : {here, there}) {
    EXPECT_EQ(json["baseline_state_hash"], to_hex(state_hash(seed, runs.baseline().hashes)));
    EXPECT_EQ(json["what_if_state_hash"], to_hex(state_hash(seed, runs.what_if().hashes)));
    for (const MeasureRow& row : measures()) {
      const nlohmann::json& shown = json["effects"][std::string(row.name)]["difference"];
      const double expected = result.outcomes[0].judge(row.id, Span::last_day).difference();
      EXPECT_TRUE(shown.is_null() ? !(expected == expected) : shown.get<double>() == expected) << row.name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, EditedSitting, testing::ValuesIn(cases()),
                         [](const auto& one) { return one.param.name; });

TEST(RandomSittings, CompareTheSameFromTheirFiles) {
  const PlannedFile planned;
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    std::mt19937 luck(seed);
    Sitting sitting(planned.file);
    for (int i = 0; i < 12; ++i) edit_at_random(sitting, luck);
    const fs::path file = planned.folder / ("random" + std::to_string(seed) + ".toml");
    sitting.save(file);
    const std::string text = text_of(file);
    const Scenario read = load_scenario(file);
    ASSERT_TRUE(same_history(read.plan, sitting.what_if()->plan, Scenario::most_days)) << text;
    Scenario baseline = load_scenario(planned.file);
    baseline.seed = sitting.baseline()->seed;
    expect_same(compared(*sitting.baseline(), *sitting.what_if()), compared(baseline, read));
    Sitting again(file);
    again.save(file);
    EXPECT_EQ(text_of(file), text);
  }
}

TEST(RandomSittings, GiveWhatTheCommandLineGivesForTheSameWords) {
  const PlannedFile planned;
  for (const std::string words :
       {"one_to_ones:from=12", "bad_quarter:from=9,demand=0.7", "offsite:from=3,strength=0.4"}) {
    Sitting sitting(planned.file);
    sitting.set_what_if(words);
    const test::Outcome outcome = test::run_trustsim(
        {"compare", planned.file.string(), "--what-if", words, "--replicates", std::to_string(few), "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const CompareResult result = compared(*sitting.baseline(), *sitting.what_if());
    EXPECT_EQ(nlohmann::json::parse(outcome.out)["what_if_state_hash"],
              to_hex(state_hash(7, result.outcomes[0].runs().what_if().hashes)))
        << words;
  }
}

TEST(SavingASitting, LeavesTheBaselineAlone) {
  const PlannedFile planned;
  Sitting sitting(planned.file);
  sitting.add("poster", 3);
  EXPECT_THROW(sitting.save(planned.file), InputError);
  EXPECT_THROW(sitting.save(planned.folder.path() / "." / "planned.toml"), InputError);
  fs::create_symlink(planned.file, planned.folder / "link.toml");
  EXPECT_THROW(sitting.save(planned.folder / "link.toml"), InputError);
  EXPECT_THROW(sitting.save(planned.folder / "people.csv"), InputError);
  EXPECT_EQ(text_of(planned.file), planned_text);
  EXPECT_TRUE(sitting.unsaved());
}

TEST(SavingASitting, ThatCannotBeWrittenLosesNothing) {
  const PlannedFile planned;
  Sitting sitting(planned.file);
  sitting.add("poster", 3);
  sitting.save(planned.folder / "kept.toml");
  const std::string kept = text_of(planned.folder / "kept.toml");
  sitting.add("offsite", 9);
  EXPECT_THROW(sitting.save(planned.folder / "no such folder/x.toml"), InputError);
  fs::create_directories(planned.folder / "taken.toml");
  EXPECT_THROW(sitting.save(planned.folder / "taken.toml"), InputError);
  if (fs::exists("/dev/full")) {
    fs::create_symlink("/dev/full", planned.folder / "kept.toml.part");  // a disk that is full
    EXPECT_THROW(sitting.save(planned.folder / "kept.toml"), InputError);
  }
  EXPECT_EQ(text_of(planned.folder / "kept.toml"), kept);
  EXPECT_TRUE(sitting.unsaved());
  EXPECT_EQ(sitting.state().file, (planned.folder / "kept.toml").string());
  fs::remove(planned.file);
  EXPECT_THROW(sitting.save(planned.folder / "kept.toml"), InputError);  // nobody could compare it
}

TEST(SavingASitting, KeepsWordsThatTomlWouldMisread) {
  const PlannedFile planned;
  Sitting sitting(planned.file);
  for (const std::string name :
       {"He said \"so\" \\ twice", "tab\there", "\"\"\"", "[[x]] # no", "ends in \\", "Übung 日本"}) {
    sitting.add("poster", 3);
    const std::size_t lane = sitting.state().lanes.size() - 1;
    sitting.set_option({lane, "name", name});
    const fs::path file = planned.folder / "words.toml";
    sitting.save(file);
    const Sitting again(file);
    EXPECT_TRUE(has_lane(again, name)) << text_of(file);
    EXPECT_EQ(again.what_if()->story, sitting.baseline()->story);
  }
}

TEST(OpeningASitting, SaysWhatIsWrongWithItsFile) {
  const PlannedFile planned;
  const auto problem_of = [&](const std::string& text) -> std::string {
    try {
      Sitting sitting(planned.folder.write("sitting.toml", text));
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  };
  std::string other = planned_text;
  other.insert(other.find("seed"), "baseline = \"nowhere.toml\"\n");
  EXPECT_THAT(problem_of(other), HasSubstr("sitting.toml:8: scenario.baseline: "));
  std::string longer = planned_text;
  longer.insert(longer.find("seed"), "baseline = \"planned.toml\"\n");
  EXPECT_EQ(problem_of(longer), "");
  longer.replace(longer.find("days = 40"), 9, "days = 41");
  EXPECT_THAT(problem_of(longer), HasSubstr("scenario.days: 41 differs from the baseline's"));
}

TEST(OpeningASitting, FindsABaselineInAnotherFolder) {
  const PlannedFile planned;
  std::string text = planned_text;
  text.insert(text.find("seed"), "baseline = \"../planned.toml\"\n");
  text.replace(text.find("from = 20"), 9, "from = 30");
  Sitting sitting(planned.folder.write("mine/sitting.toml", text));
  EXPECT_TRUE(sitting.edited());
  EXPECT_TRUE(lane_named(sitting, "offsite").changed);
  EXPECT_FALSE(lane_named(sitting, "Louder").changed);
  EXPECT_EQ(sitting.state().file, (planned.folder / "mine/sitting.toml").string());
}

}  // namespace
}  // namespace trust::viz
