// What makes a batch's state comparable and lasting: hashes, saving and restoring.

#include <algorithm>

#include "models/batch.hpp"
#include "models/batch_parts.hpp"
#include "sim/lane_hash.hpp"
#include "sim/snapshot.hpp"

namespace trust {
namespace {

// What must be equal for a saved state to be this batch's. Plain numbers: it is written as it lies in memory.
struct Identity {
  std::uint64_t world;
  std::uint64_t columns;  // of the table of columns
  std::uint64_t seed;
  std::uint64_t steps_per_day;
  std::uint64_t rules;  // of trust and of gossip
  std::uint64_t lanes;
  std::array<std::uint32_t, lane_columns> replicates;
};

struct Clock {
  std::uint64_t day;
  std::uint64_t step;
};

std::uint64_t digest_of_columns() {
  std::uint64_t hash = 0;
  for (const ColumnRow& row : columns())
    hash = chain(chain(hash, hash_of(row.name)), static_cast<std::uint64_t>(row.entity));
  return hash;
}

Identity identity_of(const Batch::Parts& p, const World& world) {
  return {world.digest(),
          digest_of_columns(),
          p.options.seed,
          static_cast<std::uint64_t>(p.options.steps_per_day),
          static_cast<std::uint64_t>(p.options.rules.trust) << 8 | static_cast<std::uint64_t>(p.options.rules.gossip),
          static_cast<std::uint64_t>(p.lanes),
          p.replicates};
}

template <class Value>
std::span<const std::byte> bytes_of(const Value& value) {
  return std::as_bytes(std::span(&value, 1));
}

std::span<const std::byte> bytes_of_column(const LaneColumn& column) {
  return std::as_bytes(std::span(column.values().data(), column.rows() * lane_columns));
}

LaneHashes column_hashes_of(const Batch::Parts& p, Column column) {
  const HashKernels& kernels = hash_kernels(p.options.instruction_set);
  const ColumnRow& row = column_row(column);
  const std::uint64_t key = mix(hash_of(row.name));
  LaneHashes hashes{};
  const LaneColumn& cells = p.state[column];
  if (cells.rows() == 0) return hashes;
  if (!is_of_ties(row.entity)) {
    kernels.seats(cells.row(0), static_cast<Seat>(cells.rows()), key, hashes);
  } else {
    kernels.ties(cells.row(0), p.state[Column::trust].row(0), p.world->graph(), key, hashes);
  }
  return hashes;
}

// Copies a section of exactly the right size, or says what is wrong with the file.
class Sections {
 public:
  explicit Sections(const std::filesystem::path& file) : file_(file), sections_(read_snapshot(file)) {}
  void copy(const std::string& name, void* to, std::size_t size) const {
    const auto found = sections_.find(name);
    if (found == sections_.end() || found->second.size() != size) {
      throw SnapshotError(file_.string() + ": holds no '" + name + "' of this organisation's size");
    }
    // Not memcpy: a column that the trust rule does without has neither cells nor an address.
    std::copy_n(found->second.data(), size, static_cast<std::byte*>(to));
  }

 private:
  std::filesystem::path file_;
  std::map<std::string, std::vector<std::byte>> sections_;
};

void require_same(const Identity& saved, const Identity& own, const std::filesystem::path& file) {
  const auto require = [&](bool equal, const char* what) {
    if (!equal) throw SnapshotError(file.string() + ": was saved with " + what);
  };
  require(saved.columns == own.columns, "another version of the model");
  require(saved.world == own.world, "another organisation");
  require(saved.seed == own.seed, "another seed");
  require(saved.rules == own.rules, "another rule of trust or of gossip");
  require(saved.steps_per_day == own.steps_per_day, "another number of steps a day");
  require(saved.lanes == own.lanes && saved.replicates == own.replicates, "other replicates");
}

}  // namespace

std::vector<std::vector<std::uint64_t>> Batch::column_hashes() const {
  std::vector<std::vector<std::uint64_t>> hashes(static_cast<std::size_t>(parts_->lanes));
  for (std::size_t c = 0; c < column_count; ++c) {
    const LaneHashes of_column = column_hashes_of(*parts_, static_cast<Column>(c));
    for (std::size_t l = 0; l < hashes.size(); ++l) hashes[l].push_back(of_column[l]);
  }
  return hashes;
}

std::uint64_t Batch::column_hash(Column column, int lane) const {
  return column_hashes_of(*parts_, column)[static_cast<std::size_t>(lane)];
}

std::uint64_t Batch::lane_hash(int lane) const {
  std::uint64_t hash = static_cast<std::uint64_t>(day());
  for (std::size_t c = 0; c < column_count; ++c) hash = chain(hash, column_hash(static_cast<Column>(c), lane));
  return hash;
}

void Batch::save(const std::filesystem::path& file) const {
  const Parts& p = *parts_;
  const Identity identity = identity_of(p, *p.world);
  const Clock clock{static_cast<std::uint64_t>(p.context.day), p.context.step};
  std::array<LaneTotals, total_count> totals{};
  for (std::size_t t = 0; t < total_count; ++t) {
    for (int l = 0; l < lane_columns; ++l) totals[t][static_cast<std::size_t>(l)] = p.total(static_cast<Total>(t), l);
  }
  std::vector<SnapshotSection> sections = {
      {"identity", bytes_of(identity)}, {"clock", bytes_of(clock)}, {"totals", bytes_of(totals)}};
  for (std::size_t c = 0; c < column_count; ++c) {
    const auto column = static_cast<Column>(c);
    sections.push_back({std::string(column_row(column).name), bytes_of_column(p.state[column])});
  }
  write_snapshot(file, sections);
}

void Batch::restore(const std::filesystem::path& file) {
  const Sections sections(file);
  Identity identity{};
  Clock clock{};
  sections.copy("identity", &identity, sizeof identity);
  sections.copy("clock", &clock, sizeof clock);
  const std::shared_ptr<const World> world = parts_->world_on(static_cast<int>(clock.day));
  require_same(identity, identity_of(*parts_, *world), file);
  if (world != parts_->world) parts_ = parts_->in(world);
  Parts& p = *parts_;
  p.clear_totals();
  sections.copy("totals", p.memory.front()->totals.data(), sizeof(LaneTotals) * total_count);
  for (std::size_t c = 0; c < column_count; ++c) {
    const auto column = static_cast<Column>(c);
    LaneColumn& data = p.state[column];
    sections.copy(std::string(column_row(column).name), data.rows() == 0 ? nullptr : data.row(0),
                  data.rows() * lane_columns * sizeof(float));
  }
  p.set_clock(static_cast<int>(clock.day), static_cast<std::uint32_t>(clock.step));
}

}  // namespace trust
