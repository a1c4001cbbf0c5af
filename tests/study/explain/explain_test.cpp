// Why a tie moved: the steps add up to the day exactly, looking changes nothing, and what is named happened.
#include "study/explain/explain.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bit>
#include <cmath>
#include <map>

#include "study/explain/contact_steps.hpp"
#include "tests/oracles/contact_oracle.hpp"
#include "tests/oracles/random_organisation.hpp"

namespace trust::testing {
namespace {

std::uint32_t bits(float value) { return std::bit_cast<std::uint32_t>(value); }

/// A random case some days on, with many ties and a quiet or a lively plan.
struct Asked {
  explicit Asked(const Shape& shape) : chosen(lively(random_case(shape))), batch(chosen.batch()) {
    for (int day = 0; day < chosen.days_before; ++day) batch.step();
    Filler filler(chosen.fill + 1);
    randomise_seats_and_ties(batch, chosen.open, chosen.inactive, filler);
    batch.complete_state();
    randomise_state(batch, filler);
  }

  // Half of the cases give back trust, change ties, let people down and apologise often.
  static RandomCase lively(RandomCase quiet) {
    if (quiet.fill % 2 == 0) return quiet;
    for (Plan& plan : quiet.plans) {
      for (const auto& [lever, value] : {std::pair{Lever::trust_reciprocity, 0.3F},
                                         {Lever::tie_formation, 0.3F},
                                         {Lever::tie_ending, 0.2F},
                                         {Lever::repair_hazard, 0.7F},
                                         {Lever::gossip_about, 1.0F}}) {
        plan.settings.push_back({Target{}, lever, value});
      }
      Event wrong{.kind = Event::Kind::violation, .name = "wrong", .day = quiet.days_before + 1, .who = {Target{}}};
      wrong.share = 0.5F;
      wrong.severity = 0.3F;
      wrong.dimension = Dimension::integrity;
      wrong.deception = quiet.fill % 4 == 1;
      plan.events.push_back(wrong);
      Event sorry{.kind = Event::Kind::response, .name = "sorry", .day = quiet.days_before + 1, .who = {Target{}}};
      sorry.share = 0.5F;
      plan.events.push_back(sorry);
    }
    return quiet;
  }

  TieQuestion about(Seat source, Seat target, int lane) const {
    return {chosen.lanes[static_cast<std::size_t>(lane)].plan, chosen.options, lane, source, target};
  }

  std::vector<const Plan*> plans() const {
    std::vector<const Plan*> found;
    for (const LanePlan& lane : chosen.lanes) found.push_back(lane.plan);
    return found;
  }

  float trust(const Batch& of, Seat source, Seat target, int lane) const {
    const Slot slot = of.world().graph().find(source, target);
    return slot == no_slot ? -1.0F : of.state()[Column::trust].at(slot, lane);
  }

