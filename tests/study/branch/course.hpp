// Everything that a run shows of every replicate: what branches must equal bit for bit.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "study/branch/branch.hpp"
#include "study/compare/arms.hpp"
#include "study/run.hpp"

namespace trust::test {

struct Course {
  std::vector<Figures> figures;                           // [day]
  std::vector<std::vector<std::uint64_t>> column_hashes;  // [day][column]
  std::uint64_t state_hash = 0;                           // after the last day
};

/// [plan][replicate]
using Courses = std::vector<std::map<std::uint32_t, Course>>;

inline void note(const BatchRecord& record, Courses& courses) {
  for (int lane = 0; lane < record.lanes(); ++lane) {
    const PackedLane& packed = record.packed->lanes[static_cast<std::size_t>(lane)];
    Course& course = courses.at(packed.plan)[packed.replicate];
    ASSERT_TRUE(course.figures.empty()) << "replicate " << packed.replicate << " came twice";
    course.state_hash = record.batch.lane_hash(lane);
    for (int day = 0; day <= record.days_done(); ++day) {
      course.figures.push_back(record.figures(day, lane));
      if (record.column_hashes.empty()) continue;
      const auto& of_day = record.column_hashes[static_cast<std::size_t>(day)];
      course.column_hashes.push_back(of_day.empty() ? std::vector<std::uint64_t>{}
                                                    : of_day[static_cast<std::size_t>(lane)]);
    }
  }
}

inline RunOptions every_hash(const Scenario& scenario) {
  RunOptions options = options_of(scenario);
  options.threads = 1;
  options.column_hashes = true;
  return options;
}

/// Each plan from day 0, on its own.
inline Courses from_day_0(const std::vector<Scenario>& scenarios) {
  Courses courses(scenarios.size());
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    RunControl control;
    Courses alone(1);
    run_scenario(scenarios[s], every_hash(scenarios[s]), control,
                 [&](const BatchRecord& record) { note(record, alone); });
    courses[s] = alone.front();
  }
  return courses;
}

inline Arms arms_of(const std::vector<Scenario>& scenarios, const SharedDays& shared, int threads = 1) {
  Arms arms;
  arms.scenario = &scenarios.front();
  for (const Scenario& scenario : scenarios) arms.plans.push_back(&scenario.plan);
  arms.days = scenarios.front().days;
  arms.threads = threads;
  arms.column_hashes = true;
  arms.shared = shared;
  return arms;
}

/// All plans from a shared beginning; the first scenario is the baseline.
inline Courses branched(const std::vector<Scenario>& scenarios, const SharedDays& shared, int threads = 1) {
  check_branches(scenarios.front(), std::span(scenarios).subspan(1), shared.days);
  Courses courses(scenarios.size());
  RunControl control;
  run_arms(arms_of(scenarios, shared, threads), {0, scenarios.front().replicates}, control,
           [&](const ArmBatch& batch) { note(batch.record(), courses); });
  EXPECT_EQ(control.replicate_days, control.replicate_days_total);
  return courses;
}

/// `first_hashed`: hashes of columns are looked at from that day on.
inline void expect_same(const Courses& found, const Courses& expected, std::size_t first_hashed = 0) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t plan = 0; plan < expected.size(); ++plan) {
    ASSERT_EQ(found[plan].size(), expected[plan].size());
    for (const auto& [replicate, course] : expected[plan]) {
      const Course& other = found[plan].at(replicate);
      ASSERT_EQ(other.figures.size(), course.figures.size());
      ASSERT_EQ(other.column_hashes.size(), course.column_hashes.size());
      for (std::size_t day = 0; day < course.figures.size(); ++day) {
        ASSERT_EQ(other.figures[day], course.figures[day])
            << "plan " << plan << " replicate " << replicate << " day " << day;
        if (day < first_hashed) continue;
        ASSERT_FALSE(course.column_hashes[day].empty());
        ASSERT_EQ(other.column_hashes[day], course.column_hashes[day])
            << "plan " << plan << " replicate " << replicate << " day " << day;
      }
      ASSERT_EQ(other.state_hash, course.state_hash);
    }
  }
}

}  // namespace trust::test
