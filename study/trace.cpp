#include "study/trace.hpp"

#include <algorithm>
#include <charconv>
#include <compare>
#include <fstream>
#include <string_view>
#include <vector>

#include "scenarios/problems.hpp"

namespace trust {
namespace {

struct Row {
  std::uint64_t replicate = 0;
  std::uint64_t day = 0;
  std::vector<std::string> hashes;

  auto place() const { return std::pair(replicate, day); }
};

[[noreturn]] void refuse(const std::filesystem::path& file, int line, std::string what, std::string accepted) {
  throw InputError({Problem{file.string(), line, "", std::move(what), std::move(accepted)}});
}

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t comma = line.find(',');
    cells.emplace_back(line.substr(0, comma));
    if (comma == std::string_view::npos) return cells;
    line.remove_prefix(comma + 1);
  }
}

bool read_number(const std::string& cell, std::uint64_t& number) {
  const char* end = cell.data() + cell.size();
  const auto [stopped, error] = std::from_chars(cell.data(), end, number);
  return error == std::errc() && stopped == end;
}

// One hashes.csv, row by row.
class HashFile {
 public:
  explicit HashFile(const std::filesystem::path& folder) : file_(folder / "hashes.csv"), stream_(file_) {
    std::string line;
    if (!stream_ || !std::getline(stream_, line)) {
      refuse(file_, 0, "cannot be read", "a folder that `trustsim run --out` wrote");
    }
    columns_ = split(line);
    if (columns_.size() < 3 || columns_[0] != "replicate" || columns_[1] != "day") {
      refuse(file_, 1, "is no list of hashes", "the heading replicate,day,...");
    }
  }

  // Goes to the next row; false at the end of the file.
  bool next() {
    std::string line;
    if (!std::getline(stream_, line)) return false;
    ++line_;
    std::vector<std::string> cells = split(line);
    Row row;
    const bool whole =
        cells.size() == columns_.size() && read_number(cells[0], row.replicate) && read_number(cells[1], row.day);
    if (!whole) refuse(file_, line_, "is not a whole row", "replicate, day and a hash for each column");
    row.hashes.assign(cells.begin() + 2, cells.end());
    if (line_ > 2 && row.place() <= row_.place()) refuse(file_, line_, "is out of order", "rows by replicate and day");
    row_ = std::move(row);
    return true;
  }

  const Row& row() const { return row_; }
  const std::vector<std::string>& columns() const { return columns_; }
  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
  std::ifstream stream_;
  std::vector<std::string> columns_;
  Row row_;
  int line_ = 1;
};

std::optional<Divergence> difference_of(const Row& first, const Row& second, const std::vector<std::string>& columns) {
  if (first.hashes == second.hashes) return std::nullopt;
  Divergence found{
      .day = first.day, .replicate = first.replicate, .column = {}, .first_hash = {}, .second_hash = {}, .also = {}};
  for (std::size_t c = 0; c < first.hashes.size(); ++c) {
    if (first.hashes[c] == second.hashes[c]) continue;
    const std::string& name = columns[c + 2];
    if (found.column.empty()) {
      found.column = name;
      found.first_hash = first.hashes[c];
      found.second_hash = second.hashes[c];
    } else {
      found.also += (found.also.empty() ? "" : ", ") + name;
    }
  }
  return found;
}

void note(TraceResult& result, const Row& first, const Row& second, const std::vector<std::string>& columns) {
  ++result.compared;
  if (result.divergence && result.divergence->day <= first.day) return;  // replicates come in rising order
  std::optional<Divergence> found = difference_of(first, second, columns);
  if (found) result.divergence = std::move(found);
}

}  // namespace

TraceResult trace_runs(const std::filesystem::path& first_folder, const std::filesystem::path& second_folder) {
  HashFile first(first_folder);
  HashFile second(second_folder);
  if (first.columns() != second.columns()) {
    refuse(second.file(), 1, "has other columns than " + first.file().string(), "runs of one version");
  }
  TraceResult result;
  bool more_first = first.next();
  bool more_second = second.next();
  while (more_first || more_second) {
    const bool both = more_first && more_second;
    const auto order = both ? first.row().place() <=> second.row().place()
                            : (more_first ? std::strong_ordering::less : std::strong_ordering::greater);
    if (order == 0) note(result, first.row(), second.row(), first.columns());
    if (order < 0) ++result.only_in_first;
    if (order > 0) ++result.only_in_second;
    if (order <= 0) more_first = first.next();
    if (order >= 0) more_second = second.next();
  }
  if (result.compared == 0)
    refuse(second.file(), 0, "shares no replicate and day with the first run", "runs that overlap");
  return result;
}

}  // namespace trust
