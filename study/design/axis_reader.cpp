#include "study/design/axis_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "scenarios/lever_reader.hpp"
#include "scenarios/who_reader.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

constexpr std::array subjects = {"lever", "intervention", "organisation", "scenario"};
constexpr const char* accepted_values = "values = [...], from = ... and to = ..., or prior = true";

/// Keys of [organisation] that stand beside `generate`, not in it.
constexpr std::array places_keys = {"candidate_ties", "account_places", "initial_accounts"};

/// Keys of [scenario] that every point of a study shares.
constexpr std::array shared_keys = {"days", "replicates", "seed", "name", "story"};

bool takes_whole_numbers(const std::vector<Problem>& problems) {
  return std::ranges::any_of(problems,
                             [](const Problem& problem) { return problem.accepted.starts_with("a whole number"); });
}

class AxisReader {
 public:
  AxisReader(Section& section, std::optional<DesignKind> kind, const Trial* trial)
      : section_(section), kind_(kind), trial_(trial) {}

  /// Nothing after a mistake that leaves no axis.
  std::optional<Axis> read() {
    axis_.place = section_.asked_by("");
    axis_.place.line = section_.line();
    const std::size_t problems_before = section_.problems().count();
    read_subject();
    if (const auto name = section_.text("name")) axis_.name = *name;
    read_values();
    section_.finish();
    const bool good = section_.problems().count() == problems_before;
    if (good && trial_) try_values();
    if (section_.problems().count() > problems_before) return std::nullopt;
    return std::move(axis_);
  }

 private:
  void read_subject() {
    std::vector<const char*> stated;
    std::ranges::copy_if(subjects, std::back_inserter(stated), [&](const char* key) { return section_.has(key); });
    std::array<std::optional<std::string>, subjects.size()> what;
    for (std::size_t i = 0; i < subjects.size(); ++i) what[i] = section_.text(subjects[i]);
    const auto field = section_.text("field");
    if (stated.empty())
      return section_.report("", "names nothing that it varies",
                             "lever = \"...\", intervention = \"...\" with field = \"...\", organisation = \"...\" or "
                             "scenario = \"...\"");
    if (stated.size() > 1)
      return section_.report(stated[1], fmt::format("stands beside {}", stated[0]), "one of them in each [[axis]]");
    if (!section_.has("intervention") && section_.has("field"))
      section_.report("field", "has no meaning without an intervention", "intervention = \"...\" with it");
    if (!section_.has("lever") && section_.any("who"))
      section_.report("who", "has no meaning without a lever", "lever = \"...\" with it");
    if (what[0]) read_lever(*what[0]);
    if (what[1]) read_intervention(*what[1], field);
    if (what[2]) read_organisation(*what[2]);
    if (what[3]) read_scenario(*what[3]);
  }

  void read_lever(const std::string& name) {
    lever_ = lever_named(name, section_.asked_by("lever"), section_.problems());
    subject_key_ = "lever";
    axis_.name = name;
    axis_.key = "levers." + name;
    const toml::node* who = section_.any("who");
    if (!who) return;
    std::vector<Target> targets;
    std::vector<Problem> places;
    read_targets(section_, *who, targets, places);
    if (targets.size() > 1) return section_.report("who", "names several groups", "one role, function, team or person");
    if (targets.empty() || targets[0].kind == Target::Kind::everyone) return;
    const auto kind = std::ranges::find(group_keys, targets[0].kind, &decltype(group_keys)::value_type::second);
    axis_.name = fmt::format("{} of {}", name, targets[0].name);
    axis_.key = fmt::format("levers.{}.{}.{}", kind->first, targets[0].name, name);
  }

  void read_intervention(const std::string& name, const std::optional<std::string>& field) {
    if (!section_.has("field"))
      section_.missing("field",
                       "what of it is varied: \"strength\", \"from\", \"to\", \"ramp\", \"cost.hours\", "
                       "\"add.LEVER\", an option of its kind, ...");
    if (!field) return;
    subject_key_ = "field";
    axis_.name = name + "." + *field;
    axis_.key = "intervention." + axis_.name;
  }

  void read_organisation(const std::string& key) {
    subject_key_ = "organisation";
    axis_.name = key;
    const bool beside = std::ranges::find(places_keys, key) != places_keys.end() || key.starts_with("generate.");
    const bool generated = trial_ && trial_->source().scenario().generator.has_value();
    axis_.key = (generated && !beside ? "organisation.generate." : "organisation.") + key;
  }

