#include "study/store/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "study/hex.hpp"
#include "study/store/opening.hpp"

namespace trust {
namespace {

std::int64_t as_integer(std::uint64_t number) { return static_cast<std::int64_t>(number); }

// The whole of `value` as a number, as R and Python want to have it; nothing for a word.
std::optional<double> number_in(const std::string& value) {
  double number = 0;
  const auto [stopped, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = error == std::errc() && stopped == value.data() + value.size();
  return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

template <class Value>
void bind_optional(SQLite::Statement& statement, int place, const std::optional<Value>& value) {
  value ? statement.bind(place, *value) : statement.bind(place);
}

// SQLite prepares a statement once; after each use it must be reset, or it would keep a reading transaction open.
class Ready {
 public:
  explicit Ready(SQLite::Statement& statement) : statement_(statement) {}
  ~Ready() { statement_.tryReset(); }
  Ready(const Ready&) = delete;
  Ready& operator=(const Ready&) = delete;

 private:
  SQLite::Statement& statement_;
};

}  // namespace

struct Store::Parts {
  OpenedStore opened;
  std::vector<std::pair<const char*, std::unique_ptr<SQLite::Statement>>> statements;  // by the literal's address
  std::array<std::optional<std::int64_t>, measure_count> measure_ids;
  bool in_transaction = false;

  explicit Parts(OpenedStore from) : opened(std::move(from)) {}

  SQLite::Database& database() const { return *opened.database; }

  SQLite::Statement& statement(const char* sql) {
    for (const auto& [known, prepared] : statements) {
      if (known == sql) return *prepared;
    }
    statements.emplace_back(sql, std::make_unique<SQLite::Statement>(database(), sql));
    return *statements.back().second;
  }

  // Binds the values in order and does it.
  template <class... Values>
  void execute(const char* sql, const Values&... values) {
    SQLite::Statement& prepared = statement(sql);
    const Ready ready(prepared);
    SQLite::bind(prepared, values...);
    prepared.exec();
  }

  // The first column of the first row, where there is one.
  template <class... Values>
  std::optional<std::int64_t> look_up(const char* sql, const Values&... values) {
    SQLite::Statement& prepared = statement(sql);
    const Ready ready(prepared);
    SQLite::bind(prepared, values...);
    if (!prepared.executeStep()) return std::nullopt;
    return prepared.getColumn(0).getInt64();
  }

  std::int64_t last_id() const { return database().getLastInsertRowid(); }

  std::int64_t design_with(std::uint64_t digest);
  std::int64_t axis(std::int64_t study_id, const std::string& name);
  std::int64_t measure_id(Measure measure);
  void add_run(const RunRow& row);
  void add_values(std::int64_t run_id, std::span<const RecordedValue> values);

  // Does `work`; what SQLite throws is said in our words.
  template <class Work>
  auto guarded(Work work) const {
    try {
      return work();
    } catch (const SQLite::Exception& failure) {
      throw_store_error(opened.file, failure);
    }
  }
};

std::int64_t Store::Parts::design_with(std::uint64_t digest) {
  const std::string hex = to_hex(digest);
  if (const auto known = look_up("SELECT design_id FROM designs WHERE digest = ?", hex)) return *known;
  execute("INSERT INTO designs (digest, engine) VALUES (?, ?)", hex, TRUSTSIM_VERSION);
  return last_id();
}

std::int64_t Store::Parts::axis(std::int64_t study_id, const std::string& name) {
  if (const auto known = look_up("SELECT axis_id FROM axes WHERE study_id = ? AND axis = ?", study_id, name)) {
    return *known;
  }
  execute("INSERT INTO axes (study_id, axis) VALUES (?, ?)", study_id, name);
  return last_id();
}

std::int64_t Store::Parts::measure_id(Measure measure) {
  auto& cached = measure_ids[static_cast<std::size_t>(measure)];
  if (cached) return *cached;
  const MeasureRow& row = measure_row(measure);
  const std::string name(row.name);
  const auto known = look_up("SELECT measure_id FROM measure_names WHERE name = ?", name);
  if (!known) {
    execute("INSERT INTO measure_names (name, label, unit, better) VALUES (?, ?, ?, ?)", name, std::string(row.label),
            std::string(row.unit), row.better == Better::higher ? "higher" : "lower");
  }
  return *(cached = known ? *known : last_id());
}

void Store::Parts::add_run(const RunRow& row) {
  execute(
      "INSERT INTO runs (design_id, replicate, seed, organisation, status, digest) "
      "VALUES (?, ?, ?, ?, 'finished', ?)",
      row.design_id, row.replicate, as_integer(row.seed), row.organisation, to_hex(row.state_hash));
  add_values(last_id(), row.values);
}

void Store::Parts::add_values(std::int64_t run_id, std::span<const RecordedValue> values) {
  for (const RecordedValue& recorded : values) {
    const std::int64_t id = measure_id(recorded.measure);
    SQLite::Statement& insert = statement("INSERT INTO recorded (run_id, day, measure_id, value) VALUES (?, ?, ?, ?)");
    const Ready ready(insert);
    SQLite::bind(insert, run_id, recorded.day, id, recorded.value);  // SQLite stores what is not a number as NULL
    insert.exec();
  }
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::filesystem::path& file) {
  return Store(std::make_unique<Parts>(open_store_to_write(file)));
}

Store Store::open_to_read(const std::filesystem::path& file) {
  return Store(std::make_unique<Parts>(open_store_to_read(file)));
}

std::int64_t Store::study(const StudyRow& row) {
  return parts_->guarded([&] {
    const std::string hex = to_hex(row.digest);
    const auto known =
        parts_->look_up("SELECT study_id FROM studies WHERE digest = ? AND engine = ?", hex, TRUSTSIM_VERSION);
    if (known) return *known;
    parts_->execute(
        "INSERT INTO studies (kind, name, text, digest, engine, seed, replicates, days) VALUES (?, ?, ?, ?, ?, ?, ?, "
        "?)",
        row.kind, row.name, row.text, hex, TRUSTSIM_VERSION, as_integer(row.seed), row.replicates, row.days);
    return parts_->last_id();
  });
}

std::int64_t Store::design(std::int64_t study_id, std::uint64_t place, const DesignRow& row) {
  std::int64_t id = 0;
  in_one_transaction([&] {
    parts_->guarded([&] {
      id = parts_->design_with(row.digest);
      const auto linked = parts_->look_up("SELECT design_id FROM study_designs WHERE study_id = ? AND place = ?",
                                          study_id, as_integer(place));
      if (linked == id) return;
      if (linked) {
        throw StoreError(file(), fmt::format("point {} of study {} has another design there", place, study_id),
                         "what the study depends on was changed; name another store");
      }
      parts_->execute("INSERT INTO study_designs (study_id, place, design_id) VALUES (?, ?, ?)", study_id,
                      as_integer(place), id);
      for (const auto& [axis, value] : row.settings) {
        const std::int64_t axis_id = parts_->axis(study_id, axis);
        SQLite::Statement& insert = parts_->statement(
            "INSERT INTO point_settings (study_id, place, axis_id, value, number) VALUES (?, ?, ?, ?, ?)");
        const Ready ready(insert);
        SQLite::bind(insert, study_id, as_integer(place), axis_id, value);
        bind_optional(insert, 5, number_in(value));
        insert.exec();
      }
    });
  });
  return id;
}

std::optional<std::int64_t> Store::find_design(std::uint64_t digest) const {
  return parts_->guarded(
      [&] { return parts_->look_up("SELECT design_id FROM designs WHERE digest = ?", to_hex(digest)); });
}

std::vector<std::uint32_t> Store::finished(std::int64_t design_id, std::uint32_t first, std::uint32_t count) const {
  return parts_->guarded([&] {
    SQLite::Statement& select = parts_->statement(
        "SELECT replicate FROM runs WHERE design_id = ? AND replicate >= ? AND replicate < ? ORDER BY replicate");
    const Ready ready(select);
    SQLite::bind(select, design_id, first, static_cast<std::int64_t>(first) + count);
    std::vector<std::uint32_t> replicates;
    while (select.executeStep()) replicates.push_back(select.getColumn(0).getUInt());
    return replicates;
  });
}

std::uint64_t Store::finished_runs(std::int64_t design_id) const {
  return parts_->guarded([&] {
    return static_cast<std::uint64_t>(*parts_->look_up("SELECT count(*) FROM runs WHERE design_id = ?", design_id));
  });
}

void Store::add_runs(std::span<const RunRow> rows) {
  in_one_transaction([&] {
    parts_->guarded([&] {
      for (const RunRow& row : rows) parts_->add_run(row);
    });
  });
}

void Store::add_failure(const FailureRow& row) {
  parts_->guarded([&] {
    SQLite::Statement& insert = parts_->statement(
        "INSERT INTO failures (study_id, place, message, design_id, replicate) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET message = excluded.message, design_id = excluded.design_id");
    const Ready ready(insert);
    SQLite::bind(insert, row.study_id, as_integer(row.place), row.message);
    bind_optional(insert, 4, row.design_id);
    bind_optional(insert, 5, row.replicate);
    insert.exec();
  });
}

void Store::forget_failures(std::int64_t study_id) {
  parts_->guarded([&] { parts_->execute("DELETE FROM failures WHERE study_id = ?", study_id); });
}

StoreCounts Store::counts() const {
  return parts_->guarded([&] {
    const auto rows = [&](const char* sql) { return static_cast<std::uint64_t>(*parts_->look_up(sql)); };
    return StoreCounts{rows("SELECT count(*) FROM studies"), rows("SELECT count(*) FROM designs"),
                       rows("SELECT count(*) FROM runs"), rows("SELECT count(*) FROM failures")};
  });
}

const std::filesystem::path& Store::file() const { return parts_->opened.file; }

SQLite::Database& Store::connection() const { return parts_->database(); }

Store::Transaction::Transaction(Store& store) : store_(store), outermost_(!store.parts_->in_transaction) {
  if (!outermost_) return;
  // At once the right to write: another program that writes is met here, not at the end of the work.
  store_.parts_->guarded([&] { store_.parts_->execute("BEGIN IMMEDIATE"); });
  store_.parts_->in_transaction = true;
}

Store::Transaction::~Transaction() {
  if (!outermost_ || done_) return;
  store_.parts_->in_transaction = false;
  store_.parts_->measure_ids = {};                // what they number may be gone
  store_.parts_->database().tryExec("ROLLBACK");  // SQLite has done so itself after some errors
}

void Store::Transaction::commit() {
  if (!outermost_) return;
  store_.parts_->guarded([&] { store_.parts_->execute("COMMIT"); });
  store_.parts_->in_transaction = false;
  done_ = true;
}

}  // namespace trust
