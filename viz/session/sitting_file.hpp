// A sitting on disk: the what-if's document as a whole scenario file that says what it is compared with, and how.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace trust::viz {

/// Where a sitting's parts are.
struct SittingPlace {
  std::filesystem::path baseline;     // the baseline's file
  std::optional<std::uint64_t> seed;  // that both are run with, where the baseline's file has another
};

/// The text of the file that lies at `file`, which need not exist.
std::string sitting_text(const std::string& document, const SittingPlace& place, const std::filesystem::path& file);

/// The document of a file that lies at `file`, with paths from the baseline's folder.
std::string document_of(const std::string& text, const std::filesystem::path& file,
                        const std::filesystem::path& baseline);

/// "trustsim compare BASELINE --what-if FILE [--seed N]", for a shell.
std::string compare_command(const SittingPlace& place, const std::filesystem::path& file);

/// Writes it whole or not at all. Throws InputError where it cannot be written or is the baseline's own file.
void write_sitting(const std::string& document, const SittingPlace& place, const std::filesystem::path& file);

}  // namespace trust::viz
