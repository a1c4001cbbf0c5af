// Structural balance: whether friends of friends are friends, and into which two camps an organisation would fall.
//
// Liking is signed and mutual here: positive, negative or none between two seats. A triad of three such pairs is
// balanced where the product of its signs is positive: all three like one another, or two like each other and
// dislike the third (Heider 1946; Cartwright & Harary 1956, doi:10.1037/h0046049). Where liking grows with shared
// opinions of others, dX/dt = X^2, it ends in harmony or in two camps, which the leading eigenvector names (Kulakowski,
// Gawronski & Gronek 2005, doi:10.1142/S012918310500742X; Marvel, Kleinberg, Kleinberg & Strogatz 2011,
// doi:10.1073/pnas.1013213108). It is a measure: no state depends on it.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/tie_graph.hpp"

namespace trust {

/// What two seats are to each other. The order of the two does not matter; each pair at most once.
struct Liking {
  Seat one;
  Seat other;
  double value;  // 0: indifferent, which makes no triad
};

struct TriadCensus {
  std::uint64_t all_like = 0;             // + + +, balanced
  std::uint64_t two_like_each_other = 0;  // + - -, balanced
  std::uint64_t torn = 0;                 // + + -: two friends of one dislike each other
  std::uint64_t all_dislike = 0;          // - - -
  std::uint64_t triads() const { return all_like + two_like_each_other + torn + all_dislike; }
  /// Share of triads that are balanced; 0 without any.
  double balanced() const;
  friend bool operator==(const TriadCensus&, const TriadCensus&) = default;
};

/// Counts the triads, in time O(seats + pairs sqrt(pairs)). Throws std::invalid_argument for a seat out of range, a
/// pair of a seat with itself, a repeated pair or a value that is not finite.
TriadCensus count_triads(Seat seats, std::span<const Liking> pairs);

struct Camps {
  std::vector<int> side;   // one a seat: +1, -1, or 0 where the leading eigenvector does not reach
  double growth = 0;       // lambda_1, the largest eigenvalue: liking without bound comes at time 1 / lambda_1
  bool two_camps = false;  // false: harmony, or nobody takes a side
  bool settled = true;     // false: more iterations were needed than allowed; the sides are a first impression
};

/// The sides that dX/dt = X^2 takes seats to, from X(0) = `pairs` with zeros on the diagonal: the signs of the leading
/// eigenvector, the larger camp being +1 (the one with the lowest seat where both are as large). Nobody takes a side
/// where lambda_1 <= 0. Where two eigenvalues share the lead, sides are those of one combination of them. Throws as
/// count_triads().
Camps camps_of(Seat seats, std::span<const Liking> pairs, int most_iterations = 20'000);

/// X(t) = X(0) (I - t X(0))^-1, the solution of dX/dt = X^2 for t before 1 / lambda_1. X(0) symmetric.
Eigen::MatrixXd liking_after(const Eigen::MatrixXd& start, double time);

/// The largest eigenvalue of a symmetric matrix; 1 / it is when X(t) grows without bound, if it is positive.
double leading_eigenvalue(const Eigen::MatrixXd& symmetric);

}  // namespace trust
