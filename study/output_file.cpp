#include "study/output_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <iterator>

#include "scenarios/csv.hpp"

namespace trust {
namespace {

constexpr std::size_t bytes_at_a_time = std::size_t{1} << 16;

}  // namespace

OutputError::OutputError(const std::filesystem::path& file, const std::string& why)
    : std::runtime_error(file.string() + ": cannot be written: " + why) {}

OutputFile::OutputFile(std::filesystem::path file) : file_(std::move(file)), stream_(std::fopen(file_.c_str(), "wb")) {
  if (!stream_) throw OutputError(file_, std::strerror(errno));
}

void OutputFile::write(std::string_view text) {
  waiting_ += text;
  flush_if_large();
}

void OutputFile::flush_if_large() {
  if (waiting_.size() < bytes_at_a_time) return;
  if (std::fwrite(waiting_.data(), 1, waiting_.size(), stream_.get()) != waiting_.size()) {
    throw OutputError(file_, std::strerror(errno));
  }
  waiting_.clear();
}

void OutputFile::close() {
  std::FILE* stream = stream_.get();
  const bool written = std::fwrite(waiting_.data(), 1, waiting_.size(), stream) == waiting_.size() &&
                       std::fflush(stream) == 0 && (fsync(fileno(stream)) == 0 || errno == EINVAL);
  if (!written) throw OutputError(file_, std::strerror(errno));
  waiting_.clear();
  if (std::fclose(stream_.release()) != 0) throw OutputError(file_, std::strerror(errno));
}

void OutputFile::separate() {
  if (row_has_cells_) waiting_ += ',';
  row_has_cells_ = true;
}

void OutputFile::cell(std::string_view text) {
  separate();
  waiting_ += csv_cell(text);
}

void OutputFile::cell(double number) {
  separate();
  if (!std::isnan(number)) fmt::format_to(std::back_inserter(waiting_), "{}", number);
}

void OutputFile::cell(std::uint64_t number) {
  separate();
  fmt::format_to(std::back_inserter(waiting_), "{}", number);
}

void OutputFile::end_row() {
  waiting_ += '\n';
  row_has_cells_ = false;
  flush_if_large();
}

}  // namespace trust
