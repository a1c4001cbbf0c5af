// What the equations about people say in closed form, out of the shipped phases: habit and example, hours, supervision,
// errors, ramp-up, forgetting, feedback, training, and the eight requests.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <numeric>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

// Seat 0 manages the others; every tie has this trust and keeps it.
std::shared_ptr<Organisation> team_of(Seat size, float trust) {
  std::vector<Tie> ties;
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      if (source != target) ties.push_back({source, target, trust});
    }
  }
  auto organisation = bare_organisation(size, ties);
  for (Seat seat = 1; seat < size; ++seat) organisation->people[seat].manager = 0;
  return organisation;
}

// Trust stays as it is, nobody comes or goes, and mood moves no behaviour.
Plan at_rest(std::vector<std::pair<Lever, float>> levers) {
  std::vector<std::pair<Lever, float>> all = {{Lever::trust_gain, 0.0F},
                                              {Lever::trust_loss, 0.0F},
                                              {Lever::trust_half_life, 26000.0F},
                                              {Lever::exit_rate, 0.0F},
                                              {Lever::tie_formation, 0.0F},
                                              {Lever::tie_ending, 0.0F},
                                              {Lever::behaviour_trust_sensitivity, 0.0F},
                                              {Lever::behaviour_stress_sensitivity, 0.0F},
                                              {Lever::behaviour_self_awareness, 0.0F}};
  all.insert(all.end(), levers.begin(), levers.end());
  return plan_with(all);
}

// Nothing teaches and nothing is forgotten, but for what a test sets after this.
std::vector<std::pair<Lever, float>> no_learning() {
  return {{Lever::skill_used, 1.0F},      {Lever::skill_practice, 0.0F}, {Lever::training_hours, 0.0F},
          {Lever::coaching_skill, 0.0F},  {Lever::progress_skill, 0.0F}, {Lever::debriefs_rate, 0.0F},
          {Lever::repair_threshold, 0.0F}};
}

std::vector<std::pair<Lever, float>> no_learning_but(std::vector<std::pair<Lever, float>> levers) {
  auto all = no_learning();
  all.insert(all.end(), levers.begin(), levers.end());
  return all;
}

struct Team {
  Team(std::shared_ptr<const Organisation> organisation, Plan chosen, int steps_per_day = 1)
      : plan(std::move(chosen)),
        batch(world_of(std::move(organisation)), lanes_of(plan, 0, 16), {.seed = 3, .steps_per_day = steps_per_day}) {}

  float of(Column column, Seat seat, int lane = 0) const { return batch.state()[column].at(seat, lane); }
  bool did(Seat seat, int lane, Behaviour behaviour) const {
    const auto word = std::bit_cast<std::uint32_t>(of(Column::behaviour_word, seat, lane));
    return (word >> static_cast<unsigned>(behaviour) & 1U) != 0;
  }
  void set(Column column, Seat seat, float value) { batch.state()[column].fill_row(seat, value); }
  void run(int days) {
    for (int day = 0; day < days; ++day) batch.step();
  }

  Plan plan;
  Batch batch;
};

// --- behaviours

struct Shares {
  Estimate days;     // share of days on which it happens
  Estimate repeats;  // ... of those after a day on which it did
};

Shares shares_of(Team& team, Seat seat, int days) {
  std::vector<double> all, again;
  std::vector<bool> before(16);
  for (int lane = 0; lane < 16; ++lane) before[static_cast<std::size_t>(lane)] = false;
  for (int day = 0; day < days; ++day) {
    team.batch.step();
    for (int lane = 0; lane < 16; ++lane) {
      const bool now = team.did(seat, lane, Behaviour::progress);
      all.push_back(now ? 1 : 0);
      if (before[static_cast<std::size_t>(lane)]) again.push_back(now ? 1 : 0);
      before[static_cast<std::size_t>(lane)] = now;
    }
  }
  return {estimate(all), estimate(again)};
}

TEST(Habit, MakesRunsButNotMoreOfIt) {
  Team team(team_of(1, 0.5F), at_rest({{Lever::progress_propensity, 0.3F}, {Lever::behaviour_habit, 0.5F}}));
  const Shares found = shares_of(team, 0, 3000);
  // Runs carry (1 + 0.5) / (1 - 0.5) times the variance of independent days.
  EXPECT_NEAR(found.days.mean, 0.3, 4 * std::sqrt(3.0) * found.days.error);
  EXPECT_NEAR(found.repeats.mean, 0.5 + 0.5 * 0.3, 4 * found.repeats.error);
}

