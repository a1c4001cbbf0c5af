#include "cli/arguments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace trust::cli {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::array options = {
    OptionRow{"days", "N", "how long"},
    OptionRow{"set", "LEVER=VALUE", "a lever", true},
    OptionRow{"json", "", "as JSON"},
    OptionRow{"help", "", "this page"},
};
constexpr std::array positionals = {PositionalRow{"SCENARIO", "a scenario file"}};

Arguments parse(const std::vector<std::string>& words) { return Arguments(words, options, positionals); }

std::string mistakes(const std::vector<std::string>& words) {
  try {
    Arguments arguments = parse(words);
    arguments.whole("days", 1, 13000);
    arguments.check();
    return "none";
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST(Arguments, SortsWordsWhereverTheyStand) {
  for (const auto& words : std::vector<std::vector<std::string>>{{"a.toml", "--days", "5", "--json"},
                                                                 {"--json", "--days=5", "a.toml"},
                                                                 {"--days", "5", "--json", "--", "a.toml"}}) {
    Arguments arguments = parse(words);
    arguments.check();
    EXPECT_EQ(arguments.positional(0), "a.toml");
    EXPECT_EQ(arguments.whole("days", 1, 9), 5u);
    EXPECT_TRUE(arguments.flag("json"));
    EXPECT_FALSE(arguments.flag("help"));
  }
}

TEST(Arguments, WhatIsNotGivenIsNothing) {
  Arguments arguments = parse({"a.toml"});
  EXPECT_FALSE(arguments.text("days"));
  EXPECT_FALSE(arguments.whole("days", 1, 9));
  EXPECT_TRUE(arguments.all("set").empty());
  arguments.check();
}

TEST(Arguments, RepeatedOptionsKeepTheirOrderAndCommas) {
  const Arguments arguments = parse({"a.toml", "--set", "a=1,2", "--set=b=3"});
  EXPECT_THAT(arguments.all("set"), ElementsAre("a=1,2", "b=3"));
}

TEST(Arguments, AValueMayLookLikeAnOption) {
  EXPECT_THAT(mistakes({"a.toml", "--days", "-5"}),
              HasSubstr("--days: '-5' cannot be used; a whole number from 1 to 13,000"));
}

TEST(Arguments, NumbersAreWholeAndWithinRange) {
  for (const char* word :
       {"0", "13001", "-1", "1.5", "1e3", "", " 5", "5 ", "+5", "five", "0x10", "nan", "99999999999999999999999999"}) {
    EXPECT_THAT(mistakes({"a.toml", std::string("--days=") + word}), Not("none")) << word;
  }
  EXPECT_EQ(mistakes({"a.toml", "--days=1"}), "none");
  EXPECT_EQ(mistakes({"a.toml", "--days=13000"}), "none");
}

TEST(Arguments, UnknownOptionsAreAllNamedWithTheNearest) {
  EXPECT_THAT(mistakes({"a.toml", "--dys", "5", "--jsno", "-x"}),
              AllOf(HasSubstr("--dys: is not an option"), HasSubstr("did you mean --days?"),
                    HasSubstr("--jsno: is not an option"), HasSubstr("did you mean --json?"), HasSubstr("-x: is not")));
}

TEST(Arguments, MissingAndSurplusWords) {
  EXPECT_THAT(mistakes({}), HasSubstr("SCENARIO: is missing; a scenario file"));
  EXPECT_THAT(mistakes({"a.toml", "b.toml"}), HasSubstr("'b.toml' is one word too many"));
  EXPECT_THAT(mistakes({"a.toml", "--days"}), HasSubstr("is missing an argument"));
  EXPECT_THAT(mistakes({"a.toml", "--json=yes"}), Not("none"));
  EXPECT_THAT(mistakes({"a.toml", "--days", "3", "--days", "4"}), HasSubstr("--days: is given 2 times; one value"));
}

TEST(Arguments, RequiredOptionsAreMissed) {
  constexpr std::array strict = {OptionRow{"out", "DIR", "the folder to write", false, true}};
  const std::vector<std::string> words = {"a.toml"};
  const Arguments arguments(words, strict, positionals);
  EXPECT_THROW(arguments.check(), InputError);
  const std::vector<std::string> enough = {"a.toml", "--out", "x"};
  Arguments(enough, strict, positionals).check();
}

TEST(Arguments, HelpNeedsNothingElse) { EXPECT_EQ(mistakes({"--help"}), "none"); }

TEST(Arguments, SeparatesThousands) {
  EXPECT_EQ(with_separators(0), "0");
  EXPECT_EQ(with_separators(999), "999");
  EXPECT_EQ(with_separators(1000), "1,000");
  EXPECT_EQ(with_separators(1234567), "1,234,567");
}

}  // namespace
}  // namespace trust::cli
