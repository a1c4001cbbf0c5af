// A store as a folder of CSV files, for programs that read no SQLite.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "study/store/store.hpp"

namespace trust {

struct ExportedFile {
  std::string name;  // "runs.csv"
  std::uint64_t rows = 0;
};

/// Writes each table and view of the store to a file of its own in `folder`, which must be missing or empty: all of
/// them, as they are at one moment, or nothing. Throws InputError where the folder cannot be used, OutputError or
/// StoreError where writing or reading fails.
std::vector<ExportedFile> export_as_csv(const Store& store, const std::filesystem::path& folder);

}  // namespace trust
