#include "sim/snapshot.hpp"

#include <xxhash.h>

#include <array>
#include <cstring>
#include <fstream>
#include <memory>

namespace trust {
namespace {

constexpr std::array<char, 8> magic = {'t', 'r', 'u', 's', 't', 's', 'i', 'm'};

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& what) {
  throw SnapshotError(file.string() + ": " + what);
}

class Checksum {
 public:
  Checksum() : state_(XXH3_createState(), XXH3_freeState) { XXH3_64bits_reset(state_.get()); }
  void add(const void* bytes, std::size_t size) { XXH3_64bits_update(state_.get(), bytes, size); }
  std::uint64_t value() const { return XXH3_64bits_digest(state_.get()); }

 private:
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state_;
};

class Writer {
 public:
  explicit Writer(const std::filesystem::path& file) : out_(file, std::ios::binary) {}
  void bytes(const void* data, std::size_t size) {
    checksum_.add(data, size);
    out_.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
  }
  void number(std::uint64_t value) { bytes(&value, sizeof value); }
  bool finish() {
    const std::uint64_t sum = checksum_.value();
    out_.write(reinterpret_cast<const char*>(&sum), sizeof sum);
    out_.close();
    return !out_.fail();
  }

 private:
  std::ofstream out_;
  Checksum checksum_;
};

class Reader {
 public:
  explicit Reader(const std::filesystem::path& file) : file_(file), in_(file, std::ios::binary) {
    std::error_code error;
    left_ = std::filesystem::file_size(file, error);
    if (error || !in_) fail(file, "cannot be read");
  }
  void bytes(void* to, std::size_t size) {
    if (size > left_) fail(file_, "is cut short");
    in_.read(static_cast<char*>(to), static_cast<std::streamsize>(size));
    if (!in_) fail(file_, "cannot be read");
    left_ -= size;
    checksum_.add(to, size);
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    bytes(&value, sizeof value);
    return value;
  }
  std::size_t size_of_next() {
    const std::uint64_t size = number();
    if (size > left_) fail(file_, "is cut short");
    return static_cast<std::size_t>(size);
  }
  void check() {
    const std::uint64_t expected = checksum_.value();
    if (number() != expected) fail(file_, "is damaged: its checksum is wrong");
    if (left_ != 0) fail(file_, "is damaged: something follows its end");
  }

 private:
  std::filesystem::path file_;
  std::ifstream in_;
  std::uintmax_t left_ = 0;
  Checksum checksum_;
};

void read_heading(Reader& reader, const std::filesystem::path& file) {
  std::array<char, 8> found{};
  reader.bytes(found.data(), found.size());
  if (found != magic) fail(file, "is not a saved state of trustsim");
  const std::uint64_t version = reader.number();
  if (version != snapshot_version) {
    fail(file, "is of version " + std::to_string(version) + "; this program reads version " +
                   std::to_string(snapshot_version));
  }
}

}  // namespace

void write_snapshot(const std::filesystem::path& file, std::span<const SnapshotSection> sections) {
  const std::filesystem::path temporary = file.string() + ".part";
  Writer writer(temporary);
  writer.bytes(magic.data(), magic.size());
  writer.number(snapshot_version);
  writer.number(sections.size());
  for (const SnapshotSection& section : sections) {
    writer.number(section.name.size());
    writer.bytes(section.name.data(), section.name.size());
    writer.number(section.bytes.size());
    writer.bytes(section.bytes.data(), section.bytes.size());
  }
  std::error_code error;
  if (!writer.finish()) {
    std::filesystem::remove(temporary, error);
    fail(file, "cannot be written");
  }
  std::filesystem::rename(temporary, file, error);
  if (!error) return;
  const std::string reason = error.message();
  std::filesystem::remove(temporary, error);
  fail(file, "cannot be written: " + reason);
}

std::map<std::string, std::vector<std::byte>> read_snapshot(const std::filesystem::path& file) {
  Reader reader(file);
  read_heading(reader, file);
  std::map<std::string, std::vector<std::byte>> sections;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    std::string name(reader.size_of_next(), ' ');
    reader.bytes(name.data(), name.size());
    std::vector<std::byte> bytes(reader.size_of_next());
    reader.bytes(bytes.data(), bytes.size());
    sections.emplace(std::move(name), std::move(bytes));
  }
  reader.check();
  return sections;
}

}  // namespace trust
