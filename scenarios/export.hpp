// Writes an organisation as files that spreadsheets and network programs open, and that the loader reads back.
#pragma once

#include <filesystem>

#include "models/organisation.hpp"

namespace trust {

/// Writes into `folder`, which is made if there is none:
///   people.csv            id, role, function, team, manager, level, tenure_years, skill, acumen, style_x, style_y,
///                         self_awareness, propensity, open, location; a row a seat, in order
///   ties.csv              source, target, weight, kind; a row a tie, sorted by (target, source)
///   organisation.graphml  the same people and ties
/// The weight is the trust on day 0. Numbers have the fewest digits that give back the same bits; imported with
/// weights = "as-trust", the files are the same organisation again.
///
/// All are written under temporary names and renamed when all are complete. Where that fails (no right to write, a full
/// disk, `folder` is a file) the temporary files are removed and std::filesystem::filesystem_error says which and why.
void export_organisation(const Organisation& organisation, const std::filesystem::path& folder);

}  // namespace trust
