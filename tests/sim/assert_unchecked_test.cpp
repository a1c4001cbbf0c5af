// The unchecked form of TRUST_ASSERT, whatever this build's own choice is.
#undef TRUST_CHECKED
#include <gtest/gtest.h>

#include "sim/assert.hpp"

namespace {

TEST(AssertUnchecked, NeverEvaluatesTheCondition) {
  int times = 0;
  TRUST_ASSERT(++times == 1);
  TRUST_ASSERT(false);
  EXPECT_EQ(times, 0);
}

}  // namespace
