#include "sim/structural_balance.hpp"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace trust {
namespace {

struct Neighbour {
  Seat seat;
  double value;
};

using Neighbours = std::vector<std::vector<Neighbour>>;  // of each seat, in rising order

Neighbours neighbours_of(Seat seats, std::span<const Liking> pairs) {
  Neighbours neighbours(seats);
  for (const Liking& pair : pairs) {
    if (pair.one >= seats || pair.other >= seats) throw std::invalid_argument("a pair with a seat out of range");
    if (pair.one == pair.other) throw std::invalid_argument("a pair of a seat with itself");
    if (!std::isfinite(pair.value)) throw std::invalid_argument("a liking is not a finite number");
    neighbours[pair.one].push_back({pair.other, pair.value});
    neighbours[pair.other].push_back({pair.one, pair.value});
  }
  for (auto& of_seat : neighbours) {
    std::ranges::sort(of_seat, {}, &Neighbour::seat);
    if (std::ranges::adjacent_find(of_seat, {}, &Neighbour::seat) != of_seat.end()) {
      throw std::invalid_argument("a pair is given twice");
    }
  }
  return neighbours;
}

/// Keeps, for every seat, the neighbours that it likes or dislikes and that come later by (number of neighbours, seat):
/// no seat has more than sqrt(2 pairs) of them, and each triad is found once.
Neighbours later_only(const Neighbours& all) {
  Neighbours later(all.size());
  const auto rank = [&](Seat seat) { return std::pair(all[seat].size(), seat); };
  for (Seat seat = 0; seat < all.size(); ++seat) {
    for (const Neighbour& neighbour : all[seat]) {
      if (neighbour.value != 0 && rank(seat) < rank(neighbour.seat)) later[seat].push_back(neighbour);
    }
  }
  return later;
}

void count(TriadCensus& census, int dislikes) {
  switch (dislikes) {
    case 0:
      ++census.all_like;
      break;
    case 1:
      ++census.torn;
      break;
    case 2:
      ++census.two_like_each_other;
      break;
    default:
      ++census.all_dislike;
  }
}

/// X times a vector, with `shift` on the diagonal.
Eigen::VectorXd times(const Neighbours& neighbours, double shift, const Eigen::VectorXd& vector) {
  Eigen::VectorXd product = shift * vector;
  for (std::size_t seat = 0; seat < neighbours.size(); ++seat) {
    for (const Neighbour& neighbour : neighbours[seat]) {
      product[static_cast<Eigen::Index>(seat)] += neighbour.value * vector[neighbour.seat];
    }
  }
  return product;
}

/// No eigenvalue is further from zero than this (Gershgorin).
double largest_row(const Neighbours& neighbours) {
  double largest = 0;
  for (const auto& of_seat : neighbours) {
    double row = 0;
    for (const Neighbour& neighbour : of_seat) row += std::abs(neighbour.value);
    largest = std::max(largest, row);
  }
  return largest;
}

/// A start that no eigenvector is orthogonal to but by bad luck, and the same everywhere.
Eigen::VectorXd uneven_vector(std::size_t size) {
  Eigen::VectorXd vector(static_cast<Eigen::Index>(size));
  for (Eigen::Index i = 0; i < vector.size(); ++i) {
    const double turn = static_cast<double>(i + 1) * 0.6180339887498949;
    vector[i] = 0.5 + (turn - std::floor(turn));
  }
  return vector.normalized();
}

struct Leading {
  double value;
  Eigen::VectorXd vector;
  bool settled;
};

/// The largest eigenvalue (not the largest in size) and its vector, by iteration with a shift that makes all positive.
Leading leading_of(const Neighbours& neighbours, int most_iterations) {
  const double shift = largest_row(neighbours);
  Leading leading{0, uneven_vector(neighbours.size()), shift == 0};
  for (int i = 0; i < most_iterations && !leading.settled; ++i) {
    const Eigen::VectorXd next = times(neighbours, shift, leading.vector);
    leading.value = next.dot(leading.vector) - shift;
    const Eigen::VectorXd direction = next.normalized();
    leading.settled = (direction - leading.vector).cwiseAbs().maxCoeff() < 1e-12;
    leading.vector = direction;
  }
  return leading;
}

std::vector<int> signs_of(const Eigen::VectorXd& vector) {
  const double noise = 1e-6 * vector.cwiseAbs().maxCoeff();
  std::vector<int> signs;
  for (const double value : vector) signs.push_back(value > noise ? 1 : value < -noise ? -1 : 0);
  const auto plus = std::ranges::count(signs, 1);
  const auto minus = std::ranges::count(signs, -1);
  const auto first = std::ranges::find_if(signs, [](int sign) { return sign != 0; });
  const bool turn = minus > plus || (minus == plus && first != signs.end() && *first < 0);
  if (turn) std::ranges::transform(signs, signs.begin(), [](int sign) { return -sign; });
  return signs;
}

}  // namespace

double TriadCensus::balanced() const {
  if (triads() == 0) return 0;
  return static_cast<double>(all_like + two_like_each_other) / static_cast<double>(triads());
}

TriadCensus count_triads(Seat seats, std::span<const Liking> pairs) {
  const Neighbours later = later_only(neighbours_of(seats, pairs));
  TriadCensus census;
  std::vector<double> mark(seats);
  for (Seat a = 0; a < seats; ++a) {
    for (const Neighbour& c : later[a]) mark[c.seat] = c.value;
    for (const Neighbour& b : later[a]) {
      for (const Neighbour& c : later[b.seat]) {
        if (mark[c.seat] != 0) count(census, (b.value < 0) + (c.value < 0) + (mark[c.seat] < 0));
      }
    }
    for (const Neighbour& c : later[a]) mark[c.seat] = 0;
  }
  return census;
}

Camps camps_of(Seat seats, std::span<const Liking> pairs, int most_iterations) {
  const Neighbours neighbours = neighbours_of(seats, pairs);
  Camps camps{.side = std::vector<int>(seats)};
  if (seats == 0) return camps;
  const Leading leading = leading_of(neighbours, most_iterations);
  camps.growth = leading.value;
  camps.settled = leading.settled;
  if (!(leading.value > 1e-12)) return camps;
  camps.side = signs_of(leading.vector);
  camps.two_camps = std::ranges::count(camps.side, -1) > 0;
  return camps;
}

Eigen::MatrixXd liking_after(const Eigen::MatrixXd& start, double time) {
  const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(start.rows(), start.cols());
  return start * (identity - time * start).inverse();
}

double leading_eigenvalue(const Eigen::MatrixXd& symmetric) {
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(symmetric, Eigen::EigenvaluesOnly).eigenvalues().maxCoeff();
}

}  // namespace trust
