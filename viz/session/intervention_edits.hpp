// Edits of a document's interventions. Whether what comes of them is a scenario is for the loader to say.
#pragma once

#include <toml++/toml.h>

#include <cstddef>
#include <optional>
#include <string>

#include "models/parameters.hpp"
#include "scenarios/intervention_reader.hpp"
#include "viz/session/commands.hpp"

namespace trust::viz {

/// The document's [[intervention]], made where it has none.
toml::array& interventions_in(toml::table& document);

/// Of a lane, counted as the file has them. Throws InputError where there is none.
toml::table& intervention_at(toml::table& document, std::size_t lane);

/// What the intervention is called: its name, else its kind in words.
std::string name_of(const toml::table& intervention);

/// Moves, stretches, weakens and switches as ChangeLane says; gives what was done in a few words.
std::string change_intervention(toml::table& intervention, const DraftIntervention& draft, const ChangeLane& change,
                                int days);

/// Writes an option, dotted ("set.LEVER", "cost.hours") or not; an empty text takes it out.
void set_option_of(toml::table& intervention, const std::string& key, const std::string& text);

/// Adds interventions, before those by hand at the end: the hand has the last word.
void add_interventions(toml::table& document, const toml::array& added);

/// Adds a plan file's levers, which win over the document's, and its interventions. Throws InputError.
void add_plan(toml::table& document, const toml::table& plan);

/// "By hand: trust.gain"
std::string name_by_hand(Lever lever);

/// The lever that an intervention of this name holds by hand, if it does.
std::optional<Lever> lever_by_hand(const std::string& name);

/// Ends whatever the hand holds of the lever from that day on, and holds it at `value` from there, if there is one.
void hold_lever(toml::table& document, Lever lever, std::optional<float> value, int from_day);

}  // namespace trust::viz
