#include "scenarios/people_reader.hpp"

#include <fmt/format.h>

#include "scenarios/words.hpp"

namespace trust {

namespace {

struct Columns {
  std::optional<std::size_t> id, role, team, function, manager, tenure_years, skill, location;
  std::optional<std::size_t> acumen, style_x, style_y, self_awareness, propensity, open;
};

Columns find_columns(const Table& table, const ImportSpec& spec) {
  const auto find = [&](std::string_view meaning) { return find_column(table, spec.column(meaning, meaning == "id")); };
  return {find("id"),           find("role"),           find("team"),       find("function"), find("manager"),
          find("tenure_years"), find("skill"),          find("location"),   find("acumen"),   find("style_x"),
          find("style_y"),      find("self_awareness"), find("propensity"), find("open")};
}

std::string_view cell(const Row& row, std::optional<std::size_t> column) {
  return column ? row.cells[*column] : std::string_view{};
}

/// The cell's number; nothing if it is empty or, reported, not between low and high.
std::optional<double> number_in(const Table& table, const Row& row, std::optional<std::size_t> column, double low,
                                double high) {
  const std::string_view text = cell(row, column);
  if (text.empty()) return std::nullopt;
  const auto number = parse_number(text);
  if (number && *number >= low && *number <= high) return number;
  table.report(row.line, table.headings()[*column], "is " + in_quotes(text),
               fmt::format("a number {} .. {}, or nothing", low, high));
  return std::nullopt;
}

/// Whether the cell says yes; nothing in it means no.
bool flag_in(const Table& table, const Row& row, std::optional<std::size_t> column) {
  const std::string_view text = cell(row, column);
  if (text.empty()) return false;
  for (const std::string_view yes : {"yes", "true", "1"})
    if (same_word(text, yes)) return true;
  for (const std::string_view no : {"no", "false", "0"})
    if (same_word(text, no)) return false;
  table.report(row.line, table.headings()[*column], "is " + in_quotes(text), "yes, no, true, false, 1, 0, or nothing");
  return false;
}

PersonRow read_person(const Table& table, const Row& row, const Columns& columns) {
  PersonRow person;
  person.id = cell(row, columns.id);
  person.line = row.line;
  person.title = cell(row, columns.role);
  person.team = cell(row, columns.team);
  person.function = cell(row, columns.function);
  person.manager = cell(row, columns.manager);
  person.location = cell(row, columns.location);
  person.tenure_years = number_in(table, row, columns.tenure_years, 0, 80);
  const auto share = [&](std::optional<std::size_t> column) { return number_in(table, row, column, 0, 1); };
  person.skill = share(columns.skill);
  person.acumen = share(columns.acumen);
  person.style_x = share(columns.style_x);
  person.style_y = share(columns.style_y);
  person.self_awareness = share(columns.self_awareness);
  person.propensity = share(columns.propensity);
  person.open = flag_in(table, row, columns.open);
  return person;
}

/// Whether the id is there and new; reports otherwise.
bool check_id(const Table& table, const PeopleList& people, const PersonRow& person, const std::string& heading) {
  if (person.id.empty()) {
    table.report(person.line, heading, "is empty", "an id for each person");
    return false;
  }
  const Seat other = people.seats.find(person.id);
  if (other == no_seat) return true;
  table.report(person.line, heading,
               fmt::format("{} is the id of line {} already", in_quotes(person.id), people.rows[other].line),
               "each person once");
  return false;
}

}  // namespace

PeopleList read_people(Table& table, const ImportSpec& spec, Problems& problems) {
  PeopleList people;
  people.file = table.file();
  const std::size_t problems_before = problems.count();
  const Columns columns = find_columns(table, spec);
  people.has_titles = columns.role.has_value();
  people.has_teams = columns.team.has_value();
  people.has_functions = columns.function.has_value();
  people.has_managers = columns.manager.has_value();
  people.has_styles = columns.style_x.has_value() && columns.style_y.has_value();
  Row row;
  for (std::size_t before = problems.count(); table.next(row); before = problems.count()) {
    people.sound = people.sound && problems.count() == before;  // else next() has skipped a row
    if (!columns.id) continue;
    PersonRow person = read_person(table, row, columns);
    if (!check_id(table, people, person, table.headings()[*columns.id])) continue;
    if (people.rows.size() == most_people) {
      table.report(row.line, "", fmt::format("more than {} people", most_people), "a smaller organisation");
      break;
    }
    people.seats.add(person.id, static_cast<Seat>(people.rows.size()));
    people.rows.push_back(std::move(person));
  }
  people.sound = people.sound && columns.id && !people.rows.empty();
  if (people.rows.empty() && problems.count() == problems_before)
    table.report(0, "", "has no people in it", "a row for each person under the headings");
  return people;
}

Seat add_person(PeopleList& people, std::string_view id) {
  const Seat seat = static_cast<Seat>(people.rows.size());
  people.seats.add(id, seat);
  PersonRow person;
  person.id = id;
  people.rows.push_back(std::move(person));
  return seat;
}

}  // namespace trust
