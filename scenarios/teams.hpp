// Teams of an imported organisation: from its column, else from reporting lines, else from functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/people_reader.hpp"
#include "scenarios/reporting_lines.hpp"

namespace trust {

/// Puts everybody into a team (Person::team, Organisation::teams). Functions must be there already.
///
/// A person's own cell comes first. Without one, somebody who leads others is in the team that they lead, anybody else
/// in their manager's; who has neither is in a team of their function.
void assign_teams(Organisation& organisation, const PeopleList& people, const ReportingLines& lines,
                  std::vector<std::string>& notes);

/// Where no file says who reports to whom: a team's people report to the one member whose role leads. Teams with none
/// or several stay without.
void infer_reporting_lines(ReportingLines& lines, const Organisation& organisation, std::vector<std::string>& notes);

/// Sets each team's leader (the member to whom most of its members report; failing that, the outsider; failing that,
/// the highest member whose role leads) and function (its members' most frequent).
void describe_teams(Organisation& organisation);

}  // namespace trust
