// Results of studies in one SQLite file, so that a sweep that is cut short loses nothing and any tool can read what is
// there, while it is being written. docs/results-schema.md describes the tables.
//
// Identifiers are given in the order of insertion and nothing holds a clock: a study that was interrupted and taken up
// again leaves the same rows as one that was not, as long as the caller adds them in the same order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "models/measures.hpp"
#include "study/store/store_error.hpp"

namespace SQLite {
class Database;
}

namespace trust {

/// What was asked: a sweep, a comparison. Two with the same digest under the same engine are one.
struct StudyRow {
  std::string kind;  // "sweep", "compare"
  std::string name;
  std::string text;          // the study file, or the command, as it was given
  std::uint64_t digest = 0;  // of all that it depends on, the files that it names included
  std::uint64_t seed = 0;    // up to Scenario::largest_seed
  std::uint32_t replicates = 0;
  int days = 0;
};

/// One point of a study: what is run with many replicates.
struct DesignRow {
  std::uint64_t digest = 0;  // of all that its results depend on: the point has one design whatever study asks for it
  std::vector<std::pair<std::string, std::string>>
      settings;  // axis -> value as written; one an axis, in the axes' order
};

struct RecordedValue {
  int day = 0;
  Measure measure = {};
  double value = 0;
};

/// A finished replicate of a design.
struct RunRow {
  std::int64_t design_id = 0;
  std::uint32_t replicate = 0;  // from 0
  std::uint64_t seed = 0;
  std::uint32_t organisation = 0;  // the organisation draw it lived in
  std::uint64_t state_hash = 0;
  std::vector<RecordedValue> values;  // one a day and measure; one that is not a number is stored as NULL
};

/// A point, or one replicate of it, that could not be run.
struct FailureRow {
  std::int64_t study_id = 0;
  std::uint64_t place = 0;                 // of the point in the study, from 0
  std::optional<std::int64_t> design_id;   // empty where the point could not even be read
  std::optional<std::uint32_t> replicate;  // empty where it is the whole point
  std::string message;
};

/// How much a store holds.
struct StoreCounts {
  std::uint64_t studies = 0;
  std::uint64_t designs = 0;
  std::uint64_t runs = 0;
  std::uint64_t failures = 0;
};

/// An open store. Not for use from several threads at once. Everything throws StoreError where the disk or the file
/// fails; what was committed stays.
class Store {
 public:
  /// Opens it for writing, and makes it where there is none (or an empty file). Until the object is gone, or the
  /// process is, nobody else can open it for writing. Throws StoreRefused, with nothing touched, where it is in use, is
  /// no store, comes from a later version, or is damaged. A store of an earlier version is brought to this one.
  static Store open(const std::filesystem::path& file);

  /// Opens it to read, while somebody else may be writing. Throws StoreRefused as open() does, and where it is missing.
  static Store open_to_read(const std::filesystem::path& file);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// The study with this digest, under this engine; added if there is none.
  std::int64_t study(const StudyRow& row);

  /// The design with this content, added if there is none, and linked to the study as its point number `place` with the
  /// row's settings. Throws StoreError where that place already has another design: the study is not what it was.
  std::int64_t design(std::int64_t study_id, std::uint64_t place, const DesignRow& row);

  /// The design with this content, without adding anything; empty where there is none.
  std::optional<std::int64_t> find_design(std::uint64_t digest) const;

  /// The replicates first .. first + count - 1 that are there, rising.
  std::vector<std::uint32_t> finished(std::int64_t design_id, std::uint32_t first, std::uint32_t count) const;

  /// How many replicates of a design are there, whatever their numbers.
  std::uint64_t finished_runs(std::int64_t design_id) const;

  /// Adds runs: all of them or, on an error, none. A replicate that is there already is an error.
  void add_runs(std::span<const RunRow> rows);

  /// Notes a failure. The same one again (study, place, replicate) replaces the earlier message.
  void add_failure(const FailureRow& row);

  /// Forgets the failures of a study, whose points are about to be tried again.
  void forget_failures(std::int64_t study_id);

  StoreCounts counts() const;

  /// Does `work`, then commits all that it wrote, once and to the disk. Where it throws, nothing of it stays. Inside
  /// another transaction it becomes part of that one.
  template <class Work>
  void in_one_transaction(Work work) {
    Transaction transaction(*this);
    work();
    transaction.commit();
  }

  const std::filesystem::path& file() const;

  /// The connection, for what the room study/store reads with SQL of its own.
  SQLite::Database& connection() const;

 private:
  struct Parts;

  class Transaction {
   public:
    explicit Transaction(Store& store);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

   private:
    Store& store_;
    bool outermost_;
    bool done_ = false;
  };

  explicit Store(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace trust
