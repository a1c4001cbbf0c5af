// Rows into a store and out of it again.
#include "study/store/store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "tests/study/store/store_samples.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

using test::answers;
using test::everything_in;
using test::sample_design;
using test::sample_run;
using test::sample_runs;
using test::sample_study;
using test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class AStore : public testing::Test {
 protected:
  TemporaryFolder place_;
  std::filesystem::path file_ = place_ / "results.db";
};

TEST_F(AStore, HoldsWhatWasPutIn) {
  Store store = Store::open(file_);
  const std::int64_t study = store.study(sample_study());
  const std::int64_t design = store.design(study, 3, sample_design(5));
  RunRow run = sample_run(design, 17);
  run.values = {{60, Measure::trust, 0.1 + 0.2}, {60, Measure::revenue, -1e-300}};
  store.add_runs({&run, 1});
  EXPECT_THAT(answers(store, "SELECT kind, name, text, digest, engine, seed, replicates, days FROM studies"),
              ElementsAre("kind,name,text,digest,engine,seed,replicates,days",
                          "sweep,Sample,\"[study]\n\",0000000000000007," TRUSTSIM_VERSION ",1,64,60"));
  EXPECT_THAT(
      answers(store, "SELECT place, axis, value, number FROM settings"),
      ElementsAre("place,axis,value,number", "3,levers.recognition.propensity,0.5,0.5", "3,scenario.trust_rule,beta,"));
  EXPECT_THAT(answers(store, "SELECT replicate, seed, organisation, status, digest FROM runs"),
              ElementsAre("replicate,seed,organisation,status,digest", "17,1,1,finished,abcdef0000000011"));
  EXPECT_THAT(answers(store, "SELECT name, day, value FROM measures ORDER BY name"),
              ElementsAre("name,day,value", "revenue,60,-1e-300", "trust,60,0.30000000000000004"));
  EXPECT_THAT(answers(store, "SELECT name, unit, better FROM measure_names ORDER BY measure_id"),
              ElementsAre("name,unit,better", "trust,0 to 1,higher", "revenue,money per day,higher"));
}

TEST_F(AStore, FindsStudiesAndDesignsByTheirContent) {
  Store store = Store::open(file_);
  const std::int64_t one = store.study(sample_study(1));
  const std::int64_t two = store.study(sample_study(2));
  EXPECT_NE(one, two);
  EXPECT_EQ(store.study(sample_study(1)), one);
  const std::int64_t design = store.design(one, 0, sample_design(5));
  EXPECT_EQ(store.design(one, 0, sample_design(5)), design);
  EXPECT_EQ(store.design(two, 8, sample_design(5)), design);
  EXPECT_NE(store.design(one, 1, sample_design(6)), design);
  EXPECT_EQ(store.counts().studies, 2u);
  EXPECT_EQ(store.counts().designs, 2u);
  EXPECT_THAT(answers(store, "SELECT study_id, place FROM study_designs ORDER BY study_id, place"),
              ElementsAre("study_id,place", "1,0", "1,1", "2,8"));
}

TEST_F(AStore, KeepsTheSettingsOfEachStudyThatReachesADesign) {
  Store store = Store::open(file_);
  const std::int64_t one = store.study(sample_study(1));
  const std::int64_t two = store.study(sample_study(2));
  store.design(one, 0, {5, {{"a", "1"}}});
  store.design(two, 0, {5, {{"b", "2e3"}, {"c", " 2"}, {"d", "3 teams"}, {"e", "inf"}, {"f", "1e999"}}});
  EXPECT_THAT(answers(store, "SELECT study_id, axis, number FROM settings ORDER BY study_id, axis"),
              ElementsAre("study_id,axis,number", "1,a,1", "2,b,2000", "2,c,", "2,d,", "2,e,", "2,f,"));
}

TEST_F(AStore, RefusesAnotherDesignInTheSamePlace) {
  Store store = Store::open(file_);
  const std::int64_t study = store.study(sample_study());
  store.design(study, 0, sample_design(5));
  const std::vector<std::string> before = everything_in(store);
  EXPECT_THAT([&] { store.design(study, 0, sample_design(6)); },
              testing::ThrowsMessage<StoreError>(HasSubstr("point 0 of study 1 has another design there")));
  EXPECT_EQ(everything_in(store), before);
}

