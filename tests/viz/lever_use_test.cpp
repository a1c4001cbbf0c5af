// What is said of levers that nothing reads is held against runs: such a lever moves no bit, and one that is read does.
#include "models/lever_use.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "scenarios/loader.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

Scenario firm(Rules rules) {
  Scenario scenario =
      load_scenario(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "scenarios" / "tour" / "one-bad-week.toml");
  scenario.rules = rules;
  scenario.days = 15;
  scenario.replicates = 1;
  return scenario;
}

// Whether trust on any day becomes another one by moving the lever to the other end of its range.
bool moves_trust(DirectSession& session, const Parameter& row) {
  session.send(ClearEdits{});
  session.send(Reset{});
  session.send(SetLever{row.id, row.initial == row.high ? row.low : row.high});
  session.send(SeekDay{15});
  session.finish();
  const Snapshot& now = session.latest();
  const auto& what_if = now.of(Measure::trust, Arm::what_if).value;
  EXPECT_GE(what_if.size(), 16u);
  return what_if != now.of(Measure::trust, Arm::baseline).value;
}

bool belongs_to_rules(const Parameter& row) {
  for (const std::string_view beginning : {"gossip.", "trust.", "abi.", "evidence.", "inflation."}) {
    if (row.name.starts_with(beginning)) return true;
  }
  return false;
}

// Its day is day 0, and what is moved by hand holds from day 1 on.
bool is_over_by_day_1(Lever lever) { return lever == Lever::evidence_initial; }

void expect_true_of(Rules rules) {
  DirectSession session;
  session.engine().load(firm(rules));
  session.finish();
  for (const Parameter& row : parameters()) {
    if (!belongs_to_rules(row) || (is_read(row.id, rules) && is_over_by_day_1(row.id))) continue;
    EXPECT_EQ(moves_trust(session, row), is_read(row.id, rules))
        << row.name << " under " << name_of(rules.trust) << " and " << name_of(rules.gossip);
  }
}

TEST(LeverUse, IsWhatRunsShowUnderEveryRuleOfTrust) {
  for (std::size_t rule = 0; rule < trust_rules().size(); ++rule) {
    expect_true_of({static_cast<TrustRule>(rule), GossipRule::none});
  }
}

TEST(LeverUse, IsWhatRunsShowUnderEveryRuleOfGossip) {
  for (std::size_t rule = 0; rule < gossip_rules().size(); ++rule) {
    expect_true_of({TrustRule::asymmetric, static_cast<GossipRule>(rule)});
  }
}

}  // namespace
}  // namespace trust::viz
