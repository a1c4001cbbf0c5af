// Whatever is done to a study file, reading it ends in a study with points or in a list of mistakes.
#include <gtest/gtest.h>

#include <random>

#include "tests/study/design/written_study.hpp"

namespace trust {
namespace {

const std::string axes = R"([[axis]]
lever = "recognition.propensity"
who = { role = "leader" }
from = 0.1
to = 0.5
steps = 3
[[axis]]
intervention = "Show the work"
field = "add.transparency.propensity"
name = "openness"
values = [0.1, 0.2]
[[axis]]
organisation = "roles.rep"
from = 10
to = 20
steps = 2
[[axis]]
scenario = "trust_rule"
values = ["beta", "abi"]
)";

const std::vector<std::string> studies{
    test::study_head + "record_days = \"every 2\"\nmeasures = [\"trust\", \"headline\"]\n[design]\nkind = \"grid\"\n" +
        axes,
    test::study_head + "days = 9\n[design]\nkind = \"latin_hypercube\"\npoints = 5\nseed = 3\n" + axes,
    test::study_head +
        "[design]\nkind = \"list\"\n[[axis]]\nlever = \"trust.gain\"\n[[axis]]\norganisation = \"team_size\"\n"
        "[[point]]\ntrust.gain = 0.1\n[[point]]\nteam_size = 4\n"};

class Damage {
 public:
  explicit Damage(unsigned seed) : random_(seed) {}

  std::string operator()(std::string text) {
    for (auto n = 1 + random_() % 2; n > 0 && !text.empty(); --n) once(text);
    return text;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  void once(std::string& text) {
    const std::string pieces = "\",;\n=.[]{}-0123456789abcx \x80";
    const std::size_t at = below(text.size());
    switch (below(4)) {
      case 0:
        text.erase(at, 1 + below(12));
        break;
      case 1:
        text.insert(at, text.substr(below(text.size()), 1 + below(12)));
        break;
      case 2:
        text[at] = pieces[below(pieces.size())];
        break;
      default:
        text.insert(at, 1, pieces[below(pieces.size())]);
    }
  }

  std::mt19937 random_;
};

/// True if it was accepted; then every point is one, or says what is wrong with it.
bool loads(const std::filesystem::path& file) {
  try {
    const Study study = load_study(file);
    EXPECT_GT(study.design.points(), 0u);
    EXPECT_FALSE(study.record_days.empty());
    for (const std::uint64_t i : {std::uint64_t{0}, study.design.points() - 1}) study.scenario_at(i);
    return true;
  } catch (const InputError& error) {
    EXPECT_FALSE(error.problems().empty());
    for (const Problem& problem : error.problems()) {
      EXPECT_FALSE(problem.file.empty());
      EXPECT_FALSE(problem.what.empty());
    }
    return false;
  }
}

TEST(DamagedStudies, EndInAStudyOrInMistakes) {
  const test::TemporaryFolder folder;
  folder.write("scenario.toml", test::scenario_for_studies());
  std::size_t accepted = 0, refused = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    const std::string text = Damage(seed)(studies[seed % studies.size()]);
    SCOPED_TRACE(text);
    ++(loads(folder.write("study.toml", text)) ? accepted : refused);
  }
  for (const std::string& whole : studies) EXPECT_TRUE(loads(folder.write("study.toml", whole)));
  EXPECT_GT(accepted, 5u);
  EXPECT_GT(refused, 100u);
}

}  // namespace
}  // namespace trust
