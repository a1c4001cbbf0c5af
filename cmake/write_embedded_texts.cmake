# Writes OUTPUT, a table of the texts of FILES (separated by |, relative to ROOT). A text goes in as pieces of raw string,
# as compilers bound the length of one.
string(REPLACE "|" ";" files "${FILES}")
set(rows "")
foreach(name IN LISTS files)
  file(READ "${ROOT}/${name}" text)
  string(LENGTH "${text}" length)
  set(pieces "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND pieces "R\"embedded(${piece})embedded\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  string(APPEND rows "    {\"${name}\", ${pieces}},\n")
endforeach()
file(
  WRITE "${OUTPUT}.new"
  "#include \"models/embedded_texts.hpp\"\n\nnamespace trust {\nnamespace {\n\nconstexpr EmbeddedText texts[] = {\n"
  "${rows}};\n\n}  // namespace\n\nstd::span<const EmbeddedText> embedded_texts() { return texts; }\n\n}  // namespace trust\n")
execute_process(COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${OUTPUT}.new" "${OUTPUT}")
execute_process(COMMAND "${CMAKE_COMMAND}" -E touch "${OUTPUT}")