  void read_scenario(const std::string& key) {
    subject_key_ = "scenario";
    if (std::ranges::find(shared_keys, key) != shared_keys.end())
      return section_.report("scenario", fmt::format("{} is the same in every point", in_quotes(key)),
                             "trust_rule, gossip, steps_per_day or replicates_per_organisation; days, replicates and "
                             "seed stand in [study]");
    axis_.name = key;
    axis_.key = "scenario." + key;
  }

  void read_values() {
    const bool listed = section_.has("values"), believed = section_.has("prior");
    const bool ranged = section_.has("from") || section_.has("to");
    const auto steps = section_.integer("steps", 2, static_cast<std::int64_t>(most_points));
    axis_.steps = static_cast<std::uint64_t>(steps.value_or(0));
    axis_.whole = section_.flag("whole").value_or(false);
    read_listed();
    read_range(ranged);
    read_prior();
    if (kind_ == DesignKind::list) return refuse_values();
    if (listed + believed + ranged > 1)
      return section_.report("", "has its values in several ways", "one of: " + std::string(accepted_values));
    if (listed + believed + ranged == 0) return section_.report("", "has no values", accepted_values);
    if (listed && section_.has("steps"))
      section_.report("steps", "has no meaning for listed values", "values, or from, to and steps");
    if (!ranged && section_.has("whole"))
      section_.report("whole", "has no meaning without from and to", "from, to and whole");
    const bool needs_levels = kind_ == DesignKind::grid || kind_ == DesignKind::one_at_a_time;
    if (needs_levels && !listed && !section_.has("steps"))
      section_.missing("steps", fmt::format("how many values a {} takes of it: 2 or more", name_of_kind()));
  }

  std::string name_of_kind() const { return std::string(design_kind_names()[static_cast<std::size_t>(*kind_)]); }

  void refuse_values() {
    for (const char* key : {"values", "from", "to", "steps", "prior", "whole"})
      if (section_.has(key)) section_.report(key, "has no meaning in a list", "the values in each [[point]]");
  }

  void read_listed() {
    const toml::node* node = section_.any("values");
    if (!node) return;
    const auto* list = node->as_array();
    if (!list || list->empty())
      return section_.report("values", "is " + (list ? "empty" : shown(*node)), "a list: [0.1, 0.2] or [\"beta\"]");
    for (const toml::node& element : *list) {
      const auto value = read_value(element, section_.asked_by("values"), section_.problems());
      if (!value) continue;
      if (std::ranges::find(axis_.values, to_text(*value), &to_text) != axis_.values.end())
        section_.report("values", "has " + to_text(*value) + " twice", "each value once");
      axis_.values.push_back(*value);
    }
  }

  void read_range(bool ranged) {
    constexpr double huge = 1e300;
    const auto from = section_.number("from", -huge, huge), to = section_.number("to", -huge, huge);
    if (!ranged) return;
    for (const char* key : {"from", "to"})
      if (!section_.has(key)) section_.missing(key, "both ends: from = ... and to = ...");
    if (!from || !to) return;
    axis_.from = *from;
    axis_.to = *to;
    if (*from > *to)
      section_.report("to", fmt::format("is {}, below from = {}", *to, *from), "the larger end");
    else if (*from == *to)
      section_.report("to", fmt::format("is {}, and so is from: the range is empty", *to),
                      fmt::format("more than {}; or values = [{}]", *from, *from));
  }

  void read_prior() {
    const auto prior = section_.flag("prior");
    if (!prior) return;
    if (!*prior) return section_.report("prior", "is false", "true, or no `prior`");
    if (!section_.has("lever"))
      return section_.report("prior", "is asked of something that is no lever", "values, or from and to");
    if (!lever_) return;
    axis_.prior = prior_of(*lever_);
    if (!axis_.prior)
      section_.report("prior",
                      fmt::format("{} has none that could be drawn: the table of levers says {}",
                                  parameter(*lever_).name, in_quotes(parameter(*lever_).prior)),
                      "values, or from and to");
  }

