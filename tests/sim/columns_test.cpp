#include "sim/columns.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

namespace trust {
namespace {

TEST(LaneColumn, StartsAtZero) {
  const LaneColumn column(37);
  ASSERT_EQ(column.rows(), 37u);
  for (std::size_t r = 0; r < 37; ++r) {
    for (int l = 0; l < lane_columns; ++l) EXPECT_EQ(column.at(r, l), 0.0F);
  }
}

TEST(LaneColumn, LaysItsRowsOneAfterAnotherOnCacheLines) {
  LaneColumn column(9);
  for (std::size_t r = 0; r < 9; ++r) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(column.row(r)) % 64, 0u);
    EXPECT_EQ(column.row(r), column.row(0) + 16 * r);
    EXPECT_EQ(column.row(r), row_of(column.row(0), r));
  }
}

TEST(LaneColumn, ReadsWhatWasWritten) {
  LaneColumn column(5);
  for (std::size_t r = 0; r < 5; ++r) {
    for (int l = 0; l < lane_columns; ++l) column.at(r, l) = static_cast<float>(100 * r) + static_cast<float>(l);
  }
  const LaneColumn& seen = column;
  for (std::size_t r = 0; r < 5; ++r) {
    for (int l = 0; l < lane_columns; ++l) {
      const float wanted = static_cast<float>(100 * r) + static_cast<float>(l);
      EXPECT_EQ(seen.row(r)[l], wanted);
      EXPECT_EQ(seen.at(r, l), wanted);
      EXPECT_EQ(seen.values()(static_cast<Eigen::Index>(r), l), wanted);
    }
  }
}

TEST(LaneColumn, FillsOneRowAndNoOther) {
  LaneColumn column(3);
  column.fill_row(1, 2.5F);
  for (int l = 0; l < lane_columns; ++l) {
    EXPECT_EQ(column.at(0, l), 0.0F);
    EXPECT_EQ(column.at(1, l), 2.5F);
    EXPECT_EQ(column.at(2, l), 0.0F);
  }
}

TEST(LaneColumn, IsCopiedAndMovedWhole) {
  LaneColumn column(4);
  column.fill_row(2, 1.0F);
  LaneColumn copy = column;
  copy.fill_row(2, 3.0F);
  EXPECT_EQ(column.at(2, 7), 1.0F);
  const LaneColumn moved = std::move(copy);
  EXPECT_EQ(moved.at(2, 7), 3.0F);
  EXPECT_EQ(moved.rows(), 4u);
}

TEST(LaneColumn, MayHaveNoRows) {
  EXPECT_EQ(LaneColumn().rows(), 0u);
  EXPECT_EQ(LaneColumn(0).rows(), 0u);
}

}  // namespace
}  // namespace trust
