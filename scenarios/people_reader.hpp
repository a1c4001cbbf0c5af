// The people of an import as their file has them: one row each, before anything is concluded from them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scenarios/import_spec.hpp"
#include "scenarios/table.hpp"
#include "sim/tie_graph.hpp"

namespace trust {

struct PersonRow {
  std::string id;
  int line = 0;  // 0 for people who stand in no row of their own
  std::string title;
  std::string team;
  std::string function;
  std::string manager;  // the manager's id
  std::string location;
  std::optional<double> tenure_years;
  std::optional<double> skill;
  std::optional<double> acumen;
  std::optional<double> style_x;
  std::optional<double> style_y;
  std::optional<double> self_awareness;
  std::optional<double> propensity;
  bool open = false;
};

/// Who sits where, by id.
class SeatIndex {
 public:
  /// The seat of that id, or no_seat.
  Seat find(std::string_view id) const {
    const auto found = seats_.find(id);
    return found == seats_.end() ? no_seat : found->second;
  }
  void add(std::string_view id, Seat seat) { seats_.emplace(id, seat); }
  void reserve(std::size_t people) { seats_.reserve(people); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Seat, Hash, std::equal_to<>> seats_;  // looked up, never walked through
};

struct PeopleList {
  std::string file;
  std::vector<PersonRow> rows;  // index = seat
  SeatIndex seats;
  bool has_titles = false;
  bool has_teams = false;
  bool has_functions = false;
  bool has_managers = false;
  bool has_styles = false;
  bool sound = true;  // false where rows may be missing because of mistakes: then unknown ids mean nothing
};

/// Reads every row; reports empty and repeated ids and figures that are none.
PeopleList read_people(Table& table, const ImportSpec& spec, Problems& problems);

/// Appends somebody who is known by id alone.
Seat add_person(PeopleList& people, std::string_view id);

}  // namespace trust
