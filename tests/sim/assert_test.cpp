// The checked form of TRUST_ASSERT, whatever this build's own choice is.
#ifndef TRUST_CHECKED
#define TRUST_CHECKED 1
#endif
#include "sim/assert.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace trust {
namespace {

using testing::EndsWith;

void throw_broken_invariant(const char* condition, const char* file, int line) {
  throw std::logic_error(std::string(file) + ":" + std::to_string(line) + ": " + condition);
}

class Assert : public testing::Test {
 protected:
  void SetUp() override { before_ = set_assert_handler(throw_broken_invariant); }
  void TearDown() override { set_assert_handler(before_); }

 private:
  AssertHandler before_ = nullptr;
};

TEST_F(Assert, SaysNothingWhileTheInvariantHolds) { EXPECT_NO_THROW(TRUST_ASSERT(1 + 1 == 2)); }

TEST_F(Assert, TellsTheHandlerTheConditionAndThePlace) {
  const int line = __LINE__ + 2;
  try {
    TRUST_ASSERT(1 + 1 == 3);
    FAIL() << "a broken invariant went by";
  } catch (const std::logic_error& error) {
    EXPECT_THAT(error.what(), EndsWith("assert_test.cpp:" + std::to_string(line) + ": 1 + 1 == 3"));
  }
}

TEST_F(Assert, TakesConditionsThatHoldCommas) {
  EXPECT_THROW(TRUST_ASSERT(std::pair<int, int>(1, 2).first == 2), std::logic_error);
}

TEST_F(Assert, EvaluatesTheConditionOnce) {
  int times = 0;
  TRUST_ASSERT(++times == 1);
  EXPECT_EQ(times, 1);
}

TEST(AssertHandlers, AreReplacedAndHandedBack) {
  const AssertHandler first = set_assert_handler(throw_broken_invariant);
  EXPECT_EQ(first, print_broken_invariant);
  EXPECT_EQ(set_assert_handler(nullptr), throw_broken_invariant);
  EXPECT_EQ(set_assert_handler(first), print_broken_invariant);
}

TEST(AssertDeathTest, EndsTheProgramWithAMessage) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(TRUST_ASSERT(false), "assert_test.cpp:[0-9]+: broken invariant: false");
}

}  // namespace
}  // namespace trust
