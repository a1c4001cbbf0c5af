// An organisation from files: any personnel export and any list of ties.
#pragma once

#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/import_spec.hpp"
#include "scenarios/text_file.hpp"

namespace trust {

/// Reads the files that `spec` names, adding their text to `digest` (people first, then ties). Every mistake goes to
/// `problems`, and the organisation is good only if there is none; what was assumed goes to `notes`.
Organisation import_organisation(const ImportSpec& spec, const std::vector<Role>& roles, TextDigest& digest,
                                 Problems& problems, std::vector<std::string>& notes);

}  // namespace trust
