// A state on disk: named sections of bytes behind a version, closed by a checksum. A file is written under a temporary
// name and renamed, so that there is a whole one or none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace trust {

/// The file cannot be written or read, is damaged, or is of another version or kind.
class SnapshotError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct SnapshotSection {
  std::string name;
  std::span<const std::byte> bytes;
};

inline constexpr std::uint32_t snapshot_version = 1;

/// Throws SnapshotError.
void write_snapshot(const std::filesystem::path& file, std::span<const SnapshotSection> sections);

/// All sections by name, after the checksum was found right. Throws SnapshotError.
std::map<std::string, std::vector<std::byte>> read_snapshot(const std::filesystem::path& file);

}  // namespace trust
