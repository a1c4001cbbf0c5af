// Pages that the program makes are in the repository as it makes them.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "models/odd.hpp"
#include "models/parameters.hpp"

namespace trust {
namespace {

std::string contents_of(const std::string& file) {
  std::ifstream in(std::string(TRUSTSIM_SOURCE_DIR) + "/" + file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(GeneratedDocs, TheReferenceOfLeversIsFresh) {
  EXPECT_EQ(contents_of("docs/scenario-reference.md"), parameters_as_markdown())
      << "run: build/release/trustsim docs parameters > docs/scenario-reference.md";
}

TEST(GeneratedDocs, TheDescriptionOfTheModelIsFresh) {
  EXPECT_EQ(contents_of("docs/model.md"), odd_as_markdown()) << "run: build/release/trustsim docs odd > docs/model.md";
}

TEST(GeneratedDocs, TheReferenceNamesEveryLever) {
  const std::string page = parameters_as_markdown();
  for (const Parameter& row : parameters()) EXPECT_NE(page.find("`" + std::string(row.name) + "`"), std::string::npos);
}

}  // namespace
}  // namespace trust
