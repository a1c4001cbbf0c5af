// The result as a table: what the result panel shows, copies and exports.
#pragma once

#include <string>
#include <vector>

#include "study/compare/compare.hpp"
#include "viz/session/refinement.hpp"

namespace trust::viz {

/// The headline measures and money, of the first what-if. Figures and intervals are those of `trustsim compare`.
std::vector<ResultRow> result_rows(const CompareResult& result);

/// One row: of any measure.
ResultRow result_row(const CompareResult& result, Measure measure, Span span);
ResultRow net_money_row(const CompareResult& result);

/// Better or worse as the measure has it; unsure where the interval holds 0; plain for exactly 0.
CardLine::Mood mood_of(double difference, const trust::Range& interval, Better better);

/// "+0.0412 to +0.0551"; "-" for one replicate, which has none.
std::string interval_in_words(const trust::Range& interval);

/// As a file for a spreadsheet: a heading, a row a measure, numbers in full.
std::string table_as_csv(const std::vector<ResultRow>& rows);

/// The card's sentences and the table, for a message or a page.
std::string result_as_text(const std::string& heading, const Refinement& refinement);

}  // namespace trust::viz