  RandomCase chosen;
  Batch batch;
};

// Some ties of the world, spread over it, each in another lane.
template <class Use>
void for_some_ties(const Asked& asked, std::size_t most, const Use& use) {
  const TieGraph& graph = asked.batch.world().graph();
  const std::size_t stride = std::max<std::size_t>(1, graph.ties() / most);
  std::size_t count = 0;
  for (Seat target = 0; target < graph.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      if (count++ % stride != 0) continue;
      use(graph.source(slot), target, static_cast<int>(count % static_cast<std::size_t>(asked.batch.lanes())));
    }
  }
}

std::map<TieCause, int> causes_seen;

void check_steps(const Asked& asked, const Batch& before, const Batch& after, Seat source, Seat target, int lane) {
  Batch walked = before.fork(asked.plans());
  const TieDay day = explain_tie_day(walked, asked.about(source, target, lane));
  RC_ASSERT(day.day == after.day());
  RC_ASSERT(walked.day() == after.day());
  for (int l = 0; l < walked.lanes(); ++l) RC_ASSERT(walked.lane_hash(l) == after.lane_hash(l));
  RC_ASSERT(bits(day.before) == bits(asked.trust(before, source, target, lane)));
  RC_ASSERT(bits(day.after) == bits(asked.trust(after, source, target, lane)));
  float now = day.before;
  for (const ExplainedStep& step : day.steps) {
    RC_ASSERT(bits(step.before) == bits(now));
    RC_ASSERT(step.before != step.after);
    RC_ASSERT(step.cause != TieCause::other);
    RC_ASSERT((step.cause == TieCause::evidence) == (step.evidence != nullptr));
    // Other rules miss trusts that they cannot stand for: what is set to 0 may come out a thousandth above it.
    const bool exact = asked.chosen.options.rules.trust == TrustRule::asymmetric;
    if (exact && step.cause == TieCause::violation) RC_ASSERT(step.after < step.before);
    if (step.cause == TieCause::answer) RC_ASSERT(step.event->kind == Event::Kind::response);
    now = step.after;
    ++causes_seen[step.cause];
  }
  RC_ASSERT(bits(now) == bits(day.after));
}

void check_world(const Shape& shape, std::size_t ties) {
  const Asked asked(shape);
  Batch after = asked.batch.fork(asked.plans());
  after.step();
  for_some_ties(asked, ties, [&](Seat source, Seat target, int lane) {
    check_steps(asked, asked.batch, after, source, target, lane);
  });
}

TEST(Explain, StepsAddUpUnderEveryRuleAndLeaveTheDayAsItIs) {
  causes_seen.clear();
  for (int rule = 0; rule < static_cast<int>(TrustRule::count); ++rule) {
    for (int gossip = 0; gossip < static_cast<int>(GossipRule::count); ++gossip) {
      SCOPED_TRACE("rule " + std::to_string(rule) + ", gossip " + std::to_string(gossip));
      check_property(12, [&] {
        check_world({.most_people = 25,
                     .with_interventions = true,
                     .with_events = true,
                     .trust = static_cast<TrustRule>(rule),
                     .gossip = static_cast<GossipRule>(gossip)},
                    12);
      });
    }
  }
  for (const TieCause cause :
       {TieCause::ended, TieCause::began, TieCause::violation, TieCause::answer, TieCause::own_apology, TieCause::heard,
        TieCause::given_back, TieCause::drift, TieCause::contact, TieCause::evidence, TieCause::ceiling}) {
    EXPECT_GT(causes_seen[cause], 0) << "never seen: cause " << static_cast<int>(cause);
  }
  for (const auto& [cause, count] : causes_seen)
    RecordProperty("cause " + std::to_string(static_cast<int>(cause)), count);
}

// Under the default rule whoever doubts a step can reckon it again: in every kind of tie, unless a ceiling cut it
// short.
TEST(Explain, StepsOfTheAsymmetricRuleCanBeReckonedAgain) {
  std::map<TieClass, int> steps, reckoned, moved;
  check_property(60, [&] {
    const Asked asked({.most_people = 30,
                       .with_interventions = true,
                       .with_events = true,
                       .trust = TrustRule::asymmetric,
                       .gossip = GossipRule::none});
    for_some_ties(asked, 30, [&](Seat source, Seat target, int lane) {
      Batch walked = asked.batch.fork(asked.plans());
      const TieDay day = explain_tie_day(walked, asked.about(source, target, lane));
      const TieGraph& graph = asked.batch.world().graph();
      const TieClass tie = asked.batch.world().tie_class()[graph.find(source, target)];
      for (const ExplainedStep& step : day.steps) {
        if (step.cause == TieCause::ceiling) return;
      }
      steps[tie] += static_cast<int>(day.meetings.size());
      reckoned[tie] += static_cast<int>(day.reckonings.size());
      for (const Reckoning& numbers : day.reckonings) {
        moved[tie] += numbers.outcome != 0;
        const double was = static_cast<double>(numbers.before);
        const double room = numbers.outcome > 0 ? 1 - was : was;
        const double learned = was + numbers.rate * numbers.outcome * room;
        RC_ASSERT(std::fabs(learned - numbers.learned) < 1e-12);
        RC_ASSERT(std::fabs(learned + numbers.share * (numbers.home - learned) - numbers.after) < 1e-12);
      }
      if (day.after >= 0 && !day.steps.empty() && day.reckonings.size() == day.meetings.size() &&
          day.steps.back().phase == "meet + experience + trust") {
        RC_ASSERT(std::fabs(day.reckonings.back().after - static_cast<double>(day.after)) < 1e-5);
      }
    });
  });
  int with_outcome = 0;
  for (const auto& [tie, count] : steps) {
    EXPECT_GE(reckoned[tie], count * 99 / 100) << "kind of tie " << static_cast<int>(tie) << ", of " << count;
    with_outcome += moved[tie];
  }
  EXPECT_GT(with_outcome, 50);
  EXPECT_GE(steps.size(), tie_class_count - 1);
}

TEST(Explain, OtherRulesAreNotReckonedByTheAsymmetricOne) {
  check_property(10, [&] {
    const Asked asked({.most_people = 20, .trust = TrustRule::beta, .gossip = GossipRule::none});
    for_some_ties(asked, 10, [&](Seat source, Seat target, int lane) {
      Batch walked = asked.batch.fork(asked.plans());
      RC_ASSERT(explain_tie_day(walked, asked.about(source, target, lane)).reckonings.empty());
    });
  });
}

// What is named was done, and whoever is said to have met did, by the oracle of contacts' own behaviours.
TEST(Explain, NamesOnlyWhatTheTargetReallyDid) {
  int named = 0;
  check_property(200, [&] {
    const Asked asked({.most_people = 20, .with_interventions = true, .with_events = true});
    for_some_ties(asked, 20, [&](Seat source, Seat target, int lane) {
      Batch walked = asked.batch.fork(asked.plans());
      const TieDay day = explain_tie_day(walked, asked.about(source, target, lane));
      std::uint32_t last_done = 0;
      for (const MeetingOfStep& meeting : day.meetings) {
        last_done = meeting.behaviours;
        RC_ASSERT(meeting.met || meeting.seen.empty());
        for (const SeenEvidence& piece : meeting.seen) {
          if (!piece.row->behaviour) continue;
          const bool did = (meeting.behaviours >> static_cast<unsigned>(*piece.row->behaviour) & 1U) != 0;
          RC_ASSERT(did != piece.row->left_undone);
          ++named;
        }
      }
      if (day.meetings.empty()) return;
      const float word = walked.state()[Column::behaviour_word].at(target, lane);
      if (day.meetings.back().step_of_day == asked.chosen.options.steps_per_day) {
        RC_ASSERT(last_done == bits(word));
      }
      for (const ExplainedStep& step : day.steps) {
        if (step.cause != TieCause::evidence) continue;
        const MeetingOfStep& meeting =
            day.meetings[0].step_of_day == step.step_of_day ? day.meetings[0] : day.meetings.back();
        const bool seen = std::any_of(meeting.seen.begin(), meeting.seen.end(),
                                      [&](const SeenEvidence& piece) { return piece.row == step.evidence; });
        RC_ASSERT(seen || asked.chosen.options.steps_per_day > 2);
      }
    });
  });
  EXPECT_GT(named, 500);
}

// The oracle of contacts derives them tie by tie in double precision: who meets, how, and what it is worth by side.
TEST(Explain, PiecesOfEvidenceAddUpToTheOraclesOutcome) {
  int contacts = 0;
  check_property(200, [&] {
    const RandomCase chosen = random_case({.most_people = 30});
    const PhaseRun run(trust_phase, chosen);
    Batch batch = chosen.batch();
    bring_before(trust_phase, chosen, batch);
    const TieGraph& graph = batch.world().graph();
    for (Seat target = 0; target < graph.seats(); ++target) {
      for (std::uint32_t place = 0; place < graph.in_degree(target) * static_cast<std::uint32_t>(batch.lanes());
           ++place) {
        const Slot slot = graph.row_begin(target) + place % graph.in_degree(target);
        const int lane = static_cast<int>(place / graph.in_degree(target));
        if (!run.active(slot, lane)) continue;
        const ContactOracle oracle(run, slot, target, lane);
        const std::optional<Met> met = oracle.met();
        if (!met || (!met->at_all && place % 50 != 0)) continue;
        const Plan* plan = chosen.lanes[static_cast<std::size_t>(lane)].plan;
        const TieQuestion question{plan, chosen.options, lane, graph.source(slot), target};
        const auto step = static_cast<std::uint32_t>(chosen.days_before * chosen.options.steps_per_day + 1);
        const MeetingOfStep found = TieTrial(batch, question, step).meeting();
        RC_ASSERT(found.met == met->at_all);
        if (!found.met) continue;
        ++contacts;
        RC_ASSERT(std::abs(static_cast<double>(found.richness) - met->richness) < 1e-6);
        for (std::size_t d = 0; d < dimension_count; ++d) {
          double sum = 0;
          for (const SeenEvidence& piece : found.seen) sum += static_cast<double>(piece.worth[d]);
          const RoundedOutcome outcome = oracle.outcome(*met, static_cast<Dimension>(d));
          RC_ASSERT(std::abs(std::clamp(sum, -1.0, 1.0) - outcome.value) < 1e-4 * (1 + outcome.size));
        }
      }
    }
  });
  EXPECT_GT(contacts, 3000);
}

}  // namespace
}  // namespace trust::testing