TEST(Example, PullsReportsTowardsTheManager) {
  Plan plan =
      at_rest({{Lever::progress_propensity, 0.2F}, {Lever::behaviour_habit, 0.0F}, {Lever::behaviour_modelling, 0.4F}});
  plan.settings.push_back({{Target::Kind::person, "p0"}, Lever::progress_propensity, 0.8F});
  Team team(team_of(2, 0.5F), plan);
  const Shares found = shares_of(team, 1, 3000);
  EXPECT_NEAR(found.days.mean, 0.6 * 0.2 + 0.4 * 0.8, 4 * found.days.error);
}

// --- feelings

TEST(Safety, IsBuiltBySustainedAndNotByOneVulnerability) {
  const auto safety_after = [](int days_of_vulnerability) {
    Plan plan = at_rest({{Lever::vulnerability_propensity, 0.0F}, {Lever::self_promotion_propensity, 0.0F}});
    Intervention shown = change_lasting(1, days_of_vulnerability);
    shown.who.push_back({});
    shown.changes.push_back({LeverChange::How::set, Lever::vulnerability_propensity, 1.0F});
    plan.interventions.push_back(shown);
    Team team(team_of(3, 0.5F), plan);
    team.run(130);
    return team.of(Column::safety, 1);
  };
  const float never = safety_after(0);
  const float once = safety_after(1);
  const float always = safety_after(130);
  EXPECT_GT(once, never);
  EXPECT_LT(once - never, 0.01F);
  EXPECT_GT(always - never, 0.3F);
}

TEST(Vision, CountsForAsMuchAsItsSenderIsTrusted) {
  const auto clarity_at = [](float trust) {
    Team team(team_of(3, trust), at_rest({{Lever::transparency_propensity, 0.0F},
                                          {Lever::message_vision, 1.0F},
                                          {Lever::message_effect, 0.5F},
                                          {Lever::trust_disposition_within, trust}}));
    return team.of(Column::clarity, 1);
  };
  EXPECT_EQ(clarity_at(0.0F), 0.0F);
  EXPECT_NEAR(clarity_at(0.6F), 0.3, 1e-6);
}

TEST(Conflict, IsOfThoseWhoAnswerToClientsAndAreRewardedAlone) {
  const auto stress_of = [](std::uint32_t role, float team_share) {
    auto organisation = team_of(2, 0.5F);
    organisation->people[1].role = role;
    const Team team(organisation, at_rest({{Lever::incentives_team, team_share}, {Lever::client_control, 0.0F}}));
    return team.of(Column::stress, 1);
  };
  constexpr std::uint32_t rep = 0, marketer = 2;
  EXPECT_NEAR(stress_of(rep, 0.0F) - stress_of(rep, 1.0F), parameter(Lever::stress_conflict).initial, 1e-6);
  EXPECT_EQ(stress_of(marketer, 0.0F), stress_of(marketer, 1.0F));
}

// --- hours

float hours(Column column, float trust, std::vector<std::pair<Lever, float>> levers) {
  levers.emplace_back(Lever::micromanagement_propensity, 0.0F);
  Team team(team_of(3, trust), at_rest(std::move(levers)));
  team.run(1);
  return team.of(column, 1);
}

TEST(Hours, OfDistrustComeOutOfTheTimeOutside) {
  for (const Column column : {Column::hours_reporting, Column::hours_meetings, Column::hours_justification}) {
    EXPECT_GT(hours(column, 0.2F, {}), hours(column, 0.5F, {}));
    EXPECT_GT(hours(column, 0.5F, {}), hours(column, 0.9F, {}));
  }
  EXPECT_LT(hours(Column::hours_outside, 0.2F, {}), hours(Column::hours_outside, 0.9F, {}));
}

TEST(Hours, ThatAreAskedForComeOutOfTheTimeOutsideOneForOne) {
  const std::pair<Lever, Column> asked[] = {{Lever::hours_required_reporting, Column::hours_reporting},
                                            {Lever::hours_scrum, Column::hours_meetings},
                                            {Lever::training_hours, Column::hours_learning},
                                            {Lever::acumen_hours, Column::hours_learning},
                                            {Lever::hours_programme, Column::hours_programme}};
  for (const auto& [lever, column] : asked) {
    const float more = hours(column, 0.6F, {{lever, 0.75F}}) - hours(column, 0.6F, {{lever, 0.25F}});
    const float less =
        hours(Column::hours_outside, 0.6F, {{lever, 0.25F}}) - hours(Column::hours_outside, 0.6F, {{lever, 0.75F}});
    EXPECT_NEAR(more, 0.5, 1e-5) << parameter(lever).name;
    EXPECT_NEAR(less, 0.5, 1e-5) << parameter(lever).name;
  }
}

