// The kinds of interventions as a page of Markdown, made from their table.
#pragma once

#include <string>

namespace trust {

/// An overview of all kinds, then each with what it changes, its options and its cost: the first part of
/// docs/interventions.md, and what `trustsim docs interventions` prints.
std::string kinds_as_markdown();

}  // namespace trust
