// A year of each real network, from its files to the last day. Skipped where the data are not at hand.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "study/run.hpp"

namespace trust {
namespace {

struct RealNetwork {
  std::string folder;
  std::string organisation;  // the keys of [organisation]
  std::uint64_t ties;
};

// How test names show a case.
void PrintTo(const RealNetwork& network, std::ostream* out) { *out << network.folder; }

std::filesystem::path data() { return std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "../shared/data"; }

std::filesystem::path write_scenario(const RealNetwork& network) {
  const auto file = std::filesystem::path(testing::TempDir()) / ("year_of_" + network.folder + ".toml");
  std::ofstream out(file);
  const std::string folder = std::filesystem::absolute(data() / network.folder).lexically_normal().string();
  out << "[scenario]\nname = \"A year\"\nstory = \"A year of a real network.\"\ndays = 260\nreplicates = 4\n"
      << "seed = 5\n[organisation]\npeople = \"" << folder << "/nodes.csv\"\nties = \"" << folder << "/edges.csv\"\n"
      << network.organisation;
  return file;
}

class RealOrganisation : public testing::TestWithParam<RealNetwork> {};

TEST_P(RealOrganisation, LivesAYear) {
  if (!std::filesystem::exists(data() / GetParam().folder)) {
    GTEST_SKIP() << "../shared/data/" << GetParam().folder << " is not here";
  }
  const Scenario scenario = load_scenario(write_scenario(GetParam()));
  RunControl control;
  const RunResult result = run_scenario(scenario, options_of(scenario), control);
  EXPECT_EQ(result.ties, GetParam().ties);
  ASSERT_EQ(result.figures.daily_mean.size(), 261U);
  for (const Figures& day : result.figures.daily_mean) {
    for (const Measure measure : {Measure::trust, Measure::felt_trust, Measure::stress, Measure::engagement}) {
      const double value = day[static_cast<std::size_t>(measure)];
      EXPECT_TRUE(value > 0 && value < 1) << measure_row(measure).name << " is " << value;
    }
    const double hours =
        day[static_cast<std::size_t>(Measure::hours_inside)] + day[static_cast<std::size_t>(Measure::hours_outside)];
    EXPECT_NEAR(hours, 8.0, 1e-4);
    EXPECT_GT(day[static_cast<std::size_t>(Measure::output)], 0.0);
  }
  EXPECT_NE(result.replicate_hashes[0], result.replicate_hashes[1]);
}

INSTANTIATE_TEST_SUITE_P(
    All, RealOrganisation,
    testing::Values(RealNetwork{"krackhardt_hightech", "layer = \"advice\"\ncolumns = { team = \"dept\" }\n", 190},
                    RealNetwork{"radoslaw_manufacturing_email", "columns = { manager = \"reports_to\" }\n", 5783},
                    RealNetwork{"lazega_lawfirm", "layer = \"advice\"\ncolumns = { team = \"office\" }\n", 892},
                    RealNetwork{"email_eu_core", "columns = { team = \"dept\" }\n", 24929}),
    [](const auto& instance) { return instance.param.folder; });

}  // namespace
}  // namespace trust
