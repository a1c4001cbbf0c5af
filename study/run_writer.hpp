// Writes a run's results while it runs: daily figures and hashes as batches finish, tables of people and ties when an
// organisation is done, the manifest at the end. Memory does not grow with the number of replicates.
#pragma once

#include <filesystem>
#include <optional>

#include "study/block_table.hpp"
#include "study/end_tables.hpp"
#include "study/output_file.hpp"
#include "study/result_folder.hpp"
#include "study/run.hpp"

namespace trust {

class RunWriter {
 public:
  /// Opens the files. Throws InputError (ResultFolder) or OutputError, as all that follows.
  explicit RunWriter(const std::filesystem::path& folder);

  /// The next finished batch. A run whose options ask for column_hashes has them written too.
  void take(const BatchRecord& record);

  /// Writes what is left and puts the folder in its place.
  void finish(const Scenario& scenario, const RunOptions& options, const RunResult& result);

  const std::filesystem::path& folder() const { return folder_.final_place(); }

 private:
  void write_days(const BatchRecord& record, int lane);
  void add_to_end_tables(const BatchRecord& record);
  void write_end_tables();

  ResultFolder folder_;
  OutputFile daily_;
  OutputFile hashes_;
  OutputFile people_;
  OutputFile ties_;
  OutputFile blocks_;
  std::optional<EndTables> end_;           // of the organisation whose batches are coming in
  std::optional<BlockTable> block_table_;  // ... likewise
};

}  // namespace trust
