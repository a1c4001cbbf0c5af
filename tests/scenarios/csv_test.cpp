#include "scenarios/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace trust {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Cells = std::vector<std::string>;

struct Read {
  Cells headings;
  int heading_line = 0;
  std::vector<Cells> rows;
  std::vector<int> lines;
  std::vector<Problem> problems;
};

Read read(const std::string& text, char separator = 0) {
  Problems problems;
  CsvReader reader("x.csv", text, problems, separator);
  Read result{reader.headings(), reader.heading_line(), {}, {}, {}};
  for (Row row; reader.next(row);) {
    result.rows.emplace_back(row.cells.begin(), row.cells.end());
    result.lines.push_back(row.line);
  }
  try {
    problems.throw_if_any();
  } catch (const InputError& error) {
    result.problems = error.problems();
  }
  return result;
}

TEST(Csv, ReadsRowsUnderHeadings) {
  const Read csv = read("id,Job Role\n1,rep\n2,leader\n");
  EXPECT_THAT(csv.headings, ElementsAre("id", "Job Role"));
  EXPECT_THAT(csv.rows, ElementsAre(Cells{"1", "rep"}, Cells{"2", "leader"}));
  EXPECT_THAT(csv.lines, ElementsAre(2, 3));
}

TEST(Csv, QuotedCellsHoldAnything) {
  const Read csv = read("id,note\n1,\"a, b\"\n2,\"she said \"\"no\"\"\"\n3,\"two\nlines\"\n4,\"\"\n5,x\n");
  EXPECT_THAT(csv.rows, ElementsAre(Cells{"1", "a, b"}, Cells{"2", "she said \"no\""}, Cells{"3", "two\nlines"},
                                    Cells{"4", ""}, Cells{"5", "x"}));
  EXPECT_THAT(csv.lines, ElementsAre(2, 3, 4, 6, 7));  // a line end within quotes counts
  EXPECT_TRUE(csv.problems.empty());
}

TEST(Csv, AnyLineEndWillDo) {
  const std::vector<Cells> rows{{"1", "x"}, {"2", "y"}};
  EXPECT_EQ(read("a,b\r\n1,x\r\n2,y\r\n").rows, rows);
  EXPECT_EQ(read("a,b\r1,x\r2,y").rows, rows);
  EXPECT_EQ(read("a,b\n1,x\n2,y").rows, rows);
  EXPECT_THAT(read("a,b\r\n1,x\r\n2,y\r\n").lines, ElementsAre(2, 3));
}

TEST(Csv, BlankLinesAndEmptyRowsAreSkipped) {
  const Read csv = read("\n\na,b\n\n1,x\n,\n   \n2,y\n\n");
  EXPECT_EQ(csv.heading_line, 3);
  EXPECT_THAT(csv.rows, ElementsAre(Cells{"1", "x"}, Cells{"2", "y"}));
  EXPECT_THAT(csv.lines, ElementsAre(5, 8));
}

TEST(Csv, SeparatorIsSeenInTheHeading) {
  EXPECT_THAT(read("a;b;c\n1;x,y;2\n").rows, ElementsAre(Cells{"1", "x,y", "2"}));
  EXPECT_THAT(read("a\tb\n1\t\n").rows, ElementsAre(Cells{"1", ""}));
  EXPECT_THAT(read("a|b\n1|2\n").rows, ElementsAre(Cells{"1", "2"}));
  EXPECT_THAT(read("\"x,y,z\";b\n1;2\n").headings, ElementsAre("x,y,z", "b"));  // quoted ones do not count
  EXPECT_THAT(read("sep=;\na,b;c\n1;2\n").rows, ElementsAre(Cells{"1", "2"}));
  EXPECT_THAT(read("a;b,c\n1;2,3\n", ',').rows, ElementsAre(Cells{"1;2", "3"}));
}

TEST(Csv, OuterBlanksAndTrailingEmptyCellsDoNotCount) {
  const Read csv = read(" a , b ,\n 1 , \"x\" ,\n2,y,,\n");
  EXPECT_THAT(csv.headings, ElementsAre("a", "b"));
  EXPECT_THAT(csv.rows, ElementsAre(Cells{"1", "x"}, Cells{"2", "y"}));
  EXPECT_TRUE(csv.problems.empty());
}

TEST(Csv, EveryRowOfAnotherLengthIsReportedAndTheOthersRead) {
  const Read csv = read("a,b\n1,x\n2\n3,y,z\n4,w\n");
  EXPECT_THAT(csv.rows, ElementsAre(Cells{"1", "x"}, Cells{"4", "w"}));
  ASSERT_EQ(csv.problems.size(), 2u);
  EXPECT_EQ(to_string(csv.problems[0]), "x.csv:3: the row has 1 cells; 2 cells, as in the heading (line 1)");
  EXPECT_EQ(csv.problems[1].line, 4);
}

TEST(Csv, AQuoteThatNeverClosesIsReportedWhereItOpens) {
  const Read csv = read("a,b\n1,x\n2,\"y\n3,z\n");
  ASSERT_EQ(csv.problems.size(), 1u);
  EXPECT_EQ(csv.problems[0].line, 3);
  EXPECT_THAT(csv.problems[0].what, HasSubstr("never ends"));
  EXPECT_EQ(csv.rows.size(), 1u);
}

TEST(Csv, TextAfterAClosingQuoteIsReported) {
  const Read csv = read("a,b\n\"x\"y,1\nz,2\n");
  ASSERT_EQ(csv.problems.size(), 1u);
  EXPECT_EQ(csv.problems[0].line, 2);
  EXPECT_THAT(csv.rows, ElementsAre(Cells{"z", "2"}));
}

TEST(Csv, AQuoteInsideAPlainCellIsItself) {
  EXPECT_THAT(read("a,b\n5\" screen,2\n").rows, ElementsAre(Cells{"5\" screen", "2"}));
}

// Whatever cells hold (line ends as LF), writing and reading gives them back.
TEST(Csv, WritingAndReadingGivesTheCellsBack) {
  std::mt19937 random(7);  // NOLINT: the same texts every time
  const std::string alphabet = "ab1 ,;\t|\"\n\xC3\xA9";
  for (int round = 0; round < 2000; ++round) {
    std::vector<Cells> rows(1 + random() % 4, Cells(3));
    std::string text = "h1,h2,h3\n";
    for (Cells& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        row[i] = i == 0 ? "x" : "";  // so that no row is empty
        for (auto n = random() % 6; n > 0; --n) row[i] += alphabet[random() % alphabet.size()];
        text += (i ? "," : "") + csv_cell(row[i]);
        while (!row[i].empty() && std::string(" \t\n").find(row[i].back()) != std::string::npos) row[i].pop_back();
        while (!row[i].empty() && std::string(" \t\n").find(row[i].front()) != std::string::npos) row[i].erase(0, 1);
      }
      text += '\n';
    }
    const Read csv = read(text, ',');
    ASSERT_EQ(csv.rows, rows) << text;
    ASSERT_TRUE(csv.problems.empty()) << text;
  }
}

}  // namespace
}  // namespace trust
