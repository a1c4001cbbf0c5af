// docs/traceability.csv is whole: one row an item, no row empty, everything that it names exists.
#include <gtest/gtest.h>

#include <set>

#include "models/behaviours/behaviour.hpp"
#include "models/measures.hpp"
#include "models/parameters.hpp"
#include "models/state.hpp"
#include "tests/system/traceability_rows.hpp"

namespace trust::testing {
namespace {

const std::filesystem::path root = TRUSTSIM_SOURCE_DIR;

std::vector<std::string> all_ids() {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& prefix, int first, int last) {
    for (int i = first; i <= last; ++i) ids.push_back(prefix + std::to_string(i));
  };
  add("S0-", 1, 32);
  add("S1-", 1, 11);
  add("S1-Q", 1, 8);
  add("S1-", 12, 17);
  add("S2-", 1, 31);
  add("S3-", 1, 63);
  add("S4-", 1, 37);
  return ids;
}

bool is_behaviour(const std::string& name) {
  return std::any_of(behaviours.begin(), behaviours.end(), [&](const BehaviourRow& row) { return row.name == name; });
}

bool exists(const std::string& kind, const std::string& name) {
  if (kind == "lever") return find_lever(name).has_value();
  if (kind == "measure") return find_measure(name).has_value();
  if (kind == "column") return find_column(name).has_value();
  if (kind == "behaviour") return is_behaviour(name);
  if (kind == "intervention") return std::filesystem::exists(root / "scenarios/interventions" / (name + ".toml"));
  if (kind == "claim") return name.size() >= 2 && name[0] == 'C' && std::stoi(name.substr(1)) <= 13;
  return kind == "structure" && !name.empty();
}

TEST(Traceability, HasOneRowForEachOf188Items) {
  std::vector<std::string> found;
  for (const TraceabilityRow& row : traceability_rows()) found.push_back(row.id);
  EXPECT_EQ(found.size(), 188U);
  EXPECT_EQ(found, all_ids());
}

TEST(Traceability, NamesThingsThatExist) {
  for (const TraceabilityRow& row : traceability_rows()) {
    const std::vector<std::string> things = parts_of(row.represented_by, ';');
    EXPECT_FALSE(things.empty()) << row.id;
    for (const std::string& thing : things) {
      const std::size_t colon = thing.find(':');
      ASSERT_NE(colon, std::string::npos) << row.id << ": " << thing;
      EXPECT_TRUE(exists(thing.substr(0, colon), thing.substr(colon + 1))) << row.id << ": " << thing;
    }
  }
}

TEST(Traceability, NamesFilesThatExist) {
  for (const TraceabilityRow& row : traceability_rows()) {
    EXPECT_FALSE(row.shown_by.empty()) << row.id;
    for (const std::string& file : parts_of(row.shown_by, ';')) {
      EXPECT_TRUE(std::filesystem::is_regular_file(root / file)) << row.id << ": " << file;
    }
  }
}

TEST(Traceability, SaysWhyWhereNoSwitchIsTested) {
  static const std::set<std::string> kinds = {"behaviour", "intervention", "observable", "claim", "structure"};
  for (const TraceabilityRow& row : traceability_rows()) {
    EXPECT_TRUE(kinds.contains(row.kind)) << row.id << ": " << row.kind;
    EXPECT_FALSE(row.sign.empty()) << row.id;
    const bool is_tested = !row.with.empty() && !row.without.empty() && !row.observable.empty() && !row.moves.empty();
    if (is_tested) {
      EXPECT_TRUE(find_measure(row.observable).has_value()) << row.id << ": " << row.observable;
    } else {
      EXPECT_FALSE(row.remark.empty()) << row.id << " neither tests a switch nor says why";
    }
  }
}

}  // namespace
}  // namespace trust::testing
