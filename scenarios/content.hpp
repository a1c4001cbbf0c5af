// What a scenario file says, whatever its layout: two files that run alike have the same digest.
#pragma once

#include <toml++/toml.h>

#include <cstdint>

namespace trust {

/// Digest of every key and value of the file but those that Scenario::content leaves out, and of `files`, the digest of
/// the files that it names. Nested and dotted keys are the same, and so are 1 and 1.0.
std::uint64_t content_digest(const toml::table& scenario_file, std::uint64_t files);

}  // namespace trust
