# trust_embed_texts(<target> <file>...): makes the texts of files, named relative to the source tree, part of a library:
# embedded_texts() in models/embedded_texts.hpp. A changed text is embedded anew at the next build.
function(trust_embed_texts target)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded_texts.cpp")
  set(inputs ${ARGN})
  list(TRANSFORM inputs PREPEND "${CMAKE_SOURCE_DIR}/" OUTPUT_VARIABLE paths)
  list(JOIN inputs "|" joined)
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFILES=${joined}" "-DROOT=${CMAKE_SOURCE_DIR}" "-DOUTPUT=${output}" -P
            "${CMAKE_SOURCE_DIR}/cmake/write_embedded_texts.cmake"
    DEPENDS ${paths} "${CMAKE_SOURCE_DIR}/cmake/write_embedded_texts.cmake"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
