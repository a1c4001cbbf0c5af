#include "cli/compare_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "cli/run_report.hpp"
#include "cli/text_table.hpp"
#include "study/hex.hpp"

namespace trust::cli {
namespace {

constexpr std::size_t moved_most_shown = 5;
constexpr std::size_t levers_shown = 5;

std::string interval_text(const Range& interval) {
  if (std::isnan(interval.low) || std::isnan(interval.high)) return "-";
  return readable_change(interval.low) + " .. " + readable_change(interval.high);
}

std::string percent(double share) { return std::isnan(share) ? "-" : fmt::format("{:.0f} %", 100 * share); }

std::string days_in_words(int days) { return fmt::format("{} working {}", days, days == 1 ? "day" : "days"); }

std::string visible_from(const DailyBand& band) {
  if (!band.first_day) return "-";
  const std::string day = fmt::format("day {}", *band.first_day);
  return band.lasting_from ? day : day + ", not to the end";
}

std::string label_of(const MeasureRow& row, Span span) {
  return std::string(row.label) + (span == Span::whole_run ? ", whole run" : "");
}

// What makes up the net money beside revenue, and what a plan takes: always or never shown, so no news.
constexpr std::array money_and_price = {Measure::exit_cost, Measure::programme_money, Measure::programme_hours};

// "81 %", or "19 %, same 68 %" where many replicates do not change at all.
std::string better_in(const std::vector<double>& differences, double share_better) {
  const auto same = std::ranges::count(differences, 0.0);
  const double share_same = static_cast<double>(same) / static_cast<double>(differences.size());
  return percent(share_better) + (share_same < 0.005 ? "" : ", same " + percent(share_same));
}

// --- the table of one what-if

constexpr std::string_view about_few =
    "fewer than ten replicates differ at all: rare events decide, and the interval may be narrow around the wrong "
    "number.";

class EffectsTable {
 public:
  EffectsTable(const CompareRequest& request, const CompareResult& result, const Outcome& outcome)
      : request_(request),
        outcome_(outcome),
        uncertain_(result.draws != nullptr),
        plan_does_something_(outcome.runs().baseline().hashes != outcome.runs().what_if().hashes),
        table_(uncertain_ ? std::vector{Align::left, Align::right, Align::left, Align::left, Align::left, Align::left}
                          : std::vector{Align::left, Align::right, Align::right, Align::right, Align::left, Align::left,
                                        Align::left}) {}

  std::string text() {
    heading();
    for (const MeasureRow& row : measures())
      if (request_.all || (row.headline && natural_span(row) == Span::last_day)) add(row.id, Span::last_day);
    section("over the whole run");
    for (const MeasureRow& row : measures())
      if (natural_span(row) == Span::whole_run && (request_.all || row.headline)) add(row.id, Span::whole_run);
    if (!request_.all) {
      add(Measure::exit_cost, Span::whole_run);
      if (outcome_.runs().effect(Measure::programme_money, Span::whole_run).difference != 0)
        add(Measure::programme_money, Span::whole_run);
    }
    add_row("Net money", outcome_.judge_net_money(), outcome_.runs().net_money_differences(), "");
    if (!request_.all) moved_most();
    return table_.text() + (any_few_ ? "\n" + wrapped("~ ", about_few) : "");
  }

 private:
  void heading() {
    const std::string day = fmt::format("day {}", request_.options.run.days);
    if (uncertain_)
      table_.add_row({day, "difference", "luck alone", "luck and parameters", "better in", "visible from"});
    else
      table_.add_row({day, "baseline", "what-if", "difference", "95 % interval", "better in", "visible from"});
  }

  void section(const std::string& title) {
    std::vector<std::string> row(uncertain_ ? 6 : 7);
    table_.add_row(row);
    row.front() = title;
    table_.add_row(row);
  }

  void moved_most() {
    std::vector<Measure> left_out = headline_measures();
    left_out.insert(left_out.end(), money_and_price.begin(), money_and_price.end());
    std::vector<Measure> moved = what_moved_most(outcome_, left_out);
    if (moved.empty()) return;
    section("what else moved most");
    if (moved.size() > moved_most_shown) moved.resize(moved_most_shown);
    for (const Measure measure : moved) {
      const MeasureRow& row = measure_row(measure);
      add(measure, natural_span(row), label_of(row, natural_span(row)));
    }
  }

