#include "sim/eigen_trust.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

namespace trust {
namespace {

std::vector<double> given_in_advance(Seat seats, const EigenTrustOptions& options) {
  if (!(options.damping >= 0 && options.damping <= 1)) {
    throw std::invalid_argument("the damping of a reputation is a number 0 .. 1");
  }
  if (options.given.empty()) return std::vector<double>(seats, 1.0 / seats);
  if (options.given.size() != seats) {
    throw std::invalid_argument("trust in advance is given for " + std::to_string(options.given.size()) + " of " +
                                std::to_string(seats) + " seats");
  }
  for (const double share : options.given) {
    if (!(share >= 0 && std::isfinite(share))) throw std::invalid_argument("trust in advance is a number from 0 on");
  }
  const double sum = std::accumulate(options.given.begin(), options.given.end(), 0.0);
  if (!(sum > 0 && std::isfinite(sum))) throw std::invalid_argument("somebody must be trusted in advance");
  std::vector<double> given = options.given;
  for (double& share : given) share /= sum;
  return given;
}

/// The ratings that count, each as a share of what its source gives.
std::vector<Rating> shares_of(Seat seats, std::span<const Rating> ratings) {
  std::vector<Rating> shares;
  std::vector<double> all_given(seats);
  for (const Rating& rating : ratings) {
    if (rating.source >= seats || rating.target >= seats)
      throw std::invalid_argument("a rating of a seat out of range");
    if (!std::isfinite(rating.value)) throw std::invalid_argument("a rating is not a finite number");
    shares.push_back(rating);
  }
  // Ratings of one pair count together: what is negative is ignored in their sum.
  std::ranges::stable_sort(shares, [](const Rating& a, const Rating& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  });
  std::vector<Rating> sums;
  for (const Rating& rating : shares) {
    const bool same = !sums.empty() && sums.back().source == rating.source && sums.back().target == rating.target;
    if (same) {
      sums.back().value += rating.value;
    } else {
      sums.push_back(rating);
    }
  }
  std::erase_if(sums, [](const Rating& rating) { return !(rating.value > 0); });
  for (const Rating& rating : sums) all_given[rating.source] += rating.value;
  for (Rating& rating : sums) rating.value /= all_given[rating.source];
  return sums;
}

/// One application of the equation.
class Equation {
 public:
  Equation(Seat seats, std::span<const Rating> ratings, const EigenTrustOptions& options)
      : given_(given_in_advance(seats, options)),
        shares_(shares_of(seats, ratings)),
        rates_somebody_(seats),
        damping_(options.damping) {
    for (const Rating& share : shares_) rates_somebody_[share.source] = true;
  }

  const std::vector<double>& given() const { return given_; }

  std::vector<double> apply(const std::vector<double>& reputation) const {
    double unspent = 0;  // of those who trust nobody
    for (std::size_t seat = 0; seat < reputation.size(); ++seat) {
      if (!rates_somebody_[seat]) unspent += reputation[seat];
    }
    std::vector<double> next(reputation.size());
    for (const Rating& share : shares_) next[share.target] += share.value * reputation[share.source];
    for (std::size_t seat = 0; seat < next.size(); ++seat) {
      next[seat] = (1 - damping_) * (next[seat] + unspent * given_[seat]) + damping_ * given_[seat];
    }
    return next;
  }

 private:
  std::vector<double> given_;
  std::vector<Rating> shares_;
  std::vector<bool> rates_somebody_;
  double damping_;
};

void scale_to_one(std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value /= sum;
}

}  // namespace

// Half of each step keeps what is there: the fixed point is the same, and people who trust each other in a circle,
// whose reputations would go round for ever, come to rest.
EigenTrust eigen_trust(Seat seats, std::span<const Rating> ratings, const EigenTrustOptions& options) {
  if (seats == 0) return {.reputation = {}, .iterations = 0, .converged = true};
  const Equation equation(seats, ratings, options);
  const double stride = options.damping > 0 ? 1.0 : 0.5;
  EigenTrust result{equation.given(), 0, false};
  while (!result.converged && result.iterations < options.most_iterations) {
    const std::vector<double> next = equation.apply(result.reputation);
    double largest = 0;
    for (std::size_t seat = 0; seat < next.size(); ++seat) {
      const double change = next[seat] - result.reputation[seat];
      largest = std::max(largest, std::abs(change));
      result.reputation[seat] += stride * change;
    }
    ++result.iterations;
    result.converged = largest <= options.precision;
  }
  scale_to_one(result.reputation);
  return result;
}

}  // namespace trust
