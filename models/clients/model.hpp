// Phases `promise delivery` and `serve`: delivery, clients' trust, churn. Equations and sources in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// The chance that a service is delivered as promised: the product over functions.
void promise_delivery(DayContext& day);

/// Serves accounts; clients' trust, churn, and the accounts that the day's wins bring.
void serve(const DayContext& day, RowBlock block, int worker);

/// Day 0: the same chance, by what people are taken to have done the day before.
void start_delivery(DayContext& day);

/// Day 0: the accounts of those who sell.
void start_accounts(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
