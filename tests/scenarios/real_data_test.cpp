// Real organisations, imported as a user would import them, against the figures published with the data.
#include <gtest/gtest.h>

#include <cmath>

#include "scenarios/describe.hpp"
#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

struct RealNetwork {
  const char* folder;
  const char* keys;  // below [organisation]
  Seat people;
  std::uint64_t arcs;
  double density, reciprocity, clustering_local;  // three decimals
  std::size_t teams;
  Seat leaders;
};

void PrintTo(const RealNetwork& network, std::ostream* out) { *out << network.folder; }

class RealData : public testing::TestWithParam<RealNetwork> {
 protected:
  static std::filesystem::path folder() {
    return std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "../shared/data" / GetParam().folder;
  }
  static Scenario load() {
    const std::string files =
        "people = '" + (folder() / "nodes.csv").string() + "'\nties = '" + (folder() / "edges.csv").string() + "'\n";
    return test::load(test::heading + "[organisation]\n" + files + GetParam().keys);
  }
  void SetUp() override {
    if (!std::filesystem::exists(folder())) GTEST_SKIP() << "no such folder here: " << folder();
  }
};

TEST_P(RealData, HasThePublishedFigures) {
  const RealNetwork& expected = GetParam();
  const Description found = describe(*load().organisation(0));
  EXPECT_EQ(found.people, expected.people);
  EXPECT_EQ(found.graph.nodes, expected.people);
  EXPECT_EQ(found.graph.arcs, expected.arcs);
  const double rounding = 0.0005001;
  EXPECT_NEAR(found.graph.density, expected.density, rounding);
  EXPECT_NEAR(found.graph.reciprocity, expected.reciprocity, rounding);
  EXPECT_NEAR(found.graph.clustering_local, expected.clustering_local, rounding);
  EXPECT_EQ(found.by_team.size(), expected.teams);
  EXPECT_EQ(found.leaders, expected.leaders);
}

TEST_P(RealData, TrustIsWithinTheStatedRange) {
  const Scenario scenario = load();
  for (const Tie& tie : scenario.imported->ties) {
    ASSERT_GE(tie.trust, 0.3F);
    ASSERT_LE(tie.trust, 0.8F);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Networks, RealData,
    testing::Values(
        RealNetwork{"krackhardt_hightech",
                    "layer = 'advice'\nmanager_layer = 'reports_to'\ncolumns = { team = 'dept' }\n"
                    "roles = { CEO = 'leader', 'Vice President' = 'leader', Manager = 'rep' }\n",
                    21, 190, .452, .474, .765, 5, 5},
        RealNetwork{"krackhardt_hightech", "layer = 'friendship'\ncolumns = { team = 'dept' }\n", 21, 102, .243, .451,
                    .566, 5, 0},
        RealNetwork{"radoslaw_manufacturing_email", "columns = { manager = 'reports_to' }\nweights = 'rank'\n", 167,
                    5783, .209, .876, .592, 35, 34},
        RealNetwork{
            "lazega_lawfirm",
            "layer = 'advice'\ncolumns = { team = 'office', function = 'practice', tenure_years = 'seniority_years' }\n"
            "roles = { partner = 'leader', associate = 'rep' }\n",
            71, 892, .179, .392, .522, 3, 1},
        RealNetwork{"lazega_lawfirm", "layer = 'cowork'\ncolumns = { team = 'office' }\n", 71, 1104, .222, .685, .509,
                    3, 0},
        RealNetwork{"email_eu_core", "columns = { team = 'dept' }\n", 1005, 24929, .025, .711, .399, 42, 0},
        RealNetwork{"aucs_department", "columns = { team = 'dept' }\nlayer = 'lunch'\n", 61, 386, .105, 1, .662, 11, 0},
        RealNetwork{"kapferer_tailor", "layer = 'work'\ntime = 2\n", 39, 147, .099, .707, .318, 1, 0}));

TEST(RealDataOther, ThePublishedDepthOfAHierarchyComesOut) {
  const auto folder = std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "../shared/data/radoslaw_manufacturing_email";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no such folder here: " << folder;
  const Scenario scenario =
      test::load(test::heading + "[organisation]\npeople = '" + (folder / "nodes.csv").string() + "'\nties = '" +
                 (folder / "edges.csv").string() + "'\ncolumns = { manager = 'reports_to' }\n");
  std::vector<int> people_at(6, 0);
  for (const Person& person : scenario.imported->people) ++people_at.at(person.level);
  EXPECT_EQ(people_at, (std::vector<int>{1 + 13, 11, 64, 33, 44, 1}));  // 13 stand outside the hierarchy
}

TEST(RealDataOther, APersonnelExportWithTitlesOfItsOwn) {
  const auto file =
      std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "../shared/data/ibm_hr_attrition_FICTIONAL/employees.csv";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no such file here: " << file;
  const Scenario scenario =
      test::load(test::heading + "[organisation]\npeople = '" + file.string() +
                 "'\ncolumns = { id = 'EmployeeNumber', role = 'JobRole', function = 'Department', tenure_years = "
                 "'YearsAtCompany' }\n"
                 "roles = { 'Sales Executive' = 'rep', 'sales representative' = 'bdr', manager = 'leader' }\n"
                 "default_role = 'marketer'\nteam_ties = true\n");
  const Description found = describe(*scenario.imported);
  EXPECT_EQ(found.people, 1470u);
  EXPECT_EQ(found.by_function.size(), 3u);
  EXPECT_FALSE(scenario.notes.empty());
}

}  // namespace
}  // namespace trust
