// From a sitting's document to the scenario that it says: by the ordinary loader, beside the baseline.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/intervention_reader.hpp"
#include "scenarios/overrides.hpp"
#include "scenarios/scenario.hpp"

namespace trust::viz {

class DocumentReader {
 public:
  /// Throws InputError.
  explicit DocumentReader(const std::filesystem::path& baseline);

  /// Where the scenario's text does not lead to its plan, organisation and days, a document's interventions are added
  /// to its plan.
  explicit DocumentReader(Scenario baseline);

  const std::shared_ptr<const Scenario>& baseline() const { return baseline_; }

  /// The baseline with another seed.
  std::shared_ptr<const Scenario> baseline_with(std::uint64_t seed) const;

  /// What the baseline's file says; with the seed that the baseline has.
  const std::string& document() const { return document_; }

  /// Whether the document says all that the scenario is.
  bool says_all() const { return source_.has_value(); }

  /// The seed in the baseline's own file.
  std::uint64_t seed_of_file() const { return seed_of_file_; }

  std::filesystem::path folder() const { return baseline_->file.parent_path(); }

  /// Throws InputError that goes by the name of the document's scenario, without lines: nobody sees them.
  std::shared_ptr<const Scenario> read(const std::string& document) const;

 private:
  std::shared_ptr<const Scenario> baseline_;
  std::optional<ScenarioSource> source_;
  std::string document_;
  std::uint64_t seed_of_file_ = 1;
};

/// What the document says of who there is and what is decided: all but [scenario].
std::string body_of(const std::string& document);

/// Its interventions with their days settled, one each.
std::vector<DraftIntervention> drafts_of(const toml::table& document);

}  // namespace trust::viz
