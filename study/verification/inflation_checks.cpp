// M7: trust as an inflating memory of experiences, rule `inflation` (Jonker & Treur 1999). Theory's trust is x in
// -1 .. 1; the engine keeps (x + 1) / 2.
#include <algorithm>
#include <cmath>

#include "study/verification/evidence.hpp"
#include "study/verification/families.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

constexpr double d = 0.9;

double trust_after(const Laboratory& laboratory, const std::string& contacts, double start = 0) {
  const Levers levers = {{Lever::inflation_memory, static_cast<float>(d)}};
  return 2 * after_contacts(laboratory, TrustRule::inflation, levers, contacts, (start + 1) / 2).trust(1, 0) - 1;
}

// tv_n = d^n tv_0 + (1 - d) sum d^(n - 1 - k) ev_k
double closed_form(const std::string& contacts) {
  double sum = 0;
  for (std::size_t k = 0; k < contacts.size(); ++k) {
    const auto age = static_cast<double>(contacts.size() - 1 - k);
    sum += (1 - d) * std::pow(d, age) * (contacts[k] == '+' ? 1 : -1);
  }
  return sum;
}

Check history(const std::string& id, const std::string& what, const std::string& contacts, double expected) {
  return {"M7." + id, what, [=](Laboratory& l) { return exactly(expected, trust_after(l, contacts)); }};
}

// Of all histories of five contacts: how often one better contact did not mean more trust.
double not_monotone(Laboratory& laboratory) {
  constexpr unsigned length = 5;
  std::vector<double> trust;
  for (unsigned bits = 0; bits < 1U << length; ++bits) {
    std::string contacts;
    for (unsigned k = 0; k < length; ++k) contacts += (bits >> k & 1U) != 0 ? '+' : '-';
    trust.push_back(trust_after(laboratory, contacts));
  }
  double count = 0;
  for (unsigned bits = 0; bits < 1U << length; ++bits) {
    for (unsigned k = 0; k < length; ++k) {
      const unsigned better = bits | 1U << k;
      count += better != bits && !(trust[better] > trust[bits]) ? 1 : 0;
    }
  }
  return count;
}

// Contacts until less than half of what two starts differed by is left.
double contacts_to_half(Laboratory& laboratory) {
  for (std::size_t n = 1; n < 20; ++n) {
    const std::string good(n, '+');
    if (trust_after(laboratory, good, 0.5) - trust_after(laboratory, good, -0.5) < 0.5) return static_cast<double>(n);
  }
  return 20;
}

// The largest difference to rule `asymmetric` with alpha+ = alpha- = 1 - d, with the same luck over 100 days.
double unlike_asymmetric(const Laboratory& laboratory) {
  constexpr Seat size = 64;
  const auto world = ring(size, 0.3F);
  const Levers levers = with(learning_alone(0.7, 0.1, 0.1), {{Lever::inflation_memory, 0.9F}});
  Trial one = laboratory.start({.world = world, .levers = levers});
  Trial other =
      laboratory.start({.world = world, .levers = levers, .options = {.seed = 1, .rules = {TrustRule::inflation}}});
  one.run(100);
  other.run(100);
  double largest = 0;
  for (Seat seat = 0; seat < size; ++seat) {
    for (int lane = 0; lane < lane_columns; ++lane) {
      const Seat source = (seat + 1) % size;
      largest = std::max(largest, std::abs(one.trust(source, seat, lane) - other.trust(source, seat, lane)));
    }
  }
  return largest;
}

}  // namespace

Family inflation_checks() {
  Family family{"M7", "inflating memory of experiences (Jonker & Treur 1999)", {}};
  const std::string mixed = "++-+--+-+++-";
  family.checks = {
      history("ten_good", "from 0, ten experiences of +1, d = 0.9: 1 - 0.9^10", std::string(10, '+'), 0.6513215599),
      history("ten_bad", "... ten of -1", std::string(10, '-'), -0.6513215599),
      history("closed_form", "a mixed history of twelve: d^n tv + (1 - d) sum d^(n - 1 - k) ev_k", mixed,
              closed_form(mixed)),
      history("limit.good", "good experiences for ever", std::string(300, '+'), 1),
      history("limit.bad", "bad experiences for ever", std::string(300, '-'), -1),
      {"M7.order", "the past is not indistinguishable: '+-' less '-+' is -2 (1 - d)^2",
       [](Laboratory& l) { return exactly(-0.02, trust_after(l, "+-") - trust_after(l, "-+")); }},
      {"M7.future", "a difference of 1 in trust is 0.9^7 after seven experiences",
       [](Laboratory& l) {
         return exactly(0.4782969, trust_after(l, "+++++++", 0.5) - trust_after(l, "+++++++", -0.5));
       }},
      {"M7.half_life", "experiences until half is forgotten: ln 0.5 / ln d = 6.58, so 7",
       [](Laboratory& l) { return exactly(7, contacts_to_half(l)); }},
      {"M7.monotone", "histories in which a better experience did not mean more trust",
       [](Laboratory& l) { return never(not_monotone(l)); }},
      {"M7.is_M2", "largest difference to the asymmetric rule with alpha = 1 - d, equal luck, 100 days",
       [](Laboratory& l) { return exactly(0, unlike_asymmetric(l)); }}};
  return family;
}

}  // namespace trust::verification
