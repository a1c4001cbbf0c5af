// Oracle of the phases `adopt` and `take up`, person by person in double precision.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <optional>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

struct Counts {
  std::size_t people = 0;
  std::size_t skipped = 0;
  std::size_t adopters = 0;
  std::size_t refused = 0;
};

// Three-valued or: what is certain is not made uncertain.
std::optional<bool> either(std::optional<bool> one, std::optional<bool> other) {
  if (one == true || other == true) return true;
  if (one == false && other == false) return false;
  return std::nullopt;
}

std::optional<bool> reaches(double value, double level) {
  if (std::abs(value - level) < mean_tolerance) return std::nullopt;
  return value > level;
}

class Candidate {
 public:
  Candidate(const PhaseRun& run, Seat seat, int lane) : run_(run), seat_(seat), lane_(lane) {}

  /// Whether the person takes up the change today; nothing where rounding decides.
  std::optional<bool> adopts() const {
    if (lever(Lever::change_offered) < 0.5 || !run_.present(seat_, lane_) || works_new_way(seat_)) return false;
    if (carries(seat_)) return true;
    if (!run_.starts_week()) return false;
    const double share = trusted_adopters();
    const std::optional<bool> wants = either(reaches(share, threshold()), by_chance(share));
    if (wants == false) return false;
    const std::optional<bool> may = permitted();
    if (may == false) return false;
    return wants == true && may == true ? std::optional(true) : std::nullopt;
  }

  std::optional<bool> permitted() const {
    const Seat manager = run_.organisation().people[seat_].manager;
    const std::optional<bool> own = trusts_carriers(seat_);
    const std::optional<bool> above = manager == no_seat || carries(manager) ? true : trusts_carriers(manager);
    if (own == false || above == false) return false;
    return own == true && above == true ? std::optional(true) : std::nullopt;
  }

 private:
  double lever(Lever which) const { return run_.lever(which, seat_, lane_); }
  bool works_new_way(Seat seat) const { return run_.before(Column::adopted, seat, lane_) > 0; }
  bool carries(Seat seat) const {
    const Organisation& all = run_.organisation();
    return all.roles[all.people[seat].role].carries_change;
  }
  double trust(Slot slot) const { return run_.before(Column::trust, slot, lane_); }

  double trusted_adopters() const {
    double of_adopters = 0;
    double of_all = 0;
    for (const OutgoingTie& tie : run_.graph().outgoing(seat_)) {
      if (trust(tie.slot) < 0) continue;
      of_all += trust(tie.slot);
      if (works_new_way(tie.target)) of_adopters += trust(tie.slot);
    }
    return of_all > 0 ? of_adopters / of_all : 0;
  }

  double threshold() const {
    const auto generation = static_cast<std::uint32_t>(run_.count_before(Column::generation, seat_, lane_));
    const DrawAddress at{seat_, generation, 0, static_cast<std::uint8_t>(Purpose::threshold)};
    const double drawn = draw32(run_.key(), at, run_.replicate(lane_)) / 4294967296.0;
    return lever(Lever::change_threshold) + lever(Lever::change_spread) * (2 * drawn - 1) -
           lever(Lever::change_mandate) * lever(Lever::change_mandate_effect);
  }

  std::optional<bool> by_chance(double share) const {
    const double imitation = lever(Lever::change_imitation) * share;
    return either(run_.happens(Purpose::innovate, seat_, no_seat, lane_, lever(Lever::change_innovation)),
                  run_.happens(Purpose::imitate, seat_, no_seat, lane_, imitation, mean_tolerance));
  }

  std::optional<bool> trusts_carriers(Seat who) const {
    double sum = 0;
    int known = 0;
    for (const OutgoingTie& tie : run_.graph().outgoing(who)) {
      if (!carries(tie.target) || trust(tie.slot) < 0) continue;
      sum += trust(tie.slot);
      ++known;
    }
    return known == 0 ? true : reaches(sum / known, lever(Lever::change_permission));
  }

  const PhaseRun& run_;
  Seat seat_;
  int lane_;
};

void compare_person(const PhaseRun& run, Seat seat, int lane, Counts& counts) {
  const Candidate candidate(run, seat, lane);
  const std::optional<bool> adopts = candidate.adopts();
  ++counts.people;
  if (!adopts) {
    ++counts.skipped;
    return;
  }
  if (*adopts) ++counts.adopters;
  if (candidate.permitted() == false) ++counts.refused;
  const double adopted = run.before(Column::adopted, seat, lane);
  const double since = run.before(Column::adopted_for, seat, lane);
  run.expect(Column::adopted, seat, lane, *adopts ? 1 : adopted, 0);
  run.expect(Column::adopted_for, seat, lane, *adopts ? 0 : since + adopted * run.step_length(), 1e-4);
}

TEST(ChangeOracle, EverybodyAdoptsWhoseTrustedPeopleAndLuckSaySo) {
  Counts counts;
  check_property(200, [&] {
    RandomCase chosen = random_case({.most_people = 40});
    Filler filler(chosen.fill + 3);
    for (Plan& plan : chosen.plans) {
      if (filler.happens(0.9)) plan.settings.push_back({{}, Lever::change_offered, 1.0F});
      if (filler.happens(0.5)) plan.settings.push_back({{}, Lever::change_innovation, 0.0F});
    }
    const PhaseRun run("adopt", "take up", chosen);
    for (Seat seat = 0; seat < run.world().seats(); ++seat) {
      for (int lane = 0; lane < run.lanes(); ++lane) compare_person(run, seat, lane, counts);
    }
    run.expect_nothing_else_changed();
  });
  RecordProperty("people", static_cast<int>(counts.people));
  RecordProperty("skipped", static_cast<int>(counts.skipped));
  EXPECT_LT(static_cast<double>(counts.skipped), 0.02 * static_cast<double>(counts.people));
  EXPECT_GT(counts.adopters, 1000U);
  EXPECT_GT(counts.refused, 1000U);
}

}  // namespace
}  // namespace trust::testing