TEST_F(AStore, SaysWhichReplicatesAreThere) {
  Store store = Store::open(file_);
  const std::int64_t study = store.study(sample_study());
  const std::int64_t design = store.design(study, 0, sample_design(1));
  const std::int64_t other = store.design(study, 1, sample_design(2));
  store.add_runs(sample_runs(design, 16, 3));
  store.add_runs(sample_runs(design, 2, 2));
  store.add_runs(sample_runs(other, 5, 1));
  EXPECT_THAT(store.finished(design, 0, 64), ElementsAre(2, 3, 16, 17, 18));
  EXPECT_THAT(store.finished(design, 3, 14), ElementsAre(3, 16));
  EXPECT_THAT(store.finished(design, 4'294'967'290u, 100), IsEmpty());
  EXPECT_EQ(store.finished_runs(design), 5u);
}

TEST_F(AStore, NeverCountsAReplicateTwice) {
  Store store = Store::open(file_);
  const std::int64_t design = store.design(store.study(sample_study()), 0, sample_design(1));
  store.add_runs(sample_runs(design, 0, 4));
  const std::vector<std::string> before = everything_in(store);
  EXPECT_THROW(store.add_runs(sample_runs(design, 2, 4)), StoreError);  // 2 and 3 are there: 4 and 5 stay out as well
  EXPECT_EQ(everything_in(store), before);
}

TEST_F(AStore, KeepsWhatIsNotANumberAsNull) {
  Store store = Store::open(file_);
  RunRow run = sample_run(store.design(store.study(sample_study()), 0, sample_design(1)), 0);
  run.values = {{1, Measure::trust, std::numeric_limits<double>::quiet_NaN()}};
  store.add_runs({&run, 1});
  EXPECT_THAT(answers(store, "SELECT value IS NULL, value FROM measures"), ElementsAre("value IS NULL,value", "1,"));
}

TEST_F(AStore, HoldsItsForeignKeys) {
  Store store = Store::open(file_);
  const std::int64_t study = store.study(sample_study());
  const RunRow run = sample_run(99, 0);
  EXPECT_THROW(store.add_runs({&run, 1}), StoreError);
  EXPECT_THROW(store.design(99, 0, sample_design(1)), StoreError);
  EXPECT_THROW(store.add_failure({99, 0, {}, {}, "x"}), StoreError);
  EXPECT_THROW(store.add_failure({study, 0, 99, {}, "x"}), StoreError);
  EXPECT_EQ(store.counts().runs + store.counts().designs + store.counts().failures, 0u);
  EXPECT_THAT(answers(store, "PRAGMA foreign_key_check"), SizeIs(1));
}

TEST_F(AStore, DoesAllOfATransactionOrNothing) {
  Store store = Store::open(file_);
  const std::int64_t design = store.design(store.study(sample_study()), 0, sample_design(1));
  const std::vector<std::string> before = everything_in(store);
  const auto fail_late = [&] {
    store.in_one_transaction([&] {
      store.add_runs(sample_runs(design, 0, 16));
      store.design(store.study(sample_study(2)), 0, sample_design(2));
      throw std::runtime_error("late");
    });
  };
  EXPECT_THROW(fail_late(), std::runtime_error);
  EXPECT_EQ(everything_in(store), before);
  store.add_runs(sample_runs(design, 0, 16));  // the measures' names that were rolled back are there again
  EXPECT_EQ(store.counts().runs, 16u);
  EXPECT_THAT(answers(store, "PRAGMA foreign_key_check"), SizeIs(1));
}

TEST_F(AStore, NotesFailuresOnceAndForgetsThem) {
  Store store = Store::open(file_);
  const std::int64_t study = store.study(sample_study());
  const std::int64_t design = store.design(study, 1, sample_design(1));
  store.add_failure({study, 0, {}, {}, "no such lever"});
  store.add_failure({study, 1, design, 5, "out of memory"});
  store.add_failure({study, 0, {}, {}, "no such lever still"});
  EXPECT_THAT(answers(store, "SELECT * FROM failures"),
              ElementsAre("failure_id,study_id,place,design_id,replicate,message", "1,1,0,,,no such lever still",
                          "2,1,1,1,5,out of memory"));
  store.forget_failures(study + 1);
  EXPECT_EQ(store.counts().failures, 2u);
  store.forget_failures(study);
  EXPECT_EQ(store.counts().failures, 0u);
}

TEST_F(AStore, TakenUpAgainHoldsTheSameRows) {
  {
    Store whole = Store::open(place_ / "whole.db");
    test::go_on_with_a_sweep(whole, 5, 48);
  }
  for (const std::uint32_t replicates : {16u, 32u, 48u, 48u}) {
    Store store = Store::open(file_);
    test::go_on_with_a_sweep(store, 5, replicates);
  }
  EXPECT_EQ(everything_in(Store::open_to_read(file_)), everything_in(Store::open_to_read(place_ / "whole.db")));
}

TEST_F(AStore, LeavesOneFile) {
  { Store store = Store::open(file_); }
  EXPECT_THAT(place_.names(), ElementsAre("results.db"));
  { const Store store = Store::open_to_read(file_); }
  EXPECT_THAT(place_.names(), ElementsAre("results.db"));
}

TEST_F(AStore, CanHaveAnyName) {
  for (const char* name : {"a b", "50%", "what?.db", "a#b", "ä", "file:x"}) {
    const std::filesystem::path file = place_ / name;
    { Store::open(file).study(sample_study()); }
    EXPECT_EQ(Store::open_to_read(file).counts().studies, 1u) << name;
    EXPECT_TRUE(std::filesystem::exists(file)) << name;
  }
}

TEST_F(AStore, IsMadeInPlaceOfAnEmptyFile) {
  place_.write("results.db", "");
  EXPECT_EQ(Store::open(file_).counts().runs, 0u);
  EXPECT_EQ(Store::open_to_read(file_).counts().runs, 0u);
}

TEST_F(AStore, CanBeReadWhileItIsWritten) {
  Store writer = Store::open(file_);
  test::go_on_with_a_sweep(writer, 2, 16);
  const Store reader = Store::open_to_read(file_);
  StoreQuery slow(reader, "SELECT run_id FROM runs ORDER BY run_id");
  std::vector<StoredValue> row;
  ASSERT_TRUE(slow.next(row));
  test::go_on_with_a_sweep(writer, 2, 32);
  writer.in_one_transaction([&] {
    writer.add_runs(sample_runs(1, 32, 16));
    EXPECT_EQ(Store::open_to_read(file_).counts().runs, 64u);  // what is not committed is not seen
  });
  int rows = 1;
  while (slow.next(row)) ++rows;
  EXPECT_EQ(rows, 32);  // as it was at the question's beginning
  EXPECT_EQ(reader.counts().runs, 80u);
}

TEST_F(AStore, OpenToReadCannotBeWritten) {
  { Store::open(file_).study(sample_study()); }
  Store store = Store::open_to_read(file_);
  EXPECT_THROW(store.study(sample_study(2)), StoreError);
  EXPECT_EQ(store.counts().studies, 1u);
}

}  // namespace
}  // namespace trust
