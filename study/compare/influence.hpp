// Which of the drawn parameters an effect hangs on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "study/compare/parameter_draws.hpp"

namespace trust {

struct Influence {
  Lever lever;
  double correlation = 0;    // of the lever's draw with the effect, by ranks: -1 .. 1
  bool beyond_luck = false;  // significant at 5 % although it was picked among all that were drawn (Bonferroni)
};

/// Spearman's rank correlation (equal values share their mean rank; 0 where either does not vary). Not a number for
/// less than three pairs or where any value is none.
double rank_correlation(std::span<const double> a, std::span<const double> b);

/// Every drawn lever, the most influential first (by size; equals in the order of the table). `effect[r]`: of replicate
/// first_replicate + r.
std::vector<Influence> influences(const ParameterDraws& draws, std::uint32_t first_replicate,
                                  std::span<const double> effect);

/// Whether the lever's value in the table rests on nothing but the designers' judgement.
bool rests_on_design(Lever lever);

}  // namespace trust
