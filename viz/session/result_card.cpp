#include "viz/session/result_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "study/readable.hpp"
#include "viz/session/result_table.hpp"

namespace trust::viz {
namespace {

using Mood = CardLine::Mood;

constexpr std::size_t moved_most_shown = 3;
constexpr std::size_t levers_shown = 3;

// What makes up the net money beside revenue, and what a plan takes: said elsewhere.
constexpr std::array money_and_price = {Measure::exit_cost, Measure::programme_money, Measure::programme_hours};

std::string count_of(std::size_t count, const std::string& one) {
  return with_separators(count) + " " + one + (count == 1 ? "" : "s");
}

std::string list_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return text;
}

std::string size_in_words(double change) { return change == 0 ? "0" : readable_change(std::abs(change)).substr(1); }

std::string lower_case(std::string text) {
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') text.front() += 'a' - 'A';
  return text;
}

// "0.0412 to 0.0551" along the direction of the difference.
std::string along(double difference, const trust::Range& interval) {
  return difference > 0 ? size_in_words(interval.low) + " to " + size_in_words(interval.high)
                        : size_in_words(interval.high) + " to " + size_in_words(interval.low);
}

class Card {
 public:
  Card(const CompareResult& result, int days)
      : result_(result), outcome_(result.outcomes.front()), day_(fmt::format("day {}", days)) {}

  std::vector<CardLine> lines() {
    if (outcome_.runs().baseline().hashes == outcome_.runs().what_if().hashes) {
      nothing_changes();
    } else {
      trust();
      shows_from();
      better_in();
      hardest_hit();
      money();
      price();
      headlines();
      moved_most();
      few_events();
      parameters();
    }
    what_it_knows();
    return std::move(lines_);
  }

 private:
  void say(Mood mood, std::string text, std::string tip = "") {
    lines_.push_back({mood, std::move(text), std::move(tip)});
  }

  std::string replicates() const { return count_of(result_.replicates.count, "replicate"); }
  // What 95 % are of.
  std::string share(const JudgedEffect& judged) const {
    return judged.parameters_are_wider() ? "95 % of parameter draws" : "95 %";
  }

  void nothing_changes() {
    say(Mood::plain, fmt::format("Nothing changes: in {} the what-if ends exactly as the baseline does.", replicates()),
        "The state of every person and tie on the last day is the same to the last bit in all of them. A change that "
        "begins later, or whose strength is 0, does this.");
  }

  void trust() {
    const JudgedEffect judged = outcome_.judge(Measure::trust, Span::last_day);
    change_in_words("Trust on " + day_, judged, Better::higher,
                    "Mean over replicates of everybody's trust in those they know, what-if less baseline, each pair "
                    "with the same luck.");
  }

  // "WHAT is higher by 0.048 (95 %: 0.041 to 0.055)."
  void change_in_words(const std::string& what, const JudgedEffect& judged, Better better, const std::string& tip) {
    const double difference = judged.difference();
    const trust::Range interval = judged.interval();
    const std::string direction = difference > 0 ? "higher" : "lower";
    const Mood mood = mood_of(difference, interval, better);
    if (mood == Mood::plain)
      say(mood, fmt::format("{} is the same in {}.", what, replicates()), tip);
    else if (std::isnan(interval.low))
      say(Mood::unsure, fmt::format("{} is {} by {}, but {} no interval.", what, direction, size_in_words(difference),
                                    result_.replicates.count == 1 ? "one replicate has" : "there is"),
          tip);
    else if (mood == Mood::unsure)
      say(mood, fmt::format("{}: nobody can tell yet. After {} the difference is {} ({}: {}).", what, replicates(),
                            readable_change(difference), share(judged), interval_in_words(interval)),
          tip);
    else
      say(mood, fmt::format("{} is {} by {} ({}: {}).", what, direction, size_in_words(difference), share(judged),
                            along(difference, interval)),
          tip);
  }

