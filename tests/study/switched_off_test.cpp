// An intervention that is switched off does nothing and moves nobody's luck.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/intervention_kind.hpp"
#include "scenarios/overrides.hpp"
#include "study/branch/history.hpp"
#include "study/run.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::load_text;
using testing::HasSubstr;

std::vector<std::uint64_t> hashes_of(const Scenario& scenario) {
  RunOptions options = options_of(scenario);
  options.threads = 1;
  options.replicates = 8;
  RunControl control;
  return run_scenario(scenario, options, control, {}).replicate_hashes;
}

/// `kind` on day 2 with what it cannot do without.
std::string of_kind(const InterventionKind& kind, const std::string& lines) {
  std::string text;
  if (!kind.needs.empty()) text += "[[intervention]]\nkind = \"" + std::string(kind.needs.front()) + "\"\n";
  text += "[[intervention]]\nkind = \"" + std::string(kind.name) + "\"\nname = \"It\"\nfrom = 2\n";
  if (kind.who == UsualWho::must_be_named) text += "who = { function = \"marketing\" }\n";
  return text + lines + "\n";
}

/// Luck decides what each of these does: some of those they are about, and whom else they move.
const std::string later_events = R"(
[[intervention]]
kind = "key_people_leave"
name = "Later"
from = 4
share = 0.5
who = { role = "rep" }
[[intervention]]
kind = "reorganisation"
name = "Later still"
from = 5
share = 0.5
)";

class EveryKindSwitchedOff : public testing::TestWithParam<InterventionKind> {};

TEST_P(EveryKindSwitchedOff, IsAsIfItWereNotThere) {
  const std::string needed =
      GetParam().needs.empty() ? "" : "[[intervention]]\nkind = \"" + std::string(GetParam().needs.front()) + "\"\n";
  const Scenario off = load_text(generated_text(of_kind(GetParam(), "on = false")));
  EXPECT_EQ(hashes_of(off), hashes_of(load_text(generated_text(needed))));
}

TEST_P(EveryKindSwitchedOff, KeepsItsPlaceInThePlan) {
  const Scenario with = load_text(generated_text(of_kind(GetParam(), "on = true") + later_events));
  const Scenario off = load_text(generated_text(of_kind(GetParam(), "on = false") + later_events));
  ASSERT_EQ(with.plan.interventions.size(), off.plan.interventions.size());
  ASSERT_EQ(with.plan.events.size(), off.plan.events.size());
  EXPECT_EQ(with.interventions, off.interventions);
  for (std::size_t i = 0; i < with.plan.interventions.size(); ++i)
    EXPECT_EQ(with.plan.interventions[i].name, off.plan.interventions[i].name);
  for (std::size_t e = 0; e < with.plan.events.size(); ++e) {
    const bool same_day = with.plan.events[e].day == off.plan.events[e].day;
    EXPECT_TRUE(same_day || with.plan.events[e].name == "It") << with.plan.events[e].name;
  }
  EXPECT_TRUE(same_history(with.plan, off.plan, 1));
  EXPECT_FALSE(same_history(with.plan, off.plan, 2));
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryKindSwitchedOff, testing::ValuesIn(intervention_kinds()),
                         [](const auto& kind) { return std::string(kind.param.name); });

std::string event_of(const std::string& kind, const std::string& lines, const std::string& name = "It") {
  return "[[intervention]]\nkind = \"" + kind + "\"\nname = \"" + name + "\"\n" + lines + "\n";
}

// An event at its place that happens to nobody leaves later ones the luck that they had: so does one that is off.
TEST(SwitchedOff, LeavesLaterEventsTheirLuck) {
  for (const std::string kind : {"key_people_leave", "reorganisation", "layoff", "broken_promise"}) {
    const std::string lines = kind == "reorganisation" ? "from = 2\n" : "from = 2\nwho = { role = \"rep\" }\n";
    const Scenario on = load_text(generated_text(event_of(kind, lines) + later_events));
    const Scenario off = load_text(generated_text(event_of(kind, lines + "on = false") + later_events));
    Scenario to_nobody = on;
    std::erase_if(to_nobody.plan.interventions, [](const Intervention& part) { return part.name == "It"; });
    for (Event& event : to_nobody.plan.events)
      if (event.name == "It") event.share = event.severity = 0;
    EXPECT_EQ(hashes_of(off), hashes_of(to_nobody)) << kind;
    EXPECT_NE(hashes_of(off), hashes_of(on)) << kind;
    EXPECT_NE(hashes_of(off), hashes_of(load_text(generated_text(later_events))))
        << kind << ": without it, the later ones have other luck";
  }
}

TEST(SwitchedOff, ByHandIsAsIfItWereNotThere) {
  const std::string by_hand =
      "[[intervention]]\nname = \"It\"\nfrom = 2\nwho = \"everyone\"\nset = { \"trust.gain\" = 0.2 }\n"
      "cost = { hours = 1, money = 100, once = 50 }\n";
  EXPECT_EQ(hashes_of(load_text(generated_text(by_hand + "on = false\n"))), hashes_of(load_text(generated_text())));
  EXPECT_NE(hashes_of(load_text(generated_text(by_hand))), hashes_of(load_text(generated_text())));
}

TEST(SwitchedOff, CanBeAnOverride) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("scenario.toml", generated_text(event_of("broken_promise", "who = \"everyone\"")));
  const std::vector<Override> changes = {{"intervention.It.on", false, {}}};
  const Scenario off = load_scenario(file, changes);
  EXPECT_EQ(hashes_of(off), hashes_of(load_text(generated_text())));
  EXPECT_NE(off.content, load_scenario(file).content);
  const std::vector<Override> wrong = {{"intervention.It.on", std::string("no"), {}}};
  EXPECT_THROW(load_scenario(file, wrong), InputError);
}

TEST(SwitchedOff, StillHasOthersWaitForIt) {
  const Scenario scenario = load_text(generated_text(
      "[[intervention]]\nname = \"First\"\nto = 3\nwho = \"everyone\"\nset = { \"trust.gain\" = 0.2 }\non = false\n"
      "[[intervention]]\nname = \"Then\"\nafter = \"First\"\nwho = \"everyone\"\nset = { \"trust.gain\" = 0.1 }\n"));
  ASSERT_EQ(scenario.plan.interventions.size(), 2U);
  EXPECT_EQ(scenario.plan.interventions[1].first_day, 4);
}

TEST(SwitchedOff, IsNoted) {
  const Scenario scenario = load_text(generated_text(event_of("broken_promise", "who = \"everyone\"\non = false") +
                                                     event_of("reset", "from = 4\nwho = { role = \"rep\" }", "Sorry")));
  EXPECT_THAT(scenario.notes, testing::Contains(HasSubstr("It (line 11) is switched off")));
  EXPECT_THAT(scenario.notes, testing::Contains(HasSubstr("nothing in the plan has harmed anybody before")));
}

}  // namespace
}  // namespace trust
