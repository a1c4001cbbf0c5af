// A scenario file read with some of its values changed: what the points of a study are made of. A value is changed in
// the file before it is read, so that whatever the loader checks holds for it too.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <variant>

#include "scenarios/problems.hpp"
#include "scenarios/scenario.hpp"

namespace trust {

using OverrideValue = std::variant<bool, std::int64_t, double, std::string>;

/// As a file would say it: the shortest digits that give the number back, words without quotes.
std::string to_text(const OverrideValue& value);

/// One value of the file and what it shall be. The key is one of
///   levers.LEVER                            for everyone
///   levers.role.NAME.LEVER                  for some (role, function, team, person)
///   intervention.NAME.FIELD                 of the intervention of that name (its kind, where it has no name of its
///                                           own): from, to, ramp, strength, after, an option of its kind, cost.hours,
///                                           set.LEVER, add.LEVER, ...
///   organisation.KEY, organisation.generate.KEY, scenario.KEY
/// and may be absent from the file. Letter case does not matter in names.
struct Override {
  std::string key;
  OverrideValue value;
  Problem asked_by{};  // file, line and key of whoever asks; mistakes are reported there
};

/// A scenario file, read and checked once, from which any number of scenarios with other values are made. The files
/// that it imports are read again only where an override touches [organisation]. Any thread may use it.
class ScenarioSource {
 public:
  /// Throws InputError with every mistake in the file as it stands.
  explicit ScenarioSource(const std::filesystem::path& file);
  /// ... in the text as it stands, which is in memory and may not be the file's.
  ScenarioSource(const std::filesystem::path& file, const std::string& text);

  /// As the file has it.
  const Scenario& scenario() const;

  /// With these values. Throws InputError: what is wrong with an override's value stands where it was asked for; other
  /// mistakes that it brings about stand in the scenario file and name it.
  Scenario with(std::span<const Override> overrides) const;

  /// Another text in place of the file's, as load_scenario_text() reads it; mistakes go by the name `file`, which is
  /// in the same folder. What was imported is not imported again where the text says the same of the organisation.
  Scenario with_text(const std::filesystem::path& file, const std::string& text) const;

 private:
  struct Read;
  std::shared_ptr<const Read> read_;
};

/// ScenarioSource(file).with(overrides), for those who need it once.
Scenario load_scenario(const std::filesystem::path& file, std::span<const Override> overrides);

}  // namespace trust
