// Oracle of the phases `gossip` and `hear`, tie by tie in double precision, from matrices of trust, for every rule.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "models/tie_word.hpp"
#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

constexpr double nothing = -1;  // no tie

// What one lane's people think of each other: who (row) of whom (column).
class Matrix {
 public:
  explicit Matrix(Seat seats) : seats_(seats), values_(std::size_t{seats} * seats, nothing) {}
  double& operator()(Seat source, Seat target) { return values_[std::size_t{source} * seats_ + target]; }
  double operator()(Seat source, Seat target) const { return values_[std::size_t{source} * seats_ + target]; }

 private:
  Seat seats_;
  std::vector<double> values_;
};

struct Counts {
  std::size_t ties = 0;
  std::size_t moved = 0;
  std::size_t skipped = 0;  // an opinion so near the bound that rounding decides
};

class Talk {
 public:
  Talk(const PhaseRun& run, int lane)
      : run_(run), lane_(lane), trust_(run.world().seats()), initial_(run.world().seats()), slot_(run.world().seats()) {
    for (Seat target = 0; target < seats(); ++target) {
      for (Slot slot = run.graph().row_begin(target); slot < run.graph().row_end(target); ++slot) {
        const Seat source = run.graph().source(slot);
        slot_(source, target) = slot;
        trust_(source, target) = run.before(Column::trust, slot, lane);
      }
    }
    for (const Tie& tie : run.organisation().ties) initial_(tie.source, tie.target) = tie.trust;
  }

  // What i thinks of j after this week's talk; the old news where there was none of j.
  void check(Seat i, Seat j, Counts& counts) const {
    if (slot_(i, j) == nothing) return;
    const auto slot = static_cast<Slot>(slot_(i, j));
    const double own = trust_(i, j);
    const bool reached = run_.starts_week() && own != nothing && (talked(j) || reciprocity() > 0);
    std::optional<double> expected = run_.before(Column::news, slot, lane_);
    if (reached) expected = news(i, j);
    if (!expected) {
      ++counts.skipped;
      return;
    }
    ++counts.ties;
    if (reached && std::abs(*expected - own) > 1e-3) ++counts.moved;
    run_.expect(Column::news, slot, lane_, *expected, reached ? tolerance + 1.2e-7 * seats() : 0);
  }

  bool reached(Seat j) const { return run_.starts_week() && (talked(j) || reciprocity() > 0); }

 private:
  Seat seats() const { return run_.world().seats(); }
  double lever(Lever which, Seat seat) const { return run_.lever(which, seat, lane_); }
  double reciprocity() const { return lever(Lever::trust_reciprocity, 0); }
  bool talked(Seat j) const {
    return run_.rules().gossip != GossipRule::mirror && lever(Lever::gossip_about, j) >= 0.5;
  }
  bool is_active(Seat i, Seat j) const { return trust_(i, j) != nothing; }

  // How much k's word weighs with i.
  double weight(Seat i, Seat k) const {
    const bool frozen = lever(Lever::gossip_frozen, i) >= 0.5;
    const bool leads = run_.organisation().roles[run_.organisation().people[k].role].leads;
    return (frozen ? std::max(initial_(i, k), 0.0) : trust_(i, k)) * (leads ? lever(Lever::gossip_leaders, k) : 1.0);
  }

  double report(Seat k, Seat j) const { return std::min(1.0, trust_(k, j) + lever(Lever::gossip_good_news, j)); }

  std::vector<Seat> speakers(Seat i, Seat j) const {
    std::vector<Seat> found;
    for (Seat k = 0; k < seats(); ++k) {
      if (is_active(k, j) && is_active(i, k)) found.push_back(k);
    }
    return found;
  }

  std::optional<double> mean_report(Seat i, Seat j) const {
    double weights = 0;
    double reports = 0;
    for (const Seat k : speakers(i, j)) {
      weights += weight(i, k);
      reports += weight(i, k) * report(k, j);
    }
    if (weights <= 0) return std::nullopt;
    return reports / weights;
  }

  double averaged(Seat i, Seat j) const {
    const double self = lever(Lever::gossip_self_weight, i);
    return self * trust_(i, j) + (1 - self) * mean_report(i, j).value_or(trust_(i, j));
  }

  double stubborn(Seat i, Seat j) const {
    if (!mean_report(i, j)) return trust_(i, j);
    const bool since_day_0 = initial_(i, j) != nothing && run_.count_before(Column::generation, i, lane_) == 0 &&
                             run_.count_before(Column::generation, j, lane_) == 0;
    const double start = since_day_0 ? initial_(i, j) : trust_(i, j);
    const double susceptibility = lever(Lever::gossip_susceptibility, i);
    return susceptibility * averaged(i, j) + (1 - susceptibility) * start;
  }

  double echoed(Seat i, Seat j) const {
    const double voices = std::min(static_cast<double>(speakers(i, j).size()), lever(Lever::gossip_voices, i));
    const double own = trust_(i, j);
    const double difference = own - lever(Lever::gossip_threshold, i);
    return std::clamp(own + lever(Lever::gossip_rate, i) * voices * difference, 0.0, 1.0);
  }

