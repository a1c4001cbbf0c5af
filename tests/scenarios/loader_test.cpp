#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

using test::generated;
using test::heading;
using test::load;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Loader, ReadsEveryKeyOfTheHead) {
  const Scenario scenario = load(
      "[scenario]\nname = \"N\"\nstory = \"S.\"\ndays = 13000\nreplicates = 1000000\nseed = 9223372036854775807\n"
      "replicates_per_organisation = 4\nsteps_per_day = 64\n" +
      generated);
  EXPECT_EQ(scenario.name, "N");
  EXPECT_EQ(scenario.story, "S.");
  EXPECT_EQ(scenario.days, 13000);
  EXPECT_EQ(scenario.replicates, 1'000'000u);
  EXPECT_EQ(scenario.seed, 0x7FFF'FFFF'FFFF'FFFFu);
  EXPECT_EQ(scenario.replicates_per_organisation, 4u);
  EXPECT_EQ(scenario.steps_per_day, 64);
}

TEST(Loader, DefaultsAreThoseOfTheHeader) {
  const Scenario scenario = load(heading + generated), untouched;
  EXPECT_EQ(scenario.days, untouched.days);
  EXPECT_EQ(scenario.replicates, untouched.replicates);
  EXPECT_EQ(scenario.seed, untouched.seed);
  EXPECT_TRUE(scenario.plan.settings.empty());
  EXPECT_TRUE(scenario.plan.interventions.empty());
}

TEST(Loader, ReadsTheGeneratorsFigures) {
  const Scenario scenario =
      load(heading +
           "[organisation]\ngenerate = { roles = { rep = 60, bdr = 12, \"Field Marketer\" = 6 }, "
           "team_size = 7, span_of_control = 6, ties_per_person = 25.5, cross_team_contact = 0.2, "
           "trust_within = 0.6, trust_across = 0.4, trust_spread = 0.1 }\n");
  ASSERT_TRUE(scenario.generator);
  EXPECT_EQ(scenario.imported, nullptr);
  const GeneratorSpec& spec = *scenario.generator;
  EXPECT_EQ(spec.roles, (std::map<std::string, std::uint32_t>{{"rep", 60}, {"bdr", 12}, {"field_marketer", 6}}));
  EXPECT_EQ(spec.team_size, 7u);
  EXPECT_EQ(spec.span_of_control, 6u);
  EXPECT_EQ(spec.ties_per_person, 25.5);
  EXPECT_EQ(spec.cross_team_contact, 0.2);
  EXPECT_EQ(spec.trust_within, 0.6);
  EXPECT_EQ(spec.trust_across, 0.4);
  EXPECT_EQ(spec.trust_spread, 0.1);
}

TEST(Loader, ReadsTheRules) {
  EXPECT_EQ(load(heading + generated).rules, Rules{});
  const Scenario scenario = load(heading + "trust_rule = \"asymmetric\"\ngossip = \"friedkin_johnsen\"\n" + generated);
  EXPECT_EQ(scenario.rules.trust, TrustRule::asymmetric);
  EXPECT_EQ(scenario.rules.gossip, GossipRule::friedkin_johnsen);
  for (const std::string& name : trust_rule_names())
    EXPECT_EQ(name_of(load(heading + "trust_rule = \"" + name + "\"\n" + generated).rules.trust), name);
  for (const std::string& name : gossip_rule_names())
    EXPECT_EQ(name_of(load(heading + "gossip = \"" + name + "\"\n" + generated).rules.gossip), name);
}

TEST(Loader, RulesOfTheCommandLineWin) {
  Scenario scenario = load(heading + "gossip = \"echo\"\n" + generated);
  apply_rules(scenario, std::nullopt, std::nullopt);
  EXPECT_EQ(scenario.rules.gossip, GossipRule::echo);
  apply_rules(scenario, std::nullopt, "transfer");
  EXPECT_EQ(scenario.rules.gossip, GossipRule::transfer);
  try {
    apply_rules(scenario, "trusting", "ech");
    ADD_FAILURE() << "no error";
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 2u);
    EXPECT_THAT(error.what(), HasSubstr("--rule: is \"trusting\""));
    EXPECT_THAT(error.what(), HasSubstr("asymmetric"));
    EXPECT_THAT(error.what(), HasSubstr("did you mean \"echo\"?"));
  }
  EXPECT_EQ(scenario.rules.gossip, GossipRule::transfer);
}

