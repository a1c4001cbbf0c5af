// The ties of an import as their file has them, the chosen layer only, before weights become trust.
#pragma once

#include <string>
#include <vector>

#include "scenarios/import_spec.hpp"
#include "scenarios/people_reader.hpp"
#include "scenarios/table.hpp"

namespace trust {

struct RawTie {
  Seat source;
  Seat target;
  double weight;
  int line;
};

/// "source reports to target", from a layer of the ties file.
struct ReportingRow {
  Seat person;
  Seat manager;
  int line;
};

struct TieList {
  std::string file;
  std::vector<RawTie> ties;  // no ties to oneself; in the file's order
  std::vector<ReportingRow> reporting;
  bool weighted = false;
  std::size_t self_ties = 0;
  std::size_t below_minimum = 0;
};

/// Reads every row of the table. With `people_are_known` an id that no person has is a mistake (unless people.sound is
/// false); otherwise everybody whom the file names, in whatever layer, becomes a person, in natural order of their ids.
TieList read_ties(Table& table, const ImportSpec& spec, PeopleList& people, bool people_are_known, Problems& problems);

}  // namespace trust
