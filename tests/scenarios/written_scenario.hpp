// Scenarios written to a folder of their own for the length of a test.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace trust::test {

/// Name of a file and what is in it.
using Files = std::map<std::string, std::string>;

/// A folder that goes when the test ends.
class Folder {
 public:
  Folder() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("trustsim-scenarios-" + std::to_string(getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }
  void write(const Files& files) const {
    for (const auto& [name, text] : files) write(name, text);
  }

 private:
  std::filesystem::path path_;
};

inline const std::string heading = "[scenario]\nname = \"Test\"\nstory = \"A test.\"\n";  // three lines
inline const std::string generated = "[organisation]\ngenerate = { roles = { rep = 20, marketer = 10 } }\n";

/// Writes `text` as a scenario with `files` beside it and loads it.
inline Scenario load(const std::string& text, const Files& files = {}) {
  const Folder folder;
  folder.write(files);
  return load_scenario(folder.write("scenario.toml", text));
}

/// A scenario that imports people.csv and ties.csv, or whatever `files` has, with `keys` below [organisation].
inline Scenario import(const std::string& keys, const Files& files) {
  return load(heading + "[organisation]\n" + keys + "\n", files);
}

/// What is wrong with it; nothing if it loads. File names are without their folder.
inline std::vector<Problem> problems_of(const std::string& text, const Files& files = {}) {
  const Folder folder;
  folder.write(files);
  try {
    load_scenario(folder.write("scenario.toml", text));
  } catch (const InputError& error) {
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) problem.file = std::filesystem::path(problem.file).filename().string();
    return problems;
  }
  return {};
}

/// The seat of `id`; a failure and no_seat if there is none.
inline Seat seat_of(const Organisation& organisation, const std::string& id) {
  for (Seat seat = 0; seat < organisation.seats(); ++seat)
    if (organisation.people[seat].id == id) return seat;
  ADD_FAILURE() << "no person " << id;
  return no_seat;
}

/// The trust of `source` in `target`, or -1 without a tie.
inline float trust_in(const Organisation& organisation, const std::string& source, const std::string& target) {
  const Seat from = seat_of(organisation, source), to = seat_of(organisation, target);
  for (const Tie& tie : organisation.ties)
    if (tie.source == from && tie.target == to) return tie.trust;
  return -1;
}

inline std::string team_of(const Organisation& organisation, const std::string& id) {
  return organisation.teams[organisation.people[seat_of(organisation, id)].team].name;
}

inline std::string role_of(const Organisation& organisation, const std::string& id) {
  return organisation.roles[organisation.people[seat_of(organisation, id)].role].name;
}

inline std::string manager_of(const Organisation& organisation, const std::string& id) {
  const Seat manager = organisation.people[seat_of(organisation, id)].manager;
  return manager == no_seat ? "" : organisation.people[manager].id;
}

}  // namespace trust::test
