// A hundred thousand runs: how long they take to store and to ask about is printed, not judged.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <iostream>

#include "tests/study/store/store_samples.hpp"
#include "tests/study/temporary_folder.hpp"

namespace trust {
namespace {

class Watch {
 public:
  explicit Watch(std::string what) : what_(std::move(what)) {}
  ~Watch() {
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start_;
    std::cout << what_ << ": " << time.count() << " s\n";
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

 private:
  std::string what_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

RunRow nine_values(std::int64_t design, std::uint32_t replicate) {
  RunRow row = test::sample_run(design, replicate);
  row.values.clear();
  for (const int day : {0, 30, 60}) {
    for (const Measure measure : {Measure::trust, Measure::stress, Measure::engagement}) {
      row.values.push_back({day, measure, static_cast<double>(design) + day / 64.0});
    }
  }
  return row;
}

TEST(StoreSize, AHundredThousandRuns) {
  constexpr std::uint32_t points = 400;
  constexpr std::uint32_t blocks = 16;
  const test::TemporaryFolder place;
  Store store = Store::open(place / "results.db");
  std::vector<std::int64_t> designs;
  store.in_one_transaction([&] {
    const std::int64_t study = store.study(test::sample_study());
    for (std::uint32_t p = 0; p < points; ++p) {
      designs.push_back(store.design(study, p, {p, {{"x", std::to_string(p)}}}));
    }
  });
  {
    const Watch watch("store 102,400 runs of 9 figures, 6,400 commits");
    for (std::uint32_t block = 0; block < blocks; ++block) {
      for (const std::int64_t design : designs) {
        std::vector<RunRow> rows;
        for (std::uint32_t r = 0; r < 16; ++r) rows.push_back(nine_values(design, 16 * block + r));
        store.add_runs(rows);
      }
    }
  }
  EXPECT_EQ(store.counts().runs, 102'400u);
  {
    const Watch watch("open the store again");
    store = Store::open_to_read(place / "results.db");
  }
  std::cout << "size: " << static_cast<double>(std::filesystem::file_size(place / "results.db")) / 1e6 << " MB\n";
  std::vector<std::string> means;
  {
    const Watch watch("mean of a measure on a day by point");
    means = test::answers(store,
                          "SELECT place, avg(value) FROM results WHERE name = 'trust' AND day = 60 AND study_id = 1 "
                          "GROUP BY place");
  }
  {
    const Watch watch("mean of every measure on every day by axis value");
    EXPECT_EQ(
        test::answers(store,
                      "SELECT number, day, name, avg(results.value) FROM settings JOIN results USING (study_id, place) "
                      "WHERE axis = 'x' GROUP BY number, day, name")
            .size(),
        1u + points * 9);
  }
  ASSERT_EQ(means.size(), 1u + points);
  EXPECT_EQ(means[1], "0,1.9375");
}

}  // namespace
}  // namespace trust
