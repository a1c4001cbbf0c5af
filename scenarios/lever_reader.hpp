// Reads "lever = value" tables: levers by name of the parameter table, nested or dotted, each value in its range.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "models/parameters.hpp"
#include "models/plan.hpp"
#include "scenarios/problems.hpp"

namespace trust {

struct LeverValue {
  Lever lever;
  float value;
  int line;
  int column;
};

/// What a table of levers is for: it decides which levers and values may stand there.
struct LeverUse {
  LeverChange::How how = LeverChange::How::set;  // `add` takes negative amounts too
  bool for_everyone = true;                      // otherwise levers of organisation scope are refused
  std::vector<std::string> other_keys = {};      // keys of the table that are no levers and read elsewhere
};

/// Every lever in the table, in the order in which the file has them; mistakes go to `problems`. `path` is the table's
/// dotted key.
std::vector<LeverValue> read_levers(const toml::table& table, const std::string& path, const LeverUse& use,
                                    const std::string& file, Problems& problems);

/// Why `value` cannot be what `lever` is set to (or has added), or nothing: what is wrong and what is accepted go into
/// `problem`, whose place is the caller's.
bool accepts(Lever lever, double value, LeverChange::How how, Problem& problem);

/// The lever of that name; reports an unknown one, with the nearest, at the problem's place.
std::optional<Lever> lever_named(const std::string& name, Problem place, Problems& problems);

}  // namespace trust
