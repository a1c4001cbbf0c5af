// Opinions of subjective logic and what can be done with them. One definition for any kind of number: the trust rule
// uses it for sixteen replicates at once, `trustsim verify` and tests for one.
// Josang 2016, Subjective Logic, doi:10.1007/978-3-319-42337-1.
#pragma once

#include "sim/instruction_set.hpp"

namespace trust {
inline namespace TRUST_PATH {

#define TRUST_OPINION_FUNCTION \
  template <class Number>      \
  inline __attribute__((always_inline))

/// How far somebody holds something to be true, to be false, and does not know; the three add up to 1.
template <class Number>
struct Opinion {
  Number belief;
  Number disbelief;
  Number uncertainty;
};

/// The opinion of `good` and `bad` observations, where not knowing weighs as much as `prior` (W > 0) of them.
TRUST_OPINION_FUNCTION Opinion<Number> opinion_of(Number good, Number bad, Number prior) {
  const Number each = Number(1.0F) / (good + bad + prior);
  return {good * each, bad * each, prior * each};
}

/// What A makes of B's opinion about x, where `of_adviser` is A's opinion of B: what B believes counts as far as A
/// believes in B.
TRUST_OPINION_FUNCTION Opinion<Number> discounted(const Opinion<Number>& of_adviser, const Opinion<Number>& told) {
  return {of_adviser.belief * told.belief, of_adviser.belief * told.disbelief,
          of_adviser.disbelief + of_adviser.uncertainty + of_adviser.belief * told.uncertainty};
}

/// Cumulative fusion: the opinion of one who made the observations of both. At least one of the two must be uncertain.
TRUST_OPINION_FUNCTION Opinion<Number> fused(const Opinion<Number>& one, const Opinion<Number>& other) {
  const Number each = Number(1.0F) / (one.uncertainty + other.uncertainty - one.uncertainty * other.uncertainty);
  return {(one.belief * other.uncertainty + other.belief * one.uncertainty) * each,
          (one.disbelief * other.uncertainty + other.disbelief * one.uncertainty) * each,
          one.uncertainty * other.uncertainty * each};
}

/// The opinion once only the share `kept` of its observations is remembered: the rest turns into uncertainty.
TRUST_OPINION_FUNCTION Opinion<Number> aged(const Opinion<Number>& held, Number kept) {
  const Number each = Number(1.0F) / (kept * (held.belief + held.disbelief) + held.uncertainty);
  return {kept * held.belief * each, kept * held.disbelief * each, held.uncertainty * each};
}

/// The probability that an opinion stands for, where `base_rate` (a) is that of what nothing is known about.
TRUST_OPINION_FUNCTION Number projected(const Opinion<Number>& held, Number base_rate) {
  return held.belief + base_rate * held.uncertainty;
}

#undef TRUST_OPINION_FUNCTION

}  // namespace TRUST_PATH
}  // namespace trust
