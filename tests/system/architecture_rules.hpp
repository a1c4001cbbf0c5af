// The rules of docs/architecture.md that can be read off the text of the tree: which room may include which, how long
// files and functions may be, and what may not be mentioned where. Each rule returns one line an offence.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace trust::architecture {

/// Path inside the tree (with '/') -> text.
using Tree = std::map<std::string, std::string>;

/// All text files below `root`, but for what is built or belongs to tools (folders `build`, `out` and hidden ones other
/// than .ci).
Tree read_tree(const std::filesystem::path& root);

using Offences = std::vector<std::string>;

/// An include of a room that the including room must not know, or of a room that does not exist.
Offences wrong_arrows(const Tree& tree);

/// A library outside the rooms that it was let into: the windows into `viz`, the database into `study`, ...
Offences wrong_libraries(const Tree& tree);

/// A source file of more than 600 lines.
Offences long_files(const Tree& tree);

/// A median file length over 150 lines in the rooms that make up the programs.
Offences long_median(const Tree& tree);

/// A function of more than 80 lines.
Offences long_functions(const Tree& tree);

/// A file of viz/session/ that reaches Dear ImGui, GLFW or OpenGL, be it through other files.
Offences sessions_with_ui(const Tree& tree);

/// A file listed in a trust_vector_sources() that reaches Eigen, be it through other files.
Offences vector_units_with_eigen(const Tree& tree);

/// Arithmetic or randomness whose bits differ between libraries, in a room that feeds simulated state.
Offences inexact_arithmetic(const Tree& tree);

/// An absolute path of a developer's machine.
Offences machine_paths(const Tree& tree);

}  // namespace trust::architecture
