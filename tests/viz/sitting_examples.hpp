// Scenarios and edits for the tests of sittings.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/study/temporary_folder.hpp"
#include "viz/session/sitting.hpp"

namespace trust::viz {

/// A small department with interventions of every sort: by hand, of a kind, with an event, one after another.
inline const std::string planned_text = R"([scenario]
name = "Planned"
story = """
A department "for tests".
It has a plan."""
days = 40
replicates = 8
seed = 7
replicates_per_organisation = 4

[[role]]
name = "analyst"
function = "marketing"
levers = { recognition.propensity = 0.2 }

[organisation]
generate = { roles = { rep = 16, marketer = 10, analyst = 4 }, team_size = 7, ties_per_person = 8 }

[levers]
trust.gain = 0.04 # a comment
"gossip.rate" = 0.2
[levers.role.leader]
recognition.propensity = 0.1
[levers.function.marketing]
discretion.propensity = 0.3

[[intervention]]
name = "Show the work"
from = 5
to = 14
who = { role = "leader" }
add = { "transparency.propensity" = 0.25, recognition.propensity = 0.2 }
cost = { hours = 0.5 }

[[intervention]]
kind = "broken_promise"
from = 9
who = { function = "marketing" }
severity = 0.3

[[intervention]]
name = "Louder"
after = "Show the work"
who = [{ role = "rep" }, { team = "Sales 1" }]
set = { "recognition.propensity" = 0.5 }

[[intervention]]
kind = "offsite"
from = 20
)";

inline std::filesystem::path source_file(const std::string& path) {
  return std::filesystem::path(TRUSTSIM_SOURCE_DIR) / path;
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The planned scenario in a folder that goes with it.
struct PlannedFile {
  test::TemporaryFolder folder;
  std::filesystem::path file = folder.write("planned.toml", planned_text);
};

inline Lane lane_named(const Sitting& sitting, const std::string& name) {
  for (const Lane& lane : sitting.state().lanes)
    if (lane.name == name) return lane;
  ADD_FAILURE() << "no lane " << name;
  return {};
}

inline bool has_lane(const Sitting& sitting, const std::string& name) {
  for (const Lane& lane : sitting.state().lanes)
    if (lane.name == name) return true;
  return false;
}

inline std::string option_of(const Lane& lane, const std::string& key) {
  for (const LaneOption& option : lane.options)
    if (option.key == key) return option.text;
  return "(none)";
}

inline ChangeLane first_day(std::size_t lane, int day) { return {lane, day, {}, {}, {}}; }
inline ChangeLane last_day(std::size_t lane, int day) { return {lane, {}, day, {}, {}}; }
inline ChangeLane strength(std::size_t lane, float value) { return {lane, {}, {}, value, {}}; }
inline ChangeLane on(std::size_t lane, bool value) { return {lane, {}, {}, {}, value}; }

/// One edit at random; mistakes of it are what a user's would be.
template <typename Luck>
void edit_at_random(Sitting& sitting, Luck& luck) {
  const auto draw = [&](std::size_t below) { return static_cast<std::size_t>(luck() % below); };
  const auto day = [&] { return static_cast<int>(draw(static_cast<std::size_t>(sitting.baseline()->days))) + 1; };
  const std::size_t lanes = std::max<std::size_t>(1, sitting.state().lanes.size());
  const std::vector<std::string> added = {"one_to_ones", "poster:strength=0.5", "offsite", "bad_quarter:demand=0.8",
                                          "recognition_programme:ramp=5,from=12"};
  try {
    switch (draw(10)) {
      case 0:
        return sitting.add(added[draw(added.size())], day());
      case 1:
        return sitting.change(first_day(draw(lanes), day()), draw(3));
      case 2:
        return sitting.change(last_day(draw(lanes), day()), draw(3));
      case 3:
        return sitting.change(strength(draw(lanes), static_cast<float>(draw(11)) / 10), draw(3));
      case 4:
        return sitting.change(on(draw(lanes), draw(2) == 0));
      case 5:
        return sitting.set_lever(Lever::trust_gain, static_cast<float>(draw(20)) / 100, day(), draw(3));
      case 6:
        return sitting.set_lever(Lever::recognition_propensity, static_cast<float>(draw(20)) / 20, day(), draw(3));
      case 7:
        return sitting.reset_lever(Lever::trust_gain, day());
      case 8:
        return sitting.remove(draw(lanes));
      default:
        return draw(2) == 0 ? sitting.set_seed(draw(5)) : sitting.set_option({draw(lanes), "ramp", "3"});
    }
  } catch (const InputError&) {  // refused: nothing has changed
  }
}

}  // namespace trust::viz
