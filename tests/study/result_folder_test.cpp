#include "study/result_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/output_file.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::TemporaryFolder;
using test::text_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void fill(const ResultFolder& folder, const std::string& text) {
  OutputFile file(folder.file("manifest.json"));
  file.write(text);
  file.close();
}

std::string refusal(const std::filesystem::path& folder) {
  try {
    const ResultFolder refused(folder);
    return "not refused";
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST(ResultFolder, AppearsWholeWhenItIsCommitted) {
  const TemporaryFolder place;
  ResultFolder folder(place / "out");
  fill(folder, "new");
  EXPECT_FALSE(std::filesystem::exists(place / "out"));
  folder.commit();
  EXPECT_THAT(place.names(), ElementsAre("out"));
  EXPECT_EQ(text_of(place / "out/manifest.json"), "new");
}

TEST(ResultFolder, LeavesNothingWithoutCommit) {
  const TemporaryFolder place;
  { fill(ResultFolder(place / "deep/er/out"), "new"); }
  EXPECT_THAT(place.names(), IsEmpty());
}

TEST(ResultFolder, MakesTheFoldersAbove) {
  const TemporaryFolder place;
  ResultFolder folder(place / "deep/er/out/");
  fill(folder, "new");
  folder.commit();
  EXPECT_EQ(text_of(place / "deep/er/out/manifest.json"), "new");
}

TEST(ResultFolder, KeepsFoldersThatOthersUseByNow) {
  const TemporaryFolder place;
  {
    const ResultFolder folder(place / "shared/mine");
    place.write("shared/theirs/manifest.json", "theirs");
  }
  EXPECT_EQ(text_of(place / "shared/theirs/manifest.json"), "theirs");
}

TEST(ResultFolder, ReplacesAnEarlierRun) {
  const TemporaryFolder place;
  place.write("out/manifest.json", "old");
  place.write("out/daily.csv", "old");
  ResultFolder folder(place / "out");
  fill(folder, "new");
  EXPECT_EQ(text_of(place / "out/manifest.json"), "old");
  folder.commit();
  EXPECT_THAT(place.names(), ElementsAre("out"));
  EXPECT_EQ(text_of(place / "out/manifest.json"), "new");
  EXPECT_FALSE(std::filesystem::exists(place / "out/daily.csv"));
}

TEST(ResultFolder, KeepsTheEarlierRunWithoutCommit) {
  const TemporaryFolder place;
  place.write("out/manifest.json", "old");
  { fill(ResultFolder(place / "out"), "new"); }
  EXPECT_THAT(place.names(), ElementsAre("out"));
  EXPECT_EQ(text_of(place / "out/manifest.json"), "old");
}

TEST(ResultFolder, FillsAnEmptyFolder) {
  const TemporaryFolder place;
  std::filesystem::create_directory(place / "out");
  ResultFolder folder(place / "out");
  fill(folder, "new");
  folder.commit();
  EXPECT_EQ(text_of(place / "out/manifest.json"), "new");
}

TEST(ResultFolder, FollowsALink) {
  const TemporaryFolder place;
  std::filesystem::create_directory(place / "real");
  std::filesystem::create_directory_symlink(place / "real", place / "link");
  ResultFolder folder(place / "link");
  fill(folder, "new");
  folder.commit();
  EXPECT_TRUE(std::filesystem::is_symlink(place / "link"));
  EXPECT_EQ(text_of(place / "real/manifest.json"), "new");
}

TEST(ResultFolder, RefusesForeignFiles) {
  const TemporaryFolder place;
  place.write("out/thesis.txt", "years of work");
  EXPECT_THAT(refusal(place / "out"), HasSubstr("thesis.txt"));
  place.write("out/manifest.json", "{}");
  EXPECT_THAT(refusal(place / "out"), HasSubstr("thesis.txt"));
  EXPECT_EQ(text_of(place / "out/thesis.txt"), "years of work");
}

TEST(ResultFolder, RefusesFoldersInsideAnEarlierRun) {
  const TemporaryFolder place;
  place.write("out/manifest.json", "{}");
  place.write("out/daily.csv/inner.txt", "mine");
  EXPECT_THAT(refusal(place / "out"), HasSubstr("daily.csv"));
}

TEST(ResultFolder, RefusesTablesOfUnknownOrigin) {
  const TemporaryFolder place;
  place.write("out/people.csv", "our HR export");
  EXPECT_THAT(refusal(place / "out"), HasSubstr("no manifest.json"));
}

TEST(ResultFolder, RefusesWhatIsNoFolder) {
  const TemporaryFolder place;
  place.write("file", "text");
  EXPECT_THAT(refusal(place / "file"), HasSubstr("is a file"));
  EXPECT_THAT(refusal(place / "file/out"), HasSubstr("cannot be"));
  EXPECT_THAT(refusal(""), HasSubstr("no folder is named"));
  EXPECT_THAT(refusal("/"), HasSubstr("is the folder that you are in, or lies above it"));
  EXPECT_THAT(refusal(std::filesystem::current_path()), HasSubstr("is the folder that you are in"));
  std::filesystem::create_symlink(place / "nowhere", place / "dangling");
  EXPECT_THAT(refusal(place / "dangling"), HasSubstr("link to nowhere"));
  EXPECT_THAT(place.names(), ElementsAre("dangling", "file"));
}

TEST(ResultFolder, RefusesWhereNothingCanBeCreated) {
  if (!std::filesystem::exists("/proc/self")) GTEST_SKIP() << "no /proc here";
  EXPECT_THAT(refusal("/proc/trustsim-results"), HasSubstr("cannot be written"));
}

}  // namespace
}  // namespace trust
