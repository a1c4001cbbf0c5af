#include "study/sweep/world_shelf.hpp"

#include <gtest/gtest.h>

#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::imported_text;
using test::load_text;

std::shared_ptr<const Scenario> shared(Scenario scenario) {
  return std::make_shared<const Scenario>(std::move(scenario));
}

TEST(WorldShelf, SharesWhatIsTheSame) {
  WorldShelf shelf;
  const auto one = shared(load_text(generated_text()));
  const auto other = shared(load_text(generated_text("[levers]\n\"recognition.propensity\" = 0.4\n")));
  const auto world = shelf.take(one, 0);
  EXPECT_EQ(shelf.take(other, 0), world);
  EXPECT_NE(shelf.take(one, 1), world);
  EXPECT_EQ(shelf.made(), 2u);
}

TEST(WorldShelf, IsTheScenariosOwnOrganisation) {
  WorldShelf shelf;
  for (const std::string& text : {generated_text(), imported_text()}) {
    const auto scenario = shared(load_text(text));
    EXPECT_EQ(shelf.take(scenario, 0)->digest(), World(scenario->organisation(0)).digest());
  }
}

// One change at a time: what makes another organisation, and what another batch.
TEST(WorldShelf, TellsApartWhatDiffers) {
  const Scenario base = load_text(generated_text());
  const auto changed = [&](auto change) {
    Scenario other = base;
    change(other);
    return other;
  };
  const auto organisations_differ = [&](auto change) { return !same_organisations(base, changed(change)); };
  const auto batches_differ = [&](auto change) { return !can_share_batch(base, changed(change)); };
  EXPECT_FALSE(organisations_differ([](Scenario&) {}));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { ++s.seed; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { ++s.generator->roles["rep"]; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { ++s.generator->team_size; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { ++s.generator->span_of_control; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.generator->ties_per_person += 0.5; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.generator->cross_team_contact += 0.1; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.generator->trust_within += 0.1; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.generator->trust_across += 0.1; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.generator->trust_spread += 0.1; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.generator->open_seats += 0.1; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { ++s.generator->places.initial_accounts; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.roles[0].exposed = !s.roles[0].exposed; }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.roles[0].defaults.emplace_back(Lever{}, 0.5f); }));
  EXPECT_TRUE(organisations_differ([](Scenario& s) { s.roles.pop_back(); }));
  EXPECT_FALSE(batches_differ([](Scenario& s) { s.plan.interventions.emplace_back(); }));
  EXPECT_TRUE(batches_differ([](Scenario& s) { ++s.steps_per_day; }));
  EXPECT_TRUE(batches_differ([](Scenario& s) { ++s.replicates_per_organisation; }));
  EXPECT_TRUE(batches_differ([](Scenario& s) { s.rules.trust = TrustRule::abi; }));
  EXPECT_TRUE(batches_differ([](Scenario& s) { ++s.seed; }));
  EXPECT_TRUE(batches_differ([](Scenario& s) {
    s.plan.events.push_back({.kind = Event::Kind::reorganise, .name = "", .day = 2, .who = {{}}});
  }));
}

TEST(WorldShelf, ImportedOrganisationsAreOneWhereTheyAreShared) {
  const Scenario one = load_text(imported_text());
  const Scenario copy = one;
  EXPECT_TRUE(same_organisations(one, copy));
  EXPECT_FALSE(same_organisations(one, load_text(imported_text())));
  EXPECT_FALSE(same_organisations(one, load_text(generated_text())));
}

TEST(WorldShelf, KeepsNoMoreThanItMay) {
  WorldShelf shelf(1);  // room for the last one only
  const auto scenario = shared(load_text(generated_text()));
  std::weak_ptr<const World> first = shelf.take(scenario, 0);
  EXPECT_FALSE(first.expired());
  const auto second = shelf.take(scenario, 1);
  EXPECT_TRUE(first.expired());
  EXPECT_EQ(shelf.take(scenario, 1), second);
}

TEST(WorldShelf, SaysWhyAnOrganisationCannotBeMade) {
  Scenario scenario = load_text(generated_text());
  scenario.generator->team_size = 0;
  WorldShelf shelf;
  const auto impossible = shared(scenario);
  EXPECT_THROW(shelf.take(impossible, 0), InputError);
  EXPECT_THROW(shelf.take(impossible, 0), InputError);
}

TEST(WorldShelf, ExpectsAboutAsManySlotsAsThereAre) {
  for (const std::string& text : {generated_text(), imported_text()}) {
    const Scenario scenario = load_text(text);
    const auto expected = static_cast<double>(slots_expected(scenario));
    const auto actual = static_cast<double>(World(scenario.organisation(0)).graph().slots());
    EXPECT_LT(expected, 2 * actual);
    EXPECT_GT(expected, actual / 4);
  }
}

}  // namespace
}  // namespace trust
