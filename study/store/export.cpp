#include "study/store/export.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <system_error>

#include "scenarios/problems.hpp"
#include "study/output_file.hpp"
#include "study/result_folder.hpp"
#include "study/store/opening.hpp"
#include "study/store/query.hpp"

namespace trust {
namespace {

namespace fs = std::filesystem;

constexpr const char* option = "--csv";

// A folder of a run's results may be replaced by those of another run, but not by an export.
void check_empty(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error) && !fs::is_empty(folder, error)) {
    throw InputError({Problem{folder.string(), 0, option, "is not empty", "an empty or a new folder"}});
  }
}

std::unique_ptr<ResultFolder> prepare(const fs::path& folder) {
  check_empty(folder);
  try {
    return std::make_unique<ResultFolder>(folder);
  } catch (const InputError& mistakes) {
    std::vector<Problem> problems = mistakes.problems();
    for (Problem& problem : problems) problem.key = option;
    throw InputError(problems);
  }
}

std::string quoted(const std::string& name) {
  std::string text = "\"";
  for (const char letter : name) text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return text + "\"";
}

// A name that is a path is no name of a file in the folder.
std::string file_name(const std::string& table) {
  std::string name = table;
  for (char& letter : name) letter = letter == '/' || letter == '\0' ? '_' : letter;
  return name + ".csv";
}

std::uint64_t write_table(const Store& store, const std::string& table, const fs::path& file) {
  StoreQuery query(store, "SELECT * FROM " + quoted(table));
  OutputFile output(file);
  output.write(csv_line(query.columns()));
  std::uint64_t rows = 0;
  for (std::vector<StoredValue> row; query.next(row); ++rows) output.write(csv_line(row));
  output.close();
  return rows;
}

}  // namespace

std::vector<ExportedFile> export_as_csv(const Store& store, const fs::path& folder) {
  const std::unique_ptr<ResultFolder> results = prepare(folder);
  std::vector<ExportedFile> files;
  try {
    const SQLite::Transaction one_moment(store.connection());
    for (const std::string& table : table_names(store)) {
      const std::string name = file_name(table);
      files.push_back({name, write_table(store, table, results->file(name))});
    }
  } catch (const SQLite::Exception& failure) {
    throw_store_error(store.file(), failure);
  }
  results->commit();
  return files;
}

}  // namespace trust
