#include "scenarios/tie_weights.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trust {

namespace {

bool same_pair(const RawTie& a, const RawTie& b) { return a.source == b.source && a.target == b.target; }

void report_repeat(const TieList& list, const RawTie& first, const RawTie& again, const PeopleList& people,
                   Problems& problems) {
  problems.add(
      {list.file, again.line, "",
       fmt::format("the tie {} -> {} is there already (line {})", in_quotes(people.rows[again.source].id),
                   in_quotes(people.rows[again.target].id), first.line),
       "each tie once (or repeated_ties = \"sum\", \"mean\" or \"last\"; or one layer or time) in [organisation]"});
}

/// One tie of those from `begin` to `end`, which are in the file's order.
RawTie combined(std::vector<RawTie>::const_iterator begin, std::vector<RawTie>::const_iterator end, RepeatedTies rule) {
  RawTie tie = *begin;
  if (rule == RepeatedTies::last) tie.weight = (end - 1)->weight;
  if (rule == RepeatedTies::sum || rule == RepeatedTies::mean)
    for (auto next = begin + 1; next != end; ++next) tie.weight += next->weight;
  if (rule == RepeatedTies::mean) tie.weight /= static_cast<double>(end - begin);
  return tie;
}

float between(const ImportSpec& spec, double share) {
  return static_cast<float>(spec.lowest_trust + (spec.highest_trust - spec.lowest_trust) * share);
}

std::vector<double> weights_of(const TieList& list) {
  std::vector<double> weights;
  weights.reserve(list.ties.size());
  for (const RawTie& tie : list.ties) weights.push_back(tie.weight);
  return weights;
}

/// Linear from [smallest, largest] to [0, 1]; 0.5 where all are equal. Halves keep huge weights from overflowing.
std::vector<double> stretched(std::vector<double> values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double smallest = *low / 2, width = *high / 2 - *low / 2;
  for (double& value : values) value = width > 0 ? (value / 2 - smallest) / width : 0.5;
  return values;
}

/// Each value's place among all, from 0; equal values share the mean of their places.
std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0, end; i < order.size(); i = end) {
    for (end = i; end < order.size() && values[order[end]] == values[order[i]];) ++end;
    for (std::size_t k = i; k < end; ++k) ranks[order[k]] = static_cast<double>(i + end - 1) / 2;
  }
  return ranks;
}

std::vector<double> halves_around_zero(std::vector<double> values) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  for (double& value : values) value = largest > 0 ? (1 + value / largest) / 2 : 0.5;
  return values;
}

void check_as_trust(const TieList& list, Problems& problems) {
  for (const RawTie& tie : list.ties)
    if (tie.weight < 0 || tie.weight > 1)
      problems.add(
          {list.file, tie.line, "weight", fmt::format("is {}", tie.weight),
           "trust 0 .. 1, as weights = \"as-trust\" says (or another rule: \"rescale\", \"rank\", \"signed\")"});
}

void note_rule(const TieList& list, const ImportSpec& spec, std::vector<std::string>& notes) {
  const bool negative =
      std::any_of(list.ties.begin(), list.ties.end(), [](const RawTie& tie) { return tie.weight < 0; });
  if (!list.weighted)
    notes.push_back(fmt::format("The ties have no weights: every one starts at trust {:.4g}.", between(spec, 0.5)));
  else if (negative && (spec.weights == WeightRule::rescale || spec.weights == WeightRule::rank))
    notes.push_back("Some weights are negative; weights = \"signed\" would keep 0 at trust 0.5.");
}

}  // namespace

void settle_ties(TieList& list, const ImportSpec& spec, const PeopleList& people, Problems& problems) {
  if (!spec.directed) {
    const std::size_t one_way = list.ties.size();
    list.ties.reserve(2 * one_way);
    for (std::size_t i = 0; i < one_way; ++i) {
      RawTie other = list.ties[i];
      std::swap(other.source, other.target);
      list.ties.push_back(other);
    }
  }
  std::stable_sort(list.ties.begin(), list.ties.end(), [](const RawTie& a, const RawTie& b) {
    return std::tie(a.target, a.source, a.line) < std::tie(b.target, b.source, b.line);
  });
  auto kept = list.ties.begin();
  for (auto begin = list.ties.cbegin(); begin != list.ties.cend();) {
    auto end = begin + 1;
    for (; end != list.ties.cend() && same_pair(*begin, *end); ++end)
      if (spec.repeated_ties == RepeatedTies::error) report_repeat(list, *begin, *end, people, problems);
    *kept++ = combined(begin, end, spec.repeated_ties);
    begin = end;
  }
  list.ties.erase(kept, list.ties.end());
}

std::vector<float> trust_of_weights(const TieList& list, const ImportSpec& spec, Problems& problems,
                                    std::vector<std::string>& notes) {
  std::vector<float> trust;
  trust.reserve(list.ties.size());
  if (list.ties.empty()) return trust;
  note_rule(list, spec, notes);
  std::vector<double> weights = weights_of(list);
  // Without weights there is nothing that a rule could read as trust: all ties are alike.
  const WeightRule rule = list.weighted ? spec.weights : WeightRule::rescale;
  if (rule == WeightRule::as_trust) check_as_trust(list, problems);
  if (rule == WeightRule::signed_scale) weights = halves_around_zero(std::move(weights));
  if (rule == WeightRule::rank) weights = ranks(weights);
  const bool stretches = rule == WeightRule::rescale || rule == WeightRule::rank;
  if (stretches) weights = stretched(std::move(weights));
  for (const double value : weights) trust.push_back(stretches ? between(spec, value) : static_cast<float>(value));
  return trust;
}

}  // namespace trust
