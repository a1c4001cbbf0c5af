// The description of the model after the ODD protocol: docs/odd.md, filled in from the tables that the program runs by
// and from the README of each mechanism.
#pragma once

#include <string>

namespace trust {

/// The page as docs/model.md holds it, in Markdown.
std::string odd_as_markdown();

}  // namespace trust
