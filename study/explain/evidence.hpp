// Everything that a contact can show of somebody, as a table: which lever sizes it, and how to say it. What a contact is
// worth is the sum over these rows (models/contact/README.md).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "models/behaviours/behaviour.hpp"
#include "models/parameters.hpp"

namespace trust {

struct EvidenceRow {
  Lever size;
  std::optional<Behaviour> behaviour;  // of the target; none where it is not something that they did
  bool left_undone;                    // counts where the behaviour was not shown
  std::string_view clause;             // after the person's name: "kept all promises"
};

std::span<const EvidenceRow> evidence_rows();

/// What people do, as a clause after their name: "reviewed what came of the work".
std::string_view clause_of(Behaviour behaviour);

}  // namespace trust
