#include "study/result_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <system_error>

#include "study/output_file.hpp"

namespace trust {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest = "manifest.json";
constexpr std::array<std::string_view, 7> result_files = {manifest,   "daily.csv",  "people.csv",          "blocks.csv",
                                                          "ties.csv", "hashes.csv", "organisation.graphml"};

[[noreturn]] void refuse(const FolderKind& kind, const fs::path& folder, const std::string& what,
                         const std::string& accepted) {
  throw InputError({Problem{folder.string(), 0, std::string(kind.option), what, accepted}});
}

std::string new_or_of_kind(const FolderKind& kind) {
  return "an empty or a new folder, or one that " + std::string(kind.written_by) + " wrote";
}

// The folder's own name, with links followed and no "/" or "." at the end.
fs::path plain(const FolderKind& kind, const fs::path& folder) {
  if (folder.empty()) refuse(kind, folder, "no folder is named", "the path of a folder to create");
  std::error_code error;
  const fs::path followed = fs::weakly_canonical(fs::absolute(folder), error);
  if (error) refuse(kind, folder, "cannot be reached: " + error.message(), "a folder that can be created");
  return followed.has_filename() ? followed : followed.parent_path();
}

// The first of `folder` and the folders above it that exists.
fs::path nearest_existing(fs::path folder) {
  std::error_code error;
  while (!fs::exists(folder, error) && folder != folder.parent_path()) folder = folder.parent_path();
  return folder;
}

bool holds(const fs::path& folder, const fs::path& inner) {
  return std::mismatch(folder.begin(), folder.end(), inner.begin(), inner.end()).first == folder.end();
}

void check_contents(const FolderKind& kind, const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) refuse(kind, folder, "cannot be read: " + error.message(), "an empty or a new folder");
  bool any = false;
  for (const fs::directory_entry& entry : entries) {
    any = true;
    const std::string name = entry.path().filename().string();
    if (!kind.is_file_of(name) || !entry.is_regular_file(error)) {
      refuse(kind, folder, "holds '" + name + "', which is not of " + std::string(kind.written_by),
             new_or_of_kind(kind));
    }
  }
  if (any && !fs::exists(folder / manifest, error)) {
    refuse(kind, folder, "holds files but no manifest.json", new_or_of_kind(kind));
  }
}

bool is_mount_point(const fs::path& folder) {
  struct stat own {};
  struct stat above {};
  return stat(folder.c_str(), &own) == 0 && stat(folder.parent_path().c_str(), &above) == 0 &&
         own.st_dev != above.st_dev;
}

void check_place(const FolderKind& kind, const fs::path& folder) {
  std::error_code error;
  if (fs::is_symlink(fs::symlink_status(folder, error))) refuse(kind, folder, "is a link to nowhere", "a folder");
  if (!fs::exists(folder, error)) return;
  if (!fs::is_directory(folder, error)) refuse(kind, folder, "is a file", "a folder");
  if (holds(folder, fs::current_path(error))) {
    refuse(kind, folder, "is the folder that you are in, or lies above it", "another folder");
  }
  if (is_mount_point(folder)) {
    refuse(kind, folder, "is a mount point, which cannot be replaced as a whole", "a folder inside it");
  }
  check_contents(kind, folder);
}

// Finds a full or read-only disk before the work is done.
void try_writing(const fs::path& folder) {
  const fs::path probe = folder / manifest;
  OutputFile file(probe);
  file.write(std::string(std::size_t{1} << 14, ' '));
  file.close();
  fs::remove(probe);
}

// Creates a folder beside `folder` that nobody else has.
fs::path create_beside(const fs::path& folder, std::string_view purpose) {
  for (int attempt = 1;; ++attempt) {
    fs::path beside = folder;
    beside += "." + std::string(purpose) + "-" + std::to_string(getpid()) + "-" + std::to_string(attempt);
    if (fs::create_directory(beside)) return beside;
  }
}

std::string reason(const std::exception& failure) {
  const auto* system = dynamic_cast<const fs::filesystem_error*>(&failure);
  return system ? system->code().message() : failure.what();
}

}  // namespace

bool is_result_file(std::string_view name) {
  return std::find(result_files.begin(), result_files.end(), name) != result_files.end();
}

const FolderKind results_of_a_run = {"--out", is_result_file, "a run"};

ResultFolder::ResultFolder(const fs::path& folder, const FolderKind& kind)
    : final_(plain(kind, folder)), above_(nearest_existing(final_)) {
  check_place(kind, final_);
  try {
    fs::create_directories(final_.parent_path());
    temporary_ = create_beside(final_, "unfinished");
    try_writing(temporary_);
  } catch (const std::exception& failure) {
    clear();
    refuse(kind, final_, "cannot be written: " + reason(failure), "a folder on a disk with room that you may write to");
  }
}

ResultFolder::~ResultFolder() {
  if (!committed_) clear();
}

// Removes what was written, and the folders that were created on the way unless somebody else uses them by now.
void ResultFolder::clear() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
  for (fs::path folder = final_.parent_path(); holds(above_, folder) && folder != above_;
       folder = folder.parent_path()) {
    if (!fs::remove(folder, ignored)) break;
  }
}

void ResultFolder::commit() {
  std::error_code error;
  const bool replaces = fs::exists(final_, error);
  const fs::path earlier = replaces ? create_beside(final_, "earlier") : fs::path();
  if (replaces) fs::rename(final_, earlier, error);
  if (!error) fs::rename(temporary_, final_, error);
  if (error) {
    std::error_code ignored;
    if (replaces) fs::rename(earlier, final_, ignored);
    throw OutputError(final_, error.message());
  }
  committed_ = true;
  if (replaces) fs::remove_all(earlier, error);
}

}  // namespace trust
