# What every translation unit is compiled with. The floating-point part is what makes the bits equal on every
# compiler and instruction set; docs/determinism.md gives the reasons.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Results are equal at any level (docs/determinism.md); the preset `release-o2` is there to show it.
set(TRUST_OPTIMISE "-O3" CACHE STRING "Optimisation of Release builds")
set(CMAKE_CXX_FLAGS_RELEASE "${TRUST_OPTIMISE} -DNDEBUG")

# Broken invariants stop the program (sim/assert.hpp): in Debug builds, or where this asks for it.
option(TRUST_CHECKED "Check invariants in every build type, not in Debug alone" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

find_package(Threads REQUIRED)

add_library(trust_policy INTERFACE)
target_include_directories(trust_policy INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(
  trust_policy
  INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
            # 32-byte vectors travel only through inlined functions: their calling convention never matters.
            -Wno-psabi
            # GCC 12 warns falsely about std::string concatenation (its bug 105329).
            $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
            # A compiler that fuses a*b+c rounds once instead of twice: other bits.
            -ffp-contract=off -fno-fast-math)
# Alignment is part of the binary interface: one value everywhere, whatever the instruction set.
target_compile_definitions(trust_policy INTERFACE EIGEN_MAX_ALIGN_BYTES=64 TRUSTSIM_VERSION="${PROJECT_VERSION}")
target_compile_definitions(trust_policy INTERFACE $<$<OR:$<CONFIG:Debug>,$<BOOL:${TRUST_CHECKED}>>:TRUST_CHECKED=1>)
# __FILE__ names a file as it is called inside the tree: the same text on every machine (ccache may compile by the
# relative path).
file(RELATIVE_PATH way_to_source "${CMAKE_BINARY_DIR}" "${CMAKE_SOURCE_DIR}")
target_compile_options(trust_policy INTERFACE "-fmacro-prefix-map=${CMAKE_SOURCE_DIR}/="
                                              "-fmacro-prefix-map=${way_to_source}=")
target_link_libraries(trust_policy INTERFACE Threads::Threads)

set(TRUST_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")
if(TRUST_SANITIZE)
  # Every finding ends the program: a test that goes on after one would pass.
  set(sanitizer_options -fsanitize=${TRUST_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # Debug builds with sanitizers are slow enough to need some optimisation.
  target_compile_options(trust_policy INTERFACE ${sanitizer_options} -O1)
  target_link_options(trust_policy INTERFACE ${sanitizer_options})
endif()
