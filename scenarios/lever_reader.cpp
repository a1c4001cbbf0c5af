#include "scenarios/lever_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "scenarios/toml_section.hpp"

namespace trust {

namespace {

std::vector<std::string> lever_names() {
  std::vector<std::string> names;
  for (const Parameter& row : parameters()) names.emplace_back(row.name);
  return names;
}

class LeverTable {
 public:
  LeverTable(const std::string& path, const LeverUse& use, const std::string& file, Problems& problems)
      : path_(path), use_(use), file_(file), problems_(problems) {}

  void read(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      const bool elsewhere =
          prefix.empty() && std::count(use_.other_keys.begin(), use_.other_keys.end(), key.str()) > 0;
      if (elsewhere) continue;
      const std::string name = prefix + std::string(key.str());
      if (const auto* nested = node.as_table(); nested && !find_lever(name))
        read(*nested, name + ".");
      else
        read_value(name, node);
    }
  }

  std::vector<LeverValue> in_order() {
    std::sort(found_.begin(), found_.end(), [](const LeverValue& a, const LeverValue& b) {
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return std::move(found_);
  }

 private:
  void read_value(const std::string& name, const toml::node& node) {
    Problem place{file_, line_of(node), path_ + "." + name, {}, {}};
    const auto lever = lever_named(name, place, problems_);
    if (!lever) return;
    const Parameter& row = parameter(*lever);
    if (const auto number = node.value<double>(); !node.is_number() || !number) {
      place.what = "is " + shown(node);
      place.accepted = fmt::format("a number {} .. {} ({})", row.low, row.high, row.unit);
    } else if (accepts(*lever, *number, use_.how, place)) {
      keep({*lever, static_cast<float>(*number), line_of(node), static_cast<int>(node.source().begin.column)}, place);
    }
    if (!place.what.empty()) problems_.add(std::move(place));
  }

  void keep(const LeverValue& value, Problem& place) {
    if (!use_.for_everyone && parameter(value.lever).scope == Scope::organisation) {
      place.what = "holds for the whole organisation, not for some of its people";
      place.accepted = "this lever for everyone only";
    } else if (!seen_.insert(value.lever).second) {
      place.what = "is given twice";
      place.accepted = "each lever once";
    } else {
      found_.push_back(value);
    }
  }

  const std::string& path_;
  const LeverUse& use_;
  const std::string& file_;
  Problems& problems_;
  std::set<Lever> seen_;
  std::vector<LeverValue> found_;
};

}  // namespace

bool accepts(Lever lever, double value, LeverChange::How how, Problem& problem) {
  const Parameter& row = parameter(lever);
  const bool adds = how == LeverChange::How::add;
  const float low = adds ? row.low - row.high : row.low;
  const float high = adds ? row.high - row.low : row.high;
  const auto narrow = static_cast<float>(value);  // compared as it will be kept: 0.1 is not below a bound of 0.1
  if (std::isfinite(value) && narrow >= low && narrow <= high) return true;
  problem.what = fmt::format("is {}", value);
  problem.accepted = fmt::format("{} {} .. {} ({})", adds ? "an amount" : "a number", low, high, row.unit);
  return false;
}

std::optional<Lever> lever_named(const std::string& name, Problem place, Problems& problems) {
  if (const auto lever = find_lever(name)) return lever;
  const std::string near = nearest(name, lever_names());
  place.what = "unknown lever " + in_quotes(name);
  place.accepted = (near.empty() ? "" : "did you mean " + in_quotes(near) + "? ") +
                   std::string("`trustsim docs parameters` lists every lever");
  problems.add(std::move(place));
  return std::nullopt;
}

std::vector<LeverValue> read_levers(const toml::table& table, const std::string& path, const LeverUse& use,
                                    const std::string& file, Problems& problems) {
  LeverTable reader(path, use, file, problems);
  reader.read(table, "");
  return reader.in_order();
}

}  // namespace trust