  void try_values() {
    if (kind_ == DesignKind::list) return;  // each point is tried
    if (axis_.to > axis_.from) find_out_whether_whole();
    if (axis_.prior) try_value(static_cast<double>(axis_.prior->at(0.5)), "prior");
    for (const OverrideValue& value : axis_.values) try_value(value, "values");
    if (axis_.prior || !axis_.values.empty() || !ends_are_whole()) return;
    const auto end = [&](double value) {
      return axis_.whole ? OverrideValue(static_cast<std::int64_t>(value)) : OverrideValue(value);
    };
    if (try_value(end(axis_.from), "from")) try_value(end(axis_.to), "to");
  }

  /// What takes whole numbers only the loader knows: it is asked with a half.
  void find_out_whether_whole() {
    if (axis_.whole || lever_) return;
    const double half = std::floor((axis_.from + axis_.to) / 2) + 0.5;
    axis_.whole = takes_whole_numbers(problems_with(half, "from"));
  }

  bool ends_are_whole() {
    if (!axis_.whole) return true;
    constexpr double exact = 0x1p53;
    for (const auto& [key, end] : {std::pair{"from", axis_.from}, std::pair{"to", axis_.to}})
      if (end != std::floor(end) || std::abs(end) > exact) {
        section_.report(key, fmt::format("is {}", end), "a whole number");
        return false;
      }
    const double numbers = axis_.to - axis_.from + 1;
    if (static_cast<double>(axis_.steps) <= numbers) return true;
    section_.report(
        "steps",
        fmt::format("is {}, but there are {} whole numbers from {} to {}", axis_.steps, numbers, axis_.from, axis_.to),
        fmt::format("2 .. {}", numbers));
    return false;
  }

  std::vector<Problem> problems_with(const OverrideValue& value, const char* key) const {
    return trial_->problems_with({{axis_.key, value, section_.asked_by(key)}});
  }

  bool try_value(const OverrideValue& value, const char* key) {
    const std::vector<Problem> found = problems_with(value, key);
    for (Problem problem : found) {
      if (const char* name = name_that_is_wrong(problem)) {
        problem.line = section_.line(name);
        problem.key = section_.dotted(name);
        if (std::exchange(name_is_wrong_, true)) continue;
      }
      section_.problems().add(std::move(problem));
    }
    return found.empty();
  }

  /// What is wrong with a name stands at the name, once, however many values are tried. Null: it is about the value.
  const char* name_that_is_wrong(const Problem& problem) const {
    const std::string& what = problem.what;
    const bool of_those_named = what.starts_with("there ") || what.starts_with("holds for the whole organisation");
    if (of_those_named) return section_.has("intervention") ? "intervention" : "who";
    return what.starts_with("unknown ") ? subject_key_ : nullptr;
  }

  Section& section_;
  std::optional<DesignKind> kind_;
  const Trial* trial_;
  Axis axis_;
  std::optional<Lever> lever_;
  const char* subject_key_ = "";
  bool name_is_wrong_ = false;
};

void check_only_once(const Axis& axis, const std::vector<Axis>& before, Problems& problems) {
  for (const Axis& other : before) {
    const bool same_key = lower_case(other.key) == lower_case(axis.key);
    if (!same_key && other.name != axis.name) continue;
    Problem problem = axis.place;
    problem.what = same_key ? fmt::format("varies {}, as {} does", axis.name, other.place.key)
                            : fmt::format("is called {}, as {} is", in_quotes(axis.name), other.place.key);
    problem.accepted = same_key ? "each thing once" : "name = \"...\" with a name of its own";
    return problems.add(std::move(problem));
  }
}

}  // namespace

std::optional<OverrideValue> read_value(const toml::node& node, Problem place, Problems& problems) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* flag = node.as_boolean()) return flag->get();
  if (const auto* whole = node.as_integer()) return whole->get();
  if (const auto* number = node.as_floating_point()) return number->get();
  place.line = line_of(node);
  place.what = "is " + shown(node);
  place.accepted = "a number, a word in quotes, true or false";
  problems.add(std::move(place));
  return std::nullopt;
}

std::vector<Axis> read_axes(Section& study_file, std::optional<DesignKind> kind, const Trial* trial) {
  std::vector<Axis> axes;
  int number = 0;
  for (const toml::table* table : study_file.tables("axis")) {
    Section section = study_file.below(fmt::format("axis[{}]", ++number), *table);
    auto axis = AxisReader(section, kind, trial).read();
    if (!axis) continue;
    check_only_once(*axis, axes, study_file.problems());
    axes.push_back(std::move(*axis));
  }
  return axes;
}

}  // namespace trust
