#include "viz/platform/opengl_check.hpp"

#include <dlfcn.h>

#include "viz/platform/frame.hpp"

namespace trust::viz {

void require_libraries(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (void* library = dlopen(name, RTLD_LAZY | RTLD_LOCAL)) {
      dlclose(library);
      continue;
    }
    throw PlatformError(std::string(name) +
                        " cannot be opened: install OpenGL (on Debian: libgl1 libegl1 libgl1-mesa-dri)");
  }
}

}  // namespace trust::viz
