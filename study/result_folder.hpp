// A folder of results that is there whole or not at all: written beside its final place under a temporary name and
// renamed at the end. Whatever goes wrong before that leaves no trace.
#pragma once

#include <filesystem>
#include <string_view>

#include "scenarios/problems.hpp"

namespace trust {

/// What a folder is for: how its files are called, and by which option it was asked for.
struct FolderKind {
  std::string_view option;
  bool (*is_file_of)(std::string_view name);  // manifest.json included, which every kind has
  std::string_view written_by;                // "a run"
};

/// What `trustsim run --out` writes.
extern const FolderKind results_of_a_run;

class ResultFolder {
 public:
  /// Prepares to write to `folder`, which must be missing, empty, or hold an earlier one of its kind and nothing else.
  /// Finds out beforehand whether files can be created and filled there. Throws InputError, where nothing was written.
  explicit ResultFolder(const std::filesystem::path& folder, const FolderKind& kind = results_of_a_run);

  /// Unless commit() was called, removes everything that was written.
  ~ResultFolder();
  ResultFolder(const ResultFolder&) = delete;
  ResultFolder& operator=(const ResultFolder&) = delete;

  /// Where to write the file `name` for now. Only names of files of its kind may be used.
  std::filesystem::path file(std::string_view name) const { return temporary_ / name; }

  /// The folder of those files.
  const std::filesystem::path& temporary() const { return temporary_; }

  /// Puts the results in their place. An earlier run's results are replaced. Throws OutputError; then the earlier
  /// results are still there.
  void commit();

  const std::filesystem::path& final_place() const { return final_; }

 private:
  void clear();

  std::filesystem::path final_;      // absolute
  std::filesystem::path above_;      // the first folder above it that was there already, or itself
  std::filesystem::path temporary_;  // beside it
  bool committed_ = false;
};

/// Whether a file of this name can be part of a run's results.
bool is_result_file(std::string_view name);

}  // namespace trust
