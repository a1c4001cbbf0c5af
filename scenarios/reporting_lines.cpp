#include "scenarios/reporting_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "scenarios/words.hpp"

namespace trust {

namespace {

constexpr const char* accepted_circle = "reporting lines that end at somebody who has no manager";

struct Counts {
  std::size_t no_manager = 0, own_manager = 0, unknown = 0, added = 0;
};

/// The seat that the manager cell of `seat` names, no_seat if none.
Seat manager_from_cell(PeopleList& people, Seat seat, const ImportSpec& spec, Problems& problems, Counts& counts) {
  const std::string name = people.rows[seat].manager;
  if (name.empty()) return ++counts.no_manager, no_seat;
  const Seat manager = people.seats.find(name);
  if (manager == seat) return ++counts.own_manager, no_seat;
  if (manager != no_seat) return manager;
  if (spec.unknown_managers == UnknownManagers::add && people.rows.size() < most_people)
    return ++counts.added, add_person(people, name);
  if (spec.unknown_managers == UnknownManagers::error && people.sound)
    problems.add(
        {people.file, people.rows[seat].line, spec.column("manager").heading, "there is no person " + in_quotes(name),
         "the manager's id, or nothing at the top (or unknown_managers = \"top\" or \"add\" in [organisation])"});
  return ++counts.unknown, no_seat;
}

void note_counts(const Counts& counts, const ImportSpec& spec, std::vector<std::string>& notes) {
  if (counts.no_manager > 1)
    notes.push_back(
        fmt::format("{} people have no manager: each is taken as a top of the organisation.", counts.no_manager));
  if (counts.own_manager > 0)
    notes.push_back(fmt::format("{} their own manager: taken as a top of the organisation.",
                                people_who(counts.own_manager, "is", "are")));
  if (counts.unknown > 0 && spec.unknown_managers == UnknownManagers::top)
    notes.push_back(fmt::format("{} a manager who is not among the people: taken as a top (unknown_managers).",
                                people_who(counts.unknown, "has", "have")));
  if (counts.added > 0)
    notes.push_back(fmt::format("{} managers who are in no row were added (unknown_managers).", counts.added));
}

void read_column(ReportingLines& lines, PeopleList& people, const ImportSpec& spec, Problems& problems,
                 std::vector<std::string>& notes) {
  lines.file = people.file;
  Counts counts;
  for (Seat seat = 0; seat < people.rows.size() && people.rows[seat].line > 0; ++seat) {  // not those added on the way
    const Seat manager = manager_from_cell(people, seat, spec, problems, counts);
    lines.manager.push_back(manager);
    lines.line.push_back(people.rows[seat].line);
  }
  note_counts(counts, spec, notes);
}

void read_layer(ReportingLines& lines, const PeopleList& people, const TieList& ties, Problems& problems) {
  lines.file = ties.file;
  lines.manager.assign(people.rows.size(), no_seat);
  lines.line.assign(people.rows.size(), 0);
  for (const ReportingRow& row : ties.reporting) {
    if (row.person == row.manager) continue;  // names the top
    if (lines.manager[row.person] != no_seat) {
      problems.add({ties.file, row.line, "manager_layer",
                    fmt::format("{} reports to somebody already (line {})", in_quotes(people.rows[row.person].id),
                                lines.line[row.person]),
                    "one manager for each person"});
      continue;
    }
    lines.manager[row.person] = row.manager;
    lines.line[row.person] = row.line;
  }
}

/// The seats of the circle that `start` is in, from the one that the file names first.
std::vector<Seat> circle_of(const ReportingLines& lines, Seat start) {
  std::vector<Seat> circle;
  Seat seat = start;
  do {
    circle.push_back(seat);
    seat = lines.manager[seat];
  } while (seat != start);
  std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
  return circle;
}

void report_circle(const ReportingLines& lines, const PeopleList& people, Seat seat, Problems& problems) {
  constexpr std::size_t most_named = 12;
  const std::vector<Seat> circle = circle_of(lines, seat);
  std::string names;
  for (std::size_t i = 0; i < std::min(circle.size(), most_named); ++i) names += people.rows[circle[i]].id + " -> ";
  if (circle.size() > most_named) names += fmt::format("... ({} people) -> ", circle.size());
  problems.add({lines.file, lines.line[circle.front()], "manager",
                "reporting lines go in a circle: " + names + people.rows[circle.front()].id, accepted_circle});
}

}  // namespace

std::vector<bool> ReportingLines::manages() const {
  std::vector<bool> manages(manager.size());
  for (const Seat seat : manager)
    if (seat != no_seat) manages[seat] = true;
  return manages;
}

ReportingLines read_reporting_lines(PeopleList& people, const TieList& ties, const ImportSpec& spec, Problems& problems,
                                    std::vector<std::string>& notes) {
  ReportingLines lines;
  lines.stated = people.has_managers || spec.manager_layer;
  if (spec.manager_layer)
    read_layer(lines, people, ties, problems);
  else if (people.has_managers)
    read_column(lines, people, spec, problems, notes);
  lines.manager.resize(people.rows.size(), no_seat);
  lines.line.resize(people.rows.size(), 0);
  return lines;
}

std::vector<std::uint16_t> levels_below_top(const ReportingLines& lines, const PeopleList& people, Problems& problems) {
  constexpr std::uint32_t unknown = 0xFFFFFFFFu, on_the_way = 0xFFFFFFFEu;
  constexpr std::uint32_t deepest = std::numeric_limits<std::uint16_t>::max();
  std::vector<std::uint32_t> level(lines.manager.size(), unknown);
  std::vector<Seat> way;
  for (Seat start = 0; start < level.size(); ++start) {
    Seat seat = start;
    for (way.clear(); seat != no_seat && level[seat] == unknown; seat = lines.manager[seat]) {
      level[seat] = on_the_way;
      way.push_back(seat);
    }
    const bool circle = seat != no_seat && level[seat] == on_the_way;
    if (circle) report_circle(lines, people, seat, problems);
    std::uint32_t next = seat == no_seat || circle ? 0 : level[seat] + 1;
    for (auto back = way.rbegin(); back != way.rend(); ++back) level[*back] = std::min(next++, deepest);
  }
  return {level.begin(), level.end()};
}

}  // namespace trust