TEST(Hours, OfCoordinationAreSavedByAPlaybook) {
  const float plain = hours(Column::hours_coordination, 0.5F, {{Lever::playbook_clarity, 0.0F}});
  const float clear = hours(Column::hours_coordination, 0.5F, {{Lever::playbook_clarity, 1.0F}});
  EXPECT_NEAR(clear / plain, 1 - parameter(Lever::playbook_coordination).initial, 1e-5);
}

TEST(Hours, OfTheChangeFadeByHalfInItsHalfLife) {
  Team team(team_of(3, 0.5F), at_rest({{Lever::change_hours_half_life, 40.0F}}));
  team.run(1);
  const auto hours_at = [&](float adopted, float days) {
    team.batch.run_phase("intervene");
    team.set(Column::adopted, 1, adopted);
    team.set(Column::adopted_for, 1, days);
    team.batch.run_phase("spend");
    return team.of(Column::hours_programme, 1);
  };
  EXPECT_EQ(hours_at(0, 0), 0.0F);
  EXPECT_NEAR(hours_at(1, 0), parameter(Lever::change_hours).initial, 1e-5);
  EXPECT_NEAR(hours_at(1, 40), parameter(Lever::change_hours).initial / 2, 1e-5);
}

TEST(Hours, OfAnEmptySeatAreNone) {
  auto organisation = team_of(3, 0.5F);
  organisation->people[1].open = true;
  Team team(organisation, at_rest({{Lever::refill_days, 26000.0F}}));
  for (int day = 0; day < 3; ++day) {
    for (const Column column : {Column::hours_inside, Column::hours_outside, Column::hours_coordination, Column::effort,
                                Column::errors, Column::output}) {
      EXPECT_EQ(team.of(column, 1), 0.0F) << column_row(column).name;
    }
    team.run(1);
  }
}

// --- work

// What is left of `effort` when only the monitoring differs.
float effort_at(float monitoring, float recognised) {
  Team team(team_of(3, 0.5F), at_rest({}));
  team.batch.run_phase("intervene");
  for (const Column column : {Column::engagement, Column::energy, Column::clarity}) team.set(column, 1, 0.5F);
  team.set(Column::micromanaged, 1, 0.0F);
  team.set(Column::recognised, 1, recognised);
  team.set(Column::monitoring, 1, monitoring);
  team.batch.run_phase("work");
  return team.of(Column::effort, 1);
}

TEST(Supervision, IsAnInvertedUWhereNobodyIsRecognised) {
  const float a = parameter(Lever::effort_supervision).initial;
  const float half = parameter(Lever::effort_supervision_half).initial;
  const float b = parameter(Lever::effort_crowding).initial;
  const float from = parameter(Lever::effort_crowding_threshold).initial;
  const float none = effort_at(0, 0);
  for (const float m : {0.1F, 0.3F, from, 0.6F, 1.0F}) {
    const float multiplier = 1 + a * m / (m + half) - b * std::max(0.0F, m - from);
    EXPECT_NEAR(effort_at(m, 0) / none, multiplier, 1e-6) << m;
  }
  EXPECT_LT(effort_at(from - 0.1F, 0), effort_at(from, 0));
  EXPECT_GT(effort_at(from, 0), effort_at(from + 0.1F, 0));
  EXPECT_LT(effort_at(2 * from, 0), none);
}

TEST(Supervision, IsSupportWhereItComesWithRecognition) {
  EXPECT_GT(effort_at(1.0F, 1), effort_at(0.4F, 1));
  EXPECT_GT(effort_at(1.0F, 1), effort_at(1.0F, 0));
}