  void shows_from() {
    const PairedRuns& runs = outcome_.by_luck() ? *outcome_.by_luck() : outcome_.runs();
    const DailyBand band = runs.daily(Measure::trust);
    if (!band.first_day) return;
    const std::string tip =
        "The first day whose band leaves out zero. The band holds for all days at once, so that looking at many days "
        "finds none too early.";
    if (band.lasting_from == band.first_day)
      say(Mood::plain, fmt::format("It shows from day {} on.", *band.first_day), tip);
    else if (band.lasting_from)
      say(Mood::plain, fmt::format("It shows on day {} first, and lasts from day {} on.", *band.first_day,
                                   *band.lasting_from),
          tip);
    else
      say(Mood::plain, fmt::format("It shows from day {}, but does not last to the end.", *band.first_day), tip);
  }

  void better_in() {
    const ResultRow row = result_row(result_, Measure::trust, Span::last_day);
    if (row.same == static_cast<int>(result_.replicates.count)) return;
    std::string text = fmt::format("Better in {} of {}", row.better, replicates());
    if (row.same > 0) text += fmt::format(", the same in {}", row.same);
    say(Mood::plain, text + ".", "Replicates are the same plan with other luck; each one meets the same luck in both.");
  }

  void hardest_hit() {
    const std::optional<WorstTeam> worst = outcome_.runs().worst_team(TeamMeasure::trust_received);
    if (!worst) return;
    const TeamEffect& team = worst->effect;
    const std::string figures =
        fmt::format("{} (95 %: {})", readable_change(team.shrunk), interval_in_words(team.interval));
    std::string tip = fmt::format(
        "Trust received, of {} teams; their mean is {}. Drawn towards that mean by as much as luck explains, because "
        "the worst of many looks worse than it is.",
        worst->teams, readable_change(worst->mean_of_teams));
    if (worst->teams_empty > 0)
      tip += fmt::format(" Left out: {} in which nobody was there in some replicate.",
                         count_of(worst->teams_empty, "team"));
    if (team.interval.low >= 0)
      say(Mood::plain, fmt::format("No team is worse off; {} gains least: {}.", worst->team, figures), tip);
    else if (team.shrunk >= 0)
      say(Mood::plain, fmt::format("No team is expected to lose; {} gains least: {}.", worst->team, figures), tip);
    else if (holds_zero(team.interval))
      say(Mood::unsure, fmt::format("Hardest hit, unless by luck: {}, {}.", worst->team, figures), tip);
    else
      say(Mood::worse, fmt::format("Hardest hit: {}, {}.", worst->team, figures), tip);
  }

  void money() {
    const JudgedEffect judged = outcome_.judge_net_money();
    const double difference = judged.difference();
    const Mood mood = mood_of(difference, judged.interval(), Better::higher);
    const std::string tip = "Revenue less the cost of exits and of programmes, summed over the whole run.";
    const std::string figures = fmt::format("{} over the run ({}: {})", readable_change(difference), share(judged),
                                            interval_in_words(judged.interval()));
    if (mood == Mood::plain) return say(mood, "Money: no difference over the run.", tip);
    say(mood, mood == Mood::unsure ? fmt::format("Money: nobody can tell yet, {}.", figures)
                                   : fmt::format("Money: {}.", figures),
        tip);
  }

  void price() {
    const double hours = outcome_.runs().effect(Measure::programme_hours, Span::whole_run).difference;
    const double money = outcome_.runs().effect(Measure::programme_money, Span::whole_run).difference;
    std::vector<std::string> takes;
    if (hours != 0) takes.push_back(size_in_words(hours) + " hours of each person's time");
    if (money != 0) takes.push_back(size_in_words(money) + " of money for programmes");
    if (takes.empty()) return;
    const bool saves = hours <= 0 && money <= 0;
    if (saves || (hours >= 0 && money >= 0))
      say(Mood::plain, fmt::format("It {} {} over the run.", saves ? "saves" : "takes", list_of(takes)));
    else
      say(Mood::plain, fmt::format("Programmes over the run: {} hours of each person's time and {} of money.",
                                   readable_change(hours), readable_change(money)));
  }

