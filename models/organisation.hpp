// Who there is before the first day: people in seats, their roles, teams and reporting lines, and what each thinks of
// the others. Immutable once made; scenarios/ makes it from a file or a generator.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/parameters.hpp"
#include "sim/tie_graph.hpp"

namespace trust {

/// What a role does in the chain from awareness to revenue.
enum class ChainPart : std::uint8_t { none, marketing, development, sales };

/// What a position is about. Roles are data: a scenario may add its own.
struct Role {
  std::string name;
  std::string sentence;
  std::string function;  // "sales", "marketing", ...: where the role sits unless the person's record says otherwise
  bool leads = false;    // leads a team
  bool exposed = false;  // lives off client accounts: another function's mistake costs them (S1-14)
  ChainPart part = ChainPart::none;
  bool carries_change = false;                    // works the new way first and shows it to others
  std::vector<std::pair<Lever, float>> defaults;  // levers in which the role differs from the table's default
};

/// The roles that every scenario starts with: rep, bdr, marketer, field_marketer, leader.
const std::vector<Role>& standard_roles();

struct Team {
  std::string name;
  std::uint32_t function = 0;  // index into Organisation::functions
  Seat leader = no_seat;
};

struct Person {
  std::string id;
  std::uint32_t role = 0;      // index into Organisation::roles
  std::uint32_t function = 0;  // index into Organisation::functions
  std::uint32_t team = 0;      // index into Organisation::teams
  Seat manager = no_seat;
  std::uint16_t level = 0;  // 0 at the top, plus one for each step down the reporting lines
  float tenure_years = 0;   // years in the organisation
  float skill = 0.6F;       // 0 .. 1
  float acumen = 0.5F;      // business acumen, 0 .. 1
  float style_x = 0.5F;     // a point in the space of styles, 0 .. 1 each
  float style_y = 0.5F;
  float self_awareness = 0.5F;  // 0 .. 1
  float propensity = 0.5F;      // to trust, 0 .. 1
  bool open = false;            // nobody sits there on day 0
  std::string location;
};

/// How i stands to j in the tie i -> j.
enum class TieKind : std::uint8_t {
  manager,         // j is i's manager
  report,          // j reports to i
  peer,            // same function
  cross_function,  // different functions
  leader_leader,   // both lead teams
  count
};

std::string_view name_of(TieKind kind);

struct Tie {
  Seat source;
  Seat target;
  float trust;  // on day 0, 0 .. 1
};

struct Organisation {
  std::vector<Role> roles;
  std::vector<std::string> functions;
  std::vector<Team> teams;
  std::vector<Person> people;         // index = seat
  std::vector<Tie> ties;              // sorted by (target, source), no repeats
  float candidate_ties = 0;           // ties that may form later, as a share of `ties` (models/candidate_ties.hpp)
  std::uint32_t account_places = 12;  // most accounts of one who sells
  std::uint32_t initial_accounts = 6;

  Seat seats() const { return static_cast<Seat>(people.size()); }
};

/// The kind of the tie source -> target, from reporting lines, roles and functions (in that order).
TieKind tie_kind(const Organisation& organisation, Seat source, Seat target);

/// 64-bit digest of everything in it: two organisations that differ anywhere differ here.
std::uint64_t digest(const Organisation& organisation);

}  // namespace trust
