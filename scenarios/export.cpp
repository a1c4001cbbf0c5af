#include "scenarios/export.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "scenarios/csv.hpp"
#include "scenarios/whole_file.hpp"

namespace trust {
namespace {

/// What stands in the files about one person; people.csv and the graph's nodes have the same.
struct PersonCells {
  std::string_view id, role, function, team, manager, location;
  unsigned level;
  float tenure_years;
  std::array<float, 6> shares;  // in the order of share_columns
  bool open;
};

constexpr std::array<std::string_view, 6> share_columns = {"skill",   "acumen",         "style_x",
                                                           "style_y", "self_awareness", "propensity"};

PersonCells cells_of(const Organisation& organisation, const Person& person) {
  const auto& people = organisation.people;
  return {
      .id = person.id,
      .role = organisation.roles[person.role].name,
      .function = organisation.functions[person.function],
      .team = organisation.teams[person.team].name,
      .manager = person.manager == no_seat ? std::string_view{} : people[person.manager].id,
      .location = person.location,
      .level = person.level,
      .tenure_years = person.tenure_years,
      .shares = {person.skill, person.acumen, person.style_x, person.style_y, person.self_awareness, person.propensity},
      .open = person.open};
}

void write_people(const Organisation& organisation, WholeFile& file) {
  file.write(fmt::format("id,role,function,team,manager,level,tenure_years,{},open,location\n",
                         fmt::join(share_columns, ",")));
  for (const Person& person : organisation.people) {
    const PersonCells cells = cells_of(organisation, person);
    file.write(fmt::format("{},{},{},{},{},{},{},{},{},{}\n", csv_cell(cells.id), csv_cell(cells.role),
                           csv_cell(cells.function), csv_cell(cells.team), csv_cell(cells.manager), cells.level,
                           cells.tenure_years, fmt::join(cells.shares, ","), cells.open ? "yes" : "no",
                           csv_cell(cells.location)));
  }
}

void write_ties(const Organisation& organisation, WholeFile& file) {
  file.write("source,target,weight,kind\n");
  for (const Tie& tie : organisation.ties) {
    file.write(fmt::format("{},{},{},{}\n", csv_cell(organisation.people[tie.source].id),
                           csv_cell(organisation.people[tie.target].id), tie.trust,
                           name_of(tie_kind(organisation, tie.source, tie.target))));
  }
}

/// For XML; control characters, which it cannot hold, become spaces.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    if (letter == '&') {
      result += "&amp;";
    } else if (letter == '<') {
      result += "&lt;";
    } else if (letter == '>') {
      result += "&gt;";
    } else if (letter == '"') {
      result += "&quot;";
    } else {
      result += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
  }
  return result;
}

constexpr std::string_view graphml_start = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="role" for="node" attr.name="role" attr.type="string"/>
<key id="function" for="node" attr.name="function" attr.type="string"/>
<key id="team" for="node" attr.name="team" attr.type="string"/>
<key id="manager" for="node" attr.name="manager" attr.type="string"/>
<key id="level" for="node" attr.name="level" attr.type="int"/>
<key id="tenure_years" for="node" attr.name="tenure_years" attr.type="float"/>
<key id="skill" for="node" attr.name="skill" attr.type="float"/>
<key id="acumen" for="node" attr.name="acumen" attr.type="float"/>
<key id="style_x" for="node" attr.name="style_x" attr.type="float"/>
<key id="style_y" for="node" attr.name="style_y" attr.type="float"/>
<key id="self_awareness" for="node" attr.name="self_awareness" attr.type="float"/>
<key id="propensity" for="node" attr.name="propensity" attr.type="float"/>
<key id="open" for="node" attr.name="open" attr.type="boolean"/>
<key id="location" for="node" attr.name="location" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="float"/>
<key id="kind" for="edge" attr.name="kind" attr.type="string"/>
<graph edgedefault="directed">
)";

template <class Value>
void add_data(std::string& line, std::string_view key, const Value& value) {
  fmt::format_to(std::back_inserter(line), R"(<data key="{}">{}</data>)", key, value);
}

std::string node(const PersonCells& cells) {
  std::string line = fmt::format(R"(<node id="{}">)", escaped(cells.id));
  add_data(line, "role", escaped(cells.role));
  add_data(line, "function", escaped(cells.function));
  add_data(line, "team", escaped(cells.team));
  if (!cells.manager.empty()) add_data(line, "manager", escaped(cells.manager));
  add_data(line, "level", cells.level);
  add_data(line, "tenure_years", cells.tenure_years);
  for (std::size_t i = 0; i < share_columns.size(); ++i) add_data(line, share_columns[i], cells.shares[i]);
  add_data(line, "open", cells.open ? "true" : "false");
  add_data(line, "location", escaped(cells.location));
  return line + "</node>\n";
}

std::string edge(const Organisation& organisation, const Tie& tie) {
  std::string line = fmt::format(R"(<edge source="{}" target="{}">)", escaped(organisation.people[tie.source].id),
                                 escaped(organisation.people[tie.target].id));
  add_data(line, "weight", tie.trust);
  add_data(line, "kind", name_of(tie_kind(organisation, tie.source, tie.target)));
  return line + "</edge>\n";
}

void write_graphml(const Organisation& organisation, WholeFile& file) {
  file.write(graphml_start);
  for (const Person& person : organisation.people) file.write(node(cells_of(organisation, person)));
  for (const Tie& tie : organisation.ties) file.write(edge(organisation, tie));
  file.write("</graph>\n</graphml>\n");
}

}  // namespace

void export_organisation(const Organisation& organisation, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  WholeFile people(folder / "people.csv"), ties(folder / "ties.csv"), graph(folder / "organisation.graphml");
  write_people(organisation, people);
  write_ties(organisation, ties);
  write_graphml(organisation, graph);
  for (WholeFile* const file : {&people, &ties, &graph}) file->finish();
  for (WholeFile* const file : {&people, &ties, &graph}) file->publish();
}

}  // namespace trust
