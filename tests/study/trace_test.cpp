#include "study/trace.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/problems.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::TemporaryFolder;
using testing::HasSubstr;

const std::string heading = "replicate,day,trust,stress\n";
const std::string whole = heading + "0,0,a,b\n0,1,c,d\n0,2,e,f\n1,0,g,h\n1,1,i,j\n1,2,k,l\n";

class Trace : public testing::Test {
 protected:
  TraceResult trace(const std::string& first, const std::string& second) {
    place_.write("a/hashes.csv", first);
    place_.write("b/hashes.csv", second);
    return trace_runs(place_ / "a", place_ / "b");
  }
  std::string refusal(const std::string& first, const std::string& second) {
    try {
      trace(first, second);
      return "not refused";
    } catch (const InputError& error) {
      return error.what();
    }
  }
  TemporaryFolder place_;
};

TEST_F(Trace, EqualRunsAgree) {
  const TraceResult result = trace(whole, whole);
  EXPECT_FALSE(result.divergence);
  EXPECT_EQ(result.compared, 6u);
  EXPECT_EQ(result.only_in_first + result.only_in_second, 0u);
}

TEST_F(Trace, FindsTheEarliestDayOfAllReplicates) {
  const std::string other = heading + "0,0,a,b\n0,1,c,d\n0,2,e,X\n1,0,g,h\n1,1,X,Y\n1,2,X,Y\n";
  const TraceResult result = trace(whole, other);
  ASSERT_TRUE(result.divergence);
  EXPECT_EQ(result.divergence->day, 1u);
  EXPECT_EQ(result.divergence->replicate, 1u);
  EXPECT_EQ(result.divergence->column, "trust");
  EXPECT_EQ(result.divergence->first_hash, "i");
  EXPECT_EQ(result.divergence->second_hash, "X");
  EXPECT_EQ(result.divergence->also, "stress");
}

TEST_F(Trace, TheLowestReplicateComesFirstOnADay) {
  const std::string other = heading + "0,0,a,b\n0,1,c,X\n0,2,e,f\n1,0,g,h\n1,1,X,j\n1,2,k,l\n";
  const TraceResult result = trace(whole, other);
  ASSERT_TRUE(result.divergence);
  EXPECT_EQ(result.divergence->replicate, 0u);
  EXPECT_EQ(result.divergence->column, "stress");
}

TEST_F(Trace, ComparesWhatBothHave) {
  const TraceResult result = trace(whole, heading + "1,0,g,h\n1,1,i,j\n1,2,k,l\n1,3,m,n\n2,0,o,p\n");
  EXPECT_FALSE(result.divergence);
  EXPECT_EQ(result.compared, 3u);
  EXPECT_EQ(result.only_in_first, 3u);
  EXPECT_EQ(result.only_in_second, 2u);
}

TEST_F(Trace, RefusesWhatCannotBeCompared) {
  EXPECT_THAT(refusal(whole, heading + "7,0,g,h\n"), HasSubstr("shares no replicate and day"));
  EXPECT_THAT(refusal(whole, "replicate,day,trust\n0,0,a\n"), HasSubstr("other columns"));
  EXPECT_THAT(refusal(whole, ""), HasSubstr("cannot be read"));
  EXPECT_THAT(refusal(whole, "id,role\n"), HasSubstr("is no list of hashes"));
  EXPECT_THAT(refusal(whole, heading + "0,0,a\n"), HasSubstr("hashes.csv:2: is not a whole row"));
  EXPECT_THAT(refusal(whole, heading + "0,0,a,b\n0,x,a,b\n"), HasSubstr("hashes.csv:3: is not a whole row"));
  EXPECT_THAT(refusal(heading + "0,1,a,b\n0,0,a,b\n", whole), HasSubstr("hashes.csv:3: is out of order"));
}

TEST_F(Trace, RefusesAFolderWithoutHashes) {
  place_.write("b/hashes.csv", whole);
  EXPECT_THROW(trace_runs(place_ / "nowhere", place_ / "b"), InputError);
}

}  // namespace
}  // namespace trust
