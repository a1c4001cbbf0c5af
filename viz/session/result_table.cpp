#include "viz/session/result_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "study/readable.hpp"

namespace trust::viz {
namespace {

ResultRow row_of(const CompareResult& result, const JudgedEffect& judged, const std::vector<double>& differences,
                 Better better) {
  const Outcome& outcome = result.outcomes.front();
  ResultRow row;
  // With drawn parameters, the means of the runs that the headline is about.
  const PairedEffect& effect = judged.by_luck && !judged.parameters_are_wider() ? *judged.by_luck : judged.effect;
  row.baseline = effect.baseline;
  row.what_if = effect.what_if;
  row.difference = judged.difference();
  row.low = judged.interval().low;
  row.high = judged.interval().high;
  row.by_parameters = judged.parameters_are_wider();
  row.better = static_cast<int>(
      std::ranges::count_if(differences, [&](double d) { return better == Better::higher ? d > 0 : d < 0; }));
  row.same = static_cast<int>(std::ranges::count(differences, 0.0));
  row.few = outcome.runs().baseline().hashes != outcome.runs().what_if().hashes && rests_on_few(differences);
  row.mood = mood_of(row.difference, {row.low, row.high}, better);
  return row;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string space(width > text.size() ? width - text.size() : 0, ' ');
  return right ? space + text : text + space;
}

std::string line_of(const ResultRow& row) {
  const std::string label = row.label + (row.whole_run ? ", whole run" : "");
  const trust::Range interval{row.low, row.high};
  return fmt::format("{}{}{}{}   {}{}\n", padded(label, 26, false), padded(readable(row.baseline), 12, true),
                     padded(readable(row.what_if), 12, true), padded(readable_change(row.difference), 12, true),
                     interval_in_words(interval), row.few ? " ~" : "");
}

std::string figure(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

}  // namespace

CardLine::Mood mood_of(double difference, const trust::Range& interval, Better better) {
  if (difference == 0 && interval.low == 0 && interval.high == 0) return CardLine::Mood::plain;
  if (holds_zero(interval)) return CardLine::Mood::unsure;
  return (difference > 0) == (better == Better::higher) ? CardLine::Mood::better : CardLine::Mood::worse;
}

std::string interval_in_words(const trust::Range& interval) {
  if (std::isnan(interval.low) || std::isnan(interval.high)) return "-";
  return readable_change(interval.low) + " to " + readable_change(interval.high);
}

ResultRow result_row(const CompareResult& result, Measure measure, Span span) {
  const MeasureRow& about = measure_row(measure);
  const Outcome& outcome = result.outcomes.front();
  ResultRow row =
      row_of(result, outcome.judge(measure, span), outcome.runs().differences(measure, span), about.better);
  row.measure = measure;
  row.label = std::string(about.label);
  row.whole_run = span == Span::whole_run;
  return row;
}

ResultRow net_money_row(const CompareResult& result) {
  const Outcome& outcome = result.outcomes.front();
  ResultRow row =
      row_of(result, outcome.judge_net_money(), outcome.runs().net_money_differences(), Better::higher);
  row.label = "Net money";
  row.whole_run = true;
  return row;
}

std::vector<ResultRow> result_rows(const CompareResult& result) {
  std::vector<ResultRow> rows;
  for (const Measure measure : headline_measures())
    rows.push_back(result_row(result, measure, natural_span(measure_row(measure))));
  rows.push_back(net_money_row(result));
  return rows;
}

std::string table_as_csv(const std::vector<ResultRow>& rows) {
  std::string text = "measure,span,unit,baseline,what_if,difference,low,high,interval_of,better_in,same_in\n";
  for (const ResultRow& row : rows) {
    const std::string name = row.measure ? std::string(measure_row(*row.measure).name) : "net_money";
    const std::string unit = row.measure ? std::string(measure_row(*row.measure).unit) : "money";
    text += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", name, row.whole_run ? "whole_run" : "last_day", unit,
                        figure(row.baseline), figure(row.what_if), figure(row.difference), figure(row.low),
                        figure(row.high), row.by_parameters ? "parameters" : "luck", row.better, row.same);
  }
  return text;
}

std::string result_as_text(const std::string& heading, const Refinement& refinement) {
  std::string text = heading + "\n\n";
  for (const CardLine& line : refinement.card) text += line.text + "\n";
  if (refinement.rows.empty()) return text;
  text += "\n" + padded("", 26, false) + padded("baseline", 12, true) + padded("what-if", 12, true) +
          padded("difference", 12, true) + "   95 %\n";
  for (const ResultRow& row : refinement.rows) text += line_of(row);
  return text;
}

}  // namespace trust::viz
