// From a kind of intervention, with what a scenario has chosen about it, to the lever changes and events of a plan.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "scenarios/intervention_kind.hpp"

namespace trust {

/// What a scenario says of one [[intervention]], checked, with its people as the organisation spells them.
struct ChosenIntervention {
  const InterventionKind* kind = nullptr;  // null: levers by hand
  std::string name;
  int first_day = 1;
  int last_day = 0;  // included
  int ramp_days = 0;
  float strength = 1;
  bool on = true;                             // false: it has its place in the plan and does nothing
  std::vector<Target> who;                    // whom it is about
  std::vector<std::optional<double>> values;  // of the kind's options; nothing where absent and without default
  std::vector<LeverChange> changes;           // by hand
  std::optional<KindCost> cost;               // in place of the kind's
};

class Expansion {
 public:
  enum class Whom : std::uint8_t { who, leaders, others };

  Expansion(const ChosenIntervention& chosen, const Organisation& organisation);

  // What was chosen. Asking for an option that the kind does not have is a mistake of the table, and throws.
  bool given(std::string_view option) const { return value(option).has_value(); }
  float number(std::string_view option) const { return static_cast<float>(value(option).value()); }
  int days(std::string_view option) const { return static_cast<int>(value(option).value()); }
  bool flag(std::string_view option) const { return value(option).value() != 0; }
  template <typename Word>
  Word word(std::string_view option) const {
    return static_cast<Word>(static_cast<int>(value(option).value()));
  }

  /// What follows is about these people, from `delay` days after the first on, for `days` days (0: to the end).
  void stage(Whom whom, int delay = 0, int days = 0);
  void set(Lever lever, float value);  // at strength 1
  void add(Lever lever, float value);
  /// The stage's cost, unless the scenario states the intervention's.
  void spend(const KindCost& cost);
  /// On the stage's first day; kind, severity and the like are the caller's. Strength scales the severity of a
  /// violation and the share of any other event.
  void event(Event event);

  /// Adds everything to the plan. Levers of the whole organisation change for everyone, whomever it is about.
  void add_to(Plan& plan) const;

  /// Whether part of it would begin only after its last day.
  bool cut_short() const;

 private:
  struct Stage {
    std::vector<Target> who;
    int first_day, last_day;
    std::vector<LeverChange> changes;
    KindCost cost;
  };

  const std::optional<double>& value(std::string_view option) const;
  std::vector<Target> people(Whom whom) const;
  Intervention part(const Stage& stage) const;
  void add_stage(const Stage& stage, Plan& plan) const;

  const ChosenIntervention& chosen_;
  const Organisation& organisation_;
  std::vector<Stage> stages_;
  std::vector<Event> events_;
};

/// The roles that lead, as targets, or those that do not; only roles that somebody has.
std::vector<Target> roles_that_lead(const Organisation& organisation, bool lead);

}  // namespace trust
