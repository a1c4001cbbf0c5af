// The tree keeps the rules of docs/architecture.md; and each rule is shown to catch a made-up offender.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/system/architecture_rules.hpp"

namespace trust::architecture {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Tree& this_tree() {
  static const Tree tree = read_tree(TRUSTSIM_SOURCE_DIR);
  return tree;
}

std::string lines(int count) {
  std::string text;
  for (int line = 0; line < count; ++line) text += "int x;\n";
  return text;
}

std::string function_of(int count, const std::string& indent = "") {
  std::string text = indent + "void f(int a,\n" + indent + "       int b) {\n";
  for (int line = 3; line < count; ++line) text += indent + "  g();\n";
  return text + indent + "}\n";
}

TEST(Architecture, ReadsTheWholeTree) {
  EXPECT_TRUE(this_tree().contains("sim/tie_graph.hpp"));
  EXPECT_TRUE(this_tree().contains("tests/system/architecture_test.cpp"));
  EXPECT_TRUE(this_tree().contains(".ci/run"));
  for (const auto& [path, text] : this_tree()) EXPECT_FALSE(path.starts_with("build/")) << path;
}

TEST(Architecture, ArrowsPointInward) { EXPECT_THAT(wrong_arrows(this_tree()), IsEmpty()); }

TEST(Architecture, AnArrowThatPointsUpIsFound) {
  const Tree tree = {{"sim/a.hpp", "#include \"models/b.hpp\"\n"}, {"study/c.cpp", "#include \"sim/a.hpp\"\n"}};
  EXPECT_THAT(wrong_arrows(tree), ElementsAre("sim/a.hpp includes models/b.hpp, but sim must not know models"));
}

TEST(Architecture, AnArrowBetweenTheProgramsIsFound) {
  const Tree tree = {{"cli/a.cpp", "  #  include <viz/b.hpp>\n"}, {"tests/x.cpp", "#include \"viz/b.hpp\"\n"}};
  EXPECT_THAT(wrong_arrows(tree), ElementsAre(HasSubstr("cli must not know viz")));
}

TEST(Architecture, NoRoomIncludesTests) {
  const Tree tree = {{"bench/a.cpp", "#include \"tests/oracle.hpp\"\n"}};
  EXPECT_THAT(wrong_arrows(tree), SizeIs(1));
}

TEST(Architecture, LibrariesStayInTheirRooms) { EXPECT_THAT(wrong_libraries(this_tree()), IsEmpty()); }

TEST(Architecture, AStrayLibraryIsFound) {
  const Tree tree = {{"study/a.cpp", "#include <imgui.h>\n"}, {"viz/panels/b.cpp", "#include <imgui.h>\n"}};
  EXPECT_THAT(wrong_libraries(tree), ElementsAre("study/a.cpp includes <imgui.h>, which is not for study"));
}

TEST(Architecture, NoFileIsTooLong) { EXPECT_THAT(long_files(this_tree()), IsEmpty()); }

TEST(Architecture, AFileThatIsTooLongIsFound) {
  const Tree tree = {{"models/a.cpp", lines(601)}, {"models/b.cpp", lines(600)}, {"docs/c.md", lines(900)}};
  EXPECT_THAT(long_files(tree), ElementsAre("models/a.cpp has 601 lines"));
}

TEST(Architecture, MostFilesAreShort) { EXPECT_THAT(long_median(this_tree()), IsEmpty()); }

TEST(Architecture, AMedianThatIsTooLongIsFound) {
  Tree tree = {{"sim/a.cpp", lines(151)}, {"sim/b.cpp", lines(10)}, {"viz/c.cpp", lines(300)}};
  EXPECT_THAT(long_median(tree), ElementsAre("the median file has 151 lines"));
  tree["sim/a.cpp"] = lines(150);
  EXPECT_THAT(long_median(tree), IsEmpty());
}

TEST(Architecture, NoFunctionIsTooLong) { EXPECT_THAT(long_functions(this_tree()), IsEmpty()); }

TEST(Architecture, AFunctionThatIsTooLongIsFound) {
  const Tree tree = {{"sim/a.cpp", function_of(81)},
                     {"sim/b.cpp", function_of(80)},
                     {"sim/c.hpp", "class C {\n public:\n" + function_of(82, "  ") + "};\n"},
                     {"sim/d.hpp", "class D {\n" + lines(200) + "};\n"}};
  EXPECT_THAT(long_functions(tree),
              ElementsAre("sim/a.cpp:1 begins a function of 81 lines", "sim/c.hpp:3 begins a function of 82 lines"));
}

TEST(Architecture, TheViewersSessionKnowsNoUi) { EXPECT_THAT(sessions_with_ui(this_tree()), IsEmpty()); }

TEST(Architecture, AUiInTheSessionIsFoundThroughOtherFiles) {
  const Tree tree = {{"viz/session/a.cpp", "#include \"viz/scene/b.hpp\"\n"},
                     {"viz/scene/b.hpp", "#include <GLFW/glfw3.h>\n"},
                     {"viz/session/c.cpp", "#include <vector>\n"}};
  EXPECT_THAT(sessions_with_ui(tree), ElementsAre("viz/session/a.cpp -> viz/scene/b.hpp -> GLFW/glfw3.h"));
}

TEST(Architecture, VectorUnitsKnowNoEigen) { EXPECT_THAT(vector_units_with_eigen(this_tree()), IsEmpty()); }

TEST(Architecture, EigenInAVectorUnitIsFoundThroughOtherFiles) {
  const Tree tree = {{"sim/CMakeLists.txt", "trust_vector_sources(trust_sim a.cpp\n  b.cpp)\n"},
                     {"sim/a.cpp", "#include \"sim/c.hpp\"\n"},
                     {"sim/b.cpp", "#include <vector>\n"},
                     {"sim/c.hpp", "#include \"sim/c.hpp\"\n#include <Eigen/Core>\n"},
                     {"sim/d.cpp", "#include <Eigen/Core>\n"}};
  EXPECT_THAT(vector_units_with_eigen(tree), ElementsAre("sim/a.cpp -> sim/c.hpp -> Eigen/Core"));
}

TEST(Architecture, AVectorUnitThatIsNotThereIsFound) {
  const Tree tree = {{"sim/CMakeLists.txt", "trust_vector_sources(trust_sim a.cpp)\n"}};
  EXPECT_THAT(vector_units_with_eigen(tree), ElementsAre("sim/a.cpp does not exist"));
}

TEST(Architecture, ArithmeticIsExact) { EXPECT_THAT(inexact_arithmetic(this_tree()), IsEmpty()); }

TEST(Architecture, InexactArithmeticIsFound) {
  const Tree tree = {{"models/a.cpp", "// std::exp(x) would not do\nfloat y = std::exp(x);\n"},
                     {"sim/b.cpp", "#include <random>\nfloat z = std::sqrt(x);\n"},
                     {"viz/c.cpp", "float angle = std::sin(x);\n"}};
  EXPECT_THAT(inexact_arithmetic(tree),
              ElementsAre("models/a.cpp:2 uses std::exp", "sim/b.cpp:1 uses #include <random>"));
}

TEST(Architecture, NoMachinesPathIsNamed) { EXPECT_THAT(machine_paths(this_tree()), IsEmpty()); }

TEST(Architecture, AMachinesPathIsFound) {
  // Put together here, so that this file does not hold what the rule looks for.
  const Tree tree = {{"docs/a.md", std::string("one\nsee `/wor") + "k/main`\n"},
                     {"docs/b.md", "../shared/data\n"},
                     {"models/c.cpp", "#include \"models/work/model.hpp\"\n"},
                     {"scripts/d", std::string("/ro") + "ot/.cache\n"}};
  EXPECT_THAT(machine_paths(tree), ElementsAre(HasSubstr("docs/a.md:2 holds"), HasSubstr("scripts/d:1 holds")));
}

}  // namespace
}  // namespace trust::architecture
