// Writing to the terminal, and what it can show.
#pragma once

#include <string_view>

namespace trust::cli {

/// Writes to the output stream. Throws OutputError where that fails: a full disk must not look like success.
void print(std::string_view text);

/// Writes to the error stream, as well as it can.
void print_error(std::string_view text);

/// Whether the error stream is a terminal that a person looks at.
bool error_stream_is_terminal();

/// Whether the locale of the environment (LC_ALL, LC_CTYPE, LANG) is a UTF-8 one.
bool terminal_shows_utf8();

}  // namespace trust::cli
