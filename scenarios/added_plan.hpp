// What-ifs that are no scenarios of their own: levers and interventions from another file, or one kind of intervention
// named in a few words, added to the plan of a scenario that is there already. The organisation stays the scenario's.
#pragma once

#include <filesystem>
#include <string>

#include "scenarios/scenario.hpp"

namespace trust {

/// Whether the file holds a plan alone: neither [scenario] nor [organisation], but [levers] or [[intervention]]. Files
/// that cannot be read or parsed are not; load_scenario() says why.
bool is_plan_file(const std::filesystem::path& file);

/// `baseline` with the [levers] and [[intervention]] of a plan file added to its plan: settings after its own, so that
/// theirs hold where both set a lever; interventions and events after its own. `after` and what a kind needs may name
/// interventions of either. The name is the file's `name`, or the file name without its ending. Throws InputError with
/// every mistake.
Scenario with_plan_file(const Scenario& baseline, const std::filesystem::path& file);

/// The same with a text that is held in memory in place of the file's.
Scenario with_plan_text(const Scenario& baseline, const std::filesystem::path& file, const std::string& text);

/// `baseline` with one intervention added that `words` name: "KIND" or "KIND:option=value,option=value", the options as
/// the keys of [[intervention]] ("who" takes everyone, role:NAME, function:NAME, team:NAME or person:ID). What is not
/// given is as docs/interventions.md has it. `asked_by` is the option of the command line that the mistakes name.
/// Throws InputError with every mistake.
Scenario with_intervention(const Scenario& baseline, const std::string& words, const std::string& asked_by);

/// What such words ask for as a file would say it: an [[intervention]]. Whether its values are accepted shows when it
/// is read. Throws InputError where they are no words of this kind.
std::string intervention_text(const std::string& words, const std::string& asked_by);

}  // namespace trust
