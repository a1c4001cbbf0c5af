// What violations and repair do to an organisation, each mechanism against the same days without it: same luck, sixteen
// replicates.
#include <gtest/gtest.h>

#include <bit>

#include "tests/models/quiet.hpp"

namespace trust::testing {
namespace {

// Mean trust after so many days of ordinary life.
std::vector<double> trust_after(const Plan& plan, int days) {
  static const std::shared_ptr<const World> world = small_world(48);
  Batch batch(world, lanes_of(plan, 0, 16), {.seed = 5});
  for (int day = 0; day < days; ++day) batch.step();
  std::vector<double> found;
  for (int lane = 0; lane < 16; ++lane) found.push_back(figure(batch, Measure::trust, lane));
  return found;
}

// Both plans meet the same luck, so that what is left between them is the mechanism.
void expect_more_trust(const Plan& with, const Plan& without, int days) {
  const std::vector<double> one = trust_after(with, days);
  const std::vector<double> other = trust_after(without, days);
  std::vector<double> difference;
  for (std::size_t lane = 0; lane < one.size(); ++lane) difference.push_back(one[lane] - other[lane]);
  const Estimate found = estimate(difference);
  EXPECT_GT(found.mean - 4 * found.error, 0) << found.mean << " +- " << found.error;
  EXPECT_GT(found.mean, 1e-4);
}

Event about_all(int day, Event::Kind kind) {
  Event event = event_about({}, day, kind);
  event.who.emplace_back();
  return event;
}

// Everybody lets everybody down on day 10.
Event let_down(Dimension dimension = Dimension::ability, bool deception = false) {
  Event event = about_all(10, Event::Kind::violation);
  event.severity = 0.5F;
  event.dimension = dimension;
  event.deception = deception;
  return event;
}

Event answer(int day, Event::Response what, float richness = 1) {
  Event event = about_all(day, Event::Kind::response);
  event.response = what;
  event.richness = richness;
  return event;
}

Plan life(std::vector<Event> events, const std::vector<std::pair<Lever, float>>& levers = {}) {
  Plan plan = plan_with({{Lever::repair_hazard, 0.0F}, {Lever::exit_rate, 0.0F}});
  for (const auto& [lever, value] : levers) plan.settings.push_back({{}, lever, value});
  plan.events = std::move(events);
  return plan;
}

TEST(Violation, CostsTrust) { expect_more_trust(life({}), life({let_down()}), 40); }

// S3-13.
TEST(Apology, MendsTrust) {
  expect_more_trust(life({let_down(), answer(11, Event::Response::apology)}), life({let_down()}), 40);
  const std::pair<Lever, float> off{Lever::repair_apology_ability, 0.0F};
  expect_more_trust(life({let_down(), answer(11, Event::Response::apology)}),
                    life({let_down(), answer(11, Event::Response::apology)}, {off}), 40);
}

TEST(Penance, MendsTrust) {
  expect_more_trust(life({let_down(), answer(11, Event::Response::penance)}),
                    life({let_down(), answer(11, Event::Response::penance)}, {{Lever::repair_penance, 0.0F}}), 40);
}

TEST(Promise, LetsTrustGrowFaster) {
  const std::vector<Event> events = {let_down(), answer(11, Event::Response::promise)};
  expect_more_trust(life(events), life(events, {{Lever::repair_promise_factor, 1.0F}}), 60);
}

// S3-14.
TEST(Scar, DampsWhatIsGoodLater) {
  const std::vector<Event> events = {let_down(Dimension::integrity, true)};
  const auto damped = [&](float damping) {
    return life(events, {{Lever::repair_deception_ceiling, 1.0F}, {Lever::repair_scar_damping, damping}});
  };
  expect_more_trust(damped(0), damped(0.3F), 60);
}

TEST(Scar, KeepsTrustBelowItsCeiling) {
  const std::vector<Event> events = {let_down(Dimension::integrity, true)};
  expect_more_trust(life(events, {{Lever::repair_deception_ceiling, 1.0F}}),
                    life(events, {{Lever::repair_deception_ceiling, 0.6F}}), 150);
}

// S3-15.
TEST(FaceToFace, MendsMoreThanAMessage) {
  expect_more_trust(life({let_down(), answer(11, Event::Response::apology, 1.0F)}),
                    life({let_down(), answer(11, Event::Response::apology, 0.25F)}), 20);
}

// S3-17: more in a morning than ordinary days do in a month.
TEST(OneConversation, GivesALargeJump) {
  const Plan alone = life({let_down()});
  const Plan talked = life({let_down(), answer(11, Event::Response::apology)});
  const double low = estimate(trust_after(alone, 10)).mean;
  const double month = estimate(trust_after(alone, 31)).mean;
  const double morning = estimate(trust_after(talked, 11)).mean;
  EXPECT_GT(morning - low, 0.05);
  EXPECT_GT(morning - low, 1.5 * (month - low));
}

// S3-5, S3-8, S3-10: asked for, feedback helps; unasked, it hurts.
TEST(FeedbackContract, MakesFeedbackWelcome) {
  const std::vector<std::pair<Lever, float>> candid = {{Lever::peer_feedback_propensity, 0.8F}};
  expect_more_trust(life({about_all(1, Event::Kind::contract)}, candid), life({}, candid), 40);
}

TEST(FeedbackContract, IsNothingWithoutFeedback) {
  const std::vector<std::pair<Lever, float>> silent = {{Lever::peer_feedback_propensity, 0.0F}};
  EXPECT_EQ(trust_after(life({about_all(1, Event::Kind::contract)}, silent), 20), trust_after(life({}, silent), 20));
}

// Two people, one of whom gives the other the feedback that they agreed on, every day.
double trust_after_feedback(float trust, float threshold, std::vector<Event> events) {
  Plan plan = quiet_plan({{Lever::contact_peer, 1.0F},
                          {Lever::peer_feedback_propensity, 1.0F},
                          {Lever::peer_feedback_effect, 0.5F},
                          {Lever::repair_threshold, threshold},
                          {Lever::trust_disposition_within, 0.0F}});
  events.insert(events.begin(), event_about({"p0", "p1"}, 1, Event::Kind::contract));
  plan.events = std::move(events);
  Batch batch(world_of(bare_organisation(2, {{0, 1, trust}})), lanes_of(plan, 0, 1), {.seed = 1});
  for (int day = 0; day < 60; ++day) batch.step();
  return trust_in(batch, 0, 1);
}

// S3-12: where the relation is damaged, feedback does nothing until it is mended.
TEST(Reset, ComesBeforeFeedback) {
  EXPECT_LE(trust_after_feedback(0.1F, 0.15F, {}), 0.1);
  EXPECT_GT(trust_after_feedback(0.1F, 0.0F, {}), 0.3);
  Event betrayal = event_about({"p1"}, 2, Event::Kind::violation);
  betrayal.severity = 0.75F;
  Event apology = event_about({"p1"}, 3, Event::Kind::response);
  EXPECT_LT(trust_after_feedback(0.4F, 0.15F, {betrayal}), 0.15);
  EXPECT_GT(trust_after_feedback(0.4F, 0.15F, {betrayal, apology}), 0.4);
}

// S3-16: how many of those who did harm have apologised unasked within ten days, by how much they are trusted.
double share_answered(float trust, float hazard) {
  constexpr Seat size = 200;
  std::vector<Tie> ties;
  for (Seat target = 0; target < size; ++target) ties.push_back({(target + 1) % size, target, trust});
  Plan plan = quiet_plan({{Lever::repair_hazard, hazard}, {Lever::trust_disposition_within, trust}});
  plan.events = {about_all(1, Event::Kind::violation)};
  Batch batch(world_of(bare_organisation(size, ties)), lanes_of(plan, 0, 16), {.seed = 1});
  for (int day = 0; day < 10; ++day) batch.step();
  double answered = 0;
  for (Seat seat = 0; seat < size; ++seat) {
    for (int lane = 0; lane < 16; ++lane) {
      if (std::bit_cast<std::uint32_t>(batch.state()[Column::harm].at(seat, lane)) == 0) ++answered;
    }
  }
  return answered / (16 * size);
}

TEST(OwnApologies, ArePutOffWhereTrustIsLow) {
  EXPECT_EQ(share_answered(0.8F, 0.0F), 0);
  const auto within = [](double share) { return 4 * std::sqrt(share * (1 - share) / (16 * 200)); };
  for (const float trust : {0.8F, 0.2F}) {
    const double theory = 1 - std::pow(1 - 0.1 * trust, 10);
    EXPECT_NEAR(share_answered(trust, 0.1F), theory, within(theory)) << trust;
  }
}

// S1-14: marketing lets the others down; those who live off the accounts lose more.
TEST(Exposure, MakesAnotherFunctionsMistakesCostMore) {
  Event mistake = let_down();
  mistake.who = {{Target::Kind::function, "marketing"}};
  expect_more_trust(life({mistake}, {{Lever::trust_exposure, 1.0F}}), life({mistake}, {{Lever::trust_exposure, 1.5F}}),
                    10);
}

}  // namespace
}  // namespace trust::testing
