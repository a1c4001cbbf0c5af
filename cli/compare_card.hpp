// What `trustsim compare` says: a card that a strategist reads from the top, or one JSON object.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/compare_request.hpp"

namespace trust::cli {

/// The same comparison under other rules of trust.
using ResultsByRule = std::vector<std::pair<TrustRule, CompareResult>>;

/// `by_rule`: where several were asked for, all of them, the one of `result` included; else empty.
std::string compare_card(const CompareRequest& request, const CompareResult& result, const ResultsByRule& by_rule);

std::string compare_json(const CompareRequest& request, const CompareResult& result, const ResultsByRule& by_rule);

}  // namespace trust::cli
