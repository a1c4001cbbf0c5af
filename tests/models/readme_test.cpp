// The pages beside the models speak of what there is: every lever and column is explained on one of them, and no page
// names a lever, a file of its folder or a test that does not exist.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>

#include "models/parameters.hpp"
#include "models/state.hpp"

namespace trust {
namespace {

const std::filesystem::path root = TRUSTSIM_SOURCE_DIR;

std::map<std::string, std::string> pages() {
  std::map<std::string, std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "models")) {
    if (entry.path().filename() != "README.md") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    found[std::filesystem::relative(entry.path(), root).string()] = text.str();
  }
  return found;
}

std::vector<std::string> matches_of(const std::string& text, const std::string& pattern) {
  const std::regex wanted(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

TEST(ModelPages, StandBesideEveryModel) {
  const auto all = pages();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "models")) {
    if (entry.path().filename() != "model.cpp") continue;
    const auto page = std::filesystem::relative(entry.path().parent_path() / "README.md", root).string();
    EXPECT_TRUE(all.contains(page)) << page;
  }
}

TEST(ModelPages, ExplainEveryLever) {
  std::string everything;
  for (const auto& [page, text] : pages()) everything += text;
  for (const Parameter& row : parameters()) {
    EXPECT_NE(everything.find(row.name), std::string::npos) << row.name << " stands on no page";
  }
}

TEST(ModelPages, ExplainEveryColumn) {
  std::string everything;
  for (const auto& [page, text] : pages()) everything += text;
  for (const ColumnRow& row : columns()) {
    EXPECT_NE(everything.find(row.name), std::string::npos) << row.name << " stands on no page";
  }
}

TEST(ModelPages, NameLeversAndTestsThatExist) {
  for (const auto& [page, text] : pages()) {
    for (const std::string& name : matches_of(text, "`([a-z_]+\\.[a-z_]+)`")) {
      const bool is_file = std::filesystem::exists((root / page).parent_path() / name);
      EXPECT_TRUE(is_file || find_lever(name).has_value()) << page << " names " << name;
    }
    const auto tests = matches_of(text, "(tests/[a-z_/]+\\.cpp)");
    EXPECT_FALSE(tests.empty()) << page << " names no test";
    for (const std::string& test : tests)
      EXPECT_TRUE(std::filesystem::exists(root / test)) << page << " names " << test;
  }
}

}  // namespace
}  // namespace trust
