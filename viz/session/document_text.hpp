// A scenario's table as the text of a file. Reading that text and writing it again gives the same text.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace trust::viz {

/// A whole scenario file: [scenario], [[role]], [organisation], [levers] and [[intervention]]. Levers keep the order in
/// which the table's own file has them, new ones come last: the order in which a plan applies them.
std::string document_text(const toml::table& file);

/// A value as the file writes it.
std::string value_text(const toml::node& value);

/// A number with the fewest digits that give the float back, as a file should hold it.
double written(float value);

/// The levers of a table with their dotted names, nested ones too, in the order of their file.
std::vector<std::pair<std::string, const toml::node*>> levers_in(const toml::table& levers);

/// The table of a text that document_text() made or the loader took.
toml::table parse_document(const std::string& text);

/// Rewrites what names a file (what is imported, and the baseline) from one folder to another, so that it still names
/// the same. A file on the other side of the root is named in full.
void move_paths(toml::table& file, const std::filesystem::path& from, const std::filesystem::path& to);

/// A file's name as one says it in a folder.
std::string named_from(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace trust::viz