  // The other headline measures by name; their figures are in the table.
  void headlines() {
    std::vector<std::string> better, worse, unsure;
    for (const ResultRow& row : result_rows(result_)) {
      if (!row.measure || row.measure == Measure::trust) continue;
      if (row.mood == Mood::better) better.push_back(lower_case(row.label));
      if (row.mood == Mood::worse) worse.push_back(lower_case(row.label));
      if (row.mood == Mood::unsure) unsure.push_back(lower_case(row.label));
    }
    if (!better.empty()) say(Mood::better, "Also better: " + list_of(better) + ".");
    if (!worse.empty()) say(Mood::worse, "Worse: " + list_of(worse) + ".");
    if (!unsure.empty())
      say(Mood::unsure, "Not sure: " + list_of(unsure) + ".",
          fmt::format("Their intervals hold zero after {}: the difference may be luck.", replicates()));
  }

  void moved_most() {
    std::vector<Measure> left_out = headline_measures();
    left_out.insert(left_out.end(), money_and_price.begin(), money_and_price.end());
    std::vector<Measure> moved = what_moved_most(outcome_, left_out);
    if (moved.empty()) return;
    if (moved.size() > moved_most_shown) moved.resize(moved_most_shown);
    std::vector<std::string> words;
    for (const Measure measure : moved) {
      const Span span = natural_span(measure_row(measure));
      words.push_back(fmt::format("{} {}{}", lower_case(std::string(measure_row(measure).label)),
                                  readable_change(outcome_.judge(measure, span).difference()),
                                  span == Span::whole_run ? " over the run" : ""));
    }
    say(Mood::plain, "Besides, most moved: " + list_of(words) + ".",
        "The other measures whose effect is largest for how much the baseline varies by luck.");
  }

  void few_events() {
    std::vector<std::string> few;
    for (const ResultRow& row : result_rows(result_))
      if (row.few && row.same < static_cast<int>(result_.replicates.count)) few.push_back(lower_case(row.label));
    if (few.empty()) return;
    say(Mood::warning, "~ Rests on few events: " + list_of(few) + ".",
        "Fewer than ten replicates differ at all: rare events decide, and the interval may be narrow around the wrong "
        "number.");
  }

  void parameters() {
    if (!result_.draws) return;
    const std::vector<Influence> found =
        influences(*result_.draws, result_.replicates.first, outcome_.runs().differences(Measure::trust, Span::last_day));
    std::vector<std::string> words;
    for (const Influence& influence : found) {
      if (!influence.beyond_luck || words.size() == levers_shown) break;
      words.push_back(fmt::format("{} ({:+.2f})", parameter(influence.lever).name, influence.correlation));
    }
    say(Mood::plain,
        words.empty() ? fmt::format("No single parameter stands out among {}.", count_of(result_.replicates.count, "draw"))
                      : "The effect on trust hangs on " + list_of(words) + ".",
        "Rank correlations of the drawn values with the effect, -1 to 1; those that luck does not explain.");
  }

  void what_it_knows() {
    std::vector<std::string> knows = {"luck"};
    if (result_.organisations > 1)
      knows.push_back(fmt::format("the people and ties of {} organisations", with_separators(result_.organisations)));
    if (result_.draws) knows.push_back(fmt::format("the spread of {} parameters", result_.draws->levers().size()));
    say(Mood::plain,
        fmt::format("{}: the 95 % {} {}{}, not {}whether the model's rules hold.", replicates(),
                    result_.replicates.count == 1 ? "would know" : "know", list_of(knows),
                    knows.size() == 1 ? " alone" : "", result_.draws ? "" : "how far the parameters are off, nor "),
        fmt::format("The unit is the {}. {}The model cannot tell whether real people react as it assumes: read a "
                    "difference as what follows from its assumptions, and sizes as comparisons between plans rather "
                    "than forecasts.",
                    result_.organisations > 1 ? "organisation" : "replicate",
                    result_.draws ? "Where 95 % of parameter draws are named, the effect lies there in 95 of 100 draws "
                                    "of the parameters; more replicates do not narrow it. Else 95 % is the interval of "
                                    "luck, with the parameters as the scenario has them: whichever is wider. "
                                  : ""));
  }

  const CompareResult& result_;
  const Outcome& outcome_;
  std::string day_;
  std::vector<CardLine> lines_;
};

}  // namespace

std::vector<CardLine> result_card(const CompareResult& result, int days) { return Card(result, days).lines(); }

}  // namespace trust::viz
