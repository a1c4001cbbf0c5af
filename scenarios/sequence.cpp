#include "scenarios/sequence.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/scenario.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

class DaySettler {
 public:
  DaySettler(std::vector<DraftIntervention>& drafts, int days, Problems& problems)
      : drafts_(drafts), days_(days), problems_(problems), state_(drafts.size(), State::open) {}

  void settle() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) settle(i);
    for (const DraftIntervention& draft : drafts_) check_needs(draft);
  }

 private:
  enum class State : std::uint8_t { open, under_way, settled, refused };

  bool settle(std::size_t i) {
    if (state_[i] == State::settled || state_[i] == State::refused) return state_[i] == State::settled;
    DraftIntervention& draft = drafts_[i];
    state_[i] = State::under_way;
    const std::optional<int> earliest = first_day_after(draft);
    state_[i] = earliest ? State::settled : State::refused;
    if (earliest) set_days(draft, *earliest);
    return earliest.has_value();
  }

  /// 1 where it comes after nothing; nothing, with the reason reported, where that cannot be said.
  std::optional<int> first_day_after(const DraftIntervention& draft) {
    if (!draft.after) return 1;
    const auto found = predecessor_of(draft);
    if (found == drafts_.end()) {
      refuse(draft, "there is no intervention " + in_quotes(*draft.after), suggestion(*draft.after, names()));
      return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(found - drafts_.begin());
    if (state_[index] == State::under_way) {
      refuse(draft, in_quotes(*draft.after) + " itself waits for " + in_quotes(draft.chosen.name),
             "an intervention that does not come after this one");
      return std::nullopt;
    }
    if (!settle(index)) return std::nullopt;
    const int day = done_by(*found) + 1;
    if (day <= days_) return day;
    refuse(draft, fmt::format("{} is done on day {}", in_quotes(found->chosen.name), day - 1),
           fmt::format("one that is done before day {}", days_));
    return std::nullopt;
  }

  std::vector<DraftIntervention>::iterator predecessor_of(const DraftIntervention& draft) {
    return std::ranges::find_if(
        drafts_, [&](const DraftIntervention& other) { return same_word(other.chosen.name, *draft.after); });
  }

  /// The last day of something that ends; else the day on which it has its full effect.
  static int done_by(const DraftIntervention& draft) {
    const ChosenIntervention& chosen = draft.chosen;
    if (chosen.kind && chosen.kind->once) return chosen.first_day;
    if (chosen.last_day < Scenario::most_days) return chosen.last_day;
    return chosen.first_day + std::max(0, chosen.ramp_days - 1);
  }

  void set_days(DraftIntervention& draft, int earliest) {
    ChosenIntervention& chosen = draft.chosen;
    chosen.first_day = draft.from.value_or(earliest);
    if (chosen.first_day < earliest) {
      Problem problem = draft.at("from");
      problem.what = fmt::format("is {}, before {} is done", chosen.first_day, in_quotes(*draft.after));
      problem.accepted = fmt::format("a day {} .. {}, or no `from`", earliest, days_);
      problems_.add(std::move(problem));
    }
    const int usual = chosen.kind ? chosen.kind->days : 0;
    const int last = usual > 0 ? chosen.first_day + usual - 1 : Scenario::most_days;
    chosen.last_day = draft.to.value_or(last);
    if (draft.to && !draft.from && *draft.to < chosen.first_day) {
      Problem problem = draft.at("to");
      problem.what = fmt::format("is {}, before it begins on day {}", *draft.to, chosen.first_day);
      problem.accepted = fmt::format("a day {} .. {}", chosen.first_day, Scenario::most_days);
      problems_.add(std::move(problem));
    }
  }

  void check_needs(const DraftIntervention& draft) {
    if (!draft.chosen.kind || draft.chosen.kind->needs.empty() || comes_after_one_by_hand(draft)) return;
    const auto& needs = draft.chosen.kind->needs;
    const bool met = std::ranges::any_of(drafts_, [&](const DraftIntervention& other) {
      return other.chosen.kind && other.chosen.first_day < draft.chosen.first_day &&
             std::ranges::find(needs, other.chosen.kind->name) != needs.end();
    });
    if (met) return;
    Problem problem = draft.at("kind");
    problem.what = fmt::format("{} on day {} comes before anything that it needs", draft.chosen.kind->name,
                               draft.chosen.first_day);
    problem.accepted = fmt::format("an intervention that begins earlier: {}; or after = \"NAME\" of one by hand",
                                   listing({needs.begin(), needs.end()}));
    problems_.add(std::move(problem));
  }

  /// What that one does, its author knows. An `after` that names nothing has been reported.
  bool comes_after_one_by_hand(const DraftIntervention& draft) {
    if (!draft.after) return false;
    const auto before = predecessor_of(draft);
    return before == drafts_.end() || !before->chosen.kind;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const DraftIntervention& draft : drafts_) names.push_back(draft.chosen.name);
    return names;
  }

  void refuse(const DraftIntervention& draft, std::string what, std::string accepted) {
    Problem problem = draft.at("after");
    problem.what = std::move(what);
    problem.accepted = std::move(accepted);
    problems_.add(std::move(problem));
  }

  std::vector<DraftIntervention>& drafts_;
  int days_;
  Problems& problems_;
  std::vector<State> state_;
};

}  // namespace

void settle_days(std::vector<DraftIntervention>& drafts, int days, Problems& problems) {
  DaySettler(drafts, days, problems).settle();
}

}  // namespace trust
