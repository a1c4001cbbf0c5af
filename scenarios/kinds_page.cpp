#include "scenarios/kinds_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "scenarios/event_names.hpp"
#include "scenarios/expansion.hpp"
#include "scenarios/scenario.hpp"

namespace trust {

namespace {

/// One leader and one of each other standard role: enough for every kind to find whom it is about.
Organisation small_organisation() {
  Organisation organisation;
  organisation.roles = standard_roles();
  organisation.functions = {"all"};
  organisation.teams = {{"All", 0, 0}};
  for (std::uint32_t role = 0; role < organisation.roles.size(); ++role) {
    Person person;
    person.role = role;
    person.id = organisation.roles[role].name;
    organisation.people.push_back(person);
  }
  return organisation;
}

ChosenIntervention as_usual(const InterventionKind& kind) {
  ChosenIntervention chosen;
  chosen.kind = &kind;
  chosen.name = kind.name;
  chosen.last_day = kind.days > 0 ? kind.days : Scenario::most_days;
  chosen.who = {{Target::Kind::person, "they"}};
  for (const KindOption& option : kind.options)
    chosen.values.push_back(option.no_default ? std::nullopt : std::optional(option.initial));
  return chosen;
}

Plan plan_of(const ChosenIntervention& chosen, const Organisation& organisation) {
  Expansion expansion(chosen, organisation);
  chosen.kind->expand(expansion);
  Plan plan;
  expansion.add_to(plan);
  return plan;
}

std::string_view words_for(UsualWho who) {
  switch (who) {
    case UsualWho::everyone:
      return "everyone";
    case UsualWho::leaders:
      return "roles that lead";
    case UsualWho::sellers:
      return "roles that do sales or business development";
    case UsualWho::marketers:
      return "roles that do marketing";
    case UsualWho::top:
      return "those who lead and report to nobody";
    case UsualWho::must_be_named:
      return "`who` must say";
    case UsualWho::in_order:
      return "everybody, in order: `who` is not accepted";
  }
  return "";
}

std::string change_in_words(const LeverChange& change) {
  const std::string_view name = parameter(change.lever).name;
  if (change.how == LeverChange::How::set) return fmt::format("`{}` = {}", name, change.value);
  return fmt::format("`{}` {:+}", name, change.value);
}

std::string days_in_words(int days) { return days == 1 ? "for a day" : fmt::format("for {} days", days); }

/// "" for those whom it is about, from the first day to its end.
std::string scope_of(const Intervention& part, const ChosenIntervention& chosen, const Organisation& organisation) {
  std::vector<std::string> words;
  if (part.who == std::vector{Target{}}) words.emplace_back("the whole organisation");
  if (part.who == roles_that_lead(organisation, true)) words.emplace_back("leaders");
  if (part.who == roles_that_lead(organisation, false)) words.emplace_back("the others");
  if (part.first_day > chosen.first_day) words.push_back(fmt::format("{} days later", part.first_day - 1));
  if (part.last_day < chosen.last_day) words.push_back(days_in_words(part.last_day - part.first_day + 1));
  return words.empty() ? "" : fmt::format(" ({})", fmt::join(words, ", "));
}

std::string event_in_words(const Event& event) {
  std::string words = fmt::format("an event, `{}`", name_of(event.kind));
  if (event.kind == Event::Kind::violation)
    words += fmt::format(", of severity {} in {}{}", event.severity, name_of(event.dimension),
                         event.deception ? ", with a ceiling left" : "");
  if (event.kind == Event::Kind::response) words += fmt::format(", {}", name_of(event.response));
  if (event.share < 1) words += fmt::format(", for a share of {}", event.share);
  return words;
}

std::string effects_of(const InterventionKind& kind) {
  const Organisation organisation = small_organisation();
  const ChosenIntervention chosen = as_usual(kind);
  const Plan plan = plan_of(chosen, organisation);
  std::vector<std::string> parts;
  for (const Event& event : plan.events) parts.push_back(event_in_words(event));
  for (const Intervention& part : plan.interventions) {
    std::vector<std::string> changes;
    for (const LeverChange& change : part.changes) changes.push_back(change_in_words(change));
    if (!changes.empty())
      parts.push_back(fmt::format("{}{}", fmt::join(changes, ", "), scope_of(part, chosen, organisation)));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string cost_in_words(const Intervention& part, const ChosenIntervention& chosen,
                          const Organisation& organisation) {
  const bool once = part.first_day == part.last_day;
  std::vector<std::string> words;
  if (part.hours_per_day > 0)
    words.push_back(fmt::format("{} {} a day each", part.hours_per_day, part.hours_per_day == 1 ? "hour" : "hours"));
  if (part.money_per_day > 0) words.push_back(fmt::format("{} money {}", part.money_per_day, once ? "once" : "a day"));
  const bool needs_scope = part.hours_per_day > 0 || !once;
  return fmt::format("{}{}", fmt::join(words, " and "), needs_scope ? scope_of(part, chosen, organisation) : "");
}

std::string costs_of(const InterventionKind& kind) {
  const Organisation organisation = small_organisation();
  const ChosenIntervention chosen = as_usual(kind);
  std::vector<std::string> costs;
  for (const Intervention& part : plan_of(chosen, organisation).interventions)
    if (part.hours_per_day > 0 || part.money_per_day > 0) costs.push_back(cost_in_words(part, chosen, organisation));
  return costs.empty() ? "none" : fmt::format("{}", fmt::join(costs, "; "));
}

std::string accepted_by(const KindOption& option) {
  if (option.type == KindOption::Type::flag)
    return option.initial != 0 ? "true or false (true)" : "true or false (false)";
  if (option.type == KindOption::Type::word)
    return fmt::format("`\"{}\"` (`\"{}\"`)", fmt::join(option.words, "\"`, `\""),
                       option.words[static_cast<std::size_t>(option.initial)]);
  return option.no_default ? fmt::format("{} to {}", option.low, option.high)
                           : fmt::format("{} to {} ({})", option.low, option.high, option.initial);
}

std::string overview(bool shocks) {
  std::string text = "| kind | what it is | items |\n| --- | --- | --- |\n";
  for (const InterventionKind& kind : intervention_kinds())
    if (kind.shock == shocks) text += fmt::format("| `{}` | {} | {} |\n", kind.name, kind.sentence, kind.sources);
  return text;
}

std::string details_of(const InterventionKind& kind) {
  std::string text = fmt::format("### `{}`\n\n{}\n\n* changes: {}\n* about: {}\n", kind.name, kind.sentence,
                                 effects_of(kind), words_for(kind.who));
  if (kind.once)
    text += "* lasts: a day (`to` and `ramp` are not accepted)\n";
  else if (kind.days > 0)
    text += fmt::format("* lasts: {} days, unless `to` says otherwise\n", kind.days);
  text += fmt::format("* cost: {}\n", costs_of(kind));
  if (!kind.needs.empty())
    text +=
        fmt::format("* needs: one of `{}` that began before; or `after = \"NAME\"`\n", fmt::join(kind.needs, "`, `"));
  for (const KindOption& option : kind.options)
    text += fmt::format("* `{}`: {} {}\n", option.name, option.sentence, accepted_by(option));
  return text + "\n";
}

}  // namespace

std::string kinds_as_markdown() {
  std::string text =
      "# Interventions and shocks\n\n"
      "Made by `trustsim docs interventions --effects scenarios/interventions`; a test fails when this page is out of\n"
      "date. How a scenario asks for one is in [scenario-language.md](scenario-language.md): `kind = \"...\"` in\n"
      "`[[intervention]]`, with the kind's options as keys beside it. Sizes are `[design]`; the items are those of "
      "the\n"
      "source documents that [traceability.csv](traceability.csv) lists. Levers are explained in\n"
      "[scenario-reference.md](scenario-reference.md).\n\n## Interventions\n\n";
  text += overview(false) + "\n## Shocks\n\n" + overview(true);
  text +=
      "\n## What each of them does\n\n"
      "At strength 1, with every option at its default (in brackets). `=` sets a lever, `+` and `-` add to it; the "
      "strength\n"
      "scales all of that, the severity or the share of an event, and the cost. `cost = { ... }` replaces the whole "
      "cost.\n\n";
  for (const InterventionKind& kind : intervention_kinds()) text += details_of(kind);
  return text;
}

}  // namespace trust