  std::optional<double> bounded(Seat i, Seat j) const {
    const double own = trust_(i, j);
    double sum = own;
    int heard = 1;
    for (const Seat k : speakers(i, j)) {
      const double distance = std::abs(report(k, j) - own) - lever(Lever::gossip_bound, i);
      if (std::abs(distance) < 1e-6) return std::nullopt;
      if (distance > 0) continue;
      sum += report(k, j);
      ++heard;
    }
    return sum / heard;
  }

  std::optional<double> by_rule(Seat i, Seat j) const {
    const double own = trust_(i, j);
    switch (run_.rules().gossip) {
      case GossipRule::transfer:
        return own + lever(Lever::gossip_rate, i) * (mean_report(i, j).value_or(own) - own);
      case GossipRule::degroot:
        return averaged(i, j);
      case GossipRule::friedkin_johnsen:
        return stubborn(i, j);
      case GossipRule::echo:
        return echoed(i, j);
      case GossipRule::bounded:
        return bounded(i, j);
      default:
        return own;
    }
  }

  std::optional<double> news(Seat i, Seat j) const {
    const double own = trust_(i, j);
    const double back = is_active(j, i) ? reciprocity() * (trust_(j, i) - own) : 0;
    const std::optional<double> opinion = talked(j) ? by_rule(i, j) : own;
    if (!opinion) return std::nullopt;
    return std::clamp(*opinion + back, 0.0, 1.0);
  }

  const PhaseRun& run_;
  int lane_;
  Matrix trust_;
  Matrix initial_;
  Matrix slot_;
};

// A case in which much is given back, too.
RandomCase talkative_case(const Shape& shape) {
  RandomCase made = random_case(shape);
  for (Plan& plan : made.plans) {
    const double place = *rc::gen::element(0.0, 0.2, 1.0);
    plan.settings.push_back(
        LeverSetting{Target{}, Lever::trust_reciprocity, sensible_value(Lever::trust_reciprocity, place)});
  }
  return made;
}

class GossipOracle : public ::testing::TestWithParam<GossipRule> {};

TEST_P(GossipOracle, DerivesWhatIsHeard) {
  Counts counts;
  check_property(200, [&] {
    const RandomCase made = talkative_case({.most_people = 25, .gossip = GetParam()});
    const PhaseRun run("gossip", made);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      const Talk talk(run, lane);
      for (Seat j = 0; j < run.world().seats(); ++j) {
        for (Seat i = 0; i < run.world().seats(); ++i) talk.check(i, j, counts);
      }
    }
    run.expect_nothing_else_changed();
  });
  RecordProperty("ties", std::to_string(counts.ties));
  EXPECT_GT(counts.moved, 1000U) << "of " << counts.ties;
  EXPECT_LT(counts.skipped, counts.ties / 100) << "of " << counts.ties;
}

// Ties that nobody talked about keep their bits, whatever the trust rule keeps of them; those that were talked about
// come to the news, below the ceiling that a deception left.
TEST_P(GossipOracle, BringsTrustToTheNews) {
  std::size_t moved = 0;
  check_property(200, [&] {
    const RandomCase made = talkative_case({.most_people = 25, .trust = TrustRule::asymmetric, .gossip = GetParam()});
    const PhaseRun run("hear", made);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      const Talk talk(run, lane);
      for (Seat j = 0; j < run.world().seats(); ++j) {
        for (Slot slot = run.graph().row_begin(j); slot < run.graph().row_end(j); ++slot) {
          const double before = run.before(Column::trust, slot, lane);
          double expected = before;
          if (before >= 0 && talk.reached(j)) {
            const bool scarred = (run.bits_before(Column::tie_word, slot, lane) & scar_bit) != 0;
            const double ceiling = scarred ? run.before(Column::ceiling, slot, lane) : 1.0;
            expected = std::min(run.before(Column::news, slot, lane), ceiling);
            moved += expected != before ? 1 : 0;
          }
          run.expect(Column::trust, slot, lane, expected, 0);
        }
      }
    }
    run.expect_nothing_else_changed();
  });
  EXPECT_GT(moved, 1000U);
}

INSTANTIATE_TEST_SUITE_P(Rules, GossipOracle,
                         ::testing::Values(GossipRule::mirror, GossipRule::echo, GossipRule::transfer,
                                           GossipRule::degroot, GossipRule::friedkin_johnsen, GossipRule::bounded),
                         [](const auto& rule) { return std::string(name_of(rule.param)); });

// What the trust rules keep of ties that nobody talked about stays as it is.
TEST(GossipOracle, LeavesTheRestAlone) {
  check_property(200, [] {
    const RandomCase made = random_case({.most_people = 25});
    const PhaseRun run("hear", made);
    for (int lane = 0; lane < run.lanes(); ++lane) {
      const Talk talk(run, lane);
      for (Seat j = 0; j < run.world().seats(); ++j) {
        if (run.rules().gossip != GossipRule::none && talk.reached(j)) continue;
        for (Slot slot = run.graph().row_begin(j); slot < run.graph().row_end(j); ++slot) {
          for (const ColumnIndex written : phase_named("hear", made.options.instruction_set).writes) {
            const auto column = static_cast<Column>(written);
            if (rows_of(column, run.world(), run.rules()) == 0) continue;
            RC_ASSERT(run.bits_before(column, slot, lane) == run.bits_after(column, slot, lane));
          }
        }
      }
    }
    run.expect_nothing_else_changed();
  });
}

}  // namespace
}  // namespace trust::testing