TEST(Loader, ReadsPlacesForTiesAndAccounts) {
  const auto usual = load(heading + generated).organisation(0);
  EXPECT_EQ(usual->candidate_ties, 0.5F);
  EXPECT_EQ(usual->account_places, 12u);
  EXPECT_EQ(usual->initial_accounts, 6u);
  const std::string keys = "candidate_ties = 0.25\naccount_places = 4\ninitial_accounts = 0\n";
  for (const auto& scenario : {load(heading + generated + keys),
                               test::import("ties = \"t.csv\"\n" + keys, {{"t.csv", "source,target\na,b\n"}})}) {
    EXPECT_EQ(scenario.organisation(0)->candidate_ties, 0.25F);
    EXPECT_EQ(scenario.organisation(0)->account_places, 4u);
    EXPECT_EQ(scenario.organisation(0)->initial_accounts, 0u);
  }
  EXPECT_EQ(load(heading + generated + "account_places = 3\n").organisation(0)->initial_accounts, 3u);
}

TEST(Loader, ReadsTheParts) {
  const Scenario scenario = load(heading +
                                 "[[role]]\nname = \"partner_manager\"\nfunction = \"partners\"\npart = \"sales\"\n"
                                 "carries_change = true\n[[role]]\nname = \"engineer\"\nfunction = \"product\"\n" +
                                 generated);
  const Role& manager = scenario.roles[scenario.roles.size() - 2];
  EXPECT_EQ(manager.part, ChainPart::sales);
  EXPECT_TRUE(manager.carries_change);
  EXPECT_EQ(scenario.roles.back().part, ChainPart::none);
  EXPECT_FALSE(scenario.roles.back().carries_change);
}

TEST(Loader, OrganisationDrawsDifferAndReplicatesShareThem) {
  const Scenario scenario = load(heading + "replicates_per_organisation = 4\n" + generated);
  EXPECT_EQ(scenario.organisation_draw(3), 0u);
  EXPECT_EQ(scenario.organisation_draw(4), 1u);
  EXPECT_EQ(digest(*scenario.organisation(0)), digest(*scenario.organisation(0)));
  EXPECT_NE(digest(*scenario.organisation(0)), digest(*scenario.organisation(1)));
}

TEST(Loader, AnImportedOrganisationIsTheSameInEveryDraw) {
  const Scenario scenario = test::import("ties = \"t.csv\"", {{"t.csv", "source,target\na,b\n"}});
  EXPECT_EQ(scenario.organisation_draw(500), 0u);
  EXPECT_EQ(scenario.organisation(0), scenario.organisation(7));
}

TEST(Loader, LeversMayBeNestedDottedOrQuoted) {
  const Scenario scenario = load(heading + generated +
                                 "[levers]\nrecognition.propensity = 0.3\n\"transparency.propensity\" = 0.4\n"
                                 "[levers.trust]\ngain = 0.05\n");
  ASSERT_EQ(scenario.plan.settings.size(), 3u);
  const LeverSetting& first = scenario.plan.settings[0];
  EXPECT_EQ(first.lever, Lever::recognition_propensity);
  EXPECT_EQ(first.value, 0.3F);
  EXPECT_EQ(first.who, Target{});
  EXPECT_EQ(scenario.plan.settings[2].lever, Lever::trust_gain);
}

TEST(Loader, SettingsAreInTheOrderInWhichTheyApply) {
  const Scenario scenario = load(heading +
                                 "[levers.person.\"sales-1-3\"]\nrecognition.propensity = 0.1\n"
                                 "[levers.role.rep]\nrecognition.propensity = 0.2\ndiscretion.propensity = 0.3\n"
                                 "[levers.function.sales]\nrecognition.propensity = 0.4\n"
                                 "[levers.role.leader]\nrecognition.propensity = 0.5\n" +
                                 generated + "[levers]\nrecognition.propensity = 0.6\n");
  std::vector<float> values;
  for (const LeverSetting& setting : scenario.plan.settings) values.push_back(setting.value);
  EXPECT_THAT(values, ElementsAre(0.6F, 0.2F, 0.3F, 0.5F, 0.4F, 0.1F));
  EXPECT_EQ(scenario.plan.settings[3].who, (Target{Target::Kind::role, "leader"}));
}

TEST(Loader, NoLeverIsHiddenByTheNamesOfTargets) {
  for (const Parameter& row : parameters())
    for (const std::string_view key : {"role.", "function.", "team.", "person."})
      EXPECT_FALSE(row.name.starts_with(key)) << row.name;
}

