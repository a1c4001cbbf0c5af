// Phases `campaign`, `market` and `chain`: from awareness to revenue. Equations and sources in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Draws the campaigns of the people in marketing.
void campaign(const DayContext& day, RowBlock block, int worker);

/// Awareness and the quality of the day's leads.
void market(DayContext& day);

/// Leads, what becomes of them, opportunities, wins.
void chain(const DayContext& day, RowBlock block, int worker);

/// Counts leads since the start.
void close_chain(DayContext& day);

/// Day 0: awareness.
void start_market(DayContext& day);

/// Day 0: the leads and opportunities that are open as a rule.
void start_chain(const DayContext& day, RowBlock block, int worker);

/// Day 0: counts those as the leads so far.
void start_counts(DayContext& day);

/// A leaver's open leads and opportunities are lost.
void hand_over_leads(DayContext& day, Seat seat, int lane);

}  // namespace TRUST_PATH
}  // namespace trust
