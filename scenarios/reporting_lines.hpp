// Who reports to whom in an imported organisation, from whichever source says so, and how far from the top that is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/people_reader.hpp"
#include "scenarios/tie_reader.hpp"

namespace trust {

/// Reporting lines and where each was read.
struct ReportingLines {
  std::vector<Seat> manager;  // [seat] or no_seat at the top
  std::vector<int> line;      // [seat] of `file`; 0 where nothing is said
  std::string file;
  bool stated = false;  // the files say something about reporting lines

  /// [seat] whether somebody reports to them.
  std::vector<bool> manages() const;
};

/// Reads the manager column or the manager layer. May append people (unknown_managers = "add"). Notes say what was
/// taken to be what.
ReportingLines read_reporting_lines(PeopleList& people, const TieList& ties, const ImportSpec& spec, Problems& problems,
                                    std::vector<std::string>& notes);

/// Steps to the top for every seat. A circle of reporting lines is reported, once, with everybody in it.
std::vector<std::uint16_t> levels_below_top(const ReportingLines& lines, const PeopleList& people, Problems& problems);

}  // namespace trust
