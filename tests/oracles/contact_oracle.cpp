#include "tests/oracles/contact_oracle.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "models/tie_word.hpp"

namespace trust::testing {

ContactOracle::ContactOracle(const PhaseRun& run, Slot slot, Seat target, int lane)
    : run_(run),
      slot_(slot),
      source_(run.graph().source(slot)),
      target_(target),
      lane_(lane),
      kind_(tie_kind(run.organisation(), source_, target)) {}

const Role& ContactOracle::role(Seat seat) const {
  return run_.organisation().roles[run_.organisation().people[seat].role];
}

double ContactOracle::chance() const {
  switch (kind_) {
    case TieKind::manager:
      return run_.per_step(lever(Lever::contact_manager));
    case TieKind::report:
      return run_.per_step(lever(Lever::contact_report));
    case TieKind::leader_leader:
      return run_.per_step(lever(Lever::contact_leaders));
    case TieKind::cross_function:
      return run_.per_step(lever(Lever::contact_across));
    default:
      return run_.per_step(lever(Lever::contact_peer));
  }
}

// A 16-bit draw walks down the channels: each takes its share of what those before it left.
std::optional<Met> ContactOracle::met() const {
  const bool far = run_.organisation().people[source_].location != run_.organisation().people[target_].location;
  const double share[] = {lever(Lever::channel_in_person) * (far ? lever(Lever::channel_distance) : 1.0),
                          lever(Lever::channel_call), lever(Lever::channel_chat), 1.0};
  const double richness[] = {1.0, lever(Lever::richness_call), lever(Lever::richness_chat),
                             lever(Lever::richness_mail)};
  double left = 1.0;
  for (int channel = 0; channel < 4; ++channel) {
    left *= 1 - share[channel];
    const auto this_far = run_.happens16(Purpose::contact, source_, target_, lane_, chance() * (1 - left));
    if (!this_far) return std::nullopt;
    if (*this_far) return Met{true, richness[channel]};
  }
  return Met{};
}

double ContactOracle::worth_of_recognition() const {
  const double weight = lever(Lever::recognition_unexpected);
  const double surprise = 1 - run_.before(Column::recognition_expectation, target_, lane_);
  double worth = lever(Lever::recognition_effect) * (1 + weight * surprise) / (1 + weight);
  worth *= std::exp(-std::min(87.0, lever(Lever::recognition_delay) / lever(Lever::recognition_delay_scale)));
  for (const Lever kind : {Lever::recognition_public, Lever::recognition_personal, Lever::recognition_tangible}) {
    worth *= 1 + lever(Lever::recognition_moderator) * lever(kind);
  }
  return kind_ == TieKind::peer ? worth * lever(Lever::recognition_peer) : worth;
}

// What those see who report to the person.
void ContactOracle::add_of_manager(std::vector<Piece>& found) const {
  const auto add = [&](bool happened, Dimension about, double worth) {
    if (happened) found.push_back({about, worth});
  };
  add(did(Behaviour::micromanagement), Dimension::benevolence, -lever(Lever::micromanagement_effect));
  add(did(Behaviour::accountability), Dimension::integrity, lever(Lever::accountability_effect));
  add(did(Behaviour::progress), Dimension::ability, lever(Lever::progress_effect));
  add(did(Behaviour::unbiased), Dimension::integrity, lever(Lever::unbiased_effect));
  add(did(Behaviour::coaching), Dimension::ability, lever(Lever::coaching_effect));
  const bool coached =
      (run_.bits_before(Column::word_before, target_, lane_) >> static_cast<unsigned>(Behaviour::coaching) & 1U) != 0;
  add(coached != did(Behaviour::coaching), Dimension::integrity, -lever(Lever::coaching_switching));
  const bool skilled =
      run_.before(Column::skill, source_, lane_) >= run_.lever(Lever::discretion_skill_threshold, source_, lane_);
  add(did(Behaviour::discretion) && skilled, Dimension::benevolence, lever(Lever::discretion_effect));
  add(before(Column::trust) < lever(Lever::attention_threshold), Dimension::benevolence,
      lever(Lever::attention_effect));
}

// What those see who are no reports, in other functions or at the head of other teams.
void ContactOracle::add_of_colleague(std::vector<Piece>& found) const {
  if (did(Behaviour::appreciation)) found.push_back({Dimension::benevolence, lever(Lever::appreciation_effect)});
  if (did(Behaviour::customer_focus)) found.push_back({Dimension::benevolence, lever(Lever::customer_focus_effect)});
  found.push_back({Dimension::ability, did(Behaviour::responsiveness) ? lever(Lever::responsiveness_effect)
                                                                      : -lever(Lever::responsiveness_silence)});
  found.push_back({Dimension::benevolence, lever(Lever::objectives_effect) * lever(Lever::objectives_shared)});
  const bool asks = role(source_).part == ChainPart::marketing && role(target_).part == ChainPart::sales;
  if (!asks || kind_ != TieKind::cross_function) return;
  const std::uint32_t happened = run_.bits_before(Column::happened, target_, lane_);
  if ((happened >> static_cast<unsigned>(Behaviour::answered_leads) & 1U) != 0) {
    found.push_back({Dimension::benevolence, lever(Lever::follow_up_effect)});
  }
  if ((happened >> static_cast<unsigned>(Behaviour::silent_on_leads) & 1U) != 0) {
    found.push_back({Dimension::benevolence, -lever(Lever::follow_up_silence)});
  }
}

void ContactOracle::add_promises(std::vector<Piece>& found) const {
  if (did(Behaviour::promise)) {
    found.push_back({Dimension::integrity, lever(Lever::promise_effect)});
    return;
  }
  const double intent = lever(Lever::playbook_attribution) * (1 - lever(Lever::playbook_clarity));
  found.push_back({Dimension::integrity, -lever(Lever::promise_broken) * intent});
  found.push_back({Dimension::ability, -lever(Lever::promise_broken) * (1 - intent)});
}

void ContactOracle::add_feedback(std::vector<Piece>& found) const {
  if (!did(Behaviour::peer_feedback)) return;
  const bool agreed = kind_ == TieKind::manager || kind_ == TieKind::report || has(contract_bit);
  if (!agreed) found.push_back({Dimension::benevolence, -lever(Lever::peer_feedback_cost)});
  if (agreed && before(Column::trust) >= lever(Lever::repair_threshold)) {
    found.push_back({Dimension::ability, lever(Lever::peer_feedback_effect)});
  }
}

std::vector<ContactOracle::Piece> ContactOracle::pieces() const {
  std::vector<Piece> found = {{Dimension::ability, lever(Lever::contact_ordinary)}};
  if (did(Behaviour::recognition)) found.push_back({Dimension::benevolence, worth_of_recognition()});
  if (did(Behaviour::transparency)) found.push_back({Dimension::integrity, lever(Lever::transparency_effect)});
  if (did(Behaviour::vulnerability)) found.push_back({Dimension::benevolence, lever(Lever::vulnerability_effect)});
  if (did(Behaviour::self_promotion)) found.push_back({Dimension::benevolence, -lever(Lever::self_promotion_effect)});
  const bool foreign = kind_ == TieKind::cross_function || kind_ == TieKind::leader_leader;
  if (!foreign && did(Behaviour::team_building)) {
    found.push_back({Dimension::benevolence, lever(Lever::team_building_effect)});
  }
  if (kind_ == TieKind::manager) add_of_manager(found);
  if (foreign) add_of_colleague(found);
  add_promises(found);
  add_feedback(found);
  return found;
}

RoundedOutcome ContactOracle::outcome(const Met& met, std::optional<Dimension> dimension) const {
  const double distance = (before_bits(Column::tie_word) & static_cast<std::uint32_t>(style_distance_mask)) / 65535.0;
  const double misread = lever(Lever::style_misread) * (1 - lever(Lever::style_vocabulary)) *
                         (1 - 0.5 * run_.before(Column::self_awareness, target_, lane_));
  const double scar = has(scar_bit) ? lever(Lever::repair_scar_damping) : 0;
  const double across = met.richness * (1 - misread * distance) * (1 - scar);
  const double harder = 1 + (distance < 0.05 ? lever(Lever::style_projection) : 0);
  RoundedOutcome sum;
  for (const Piece& piece : pieces()) {
    if (dimension && piece.about != *dimension) continue;
    const double felt = piece.worth * (piece.worth < 0 ? harder : across);
    sum.value += felt;
    sum.size += std::abs(felt);
  }
  sum.value = std::clamp(sum.value, -1.0, 1.0);
  return sum;
}

double ContactOracle::home() const {
  return lever(is_across() ? Lever::trust_disposition_across : Lever::trust_disposition_within);
}

double ContactOracle::drift_share() const {
  const double faster = is_across() ? std::max(lever(Lever::trust_decay_across), 1e-6) : 1.0;
  return run_.share_of_half_life(lever(Lever::trust_half_life) / faster);
}

double ContactOracle::drifted(double value) const { return value + drift_share() * (home() - value); }

double ContactOracle::exposure() const {
  const bool asks = role(source_).part == ChainPart::marketing && role(target_).part == ChainPart::sales;
  return is_across() && role(source_).exposed && !asks ? lever(Lever::trust_exposure) : 1.0;
}

double ContactOracle::gain_factor() const {
  if (run_.before(Column::promise_left, target_, lane_) <= 0) return 1.0;
  return lever(has(scar_bit) ? Lever::repair_promise_factor_deceived : Lever::repair_promise_factor);
}

double ContactOracle::kept_below_ceiling(double trust) const {
  return std::clamp(trust, 0.0, has(scar_bit) ? before(Column::ceiling) : 1.0);
}

namespace {

struct Compared {
  std::size_t ties = 0;
  std::size_t contacts = 0;
  std::size_t skipped = 0;
};

// Every tie to one person in one lane, and the mean that they make.
void compare_row(const PhaseRun& run, Seat target, int lane, const RuleOracle& oracle, Compared& compared) {
  double sum = 0;
  int active = 0;
  double within = mean_tolerance;
  bool complete = true;
  for (Slot slot = run.graph().row_begin(target); slot < run.graph().row_end(target); ++slot) {
    if (!run.active(slot, lane)) {
      RC_ASSERT(run.after(Column::trust, slot, lane) == -1.0);
      continue;
    }
    const ContactOracle tie(run, slot, target, lane);
    const std::optional<Met> met = tie.met();
    ++compared.ties;
    ++active;
    if (!met) {
      ++compared.skipped;
      complete = false;
      continue;
    }
    if (met->at_all) ++compared.contacts;
    const ExpectedTrust expected = oracle(tie, *met);
    const double trust = tie.kept_below_ceiling(expected.trust);
    run.expect(Column::trust, slot, lane, trust, expected.within);
    within = std::max(within, mean_tolerance + expected.within);
    sum += trust;
  }
  if (!complete) return;
  const double nothing_known = run.lever(Lever::trust_disposition_within, target, lane);
  run.expect(Column::trust_received, target, lane, active == 0 ? nothing_known : sum / active, within);
}

}  // namespace

void check_trust_rule(TrustRule rule, const RuleOracle& oracle) {
  Compared compared;
  check_property(200, [&] {
    const RandomCase chosen = random_case({.trust = rule});
    const PhaseRun run(trust_phase, chosen);
    for (Seat target = 0; target < run.world().seats(); ++target) {
      for (int lane = 0; lane < run.lanes(); ++lane) compare_row(run, target, lane, oracle, compared);
    }
    run.expect_nothing_else_changed();
  });
  ::testing::Test::RecordProperty("ties", static_cast<int>(compared.ties));
  ::testing::Test::RecordProperty("contacts", static_cast<int>(compared.contacts));
  ::testing::Test::RecordProperty("skipped", static_cast<int>(compared.skipped));
  if (::testing::Test::HasFailure()) return;  // which is all that there is to say
  EXPECT_GT(compared.contacts, 15000U);
  EXPECT_LT(static_cast<double>(compared.skipped), 3e-3 * static_cast<double>(compared.ties));
}

}  // namespace trust::testing
