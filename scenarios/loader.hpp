// Reading a scenario, with what an earlier reading of the same file can spare. scenario.hpp and overrides.hpp are what
// others use.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/overrides.hpp"
#include "scenarios/scenario.hpp"

namespace trust {

/// What [organisation] came to: the imported organisation, or the seats and teams (without ties) of every generated
/// one.
struct LoadedOrganisation {
  std::shared_ptr<const Organisation> organisation = std::make_shared<const Organisation>();
  std::optional<GeneratorSpec> generator;
  std::uint64_t files_digest = 0;  // of the files that it was imported from
  std::vector<std::string> notes;
};

struct LoadedScenario {
  Scenario scenario;
  LoadedOrganisation organisation;
};

struct LoaderInput {
  std::filesystem::path file;
  const std::string* text;  // of the file, or null: read it
  std::span<const Override> overrides;
  const LoadedOrganisation* organisation;  // where it is known to be this one, or null
};

/// Whether the texts of two scenario files say the same of all that [organisation] comes to.
bool same_organisation(const std::string& one, const std::string& other);

/// Throws InputError.
LoadedScenario load_with(const LoaderInput& input);

}  // namespace trust
