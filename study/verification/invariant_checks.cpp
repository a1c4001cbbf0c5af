// What must hold on every day of every run, at the levers as they ship: ranges, sums, and equal bits however it is run.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"
#include "study/verification/temporary_file.hpp"

namespace trust::verification {
namespace {

constexpr int days = 65;

std::shared_ptr<const World> usual_world() {
  static const std::shared_ptr<const World> world = world_of(usual_organisation(64));
  return world;
}

// What a quarter of usual days showed.
struct Quarter {
  double trust_outside = 0;     // cells that are neither 0 .. 1 nor -1
  double feelings_outside = 0;  // of stress, energy, engagement, felt trust, skill
  double hours_negative = 0;
  double hours_missing = 0;     // largest difference between a person's hours and the day's
  double trust_miscounted = 0;  // largest difference between the day's mean trust and the mean of all ties
};

bool outside(float value) { return !(value >= 0 && value <= 1); }

double count_in(const Trial& trial, Column column, bool (*is_wrong)(float)) {
  double count = 0;
  for (Seat seat = 0; seat < trial.batch().world().seats(); ++seat) {
    const float* row = trial.batch().state()[column].row(seat);
    count += static_cast<double>(std::count_if(row, row + lane_columns, is_wrong));
  }
  return count;
}

double trust_outside(const Trial& trial) {
  const LaneColumn& trust = trial.batch().state()[Column::trust];
  double count = 0;
  for (std::size_t slot = 0; slot < trust.rows(); ++slot) {
    count += static_cast<double>(std::count_if(trust.row(slot), trust.row(slot) + lane_columns,
                                               [](float value) { return outside(value) && value != -1.0F; }));
  }
  return count;
}

double hours_missing(const Trial& trial) {
  double largest = 0;
  for (Seat seat = 0; seat < trial.batch().world().seats(); ++seat) {
    for (int lane = 0; lane < lane_columns; ++lane) {
      const double all =
          trial.of_person(Column::hours_inside, seat, lane) + trial.of_person(Column::hours_outside, seat, lane);
      const double day =
          trial.of_person(Column::present, seat, lane) * trial.batch().lever(Lever::hours_day, seat, lane);
      largest = std::max(largest, std::abs(all - day));
    }
  }
  return largest;
}

double trust_miscounted(const Trial& trial) {
  const LaneColumn& trust = trial.batch().state()[Column::trust];
  double largest = 0;
  for (int lane = 0; lane < lane_columns; ++lane) {
    double sum = 0, count = 0;
    for (std::size_t slot = 0; slot < trust.rows(); ++slot) {
      if (trust.at(slot, lane) < 0) continue;
      sum += trust.at(slot, lane);
      ++count;
    }
    largest = std::max(largest, std::abs(sum / count - trial.figure(Measure::trust, lane)));
  }
  return largest;
}

void look_at(const Trial& trial, Quarter& quarter) {
  constexpr Column feelings[] = {Column::stress, Column::energy, Column::engagement, Column::felt_trust, Column::skill};
  constexpr Column hours[] = {Column::hours_inside, Column::hours_outside, Column::hours_reporting,
                              Column::hours_meetings};
  quarter.trust_outside += trust_outside(trial);
  for (const Column column : feelings) quarter.feelings_outside += count_in(trial, column, outside);
  for (const Column column : hours) {
    quarter.hours_negative += count_in(trial, column, [](float value) { return !(value >= 0); });
  }
  quarter.hours_missing = std::max(quarter.hours_missing, hours_missing(trial));
  quarter.trust_miscounted = std::max(quarter.trust_miscounted, trust_miscounted(trial));
}

const Quarter& quarter_of(Laboratory& laboratory) {
  return laboratory.once<Quarter>("quarter", [&] {
    Quarter quarter;
    Trial trial = laboratory.start({.world = usual_world()});
    for (int day = 0; day < days; ++day) {
      trial.run(1);
      look_at(trial, quarter);
    }
    return quarter;
  });
}

using Hashes = std::vector<std::uint64_t>;

Hashes hashes_of(const Trial& trial) {
  Hashes hashes;
  hashes.reserve(lane_columns);
  for (int lane = 0; lane < trial.batch().lanes(); ++lane) hashes.push_back(trial.batch().lane_hash(lane));
  return hashes;
}

Hashes hashes_after(const Laboratory& laboratory, const TrialSetup& setup) {
  Trial trial = laboratory.start(setup);
  trial.run(days);
  return hashes_of(trial);
}

const Hashes& usual_hashes(Laboratory& laboratory) {
  return laboratory.once<Hashes>("hashes", [&] { return hashes_after(laboratory, {.world = usual_world()}); });
}

// The same under a trust rule, with much coming and going and with gossip: how many of 16 replicates change without
// AVX2, or packed alone (one of them).
double different_by_rule(const Laboratory& laboratory, TrustRule rule) {
  const auto world = world_of(usual_organisation(32));
  const auto run = [&](InstructionSet set, std::uint32_t first, int lanes) {
    Trial trial = laboratory.start(
        {.world = world,
         .levers = {{Lever::exit_rate, 3.0F}, {Lever::refill_days, 5.0F}},
         .first_replicate = first,
         .lanes = lanes,
         .options = {.seed = 1, .rules = {.trust = rule, .gossip = GossipRule::transfer}, .instruction_set = set}});
    trial.run(25);
    return hashes_of(trial);
  };
  const Hashes usual = run(best_instruction_set(), 0, lane_columns);
  const Hashes portable = run(InstructionSet::portable, 0, lane_columns);
  const Hashes alone = run(best_instruction_set(), 11, 1);
  double count = alone[0] != usual[11] ? 1 : 0;
  for (std::size_t lane = 0; lane < usual.size(); ++lane) count += portable[lane] != usual[lane];
  return count;
}

// How many of 16 replicates have other bits than the usual run of one thread, whole batches and the best instructions.
double different(Laboratory& laboratory, const BatchOptions& options) {
  const Hashes other = hashes_after(laboratory, {.world = usual_world(), .options = options});
  double count = 0;
  for (std::size_t lane = 0; lane < other.size(); ++lane) count += other[lane] != usual_hashes(laboratory)[lane];
  return count;
}

double different_alone(Laboratory& laboratory) {
  double count = 0;
  for (const std::uint32_t replicate : {0U, 5U, 8U, 15U}) {
    const Hashes alone = hashes_after(laboratory, {.world = usual_world(), .first_replicate = replicate, .lanes = 1});
    count += alone[0] != usual_hashes(laboratory)[replicate];
  }
  return count;
}

double different_restored(Laboratory& laboratory) {
  const TemporaryFile file;
  Trial first = laboratory.start({.world = usual_world()});
  first.run(days / 2);
  first.batch().save(file.path());
  Trial second = laboratory.start({.world = usual_world()});
  second.batch().restore(file.path());
  second.run(days - days / 2);
  const Hashes restored = hashes_of(second);
  double count = 0;
  for (std::size_t lane = 0; lane < restored.size(); ++lane) count += restored[lane] != usual_hashes(laboratory)[lane];
  return count;
}

// Rows of a larger organisation shared out over threads, against the same in one thread.
double different_threads(Laboratory& laboratory) {
  const auto world = world_of(usual_organisation(400));
  const BatchOptions serial = {.seed = 1};
  const BatchOptions blocks = {.seed = 1, .parallelism = Parallelism::blocks};
  const auto hashes = [&](const BatchOptions& options) {
    Trial trial = laboratory.start({.world = world, .options = options});
    trial.run(10);
    return hashes_of(trial);
  };
  const Hashes one = hashes(serial), many = hashes(blocks);
  double count = 0;
  for (std::size_t lane = 0; lane < one.size(); ++lane) count += one[lane] != many[lane];
  return count;
}

void add_identity(std::vector<Check>& checks) {
  checks.push_back({"invariant.repeat", "replicates of 16 whose bits change when a run is repeated",
                    [](Laboratory& l) { return never(different(l, {.seed = 1})); }});
  checks.push_back({"invariant.instructions", "... when it is run without AVX2", [](Laboratory& l) {
                      return never(different(l, {.seed = 1, .instruction_set = InstructionSet::portable}));
                    }});
  checks.push_back({"invariant.threads", "... when 400 people's rows are shared out over threads",
                    [](Laboratory& l) { return never(different_threads(l)); }});
  checks.push_back({"invariant.packing", "... when each is run alone (4 of them)",
                    [](Laboratory& l) { return never(different_alone(l)); }});
  checks.push_back({"invariant.restore", "... when the run is saved and restored half-way",
                    [](Laboratory& l) { return never(different_restored(l)); }});
  checks.push_back({"invariant.seed", "... when it has another seed: all 16", [](Laboratory& l) {
                      return Finding{16, different(l, {.seed = 2}), 0};
                    }});
  for (const RuleRow& row : trust_rules()) {
    const TrustRule rule = *find_trust_rule(row.name);
    checks.push_back(
        {"invariant.rule." + std::string(row.name),
         "... without AVX2, or one run alone, with turnover and gossip, under rule " + std::string(row.name),
         [rule](Laboratory& l) { return never(different_by_rule(l, rule)); }});
  }
}

}  // namespace

Family invariant_checks() {
  Family family{"invariant", "what holds on each of 65 days of a usual organisation of 64", {}};
  family.checks = {
      {"invariant.trust_range", "values of trust outside 0 .. 1 (and not -1, which is no tie)",
       [](Laboratory& l) { return never(quarter_of(l).trust_outside); }},
      {"invariant.feelings_range", "values of stress, energy, engagement, felt trust or skill outside 0 .. 1",
       [](Laboratory& l) { return never(quarter_of(l).feelings_outside); }},
      {"invariant.hours_sign", "hours below zero", [](Laboratory& l) { return never(quarter_of(l).hours_negative); }},
      {"invariant.hours_sum", "largest gap between a person's hours and the length of the day",
       [](Laboratory& l) { return exactly(0, quarter_of(l).hours_missing); }},
      {"invariant.trust_sum", "largest gap between the day's mean trust and the mean over all ties (kept to 1/65535)",
       [](Laboratory& l) {
         return Finding{0, quarter_of(l).trust_miscounted, 1.0 / 65535};
       }}};
  for (Check& check : conservation_checks()) family.checks.push_back(std::move(check));
  add_identity(family.checks);
  return family;
}

}  // namespace trust::verification
