#include "study/store/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <string>

namespace trust {
namespace {

// Once released, a script is never changed: a store that it made would not be what later ones expect.
constexpr const char* version_1 = R"sql(
CREATE TABLE studies (
  study_id   INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,
  name       TEXT NOT NULL,
  text       TEXT NOT NULL,
  digest     TEXT NOT NULL,
  engine     TEXT NOT NULL,
  seed       INTEGER NOT NULL,
  replicates INTEGER NOT NULL,
  days       INTEGER NOT NULL,
  UNIQUE (digest, engine)
);

CREATE TABLE designs (
  design_id INTEGER PRIMARY KEY,
  digest    TEXT NOT NULL UNIQUE,
  engine    TEXT NOT NULL
);

CREATE TABLE study_designs (
  study_id  INTEGER NOT NULL REFERENCES studies,
  place     INTEGER NOT NULL,
  design_id INTEGER NOT NULL REFERENCES designs,
  PRIMARY KEY (study_id, place)
) WITHOUT ROWID;
CREATE INDEX study_designs_by_design ON study_designs (design_id);

CREATE TABLE axes (
  axis_id  INTEGER PRIMARY KEY,
  study_id INTEGER NOT NULL REFERENCES studies,
  axis     TEXT NOT NULL,
  UNIQUE (study_id, axis)
);

-- Of a point, not of its design: two studies may reach one design by different axes.
CREATE TABLE point_settings (
  study_id INTEGER NOT NULL,
  place    INTEGER NOT NULL,
  axis_id  INTEGER NOT NULL REFERENCES axes,
  value    TEXT NOT NULL,
  number   REAL,
  PRIMARY KEY (study_id, place, axis_id),
  FOREIGN KEY (study_id, place) REFERENCES study_designs
) WITHOUT ROWID;

CREATE TABLE runs (
  run_id       INTEGER PRIMARY KEY,
  design_id    INTEGER NOT NULL REFERENCES designs,
  replicate    INTEGER NOT NULL,
  seed         INTEGER NOT NULL,
  organisation INTEGER NOT NULL,
  status       TEXT NOT NULL,
  digest       TEXT NOT NULL,
  UNIQUE (design_id, replicate)
);

CREATE TABLE measure_names (
  measure_id INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  label      TEXT NOT NULL,
  unit       TEXT NOT NULL,
  better     TEXT NOT NULL
);

CREATE TABLE recorded (
  run_id     INTEGER NOT NULL REFERENCES runs,
  day        INTEGER NOT NULL,
  measure_id INTEGER NOT NULL REFERENCES measure_names,
  value      REAL,
  PRIMARY KEY (run_id, day, measure_id)
) WITHOUT ROWID;

CREATE TABLE failures (
  failure_id INTEGER PRIMARY KEY,
  study_id   INTEGER NOT NULL REFERENCES studies,
  place      INTEGER NOT NULL,
  design_id  INTEGER REFERENCES designs,
  replicate  INTEGER,
  message    TEXT NOT NULL
);
CREATE UNIQUE INDEX failures_by_place ON failures (study_id, place, ifnull(replicate, -1));

CREATE VIEW settings AS
  SELECT study_id, place, design_id, axis, value, number
  FROM point_settings JOIN study_designs USING (study_id, place) JOIN axes USING (axis_id, study_id);

CREATE VIEW measures AS
  SELECT run_id, day, name, value
  FROM recorded JOIN measure_names USING (measure_id);

CREATE VIEW results AS
  SELECT study_id, place, design_id, run_id, replicate, organisation, day, name, value
  FROM study_designs JOIN runs USING (design_id) JOIN recorded USING (run_id) JOIN measure_names USING (measure_id);
)sql";

constexpr std::array migrations = {version_1};

}  // namespace

std::span<const char* const> store_migrations() { return migrations; }

std::int32_t store_version() { return static_cast<std::int32_t>(migrations.size()); }

std::int32_t version_of(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt(); }

void migrate(SQLite::Database& database, std::span<const char* const> steps) {
  if (version_of(database) >= static_cast<std::int32_t>(steps.size())) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (auto version = static_cast<std::size_t>(version_of(database)); version < steps.size(); ++version) {
    database.exec(steps[version]);
    database.exec("PRAGMA user_version = " + std::to_string(version + 1));
  }
  transaction.commit();
}

}  // namespace trust