TEST(Loader, EveryLeverTakesItsOwnBounds) {
  for (const Parameter& row : parameters())
    for (const float value : {row.low, row.high, row.initial}) {
      Scenario scenario;
      const std::string text = std::to_string(value);
      if (std::stof(text) != value) continue;  // not exact in six decimals
      EXPECT_NO_THROW(apply_setting(scenario, std::string(row.name) + "=" + text));
    }
}

TEST(Loader, ReadsAnIntervention) {
  const Scenario scenario =
      load(heading + generated +
           "[[intervention]]\nname = \"Recognition\"\nfrom = 20\nto = 60\nwho = { role = [\"Leader\", \"rep\"] }\n"
           "set = { \"recognition.propensity\" = 0.5 }\nadd = { discretion.propensity = -0.1 }\nramp = 10\n"
           "strength = 0.5\ncost = { hours = 0.1, money = 200 }\n"
           "[[intervention]]\nname = \"Poster\"\nwho = \"everyone\"\n");
  ASSERT_EQ(scenario.plan.interventions.size(), 2u);
  const Intervention& first = scenario.plan.interventions[0];
  EXPECT_EQ(first.name, "Recognition");
  EXPECT_EQ(first.first_day, 20);
  EXPECT_EQ(first.last_day, 60);
  EXPECT_THAT(first.who, ElementsAre(Target{Target::Kind::role, "leader"}, Target{Target::Kind::role, "rep"}));
  ASSERT_EQ(first.changes.size(), 2u);
  EXPECT_EQ(first.changes[0].how, LeverChange::How::set);
  EXPECT_EQ(first.changes[0].value, 0.5F);
  EXPECT_EQ(first.changes[1].how, LeverChange::How::add);
  EXPECT_EQ(first.changes[1].lever, Lever::discretion_propensity);
  EXPECT_EQ(first.changes[1].value, -0.1F);
  EXPECT_EQ(first.ramp_days, 10);
  EXPECT_EQ(first.strength, 0.5F);
  EXPECT_EQ(first.hours_per_day, 0.1F);
  EXPECT_EQ(first.money_per_day, 200);
  const Intervention& second = scenario.plan.interventions[1];
  EXPECT_EQ(second.first_day, 1);
  EXPECT_EQ(second.last_day, Scenario::most_days);  // however long a run is made with --days
  EXPECT_EQ(second.strength, 1);
  EXPECT_THAT(second.who, ElementsAre(Target{}));
}

TEST(Loader, WhoMayBeAListOfGroups) {
  const Scenario scenario =
      load(heading + generated +
           "[[intervention]]\nname = \"X\"\nwho = [{ role = \"leader\" }, { person = \"sales-1-3\" }]\n");
  EXPECT_EQ(scenario.plan.interventions[0].who.size(), 2u);
}

TEST(Loader, TargetsAreSpeltAsTheOrganisationSpellsThem) {
  const Scenario scenario = test::load(
      heading +
          "[organisation]\npeople = \"p.csv\"\nties = \"t.csv\"\n[levers.team.\"west COAST\"]\n"
          "recognition.propensity = 0.2\n[levers.function.SALES]\nrecognition.propensity = 0.2\n",
      {{"p.csv", "id,team,function\na,West Coast,Sales\nb,East,Sales\n"}, {"t.csv", "source,target\na,b\n"}});
  EXPECT_EQ(scenario.plan.settings[0].who.name, "Sales");
  EXPECT_EQ(scenario.plan.settings[1].who.name, "West Coast");
}

TEST(Loader, ARoleThatNobodyHasIsNoted) {
  const Scenario scenario = load(heading + generated + "[levers.role.bdr]\nrecognition.propensity = 0.2\n");
  EXPECT_THAT(scenario.notes, Contains(HasSubstr("Nobody has the role bdr")));
}

TEST(Loader, AScenarioMayAddRoles) {
  const Scenario scenario =
      load(heading +
           "[[role]]\nname = \"engineer\"\nsentence = \"Builds.\"\nfunction = \"product\"\nexposed = true\n"
           "levers = { recognition.propensity = 0.05 }\n"
           "[organisation]\ngenerate = { roles = { rep = 20, engineer = 20 } }\n");
  const Role& role = scenario.roles.back();
  EXPECT_EQ(role.name, "engineer");
  EXPECT_EQ(role.function, "product");
  EXPECT_TRUE(role.exposed);
  EXPECT_FALSE(role.leads);
  EXPECT_THAT(role.defaults, ElementsAre(std::pair(Lever::recognition_propensity, 0.05F)));
}