// Output an hour outside, of people of middling skill whose manager trusts them so much.
double output_per_hour(float trust, float discretion) {
  Plan plan = at_rest({{Lever::discretion_propensity, discretion},
                       {Lever::trust_disposition_within, trust},
                       {Lever::errors_autonomy, 2.0F},
                       {Lever::hours_required_reporting, 0.0F},
                       {Lever::micromanagement_propensity, 0.0F}});
  auto organisation = team_of(6, trust);
  for (Person& person : organisation->people) person.skill = 0.5F;
  Team team(organisation, plan);
  team.run(130);
  double output = 0, hours = 0;
  for (Seat seat = 1; seat < 6; ++seat) {
    for (int lane = 0; lane < 16; ++lane) {
      output += team.of(Column::output, seat, lane);
      hours += team.of(Column::hours_outside, seat, lane);
    }
  }
  return output / hours;
}

// Langfred 2004: where people are left to it, trust so high that nobody looks can hurt; else it helps.
TEST(Langfred, HighTrustHelpsWithoutAutonomyAndHurtsWithIt) {
  EXPECT_GT(output_per_hour(0.9F, 0.0F), output_per_hour(0.5F, 0.0F));
  EXPECT_LT(output_per_hour(0.9F, 1.0F), output_per_hour(0.5F, 1.0F));
}

float errors_with(std::vector<std::pair<Lever, float>> levers) {
  Team team(team_of(3, 0.6F), at_rest(std::move(levers)));
  team.run(1);
  return team.of(Column::errors, 1);
}

TEST(Errors, FallWithReportsAndRiseWithDiscretion) {
  EXPECT_LT(errors_with({{Lever::hours_required_reporting, 1.0F}}),
            errors_with({{Lever::hours_required_reporting, 0.0F}}));
  const float watched = errors_with({{Lever::discretion_propensity, 0.0F}});
  const float alone = errors_with({{Lever::discretion_propensity, 1.0F}});
  EXPECT_NEAR(alone / watched, parameter(Lever::errors_autonomy).initial, 1e-5);
}

TEST(RampUp, ReachesNineTenthsAfterThreeMonthsAndAFifth) {
  Team team(team_of(3, 0.5F), at_rest({}));
  const auto output_at = [&](float tenure) {
    team.batch.run_phase("intervene");
    team.set(Column::tenure, 1, tenure);
    team.batch.run_phase("work");
    return team.of(Column::output, 1);
  };
  const float full = output_at(5000);
  EXPECT_EQ(output_at(0), 0.0F);
  EXPECT_NEAR(output_at(30) / full, 1 - std::exp(-1), 1e-5);
  EXPECT_NEAR(output_at(3.2F * 260 / 12) / full, 0.9, 0.01);
}

// --- learning

TEST(Forgetting, HalvesUnusedSkillInItsHalfLife) {
  for (const int steps : {1, 4}) {
    auto organisation = team_of(3, 0.5F);
    organisation->people[1].skill = 0.8F;
    Team team(organisation, at_rest(no_learning_but({{Lever::skill_used, 0.0F}, {Lever::skill_forgetting, 50.0F}})),
              steps);
    team.run(50);
    EXPECT_NEAR(team.of(Column::skill, 1), 0.4, 1e-4) << steps;
    team.run(50);
    EXPECT_NEAR(team.of(Column::skill, 1), 0.2, 1e-4) << steps;
  }
}

TEST(Feedback, DoesHarmInOneEpisodeOfThree) {
  Team team(team_of(12, 0.5F), at_rest(no_learning_but({{Lever::coaching_propensity, 1.0F},
                                                        {Lever::coaching_skill, 0.001F},
                                                        {Lever::behaviour_habit, 0.0F}})));
  std::vector<double> harmed, taught;
  for (int day = 0; day < 400; ++day) {
    team.batch.step();
    for (Seat seat = 1; seat < 12; ++seat) {
      for (int lane = 0; lane < 16; ++lane) {
        const double missing = 1 - team.of(Column::skill, seat, lane) + team.of(Column::learned, seat, lane);
        harmed.push_back(team.of(Column::learned, seat, lane) < 0 ? 1 : 0);
        taught.push_back(team.of(Column::learned, seat, lane) / missing / 0.001);
      }
    }
  }
  const Estimate harm = estimate(harmed);
  const Estimate effect = estimate(taught);
  EXPECT_NEAR(harm.mean, 0.3330, 4 * harm.error);  // P(N(0.41, 0.95) < 0)
  EXPECT_NEAR(effect.mean, 0.41, 4 * effect.error + 1e-3);
  EXPECT_NEAR(effect.error * std::sqrt(static_cast<double>(taught.size())), 0.95, 0.02);
}

