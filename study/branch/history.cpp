#include "study/branch/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <tuple>

#include "sim/lane_hash.hpp"
#include "study/manifest.hpp"

namespace trust {
namespace {

// A place that is kept for an event of a later day.
Event later_event() {
  Event event;
  event.day = 0;  // never happens
  return event;
}

bool same(const LeverSetting& a, const LeverSetting& b) {
  return std::tie(a.who, a.lever, a.value) == std::tie(b.who, b.lever, b.value);
}

bool same(const LeverChange& a, const LeverChange& b) {
  return std::tie(a.how, a.lever, a.value) == std::tie(b.how, b.lever, b.value);
}

template <class Part>
bool same(const std::vector<Part>& ones, const std::vector<Part>& others);

bool same(const Intervention& a, const Intervention& b) {
  const auto key = [](const Intervention& one) {
    return std::tie(one.first_day, one.last_day, one.who, one.ramp_days, one.strength, one.hours_per_day,
                    one.money_per_day);
  };
  return key(a) == key(b) && same(a.changes, b.changes);
}

bool same(const Event& a, const Event& b) {
  const auto key = [](const Event& one) {
    return std::tie(one.kind, one.day, one.who, one.share, one.severity, one.dimension, one.deception, one.response,
                    one.guilt_proven, one.richness);
  };
  return key(a) == key(b);
}

template <class Part>
bool same(const std::vector<Part>& ones, const std::vector<Part>& others) {
  return std::equal(ones.begin(), ones.end(), others.begin(), others.end(),
                    [](const Part& a, const Part& b) { return same(a, b); });
}

bool is_known_by(const Intervention& intervention, int day) {
  return intervention.first_day <= day && intervention.last_day >= intervention.first_day;
}

bool is_known_by(const Event& event, int day) { return event.day > 0 && event.day <= day; }

// The first part, as a history shows it, that is not in the other plan at its place; its name in the plan itself.
template <class Part>
std::string first_name_apart(const std::vector<Part>& whole, const std::vector<Part>& cut,
                             const std::vector<Part>& other_cut, int day, bool keeps_places) {
  std::size_t place = 0;
  for (const Part& part : whole) {
    if (!keeps_places && !is_known_by(part, day)) continue;
    if (place >= cut.size()) break;
    if (is_known_by(part, day) && (place >= other_cut.size() || !same(cut[place], other_cut[place]))) return part.name;
    ++place;
  }
  return "";
}

// The first day until which the histories differ, at most `day`; nothing where they agree until then.
template <class Parts>
std::optional<int> first_day_apart(const Plan& one, const Plan& other, int day, Parts parts) {
  const auto apart = [&](int until) { return !same(parts(history_of(one, until)), parts(history_of(other, until))); };
  if (!apart(day)) return std::nullopt;
  int together = -1;  // a history that differs until some day differs until every later one
  while (day - together > 1) {
    const int middle = together + (day - together) / 2;
    (apart(middle) ? day : together) = middle;
  }
  return day;
}

class Differences {
 public:
  Differences(const Scenario& baseline, const Scenario& what_if, int day)
      : baseline_(baseline), what_if_(what_if), day_(day) {}

  std::vector<Problem> all() {
    if (!same(baseline_.plan.settings, what_if_.plan.settings)) {
      add("levers", "differ from the baseline's from the first day on", 0);
    }
    look("intervention", true, [](const Plan& plan) { return plan.interventions; });
    look("intervention", false, [](const Plan& plan) { return plan.events; });
    return std::move(found_);
  }

 private:
  template <class Parts>
  void look(const char* key, bool lasts, Parts parts) {
    const auto first = first_day_apart(baseline_.plan, what_if_.plan, day_, parts);
    if (!first) return;
    const auto ours = parts(history_of(what_if_.plan, *first));
    const auto theirs = parts(history_of(baseline_.plan, *first));
    std::string name = first_name_apart(parts(what_if_.plan), ours, theirs, *first, !lasts);
    const bool is_missing = name.empty();
    if (is_missing) name = first_name_apart(parts(baseline_.plan), theirs, ours, *first, !lasts);
    const char* what = is_missing ? "is missing or ends earlier than in the baseline"
                       : lasts    ? "is not as in the baseline"
                                  : "is not as in the baseline, or not at the same place of its list of events";
    add(fmt::format("{} {}", key, in_quotes(name)), fmt::format("{}, as of day {}", what, *first), *first);
  }

  void add(std::string key, std::string what, int first) {
    const auto said = [&](const Problem& problem) { return problem.key == key; };
    if (std::any_of(found_.begin(), found_.end(), said)) return;  // one that both changes levers and makes events
    std::string accepted =
        fmt::format("the plan of {} until the end of day {}, where the branch begins", baseline_.file.string(), day_);
    accepted += first > 1 ? fmt::format("; a branch at day {} or earlier, or trustsim compare", first - 1)
                          : "; trustsim compare takes any plan";
    // A what-if without a file of its own goes by the words that asked for it.
    const std::string file = what_if_.file == baseline_.file ? what_if_.name : what_if_.file.string();
    found_.push_back({file, 0, std::move(key), std::move(what), std::move(accepted)});
  }

  const Scenario& baseline_;
  const Scenario& what_if_;
  int day_;
  std::vector<Problem> found_;
};

}  // namespace

Plan history_of(const Plan& plan, int day) {
  Plan history;
  history.settings = plan.settings;
  for (const Intervention& intervention : plan.interventions) {
    if (!is_known_by(intervention, day)) continue;
    Intervention& kept = history.interventions.emplace_back(intervention);
    kept.name.clear();
    kept.last_day = std::min(kept.last_day, day);
    kept.ramp_days = std::max(kept.ramp_days, 1);  // none is as good as one
  }
  std::size_t needed = 0;
  for (const Event& event : plan.events) {
    const bool known = is_known_by(event, day);
    history.events.push_back(known ? event : later_event());
    history.events.back().name.clear();
    if (known) needed = history.events.size();
  }
  history.events.resize(needed);
  return history;
}

bool same_history(const Plan& one, const Plan& other, int day) {
  const Plan a = history_of(one, day);
  const Plan b = history_of(other, day);
  return same(a.settings, b.settings) && same(a.interventions, b.interventions) && same(a.events, b.events);
}

std::uint64_t history_digest(const Plan& plan, int day) {
  const Plan history = history_of(plan, day);
  std::uint64_t hash = hash_of(json_text(settings_as_json(history)));
  hash = chain(hash, hash_of(json_text(interventions_as_json(history))));
  return chain(hash, hash_of(json_text(events_as_json(history))));
}

std::vector<Problem> differences_until(const Scenario& baseline, const Scenario& what_if, int day) {
  return Differences(baseline, what_if, day).all();
}

}  // namespace trust
