// What is exported can be read back, and is all there or not there at all.
#include "scenarios/export.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tests/scenarios/generated.hpp"
#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

using generated::department;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::set<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

/// A leader with one report, named to be awkward for every format.
Organisation awkward_pair() {
  Organisation organisation;
  organisation.roles = standard_roles();
  organisation.functions = {"sales"};
  organisation.teams = {{"Sales, \"North\" & <South>", 0, 0}};
  organisation.people.resize(2);
  organisation.people[0].id = "Zoë; O'Hara";
  organisation.people[0].role = 4;
  organisation.people[0].location = "5 > 4";
  organisation.people[1].id = "p|2";
  organisation.people[1].manager = 0;
  organisation.people[1].level = 1;
  organisation.people[1].skill = 0.1F;
  organisation.people[1].tenure_years = 1.0F / 3.0F;
  organisation.people[1].style_x = 0.25F;
  organisation.people[1].self_awareness = 0.75F;
  organisation.people[1].open = true;
  organisation.ties = {{1, 0, 0.7F}, {0, 1, 0.123456789F}};
  organisation.candidate_ties = 0.5F;  // as the loader has it
  return organisation;
}

Organisation read_back(const std::string& keys, const test::Folder& folder) {
  const auto file = folder.write("scenario.toml", test::heading + "[organisation]\n" + keys);
  return *load_scenario(file).organisation(0);
}

constexpr const char* as_tables = "people = \"people.csv\"\nties = \"ties.csv\"\nweights = \"as-trust\"\n";
constexpr const char* as_graph = "ties = \"organisation.graphml\"\nweights = \"as-trust\"\n";

TEST(Export, WritesThreeFilesAndNothingElse) {
  const test::Folder folder;
  export_organisation(generated::generate(department(20)), folder.path() / "new" / "folder");
  EXPECT_EQ(names_in(folder.path() / "new" / "folder"),
            (std::set<std::string>{"people.csv", "ties.csv", "organisation.graphml"}));
}

TEST(Export, WritesTheseColumns) {
  const test::Folder folder;
  export_organisation(awkward_pair(), folder.path());
  EXPECT_EQ(text_of(folder.path() / "people.csv"),
            "id,role,function,team,manager,level,tenure_years,skill,acumen,style_x,style_y,self_awareness,propensity,"
            "open,location\n"
            "\"Zoë; O'Hara\",leader,sales,\"Sales, \"\"North\"\" & <South>\",,0,0,0.6,0.5,0.5,0.5,0.5,0.5,no,5 > 4\n"
            "\"p|2\",rep,sales,\"Sales, \"\"North\"\" & <South>\",\"Zoë; O'Hara\",1,0.33333334,0.1,0.5,0.25,0.5,0.75,"
            "0.5,yes,\n");
  EXPECT_EQ(text_of(folder.path() / "ties.csv"),
            "source,target,weight,kind\n"
            "\"p|2\",\"Zoë; O'Hara\",0.7,manager\n"
            "\"Zoë; O'Hara\",\"p|2\",0.12345679,report\n");
  const std::string graph = text_of(folder.path() / "organisation.graphml");
  EXPECT_THAT(graph, StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml"));
  EXPECT_THAT(graph, HasSubstr("<data key=\"team\">Sales, &quot;North&quot; &amp; &lt;South&gt;</data>"));
  EXPECT_THAT(graph, HasSubstr("<edge source=\"p|2\" target=\"Zoë; O'Hara\"><data key=\"weight\">0.7</data>"));
}

TEST(Export, ComesBackBitForBitFromTables) {
  for (const std::uint32_t people : {1u, 2u, 3u, 20u, 120u, 700u}) {
    const test::Folder folder;
    const Organisation organisation =
        generated::generate(people < 8 ? GeneratorSpec{{{"rep", people}}} : department(people));
    export_organisation(organisation, folder.path());
    EXPECT_EQ(digest(read_back(as_tables, folder)), digest(organisation)) << people;
  }
}

TEST(Export, ComesBackBitForBitFromTheGraph) {
  const test::Folder folder;
  const Organisation organisation = generated::generate(department(120));
  export_organisation(organisation, folder.path());
  EXPECT_EQ(digest(read_back(as_graph, folder)), digest(organisation));
}

TEST(Export, KeepsOpenSeatsAndWhatSetsPeopleApart) {
  GeneratorSpec spec = department(60);
  spec.open_seats = 0.3;
  const test::Folder folder;
  const Organisation organisation = generated::generate(spec);
  export_organisation(organisation, folder.path());
  for (const char* const keys : {as_tables, as_graph}) {
    const Organisation back = read_back(keys, folder);
    ASSERT_EQ(back.people.size(), organisation.people.size());
    for (Seat seat = 0; seat < organisation.seats(); ++seat) {
      EXPECT_EQ(back.people[seat].open, organisation.people[seat].open);
      EXPECT_EQ(back.people[seat].style_x, organisation.people[seat].style_x);
      EXPECT_EQ(back.people[seat].propensity, organisation.people[seat].propensity);
    }
    EXPECT_EQ(digest(back), digest(organisation));
  }
}

TEST(Export, KeepsAwkwardNames) {
  const test::Folder folder;
  const Organisation organisation = awkward_pair();
  export_organisation(organisation, folder.path());
  EXPECT_EQ(digest(read_back(as_tables, folder)), digest(organisation));
  EXPECT_EQ(digest(read_back(as_graph, folder)), digest(organisation));
}

TEST(Export, ReplacesWhatWasThere) {
  const test::Folder folder;
  folder.write("people.csv", "old");
  export_organisation(generated::generate(department(20)), folder.path());
  EXPECT_THAT(text_of(folder.path() / "people.csv"), StartsWith("id,role"));
}

void expect_failure(const std::filesystem::path& folder, const std::string& named) {
  try {
    export_organisation(generated::generate(department(20)), folder);
    ADD_FAILURE() << "no error";
  } catch (const std::filesystem::filesystem_error& error) {
    EXPECT_THAT(error.what(), HasSubstr(named));
  }
}

TEST(Export, SaysThatTheFolderIsAFile) {
  const test::Folder folder;
  const auto file = folder.write("taken", "text");
  expect_failure(file, "taken");
  EXPECT_EQ(text_of(file), "text");
}

TEST(Export, LeavesNothingWhereAFileIsAFolder) {
  const test::Folder folder;
  std::filesystem::create_directory(folder.path() / "organisation.graphml");
  expect_failure(folder.path(), "organisation.graphml");
  EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"organisation.graphml"});
}

TEST(Export, LeavesNothingOnAFullDisk) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full here";
  const test::Folder folder;
  folder.write("people.csv", "old");
  std::filesystem::create_symlink("/dev/full", folder.path() / "ties.csv.part");
  expect_failure(folder.path(), "ties.csv");
  EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"people.csv"});
  EXPECT_EQ(text_of(folder.path() / "people.csv"), "old");
}

TEST(Export, SaysThatTheFolderIsReadOnly) {
  const test::Folder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  if (access(folder.path().c_str(), W_OK) == 0) GTEST_SKIP() << "this user may write everywhere";
  expect_failure(folder.path(), "people.csv");
  EXPECT_THAT(names_in(folder.path()), IsEmpty());
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace trust
