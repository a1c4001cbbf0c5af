// OpenGL's loaders end the program where a library is missing; this asks first.
#pragma once

#include <initializer_list>

namespace trust::viz {

/// Throws PlatformError unless each of the shared libraries can be opened.
void require_libraries(std::initializer_list<const char*> names);

}  // namespace trust::viz
