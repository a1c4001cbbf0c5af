#include "study/output_file.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::TemporaryFolder;
using test::text_of;

TEST(OutputFile, WritesShortestNumbersThatReadBack) {
  const TemporaryFolder folder;
  OutputFile file(folder / "numbers.csv");
  for (const double number : {0.1, 1.0 / 3, 1e-7, 0.0, -2.5}) file.cell(number);
  file.cell(std::nan(""));
  file.cell(std::uint64_t{18446744073709551615u});
  file.end_row();
  file.close();
  EXPECT_EQ(text_of(folder / "numbers.csv"), "0.1,0.3333333333333333,1e-07,0,-2.5,,18446744073709551615\n");
}

TEST(OutputFile, QuotesWhatWouldBreakARow) {
  const TemporaryFolder folder;
  OutputFile file(folder / "words.csv");
  for (const char* word : {"plain", "Smith, Ann", "the \"boss\""}) file.cell(word);
  file.end_row();
  file.close();
  EXPECT_EQ(text_of(folder / "words.csv"), "plain,\"Smith, Ann\",\"the \"\"boss\"\"\"\n");
}

TEST(OutputFile, AnEmptyFirstCellStillCounts) {
  const TemporaryFolder folder;
  OutputFile file(folder / "a.csv");
  file.cell("");
  file.cell("b");
  file.end_row();
  file.close();
  EXPECT_EQ(text_of(folder / "a.csv"), ",b\n");
}

TEST(OutputFile, WritesMoreThanItsBufferHolds) {
  const TemporaryFolder folder;
  OutputFile file(folder / "long.csv");
  std::string expected;
  for (std::uint64_t row = 0; row < 50'000; ++row) {
    file.cell(row);
    file.end_row();
    expected += std::to_string(row) + "\n";
  }
  file.close();
  EXPECT_EQ(text_of(folder / "long.csv"), expected);
}

TEST(OutputFile, AFullDiskIsAnError) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  OutputFile small("/dev/full");
  small.write("a few bytes");
  EXPECT_THROW(small.close(), OutputError);
  OutputFile large("/dev/full");
  EXPECT_THROW(
      {
        for (int i = 0; i < 1000; ++i) large.write(std::string(1000, 'x'));
        large.close();
      },
      OutputError);
}

TEST(OutputFile, SaysWhichFileAndWhy) {
  try {
    OutputFile file("/no/such/folder/file.csv");
    FAIL() << "opened";
  } catch (const OutputError& error) {
    EXPECT_STREQ(error.what(), "/no/such/folder/file.csv: cannot be written: No such file or directory");
  }
}

}  // namespace
}  // namespace trust