  void add(Measure measure, Span span) { add(measure, span, std::string(measure_row(measure).label)); }

  void add(Measure measure, Span span, const std::string& label) {
    add_row(label, outcome_.judge(measure, span), outcome_.runs().differences(measure, span),
            span == Span::last_day ? visible_from(outcome_.runs().daily(measure)) : "");
  }

  void add_row(const std::string& label, const JudgedEffect& judged, const std::vector<double>& differences,
               const std::string& from) {
    const PairedEffect& effect = judged.effect;
    const std::string better = better_in(differences, effect.share_better);
    const bool few = plan_does_something_ && rests_on_few(differences);
    const std::string mark = few ? " ~" : "";
    any_few_ |= few;
    if (uncertain_) {
      const bool wider = judged.parameters_are_wider();
      table_.add_row({label, readable_change(judged.difference()),
                      interval_text(judged.by_luck->interval) + (wider ? "" : " *"),
                      interval_text(*judged.plausible) + (wider ? " *" : "") + mark, better, from});
    } else {
      table_.add_row({label, readable(effect.baseline), readable(effect.what_if), readable_change(effect.difference),
                      interval_text(effect.interval) + mark, better, from});
    }
  }

  const CompareRequest& request_;
  const Outcome& outcome_;
  bool uncertain_;
  bool plan_does_something_;
  bool any_few_ = false;
  TextTable table_;
};

// --- the sentences below it

std::string short_effect(const JudgedEffect& judged) {
  return fmt::format("{} ({})", readable_change(judged.difference()), interval_text(judged.interval()));
}

// "Trust +0.0129 (+0.0126 .. +0.0132), better in 100 % of replicates, visible from day 3."
std::string in_one_sentence(const CompareRequest& request, const Outcome& outcome) {
  const MeasureRow& row = measure_row(request.options.measure);
  const JudgedEffect judged = outcome.judge(row.id, Span::last_day);
  std::string sentence =
      fmt::format("{} {}, better in {} of replicates", row.label, short_effect(judged),
                  better_in(outcome.runs().differences(row.id, Span::last_day), judged.effect.share_better));
  const DailyBand band = outcome.runs().daily(row.id);
  if (band.first_day) sentence += ", visible from " + visible_from(band);
  if (judged.difference() != 0 && holds_zero(judged.interval()))
    sentence += judged.plausible ? "; it may go either way" : "; it may be luck";
  return wrapped("", sentence + ".");
}

std::string price_in_words(const Outcome& outcome) {
  const double hours = outcome.runs().effect(Measure::programme_hours, Span::whole_run).difference;
  const double money = outcome.runs().effect(Measure::programme_money, Span::whole_run).difference;
  if (hours == 0 && money == 0) return "";
  return wrapped("Price: ", fmt::format("{} hours of each person's time and {} money over the whole run.",
                                        readable_change(hours), readable_change(money)));
}

std::string worst_team_in_words(const Outcome& outcome) {
  const std::optional<WorstTeam> worst = outcome.runs().worst_team(TeamMeasure::trust_received);
  if (!worst) return "";
  const TeamEffect& team = worst->effect;
  std::string text =
      fmt::format("{}: trust received {} ({}); the mean of {} teams is {}.", worst->team, readable_change(team.shrunk),
                  interval_text(team.interval), worst->teams, readable_change(worst->mean_of_teams));
  if (team.shrunk > 0) text += " It gains least; no team is expected to lose.";
  if (worst->teams_empty > 0)
    text += fmt::format(" Left out: {} in which nobody was there in some replicate.",
                        worst->teams_empty == 1 ? "a team" : std::to_string(worst->teams_empty) + " teams");
  return wrapped("Worst-hit team: ", text);
}

std::string times_in_words(double gain) {
  if (std::isnan(gain)) return "";
  if (std::isinf(gain)) return "any number of times as many";
  if (gain > 1000) return "more than a thousand times as many";
  return fmt::format("{} times as many", gain < 10 ? fmt::format("{:.1f}", gain) : with_separators(std::llround(gain)));
}

std::string pairing_in_words(const CompareRequest& request, const Outcome& outcome) {
  const MeasureRow& row = measure_row(request.options.measure);
  const PairedEffect effect = outcome.runs().effect(row.id, Span::last_day);
  const std::string times = times_in_words(effect.pairing_gain);
  if (times.empty()) return "";
  return wrapped(
      "Pairing: ",
      fmt::format("without the same luck in both, it would take {} {} to know the effect on {} as well.", times,
                  effect.organisations_vary ? "organisations" : "replicates", fmt::format("{}", row.name)));
}

std::string levers_in_words(const CompareRequest& request, const CompareResult& result, const Outcome& outcome) {
  if (!result.draws) return "";
  const MeasureRow& row = measure_row(request.options.measure);
  const std::vector<Influence> found =
      influences(*result.draws, result.replicates.first, outcome.runs().differences(row.id, Span::last_day));
  std::string text;
  std::size_t shown = 0;
  for (const Influence& influence : found) {
    if (!influence.beyond_luck || shown == levers_shown) break;
    text += fmt::format("{}{} ({:+.2f}{})", shown++ == 0 ? "" : ", ", parameter(influence.lever).name,
                        influence.correlation, rests_on_design(influence.lever) ? ", [design]" : "");
  }
  const auto design = std::ranges::count_if(result.draws->levers(), rests_on_design);
  const std::string counts =
      fmt::format("{} of the {} drawn rest on [design]: judgement, not data.", design, result.draws->levers().size());
  if (text.empty())
    text = fmt::format("none stands out among {} draws; more replicates would tell.", result.replicates.count);
  else
    text = fmt::format("the effect on {} goes with the value of {} (rank correlations).", row.name, text);
  return wrapped("Parameters: ", text + " " + counts);
}

std::string what_varied(const CompareResult& result) {
  std::vector<std::string> varied = {"luck"};
  if (result.organisations > 1)
    varied.push_back(fmt::format("the people and ties of {} organisations, which the intervals count as the units",
                                 with_separators(result.organisations)));
  if (result.draws)
    varied.push_back(fmt::format("{} parameters, within what is believed of them", result.draws->levers().size()));
  std::string text = varied.front();
  for (std::size_t i = 1; i < varied.size(); ++i) text += (i + 1 == varied.size() ? "; and " : "; ") + varied[i];
  text += ". Held fixed: ";
  text += result.draws ? "" : "the parameters (--uncertain draws them), ";
  text += "the rules of the model (--rules compares some)";
  text += result.organisations > 1 ? "." : ", the organisation.";
  return wrapped("Varied: ", text);
}

std::string limits_of_the_model() {
  return wrapped(
      "",
      "The model cannot tell whether real people react as it assumes: read a difference as what follows from "
      "its assumptions, and sizes as comparisons between plans rather than forecasts.");
}

std::string bands_in_words(const CompareResult& result) {
  if (!result.draws) return "";
  return wrapped(
      "Bands: ",
      "luck alone: the mean effect's 95 % interval with the scenario's parameters. Luck and parameters: where 95 % of "
      "draws of the parameters lie, around a mean of their own; more replicates do not narrow it. The wider (*) is the "
      "headline, and the difference is its mean.");
}

std::string replicates_in_words(const CompareResult& result) {
  if (result.replicates.count > 1) return "";
  return "One replicate has no interval: ask for more with --replicates.\n";
}

std::string search_in_words(const CompareRequest& request, const CompareResult& result) {
  if (!result.searched) return "";
  const MeasureRow& row = measure_row(request.options.measure);
  if (!result.narrow_enough)
    return wrapped("",
                   fmt::format("{} replicates were not enough for a half-width of {} ({}): these are what the same "
                               "number of fresh ones says. Ask for a wider interval.",
                               with_separators(result.searched->count), *request.options.until_half_width, row.label));
  return wrapped("", fmt::format("{} replicates reached a half-width of {} ({}); the figures come from as many fresh "
                                 "ones, from number {} on.",
                                 with_separators(result.searched->count), *request.options.until_half_width, row.label,
                                 with_separators(result.replicates.first)));
}

// --- several side by side

struct Side {
  std::string name;
  const Outcome* outcome;
};

std::string side_by_side(const CompareRequest& request, const std::vector<Side>& sides) {
  std::vector<Align> columns = {Align::left};
  std::vector<std::string> heading = {fmt::format("day {}", request.options.run.days)};
  for (const Side& side : sides) {
    columns.push_back(Align::left);
    heading.push_back(side.name);
  }
  TextTable table(columns);
  table.add_row(heading);
  for (const Measure measure : headline_measures()) {
    const Span span = natural_span(measure_row(measure));
    std::vector<std::string> row = {label_of(measure_row(measure), span)};
    for (const Side& side : sides) row.push_back(short_effect(side.outcome->judge(measure, span)));
    table.add_row(row);
  }
  std::vector<std::string> money = {"Net money, whole run"};
  for (const Side& side : sides) money.push_back(short_effect(side.outcome->judge_net_money()));
  table.add_row(money);
  return table.text();
}

std::string rules_side_by_side(const CompareRequest& request, const ResultsByRule& by_rule) {
  std::string text;
  for (std::size_t w = 0; w < request.what_ifs.size() && !by_rule.empty(); ++w) {
    std::vector<Side> sides;
    for (const auto& [rule, result] : by_rule) sides.push_back({std::string(name_of(rule)), &result.outcomes[w]});
    text += fmt::format("\nUnder each rule of trust: {}\n\n{}", request.what_ifs[w].name, side_by_side(request, sides));
  }
  return text;
}

std::string what_ifs_side_by_side(const CompareRequest& request, const CompareResult& result) {
  std::vector<Side> sides;
  for (std::size_t w = 0; w < request.what_ifs.size(); ++w)
    sides.push_back({request.what_ifs[w].name, &result.outcomes[w]});
  return sides.size() < 2 ? "" : side_by_side(request, sides) + "\n";
}

std::string heading(const CompareRequest& request, const CompareResult& result) {
  std::string text = request.baseline.name;
  if (request.what_ifs.size() == 1) text += " -> " + request.what_ifs.front().name;
  text += fmt::format("\n{} people; {}; {}; seed {}\n", with_separators(result.people),
                      words_for_replicates(result.replicates.count, result.organisations),
                      days_in_words(request.options.run.days), request.baseline.seed);
  return text + search_in_words(request, result) + "\n";
}

std::string card_of(const CompareRequest& request, const CompareResult& result, std::size_t w) {
  const Outcome& outcome = result.outcomes[w];
  std::string text;
  if (request.what_ifs.size() > 1) text += fmt::format("{}. {}\n\n", w + 1, request.what_ifs[w].name);
  text += in_one_sentence(request, outcome) + "\n" + EffectsTable(request, result, outcome).text() + "\n";
  text += price_in_words(outcome) + worst_team_in_words(outcome) + pairing_in_words(request, outcome) +
          levers_in_words(request, result, outcome);
  for (const std::string& note : request.what_ifs[w].notes) text += wrapped("Note: ", note);
  return text;
}

std::string hashes(const CompareResult& result, std::uint64_t seed) {
  const std::vector<ArmFigures>& arms = result.runs->arms();
  std::string text = "State hashes";
  for (std::size_t arm = 0; arm < arms.size(); ++arm)
    text += (arm == 0 ? " " : ", ") + to_hex(state_hash(seed, arms[arm].hashes));
  return wrapped("", text + fmt::format("; {}.", readable_time(result.seconds)));
}

}  // namespace

std::string compare_card(const CompareRequest& request, const CompareResult& result, const ResultsByRule& by_rule) {
  std::string text = heading(request, result) + what_ifs_side_by_side(request, result);
  for (std::size_t w = 0; w < result.outcomes.size(); ++w) text += card_of(request, result, w) + "\n";
  text += replicates_in_words(result) + bands_in_words(result) + what_varied(result) + limits_of_the_model();
  return text + hashes(result, request.baseline.seed) + rules_side_by_side(request, by_rule);
}

}  // namespace trust::cli