TEST(Feedback, DoesNoGoodWhereTheRelationIsBroken) {
  auto levers = no_learning_but({{Lever::coaching_propensity, 1.0F}, {Lever::coaching_skill, 0.01F}});
  levers.emplace_back(Lever::repair_threshold, 0.6F);
  Team team(team_of(12, 0.5F), at_rest(levers));
  for (int day = 0; day < 50; ++day) {
    team.batch.step();
    for (int lane = 0; lane < 16; ++lane) EXPECT_LE(team.of(Column::learned, 1, lane), 0.0F);
  }
}

float taught_by(float hours, float trust) {
  Team team(team_of(3, trust), at_rest(no_learning_but({{Lever::training_hours, hours},
                                                        {Lever::training_rate, 0.01F},
                                                        {Lever::trust_disposition_within, trust},
                                                        {Lever::hours_coordination, 0.0F}})));
  team.run(1);
  return team.of(Column::learned, 1);
}

TEST(Training, SaturatesAndIsPutToUseWhereThereIsTrust) {
  const float at_gate = parameter(Lever::training_gate).initial;
  EXPECT_NEAR(taught_by(1, at_gate), 0.01 * 0.5 * (1 - 0.6), 1e-6);
  EXPECT_NEAR(taught_by(2, at_gate), 2 * taught_by(1, at_gate), 1e-6);
  EXPECT_NEAR(taught_by(4, at_gate), taught_by(2, at_gate), 1e-6);
  EXPECT_GT(taught_by(1, 0.8F), 1.5F * taught_by(1, at_gate));
  EXPECT_LT(taught_by(1, 0.1F), 0.2F * taught_by(1, at_gate));
}

// Four of skill .2, .4, .6 and .8 after 100 days in which those behind the mean gain `share` of what they lack.
std::array<double, 4> lifted(double share) {
  std::array<double, 4> skill = {0.2, 0.4, 0.6, 0.8};
  for (int day = 0; day < 100; ++day) {
    const double mean = std::accumulate(skill.begin(), skill.end(), 0.0) / 4;
    for (double& one : skill) one += share * std::max(mean - one, 0.0);
  }
  return skill;
}

TEST(Debriefs, LiftThoseBehindAsFarAsTheyTrust) {
  for (const float trust : {0.0F, 0.5F, 1.0F}) {
    auto organisation = team_of(4, trust);
    for (Seat seat = 0; seat < 4; ++seat) organisation->people[seat].skill = 0.2F + 0.2F * static_cast<float>(seat);
    Team team(organisation,
              at_rest(no_learning_but({{Lever::debriefs_rate, 0.02F}, {Lever::trust_disposition_within, trust}})));
    team.run(100);
    const std::array<double, 4> expected = lifted(0.02 * trust);
    for (Seat seat = 0; seat < 4; ++seat) EXPECT_NEAR(team.of(Column::skill, seat), expected[seat], 1e-4) << trust;
  }
  EXPECT_NEAR(lifted(0)[0], 0.2, 1e-12);
  EXPECT_GT(lifted(0.02)[0], 0.5);  // where all trust each other, the last passes what was the mean
}

// --- requests

TEST(Requests, ScoreWhatItemResponseSays) {
  for (const float trust : {0.2F, 0.5F, 0.8F}) {
    auto organisation = bare_organisation(4, {});
    for (Seat seat = 1; seat < 4; ++seat) {
      organisation->people[seat].role = 0;
      organisation->people[seat].function = 0;
      organisation->ties.push_back({seat, 0, trust});
    }
    Team team(organisation, at_rest({{Lever::trust_disposition_across, trust}}));
    double expected = 0;
    for (int q = 0; q < 8; ++q) {
      const double asked =
          parameter(Lever::request_easiest).initial + static_cast<float>(q) * parameter(Lever::request_step).initial;
      expected += 1 / (1 + std::exp(-parameter(Lever::request_steepness).initial * (trust - asked)));
    }
    std::vector<double> scores;
    for (int week = 0; week < 100; ++week) {
      team.run(5);
      for (int lane = 0; lane < 16; ++lane) {
        EXPECT_NEAR(team.of(Column::trust_from_sales, 0, lane), trust, 1e-5);
        scores.push_back(std::bit_cast<std::uint32_t>(team.of(Column::checklist, 0, lane)));
      }
    }
    const Estimate found = estimate(scores);
    EXPECT_NEAR(found.mean, expected, 4 * found.error) << "at trust " << trust;
  }
}

}  // namespace
}  // namespace trust::testing
