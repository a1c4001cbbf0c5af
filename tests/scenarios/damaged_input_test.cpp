// Whatever is done to a scenario and its files, loading ends in a scenario or in a list of mistakes.
#include <gtest/gtest.h>

#include <random>

#include "models/world.hpp"
#include "tests/scenarios/written_scenario.hpp"

namespace trust {
namespace {

const std::string scenario_text =
    test::heading +
    "days = 30\ntrust_rule = \"asymmetric\"\ngossip = \"echo\"\n"
    "[[role]]\nname = \"engineer\"\nfunction = \"product\"\npart = \"development\"\ncarries_change = true\n"
    "[organisation]\npeople = \"people.csv\"\nties = \"ties.csv\"\n"
    "columns = { role = \"Job\", manager = \"boss\" }\nroles = { Dev = \"engineer\" }\nlayer = \"x\"\nteam_ties = "
    "true\ncandidate_ties = 0.5\naccount_places = 4\ninitial_accounts = 2\n"
    "[levers]\nrecognition.propensity = 0.3\n[levers.person.a]\ndiscretion.propensity = 0.1\n"
    "[[intervention]]\nname = \"X\"\nfrom = 3\nto = 9\nwho = [{ role = \"rep\" }, { team = [\"T\"] }]\n"
    "set = { \"recognition.propensity\" = 0.5 }\ncost = { hours = 0.1, once = 20, days = 4 }\n"
    "[[intervention]]\nkind = \"broken_promise\"\nafter = \"X\"\nwho = { person = \"b\" }\nseverity = 0.2\n"
    "dimension = \"ability\"\n[[intervention]]\nkind = \"reset\"\nafter = \"broken_promise\"\nwho = { role = \"rep\" "
    "}\n"
    "[[intervention]]\nkind = \"new_leader\"\nreads_room = false\nfrom = 20\nwho = { person = \"a\" }\n";

const std::string graph_scenario =
    test::heading + "[organisation]\nties = \"net.graphml\"\ncolumns = { manager = \"boss\" }\nreporting_ties = true\n";

const test::Files files{
    {"people.csv",
     "id,Job,team,boss,skill,style_x,style_y,open\n\"a\",Dev,T,,0.1,0.5,1,no\n"
     "b,\"re\"\"p\",T,a,0.2,,,\nc,rep,U,b,,0,1,yes\nd,,,a,1,,0.3,0\n"},
    {"ties.csv", "source,target,weight,layer\na,b,1,x\nb,c,2.5,x\nc,a,-3,y\nd,\"a\",4,x\n"},
    {"net.graphml",
     "<graphml><key id=\"b\" for=\"node\" attr.name=\"boss\"/><key id=\"w\" for=\"edge\" attr.name=\"weight\"/>"
     "<graph edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"><data key=\"b\">a</data></node>\n"
     "<edge source=\"a\" target=\"b\"><data key=\"w\">1</data></edge></graph></graphml>"}};

class Damage {
 public:
  explicit Damage(unsigned seed) : random_(seed) {}

  std::string operator()(std::string text) {
    for (auto n = 1 + random_() % 3; n > 0 && !text.empty(); --n) once(text);
    return text;
  }
  std::size_t below(std::size_t n) { return random_() % n; }

 private:
  void once(std::string& text) {
    const std::size_t at = below(text.size()), length = 1 + below(12);
    const std::string pieces = "\",;\n\r\t=.[]{}<>&/-0123456789abcxyz \x80\xFF";
    switch (below(5)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(below(text.size()), length));
        break;
      case 2:
        text[at] = pieces[below(pieces.size())];
        break;
      case 3:
        text.insert(at, 1, pieces[below(pieces.size())]);
        break;
      default:
        text.resize(at);
    }
  }

  std::mt19937 random_;
};

/// Loads it; true if it was accepted, in which case it must be fit to run.
bool loads(const std::filesystem::path& file) {
  try {
    const Scenario scenario = load_scenario(file);
    const World world(scenario.organisation(0));
    EXPECT_GT(world.seats(), 0u);
    EXPECT_FALSE(scenario.name.empty());
    return true;
  } catch (const InputError& error) {
    EXPECT_FALSE(error.problems().empty());
    return false;
  }
}

TEST(DamagedInput, EndsInAScenarioOrInAListOfMistakes) {
  const test::Folder folder;
  folder.write(files);
  ASSERT_TRUE(loads(folder.write("s.toml", scenario_text)));
  ASSERT_TRUE(loads(folder.write("s.toml", graph_scenario)));
  Damage damage(11);  // NOLINT: the same damage every time
  int accepted = 0;
  constexpr int rounds = 400;
  for (int round = 0; round < rounds; ++round) {
    test::Files some = files;
    const bool graph = damage.below(4) == 0;
    std::string text = graph ? graph_scenario : scenario_text;
    const std::string target = graph ? "net.graphml" : damage.below(2) ? "people.csv" : "ties.csv";
    if (damage.below(2))
      text = damage(text);
    else
      some[target] = damage(some[target]);
    folder.write(some);
    SCOPED_TRACE(text + "\n" + some[target]);
    accepted += loads(folder.write("s.toml", text));
    if (HasFailure()) break;
  }
  EXPECT_GT(accepted, rounds / 50);  // damage within a comment or a name is none
  EXPECT_LT(accepted, rounds * 9 / 10);
}

}  // namespace
}  // namespace trust
