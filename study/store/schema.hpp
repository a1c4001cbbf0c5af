// The tables of a store, and how an earlier version of them becomes this one. docs/results-schema.md says what each
// column means; a test holds the two together.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace SQLite {
class Database;
}

namespace trust {

/// What SQLite files of ours carry in their header: "trus" in letters.
inline constexpr std::int32_t store_application_id = 0x74727573;

/// SQL scripts; number v brings a store of version v to version v + 1. An empty file has version 0.
std::span<const char* const> store_migrations();

/// The version of the tables that this program writes.
std::int32_t store_version();

/// The version that the file says it has.
std::int32_t version_of(SQLite::Database& database);

/// Brings the tables of `database` from their version to the last of `migrations`: every step or none. Throws
/// SQLite::Exception.
void migrate(SQLite::Database& database, std::span<const char* const> migrations);

}  // namespace trust