TEST(Loader, ByteOrderMarkAndCrlfChangeNothingButTheDigest) {
  std::string crlf = "\xEF\xBB\xBF";
  for (const char c : heading + generated) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(digest(*load(crlf).organisation(0)), digest(*load(heading + generated).organisation(0)));
}

TEST(Loader, DigestIsOfTheTextAndOfEveryFileItNames) {
  const auto digest_of = [](const std::string& keys, const std::string& people, const std::string& ties) {
    return test::import(keys, {{"p.csv", people}, {"t.csv", ties}}).digest;
  };
  const std::string keys = "people = \"p.csv\"\nties = \"t.csv\"", people = "id\na\nb\n", ties = "source,target\na,b\n";
  const std::uint64_t first = digest_of(keys, people, ties);
  EXPECT_EQ(digest_of(keys, people, ties), first);
  EXPECT_NE(digest_of(keys + "\n# other", people, ties), first);
  EXPECT_NE(digest_of(keys, people + "\n", ties), first);
  EXPECT_NE(digest_of(keys, people, ties + "b,a\n"), first);
  EXPECT_NE(digest_of("ties = \"t.csv\"", people, ties), first);
}

std::string manual() {
  std::ifstream file(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "docs/scenario-language.md");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Manual, ItsFirstExampleIsAScenario) {
  const std::string page = manual(), fence = "```toml\n";
  const std::size_t begin = page.find(fence) + fence.size();
  const Scenario scenario = load(page.substr(begin, page.find("```", begin) - begin));
  EXPECT_EQ(scenario.plan.interventions.size(), 1u);
  EXPECT_EQ(scenario.plan.settings.size(), 2u);
}

/// The keys that the message about an unknown key names.
std::vector<std::string> keys_known_in(const std::string& text) {
  for (const Problem& problem : test::problems_of(text)) {
    if (problem.what != "unknown key") continue;
    std::istringstream words(problem.accepted.substr(problem.accepted.find("known: ") + 7));
    std::vector<std::string> keys;
    for (std::string word; words >> word;) keys.push_back(word.substr(0, word.find(',')));
    return keys;
  }
  return {};
}

TEST(Manual, ExplainsEveryKey) {
  const std::string page = manual(), wrong = "qqqqq = 1\n";
  std::size_t keys = 0;
  for (const std::string& text :
       {wrong, "[scenario]\n" + wrong, "[[role]]\n" + wrong, "[organisation]\n" + wrong,
        "[organisation.generate]\n" + wrong, "[organisation.columns]\n" + wrong, "[[intervention]]\n" + wrong})
    for (const std::string& key : keys_known_in(text)) {
      const bool explained = page.find("`" + key + "`") != std::string::npos ||
                             page.find("`" + key + " = ") != std::string::npos ||
                             page.find("[" + key + "]") != std::string::npos;
      EXPECT_TRUE(explained) << key;
      ++keys;
    }
  EXPECT_GT(keys, 60u);
}

TEST(Setting, IsForEveryoneAndAppliesBeforeThoseForSome) {
  Scenario scenario =
      load(heading + generated + "[levers]\ntrust.gain = 0.1\n[levers.role.rep]\nrecognition.propensity = 0.2\n");
  apply_setting(scenario, " recognition.propensity = 0.7 ");
  ASSERT_EQ(scenario.plan.settings.size(), 3u);
  EXPECT_EQ(scenario.plan.settings[1].lever, Lever::recognition_propensity);
  EXPECT_EQ(scenario.plan.settings[1].value, 0.7F);
  EXPECT_EQ(scenario.plan.settings[1].who, Target{});
}

TEST(Setting, ThatIsWrongSaysSo) {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"recogniton.propensity=0.3", "did you mean \"recognition.propensity\"?"},
      {"recognition.propensity=2", "recognition.propensity: is 2; a number 0 .. 1"},
      {"recognition.propensity=nan", "is nan; a number 0 .. 1"},
      {"recognition.propensity=much", "is \"much\"; a number 0 .. 1"},
      {"recognition.propensity=", "is \"\"; a number"},
      {"recognition.propensity", "LEVER=VALUE"},
      {"=1", "LEVER=VALUE"}};
  for (const auto& [assignment, says] : wrong) {
    Scenario scenario;
    try {
      apply_setting(scenario, assignment);
      ADD_FAILURE() << assignment << " was accepted";
    } catch (const InputError& error) {
      EXPECT_THAT(error.what(), HasSubstr(says));
      EXPECT_THAT(error.what(), testing::StartsWith("--set: "));
    }
    EXPECT_TRUE(scenario.plan.settings.empty());
  }
}

}  // namespace
}  // namespace trust
