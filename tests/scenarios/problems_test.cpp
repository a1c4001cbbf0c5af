#include "scenarios/problems.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/words.hpp"

namespace trust {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

TEST(Problem, SaysWhereWhatAndWhatIsAccepted) {
  EXPECT_EQ(to_string({"a.toml", 3, "scenario.days", "is 0", "a whole number 1 .. 13000"}),
            "a.toml:3: scenario.days: is 0; a whole number 1 .. 13000");
  EXPECT_EQ(to_string({"a.csv", 0, "", "is empty", ""}), "a.csv: is empty");
}

TEST(Problems, AreThrownAllAtOnceByFileThenLine) {
  Problems problems;
  EXPECT_NO_THROW(problems.throw_if_any());
  problems.open("a");
  problems.add({"b", 2, "", "second of b", ""});
  problems.add({"a", 9, "", "last of a", ""});
  problems.add({"b", 1, "", "first of b", ""});
  problems.add({"a", 1, "", "first of a", ""});
  try {
    problems.throw_if_any();
    FAIL() << "nothing thrown";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "a:1: first of a\na:9: last of a\nb:1: first of b\nb:2: second of b");
    EXPECT_EQ(error.total(), 4u);
  }
}

TEST(Problems, ListFiftyAndCountTheRest) {
  Problems problems;
  for (int line = 1; line <= 3000; ++line) problems.add({"x.csv", line, "", "is wrong", ""});
  try {
    problems.throw_if_any();
    FAIL() << "nothing thrown";
  } catch (const InputError& error) {
    const std::string text = error.what();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 50);
    EXPECT_THAT(text, HasSubstr("x.csv:50: is wrong"));
    EXPECT_THAT(text, EndsWith("... and 2950 more; 3000 mistakes in all"));
    EXPECT_EQ(error.problems().size(), Problems::kept);
    EXPECT_EQ(error.total(), 3000u);
  }
}

TEST(Nearest, FindsSlipsOfTheHand) {
  const std::vector<std::string> known{"name", "days", "replicates", "recognition.propensity", "trust.gain"};
  EXPECT_EQ(nearest("day", known), "days");
  EXPECT_EQ(nearest("nmae", known), "name");  // swapped letters are one edit
  EXPECT_EQ(nearest("Replicate", known), "replicates");
  EXPECT_EQ(nearest("recogniton.propensty", known), "recognition.propensity");
  EXPECT_EQ(nearest("gain", known), "trust.gain");  // part of a dotted name
  EXPECT_EQ(nearest("zzz", known), "");
  EXPECT_EQ(nearest("", known), "");
}

TEST(Words, NumbersAreWholeCells) {
  EXPECT_EQ(parse_number("0.25"), 0.25);
  EXPECT_EQ(parse_number("-3e2"), -300);
  EXPECT_EQ(parse_number("+7"), 7);
  for (const char* wrong : {"", "abc", "1,5", "1.5x", " 1", "+-1", "--1"}) EXPECT_FALSE(parse_number(wrong)) << wrong;
}

TEST(Words, NaturalOrderCountsDigits) {
  const std::vector<std::string> sorted{"", "2", "02", "10", "a1", "a2b", "a2c", "a10", "b"};
  for (std::size_t i = 0; i < sorted.size(); ++i)
    for (std::size_t k = 0; k < sorted.size(); ++k)
      EXPECT_EQ(natural_less(sorted[i], sorted[k]), i < k) << sorted[i] << " before " << sorted[k];
}

}  // namespace
}  // namespace trust
