// Interventions and shocks that have a name: one row each says what it is, what may be chosen about it and what it
// costs, and a function says in levers and events what it does. The loader, the reference page and the tests all read
// the rows; a kind stands in scenarios/kinds/ or it does not exist.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/plan.hpp"

namespace trust {

class Expansion;  // scenarios/expansion.hpp

/// Something that a scenario may choose about a kind, as a key of its own.
struct KindOption {
  enum class Type : std::uint8_t { number, flag, word };
  std::string_view name;
  std::string_view sentence;
  Type type = Type::number;
  double low = 0;
  double high = 1;
  double initial = 0;                        // 0 or 1 for a flag; for a word, which of `words`
  std::vector<std::string_view> words = {};  // of a word
  bool no_default = false;                   // where it is absent, nothing is done about it
};

/// Whom a kind is about where the scenario does not say.
enum class UsualWho : std::uint8_t {
  everyone,
  leaders,        // roles that lead
  sellers,        // roles that do sales or business development
  marketers,      // roles that do marketing
  top,            // those who lead and report to nobody
  must_be_named,  // no default
  in_order,       // everybody, one group after the other: `who` is not accepted
};

/// What it costs where the scenario does not say, at strength 1.
struct KindCost {
  double hours = 0;  // a day, of each whom it is about
  double money = 0;  // a day
  double once = 0;   // money on its first day
  int days = 0;      // how long hours and money a day are due; 0: as long as it lasts
};

struct InterventionKind {
  std::string_view name;
  std::string_view sentence;
  std::string_view sources;  // items of the source documents
  bool shock = false;        // befalls an organisation; nobody plans it
  bool once = false;         // over in a day: `to` and `ramp` are not accepted
  int days = 0;              // how long it lasts where the scenario does not say; 0: to the end
  UsualWho who = UsualWho::everyone;
  KindCost cost{};
  std::vector<std::string_view> needs{};  // one of these kinds must have begun before
  std::vector<KindOption> options{};
  void (*expand)(Expansion&) = nullptr;
};

/// Every kind: interventions, then shocks.
const std::vector<InterventionKind>& intervention_kinds();

/// The kind of that name, or null.
const InterventionKind* find_kind(std::string_view name);

}  // namespace trust
