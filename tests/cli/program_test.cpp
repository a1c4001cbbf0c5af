// The program from outside: what it prints and returns where all is well.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "models/measures.hpp"
#include "tests/cli/program_runner.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using nlohmann::json;
using test::generated_text;
using test::Outcome;
using test::run_trustsim;
using test::TemporaryFolder;
using test::text_of;
using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;
using testing::UnorderedElementsAre;

class Program : public testing::Test {
 protected:
  json run_json(const std::vector<std::string>& more) {
    std::vector<std::string> words = {"run", small_, "--json"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = run_trustsim(words);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    return json::parse(outcome.out);
  }

  TemporaryFolder place_;
  std::string small_ = place_.write("small.toml", generated_text()).string();
  std::string praise_ =
      place_.write("praise.toml", generated_text("[levers]\n\"recognition.propensity\" = 0.9\n")).string();
};

TEST_F(Program, SaysWhoItIs) {
  EXPECT_THAT(run_trustsim({"--version"}).out, MatchesRegex("trustsim [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  const Outcome help = run_trustsim({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_EQ(help.err, "");
  EXPECT_LE(std::count(help.out.begin(), help.out.end(), '\n'), 24);
}

TEST_F(Program, EveryCommandHasHelp) {
  for (const char* command : {"run", "compare", "check", "describe", "docs", "generate", "trace", "verify", "query",
                              "export", "sweep", "branch"}) {
    const Outcome help = run_trustsim({command, "--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_THAT(help.out, HasSubstr(std::string("Example:\n  trustsim ") + command));
  }
}

TEST_F(Program, RunPrintsATableThatAManagerCanRead) {
  const Outcome outcome = run_trustsim({"run", small_}, {"LC_ALL=C.UTF-8"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  for (const char* label :
       {"Trust", "Stress", "Engagement", "Hours inside", "Hours outside", "Output", "day 0", "day 6", "90 % range",
        "State hash", "12 replicates in 3 organisations", "seed 7", "->", "Units:"}) {
    EXPECT_THAT(outcome.out, HasSubstr(label));
  }
  EXPECT_TRUE(outcome.out.find("█") != std::string::npos);
}

TEST_F(Program, PlainTerminalsGetAscii) {
  for (const char* locale : {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=de_DE.ISO-8859-1"}) {
    const std::string table = run_trustsim({"run", small_}, {locale}).out;
    EXPECT_TRUE(std::all_of(table.begin(), table.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }));
  }
}

TEST_F(Program, JsonIsOneObjectWithEverythingPromised) {
  const json result = run_json({});
  EXPECT_EQ(result["scenario"], "Small");
  EXPECT_EQ(result["seed"], 7);
  EXPECT_EQ(result["replicates"], 12);
  EXPECT_EQ(result["days"], 6);
  EXPECT_GT(result["seconds"], 0);
  EXPECT_THAT(result["state_hash"].get<std::string>(), MatchesRegex("[0-9a-f]{16}"));
  ASSERT_EQ(result["replicate_hashes"].size(), 12u);
  for (const auto& hash : result["replicate_hashes"])
    EXPECT_THAT(hash.get<std::string>(), MatchesRegex("[0-9a-f]{16}"));
  ASSERT_EQ(result["measures"].size(), measure_count);
  for (const MeasureRow& row : measures()) {
    const json& measure = result["measures"][std::string(row.name)];
    EXPECT_LE(measure["low"], measure["high"]) << row.name;
    EXPECT_TRUE(measure["first"].is_number());
    EXPECT_TRUE(measure["last"].is_number());
  }
}

TEST_F(Program, OptionsTakeTheScenariosPlace) {
  const json result = run_json({"--seed", "99", "--days", "3", "--replicates", "5"});
  EXPECT_EQ(result["seed"], 99);
  EXPECT_EQ(result["days"], 3);
  EXPECT_EQ(result["replicate_hashes"].size(), 5u);
  EXPECT_NE(run_json({})["state_hash"], run_json({"--set", "recognition.propensity=0.9"})["state_hash"]);
  EXPECT_EQ(run_json({"--set", "recognition.propensity=0.9"})["replicate_hashes"],
            json::parse(run_trustsim({"run", praise_, "--json"}).out)["replicate_hashes"]);
}

TEST_F(Program, ThreadsAndRepeatsChangeNothing) {
  const json expected = run_json({"--threads", "1"});
  for (const char* threads : {"1", "2", "4", "7"}) {
    const json result = run_json({"--threads", threads});
    EXPECT_EQ(result["state_hash"], expected["state_hash"]);
    EXPECT_EQ(result["measures"], expected["measures"]);
  }
}

TEST_F(Program, AReplicateAloneIsTheSame) {
  const json alone = run_json({"--first-replicate", "5", "--replicates", "1"});
  EXPECT_EQ(alone["replicate_hashes"][0], run_json({})["replicate_hashes"][5]);
}

TEST_F(Program, OtherLanguagesDoNotChangeNumbers) {
  const Outcome german = run_trustsim({"run", small_, "--json"}, {"LC_ALL=de_DE.UTF-8", "LC_NUMERIC=de_DE.UTF-8"});
  EXPECT_EQ(json::parse(german.out)["measures"], run_json({})["measures"]);
}

TEST_F(Program, ComparePairsTheLuck) {
  const Outcome outcome = run_trustsim({"compare", small_, "--what-if", praise_, "--json"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const json result = json::parse(outcome.out);
  ASSERT_EQ(result["effects"].size(), measure_count);
  const json& trust = result["effects"]["trust"];
  EXPECT_GT(trust["difference"], 0);
  EXPECT_LE(trust["low"], trust["difference"]);
  EXPECT_GE(trust["high"], trust["difference"]);
  EXPECT_GE(trust["better"], 0);
  EXPECT_LE(trust["better"], 1);
  EXPECT_EQ(result["what_if_state_hash"], json::parse(run_trustsim({"run", praise_, "--json"}).out)["state_hash"]);
}

TEST_F(Program, CompareWithItselfIsExactlyZero) {
  const json result = json::parse(run_trustsim({"compare", small_, "--what-if", small_, "--json"}).out);
  for (const auto& [name, effect] : result["effects"].items()) {
    for (const char* part : {"difference", "low", "high", "better"}) EXPECT_EQ(effect[part], 0.0) << name;
  }
  EXPECT_EQ(result["baseline_state_hash"], result["what_if_state_hash"]);
}

TEST_F(Program, CompareSaysWhatItMeans) {
  const std::string card = run_trustsim({"compare", small_, "--what-if", praise_}).out;
  EXPECT_THAT(card,
              AllOf(StartsWith("Small"), HasSubstr("difference"), HasSubstr("95 % interval"), HasSubstr("better in"),
                    HasSubstr("Net money"), HasSubstr("Pairing: "), HasSubstr("3 organisations, which the")));
  EXPECT_THAT(run_trustsim({"compare", small_, "--what-if", praise_, "--replicates", "4"}).out,
              AllOf(Not(HasSubstr("which the intervals")), HasSubstr("4 replicates of one organisation")));
  EXPECT_THAT(run_trustsim({"compare", small_, "--what-if", praise_, "--replicates", "1"}).out,
              HasSubstr("no interval"));
}

TEST_F(Program, CompareIsShortUnlessAskedForAll) {
  const std::string card = run_trustsim({"compare", small_, "--what-if", praise_}).out;
  const std::string all = run_trustsim({"compare", small_, "--what-if", praise_, "--all"}).out;
  for (const MeasureRow& row : measures()) EXPECT_THAT(all, HasSubstr("  " + std::string(row.label) + " "));
  EXPECT_LE(std::count(card.begin(), card.end(), '\n'), 45);
  EXPECT_GT(std::count(all.begin(), all.end(), '\n'), std::count(card.begin(), card.end(), '\n') + 20);
}

TEST_F(Program, CompareTakesSeveralPlansAndRules) {
  const std::string plan = place_.write("plan.toml", "[[intervention]]\nkind = \"poster\"\nfrom = 2\n").string();
  const std::vector<std::string> words = {"compare",   small_,    "--what-if", praise_,
                                          "--what-if", plan,      "--what-if", "appreciation:from=2,strength=0.5",
                                          "--rules",   "beta,abi"};
  std::vector<std::string> as_json = words;
  as_json.emplace_back("--json");
  const json result = json::parse(run_trustsim(as_json).out);
  ASSERT_EQ(result["what_ifs"].size(), 3U);
  EXPECT_EQ(result["what_ifs"][1]["what_if"], "plan");
  EXPECT_EQ(result["what_ifs"][2]["what_if"], "appreciation:from=2,strength=0.5");
  EXPECT_EQ(result["rules"].size(), 2U);
  EXPECT_EQ(result["rules"]["beta"][0]["effects"]["trust"]["difference"],
            result["what_ifs"][0]["effects"]["trust"]["difference"]);
  const json alone =
      json::parse(run_trustsim({"compare", small_, "--what-if", praise_, "--rule", "abi", "--json"}).out);
  EXPECT_EQ(result["rules"]["abi"][0]["effects"]["trust"]["low"], alone["effects"]["trust"]["low"]);
  EXPECT_EQ(alone["effects"]["trust"]["daily"]["difference"].size(), 7U);
  EXPECT_THAT(run_trustsim(words).out,
              AllOf(HasSubstr("Under each rule of trust: plan"), HasSubstr("3. appreciation:from=2,strength=0.5")));
}

TEST_F(Program, CompareUnderUncertaintyPrintsBothBands) {
  const std::string card = run_trustsim({"compare", small_, "--what-if", praise_, "--uncertain"}).out;
  EXPECT_THAT(card, AllOf(HasSubstr("luck alone"), HasSubstr("luck and parameters"), HasSubstr("rest on [design]")));
}

TEST_F(Program, CompareKeepsItsRunsOnce) {
  const std::string store = (place_ / "runs.sqlite").string();
  for (int time = 0; time < 2; ++time) {
    const Outcome outcome = run_trustsim({"compare", small_, "--what-if", praise_, "--out", store});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    const Outcome counts = run_trustsim({"query", store, "--csv",
                                         "SELECT (SELECT count(*) FROM studies), (SELECT count(*) FROM designs), "
                                         "(SELECT count(*) FROM runs)"});
    EXPECT_THAT(counts.out, HasSubstr("1,2,24")) << counts.err;
  }
  const json result = json::parse(run_trustsim({"compare", small_, "--what-if", praise_, "--json"}).out);
  const Outcome mean = run_trustsim({"query", store, "--json",
                                     "SELECT avg(value) AS trust FROM measures JOIN runs USING (run_id) WHERE "
                                     "name = 'trust' AND day = 6 AND design_id = 2"});
  EXPECT_NEAR(json::parse(mean.out)[0]["trust"].get<double>(), result["effects"]["trust"]["what_if"].get<double>(),
              1e-12)
      << mean.out;
}

TEST_F(Program, CheckSaysWhatItRead) {
  const Outcome outcome = run_trustsim({"check", praise_});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, AllOf(StartsWith("OK: Small\n"), HasSubstr("1 lever setting"), HasSubstr("6 working days")));
}

TEST_F(Program, DescribeGivesTheNetwork) {
  const Outcome outcome = run_trustsim({"describe", small_, "--json"});
  EXPECT_EQ(outcome.exit_code, 0);
  const json result = json::parse(outcome.out);
  for (const char* key : {"nodes", "arcs", "density", "reciprocity", "transitivity", "clustering_global",
                          "clustering_local", "components"}) {
    EXPECT_TRUE(result[key].is_number()) << key;
  }
  EXPECT_EQ(result["by_role"]["rep"], 16);
  EXPECT_THAT(run_trustsim({"describe", small_}).out, AllOf(HasSubstr("rep"), HasSubstr("clustering_local")));
}

TEST_F(Program, DocsPrintsItsPages) {
  EXPECT_THAT(run_trustsim({"docs", "parameters"}).out, HasSubstr("recognition.propensity"));
  EXPECT_THAT(run_trustsim({"docs", "schedule"}).out, HasSubstr("| phase |"));
}

TEST_F(Program, GenerateWritesWhatTheLoaderReads) {
  const std::string out = (place_ / "people").string();
  ASSERT_EQ(run_trustsim({"generate", small_, "--out", out, "--draw", "2"}).exit_code, 0);
  place_.write("people/again.toml",
               "[scenario]\nname = \"Again\"\nstory = \"Imported.\"\n\n[organisation]\npeople = \"people.csv\"\n"
               "ties = \"ties.csv\"\nweights = \"as-trust\"\n");
  const json made = json::parse(run_trustsim({"describe", small_, "--json", "--draw", "2"}).out);
  const Outcome read = run_trustsim({"describe", out + "/again.toml", "--json"});
  ASSERT_EQ(read.exit_code, 0) << read.err;
  json again = json::parse(read.out);
  for (const char* key : {"people", "by_role", "by_team", "arcs", "reciprocity", "transitivity", "trust_mean"}) {
    EXPECT_EQ(again[key], made[key]) << key;
  }
}

TEST_F(Program, OutHoldsTheRun) {
  const std::string out = (place_ / "out").string();
  const Outcome outcome = run_trustsim({"run", small_, "--out", out});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("Results in "));
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(out)) names.push_back(entry.path().filename());
  EXPECT_THAT(names,
              UnorderedElementsAre("manifest.json", "daily.csv", "people.csv", "ties.csv", "blocks.csv", "hashes.csv"));
  const json manifest = json::parse(text_of(out + "/manifest.json"));
  EXPECT_EQ(manifest["state_hash"], run_json({})["state_hash"]);
  EXPECT_EQ(manifest["replicate_hashes"], run_json({})["replicate_hashes"]);
}

TEST_F(Program, TraceFindsWhereRunsPart) {
  const std::string a = (place_ / "a").string();
  const std::string b = (place_ / "b").string();
  const std::string c = (place_ / "c").string();
  run_trustsim({"run", small_, "--out", a, "--threads", "1"});
  run_trustsim({"run", small_, "--out", b, "--threads", "4", "--first-replicate", "5", "--replicates", "3"});
  run_trustsim({"run", praise_, "--out", c});
  const Outcome same = run_trustsim({"trace", a, b});
  EXPECT_EQ(same.exit_code, 0);
  EXPECT_THAT(same.out, AllOf(HasSubstr("The runs agree."), HasSubstr("21 replicate-days compared; 63 only in A")));
  const Outcome differ = run_trustsim({"trace", a, c});
  EXPECT_EQ(differ.exit_code, 1);
  EXPECT_THAT(differ.out, HasSubstr("first differ on day 0, in replicate 0, in column word_before"));
}

TEST_F(Program, QuietAndJsonRunsSayNothingOnTheErrorStream) {
  EXPECT_EQ(run_trustsim({"run", small_, "--quiet"}).err, "");
  EXPECT_EQ(run_trustsim({"run", small_, "--json"}).err, "");
}

TEST_F(Program, CtrlCStopsALongRunAndLeavesNothing) {
  for (const auto& [signal, code] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143)}) {
    const Outcome outcome =
        run_trustsim({"run", small_, "--replicates", "1000000", "--days", "13000", "--out", (place_ / "out").string()},
                     {}, 700, signal);
    EXPECT_EQ(outcome.exit_code, code) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("nothing was written"));
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(place_.names(), UnorderedElementsAre("small.toml", "praise.toml"));
  }
}

}  // namespace
}  // namespace trust
