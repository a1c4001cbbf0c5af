// The page of interventions is what the program makes of its kinds and of the shipped scenarios.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "scenarios/intervention_kind.hpp"
#include "scenarios/kinds_page.hpp"
#include "study/intervention_effects.hpp"

namespace trust {
namespace {

const std::filesystem::path source = TRUSTSIM_SOURCE_DIR;

std::string contents_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(InterventionsPage, IsFresh) {
  RunControl control;
  EXPECT_EQ(contents_of(source / "docs" / "interventions.md"),
            kinds_as_markdown() + effects_as_markdown(source / "scenarios" / "interventions", control))
      << "run: build/release/trustsim docs interventions --effects scenarios/interventions > docs/interventions.md";
}

TEST(InterventionsPage, EveryShippedScenarioIsAboutAKind) {
  std::set<std::string> kinds;
  for (const auto& file : scenario_files(source / "scenarios" / "interventions")) {
    EXPECT_NE(find_kind(kind_of_file(file)), nullptr) << file;
    kinds.insert(kind_of_file(file));
  }
  EXPECT_EQ(kinds.size(), intervention_kinds().size());
}

TEST(InterventionsPage, WhatDoesNothingHasNoEffect) {
  RunControl control;
  Scenario scenario = load_scenario(source / "scenarios" / "interventions" / "layoff.toml");
  scenario.replicates = 3;
  for (const MeanWithInterval& effect : effects_of(scenario, "no such name", control)) {
    EXPECT_EQ(effect.mean, 0);
    EXPECT_EQ(effect.interval.low, effect.interval.high);
  }
}

}  // namespace
}  // namespace trust
