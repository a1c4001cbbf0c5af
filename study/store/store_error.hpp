// What goes wrong with a store of results, in words for the person at the keyboard: the file, what is wrong, what to
// do.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace trust {

/// Something failed while working with a store, such as a full disk. What was committed before is still there.
class StoreError : public std::runtime_error {
 public:
  StoreError(const std::filesystem::path& file, const std::string& what, const std::string& advice)
      : std::runtime_error(file.string() + ": " + what + (advice.empty() ? "" : "; ") + advice) {}
};

/// The store cannot be used as asked; nothing was touched. For a command this is bad input (exit code 2).
class StoreRefused : public StoreError {
 public:
  using StoreError::StoreError;
};

}  // namespace trust
